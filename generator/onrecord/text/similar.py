"""The closest word and the closest passage, for messages that say what was probably meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from re import compile as pattern

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

WORD = pattern(r"[^\W_]+")
LEAST_LIKENESS = 0.6
LEAST_PERCENT = 50
CANDIDATES = 5
LONGEST_COMPARED = 4000


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the writer probably meant, or None where none is near."""
    asked = word.casefold()
    best: tuple[float, str] | None = None
    for candidate in candidates:
        likeness = OSA.normalized_similarity(
            asked, candidate.casefold(), score_cutoff=LEAST_LIKENESS
        )
        if likeness and (best is None or (-likeness, candidate) < best):
            best = (-likeness, candidate)
    return best[1] if best else None


class Passages:
    """An article's sentences, made ready for several searches."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self._holders: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            for word in dict.fromkeys(WORD.findall(sentence.casefold())):
                self._holders.setdefault(word, []).append(index)

    def closest(self, needle: str) -> tuple[int, int] | None:
        """The index of the sentence closest to the needle, and how close in percent; or None."""
        best: tuple[int, int] | None = None
        for index in self._candidates(needle):
            percent = _likeness(needle, self.sentences[index])
            if percent >= LEAST_PERCENT and (best is None or percent > best[1]):
                best = (index, percent)
        return best

    def _candidates(self, needle: str) -> list[int]:
        """The sentences that share the most rare words with the needle, best first."""
        weights: Counter[int] = Counter()
        for word in dict.fromkeys(WORD.findall(needle.casefold())):
            holders = self._holders.get(word, ())
            for index in holders:
                weights[index] += 1_000_000 // len(holders)
        ranked = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))
        return [index for index, _ in ranked[:CANDIDATES]]


def closest_passage(needle: str, sentences: Sequence[str]) -> tuple[int, int] | None:
    """The index of the sentence closest to the needle, and how close in percent; or None."""
    return Passages(sentences).closest(needle)


def word_diff(expected: str, found: str) -> str:
    """What changes from the expected words to the found ones, as `[-gone-]{+come+}`."""
    old, new = expected.split(), found.split()
    pieces: list[str] = []
    for change in Levenshtein.opcodes(old, new):
        gone = " ".join(old[change.src_start : change.src_end])
        come = " ".join(new[change.dest_start : change.dest_end])
        if change.tag == "equal":
            pieces.append(gone)
        else:
            pieces.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return " ".join(pieces)


def _likeness(needle: str, sentence: str) -> int:
    asked = needle[:LONGEST_COMPARED].casefold()
    held = sentence[:LONGEST_COMPARED].casefold()
    score = fuzz.ratio(asked, held) if len(held) < len(asked) else fuzz.partial_ratio(asked, held)
    return round(score)
