"""Literate cases: a Markdown file whose headings are cases and whose code blocks are their parts.

The format is described for writers in tests/cases/README.md.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from onrecord.diagnostics import Diagnostic, Severity
from tests.rig.page_text import visible_text
from tests.rig.sites import Built, Options, build_folder, told, write_site

_FENCE = re.compile(r"^(`{3,})([^`]*)$")
_HEADING = re.compile(r"^## +(.+?) *$")
_CLEAN = "none"
ANYTHING = "⋯"


class CaseFormatError(ValueError):
    """A case is written in a way that the runner does not know; says where."""


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced code block: its info string in words, its content, and the line it opens on."""

    info: tuple[str, ...]
    content: str
    line: int


@dataclass(frozen=True, slots=True)
class Case:
    """One heading with the blocks below it."""

    path: Path
    sentence: str
    line: int
    blocks: tuple[Block, ...]

    @property
    def label(self) -> str:
        """The name of the test: the file's stem and the sentence."""
        return f"{self.path.stem}: {self.sentence}"


def cases_in(path: Path) -> tuple[Case, ...]:
    """Every case of a file that has blocks, in order."""
    cases: list[Case] = []
    sentence, heading_line, blocks = "", 0, list[Block]()
    fence, info, opened, content = "", tuple[str, ...](), 0, list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        edge = _FENCE.match(line)
        if fence:
            if edge and len(edge[1]) >= len(fence) and not edge[2].strip():
                blocks.append(Block(info, "".join(content), opened))
                fence = ""
            else:
                content.append(f"{line}\n")
        elif edge:
            fence, info, opened, content = edge[1], tuple(edge[2].split()), number, []
        elif heading := _HEADING.match(line):
            if blocks:
                cases.append(Case(path, sentence, heading_line, tuple(blocks)))
            sentence, heading_line, blocks = heading[1], number, []
    if fence:
        message = f"{path.name}:{opened}: this code block is never closed"
        raise CaseFormatError(message)
    if blocks:
        cases.append(Case(path, sentence, heading_line, tuple(blocks)))
    if nameless := [case for case in cases if not case.sentence]:
        message = f"{path.name}:{nameless[0].blocks[0].line}: a block before the first ## heading"
        raise CaseFormatError(message)
    return tuple(cases)


def run_case(case: Case, folder: Path) -> Built:
    """Builds the case's site in a folder, with the options of its command line."""
    files: dict[str, str | bytes] = {}
    options = Options()
    for block in case.blocks:
        match block.info:
            case ("sh",):
                options = _options(block, case)
            case (_, path) if path != "diagnostics":
                if path in files:
                    message = f"{case.path.name}:{block.line}: {path} is written twice"
                    raise CaseFormatError(message)
                files[path] = block.content
            case _:
                _expectation(block, case)
    return build_folder(write_site(folder, files), options)


def disagreements(case: Case, built: Built) -> list[str]:
    """How the built site differs from what the case expects, each with the case's line."""
    found = [
        disagreement
        for block in case.blocks
        if (expectation := _expectation(block, case))
        for disagreement in _page_disagreements(block, expectation, built)
    ]
    told_where = [f"{case.path.name}:{disagreement}" for disagreement in found]
    return told_where + _diagnostic_disagreements(case, built)


def _page_disagreements(
    block: Block, expectation: tuple[str, str, str], built: Built
) -> Iterator[str]:
    """How the published files differ from what one block expects of them."""
    verb, language, address = expectation
    if verb == "absent":
        for published in filter(built.publishes, block.content.split()):
            yield f"{block.line}: published all the same: {published}"
    elif verb == "diagnostics":
        return
    elif not built.publishes(address):
        files = "".join(f"\n    {path}" for path in built.files()) or " nothing"
        yield f"{block.line}: nothing is published at {address}; there is{files}"
    else:
        page = _as_read(built.page(address), language)
        for fragment in _fragments(block):
            if verb == "expect" and not occurs(fragment, page):
                held = f"  which holds:\n{_indented(page)}"
                yield f"{block.line}: not on {address}:\n    {fragment}\n{held}"
            if verb == "refuse" and occurs(fragment, page):
                yield f"{block.line}: on {address} all the same:\n    {fragment}"


def accepted(case: Case, built: Built) -> str:
    """The content of the case's diagnostics block as the build has it now."""
    kept = _expected_diagnostics(case)
    lines: list[str] = []
    for diagnostic in _shown(built):
        lines.append(told(diagnostic))
        details = next((rest for first, rest in kept if _agrees(first, told(diagnostic))), [])
        lines += [f"    {detail}" for detail in details if _mentions(diagnostic, detail)]
    if _expects_exit(case):
        lines.append(f"exit {built.exit_code}")
    return "".join(f"{line}\n" for line in lines or [_CLEAN])


def accept(path: Path, contents: Sequence[tuple[Case, str]]) -> None:
    """Rewrites the diagnostics blocks of a file in place, the last first."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for case, content in sorted(contents, key=lambda pair: -pair[0].line):
        block = _diagnostics_block(case)
        if block is None:
            if content.strip() == _CLEAN:
                continue
            last = case.blocks[-1]
            end = last.line + len(last.content.splitlines()) + 1
            lines[end:end] = ["\n", "```text diagnostics\n", content, "```\n"]
        else:
            lines[block.line : block.line + len(block.content.splitlines())] = [content]
    path.write_text("".join(lines), encoding="utf-8")


def codes_expected(case: Case) -> set[str]:
    """The diagnostic codes that the case says a build gives."""
    return {
        word
        for first, _ in _expected_diagnostics(case)
        for word in first.split()
        if re.fullmatch(r"OR\d{3}", word)
    }


def occurs(fragment: str, page: str) -> bool:
    """Whether the fragment stands in the page; `⋯` in it stands for anything."""
    position = 0
    for piece in (" ".join(part.split()) for part in fragment.split(ANYTHING)):
        position = page.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return True


def _expectation(block: Block, case: Case) -> tuple[str, str, str] | None:
    """What the block expects as (verb, language, address); None for what makes the site."""
    match block.info:
        case (language, ("expect" | "refuse") as verb, address):
            return verb, language, address
        case ("text", ("absent" | "diagnostics") as verb):
            return verb, "text", ""
        case ("sh",):
            return None
        case (_, path) if "/" in path or path == "site.yaml":
            return None
    message = f"{case.path.name}:{block.line}: no such block: {' '.join(block.info) or '(bare)'}"
    raise CaseFormatError(message)


def _options(block: Block, case: Case) -> Options:
    """The options of a command line such as `onrecord build --drafts --now 2020-01-07`."""
    words = shlex.split(block.content)
    if words[:2] != ["onrecord", "build"]:
        message = f"{case.path.name}:{block.line}: the command must be onrecord build"
        raise CaseFormatError(message)
    rest = iter(words[2:])
    drafts = future = strict = False
    now, base_url = Options().now, None
    for word in rest:
        match word:
            case "--drafts":
                drafts = True
            case "--future":
                future = True
            case "--strict":
                strict = True
            case "--now":
                now = datetime.fromisoformat(next(rest))
            case "--base-url":
                base_url = next(rest)
            case _:
                message = f"{case.path.name}:{block.line}: no case can use {word}"
                raise CaseFormatError(message)
    return Options(drafts=drafts, future=future, strict=strict, now=now, base_url=base_url)


def _as_read(page: str, language: str) -> str:
    """The page as an expectation in this language sees it: text as read, else markup."""
    return " ".join((visible_text(page) if language == "text" else page).split())


def _fragments(block: Block) -> list[str]:
    return [line.strip() for line in block.content.splitlines() if line.strip()]


def _indented(page: str, *, limit: int = 4000) -> str:
    shown = page if len(page) <= limit else f"{page[:limit]} (and more)"
    return "\n".join(f"    {line}" for line in re.sub(r"> <", ">\n<", shown).splitlines())


def _diagnostics_block(case: Case) -> Block | None:
    blocks = [block for block in case.blocks if block.info == ("text", "diagnostics")]
    if len(blocks) > 1:
        message = f"{case.path.name}:{blocks[1].line}: a second diagnostics block in one case"
        raise CaseFormatError(message)
    return blocks[0] if blocks else None


def _expected_diagnostics(case: Case) -> list[tuple[str, list[str]]]:
    """The expected findings, each with its indented lines; empty where a clean build is expected."""
    block = _diagnostics_block(case)
    expected: list[tuple[str, list[str]]] = []
    for line in block.content.splitlines() if block else []:
        if line.startswith(" "):
            expected[-1][1].append(line.strip())
        elif line.strip() and line != _CLEAN and not line.startswith("exit "):
            expected.append((line.strip(), []))
    return expected


def _expects_exit(case: Case) -> str:
    block = _diagnostics_block(case)
    lines = block.content.splitlines() if block else []
    return next((line for line in lines if line.startswith("exit ")), "")


def _shown(built: Built) -> list[Diagnostic]:
    return [found for found in built.diagnostics if found.severity is not Severity.INFO]


def _agrees(expected: str, actual: str) -> bool:
    """Whether place and code are the same and the words of the message stand in the actual one."""
    place, code, words = _cut(expected)
    actual_place, actual_code, actual_words = _cut(actual)
    return (place, code) == (actual_place, actual_code) and occurs(words, actual_words)


def _cut(line: str) -> tuple[str, str, str]:
    """A finding's line as place, code and message."""
    cut = re.match(r"(?:(\S+) )?(OR\d{3})(?: (.*))?$", line)
    if cut is None:
        return line, "", ""
    return cut[1] or "", cut[2], " ".join((cut[3] or "").split())


def _mentions(diagnostic: Diagnostic, detail: str) -> bool:
    """Whether a hint or related place of the finding holds the words."""
    related = [
        f"{near.span.path}:{near.span.line}:{near.span.column} {near.message}"
        for near in diagnostic.related
    ]
    told_besides = " ".join(" ".join([diagnostic.hint, *related]).split())
    return occurs(detail, told_besides)


def _diagnostic_disagreements(case: Case, built: Built) -> list[str]:
    block = _diagnostics_block(case)
    at = f"{case.path.name}:{block.line if block else case.line}"
    expected, actual = _expected_diagnostics(case), _shown(built)
    disagreements = []
    paired = len(expected) == len(actual) and all(
        _agrees(first, told(diagnostic))
        for (first, _), diagnostic in zip(expected, actual, strict=True)
    )
    if not paired:
        wanted = "\n".join(f"    {first}" for first, _ in expected) or f"    {_CLEAN}"
        got = "\n".join(f"    {told(diagnostic)}" for diagnostic in actual) or f"    {_CLEAN}"
        disagreements.append(f"{at}: expected\n{wanted}\n  but the build says\n{got}")
    else:
        disagreements += [
            f"{at}: neither hint nor related place of {diagnostic.code} says\n    {detail}\n  but\n"
            f"{_indented(diagnostic.hint)}"
            for (_, details), diagnostic in zip(expected, actual, strict=True)
            for detail in details
            if not _mentions(diagnostic, detail)
        ]
    if (wanted_exit := _expects_exit(case)) and wanted_exit != f"exit {built.exit_code}":
        disagreements.append(f"{at}: expected {wanted_exit}, but it is {built.exit_code}")
    return disagreements
