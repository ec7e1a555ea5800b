"""The known id or name that a writer probably meant, found without comparing with every other."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.text.similar import closest

CANDIDATES = 40
COMMON = 2000
SHORT = 6


@dataclass(slots=True)
class Nearest:
    """Known words, indexed by their short pieces at the first question, not before."""

    known: Iterable[str]
    _holders: dict[str, list[str]] = field(default_factory=dict, init=False)
    _answers: dict[str, str] = field(default_factory=dict, init=False)

    def to(self, word: str) -> str:
        """The known word that is closest to this one, "" where none is near."""
        if word not in self._answers:
            self._answers[word] = closest(word, self._candidates(word)) or ""
        return self._answers[word]

    def _candidates(self, word: str) -> list[str]:
        """The known words that share the rarest pieces with this one, best first."""
        if not self._holders:
            self._index()
        weights: Counter[str] = Counter()
        for piece in _pieces(word):
            holders = self._holders.get(piece, [])
            if len(holders) <= COMMON:
                for holder in holders:
                    weights[holder] += 1_000_000 // len(holders)
        ranked = sorted(weights.items(), key=lambda weighed: (-weighed[1], weighed[0]))
        return [candidate for candidate, _ in ranked[:CANDIDATES]]

    def _index(self) -> None:
        for word in dict.fromkeys(self.known):
            for piece in _pieces(word):
                self._holders.setdefault(piece, []).append(word)


def _pieces(word: str) -> tuple[str, ...]:
    """Each run of three characters once, in short words of two as well; edges are characters."""
    padded = f"\x02{word.casefold()}\x03"
    sizes = (2, 3) if len(word) <= SHORT else (3,)
    return tuple(
        dict.fromkeys(
            padded[at : at + size] for size in sizes for at in range(len(padded) - size + 1)
        )
    )
