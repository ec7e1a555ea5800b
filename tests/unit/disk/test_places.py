"""Paths that a site may name, and those that lead out of it."""

import sys
from pathlib import Path

import pytest

from onrecord.disk.files import UnsafePath, safe_path
from tests.rig.needs import POSIX, system


@pytest.mark.parametrize("path", ["content/a:b", "C:content/a", "content/a.md:hidden"])
def test_on_windows_a_colon_leads_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(UnsafePath, match="leads out of the site"):
        safe_path(tmp_path, path)


@system(*POSIX, why="a colon is a letter like others")
def test_elsewhere_it_is_a_letter_like_others(tmp_path: Path) -> None:
    (tmp_path / "a-b").touch()
    assert safe_path(tmp_path, "a-b").name == "a-b"
    with pytest.raises(FileNotFoundError):
        safe_path(tmp_path, "a:b")
