"""Publication: whole or not at all, ours only, changed files only."""

import errno
import os
import stat
from pathlib import Path

import pytest

from onrecord.diagnostics import Diagnostic
from onrecord.publish import OutputFile, Publication, Staging, open_staging
from onrecord.publish.manifest import MANIFEST_PATH
from onrecord.publish.tree import Tree
from tests.rig.needs import POSIX, system

FIRST = {"index.html": b"one", "briefings/x/index.html": b"x", "feed.xml": b"f"}


def publish(root: Path, files: dict[str, bytes]) -> Publication:
    """Stage and publish these files to `public`; the test fails where that is refused."""
    staging = opened(root)
    try:
        for path, content in files.items():
            staging.add(OutputFile(path, content))
        return staging.publish()
    finally:
        staging.discard()


def opened(root: Path) -> Staging:
    """A staging for `public`."""
    outcome = open_staging(root, root / "public")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def refusal(root: Path) -> Diagnostic:
    """Why no staging is given."""
    outcome = open_staging(root, root / "public")
    assert outcome.value is None
    return outcome.diagnostics[0]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, but for the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST_PATH
    }


def test_a_first_publication_writes_every_file(tmp_path: Path) -> None:
    done = publish(tmp_path, FIRST)
    assert tree(tmp_path / "public") == FIRST
    assert (done.written, done.unchanged, done.removed) == (3, 0, 0)


def test_only_what_changed_counts_as_written(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    done = publish(tmp_path, {**FIRST, "index.html": b"two"})
    assert (done.written, done.unchanged, done.removed) == (1, 2, 0)
    assert (tmp_path / "public/index.html").read_bytes() == b"two"


def test_where_nothing_changed_the_folder_is_not_touched(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = (tmp_path / "public").stat().st_ino
    done = publish(tmp_path, FIRST)
    assert (tmp_path / "public").stat().st_ino == before
    assert (done.written, done.unchanged) == (0, 3)


def test_the_spare_tree_never_shows_an_older_site(tmp_path: Path) -> None:
    for turn in range(5):
        files = {**FIRST, "index.html": str(turn).encode(), f"only-{turn}.html": b"here"}
        publish(tmp_path, files)
        assert tree(tmp_path / "public") == files


def test_a_file_that_is_no_longer_made_is_removed_with_its_folder(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    done = publish(tmp_path, {"index.html": b"one"})
    assert done.removed == 2
    assert not (tmp_path / "public/briefings").exists()


def test_a_foreign_file_is_refused_and_kept(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "public/thesis.doc").write_bytes(b"mine")
    found = refusal(tmp_path)
    assert found.code == "OR902"
    assert "thesis.doc" in found.message
    assert (tmp_path / "public/thesis.doc").read_bytes() == b"mine"


def test_a_folder_that_was_never_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/index.html").write_bytes(b"hand-made")
    assert refusal(tmp_path).code == "OR902"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    publish(tmp_path, FIRST)
    assert tree(tmp_path / "public") == FIRST


def test_output_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "elsewhere")
    assert refusal(tmp_path).code == "OR902"


def test_a_second_build_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    first = opened(tmp_path)
    assert refusal(tmp_path).code == "OR904"
    first.discard()
    publish(tmp_path, FIRST)


def test_a_discarded_staging_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    staging = opened(tmp_path)
    staging.add(OutputFile("index.html", b"half"))
    staging.discard()
    assert tree(tmp_path / "public") == FIRST
    publish(tmp_path, FIRST)
    assert tree(tmp_path / "public") == FIRST


def test_tampered_output_is_mended(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "public/feed.xml").write_bytes(b"tampered")
    (tmp_path / "public/index.html").unlink()
    done = publish(tmp_path, FIRST)
    assert done.written == 2
    assert tree(tmp_path / "public") == FIRST


def test_a_tampered_spare_is_mended_before_it_is_published(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, {**FIRST, "index.html": b"two"})
    spare = tmp_path / ".onrecord/spare"
    (spare / "feed.xml").write_bytes(b"poison")
    (spare / "stray.html").write_bytes(b"stray")
    (spare / "briefings/x/index.html").unlink()
    (spare / "briefings/x").rmdir()
    (spare / "briefings/x").symlink_to(tmp_path)
    third = {**FIRST, "index.html": b"three"}
    publish(tmp_path, third)
    assert tree(tmp_path / "public") == third


@system(*POSIX, why="files have modes")
@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_files_and_folders_are_readable_by_all_whatever_the_umask(
    tmp_path: Path, mask: int
) -> None:
    before = os.umask(mask)
    try:
        publish(tmp_path, FIRST)
    finally:
        os.umask(before)
    public = tmp_path / "public"
    modes = {stat.S_IMODE(path.stat().st_mode) for path in public.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in [public, public / "briefings"]}
    assert (modes, folders) == ({0o644}, {0o755})


def test_a_full_disk_while_staging_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, FIRST)
    staging = opened(tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Tree, "put", refuse)
    with pytest.raises(OSError, match="No space"):
        staging.add(OutputFile("index.html", b"two"))
    staging.discard()
    assert tree(tmp_path / "public") == FIRST


def test_an_output_folder_outside_the_site_is_published_to(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    outcome = open_staging(site, tmp_path / "www/html")
    assert outcome.value is not None
    outcome.value.add(OutputFile("index.html", b"one"))
    outcome.value.publish()
    assert tree(tmp_path / "www/html") == {"index.html": b"one"}


@pytest.mark.parametrize(
    "place",
    [
        ".",
        "..",
        "content",
        "content/new",
        "layouts",
        ".git/x",
        ".onrecord",
        ".onrecord/spare",
        "x/..",
    ],
)
def test_no_output_lies_among_the_site_s_own_files(tmp_path: Path, place: str) -> None:
    root = tmp_path / "site"
    (root / "x").mkdir(parents=True)
    outcome = open_staging(root, root / place)
    assert outcome.value is None
    assert [found.code for found in outcome.diagnostics] == ["OR706"]
    assert [path.name for path in root.iterdir()] == ["x"]


def test_a_link_to_the_site_s_own_files_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "public").symlink_to("content")
    assert refusal(tmp_path).code == "OR706"


def test_work_files_are_not_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "spare").mkdir(parents=True)
    (tmp_path / ".onrecord").symlink_to(elsewhere)
    assert refusal(tmp_path).code == "OR706"
    assert [path.name for path in elsewhere.rglob("*")] == ["spare"]


@system(*POSIX, why="a link can be refused as a file is opened")
def test_the_lock_is_not_taken_through_a_link(tmp_path: Path) -> None:
    (tmp_path / ".onrecord").mkdir()
    (tmp_path / ".onrecord/lock").symlink_to(tmp_path / "elsewhere")
    assert refusal(tmp_path).code == "OR903"
    assert not (tmp_path / "elsewhere").exists()
