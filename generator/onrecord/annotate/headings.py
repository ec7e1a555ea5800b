"""Headings and ids: levels from h2 down, GitHub's ids, none that the page itself needs."""

from collections.abc import Iterator, Mapping
from re import compile as pattern
from unicodedata import normalize

from markdown_it.token import Token

from onrecord.annotate.facts import Heading
from onrecord.annotate.flatten import Flat
from onrecord.annotate.places import Places
from onrecord.text.slugs import heading_slug

RESERVED_IDS = frozenset(
    "main brief notes record who sources corrections related voices search theme".split()
)
RESERVED_BEGINNING = pattern(r"(?:q|r|ref|source|note|noteref|card|k)-|[fs](?:\d|x$)")
TOP_LEVEL = 2
BOTTOM_LEVEL = 6


class _Ids:
    """The ids of a page's bodies: `leads` from what a link says to the id that it means."""

    def __init__(self) -> None:
        self.leads: dict[str, str] = {}
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """An id that is free, by GitHub's rule; the first to want an id is where links lead."""
        safe = wanted
        if wanted in RESERVED_IDS or RESERVED_BEGINNING.match(wanted):
            safe = f"h-{wanted}"
        unique, count = safe, self._counts.get(safe, 0)
        while unique in self._used:
            count += 1
            unique = f"{safe}-{count}"
        self._counts[safe] = count
        self._used.add(unique)
        self.leads.setdefault(wanted, unique)
        self.leads.setdefault(unique, unique)
        return unique


def identify(flat: Flat, places: Places) -> tuple[tuple[Heading, ...], Mapping[str, str]]:
    """The headings of the text itself, in order, and the id that each fragment of a link leads to.

    Every heading's token is given its id and level; ids that the writer gave come first.
    """
    ids = _Ids()
    for token in _tokens_with_ids(flat):
        token.attrs["id"] = ids.take(normalize("NFC", str(token.attrs["id"])))
    headings: list[Heading] = []
    open_levels: list[tuple[int, int]] = []
    for block in flat.headings:
        level = _shown_level(block.holder, open_levels)
        text = places.shown(block.start, block.end)
        block.holder.meta["level"] = level
        if "id" not in block.holder.attrs:
            block.holder.attrs["id"] = ids.take(heading_slug(text) or "section")
        if block.part == 0:
            words = places.words_before(block.start)
            headings.append(Heading(str(block.holder.attrs["id"]), level, text, words))
    return tuple(headings), ids.leads


def _tokens_with_ids(flat: Flat) -> Iterator[Token]:
    """Every token to which the writer gave an id, in order of the text."""
    for part in flat.parts:
        if "{" not in part.origin.markdown:
            continue
        for token in part.tokens:
            if "id" in token.attrs:
                yield token
            for child in token.children or ():
                if "id" in child.attrs:
                    yield child


def _shown_level(heading: Token, open_levels: list[tuple[int, int]]) -> int:
    """One below the nearest heading above that is of a higher level; the highest are h2."""
    typed = int(heading.tag[1:])
    while open_levels and open_levels[-1][0] >= typed:
        open_levels.pop()
    shown = min(open_levels[-1][1] + 1, BOTTOM_LEVEL) if open_levels else TOP_LEVEL
    open_levels.append((typed, shown))
    return shown
