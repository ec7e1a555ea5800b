"""A build talks to nobody, starts nothing, and writes nowhere but in the site's own folder.

Compiled layouts are kept in the user's cache folder, where the second run finds them.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rig.commands import NOW, ROOT, plain_environment
from tests.rig.hostile_site import hostile_site
from tests.rig.sites import build_folder, write_site

BROKEN = {"content/articles/broken.md": "no front matter [a](https://example.org/)\n"}


def run_watched(
    folder: Path, *command: str | Path, caches: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process that tells what it asked of the machine."""
    environment = plain_environment()
    if caches:
        environment["XDG_CACHE_HOME"] = str(caches)
    return subprocess.run(
        [sys.executable, "-m", "tests.rig.watched", str(folder), *command],
        check=False,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
    )


def seen(run: subprocess.CompletedProcess[str]) -> list[str]:
    """What was seen."""
    return re.findall(r"^SEEN (.*)$", run.stdout, re.MULTILINE)


@pytest.mark.parametrize(("more", "code"), [({}, 0), (BROKEN, 1)], ids=["published", "refused"])
def test_a_build_talks_to_nobody_and_starts_nothing(
    tmp_path: Path, more: dict[str, str], code: int
) -> None:
    root = write_site(tmp_path / "site", {**hostile_site(), **more})
    caches = tmp_path / "caches"
    first, second = [
        run_watched(root, "build", "--site", root, "--now", NOW, caches=caches) for _ in range(2)
    ]
    assert first.returncode == code, first.stderr
    assert [event for event in seen(first) if str(caches) not in event] == []
    assert {path.suffix for path in caches.rglob("*") if path.is_file()} == {".cache"}
    assert second.returncode == code, second.stderr
    assert seen(second) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["caches", "site"]


def test_a_check_writes_nothing_at_all(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", hostile_site())
    command = ("check", "--site", root, "--now", NOW)
    run_watched(tmp_path, *command, caches=tmp_path / "caches")
    run = run_watched(tmp_path / "elsewhere", *command, caches=tmp_path / "caches")
    assert run.returncode == 0, run.stderr
    assert seen(run) == []
    assert sorted(path.name for path in root.iterdir()) == ["content", "site.yaml"]


def test_the_watch_sees_what_it_looks_for(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", {})
    run = run_watched(tmp_path / "elsewhere", "build", "--site", root)
    assert any("public" in event or ".onrecord" in event for event in seen(run))


def test_pages_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    built = build_folder(write_site(tmp_path, hostile_site()))
    pages = [page.decode() for name, page in built.files().items() if name.endswith(".html")]
    assert len(pages) > 20
    for page in pages:
        loads = re.findall(r'<(?:img|script|source|iframe|video|audio)\b[^>]*? src="([^"]*)"', page)
        loads += re.findall(r'<link rel="(?:icon|preload|stylesheet)" href="([^"]*)"', page)
        assert loads
        assert not [address for address in loads if "//" in address]
        assert "default-src 'none'" in page
