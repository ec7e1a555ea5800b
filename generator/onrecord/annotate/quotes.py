"""Each quote's record is looked for in the article's text, word for word, and placed or missed.

What is found keeps the body's own words. Nothing near a record is ever taken for it: a miss is a
finding at the record, with the closest passage and the difference in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from re import compile as pattern

from onrecord.annotate.flatten import OPAQUE, Range, Stretch
from onrecord.annotate.misses import MARKS, Misses, difference
from onrecord.annotate.passages import Haystack
from onrecord.annotate.places import Places
from onrecord.annotate.records import Record, Wording
from onrecord.annotate.search import Searches
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.text.folding import fold
from onrecord.text.frozen import Frozen

ALL_OCCURRENCES = 0
WORDS_OF_A_PREFIX = 3
SOFT_STOPS = ",."
PARTED = pattern(f'[“”„«»"\n{OPAQUE}]')


class Placement(Frozen):
    """Where a quote stands: its words' `ranges`, and the `spans` with marks laid over them.

    Only a recorded placement is the quote's own place; others are its words again.
    """

    record: Record
    ranges: tuple[Range, ...]
    spans: tuple[Range, ...]
    how: str
    language: str
    is_recorded: bool = True

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.ranges[-1][1]


@dataclass(slots=True)
class Placing:
    """What came of placing an article's quotes, by key; `pointed_at` are passages near misses."""

    placed: dict[str, Placement] = field(default_factory=dict)
    again: list[Placement] = field(default_factory=list)
    pointed_at: list[Range] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def place_quotes(
    records: Sequence[Record],
    speech: Speech,
    places: Places,
    searches: Searches,
    *,
    is_transcript: bool,
) -> Placing:
    """Every record in its place; `searches` know what else stands in the article."""
    placer = _Placer(speech, places, searches, is_transcript=is_transcript)
    for record in sorted(records, key=lambda record: (-len(record.text), record.order)):
        placer.place(record)
    for record in sorted(placer.missed, key=lambda record: record.order):
        placer.report_miss(record)
    return placer.result


class _Placer:
    """Longer quotes come first, so that a shorter one is not taken for a part of them."""

    def __init__(
        self, speech: Speech, places: Places, searches: Searches, *, is_transcript: bool
    ) -> None:
        self.speech = speech
        self.places = places
        self.searches = searches
        self.is_transcript = is_transcript
        self.misses = Misses(speech, places, searches)
        self.result = Placing()
        self.missed: list[Record] = []
        self.marks: dict[str, list[Stretch]] = {}
        for mark in places.flat.quote_marks:
            if mark.end <= len(speech.text):
                self.marks.setdefault(str(mark.token.meta["key"]), []).append(mark)

    def place(self, record: Record) -> None:
        """Place one record by the writer's own mark, by its wording, or by another one accepted."""
        if record.key in self.marks and self._place_by_marks(record):
            return
        for wording in record.wordings:
            is_own = wording is record.wordings[0]
            hits = self.speech.hits(wording.text, record.prefix if is_own else "")
            if hits and self._place_hit(record, wording, hits):
                return
        if not self.searches.stands_in_front(record):
            self.missed.append(record)

    def _place_by_marks(self, record: Record) -> bool:
        is_placed = False
        for mark in self.marks[record.key]:
            start, end = self._without_marks(mark.start, mark.end)
            words = self.speech.text[start:end]
            if not _is_worded(words, record):
                self._report_other_words(record, mark, words)
                continue
            placement = self._placement(record, (start, end), record.wordings[0])
            self._keep(placement, is_recorded=not is_placed)
            is_placed = True
        return is_placed

    def _without_marks(self, start: int, end: int) -> Range:
        """The range of the words alone, where the writer marked their quotation marks too."""
        text = self.speech.text
        while start < end and text[start] in MARKS:
            start += 1
        while start < end and (text[end - 1] in MARKS or text[end - 1] in SOFT_STOPS):
            end -= 1
        return start, end

    def _place_hit(self, record: Record, wording: Wording, hits: list[Range]) -> bool:
        inside = [hit for hit in hits if self._is_quoted(hit)]
        if record.is_paraphrase:
            return self._place_paraphrase(record, wording, hits, inside)
        candidates = hits if self.is_transcript else inside
        if not candidates:
            self._keep(self._placement(record, hits[0], wording), is_recorded=True)
            self._report_bare(record, hits[0])
            return True
        return self._choose(record, wording, self._not_in_longer_ones(candidates))

    def _choose(self, record: Record, wording: Wording, candidates: list[Range]) -> bool:
        if record.occurrence > len(candidates):
            self._report_too_few(record, candidates)
            return True
        chosen = candidates[max(record.occurrence, 1) - 1]
        self._keep(self._placement(record, chosen, wording), is_recorded=True)
        if record.occurrence == ALL_OCCURRENCES:
            for other in candidates[1:]:
                self._keep(self._placement(record, other, wording), is_recorded=False)
        elif len(candidates) > 1 and record.occurrence == 1 and not self.is_transcript:
            self._report_twice(record, candidates)
        return True

    def _place_paraphrase(
        self, record: Record, wording: Wording, hits: list[Range], inside: list[Range]
    ) -> bool:
        outside = [hit for hit in hits if hit not in inside]
        if outside:
            self._keep(self._placement(record, outside[0], wording), is_recorded=True)
            return True
        start, end = inside[0]
        self.result.pointed_at.append((start, end))
        self.result.diagnostics.append(
            diagnose(
                "OR206",
                f"the paraphrase “{record.name}” stands inside quotation marks",
                record.span,
                hint="take the marks away, or record the words as text:",
                related=[Related("here", self.places.span(start, end))],
            )
        )
        return True

    def _is_quoted(self, hit: Range) -> bool:
        start, end = hit
        return (
            self.speech.quotation_around(start, end) is not None
            or self.speech.blockquote_around(start, end) is not None
            or bool(self.speech.pieces_between_marks(start, end))
        )

    def _not_in_longer_ones(self, candidates: list[Range]) -> list[Range]:
        """The candidates that are no part of a longer quote, if that leaves any."""
        if len(candidates) == 1:
            return candidates
        own = [
            (start, end)
            for start, end in candidates
            if not any(
                placement.start <= start
                and end <= placement.end
                and placement.end - placement.start > end - start
                for placement in self.result.placed.values()
            )
        ]
        return own or candidates

    def _placement(self, record: Record, hit: Range, wording: Wording) -> Placement:
        start, end = hit
        pieces = self.speech.pieces_between_marks(start, end)
        if record.is_paraphrase:
            spans: tuple[Range, ...] = (hit,)
        elif len(pieces) > 1:
            spans = tuple(self.speech.with_marks(*piece) for piece in pieces)
        else:
            spans = (self.speech.with_marks(start, end),)
        return Placement(
            record=record,
            ranges=pieces if len(pieces) > 1 else (hit,),
            spans=spans,
            how=self._how(record, hit, is_in_pieces=len(pieces) > 1),
            language=wording.language,
        )

    def _how(self, record: Record, hit: Range, *, is_in_pieces: bool) -> str:
        if record.is_paraphrase:
            return "paraphrase"
        if is_in_pieces or self.speech.quotation_around(*hit):
            return "marks"
        return "blockquote" if self.speech.blockquote_around(*hit) else "bare"

    def _keep(self, placement: Placement, *, is_recorded: bool) -> None:
        if is_recorded:
            self.result.placed[placement.record.key] = placement
        else:
            again = Placement(
                placement.record,
                placement.ranges,
                placement.spans,
                placement.how,
                placement.language,
                is_recorded=False,
            )
            self.result.again.append(again)

    def _report_twice(self, record: Record, candidates: list[Range]) -> None:
        prefixes = [self._words_before(start) for start, _ in candidates[:2]]
        examples = " or ".join(f"prefix: {words}" for words in dict.fromkeys(prefixes) if words)
        self.result.diagnostics.append(
            diagnose(
                "OR202",
                f"the quote “{record.name}” stands in quotation marks"
                f" {_times(len(candidates))}; the first is marked",
                record.span,
                hint="add prefix: with the words just before the right one"
                + (f", as {examples}" if examples else ""),
                related=[
                    Related("it stands here", self.places.span(*hit)) for hit in candidates[:2]
                ],
            )
        )

    def _words_before(self, at: int) -> str:
        """The last words before a place that no quotation mark or block parts from it."""
        before = self.speech.text[max(0, at - 80) : at].rstrip(f"{MARKS} \n([")
        return " ".join(PARTED.split(before)[-1].split()[-WORDS_OF_A_PREFIX:]).strip(".,;: ")

    def _report_bare(self, record: Record, hit: Range) -> None:
        hint = "put quotation marks round them, or record them as paraphrase:"
        related = [Related("they stand here", self.places.span(*hit))]
        mark = self._mark_without_partner(*hit)
        if mark >= 0:
            typed = self.speech.text[mark]
            hint = f"the mark {typed} beside them has no partner of its kind: close what it opens"
            related.append(Related("this mark", self.places.span(mark, mark + 1)))
        message = f"the words of the quote “{record.name}” stand outside quotation marks"
        self.result.diagnostics.append(
            diagnose("OR205", message, record.span, hint=hint, related=related)
        )

    def _mark_without_partner(self, start: int, end: int) -> int:
        """The place of a mark that touches words which no quotation encloses; -1 without one."""
        text = self.speech.text
        if start and text[start - 1] in MARKS:
            return start - 1
        while end < len(text) and text[end] in SOFT_STOPS:
            end += 1
        return end if end < len(text) and text[end] in MARKS else -1

    def _report_too_few(self, record: Record, candidates: list[Range]) -> None:
        self.result.diagnostics.append(
            diagnose(
                "OR201",
                f"the quote “{record.name}” stands in quotation marks only"
                f" {_times(len(candidates))}, and its occurrence: is {record.occurrence}",
                record.span,
                hint="give occurrence: a smaller number, or leave it out",
                related=[
                    Related("it stands here", self.places.span(*hit)) for hit in candidates[:2]
                ],
            )
        )

    def _report_other_words(self, record: Record, mark: Stretch, words: str) -> None:
        self.result.diagnostics.append(
            diagnose(
                "OR203",
                f"the words marked as the quote “{record.name}” are not those of its record",
                self.places.span(mark.start, mark.end),
                hint=f"{difference(record.text, words)}\ncorrect one of them, or accept these"
                " words under also:",
                related=[Related("the record", record.span)],
            )
        )

    def report_miss(self, record: Record) -> None:
        """The finding for a record that is not in the article."""
        miss = self.misses.explain(record)
        if miss.passage is not None:
            self.result.pointed_at.append(miss.passage)
        self.result.diagnostics.append(miss.diagnostic)


def _is_worded(words: str, record: Record) -> bool:
    """True where the words are a wording of the record, or a part of one."""
    marked = Haystack(fold(words), [(0, len(words))])
    return any(
        marked.find(wording.text)
        or Haystack(fold(wording.text), [(0, len(wording.text))]).find(words)
        for wording in record.wordings
    )


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
