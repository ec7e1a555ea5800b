"""What a test needs and does not find: who is told, and when that is a failure."""

import re
import sys

import pytest

from tests.rig import needs
from tests.rig.commands import ROOT

ANY_SKIP = re.compile(r"pytest\.skip\(|mark\.skipif\(|importorskip\(|mark\.skip\b")


def _ending(monkeypatch: pytest.MonkeyPatch, system: str, ci: str, *, everywhere: bool) -> str:
    """How a test ends that misses something there: skipped or failed, and the words."""
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("CI", ci)
    with pytest.raises((pytest.skip.Exception, pytest.fail.Exception)) as ended:
        needs.give_up("the tool", "make tool", everywhere=everywhere)
    assert "the tool is missing; to have this test run: make tool" in str(ended.value)
    return "skipped" if isinstance(ended.value, pytest.skip.Exception) else "failed"


@pytest.mark.parametrize(
    ("system", "ci", "everywhere", "ending"),
    [
        ("linux", "", False, "skipped"),
        ("linux", "true", False, "failed"),
        ("win32", "true", False, "skipped"),
        ("win32", "true", True, "failed"),
        ("darwin", "", True, "skipped"),
    ],
)
def test_what_could_be_there_must_be_there_under_ci(
    monkeypatch: pytest.MonkeyPatch, system: str, ci: str, everywhere: bool, ending: str
) -> None:
    assert _ending(monkeypatch, system, ci, everywhere=everywhere) == ending


def test_a_test_of_another_system_is_skipped_under_ci_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(sys, "platform", "win32")
    mark = needs.system(*needs.POSIX, why="files have modes").mark
    assert mark.args == (True,)
    assert mark.kwargs == {"reason": "only on Linux and macOS: files have modes"}
    with pytest.raises(pytest.skip.Exception, match="only on Linux: it forks"):
        needs.leave_unless(*needs.LINUX, why="it forks")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert needs.system(*needs.POSIX, why="files have modes").mark.args == (False,)
    needs.leave_unless(*needs.POSIX, why="files have modes")


def test_a_program_that_nothing_brought_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"no-such-thing .* run: make ready-test"):
        needs.python_program("no-such-thing")


def test_a_test_says_what_its_machine_must_have() -> None:
    mark = needs.machine(has=False, why="this machine has no printer").mark
    assert (mark.args, mark.kwargs) == ((True,), {"reason": "this machine has no printer"})
    assert needs.machine(has=True, why="this machine has no printer").mark.args == (False,)


def test_no_test_is_skipped_in_another_way() -> None:
    skipping = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("*.py")
        if "node_modules" not in path.parts and ANY_SKIP.search(path.read_text(encoding="utf-8"))
    }
    assert skipping == {"tests/rig/needs.py"}
