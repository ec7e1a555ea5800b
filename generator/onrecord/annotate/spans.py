"""Spans are laid over running text: quotes outermost, then noted passages, then mentions.

An element of Markdown holds pieces of spans, never the other way round: at each of its edges what
is open is closed, and opened again where the words go on. So no two spans can cross.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum

from onrecord.annotate.body import (
    LinkClose,
    LinkOpen,
    NotedClose,
    NotedOpen,
    NoteMark,
    QuoteClose,
    QuoteOpen,
    QuoteTag,
    Slot,
)
from onrecord.enlist.cast import Target, TargetKind
from onrecord.text.frozen import Frozen


class Layer(IntEnum):
    """What lies outside what."""

    QUOTE = 0
    NOTE = 1
    MENTION = 2


class Laid(Frozen):
    """One stretch of a span; `is_last` is its span's last one.

    `rank` orders equal ranges, and is a quote's own in all its stretches. `name` is a quote's key
    or an actor's id, `number` a note's.
    """

    start: int
    end: int
    layer: Layer
    rank: int
    name: str = ""
    number: int = 0
    is_recorded: bool = False
    is_last: bool = True

    @property
    def nesting(self) -> tuple[Layer, int, int, int]:
        """Sorts from the outermost to the innermost of those that share a character."""
        return (self.layer, self.start, -self.end, self.rank)


class Sweep:
    """Laid spans, given out from left to right."""

    def __init__(self, laid: Sequence[Laid]) -> None:
        self._laid = sorted(laid, key=lambda span: (span.start, span.nesting))
        self._next = 0
        self._open: list[Laid] = []

    def within(self, start: int, end: int) -> list[Laid]:
        """The spans that share a character with a range, none before those asked for last."""
        laid, index = self._laid, self._next
        if self._open:
            self._open = [span for span in self._open if span.end > start]
        while index < len(laid) and laid[index].start < end:
            if laid[index].end > start:
                self._open.append(laid[index])
            index += 1
        self._next = index
        return sorted(self._open, key=lambda span: span.nesting) if self._open else []


class Pieces:
    """Opens and closes the spans of one run of text after the other, as its words are written."""

    def __init__(self, put: Callable[[Slot], None]) -> None:
        self.is_in_link = False
        self._put = put
        self._begun: set[int] = set()  # the ranks of quotes that have their first piece
        self._coming: list[Laid] = []
        self._covering: list[Laid] = []
        self._cuts: list[int] = []
        self._next_cut = 0
        self._notes_ending: dict[int, list[Laid]] = {}
        self._open: list[Laid] = []
        self._waiting: list[Slot] = []  # what may not stand inside a link

    def begin(self, spans: list[Laid]) -> None:
        """Take the spans of a block."""
        self._coming = sorted(spans, key=lambda span: -span.start)
        self._covering = []
        self._cuts = sorted({place for span in spans for place in (span.start, span.end)})
        self._next_cut = 0
        self._notes_ending = {}
        for span in spans:
            if span.layer is Layer.NOTE and span.is_last:
                self._notes_ending.setdefault(span.end, []).append(span)

    def cut(self, at: int, end: int) -> int:
        """Open what covers a place, and tell up to where it stays so, at most to `end`."""
        covering, coming, cuts = self._covering, self._coming, self._cuts
        if covering:
            covering = [span for span in covering if span.end > at]
        while coming and coming[-1].start <= at:
            covering.append(coming.pop())
        if len(covering) > 1:
            covering.sort(key=lambda span: span.nesting)
        self._covering = covering
        if covering != self._open:
            self._change_to(covering)
        while self._next_cut < len(cuts) and cuts[self._next_cut] <= at:
            self._next_cut += 1
        return min(end, cuts[self._next_cut]) if self._next_cut < len(cuts) else end

    def _change_to(self, wanted: list[Laid]) -> None:
        same = 0
        while same < min(len(wanted), len(self._open)) and wanted[same] is self._open[same]:
            same += 1
        while len(self._open) > same:
            self._put(_closing(self._open.pop()))
        for span in wanted[same:]:
            self._put(self._opening(span))
            self._open.append(span)

    def _opening(self, span: Laid) -> Slot:
        if span.layer is Layer.MENTION:
            return LinkOpen(Target(TargetKind.ACTOR, span.name), is_mention=True)
        if span.layer is Layer.NOTE:
            return NotedOpen(span.number)
        is_first = span.rank not in self._begun
        self._begun.add(span.rank)
        return QuoteOpen(span.name, is_first, span.is_recorded)

    def finish(self, at: int) -> None:
        """Close what ends at a place: tags after the last words, note marks outside everything."""
        while self._open and min([span.end for span in self._open]) <= at:
            span = self._open.pop()
            if span.end <= at and span.is_last and span.layer is Layer.QUOTE:
                self._put_tag(span)
            self._put(_closing(span))
        if self._notes_ending:
            for span in self._notes_ending.pop(at, ()):
                self.put_outside(NoteMark(span.number, 1))

    def _put_tag(self, span: Laid) -> None:
        tag = QuoteTag(span.name, span.is_recorded)
        if self.is_in_link:
            opening = QuoteOpen(span.name, is_first=False, is_recorded=span.is_recorded)
            self._waiting += [opening, tag, QuoteClose(span.name)]
        else:
            self._put(tag)

    def put_outside(self, slot: Slot) -> None:
        """A note's mark or citation: outside every span and link."""
        self.close()
        if self.is_in_link:
            self._waiting.append(slot)
        else:
            self._put(slot)

    def close(self) -> None:
        """Close everything, at an element's edge or a block's end."""
        while self._open:
            self._put(_closing(self._open.pop()))

    def leave_link(self) -> None:
        """After a link's end: what had to wait for it."""
        self.is_in_link = False
        for slot in self._waiting:
            self._put(slot)
        self._waiting.clear()


def _closing(span: Laid) -> Slot:
    if span.layer is Layer.MENTION:
        return LinkClose()
    if span.layer is Layer.NOTE:
        return NotedClose(span.number)
    return QuoteClose(span.name)
