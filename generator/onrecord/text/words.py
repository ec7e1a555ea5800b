"""How many words a text has."""

from itertools import filterfalse
from re import compile as pattern

WORD = pattern(r"\w+(?:[’'\-.,]\w+)*")


def count_words(text: str) -> int:
    """The number of words: letters and digits, joined by single hyphens, apostrophes and stops.

    What stands between spaces is mostly one plain word; only the rest is looked at.
    """
    pieces = text.split()
    unusual = list(filterfalse(str.isalnum, pieces))
    return len(pieces) - len(unusual) + len(WORD.findall(" ".join(unusual)))
