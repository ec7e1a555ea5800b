"""The documents are true: their commands exist, their examples run, and nothing is left out."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from benchmarks.__main__ import options as benchmark_options
from onrecord.cli.main import command
from onrecord.diagnostics import Code, every_code
from tests.rig.cases import Block, cases_in, disagreements, run_case
from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.documents import GUIDES, PAGES, README, TUTORIAL
from tests.rig.followed import Walk, follow, is_followed, sections_in, walks_in
from tests.rig.sample import copy_sample

DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests/cases/README.md"]
    if path.is_file()
)
# Those whose examples are followed elsewhere, and where.
FOLLOWED_ELSEWHERE = {
    TUTORIAL: "tests/test_tutorial.py",
    PAGES / "extending.md": "tests/test_extending.py",
}
FOLLOWED = tuple(path for path in sorted(PAGES.glob("*.md")) if path not in FOLLOWED_ELSEWHERE)
# Blocks that are no site and no command of ours, and where they are tried.
TRIED_ELSEWHERE = {
    ("preview.md", "text"): "tests/preview/test_beginning.py",
    ("scaling.md", "python"): "tests/test_executors.py",
}
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


TYPED_ELSEWHERE = {TUTORIAL}  # tests/test_tutorial.py types all of it


@pytest.mark.parametrize(
    "path", [path for path in DOCUMENTS if path not in TYPED_ELSEWHERE], ids=lambda path: path.name
)
def test_every_command_line_of_a_document_can_be_typed(path: Path) -> None:
    wrong = [f"{path.name}:{line}: {typed}" for line, typed in _typed(path) if not _runs(typed)]
    assert wrong == []


def _runs(typed: str) -> bool:
    """Whether a command line names what exists: a make target, a subcommand with its options."""
    program, *rest = shlex.split(typed)
    match [program.removeprefix("~/onrecord-command/bin/"), *rest]:
        case ["python3", "-m", "venv" | "http.server", *_] | ["pip", "install", "."]:
            return True
        case ["rsync", *_] | ["rclone", "sync", *_]:
            return True  # tests/test_recipes.py runs them
        case ["make", "bench", measured] if measured.startswith("BENCH="):
            return _measures(measured.removeprefix("BENCH="))
        case ["make", *targets]:
            return set(targets) <= MAKE_TARGETS
        case ["onrecord" | ".venv/bin/onrecord", name, *rest]:
            return _parses(name, rest)
        case [".venv/bin/python", "-m", "tests.rig.as_windows", name, *rest]:
            return _parses(name, rest)
        case [".venv/bin/python", "-m", "pytest" | "tests.rig.tested_as_windows", *rest]:
            return all((ROOT / word).exists() for word in rest if word.startswith("tests/"))
    return False


def _measures(wish: str) -> bool:
    try:
        benchmark_options().parse_args(shlex.split(wish))
    except SystemExit:
        return False
    return True


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
        ('make bench BENCH="--runs 5 --up-to hugo=1000"', True),
        ('make bench BENCH="--walks 5"', False),
        ("onrecord build --drafts", True),
        ("onrecord build --draughts", False),
        ("onrecord publish", False),
        (".venv/bin/python -m tests.rig.as_windows publish", False),
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
    text = re.sub(r"`[^`\n]+`", "", text)
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
    missing += [
        option.opts[0]
        for option in command.params
        if isinstance(option, click.Option) and f"`onrecord {option.opts[0]}" not in text
    ]
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


@pytest.mark.parametrize(
    "walk",
    [walk for path in (README, *FOLLOWED) for walk in walks_in(path)],
    ids=lambda walk: walk.label,
)
def test_every_example_of_the_writers_reference_does_as_it_says(walk: Walk, tmp_path: Path) -> None:
    assert follow(walk, tmp_path / "site") == []


@pytest.mark.parametrize("path", FOLLOWED, ids=lambda path: path.name)
def test_no_block_of_the_writers_reference_goes_unchecked(path: Path) -> None:
    followed = {section.line for walk in walks_in(path) for section in walk.sections}
    unchecked = [
        f"{path.name}:{block.line}: {' '.join(block.info)}"
        for section in sections_in(path)
        for block in section.blocks
        if block.info != ("sh",)
        and (path.name, " ".join(block.info)) not in TRIED_ELSEWHERE
        and not (section.line in followed and is_followed(block))
    ]
    assert unchecked == []


@pytest.mark.parametrize("path", [README, TUTORIAL, *FOLLOWED], ids=lambda path: path.name)
def test_readers_are_told_where_each_file_of_an_example_goes(path: Path) -> None:
    """What stands after a block's language is shown by no page."""
    untold = [
        f"{path.name}: {file}"
        for file, words in _files_with_words_before(path.read_text(encoding="utf-8"))
        if f"`{file}`" not in words
    ]
    assert untold == []


def _files_with_words_before(text: str) -> list[tuple[str, str]]:
    """The path of each file in a document, and what is said after the block or heading before."""
    apart = re.compile(r"^(?:(`{3,})([^`\n]*)\n.*?^\1$|#[^\n]*)", re.MULTILINE | re.DOTALL)
    found, end = [], 0
    for match in apart.finditer(text):
        words, info = text[end : match.start()], (match[2] or "").split()
        end = match.end()
        if is_followed(Block(tuple(info), "", 0)) and info[1:] and re.search(r"[./]", info[1]):
            found.append((info[1], words))
    return found


def test_what_is_tried_elsewhere_is_tried_there() -> None:
    names = [(path.name, place) for path, place in FOLLOWED_ELSEWHERE.items()]
    names += [(name, place) for (name, _), place in TRIED_ELSEWHERE.items()]
    silent = [name for name, place in names if name not in (ROOT / place).read_text("utf-8")]
    assert silent == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_a_guide_tells_what_is_typed_what_is_shown_and_what_becomes_of_slips(path: Path) -> None:
    blocks = [block for section in sections_in(path) for block in section.blocks]
    assert any(block.info[0] in ("md", "yaml") for block in blocks)
    assert any(block.info[1:2] == ("expect",) for block in blocks)
    said = [block.content for block in blocks if block.info[1:] in (("diagnostics",), ("prints",))]
    assert re.search(r"\bOR\d{3}\b", "".join(said))


def test_a_document_that_says_what_does_not_happen_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "wrong.md"
    path.write_text(
        "## 1. A site\n\n```md content/pages/about.md\n---\ntitle: About\n---\nUs.\n```\n\n"
        "```sh\nonrecord check\n```\n\n```text prints\nChecked, 9 errors,\n```\n\n"
        "## 2. The same\n\n```text expect /about/\nThem.\n```\n\n```text absent\n/about/\n```\n",
        encoding="utf-8",
    )
    (walk,) = walks_in(path)
    printed, expected, absent = follow(walk, tmp_path / "site")
    assert printed.startswith("wrong.md:14: it prints\n")
    assert expected.startswith("wrong.md:20: not on /about/")
    assert absent == "wrong.md:24: published all the same: /about/"


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
