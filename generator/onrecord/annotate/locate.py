"""The way back from a place in the flat text to the line and column of the file.

Markdown's inline tokens do not say where they stood. What a block holds is looked for in its
source, piece by piece from left to right, once and only for blocks that are asked about.
"""

from bisect import bisect_right
from dataclasses import dataclass

from markdown_it.token import Token

from onrecord.annotate.flatten import BREAKS, CELLS, TEXTS, Block, Flat, Origin, room
from onrecord.text.source import Span

WHOLE_MARKS = frozenset({"image", "citation", "footnote_ref", "pull_quote"})
WITH_BRACKETS = WHOLE_MARKS | {"mark_open", "quote_mark_open"}


@dataclass(frozen=True, slots=True)
class _Mapped:
    """Where pieces of a block begin: in the flat text, and in the block's source.

    What is not typed as it is shown (a label, an entity) stands as a whole at one place.
    """

    flat_starts: list[int]
    source_starts: list[int]
    is_as_typed: list[bool]


class Locator:
    """Finds spans of the file for ranges of the flat text."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._mapped: dict[int, _Mapped] = {}
        self._lines: dict[int, list[str]] = {}
        self._cells: dict[int, tuple[int, int]] = {}

    def span(self, start: int, end: int) -> Span:
        """The span of a range; the block's first line where its exact place cannot be told."""
        first = self._place(start)
        last = self._place(end) if end > start else first
        if last[:2] < first[:2]:
            last = first
        return Span(first[2], first[0], first[1], last[0], last[1])

    def _place(self, at: int) -> tuple[int, int, str]:
        """The line, the column and the file."""
        flat = self._flat
        origin = flat.parts[flat.part_at(at)].origin
        if origin.value is not None:
            return origin.value.line, origin.value.column, origin.value.path
        index = bisect_right(flat.block_starts, at) - 1
        block = flat.blocks[index] if index >= 0 else None
        if block is None or block.part != flat.part_at(at):
            return origin.first_line, 1, origin.path
        line, column = self._line_and_column(index, block, at, origin)
        return line, column, origin.path

    def _line_and_column(
        self, index: int, block: Block, at: int, origin: Origin
    ) -> tuple[int, int]:
        first = self._first_line(block)
        line = origin.first_line + first
        source = self._in_source(index, block, at)
        content = block.inline.content
        row = content.count("\n", 0, source)
        row_start = content.rfind("\n", 0, source) + 1
        row_end = content.find("\n", source)
        row_text = content[row_start : row_end if row_end >= 0 else len(content)]
        indent = len(row_text) - len(row_text.lstrip())
        file_line = self.line(origin, first + row)
        column = self._column(index, block, file_line, row_text.strip())
        if column < 0:
            return line + row, 1
        return line + row, column + max(0, source - row_start - indent) + 1

    def _column(self, index: int, block: Block, file_line: str, row_text: str) -> int:
        """Where a row of a block's source begins in its line of the file."""
        after = 0
        if block.holder.type in CELLS:
            after = self._end_of_cell_before(index, block, file_line)
            row_text = row_text.replace("|", "\\|")
        at = file_line.find(row_text, after)
        if block.holder.type in CELLS:
            self._cells[index] = (at, at + len(row_text) if at >= 0 else after)
        return at

    def _end_of_cell_before(self, index: int, block: Block, file_line: str) -> int:
        """How far into the line the cells before this one of the same row reach."""
        first = index
        while first and self._is_in_row_of(block, first - 1):
            first -= 1
        after = 0
        for cell in range(first, index):
            known = self._cells.get(cell)
            if known is None:
                words = self._flat.blocks[cell].inline.content.replace("|", "\\|")
                at = file_line.find(words, after)
                known = (at, at + len(words) if at >= 0 else after)
                self._cells[cell] = known
            after = known[1]
        return after

    def _is_in_row_of(self, block: Block, index: int) -> bool:
        other = self._flat.blocks[index]
        return (
            other.part == block.part
            and other.holder.type in CELLS
            and other.inline.map == block.inline.map
        )

    def _first_line(self, block: Block) -> int:
        """The line of its text at which a block begins, from 0."""
        return block.inline.map[0] if block.inline.map else 0

    def line(self, origin: Origin, number: int) -> str:
        """A line of a Markdown text, counted from 0; "" past the last."""
        lines = self._lines.get(id(origin))
        if lines is None:
            lines = self._lines[id(origin)] = origin.markdown.split("\n")
        return lines[number] if number < len(lines) else ""

    def _in_source(self, index: int, block: Block, at: int) -> int:
        """The place in the block's source of a place in the flat text."""
        mapped = self._mapped.get(index)
        if mapped is None:
            mapped = self._mapped[index] = _map(block)
        piece = bisect_right(mapped.flat_starts, at) - 1
        if piece < 0:
            return 0
        source = mapped.source_starts[piece]
        return source + at - mapped.flat_starts[piece] if mapped.is_as_typed[piece] else source


def _map(block: Block) -> _Mapped:
    content, cursor, flat_at = block.inline.content, 0, block.start
    mapped = _Mapped([block.start], [0], [False])
    for child in block.inline.children or ():
        if child.type in TEXTS or child.type in BREAKS or child.type == "code_inline":
            typed = _typed(child)
            found = content.find(typed, cursor)
            mapped.flat_starts.append(flat_at)
            mapped.source_starts.append(max(found, cursor))
            mapped.is_as_typed.append(found >= 0)
            cursor = found + len(typed) if found >= 0 else cursor
        elif child.type in WITH_BRACKETS:
            cursor = _after_brackets(child, content, cursor)
        elif child.type == "link_close" and content.startswith("](", cursor):
            cursor = _after_destination(content, cursor + 1)
        flat_at += room(child)
    return mapped


def _typed(child: Token) -> str:
    if child.type in BREAKS:
        return "\n"
    return child.markup if child.type == "text_special" else child.content


def _after_brackets(child: Token, content: str, cursor: int) -> int:
    """Past the brackets of a whole mark, or past those that open one with words of its own."""
    opening = content.find("[", cursor)
    if opening < 0:
        return cursor
    if child.type not in WHOLE_MARKS:
        return opening + 2
    closing = content.find("]", opening)
    return closing + 1 if closing >= 0 else opening + 1


def _after_destination(content: str, opening: int) -> int:
    depth = 0
    for at in range(opening, len(content)):
        if content[at] == "(":
            depth += 1
        elif content[at] == ")":
            depth -= 1
            if depth == 0:
                return at + 1
        elif content[at] == "\n":
            return at
    return len(content)
