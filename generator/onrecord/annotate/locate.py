"""The way back from a place in the flat text to the line and column of the file.

Markdown's inline tokens do not say where they stood. What a block holds is looked for in its
source, piece by piece from left to right, once and only for blocks that are asked about.
"""

from bisect import bisect_left, bisect_right

from markdown_it.token import Token

from onrecord.annotate.flatten import BREAKS, CELLS, TEXTS, Block, Flat, Origin, room
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span

WHOLE_MARKS = frozenset({"image", "citation", "footnote_ref", "pull_quote"})
TYPED = TEXTS | BREAKS | {"code_inline"}
WITH_BRACKETS = WHOLE_MARKS | {"mark_open", "quote_mark_open"}


class _Mapped(Frozen):
    """Where the pieces of a block begin in the flat text and in the block's source, and its rows.

    A piece that is not typed as it is shown (a label, an entity) stands as a whole at one place.
    `row_lines` and `row_columns` are the place in the file of each row of the source; columns of
    rows that are not found there are 0.
    """

    flat_starts: list[int]
    source_starts: list[int]
    is_as_typed: list[bool]
    row_starts: list[int]
    row_lines: list[int]
    row_columns: list[int]

    def place(self, at: int, *, is_end: bool) -> tuple[int, int]:
        """The line and column of a place in the flat text; an end belongs to what is before it."""
        following = (
            bisect_left(self.flat_starts, at) if is_end else bisect_right(self.flat_starts, at)
        )
        piece = max(following - 1, 0)
        source = self.source_starts[piece]
        if self.is_as_typed[piece]:
            source += at - self.flat_starts[piece]
        row = bisect_right(self.row_starts, source) - 1
        column = self.row_columns[row]
        within = max(0, source - self.row_starts[row])
        return self.row_lines[row], column + within if column else 1


class Locator:
    """Finds spans of the file for ranges of the flat text."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._mapped: dict[int, _Mapped] = {}
        self._lines: dict[int, list[str]] = {}
        self._cell_ends: dict[int, int] = {}

    def span(self, start: int, end: int) -> Span:
        """The span of a range; the block's first line where its exact place cannot be told.

        A place without length is where the text before it ends.
        """
        index = bisect_right(self._flat.block_starts, start) - 1
        block = self._flat.blocks[index] if index >= 0 else None
        if block is not None and end <= block.end and self._flat.part_at(start) == block.part:
            path, mapped = self._in_block(index, block)
            line, column = mapped.place(start, is_end=start == end)
            end_line, end_column = mapped.place(end, is_end=True)
        else:
            path, line, column = self._place(start, is_end=start == end)
            _, end_line, end_column = self._place(end, is_end=True)
        end_line, end_column = max((end_line, end_column), (line, column))
        return Span(path, line, column, end_line, end_column)

    def line(self, origin: Origin, number: int) -> str:
        """A line of a Markdown text, counted from 0; "" past the last."""
        lines = self._lines.get(id(origin))
        if lines is None:
            lines = self._lines[id(origin)] = origin.markdown.split("\n")
        return lines[number] if number < len(lines) else ""

    def _place(self, at: int, *, is_end: bool) -> tuple[str, int, int]:
        """The file, the line and the column."""
        flat = self._flat
        part = flat.part_at(at)
        origin = flat.parts[part].origin
        index = bisect_right(flat.block_starts, at) - 1
        if origin.value is not None:
            return origin.value.path, origin.value.line, origin.value.column
        if index < 0 or flat.blocks[index].part != part:
            return origin.path, origin.first_line, 1
        path, mapped = self._in_block(index, flat.blocks[index])
        return (path, *mapped.place(at, is_end=is_end))

    def _in_block(self, index: int, block: Block) -> tuple[str, _Mapped]:
        """The file of a block, and where its pieces stand there."""
        origin = self._flat.parts[block.part].origin
        mapped = self._mapped.get(index)
        if mapped is None:
            if origin.value is None:
                mapped = self._map(index, block, origin)
            else:  # the value as a whole
                place = [origin.value.line], [origin.value.column]
                mapped = _Mapped([block.start], [0], [False], [0], *place)
            self._mapped[index] = mapped
        return (origin.path if origin.value is None else origin.value.path), mapped

    def _map(self, index: int, block: Block, origin: Origin) -> _Mapped:
        first = block.inline.map[0] if block.inline.map else 0
        is_cell = block.holder.type in CELLS
        row_starts, row_lines, row_columns = [], [], []
        at = 0
        for number, row in enumerate(block.inline.content.split("\n"), first):
            words = row.strip()
            if is_cell:
                column = self._column_of_cell(index, block, self.line(origin, number))
            else:
                column = self.line(origin, number).find(words) + 1
            row_starts.append(at + len(row) - len(row.lstrip()))
            row_lines.append(origin.first_line + number)
            row_columns.append(column)
            at += len(row) + 1
        return _Mapped(*_pieces(block), row_starts, row_lines, row_columns)

    def _column_of_cell(self, index: int, block: Block, line: str) -> int:
        """Where a cell of a table begins in its line, after the cells before it."""
        first = index
        while self._is_in_row_of(block, first - 1) and first - 1 not in self._cell_ends:
            first -= 1
        after = self._cell_ends[first - 1] if self._is_in_row_of(block, first - 1) else 0
        found = -1
        for cell in range(first, index + 1):
            words = _in_cell(self._flat.blocks[cell].inline.content)
            found = line.find(words, after)
            after = found + len(words) if found >= 0 else after
            self._cell_ends[cell] = after
        return found + 1

    def _is_in_row_of(self, block: Block, index: int) -> bool:
        other = self._flat.blocks[index] if index >= 0 else None
        return (
            other is not None
            and other.part == block.part
            and other.holder.type in CELLS
            and other.inline.map == block.inline.map
        )


def _pieces(block: Block) -> tuple[list[int], list[int], list[bool]]:
    """Where each piece of a block begins in the flat text and in its source, and if typed so."""
    cursor, flat_at = 0, block.start
    is_cell = block.holder.type in CELLS
    content = _in_cell(block.inline.content) if is_cell else block.inline.content
    flat_starts, source_starts, is_as_typed = [block.start], [0], [False]
    for child in block.inline.children or ():
        if child.type in TYPED:
            typed = _in_cell(_typed(child)) if is_cell else _typed(child)
            found = content.find(typed, cursor)
            flat_starts.append(flat_at)
            source_starts.append(max(found, cursor))
            is_as_typed.append(found >= 0)
            cursor = found + len(typed) if found >= 0 else cursor
        elif child.type in WITH_BRACKETS:
            cursor = _after_brackets(child, content, cursor)
        elif child.type == "link_close" and content.startswith("](", cursor):
            cursor = _after_destination(content, cursor + 1)
        flat_at += room(child)
    return flat_starts, source_starts, is_as_typed


def _in_cell(text: str) -> str:
    """The text as the file has it: in a table, a bar that parts no cells has a backslash."""
    return text.replace("|", "\\|")


def _typed(child: Token) -> str:
    if child.type in BREAKS:
        return "\n"
    return child.markup if child.type == "text_special" else child.content


def _after_brackets(child: Token, content: str, cursor: int) -> int:
    """Past the brackets of a whole mark, or past those that open one with words of its own."""
    opening = content.find("[", cursor)
    if opening < 0:
        return cursor
    closing = content.find("]", opening)
    if child.type not in WHOLE_MARKS:
        bar = content.find("|", opening, max(closing, opening))
        return bar + 1 if bar >= 0 else opening + 2
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
