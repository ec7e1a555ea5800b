import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment

from onrecord.render.compiled_layouts import compiled_layouts
from onrecord.render.environment import open_environment
from onrecord.text.source import SourceFile
from tests.rig.needs import POSIX, system

FOLDER_NAMED_BY = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"


def layout(text: str) -> dict[str, SourceFile]:
    return {"a.html": SourceFile("layouts/a.html", text, "")}


def rendered(text: str) -> str:
    return open_environment(layout(text)).get_template("a.html").render(word="<b>")


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "caches"
    monkeypatch.setenv(FOLDER_NAMED_BY, str(folder))
    return folder


def kept(caches: Path) -> list[Path]:
    return [path for path in caches.rglob("*") if path.is_file()]


def test_a_layout_is_compiled_once(caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered("{{ word }}") == "&lt;b&gt;"
    [file] = kept(caches)
    before = file.read_bytes()
    compiled: list[str] = []
    compiling = Environment.compile

    def watched(
        self: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        compiled.append(source)
        return compiling(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", watched)
    assert rendered("{{ word }}") == "&lt;b&gt;"
    assert compiled == []
    assert rendered("({{ word }})") == "(&lt;b&gt;)"
    assert compiled == ["({{ word }})"]
    assert file.read_bytes() != before


def test_code_of_another_set_up_is_not_run(caches: Path) -> None:
    ours = compiled_layouts(open_environment(layout("")))
    trusting = compiled_layouts(Environment(autoescape=False))  # noqa: S701 - it renders nothing
    assert ours is not None
    assert trusting is not None
    assert ours.directory != trusting.directory
    assert Path(ours.directory).is_relative_to(caches)


def test_what_was_kept_and_is_damaged_is_made_again(caches: Path) -> None:
    rendered("{{ word }}")
    [file] = kept(caches)
    for damage in (b"", b"\0" * 99, file.read_bytes()[:40]):
        file.write_bytes(damage)
        assert rendered("{{ word }}") == "&lt;b&gt;"


@system(*POSIX, why="folders have modes")
def test_a_folder_that_others_may_write_to_is_not_used(caches: Path) -> None:
    rendered("{{ word }}")
    [file] = kept(caches)
    file.parent.chmod(0o777)
    assert compiled_layouts(open_environment(layout(""))) is None


def test_where_nothing_can_be_kept_layouts_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    for folder in (str(blocked), "not/absolute"):
        monkeypatch.setenv(FOLDER_NAMED_BY, folder)
        assert compiled_layouts(open_environment(layout(""))) is None
        assert rendered("{{ word }}") == "&lt;b&gt;"
