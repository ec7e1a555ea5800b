"""The closest word and the closest passage, for messages that say what was probably meant.

What compares them is imported where it comes to that: most builds find nothing amiss.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from re import compile as pattern

from onrecord.text.folding import fold

WORD = pattern(r"[^\W_]+")
LEAST_LIKENESS = 0.6
LEAST_PERCENT = 50
CANDIDATES = 5
LONGEST_COMPARED = 4000
MOST_WORDS_COMPARED = 400
WORDS_SHOWN_AROUND = 3


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the writer probably meant, or None where none is near.

    Near is: few letters wrong, missing, too many or swapped; else, of all candidates, the only
    one that holds every word of what was typed (`soleimani` for `qassem-soleimani`).
    """
    from rapidfuzz import process  # noqa: PLC0415 - see above
    from rapidfuzz.distance.OSA import normalized_similarity  # noqa: PLC0415 - see above

    known = list(candidates)
    near = process.extract(
        word,
        known,
        scorer=normalized_similarity,
        processor=str.casefold,
        score_cutoff=LEAST_LIKENESS,
        limit=CANDIDATES,
    )
    if near:
        return min((-likeness, candidate) for candidate, likeness, _ in near)[1]
    words = set(WORD.findall(word.casefold()))
    holders = [
        known_word for known_word in known if words <= set(WORD.findall(known_word.casefold()))
    ]
    return holders[0] if words and len(holders) == 1 else None


def is_one_slip_from(word: str, other: str) -> bool:
    """True where one letter is wrong, missing, too many or swapped, and no digit differs."""
    from rapidfuzz.distance.OSA import distance  # noqa: PLC0415 - see above

    if distance(word, other, score_cutoff=1) != 1:
        return False
    return [sign for sign in word if sign.isdigit()] == [sign for sign in other if sign.isdigit()]


class Passages:
    """An article's sentences, made ready for several searches."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self._holders: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            for word in dict.fromkeys(WORD.findall(sentence.casefold())):
                self._holders.setdefault(word, []).append(index)

    def closest(self, needle: str) -> tuple[int, int] | None:
        """The index of the sentence closest to the needle, and how close in percent; or None.

        Only the five sentences that share the most rare words with it are compared.
        """
        best: tuple[int, int] | None = None
        for index in self._candidates(needle):
            percent = _likeness(needle, self.sentences[index])
            if percent >= LEAST_PERCENT and (best is None or percent > best[1]):
                best = (index, percent)
        return best

    def _candidates(self, needle: str) -> list[int]:
        weights: Counter[int] = Counter()
        for word in dict.fromkeys(WORD.findall(needle.casefold())):
            holders = self._holders.get(word, ())
            for index in holders:
                weights[index] += 1_000_000 // len(holders)
        ranked = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))
        return [index for index, _ in ranked[:CANDIDATES]]


def closest_passage(needle: str, sentences: Sequence[str]) -> tuple[int, int] | None:
    """The index of the sentence closest to the needle, and how close in percent; or None.

    For several searches in the same sentences make one Passages.
    """
    return Passages(sentences).closest(needle)


def word_diff(expected: str, found: str) -> str:
    """What changes from the expected words to the found ones, as `[-gone-] {+come+}`.

    Typography is no change. Of a long run that `found` has more at either end, the words next to
    what was expected are shown.
    """
    from rapidfuzz.distance.Levenshtein import opcodes  # noqa: PLC0415 - see above

    old = expected.split()[:MOST_WORDS_COMPARED]
    new = found.split()[:MOST_WORDS_COMPARED]
    changes = opcodes([fold(word).text for word in old], [fold(word).text for word in new])
    pieces: list[str] = []
    for change in changes:
        gone = old[change.src_start : change.src_end]
        come = new[change.dest_start : change.dest_end]
        if change.tag == "equal":
            pieces.extend(come)
            continue
        if not gone and len(come) > WORDS_SHOWN_AROUND:
            if change.src_start == 0:
                come = ["…", *come[-WORDS_SHOWN_AROUND:]]
            elif change.src_end == len(old):
                come = [*come[:WORDS_SHOWN_AROUND], "…"]
        if gone:
            pieces.append(f"[-{' '.join(gone)}-]")
        if come:
            pieces.append(f"{{+{' '.join(come)}+}}")
    return " ".join(pieces)


def _likeness(needle: str, sentence: str) -> int:
    """How much of the needle the sentence holds, in percent.

    A sentence shorter than the needle is compared as a whole: a part of it would always fit.
    """
    from rapidfuzz.fuzz import partial_ratio, ratio  # noqa: PLC0415 - see above

    asked = fold(needle[:LONGEST_COMPARED]).text.casefold()
    held = fold(sentence[:LONGEST_COMPARED]).text.casefold()
    score = ratio(asked, held) if len(held) < len(asked) else partial_ratio(asked, held)
    return round(score)
