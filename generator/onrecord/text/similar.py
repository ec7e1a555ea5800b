"""The closest word and the closest passage, for messages that say what was probably meant.

What compares them is imported where it comes to that: most builds find nothing amiss.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from re import compile as pattern
from typing import NamedTuple

from onrecord.text.folding import fold

WORD = pattern(r"[^\W_]+")
LEAST_LIKENESS = 0.6
LEAST_PERCENT = 50
CANDIDATES = 5
LONGEST_COMPARED = 4000
MOST_WORDS_COMPARED = 400
WORDS_SHOWN_AROUND = 3
MOST_CHANGES_TOLD = 3
MOST_WORDS_TOLD = 12
STOPS = " .,;:…"


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


def tell_difference(expected: str, found: str, holder: str, other: str) -> str:
    """What of the holder's words the other has otherwise, such as the record and the article.

    A few small changes are told one a line; many, or long ones, as the whole with both wordings.
    """
    changes = _changes(expected, found)
    told = [change for change in changes if change.counts]
    if 0 < len(told) <= MOST_CHANGES_TOLD and all(change.is_small for change in told):
        return "\n".join(
            f"{holder} has “{' '.join(change.before)}”, {other} “{' '.join(change.after)}”"
            for change in told
        )
    head = f"[-these words-] stand in {holder} alone, {{+these+}} in {other}:"
    return f"{head}\n{_whole(changes, found)}"


class _Change(NamedTuple):
    """A run of words that differ: `gone` of what was expected, `come` instead, at `start` of it.

    `before` and `after` are the same as they are told: with the words beside them where one of the
    two is empty, without stops at the end. `is_around` where the words that come stand before or
    after all that was expected, `is_slight` where at either end only a capital or a stop differs.
    """

    gone: list[str]
    come: list[str]
    start: int
    before: list[str]
    after: list[str]
    is_around: bool
    is_slight: bool

    @property
    def counts(self) -> bool:
        """True for what keeps the words from being found."""
        return not (self.is_around or self.is_slight)

    @property
    def is_small(self) -> bool:
        return max(len(self.before), len(self.after)) <= MOST_WORDS_TOLD


def _changes(expected: str, found: str) -> list[_Change]:
    """What differs, in order; typography is no change."""
    from rapidfuzz.distance.Levenshtein import opcodes  # noqa: PLC0415 - see above

    old = expected.split()[:MOST_WORDS_COMPARED]
    new = found.split()[:MOST_WORDS_COMPARED]
    runs: list[tuple[int, int, int, int]] = []
    for step in opcodes([fold(word).text for word in old], [fold(word).text for word in new]):
        if step.tag == "equal":
            continue
        run = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        if runs and runs[-1][1] == run[0] and runs[-1][3] == run[2]:
            run = (runs[-1][0], run[1], runs.pop()[2], run[3])
        runs.append(run)
    changes = []
    for start, end, first, last in runs:
        beside = 0 if start < end and first < last else 1
        gone, come = old[start:end], new[first:last]
        is_at_end = start == 0 or end == len(old)
        changes.append(
            _Change(
                gone=gone,
                come=come,
                start=first,
                before=_without_stop(old[max(0, start - beside) : end + beside]),
                after=_without_stop(new[max(0, first - beside) : last + beside]),
                is_around=not gone and is_at_end,
                is_slight=is_at_end and _plainly(gone) == _plainly(come),
            )
        )
    return changes


def _without_stop(words: list[str]) -> list[str]:
    return " ".join(words).rstrip(STOPS).split()


def _plainly(words: list[str]) -> str:
    return fold(" ".join(words)).text.strip(STOPS).lower()


def _whole(changes: Iterable[_Change], found: str) -> str:
    """The found words with what is gone as [-…-] and what has come as {+…+}.

    Of a long run that they have more at either end, the words next to the rest are shown.
    """
    new = found.split()[:MOST_WORDS_COMPARED]
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces.extend(new[at : change.start])
        at = change.start + len(change.come)
        come = change.come
        if change.is_around and len(come) > WORDS_SHOWN_AROUND:
            is_first = change.start == 0
            come = ["…", *come[-WORDS_SHOWN_AROUND:]] if is_first else come[:WORDS_SHOWN_AROUND]
            come = come if is_first else [*come, "…"]
        if change.gone:
            pieces.append(f"[-{' '.join(change.gone)}-]")
        if come:
            pieces.append(f"{{+{' '.join(come)}+}}")
    return " ".join([*pieces, *new[at:]])


def _likeness(needle: str, sentence: str) -> int:
    """How much of the needle the sentence holds, in percent.

    A sentence shorter than the needle is compared as a whole: a part of it would always fit.
    """
    from rapidfuzz.fuzz import partial_ratio, ratio  # noqa: PLC0415 - see above

    asked = fold(needle[:LONGEST_COMPARED]).text.casefold()
    held = fold(sentence[:LONGEST_COMPARED]).text.casefold()
    score = ratio(asked, held) if len(held) < len(asked) else partial_ratio(asked, held)
    return round(score)
