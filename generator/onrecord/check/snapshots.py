"""OR410: a quote whose words do not stand in the copy of its source that we keep."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier, QuoteRecord
from onrecord.read.content import Content, Snapshot
from onrecord.text.sentences import split_sentences
from onrecord.text.similar import Passages, tell_difference
from onrecord.text.source import SourceFile, Span

MOST_SEARCHES = 50


def quotes_not_in_copies(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Quotes that differ from every copy kept of their sources, with the closest passage."""
    del cast
    copies = {snapshot.source_id: _Copy(snapshot) for snapshot in content.snapshots}
    for record in dossier.quotes.values():
        if record.verified.state == "differs":
            held = [ref.id for ref in record.quote.sources if ref.id in copies]
            yield _differs(record, held[0], copies[held[0]])


def _differs(record: QuoteRecord, source_id: str, copy: "_Copy") -> Diagnostic:
    closest = copy.closest(record.words)
    message = f"the words of “{record.quote.id}” do not stand in the copy we keep of {source_id}"
    if closest is None:
        return diagnose(
            "OR410",
            message,
            record.quote.wording.span,
            hint="correct the words, or the source that the quote names",
            related=[Related("the copy is here", Span.start_of(copy.snapshot.path))],
        )
    passage, percent, span = closest
    differs = tell_difference(record.words, passage, "the article", "the copy")
    return diagnose(
        "OR410",
        f"{message}; the closest passage is {percent}% alike",
        record.quote.wording.span,
        hint=f"make them agree: {differs}",
        related=[Related(f"closest in the copy: {passage}", span)],
    )


@dataclass(slots=True)
class _Copy:
    """A snapshot that is searched for close passages, at most 50 times, and cut up only then."""

    snapshot: Snapshot
    searches: int = 0
    ranges: tuple[tuple[int, int], ...] = ()
    passages: Passages | None = None

    def closest(self, words: str) -> tuple[str, int, Span] | None:
        """The passage closest to the words, how alike it is in percent, and where it stands."""
        self.searches += 1
        if self.searches > MOST_SEARCHES:
            return None
        text = self.snapshot.text
        if self.passages is None:
            self.ranges = split_sentences(text)
            self.passages = Passages([text[start:end] for start, end in self.ranges])
        found = self.passages.closest(words)
        if found is None:
            return None
        start, end = self.ranges[found[0]]
        file = SourceFile(self.snapshot.path, text, self.snapshot.digest)
        return text[start:end], found[1], file.span(start, end)
