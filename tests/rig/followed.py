"""A document followed as a reader would: its files are written, its commands typed, in order.

Every heading of the second or third level begins a site of its own; one that begins with a number,
as in `### 2. Say who speaks`, goes on with the site of the heading before it.
The blocks are those of the cases, and `text prints`: what the command above it prints.
How long a build takes and how many files the theme has are passed over.
"""

import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from onrecord.cli.main import command
from onrecord.text.frozen import replace
from tests.rig.cases import Block, Case, disagreements
from tests.rig.sites import build_folder, write_site

_HEADING = re.compile(r"^(#{2,3}) +(.+?) *$")
_FENCE = re.compile(r"^(`{3,})([^`]*)$")
_PASSED_OVER = (
    (re.compile(r"\d+\.\d\d s\b"), "N s"),
    (re.compile(r"\b\d+ files? written, \d+ unchanged"), "N written"),
)
CHECKED = frozenset({"expect", "refuse", "absent", "diagnostics"})


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the fenced blocks below it."""

    path: Path
    heading: str
    line: int
    blocks: tuple[Block, ...]

    @property
    def goes_on(self) -> bool:
        """True for a step that builds on the one before."""
        return re.match(r"(?!1\.)\d+\. ", self.heading) is not None


@dataclass(frozen=True, slots=True)
class Walk:
    """Sections that are followed one after the other in one site's folder."""

    sections: tuple[Section, ...]

    @property
    def label(self) -> str:
        """The name of the test: the file's stem and the first heading."""
        return f"{self.sections[0].path.stem}: {self.sections[0].heading}"


def sections_in(path: Path) -> tuple[Section, ...]:
    """Every section of a document, with and without blocks."""
    sections = [Section(path, "", 1, ())]
    fence, info, opened, content = "", "", 0, list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        edge = _FENCE.match(line)
        if fence and edge and len(edge[1]) >= len(fence) and not edge[2].strip():
            last = sections[-1]
            block = Block(tuple(info.split()), "".join(content), opened)
            sections[-1] = replace(last, blocks=(*last.blocks, block))
            fence = ""
        elif fence:
            content.append(f"{line}\n")
        elif edge:
            fence, info, opened, content = edge[1], edge[2], number, []
        elif heading := _HEADING.match(line):
            sections.append(Section(path, heading[2], number, ()))
    return tuple(sections)


def walks_in(path: Path) -> tuple[Walk, ...]:
    """The sites of a document, each with the sections that make it."""
    walks: list[Walk] = []
    for section in sections_in(path):
        if section.goes_on:
            walks[-1] = Walk((*walks[-1].sections, section))
        elif any(_is_file(block) for block in section.blocks):
            walks.append(Walk((section,)))
    return tuple(walks)


def follow(walk: Walk, folder: Path) -> list[str]:
    """Where what happens differs from what the document says, each with the document's line."""
    write_site(folder, {})
    return [wrong for section in walk.sections for wrong in _follow(section, folder)]


def _follow(section: Section, folder: Path) -> Iterator[str]:
    printed, is_told = "", False
    for block in section.blocks:
        if _is_file(block):
            path = folder / block.info[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.content, encoding="utf-8")
        elif block.info == ("sh",):
            printed = "".join(_type(line, folder) for line in block.content.splitlines())
        elif block.info == ("text", "prints"):
            is_told = True
            if _settled(printed) != _settled(block.content):
                yield f"{section.path.name}:{block.line}: it prints\n{printed}"
    expected = tuple(block for block in section.blocks if CHECKED & {*block.info[1:2]})
    if expected or not is_told:
        built = build_folder(folder)
        # What a command prints has been compared already, findings and all.
        built = replace(built, diagnostics=()) if is_told else built
        yield from disagreements(Case(section.path, section.heading, section.line, expected), built)


def _type(line: str, folder: Path) -> str:
    """What an onrecord command prints in the site's folder.

    Other programs are left alone, and so is the preview, which does not end by itself.
    """
    words = shlex.split(line, comments=True)
    if words[:1] != ["onrecord"] or words[1:2] == ["serve"]:
        return ""
    with chdir(folder):
        return CliRunner().invoke(command, words[1:]).output


def is_followed(block: Block) -> bool:
    """True for a file of the site, and for what says what comes out of it."""
    said = block.info[1:2]
    return _is_file(block) or said == ("prints",) or bool(CHECKED & {*said})


def _is_file(block: Block) -> bool:
    match block.info:
        case (_, path):
            return "/" in path or "." in path
    return False


def _settled(printed: str) -> list[str]:
    for pattern, stand_in in _PASSED_OVER:
        printed = pattern.sub(stand_in, printed)
    return [line.rstrip() for line in printed.strip().splitlines()]
