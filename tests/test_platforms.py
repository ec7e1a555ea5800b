"""What other systems do otherwise: line ends, encodings, names of folders, files that are open."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.rig.commands import NOW, ROOT, onrecord, plain_environment
from tests.rig.needs import LINUX, system
from tests.rig.preview_site import PREVIEW_SITE
from tests.rig.previews import previewed
from tests.rig.sample import build_sample_by_command, copy_sample, without_index
from tests.rig.sites import build_folder, split_site, tree, write_site

as_windows = system(*LINUX, why="Windows is pretended there")

FOREIGN = """\
--- site.yaml ---
title: مرحبا
base_url: https://example.org/
tag_authority: "example.org,2020"
--- content/articles/greeting.md ---
---
title: “Ça va” – مرحبا 🙂
date: 2020-01-06
summary: Words.
---
Words. [gone](مرحبا-🙂.md)
"""
LETTERS = "مرحبا"
IMPORTED = str(ROOT / "generator")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sample as it is built here."""
    folder = copy_sample(tmp_path_factory.mktemp("plain") / "site")
    build_sample_by_command(folder, folder / "public")
    return without_index(tree(folder / "public"))


def test_line_ends_of_windows_change_no_byte(plain: dict[str, bytes], tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "Ada’s site & more (copy)")
    texts = [path for path in folder.rglob("*") if path.suffix in {".md", ".yaml"}]
    assert len(texts) > 20
    for path in texts:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    built = build_folder(folder)
    assert built.findings == []
    assert without_index(built.files()) == plain


def _as_windows(*arguments: str | Path) -> str:
    """What the command says where much of Windows is pretended; it must succeed."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.rig.as_windows", *arguments],
        check=False,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment({"PYTHONPATH": IMPORTED}),
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@as_windows
def test_spawned_processes_and_files_that_stay_open_change_no_byte(
    plain: dict[str, bytes], tmp_path: Path
) -> None:
    folder = copy_sample(tmp_path / "my site")
    article = folder / "content/articles/2020-01-06-militias-say-every-option-is-open.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\nOne sentence more.\n", encoding="utf-8")
    _as_windows("build", "--site", folder, "--now", NOW, "--jobs", "2")
    assert without_index(tree(folder / "public")) != plain
    article.write_text(text, encoding="utf-8")
    _as_windows("build", "--site", folder, "--now", NOW, "--jobs", "2")
    assert without_index(tree(folder / "public")) == plain
    assert "Removed" in _as_windows("clean", "--site", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["content", "site.yaml"]


@as_windows
def test_a_preview_goes_on_where_files_are_replaced_only_when_they_are_closed(
    tmp_path: Path,
) -> None:
    root = write_site(tmp_path / "my site", PREVIEW_SITE)
    build_folder(root)
    with previewed(root, program=("-m", "tests.rig.as_windows")) as preview:
        preview.save("content/articles/more.md", "---\ntitle: More\ndate: 2020-02-01\n---\nNew.\n")
        preview.wait_until_shown("New.", "/briefings/more/")
        (root / "content/articles/more.md").unlink()
        preview.wait_until(
            lambda: preview.get(preview.path_of("/briefings/more/")).status == 404,
            "what was deleted is still there",
        )
        assert "keeps its own files" in _as_windows("clean", "--site", root)
        preview.save(
            "content/articles/more.md", "---\ntitle: More\ndate: 2020-02-01\n---\nAgain.\n"
        )
        preview.wait_until_shown("Again.", "/briefings/more/")
    _as_windows("clean", "--site", root)
    assert sorted(path.name for path in root.iterdir()) == ["content", "layouts", "site.yaml"]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose findings hold letters that few encodings have."""
    return write_site(tmp_path_factory.mktemp("foreign") / "site", split_site(FOREIGN))


ENCODINGS = ("cp1252", "cp437")
COMMANDS: Sequence[Sequence[str]] = (
    ("build",),
    ("build", "--explain", "--no-memo"),
    ("check",),
    ("check", "--format", "concise"),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_letter_is_too_much_for_a_stream(
    foreign: Path, command: Sequence[str], encoding: str
) -> None:
    ran = _printed(command, foreign, {"PYTHONIOENCODING": encoding})
    assert ran.returncode == 0, ran.stderr
    is_for_programs = command[-1] in {"json", "github"}
    told = (ran.stdout + ran.stderr).decode("utf-8" if is_for_programs else encoding)
    assert "OR506" in told
    assert (LETTERS if is_for_programs else ascii(LETTERS)[1:-1]) in told
    if command[-1] == "json":
        assert LETTERS in json.dumps(json.loads(ran.stdout), ensure_ascii=False)


@pytest.mark.parametrize(
    "command", [("init", "new مرحبا", "--title", LETTERS), ("schema",), ("explain",)]
)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_needs_no_site_is_printed_too(
    tmp_path: Path, command: Sequence[str], encoding: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "onrecord", *command],
        check=False,
        capture_output=True,
        cwd=tmp_path,
        env=plain_environment({"PYTHONPATH": IMPORTED, "PYTHONIOENCODING": encoding}),
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout


def test_files_and_pipes_get_utf_8_whatever_the_locale(foreign: Path) -> None:
    ran = _printed(("check",), foreign, {"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert LETTERS in (ran.stdout + ran.stderr).decode("utf-8")


def test_a_site_may_lie_where_no_text_can_name(tmp_path: Path) -> None:
    """In the C locale every letter beyond ASCII is such a one."""
    root = copy_sample(tmp_path / "sité d’Ada")
    for jobs in ("1", "2"):
        ran = onrecord(
            ["build", "--site", root, "--now", NOW, "--no-memo", "--jobs", jobs],
            environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr


def _printed(
    command: Sequence[str], site: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *command, "--site", site, "--now", NOW],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env=plain_environment({"PYTHONPATH": IMPORTED, **environment}),
    )
