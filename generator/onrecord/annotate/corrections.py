"""Corrections are held against the article: the old words are gone, the new ones stand there."""

from collections.abc import Iterator, Sequence

from onrecord.annotate.misses import shortened
from onrecord.annotate.passages import Haystack
from onrecord.annotate.places import Places
from onrecord.annotate.quotes import Placing
from onrecord.annotate.search import Joined
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.model import Article, Correction, Written
from onrecord.text.folding import fold
from onrecord.text.source import Span

Found = tuple[int, int, Span]


def check_corrections(
    article: Article, speech: Speech, places: Places, placing: Placing
) -> Iterator[Diagnostic]:
    """A finding for each correction that the article itself does not bear out."""
    if not any(_says_something(correction) for correction in article.corrections):
        return
    front = [article.title, *filter(None, [article.summary]), *article.takeaways]
    checking = _Checking(speech, places, front)
    for correction in article.corrections:
        yield from checking.check(correction, placing)


def _says_something(correction: Correction) -> bool:
    return bool(correction.was or correction.now or correction.quote)


class _Checking:
    def __init__(self, speech: Speech, places: Places, front: Sequence[Written]) -> None:
        self.speech = speech
        self.places = places
        self.front = front
        self.joined = Joined([written.text for written in front])

    def check(self, correction: Correction, placing: Placing) -> Iterator[Diagnostic]:
        """What is wrong with one correction."""
        now = correction.now.text if correction.now else self._words_of_quote(correction, placing)
        if correction.was:
            yield from self._check_gone(correction.was, now)
        if correction.now and not self._find(correction.now.text):
            yield diagnose(
                "OR211",
                f"the correction's new words, {shortened(correction.now.text)}, are not in the"
                " article",
                correction.now.span,
                hint="put them in the article, or give now: as the article reads",
            )

    def _words_of_quote(self, correction: Correction, placing: Placing) -> str:
        """The words of the record that a correction concerns, "" where that has no place."""
        if correction.quote is None:
            return ""
        for placement in placing.placed.values():
            if correction.quote.text in {placement.record.name, placement.record.key}:
                return placement.record.text
        return ""

    def _check_gone(self, was: Written, now: str) -> Iterator[Diagnostic]:
        still_there = self._find(was.text)
        if now and still_there and _holds(now, was.text):
            kept = self._find(now)
            still_there = [
                found
                for found in still_there
                if not any(start <= found[0] and found[1] <= end for start, end, _ in kept)
            ]
        if still_there:
            yield diagnose(
                "OR210",
                f"the corrected words, {shortened(was.text)}, still stand in the article",
                was.span,
                hint="correct them there, or give was: as the article read before",
                related=[Related("they stand here", span) for _, _, span in still_there[:3]],
            )

    def _find(self, words: str) -> list[Found]:
        """Every place of the words, in the front matter (counted below zero) and in the text."""
        length = len(self.joined.text) + 1
        found = [
            (hit.start - length, hit.end - length, self.front[self.joined.owner(hit.start)].span)
            for hit in self.joined.haystack.find(words)
        ]
        found += [
            (start, end, self.places.span(start, end)) for start, end in self.speech.hits(words)
        ]
        return found


def _holds(words: str, part: str) -> bool:
    return bool(Haystack(fold(words), [(0, len(words))]).find(part))
