"""The names that an article's text is searched for: by first word, then the longest that fits."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import compile as pattern
from re import search
from unicodedata import category

from onrecord.enlist.cast import SlicedActor
from onrecord.text.folding import Folded, fold
from onrecord.text.frozen import Frozen

WORD = pattern(r"[^\W_]+")
CAPITALISED_WORD = pattern(r"[^\W_a-z](?<![^\W_].)[^\W_]*")  # or one of another script, or a number
UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"


class Name(Frozen):
    """A name as it is looked for. `actors` is empty for words that only keep others from matching.

    `lead` is how far into it its first word begins; more than one actor share it.
    """

    text: str
    lead: int
    actors: tuple[str, ...]


class Named(Frozen):
    """A name found: its range in the original text."""

    start: int
    end: int
    name: Name


class Names:
    """All names of an article's actors, with the words that are never linked."""

    def __init__(self, actors: Sequence[SlicedActor], nolink: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[Name]] = {}
        self._unspaced: list[Name] = []
        for text, bearers in _bearers(actors, nolink).items():
            self._add(text, bearers)
        for names in self._by_first_word.values():
            names.sort(key=lambda name: -len(name.text))
        self._unspaced.sort(key=lambda name: -len(name.text))
        is_any_small = any("a" <= word[0] <= "z" for word in self._by_first_word)
        self._first_word = WORD if is_any_small else CAPITALISED_WORD

    def _add(self, text: str, bearers: tuple[str, ...]) -> None:
        first = WORD.search(text)
        if first is None:
            return
        if not text.isascii() and search(UNSPACED, text):
            self._unspaced.append(Name(text, first.start(), bearers))
            return
        self._by_first_word.setdefault(first[0], []).append(Name(text, first.start(), bearers))
        if text[0].islower():
            self._add(text[0].upper() + text[1:], bearers)  # where it begins a sentence

    def find(self, original: str, folded: Folded, base: int = 0) -> Iterator[Named]:
        """Every name in a text that is folded, in order, none inside another nor over two blocks.

        `base` is added to the places.
        """
        text, by_first_word = folded.text, self._by_first_word
        unspaced = self._find_unspaced(text) if self._unspaced else []
        done = 0
        for word in self._first_word.finditer(text):
            candidates = by_first_word.get(word[0])
            if candidates is None:
                continue
            for name in candidates:
                start = word.start() - name.lead
                end = start + len(name.text)
                if (
                    start >= done
                    and text.startswith(name.text, start)
                    and _is_boundary(text, start)
                    and _is_boundary(text, end)
                    and "\n" not in original[slice(*folded.original_range(start, end))]
                ):
                    done = end
                    unspaced.append((start, end, name))
                    break
        if self._unspaced:
            unspaced.sort(key=lambda found: (found[0], -found[1]))
        for start, end, name in unspaced:
            first, last = folded.original_range(start, end)
            yield Named(base + first, base + last, name)

    def _find_unspaced(self, text: str) -> list[tuple[int, int, Name]]:
        """Names in scripts that put no spaces between words, the longest first."""
        found: list[tuple[int, int, Name]] = []
        starts: list[int] = []
        for name in self._unspaced:
            at = text.find(name.text)
            while at >= 0:
                end = at + len(name.text)
                index = bisect_left(starts, at)
                is_free = (index == 0 or found[index - 1][1] <= at) and (
                    index == len(starts) or end <= starts[index]
                )
                if is_free:
                    starts.insert(index, at)
                    found.insert(index, (at, end, name))
                at = text.find(name.text, end)
        return found


def names_borne(actors: Sequence[SlicedActor]) -> Mapping[str, tuple[str, ...]]:
    """For each name that is linked by itself who bears it here; `called` decides where given."""
    borne: dict[str, dict[str, None]] = {}
    called: dict[str, dict[str, None]] = {}
    for actor in actors:
        for name in actor.names:
            borne.setdefault(_folded(name), {})[actor.id] = None
        for name in actor.called:
            called.setdefault(_folded(name), {})[actor.id] = None
    return {name: tuple(ids) for name, ids in (borne | called).items()}


def _bearers(actors: Sequence[SlicedActor], nolink: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each name who bears it here: nobody for weak names and for what is never linked."""
    result = dict(names_borne(actors))
    for actor in actors:
        for name in actor.weak_names:
            result.setdefault(_folded(name), ())
    for phrase in nolink:
        result[_folded(phrase)] = ()
    return result


@lru_cache(maxsize=10_000)
def _folded(name: str) -> str:
    return fold(name).text.strip()


def _is_boundary(text: str, at: int) -> bool:
    """True where no word runs across a place; combining marks belong to the letter before them."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (after.isalnum() or after > "\u02ff"):
        return True
    if category(after)[0] == "M":
        return False
    return not (after.isalnum() and (before.isalnum() or category(before)[0] == "M"))
