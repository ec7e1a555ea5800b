"""Same content, same bytes: whatever the machine, the place and the hour."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.counts import LONG
from tests.rig.sample import build_sample, build_sample_by_command, copy_sample, without_index
from tests.rig.sites import Built, Options, build_folder, tree


@dataclass(frozen=True, slots=True)
class Variation:
    """Ways in which another machine, place or hour may differ from here."""

    what: str
    environment: Mapping[str, str] = field(default_factory=dict)
    flags: Sequence[str] = ()
    umask: int = 0o022
    folder: str = "site"
    backwards: bool = False
    aged: bool = False


ONE_BY_ONE = (
    Variation("another hash seed", {"PYTHONHASHSEED": "1"}),
    Variation("a third hash seed", {"PYTHONHASHSEED": "4242"}),
    Variation("a zone far to the west", {"TZ": "America/Los_Angeles"}),
    Variation("a zone far to the east", {"TZ": "Pacific/Kiritimati"}),
    Variation("the C locale", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    Variation("a Turkish locale", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Variation("a tight umask", umask=0o077),
    Variation("no umask", umask=0o000),
    Variation("no asserts and no docstrings", flags=("-OO",)),
    Variation("a folder with another name", folder="über deux/İstanbul"),
    Variation("files created in another order", backwards=True),
    Variation("files that look old", aged=True),
)
# All of them in three builds; which one it was, if the bytes differ, the long run tells.
TOGETHER = (
    Variation(
        "another seed, a western zone, the C locale, a tight umask and another order",
        {
            "PYTHONHASHSEED": "1",
            "TZ": "America/Los_Angeles",
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONUTF8": "0",
        },
        umask=0o077,
        backwards=True,
    ),
    Variation(
        "a third seed, an eastern zone, a Turkish locale, no umask and another folder",
        {
            "PYTHONHASHSEED": "4242",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "tr_TR.UTF-8",
        },
        umask=0o000,
        folder="über deux/İstanbul",
    ),
    Variation("no asserts, no docstrings and files that look old", flags=("-OO",), aged=True),
)
VARIATIONS = ONE_BY_ONE if LONG else TOGETHER


def test_together_they_vary_all_that_they_vary_one_by_one() -> None:
    def varied(variations: Sequence[Variation]) -> set[object]:
        plain = Variation("")
        return {
            (name, value)
            for each in variations
            for name, value in (
                *each.environment.items(),
                *((flag, True) for flag in each.flags),
                *(
                    (field, getattr(each, field))
                    for field in ("umask", "folder", "backwards", "aged")
                ),
            )
            if value != getattr(plain, name, None)
        }

    assert varied(TOGETHER) == varied(ONE_BY_ONE)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sample built once in the most ordinary way."""
    folder = copy_sample(tmp_path_factory.mktemp("plain") / "site")
    build_sample_by_command(folder, folder / "public")
    return without_index(tree(folder / "public"))


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda variation: variation.what)
def test_the_bytes_are_the_same_with(
    variation: Variation, plain: dict[str, bytes], tmp_path: Path
) -> None:
    folder = copy_sample(tmp_path / variation.folder, backwards=variation.backwards)
    if variation.aged:
        for path in folder.rglob("*"):
            os.utime(path, (86_400, 86_400))
    output = folder / "public"
    ended = onrecord(
        ["build", "--site", folder, "--output", output, "--now", NOW],
        environment=variation.environment,
        flags=variation.flags,
        umask=variation.umask,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert _differences(without_index(tree(output)), plain) == []
    assert _modes(output) == {"folder": {0o755}, "file": {0o644}}


def test_a_build_says_the_same_under_any_hash_seed_and_locale(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "site")
    for path in sorted((folder / "content" / "articles").glob("*.md")):
        path.write_text(path.read_text(encoding="utf-8").replace("speaker: ", "speeker: "), "utf-8")
    said = {
        onrecord(
            ["check", "--site", folder, "--format", "json", "--now", NOW], environment=env
        ).stdout
        for env in (
            {"PYTHONHASHSEED": "1"},
            {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tehran"},
        )
    }
    assert len(said) == 1
    assert "speeker" in said.pop()


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "site")
    output = folder / "public"
    build_sample_by_command(folder, output)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    build_sample_by_command(folder, output)
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample where it may be broken, as long as it is mended afterwards."""
    return build_sample(tmp_path_factory.mktemp("published"))


@pytest.fixture
def mended(published: Built) -> Iterator[Built]:
    """The same, with content and settings put back when the test has ended."""
    before = {path: path.read_bytes() for path in published.root.glob("*.yaml")}
    articles = published.root / "content" / "articles"
    before |= {path: path.read_bytes() for path in articles.iterdir() if path.is_file()}
    yield published
    for path in (*published.root.glob("*.yaml"), *articles.iterdir()):
        if path not in before:
            path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("content/articles/broken.md", b"---\ntitle: [no end\n---\n"),
        ("content/articles/binary.md", b"\xff\xfe\x00"),
        ("content/articles/untitled.md", b"---\ndate: 2020-01-06\n---\nWords.\n"),
        ("site.yaml", b"title: Only a title\n"),
    ],
)
def test_a_failed_build_leaves_the_output_as_it_was(
    name: str, content: bytes, mended: Built
) -> None:
    root, before = mended.root, mended.files()
    (root / name).write_bytes(content)
    failed = build_folder(root)
    assert failed.exit_code == 1
    assert _differences(failed.files(), before) == []
    left = sorted(path.name for path in root.iterdir() if path.name != ".onrecord")
    assert left == ["content", "public", "site.yaml"]


def test_a_warning_publishes_nothing_under_strict(mended: Built) -> None:
    root, before = mended.root, mended.files()
    article = root / "content" / "articles" / "2020-02-01-late.md"
    article.write_text("---\ntitle: Late\ndate: 2020-02-01\nsumary: Typed wrong.\n---\nWords.\n")
    failed = build_folder(root, Options(strict=True))
    assert failed.exit_code == 1
    assert _differences(failed.files(), before) == []
    assert build_folder(root).exit_code == 0


def test_the_checkout_itself_is_not_written_to_by_a_build_elsewhere(tmp_path: Path) -> None:
    before = _names(ROOT / "content") | _names(ROOT / "layouts")
    build_sample_by_command(copy_sample(tmp_path / "site"), tmp_path / "elsewhere")
    assert _names(ROOT / "content") | _names(ROOT / "layouts") == before


def _names(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def _differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _modes(output: Path) -> dict[str, set[int]]:
    modes: dict[str, set[int]] = {"folder": set(), "file": set()}
    for path in [output, *output.rglob("*")]:
        modes["folder" if path.is_dir() else "file"].add(path.lstat().st_mode & 0o7777)
    return modes
