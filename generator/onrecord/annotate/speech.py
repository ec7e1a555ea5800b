"""What of an article's text is somebody's words: its quotations and blockquotes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.annotate.flatten import Blockquote, Flat, Range
from onrecord.annotate.passages import Haystack
from onrecord.annotate.quotation_marks import Quotation, find_quotations
from onrecord.text.folding import Folded, fold

STOPS = frozenset(",.")


class Speech:
    """Answers whether words are quoted. `quotations` are all, in order of their beginning."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.text = flat.text[: flat.text_end] if flat.text_end < len(flat.text) else flat.text
        self.quotations = find_quotations(self.text)
        self._starts = [quotation.start for quotation in self.quotations]
        self._parents = _parents(self.quotations)
        self._blockquotes = sorted(
            flat.blockquotes, key=lambda blockquote: (blockquote.start, -blockquote.end)
        )
        self._raised_marks = {spot.at for spot in (*flat.citations, *flat.note_refs)}
        self._folded: Folded | None = None
        self._haystack: Haystack | None = None

    @property
    def folded(self) -> Folded:
        """The article's text without what typography makes of it."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def haystack(self) -> Haystack:
        """The article's text, ready for searches."""
        if self._haystack is None:
            end = len(self.text)
            blocks = [(block.start, block.end) for block in self.flat.blocks if block.start < end]
            self._haystack = Haystack(self.folded, blocks)
        return self._haystack

    def hits(self, wanted: str, prefix: str = "") -> list[Range]:
        """Every place of the wanted words; only those after the prefix, where one is given."""
        found = [(passage.start, passage.end) for passage in self.haystack.find(wanted)]
        if prefix and found:
            before = _plain_end(prefix)
            found = [hit for hit in found if self._follows(hit[0], before)]
        return found

    def _follows(self, at: int, prefix: str) -> bool:
        before = self.text[max(0, at - 2 * len(prefix) - 40) : at]
        return _plain_end(before).endswith(prefix)

    def outermost(self) -> Iterable[Quotation]:
        """The quotations that stand in no other."""
        for quotation, parent in zip(self.quotations, self._parents, strict=True):
            if parent < 0:
                yield quotation

    def quotation_around(self, start: int, end: int) -> Quotation | None:
        """The innermost quotation that holds a range."""
        index = bisect_right(self._starts, start) - 1
        while index >= 0:
            quotation = self.quotations[index]
            if quotation.end >= end:
                return quotation
            index = self._parents[index]
        return None

    def quoted_parts(self, start: int, end: int) -> list[Range]:
        """The words of each quotation within a range."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [
            (quotation.inner_start, quotation.inner_end)
            for quotation in self.quotations[low:high]
            if quotation.end <= end
        ]

    def blockquote_around(self, start: int, end: int) -> Blockquote | None:
        """The innermost blockquote among whose words a range stands."""
        found = None
        for blockquote in self._blockquotes:
            if blockquote.start > start:
                break
            if end <= blockquote.words_end:
                found = blockquote
        return found

    def pieces_between_marks(self, start: int, end: int) -> tuple[Range, ...]:
        """The quoted pieces of a range that begins in one quotation and ends in another.

        Empty where it does not: “All options,” he said, “are on the table.”
        """
        first = self.quotation_around(start, start + 1)
        last = self.quotation_around(end - 1, end)
        if first is None or last is None or first.end >= end:
            return ()
        low, high = bisect_left(self._starts, first.start), bisect_left(self._starts, end)
        pieces: list[Range] = []
        for quotation in self.quotations[low:high]:
            piece_start = max(start, quotation.inner_start)
            piece_end = min(end, quotation.inner_end)
            if piece_start < piece_end and (not pieces or pieces[-1][1] <= piece_start):
                pieces.append((piece_start, piece_end))
        return tuple(pieces)

    def with_marks(self, start: int, end: int) -> Range:
        """The range with the quotation marks it fills and one adjoining comma or stop."""
        quotation = self.quotation_around(start, end)
        begun, ended = start, end
        if quotation is not None:
            if not _has_words(self.text, quotation.start, start):
                begun = quotation.start
            if not _has_words(self.text, end, quotation.end):
                ended = quotation.end
        return begun, self._with_stop(begun, ended)

    def _with_stop(self, start: int, end: int) -> int:
        """The end with one comma or stop, unless one is there or something stands in between."""
        text = self.text
        last_word = end
        while last_word > start and not text[last_word - 1].isalnum():
            last_word -= 1
        has_stop = any(char in STOPS for char in text[last_word:end])
        if has_stop or end >= len(text) or text[end] not in STOPS:
            return end
        following = text[end + 1 : end + 2]
        if following.isalnum() or following == "." or end in self._raised_marks:
            return end
        return end + 1


def _plain_end(text: str) -> str:
    """The text without typography, and without marks and spaces at its end."""
    plain = fold(text).text.casefold().strip()
    end = len(plain)
    while end and not plain[end - 1].isalnum():
        end -= 1
    return plain[:end]


def _has_words(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])


def _parents(quotations: Sequence[Quotation]) -> list[int]:
    """For each quotation the index of the one that holds it, -1 for none."""
    parents: list[int] = []
    open_ones: list[int] = []
    for index, quotation in enumerate(quotations):
        while open_ones and quotations[open_ones[-1]].end <= quotation.start:
            open_ones.pop()
        parents.append(open_ones[-1] if open_ones else -1)
        open_ones.append(index)
    return parents
