"""Where the words of a quote or note stand in an article's text, word for word after folding.

What may differ: typography (`text/folding.py`), soft punctuation and dashes at both ends, the case
of the first letter, and what an editor put in square brackets. `[A]ll` is `all` or `All`; an
insertion such as `[Trump]` in one text meets the same insertion in the other, or nothing.
`[...]` and `...` in the wanted words stand for any words within one block. Nothing else is fuzzy.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from re import Pattern
from re import compile as pattern
from unicodedata import category

from onrecord.text.folding import Folded, fold
from onrecord.text.frozen import Frozen

SOFT_PUNCTUATION = ".,;:،؛۔。、，；："
SOFT = SOFT_PUNCTUATION + "- "
LONGEST_PROBE = 256
HARD = frozenset("?!؟？！")
SOFT_RUN = pattern(f"[{SOFT_PUNCTUATION}]*")
GAP = pattern(r" ?(?:\[ ?\.(?: ?\.){2,} ?\]|\.(?: ?\.){2,}) ?")
BRACKETED = pattern(r"\[([^\[\]\n]{1,200})\]")
ONLY_DOTS = pattern(r"[. ]+")
LETTERS_AND_DIGITS = pattern(r"[^\W_]+")


@cache
def _unspaced() -> Pattern[str]:
    """A character of a script without spaces; made where words are cut, which is seldom."""
    return pattern(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
        "\U00020000-\U0003ffff]"
    )


class Passage(Frozen):
    """A range of the original text that holds the wanted words."""

    start: int
    end: int


class Haystack:
    """An article's folded text, made ready for the search of many passages.

    `blocks` are the ranges of the original's blocks.
    """

    def __init__(self, folded: Folded, blocks: Sequence[tuple[int, int]]) -> None:
        self._folded = folded
        self._blocks = blocks
        self._searched = self._search_in(folded.text, range(len(folded.text) + 1))
        self._without_repeated_marks: _Searched | None = None

    def find(self, wanted: str) -> tuple[Passage, ...]:
        """Every place of the wanted words, in order and without overlap, in the original text.

        Where they are not there as they stand, the quotation marks that open each paragraph of a
        long quotation are passed over.
        """
        segments = _segments(fold(wanted).text)
        if not segments:
            return ()
        found = self._searched.find(segments)
        if not found:
            found = self._repeated_marks_passed_over().find(segments)
        return tuple(Passage(*self._folded.original_range(*place)) for place in found)

    def _repeated_marks_passed_over(self) -> "_Searched":
        if self._without_repeated_marks is None:
            text = self._folded.text
            starts = [bisect_left(self._folded.offsets, start) for start, _ in self._blocks[1:]]
            marks = [at for at in starts if text[at : at + 1] in {'"', "'"}]
            self._without_repeated_marks = self._searched
            if marks:
                kept, offsets = _without_characters(text, marks)
                self._without_repeated_marks = self._search_in(kept, offsets)
        return self._without_repeated_marks

    def _search_in(self, text: str, offsets: Sequence[int]) -> "_Searched":
        return _Searched(_plain(text, offsets), self._folded, self._blocks)


class _Insertion(Frozen):
    """An editor's bracketed words: where they stood in the plain text, and their own range."""

    at: int
    start: int
    end: int
    words: str


class _Plain(Frozen):
    """Folded text without editorial brackets; `offsets` leads back to the folded text."""

    text: str
    lowered: str
    offsets: Sequence[int]
    free_case: tuple[int, ...]
    insertions: tuple[_Insertion, ...]


class _Segment(Frozen):
    """A run of wanted words; `tail` is the soft punctuation taken off its end."""

    plain: _Plain
    tail: str
    insertions: dict[int, str]


def _plain(text: str, offsets: Sequence[int]) -> _Plain:
    if "[" not in text:
        return _Plain(text, _lowered(text), offsets, (), ())
    kept: list[str] = []
    kept_offsets = array("q")
    free_case: list[int] = []
    insertions: list[_Insertion] = []
    done = 0

    def keep(start: int, end: int) -> None:
        kept.extend(text[start:end])
        kept_offsets.extend(offsets[start:end])

    for found in BRACKETED.finditer(text):
        words, start, end = found[1], found.start(), found.end()
        if ONLY_DOTS.fullmatch(words):
            continue
        keep(done, start)
        done = end
        touches_a_word = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
        if words.isalpha() and touches_a_word:
            free_case.append(len(kept))
            keep(start + 1, end - 1)
            continue
        if kept and kept[-1] == " ":
            kept.pop()
            kept_offsets.pop()
        elif text[end : end + 1] == " ":
            done += 1
        insertions.append(_Insertion(len(kept), offsets[start], offsets[end - 1] + 1, words))
    keep(done, len(text))
    kept_offsets.append(offsets[len(text)])
    plain = "".join(kept)
    return _Plain(plain, _lowered(plain), kept_offsets, tuple(free_case), tuple(insertions))


def _segments(wanted: str) -> tuple[_Segment, ...]:
    """The wanted words between the gaps, soft punctuation off at both ends of the whole.

    None where there is neither letter nor digit outside of insertions.
    """
    may_have_gaps = ".." in wanted or ". ." in wanted
    parts = GAP.split(wanted) if may_have_gaps else [wanted]
    parts = [part for part in parts if _plain_text(part).strip(SOFT)]
    if not any(LETTERS_AND_DIGITS.search(_plain_text(part)) for part in parts):
        return ()
    return tuple(
        _segment(part, is_first=index == 0, is_last=index == len(parts) - 1)
        for index, part in enumerate(parts)
    )


def _plain_text(part: str) -> str:
    return _plain(part, range(len(part) + 1)).text if "[" in part else part


def _segment(part: str, *, is_first: bool, is_last: bool) -> _Segment:
    whole = _plain(part, range(len(part) + 1))
    start, end = 0, len(whole.text)
    if is_first:
        start = end - len(whole.text.lstrip(SOFT))
    if is_last:
        end = start + len(whole.text[start:].rstrip(SOFT))
    text = whole.text[start:end]
    free_case = {at - start for at in whole.free_case}
    if is_first:
        free_case.add(next((at for at, char in enumerate(text) if char.isalnum()), 0))
    insertions = {
        min(max(insertion.at - start, 0), len(text)): insertion.words.casefold()
        for insertion in whole.insertions
    }
    plain = _Plain(text, whole.lowered[start:end], (), tuple(sorted(free_case)), ())
    return _Segment(plain, whole.text[end:].strip(), insertions)


class _Searched:
    """A plain text in which segments are looked for."""

    def __init__(self, plain: _Plain, folded: Folded, blocks: Sequence[tuple[int, int]]) -> None:
        self.plain = plain
        self._folded = folded
        self._blocks = blocks
        self._insertion_places = [insertion.at for insertion in self.plain.insertions]

    @cached_property
    def _block_ends(self) -> list[int]:
        ends = [bisect_left(self._folded.offsets, end) for _, end in self._blocks]
        return [bisect_left(self.plain.offsets, end) for end in ends]

    def find(self, segments: tuple[_Segment, ...]) -> list[tuple[int, int]]:
        """The ranges in the folded text of every place where the segments follow one another."""
        seekers = [_Seeker(self, segment) for segment in segments]
        found: list[tuple[int, int]] = []
        at = 0
        while (first := seekers[0].seek(at, len(self.plain.text))) >= 0:
            at = first + 1
            places = self._follow(seekers, first)
            if places is None:
                continue
            found.append(self._range(segments, places))
            at = places[-1] + max(1, len(segments[-1].plain.text))
        return found

    def matches(self, segment: _Segment, at: int) -> bool:
        """True where the segment's letters, already the same but for case, truly stand."""
        end = at + len(segment.plain.text)
        if not (self._is_boundary(at) and self._is_boundary(end)):
            return False
        if segment.tail and self.plain.text[end : end + 1] in HARD:
            return False
        return self._case_agrees(segment, at, end) and self._insertions_agree(segment, at, end)

    def after_word(self, at: int) -> int:
        """Where the next word can begin, for a place inside a word."""
        if self._is_boundary(at):
            return at + 1
        word = LETTERS_AND_DIGITS.match(self.plain.text, at)
        if word is None:
            return at + 1
        unspaced = _unspaced().search(self.plain.text, at + 1, word.end())
        return max(at + 1, unspaced.start() if unspaced else word.end())

    def _follow(self, seekers: list["_Seeker"], first: int) -> list[int] | None:
        """The places of all segments for a first one; None where another does not follow."""
        places = [first]
        for seeker in seekers[1:]:
            end = places[-1] + seekers[len(places) - 1].length
            next_place = seeker.seek(end, self._end_of_block(end) + seeker.length)
            if next_place < 0:
                return None
            places.append(next_place)
        if len(places) > 1:
            closer = first
            while closer >= 0:
                places[0] = closer
                closer = seekers[0].search(closer + 1, places[1])
        return places

    def _end_of_block(self, at: int) -> int:
        index = bisect_left(self._block_ends, at)
        return self._block_ends[index] if index < len(self._block_ends) else len(self.plain.text)

    def _is_boundary(self, at: int) -> bool:
        text = self.plain.text
        if at <= 0 or at >= len(text):
            return True
        before, after = text[at - 1], text[at]
        if category(after)[0] == "M":
            return False
        is_inside = after.isalnum() and (before.isalnum() or category(before)[0] == "M")
        return not is_inside or _unspaced().search(before + after) is not None

    def _case_agrees(self, segment: _Segment, at: int, end: int) -> bool:
        ours = self.plain.free_case
        here = ours[bisect_left(ours, at) : bisect_left(ours, end)]
        done = 0
        for free in sorted((*segment.plain.free_case, *(place - at for place in here), end - at)):
            if not self.plain.text.startswith(segment.plain.text[done:free], at + done):
                return False
            done = free + 1
        return True

    def _insertions_agree(self, segment: _Segment, at: int, end: int) -> bool:
        if not segment.insertions or not self._insertion_places:
            return True
        for insertion in self._insertions_between(at - 1, end):
            wanted = segment.insertions.get(max(0, insertion.at - at))
            if wanted is not None and wanted != insertion.words.casefold():
                return False
        return True

    def _insertions_between(self, first: int, last: int) -> tuple[_Insertion, ...]:
        low = bisect_left(self._insertion_places, first)
        return self.plain.insertions[low : bisect_right(self._insertion_places, last)]

    def _range(self, segments: tuple[_Segment, ...], places: list[int]) -> tuple[int, int]:
        """The folded range from the first place to the last, with what else was asked for."""
        first, last = segments[0], segments[-1]
        at, end = places[0], places[-1] + len(last.plain.text)
        text, offsets = self.plain.text, self.plain.offsets
        start_in_folded, end_in_folded = self._with_brackets(offsets[at], offsets[end - 1] + 1)
        for insertion in self._insertions_between(at - 1, end):
            if insertion.at <= at and insertion.end <= start_in_folded and 0 in first.insertions:
                start_in_folded = insertion.start
            elif insertion.at == end and len(last.plain.text) in last.insertions:
                end_in_folded = insertion.end
        punctuation = SOFT_RUN.match(text, end)
        if last.tail and punctuation and punctuation[0] == last.tail:
            end_in_folded = offsets[punctuation.end() - 1] + 1
        return start_in_folded, end_in_folded

    def _with_brackets(self, start: int, end: int) -> tuple[int, int]:
        """The folded range with the bracket that parts its first or last word, as in `[A]ll`."""
        offsets = self.plain.offsets
        folded = self._folded.text
        if folded[start - 1 : start] == "[" and not _holds(offsets, start - 1):
            start -= 1
        if folded[end : end + 1] == "]" and not _holds(offsets, end):
            end += 1
        return start, end


class _Seeker:
    """The search of one segment from left to right, never over the same text twice."""

    def __init__(self, searched: _Searched, segment: _Segment) -> None:
        self.length = len(segment.plain.text)
        self._searched = searched
        self._segment = segment
        self._probe = segment.plain.lowered[:LONGEST_PROBE]
        self._from = 0
        self._to = -1
        self._found = -1

    def seek(self, start: int, stop: int) -> int:
        """The first place at or after `start` that ends by `stop`, or -1; answers are kept."""
        if self._from <= start and (start <= self._found or (self._found < 0 and stop <= self._to)):
            return self._found if self._found + self.length <= stop else -1
        self._from, self._to = start, stop
        self._found = self.search(start, stop)
        return self._found

    def search(self, start: int, stop: int) -> int:
        """The first place at or after `start` that ends by `stop`, or -1."""
        lowered, wanted = self._searched.plain.lowered, self._segment.plain.lowered
        stop -= max(0, self.length - LONGEST_PROBE)
        at = lowered.find(self._probe, start, max(start, stop))
        while at >= 0:
            if lowered.startswith(wanted, at) and self._searched.matches(self._segment, at):
                return at
            at = lowered.find(self._probe, self._searched.after_word(at), max(at, stop))
        return -1


def _without_characters(text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    pieces: list[str] = []
    offsets = array("q")
    done = 0
    for at in places:
        pieces.append(text[done:at])
        offsets.extend(range(done, at))
        done = at + 1
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(pieces), offsets


def _holds(ascending: Sequence[int], number: int) -> bool:
    at = bisect_left(ascending, number)
    return at < len(ascending) and ascending[at] == number


def _lowered(text: str) -> str:
    """The text in lower case, character for character, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.replace("ς", "σ")
