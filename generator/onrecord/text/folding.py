"""Text without the differences that typography makes, with the way back to the original.

What folds together: curly and straight quotation marks and apostrophes, all dashes, every run of
white space, `…` and `...`, composed and decomposed letters; soft hyphens and zero-width characters
vanish. Case stays.
"""

from array import array
from collections.abc import Iterator, Sequence
from re import compile as pattern
from unicodedata import category, is_normalized, normalize

from onrecord.text.frozen import Frozen

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
DOUBLE_MARKS = "“”«»„‟「」『』"
SINGLE_MARKS = "‘’‚‛′‹›"
DASHES = "‐‑‒–—―−"

LATER_PARTS_OF_A_SYLLABLE = frozenset(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))
"""The Hangul vowels and final consonants, which join the letter before them."""

ONE_FOR_ONE = {
    **dict.fromkeys(DOUBLE_MARKS, '"'),
    **dict.fromkeys(SINGLE_MARKS, "'"),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys((char for char in map(chr, range(0x3001)) if char.isspace()), " "),
}
CHANGING_LENGTH = pattern(  # where all white space is a space already
    rf"[ {INVISIBLE}…](?:(?<= )[ {INVISIBLE}]+|(?<![ …])[ {INVISIBLE}]*|(?<=…))"
)
COMPOSING = pattern(r"[\s\S]?[^\x00-\u02ff]+")
NEEDS_FOLDING_IN_ASCII = pattern(r"\s\s|[^\S ]")


class Folded(Frozen):
    """Folded text; `offsets[i]` is where its character i began, with one more for the end."""

    text: str
    offsets: Sequence[int]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text that the folded characters `start` to `end` came from."""
        first, last = self.offsets[start], self.offsets[end]
        while start < end < len(self.text) and last == self.offsets[end - 1]:
            end += 1
            last = self.offsets[end]
        return first, last


def fold(text: str) -> Folded:
    """The text folded, with its map back."""
    if text.isascii() and not NEEDS_FOLDING_IN_ASCII.search(text):
        return Folded(text, range(len(text) + 1))
    plain, offsets = _without_typography(text)
    if is_normalized("NFC", plain):
        return Folded(plain, offsets)
    return _composed(plain, offsets)


def _without_typography(text: str) -> tuple[str, Sequence[int]]:
    for typed, folded in ONE_FOR_ONE.items():
        if typed in text:
            text = text.replace(typed, folded)
    pieces: list[str] = []
    offsets = array("q")
    done = 0
    for changing in CHANGING_LENGTH.finditer(text):
        start, end = changing.span()
        run = changing[0]
        folded = "..." if run == "…" else " " * (" " in run)
        pieces += text[done:start], folded
        offsets.extend(range(done, start))
        offsets.extend([start] * len(folded))
        done = end
    if not done:
        return text, range(len(text) + 1)
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(pieces), offsets


def _composed(plain: str, plain_offsets: Sequence[int]) -> Folded:
    """The text in normal form C, composed cluster by cluster so that the map stays exact."""
    pieces: list[str] = []
    offsets = array("q")
    done = 0
    for start, end in _clusters(plain):
        cluster = plain[start:end]
        composed = normalize("NFC", cluster)
        if composed == cluster:
            continue
        pieces += plain[done:start], composed
        offsets.extend(plain_offsets[done:start])
        offsets.extend([plain_offsets[start]] * len(composed))
        done = end
    pieces.append(plain[done:])
    offsets.extend(plain_offsets[done:])
    return Folded("".join(pieces), offsets)


def _clusters(plain: str) -> Iterator[tuple[int, int]]:
    """The ranges of characters that may compose, each with what joins it."""
    for run in COMPOSING.finditer(plain):
        start, end = run.span()
        while start < end:
            after = start + 1
            while after < end and _joins_the_character_before(plain[after]):
                after += 1
            yield start, after
            start = after


def _joins_the_character_before(char: str) -> bool:
    return category(char)[0] == "M" or char in LATER_PARTS_OF_A_SYLLABLE
