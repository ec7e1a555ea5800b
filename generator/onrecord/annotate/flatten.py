"""The text of a whole article in one string, with the way back to its tokens.

Blocks are joined by line ends, lines within a block by spaces. Code and pictures are one opaque
character; citations, note marks and the edges of inline elements take no room, but are remembered.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from onrecord.annotate.markdown import Parsed
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span

OPAQUE = "\ufffc"
DASHES = ("—", "–", "―", "--")
TEXTS = frozenset({"text", "text_special", "mark_text"})
BREAKS = frozenset({"softbreak", "hardbreak"})
OPAQUES = frozenset({"code_inline", "image"})
CELLS = frozenset({"th_open", "td_open"})

Range = tuple[int, int]


def room(token: Token) -> int:
    """How many characters of the flat text an inline token takes."""
    kind = token.type
    if kind in TEXTS:
        return len(token.content)
    if kind in BREAKS or kind in OPAQUES:
        return 1
    return 1 if kind == "html_inline" and token.content[:3].lower() == "<br" else 0


class Origin(Frozen):
    """Where a Markdown text comes from: a body, with its first line in the file, or a value.

    `value` is the place of a value of the front matter; `note` the index of the editor's note that
    the value is the text of.
    """

    markdown: str
    path: str
    first_line: int = 1
    value: Span | None = None
    note: int = -1


class Part(Frozen):
    """A stream of tokens that becomes a body of its own: the text, a footnote or an editor's note.

    `footnote` is the label of a footnote.
    """

    tokens: Sequence[Token]
    origin: Origin
    footnote: str = ""


class Block(Frozen):
    """The range of one inline token's text. `part` is the index of its part, `holder` its block."""

    start: int
    end: int
    inline: Token
    part: int
    holder: Token


class Blockquote(Frozen):
    """A blockquote's range; `words_end` leaves out a last line `— Name`, from `attribution` on."""

    opening: Token
    closing: Token
    start: int
    end: int
    words_end: int
    attribution: int  # -1 without one
    is_inner: bool


class Spot(Frozen):
    """A token without words of its own, and where it stands."""

    at: int
    token: Token
    part: int


class Stretch(Frozen):
    """A token that opens something in running text (a link, a mark), and the range of its words."""

    start: int
    end: int
    token: Token
    part: int


@dataclass(slots=True)
class Flat:
    """An article's flat text and what stands where in it, in order; complete once made.

    `text_end` is where the article's own text (with its footnotes) ends and notes begin.
    `edges` are the places of all that a name or a stretch of words may not be linked across.
    """

    text: str = ""
    text_end: int = 0
    parts: list[Part] = field(default_factory=list)
    part_starts: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    block_starts: list[int] = field(default_factory=list)
    headings: list[Block] = field(default_factory=list)
    blockquotes: list[Blockquote] = field(default_factory=list)
    edges: "array[int]" = field(default_factory=lambda: array("q"))
    links: list[Stretch] = field(default_factory=list)
    marks: list[Stretch] = field(default_factory=list)
    quote_marks: list[Stretch] = field(default_factory=list)
    lost: list[Spot] = field(default_factory=list)
    citations: list[Spot] = field(default_factory=list)
    note_refs: list[Spot] = field(default_factory=list)
    images: list[Spot] = field(default_factory=list)
    pull_quotes: list[Spot] = field(default_factory=list)
    html: list[Spot] = field(default_factory=list)
    cells: list[Block] = field(default_factory=list)

    def block_at(self, at: int) -> Block | None:
        """The block that holds a place; None in a text without words."""
        index = bisect_right(self.block_starts, at) - 1
        return self.blocks[index] if index >= 0 else None

    def part_at(self, at: int) -> int:
        """The index of the part that holds a place."""
        return max(0, bisect_right(self.part_starts, at) - 1)

    def crosses_an_edge(self, start: int, end: int) -> bool:
        """True where an inline element begins or ends inside the range."""
        index = bisect_right(self.edges, start)
        return index < len(self.edges) and self.edges[index] < end


def flatten(text: Parsed, origin: Origin, notes: Sequence[tuple[Parsed, Origin]] = ()) -> Flat:
    """The flat text of a Markdown text, its footnotes in order of their marks, then its notes."""
    flattening = _Flattening()
    flattening.add_text(text, origin)
    flattening.flat.text_end = flattening.at
    for note, note_origin in notes:
        flattening.add_text(note, note_origin)
    flattening.flat.text = "".join(flattening.pieces)
    return flattening.flat


class _Flattening:
    """Parts are added one after the other; `at` is how long the flat text is so far."""

    def __init__(self) -> None:
        self.flat = Flat()
        self.pieces: list[str] = []
        self.at = 0
        self.part = -1
        self.open_blockquotes: list[tuple[Token, int]] = []
        self.open_stretches: list[tuple[Token, int]] = []
        self.inline_rules: Mapping[str, Callable[[Token], None]] = {
            "link_open": self._open,
            "mark_open": self._open,
            "quote_mark_open": self._open,
            "link_close": self._close,
            "mark_close": self._close,
            "quote_mark_close": self._close,
            "citation": self._citation,
            "footnote_ref": self._note_ref,
            "pull_quote": self._pull_quote,
            "html_inline": self._html,
        }

    def add_text(self, text: Parsed, origin: Origin) -> None:
        """A text, and every footnote that it or its footnotes refer to, in order of first mark."""
        self._add_part(Part(text.tokens, origin))
        if not text.footnotes:
            return
        added: dict[str, None] = {}
        unseen = self._mark_count_before(origin)
        while unseen < len(self.flat.note_refs):
            label = self.flat.note_refs[unseen].token.meta["label"]
            unseen += 1
            if label not in added and label in text.footnotes:
                added[label] = None
                self._add_part(Part(text.footnotes[label], origin, label))

    def _mark_count_before(self, origin: Origin) -> int:
        return sum(
            1 for spot in self.flat.note_refs if self.flat.parts[spot.part].origin is not origin
        )

    def _add_part(self, part: Part) -> None:
        flat = self.flat
        self._end_block()
        self.part += 1
        flat.parts.append(part)
        flat.part_starts.append(self.at)
        tokens = part.tokens
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                self._add_inline(token, tokens[index - 1])
            elif kind == "blockquote_open":
                self.open_blockquotes.append((token, len(flat.blocks)))
            elif kind == "blockquote_close":
                self._close_blockquote(token)
            elif kind in {"fence", "code_block"}:
                self._add_opaque_block(token)
            elif kind == "html_block":
                flat.html.append(Spot(self.at, token, self.part))

    def _end_block(self) -> None:
        if self.at and self.pieces[-1] != "\n":
            self.pieces.append("\n")
            self.at += 1

    def _add_opaque_block(self, token: Token) -> None:
        self._end_block()
        token.meta["at"] = self.at
        self.pieces.append(OPAQUE)
        self.at += 1

    def _add_inline(self, inline: Token, holder: Token) -> None:
        self._end_block()
        start = self.at
        inline.meta["at"] = start
        pieces, edges, rules = self.pieces, self.flat.edges, self.inline_rules
        for child in inline.children or ():
            kind = child.type
            if kind == "text":
                pieces.append(child.content)
                self.at += len(child.content)
            elif kind in BREAKS:
                pieces.append(" ")
                self.at += 1
            elif kind in OPAQUES:
                self._opaque(child)
            elif kind in TEXTS:
                self._special_text(child)
            else:
                edges.append(self.at)
                if kind in rules:
                    rules[kind](child)
        inline.meta["length"] = self.at - start
        block = Block(start, self.at, inline, self.part, holder)
        self.flat.blocks.append(block)
        self.flat.block_starts.append(start)
        if holder.type == "heading_open":
            self.flat.headings.append(block)
        elif holder.type in CELLS:
            self.flat.cells.append(block)

    def _opaque(self, child: Token) -> None:
        if child.type == "image":
            self.flat.images.append(Spot(self.at, child, self.part))
        self.flat.edges.append(self.at)
        self.pieces.append(OPAQUE)
        self.at += 1
        self.flat.edges.append(self.at)

    def _special_text(self, child: Token) -> None:
        if child.type == "mark_text":
            self.flat.lost.append(Spot(self.at, child, self.part))
        self.pieces.append(child.content)
        self.at += len(child.content)

    def _open(self, child: Token) -> None:
        self.open_stretches.append((child, self.at))

    def _close(self, child: Token) -> None:
        opening, start = self.open_stretches.pop()
        stretch = Stretch(start, self.at, opening, self.part)
        if child.type == "link_close":
            self.flat.links.append(stretch)
        elif child.type == "mark_close":
            self.flat.marks.append(stretch)
        else:
            self.flat.quote_marks.append(stretch)

    def _citation(self, child: Token) -> None:
        self.flat.citations.append(Spot(self.at, child, self.part))

    def _note_ref(self, child: Token) -> None:
        self.flat.note_refs.append(Spot(self.at, child, self.part))

    def _pull_quote(self, child: Token) -> None:
        self.flat.pull_quotes.append(Spot(self.at, child, self.part))

    def _html(self, child: Token) -> None:
        self.flat.html.append(Spot(self.at, child, self.part))
        if room(child):
            self.pieces.append(" ")
            self.at += 1

    def _close_blockquote(self, closing: Token) -> None:
        opening, first = self.open_blockquotes.pop()
        blocks = self.flat.blocks[first:]
        if not blocks:
            return
        start, end = blocks[0].start, blocks[-1].end
        attribution = _attribution(blocks[-1])
        words_end = end if attribution < 0 else attribution - 1
        if words_end <= start:
            attribution, words_end = -1, end
        self.flat.blockquotes.append(
            Blockquote(
                opening, closing, start, end, words_end, attribution, bool(self.open_blockquotes)
            )
        )


def _attribution(block: Block) -> int:
    """Where a block's last line begins, if that is `— Name`; else -1."""
    if block.holder.type != "paragraph_open":
        return -1
    at, line_start, is_line_plain, depth = block.start, block.start, True, 0
    words = ""
    for child in block.inline.children or ():
        depth += child.nesting
        if child.type in BREAKS:
            line_start, words, is_line_plain = at + 1, "", depth == 0
        elif child.type in TEXTS:
            words += child.content
        at += room(child)
    return line_start if is_line_plain and words.lstrip().startswith(DASHES) else -1
