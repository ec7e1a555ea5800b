"""The documents are true: their commands exist, their examples run, and nothing is left out."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord.cli.main import command
from onrecord.diagnostics import Code, every_code
from tests.rig.cases import Block, cases_in, disagreements, run_case
from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.sample import copy_sample

DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests/cases/README.md"]
    if path.is_file()
)
README = ROOT / "README.md"
EXAMPLE = "From front matter to page"
MAKE_TARGETS = set(
    re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)


def _subcommands() -> dict[str, click.Command]:
    assert isinstance(command, click.Group)
    return dict(command.commands)


def _blocks(path: Path) -> list[Block]:
    """Every fenced block of a document, whatever heading it stands under."""
    text = re.sub(r"^#+ ", "## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = []
    for match in re.finditer(r"^(`{3,})([^`\n]*)\n(.*?)^\1$", text, re.MULTILINE | re.DOTALL):
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(tuple(match[2].split()), match[3], line))
    return found


def _typed(path: Path) -> list[tuple[int, str]]:
    """Every command line in the shell blocks of a document, with its line."""
    return [
        (block.line + number, line)
        for block in _blocks(path)
        if block.info == ("sh",)
        for number, line in enumerate(block.content.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_line_of_a_document_can_be_typed(path: Path) -> None:
    wrong = [f"{path.name}:{line}: {typed}" for line, typed in _typed(path) if not _runs(typed)]
    assert wrong == []


def _runs(typed: str) -> bool:
    """Whether a command line names what exists: a make target, a subcommand with its options."""
    match shlex.split(typed):
        case ["make", *targets]:
            return set(targets) <= MAKE_TARGETS
        case ["onrecord" | ".venv/bin/onrecord", name, *rest]:
            return _parses(name, rest)
        case [".venv/bin/python", "-m", "pytest", *rest]:
            return all((ROOT / word).exists() for word in rest if word.startswith("tests/"))
    return False


def _parses(name: str, rest: list[str]) -> bool:
    subcommand = _subcommands().get(name)
    if subcommand is None:
        return False
    try:
        subcommand.make_context(name, rest)
    except click.UsageError:
        return False
    return True


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("make site", True),
        ("make nothing", False),
        ("onrecord build --drafts", True),
        ("onrecord build --draughts", False),
        ("onrecord serve", False),
        ("rm -rf /", False),
    ],
)
def test_a_command_line_that_cannot_be_typed_is_noticed(typed: str, runs: bool) -> None:
    assert _runs(typed) is runs


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_named_in_passing_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)`", text))
    assert named - MAKE_TARGETS == set()
    subcommands = set(re.findall(r"`onrecord ([a-z]+)", text))
    assert subcommands - set(_subcommands()) == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_relative_link_of_a_document_leads_to_a_file(path: Path) -> None:
    text = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readme_names_every_command_and_option() -> None:
    text = README.read_text(encoding="utf-8")
    missing = []
    for name, subcommand in _subcommands().items():
        if f"`onrecord {name}" not in text:
            missing.append(name)
        for option in subcommand.params:
            flag = option.opts[0]
            named = f"`{flag}" in text or f"`onrecord {name} {flag}" in text
            if isinstance(option, click.Option) and not named:
                missing.append(f"{name} {flag}")
    assert missing == []


def test_the_contributors_guide_names_every_make_target() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    inner = {"help", *(target for target in MAKE_TARGETS if target.startswith("ready-"))}
    assert [name for name in sorted(MAKE_TARGETS - inner) if f"`make {name}`" not in text] == []


def test_the_quick_start_is_two_commands() -> None:
    first = next(block for block in _blocks(README) if block.info == ("sh",))
    assert first.content.splitlines() == ["make site", "make test"]


def test_the_quick_start_shows_what_the_command_prints(tmp_path: Path) -> None:
    shown = next(block for block in _blocks(README) if block.info == ("text",)).content
    ended = onrecord(["build", "--now", NOW], folder=copy_sample(tmp_path))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert _without_seconds(ended.stdout) in _without_seconds(shown)


def _without_seconds(text: str) -> str:
    return re.sub(r"[\d.]+ s$", "N s", text, flags=re.MULTILINE)


def test_the_readmes_example_builds_as_it_says(tmp_path: Path) -> None:
    case = next(case for case in cases_in(README) if case.sentence == EXAMPLE)
    assert disagreements(case, run_case(case, tmp_path / "site")) == []


@pytest.mark.parametrize("code", every_code(), ids=lambda code: code.id)
def test_every_code_is_explained(code: Code) -> None:
    said = CliRunner().invoke(command, ["explain", code.id])
    assert said.output.startswith(f"{code.id}: {code.headline}\n")
    words = " ".join(said.output.split())
    assert " ".join(code.explanation.split()) in words
    assert len(code.explanation.split()) >= 8


def test_a_code_that_does_not_exist_is_answered_with_the_closest() -> None:
    said = CliRunner().invoke(command, ["explain", "OR2O1"])
    assert said.exit_code == 2
    assert "did you mean OR201?" in said.output


def test_every_family_of_codes_stands_in_the_contributors_guide() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    families = {code.id[:3] for code in every_code()}
    assert [family for family in sorted(families) if family not in text] == []
