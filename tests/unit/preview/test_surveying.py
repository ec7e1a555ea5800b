"""The survey of a site kept up to date by the names of what was touched."""

import shutil
from pathlib import Path

import pytest

from onrecord.disk.survey import survey_site
from onrecord.preview.surveying import survey_again
from tests.rig.sites import write_site

FILES = {
    "site.yaml": "title: T\n",
    "content/articles/a.md": "a",
    "content/articles/b.md": "b",
    "content/articles/\u00e9.md": "accent",
    "content/actors/deep/c.md": "c",
    "layouts/base.html": "d",
}


def _write(root: Path, name: str, text: str) -> str:
    write_site(root, {name: text, "site.yaml": "title: T\n"})
    return name


def _edited(root: Path) -> set[str]:
    return {_write(root, "content/articles/a.md", "other")}


def _added(root: Path) -> set[str]:
    return {_write(root, "content/articles/new/x.md", "x"), "content/articles/new"}


def _removed(root: Path) -> set[str]:
    (root / "content/articles/a.md").unlink()
    return {"content/articles/a.md"}


def _folder_removed(root: Path) -> set[str]:
    (root / "content/articles").rename(root / "elsewhere")
    return {"content/articles"}


def _folder_added(root: Path) -> set[str]:
    (root / "content/articles").rename(root / "content/topics")
    return {"content/articles", "content/topics"}


def _renamed(root: Path) -> set[str]:
    (root / "content/articles/a.md").rename(root / "content/articles/z.md")
    return {"content/articles/a.md", "content/articles/z.md"}


def _settings(root: Path) -> set[str]:
    return {_write(root, "site.yaml", "title: Other\n"), "site.yaml"}


def _no_settings(root: Path) -> set[str]:
    (root / "site.yaml").unlink()
    return {"site.yaml"}


def _hidden(root: Path) -> set[str]:
    return {_write(root, "content/.hidden/x.md", "x"), _write(root, "content/articles/a.md~", "x")}


def _link(root: Path) -> set[str]:
    (root / "content/articles/link.md").symlink_to(root / "site.yaml")
    return {"content/articles/link.md"}


def _odd_name(root: Path) -> set[str]:
    return {_write(root, "content/articles/o\u0301.md", "accent")}


def _other_form(root: Path) -> set[str]:
    (root / "content/articles/\u00e9.md").rename(root / "content/articles/e\u0301.md")
    return {"content/articles/\u00e9.md", "content/articles/e\u0301.md"}


def _one_of_two_forms_removed(root: Path) -> set[str]:
    shutil.copy(root / "content/articles/\u00e9.md", root / "content/articles/e\u0301.md")
    (root / "content/articles/\u00e9.md").unlink()
    return {"content/articles/\u00e9.md"}


def _file_for_folder(root: Path) -> set[str]:
    (root / "content/actors/deep/c.md").unlink()
    (root / "content/actors/deep").rmdir()
    return {_write(root, "content/actors/deep", "a file now"), "content/actors/deep/c.md"}


def _many(root: Path) -> set[str]:
    return {_write(root, f"content/articles/m{number}.md", "m") for number in range(60)}


@pytest.mark.parametrize(
    "happen",
    [
        _edited, _added, _removed, _folder_removed, _folder_added, _renamed, _settings, _no_settings,
        _hidden, _link, _odd_name, _other_form, _one_of_two_forms_removed, _file_for_folder, _many,
    ],
)  # fmt: skip
def test_it_is_what_a_survey_of_everything_gives(tmp_path: Path, happen: object) -> None:
    root = write_site(tmp_path / "site", FILES)
    before = survey_site(root)
    assert callable(happen)
    touched = happen(root)
    assert survey_again(root, before, touched) == survey_site(root)
