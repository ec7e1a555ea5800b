"""A survey is equal where the site is, and only there; times and sizes decide nothing."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from onrecord.disk.survey import survey_site
from tests.rig.needs import POSIX, system
from tests.rig.sites import write_site

FILES: Mapping[str, str | bytes] = {
    "content/articles/a.md": "a",
    "content/articles/photo.jpg": b"\xff\xd8",
    "content/archive/s.txt": "copy",
    "layouts/partials/title.html": "title",
    "layouts/assets/own.css": "css",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", FILES)


def test_all_that_a_build_may_read_is_in_it(root: Path) -> None:
    survey = survey_site(root)
    assert set(survey.digests) == {*FILES, "site.yaml"}
    assert survey.refused == ()


@pytest.mark.parametrize("path", [*FILES, "site.yaml"])
def test_a_byte_in_any_file_counts_even_at_the_same_size_and_time(root: Path, path: str) -> None:
    before, place = survey_site(root), root / path
    found = place.stat()
    raw = place.read_bytes()
    place.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert survey_site(root) != before
    place.write_bytes(raw)
    os.utime(place)
    assert survey_site(root) == before


def add(root: Path) -> None:
    (root / "content/articles/new.md").touch()


def remove(root: Path) -> None:
    (root / "layouts/assets/own.css").unlink()


def rename(root: Path) -> None:
    (root / "content/articles/a.md").rename(root / "content/articles/b.md")


def change_case(root: Path) -> None:
    (root / "content/articles/a.md").rename(root / "content/articles/A.md")


def lose_settings(root: Path) -> None:
    (root / "site.yaml").unlink()


def link_a_file(root: Path) -> None:
    (root / "content/articles/link.md").symlink_to("a.md")


def link_a_folder(root: Path) -> None:
    (root / "content/articles").rename(root / "real")
    (root / "content/articles").symlink_to(root / "real")


def link_settings(root: Path) -> None:
    (root / "site.yaml").rename(root / "real.yaml")
    (root / "site.yaml").symlink_to("real.yaml")


@system(*POSIX, why="links need no rights")
@pytest.mark.parametrize(
    "change",
    [add, remove, rename, change_case, lose_settings, link_a_file, link_a_folder, link_settings],
)
def test_files_that_come_go_and_move_count(root: Path, change: Callable[[Path], None]) -> None:
    before = survey_site(root)
    change(root)
    assert survey_site(root) != before
    assert survey_site(root) == survey_site(root)


@pytest.mark.parametrize("name", [".hidden.md", "a.md~", "a.md.swp", "#a.md#"])
def test_what_editors_leave_behind_does_not_count(root: Path, name: str) -> None:
    before = survey_site(root)
    (root / "content/articles" / name).write_text("x", encoding="utf-8")
    assert survey_site(root) == before


def test_neither_output_nor_work_files_count(root: Path) -> None:
    before = survey_site(root)
    for name in ("public", ".onrecord", ".git"):
        (root / name).mkdir()
        (root / name / "file").touch()
    assert survey_site(root) == before
