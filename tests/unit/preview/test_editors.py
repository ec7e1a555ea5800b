"""Links that open an editor."""

from pathlib import Path

import pytest

from onrecord.preview.editors import KNOWN, editor_from, editor_link
from tests.rig.needs import LINUX, system


def test_a_link_names_file_line_and_column(tmp_path: Path) -> None:
    link = editor_link(editor_from("vscode"), tmp_path, "content/a.md", 3, 7)
    assert link == f"vscode://file{tmp_path.as_posix()}/content/a.md:3:7"


def test_what_means_something_in_an_address_is_written_otherwise() -> None:
    link = editor_link(editor_from("idea"), Path("/a b"), "content/x&y#z?.md", 3, 7)
    assert link == "idea://open?file=/a%20b/content/x%26y%23z%3F.md&line=3&column=7"


@system(*LINUX, why="elsewhere names are text")
def test_a_folder_may_have_a_name_that_is_no_text() -> None:
    link = editor_link(editor_from("vscode"), Path("/\udcff"), "content/a.md", 3, 7)
    assert link == "vscode://file/%FF/content/a.md:3:7"


@pytest.mark.parametrize("name", KNOWN)
def test_every_known_editor_is_told_where(name: str) -> None:
    link = editor_link(editor_from(name), Path("/site"), "a.md", 3, 7)
    assert "/site/a.md" in link
    assert "3" in link


def test_without_an_editor_there_is_no_link() -> None:
    assert editor_link(editor_from("none"), Path("/site"), "a.md", 3, 7) == ""


def test_an_address_of_ones_own_is_taken_as_it_is() -> None:
    assert editor_from("helix+ssh://h{path}#{line}") == "helix+ssh://h{path}#{line}"


@pytest.mark.parametrize(
    "typed",
    [
        "", "vim", "javascript:alert({path})", "data:text/html,{path}", "x:{path}{0}", "x:{path.real}",
        "x:{line}", "x: {path}", "{path}", "JAVASCRIPT:{path}", "x:{path}{other}",
    ],
)  # fmt: skip
def test_what_is_no_editor_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is no editor that links can open"):
        editor_from(typed)


def test_for_an_editor_in_a_terminal_there_is_advice() -> None:
    with pytest.raises(ValueError, match="in a terminal, such as vim or nano, give none"):
        editor_from("vim")
