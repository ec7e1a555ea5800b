"""What writers read after a command: findings, verdict and exit code, in every format."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run as run_command_line
from tests.rig.commands import NOW, onrecord, plain_environment
from tests.rig.needs import POSIX, leave_unless
from tests.rig.sites import split_site, write_site

WITH_A_WARNING = """\
--- content/articles/talk.md ---
---
title: Talk
date: 2020-01-06
colour: red
actors: [{id: ada, name: Ada Byron, role: minister}]
quotes: [{id: open, speaker: ada, text: The door is open, source: call}]
sources: [{id: call, kind: own, title: A call}]
---
“The door is open,” said Ada Byron.
--- content/articles/later.md ---
---
title: Later
date: 2030-01-06
---
Not yet.
"""
WITH_AN_ERROR = "--- content/articles/talk.md ---\n---\ntitle: Talk\n---\nNo date.\n"


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A site with one warning, and one article that waits."""
    return write_site(tmp_path / "site", split_site(WITH_A_WARNING))


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a site, in its folder and in this process."""

    def command(name: str, root: Path, *options: str) -> subprocess.CompletedProcess[str]:
        arguments = ["onrecord", name, "--now", NOW, *options]
        monkeypatch.chdir(root)
        monkeypatch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        said = capsys.readouterr()
        assert isinstance(ended.value.code, int | None)
        return subprocess.CompletedProcess(arguments, ended.value.code or 0, said.out, said.err)

    return command


def test_a_build_says_what_the_site_holds_and_what_was_done(warned: Path, run: Run) -> None:
    first = run("build", warned)
    assert first.returncode == 0
    assert "1 briefing, 1 actor, 1 of 1 quote placed, 1 source\n" in first.stdout
    assert "Held back: 1 article" in first.stdout
    last = first.stdout.splitlines()[-1]
    assert last.startswith("Published to public/: ")
    assert " 0 unchanged with 1 warning in " in last
    again = run("build", warned)
    assert "Published to public/: 0 files written, " in again.stdout


def test_a_finding_shows_its_place_its_line_and_what_to_do(warned: Path, run: Run) -> None:
    told = run("build", warned).stdout
    assert "warning OR115 " in told
    assert "  --> content/articles/talk.md:4:1\n  4 | colour: red\n    | ^^^^^^\n" in told


def test_strict_publishes_nothing_where_a_warning_stands(warned: Path, run: Run) -> None:
    done = run("build", warned, "--strict")
    assert done.returncode == 1
    assert "Nothing published: 1 warning (--strict takes warnings for errors)" in done.stderr
    assert not (warned / "public").exists()


def test_an_error_publishes_nothing_and_says_so_last(tmp_path: Path, run: Run) -> None:
    root = write_site(tmp_path / "site", split_site(WITH_AN_ERROR))
    done = run("build", root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error OR110 " in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Nothing published: 1 error, in ")


def test_infos_are_shown_where_they_are_asked_for(warned: Path, run: Run) -> None:
    assert "OR126" not in run("build", warned).stdout
    assert "info OR126 " in run("build", warned, "--verbose").stdout


def test_the_output_goes_where_it_is_asked_for(warned: Path, tmp_path: Path, run: Run) -> None:
    done = run("build", warned, "--output", str(tmp_path / "www"))
    assert done.returncode == 0
    assert (tmp_path / "www/index.html").is_file()
    assert not (warned / "public").exists()


def test_check_publishes_nothing(warned: Path, run: Run) -> None:
    done = run("check", warned)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1].startswith("Checked with 1 warning in ")
    assert not (warned / "public").exists()


def test_a_check_that_finds_an_error_does_not_speak_of_publishing_as_if_it_would(
    tmp_path: Path, run: Run
) -> None:
    root = write_site(tmp_path / "site", split_site(WITH_AN_ERROR))
    done = run("check", root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("Not ready to publish: 1 error, in ")


def test_the_time_told_is_that_since_the_command_was_called(
    warned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["onrecord", "check", "--site", str(warned), "--no-memo"])
    with pytest.raises(SystemExit):
        run_command_line(time.perf_counter() - 500)
    assert " in 50" in capsys.readouterr().err.splitlines()[-1]


def test_machine_formats_print_nothing_else(warned: Path, run: Run) -> None:
    as_json = run("check", warned, "--format", "json")
    assert [found["code"] for found in json.loads(as_json.stdout)["diagnostics"]] == ["OR115"]
    to_github = run("check", warned, "--format", "github")
    assert to_github.stdout.startswith("::warning title=OR115,file=content/articles/talk.md,line=4")
    assert (as_json.stderr, to_github.stderr) == ("", "")
    concise = run("check", warned, "--format", "concise")
    assert concise.stdout.startswith("content/articles/talk.md:4:1: warning OR115: ")


def test_explain_tells_a_code_and_what_it_does_to_a_build() -> None:
    told = onrecord(["explain", "or201"])
    assert told.returncode == 0
    assert told.stdout.startswith("OR201: quote not found\n\n")
    assert told.stdout.endswith("A warning: it fails under --strict.\n")


def test_explain_takes_the_number_of_a_code_alone() -> None:
    assert onrecord(["explain", "201"]).stdout == onrecord(["explain", "OR201"]).stdout
    unknown = onrecord(["explain", "288"])
    assert (unknown.returncode, "there is no code 288" in unknown.stderr) == (2, True)


def test_explain_lists_the_codes_and_knows_what_was_meant() -> None:
    listed = onrecord(["explain"]).stdout.splitlines()
    assert any(line.startswith("OR201  warning") for line in listed)
    unknown = onrecord(["explain", "OR2O1"])
    assert unknown.returncode == 2
    assert "did you mean OR201?" in unknown.stderr


def on_a_terminal(arguments: list[str], folder: Path, **environment: str) -> str:
    """What the command prints where both of its streams are a terminal."""
    leave_unless(*POSIX, why="terminals can be pretended")
    import pty  # noqa: PLC0415 - not on every system

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=folder,
        env=plain_environment({"TERM": "xterm", **environment}),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:  # Linux says so where the other end was closed
        pass
    finally:
        os.close(ours)
    process.wait()
    return said.decode()


def test_colour_and_progress_are_for_terminals(warned: Path) -> None:
    arguments = ["build", "--now", NOW]
    shown = on_a_terminal(arguments, warned)
    assert "\x1b[33m\x1b[1mwarning OR115\x1b[0m" in shown
    assert "Reading and checking the site" in shown
    piped = onrecord(arguments, folder=warned)
    assert "\x1b" not in piped.stdout + piped.stderr
    assert "Reading and checking" not in piped.stdout + piped.stderr


def test_a_terminal_may_ask_for_no_colour(warned: Path) -> None:
    shown = on_a_terminal(["build", "--now", NOW], warned, NO_COLOR="1")
    assert "warning OR115 " in shown
    assert "\x1b[33m" not in shown
