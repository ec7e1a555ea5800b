"""Whose words an article's quotations are: a record's, accepted without one, or nobody's yet."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from re import compile as pattern

from onrecord.annotate.flatten import Range
from onrecord.annotate.misses import difference, shortened
from onrecord.annotate.passages import Haystack
from onrecord.annotate.places import Places
from onrecord.annotate.quotation_marks import Quotation
from onrecord.annotate.quotes import Placement, Placing
from onrecord.annotate.records import Record
from onrecord.annotate.search import Joined, Searches
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.model import Written
from onrecord.text.folding import fold
from onrecord.text.source import Span

FEWEST_WORDS = 4
FEWEST_WORDS_AGAIN = 2
DRIFTED_PERCENT = 75
GAPS = ("...", "…")
WORD = pattern(r"[a-z0-9]{2,}")


@dataclass(slots=True)
class Coverage:
    """The quotations that are a record's words `again`, how many there are, and what is missing."""

    again: list[Placement] = field(default_factory=list)
    quotations: int = 0
    attributed: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)


def cover_quotations(
    records: Sequence[Record],
    placing: Placing,
    speech: Speech,
    places: Places,
    searches: Searches,
    unattributed: Sequence[Written],
) -> Coverage:
    """What each quotation of the text, the title, the summary and the captions rests on."""
    covering = _Covering(records, placing, speech, places, searches)
    covering.accept(unattributed)
    for quotation in speech.outermost():
        covering.cover(quotation)
    for quotation in searches.front_quotations():
        covering.cover_in_front(quotation)
    return covering.result


class _Covering:
    def __init__(
        self,
        records: Sequence[Record],
        placing: Placing,
        speech: Speech,
        places: Places,
        searches: Searches,
    ) -> None:
        self.speech = speech
        self.places = places
        self.searches = searches
        self.pointed_at = sorted(placing.pointed_at)
        self.placed = placing.placed
        self.result = Coverage()
        self.quoted = [record for record in records if not record.is_paraphrase]
        self.covered: list[Range] = sorted(
            span
            for placement in (*placing.placed.values(), *placing.again)
            for span in placement.ranges
        )
        self.covered_ends = _running_ends(self.covered)
        self.accepted: set[int] = set()
        self.accepted_in_front: set[int] = set()

    @cached_property
    def owners(self) -> Sequence[Record]:
        """For each wording its record."""
        return [record for record in self.quoted for _ in record.wordings]

    @cached_property
    def wordings(self) -> Joined:
        """The wordings of all records."""
        return Joined([wording.text for record in self.quoted for wording in record.wordings])

    @cached_property
    def gapped(self) -> Sequence[tuple[Record, str]]:
        """The wordings that leave something out, each with its record."""
        return [
            (record, wording.text)
            for record in self.quoted
            for wording in record.wordings
            if any(gap in wording.text for gap in GAPS)
        ]

    @cached_property
    def _known_words(self) -> set[str]:
        return set(WORD.findall(self.wordings.text.lower()))

    def accept(self, unattributed: Sequence[Written]) -> None:
        """The quotations that the writer knowingly leaves without a record."""
        for written in unattributed:
            found = [
                quotation.start
                for hit in self.speech.haystack.find(written.text)
                if (quotation := self._outermost_around(hit.start, hit.end))
            ]
            found_in_front = [
                quotation.start
                for hit in self.searches.joined_front.haystack.find(written.text)
                for quotation in self.searches.front_quotations()
                if quotation.start <= hit.start and hit.end <= quotation.end
            ]
            self.accepted.update(found)
            self.accepted_in_front.update(found_in_front)
            if not (found or found_in_front):
                self.result.diagnostics.append(
                    diagnose(
                        "OR213",
                        f"no quotation of the article holds {shortened(written.text)}",
                        written.span,
                        hint="delete the entry, or give the words as they stand in the article",
                    )
                )

    def _outermost_around(self, start: int, end: int) -> Quotation | None:
        return next(
            (
                quotation
                for quotation in self.speech.outermost()
                if quotation.start <= start and end <= quotation.end
            ),
            None,
        )

    def cover(self, quotation: Quotation) -> None:
        """What one quotation of the text rests on."""
        words = self.speech.text[quotation.inner_start : quotation.inner_end]
        is_long = len(words.split()) >= FEWEST_WORDS
        self.result.quotations += is_long
        if self._is_covered(quotation.start, quotation.end) or self._is_said_again(
            quotation, words
        ):
            self.result.attributed += is_long
        elif (
            is_long and quotation.start not in self.accepted and not self._is_pointed_at(quotation)
        ):
            span = self.places.span(quotation.start, quotation.end)
            drift = self._drift(words, span)
            self.result.diagnostics.append(drift or _uncovered(words, span))

    def _is_covered(self, start: int, end: int) -> bool:
        index = bisect_left(self.covered, (end, 0))
        return index > 0 and self.covered_ends[index - 1] > start

    def _is_pointed_at(self, quotation: Quotation) -> bool:
        return any(
            start < quotation.end and quotation.start < end for start, end in self.pointed_at
        )

    def _is_said_again(self, quotation: Quotation, words: str) -> bool:
        record = self._only_owner(words) or self._owner_with_gaps(words)
        if record is None:
            return False
        inner = (quotation.inner_start, quotation.inner_end)
        spans = (self.speech.with_marks(*inner),)
        if record.key in self.placed:  # a record that was missed is not shown in parts either
            again = Placement(record, (inner,), spans, "marks", "", is_recorded=False)
            self.result.again.append(again)
        return True

    def _only_owner(self, words: str) -> Record | None:
        """The one record in whose wordings the words stand; a single word must be all of them."""
        if "[" not in words and not self._known_words.issuperset(WORD.findall(words.lower())):
            return None
        found: dict[str, Record] = {}
        is_whole = False
        for hit in self.wordings.haystack.find(words):
            index = self.wordings.owner(hit.start)
            found[self.owners[index].key] = self.owners[index]
            is_whole |= hit.start == self.wordings.starts[index]
        if len(found) != 1:
            return None
        record = next(iter(found.values()))
        is_enough = len(words.split()) >= FEWEST_WORDS_AGAIN or (
            is_whole and any(len(wording.text.split()) == 1 for wording in record.wordings)
        )
        return record if is_enough else None

    def _owner_with_gaps(self, words: str) -> Record | None:
        """The one record that leaves out a part of just these words."""
        if not self.gapped or len(words.split()) < FEWEST_WORDS:
            return None
        said = Haystack(fold(words), [(0, len(words))])
        found = {record.key: record for record, text in self.gapped if said.find(text)}
        return next(iter(found.values())) if len(found) == 1 else None

    def cover_in_front(self, quotation: Quotation) -> None:
        """What one quotation of title, summary, takeaways or captions rests on."""
        front = self.searches.joined_front
        words = front.text[quotation.inner_start : quotation.inner_end]
        if len(words.split()) < FEWEST_WORDS or quotation.start in self.accepted_in_front:
            return
        if self.wordings.haystack.find(words) or self._stands_quoted_in_text(words):
            return
        source = self.searches.front[front.owner(quotation.start)]
        self.result.diagnostics.append(
            self._drift(words, source.written.span)
            or diagnose(
                "OR208",
                f"{source.what} quotes {shortened(words)}, which no record here holds",
                source.written.span,
                hint="quote the words as they stand in the text, add them to the record under"
                " also:, or accept them under unattributed:",
            )
        )

    def _stands_quoted_in_text(self, words: str) -> bool:
        return any(
            self.speech.quotation_around(hit.start, hit.end)
            for hit in self.speech.haystack.find(words)
        )

    def _drift(self, words: str, span: Span) -> Diagnostic | None:
        """The finding for words that are almost those of a record."""
        near = self.searches.closest_record(words)
        if near is None or near[2] < DRIFTED_PERCENT:
            return None
        record, wording, percent = near
        return diagnose(
            "OR203",
            f"{shortened(words)} is close to the quote “{record.name}” ({percent}%), but in other"
            " words",
            span,
            hint=f"{difference(wording, words)}\ncorrect one of them, or accept these words under"
            " also:",
            related=[Related("the record", record.span)],
        )


def _uncovered(words: str, span: Span) -> Diagnostic:
    return diagnose(
        "OR204",
        f"no record says who spoke: {shortened(words)}",
        span,
        hint="add it to quotes: with its speaker and source, or accept it under unattributed:",
    )


def _running_ends(ranges: Sequence[Range]) -> list[int]:
    """For each range the furthest end of it and those before it."""
    return list(_furthest(ranges))


def _furthest(ranges: Sequence[Range]) -> Iterator[int]:
    furthest = 0
    for _, end in ranges:
        furthest = max(furthest, end)
        yield furthest
