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
from onrecord.model import ActorKind, CorrectionKind, NoteKind, RelationType, SourceKind
from onrecord.read.schemas import (
    actors,
    allowances,
    articles,
    quotes,
    site,
    sources,
    themes,
    topics,
)
from onrecord.read.schemas.keys import Keys, known_keys
from tests.rig.cases import Block, cases_in, disagreements, run_case
from tests.rig.commands import NOW, ROOT, onrecord
from tests.rig.followed import Walk, follow, is_followed, sections_in, walks_in
from tests.rig.sample import copy_sample

DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests/cases/README.md"]
    if path.is_file()
)
README = ROOT / "README.md"
PAGES = ROOT / "docs/content/pages"
TUTORIAL = PAGES / "tutorial.md"
WRITING = PAGES / "writing.md"
SITE_YAML = PAGES / "site-yaml.md"
THEMING = PAGES / "theming.md"
QUOTING = PAGES / "quoting.md"
CITING = PAGES / "citing.md"
PROFILING = PAGES / "profiling.md"
CORRECTING = PAGES / "correcting.md"
ANONYMISING = PAGES / "anonymising.md"
TRANSLATING = PAGES / "translating.md"
GUIDES = (
    QUOTING,
    CITING,
    PROFILING,
    CORRECTING,
    ANONYMISING,
    TRANSLATING,
    THEMING,
    PAGES / "deploying.md",
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
        case [".venv/bin/python", "-m", "pytest", *rest]:
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


KEYS_UNDER: dict[tuple[Path, str], tuple[type[Keys], ...]] = {
    (WRITING, "Keys of an article"): (articles.ArticleKeys,),
    (WRITING, "Keys of an event"): (articles.EventKeys,),
    (WRITING, "Keys of a picture"): (articles.ImageKeys,),
    (WRITING, "Keys of an allowance"): (allowances.AllowanceKeys,),
    (PROFILING, "Keys of an actor"): (
        actors.ActorKeys,
        actors.NamedActorKeys,
        actors.InlineActorKeys,
        actors.ListingKeys,
    ),
    (PROFILING, "Keys of a role"): (actors.RoleKeys,),
    (PROFILING, "Keys of a relation"): (actors.RelationKeys,),
    (QUOTING, "Keys of a quote"): (quotes.SharedQuoteKeys, quotes.PassageKeys, quotes.QuoteKeys),
    (ANONYMISING, "Keys of a speaker"): (quotes.SpeakerKeys,),
    (CITING, "Keys of a source that a quote names"): (quotes.SourceRefKeys,),
    (QUOTING, "Keys of another wording"): (quotes.OtherWordingKeys,),
    (TRANSLATING, "Keys of an original"): (quotes.OriginalKeys,),
    (CITING, "Keys of a source"): (
        sources.SourceKeys,
        sources.LocalSourceKeys,
        sources.ConsultedKeys,
    ),
    (CITING, "Keys of an archived copy"): (sources.ArchivedKeys,),
    (WRITING, "Keys of a note"): (articles.NoteKeys,),
    (CORRECTING, "Keys of a correction"): (articles.CorrectionKeys,),
    (WRITING, "Keys of a topic"): (topics.TopicKeys,),
    (WRITING, "Keys of a page"): (topics.PageKeys,),
    (SITE_YAML, "Keys of site.yaml"): (site.SiteKeys,),
    (SITE_YAML, "Keys of feeds"): (site.FeedKeys,),
    (SITE_YAML, "Keys of an entry of nav"): (site.NavKeys,),
    (SITE_YAML, "Keys of policies"): (site.PolicyKeys,),
    (SITE_YAML, "Keys of an allowance in site.yaml"): (allowances.SiteAllowanceKeys,),
    (THEMING, "Keys of theme.yaml"): (themes.ThemeKeys,),
}


def _below(path: Path, heading: str) -> str:
    """What a document says under a heading, up to the next."""
    text = path.read_text(encoding="utf-8")
    return re.split(r"^#+ ", text.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize(
    ("where", "models"), KEYS_UNDER.items(), ids=[heading for _, heading in KEYS_UNDER]
)
def test_every_key_stands_in_the_table_of_its_noun_and_no_other(
    where: tuple[Path, str], models: tuple[type[Keys], ...]
) -> None:
    told = re.findall(r"^\| `([^`]+)` \|", _below(*where), re.MULTILINE)
    known = {key for model in models for key in known_keys(model)}
    assert sorted(told) == sorted(known)


def test_every_required_key_is_said_to_be_required() -> None:
    silent = [
        f"{heading}: {key}"
        for (path, heading), models in KEYS_UNDER.items()
        for key, field in known_keys(models[0]).items()
        if field.is_required()
        and not re.search(rf"^\| `{key}` \|.*\brequired\b", _below(path, heading), re.MULTILINE)
    ]
    assert silent == []


def test_no_noun_is_without_a_table_of_its_keys() -> None:
    told = {model for models in KEYS_UNDER.values() for model in models}
    assert sorted(model.__name__ for model in _kinds_of_keys(Keys) - told) == []


def _kinds_of_keys(model: type[Keys]) -> set[type[Keys]]:
    """Every mapping of keys that onrecord itself knows."""
    kinds = set(model.__subclasses__())
    kinds |= {inner for kind in kinds for inner in _kinds_of_keys(kind)}
    return {kind for kind in kinds if kind.__module__.startswith("onrecord.")}


@pytest.mark.parametrize(
    ("path", "heading", "words"),
    [
        (PROFILING, "Keys of an actor", tuple(ActorKind)),
        (PROFILING, "Keys of a relation", tuple(RelationType)),
        (CITING, "Keys of a source", tuple(SourceKind)),
        (WRITING, "Keys of a note", tuple(NoteKind)),
        (CORRECTING, "Keys of a correction", tuple(CorrectionKind)),
        (QUOTING, "Keys of a quote", quotes.MEDIA),
        (WRITING, "Keys of an article", (*articles.GENRES, *articles.LINKED_MENTIONS)),
    ],
)
def test_every_word_that_a_key_takes_is_told(
    path: Path, heading: str, words: tuple[str, ...]
) -> None:
    told = _below(path, heading)
    assert [str(word) for word in words if f"`{word}`" not in told] == []


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
