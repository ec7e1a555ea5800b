"""What is said of words that are not in the article: why not, where the closest are, what to do."""

from onrecord.annotate.flatten import Range
from onrecord.annotate.places import Places
from onrecord.annotate.records import Record
from onrecord.annotate.search import Searches
from onrecord.annotate.speech import Speech
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.text.folding import fold
from onrecord.text.frozen import Frozen
from onrecord.text.similar import tell_difference

MARKS = "“”„«»‘’'\""
SOFT_ENDS = " .,;:…-–—"
LONGEST_IN_PIECES = 120  # words of a record that is tried in two pieces
SHORTEST_PIECE = 2
MOST_EXPLAINED = 50


class Miss(Frozen):
    """The finding for a record that was not found, and the passage that it points at."""

    diagnostic: Diagnostic
    passage: Range | None


class Misses:
    """Explains misses in one article."""

    def __init__(self, speech: Speech, places: Places, searches: Searches) -> None:
        self._speech = speech
        self._places = places
        self._searches = searches
        self._explained = 0

    def explain(self, record: Record) -> Miss:
        """Why the record was not found, as well as can be told."""
        self._explained += 1
        if self._explained <= MOST_EXPLAINED:
            known = self._slip(record) or self._in_two_pieces(record)
            if known is not None:
                return known
        message = f"the quote “{record.name}” is not in the article"
        near = self._searches.closest_sentence(record.text)
        if near is None:
            hint = "give the words as they stand in the text, or put them there"
            return Miss(diagnose("OR201", message, record.span, hint=hint), None)
        start, end, percent = near
        words, span = self._places.shown(start, end), self._places.span(start, end)
        if _without_capitals(words) == _without_capitals(record.text):
            return self._told(record, (start, end), "write the capitals as the article has them")
        diagnostic = diagnose(
            "OR201",
            f"{message}; closest, line {span.line} ({percent}%): {shortened(words)}",
            record.span,
            hint=difference(record.text, words),
            related=[Related(f"closest passage ({percent}%)", span)],
        )
        return Miss(diagnostic, (start, end))

    def _slip(self, record: Record) -> Miss | None:
        """A record that holds what is not among the words, or a prefix that stands nowhere."""
        typed = record.text
        elsewhere = self._speech.hits(typed) if record.prefix else []
        if elsewhere:
            hint = (
                f"prefix: “{record.prefix}” stands before none of them; give the words just before"
            )
            return self._told(record, elsewhere[0], hint)
        for words, hint in (
            (typed.strip(MARKS), "leave the quotation marks out of text:"),
            (typed.replace("*", "").replace("_", ""), "leave the asterisks out of text:"),
        ):
            hits = self._speech.hits(words, "") if words and words != typed else []
            if hits:
                return self._told(record, hits[0], hint)
        return None

    def _in_two_pieces(self, record: Record) -> Miss | None:
        """A record whose words the article interrupts once, within a block."""
        words = record.text.split()
        if not SHORTEST_PIECE * 2 <= len(words) <= LONGEST_IN_PIECES:
            return None
        for cut in range(len(words) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            together = self._speech.hits(f"{first} [...] {second}", "")
            if together:
                pieces = f"{first.rstrip(SOFT_ENDS)} [...] {second}"
                return self._told(record, together[0], f"the article interrupts them: {pieces}")
        return None

    def _told(self, record: Record, passage: Range, hint: str) -> Miss:
        span = self._places.span(*passage)
        message = f"the quote “{record.name}” is not in the article as its record has it"
        related = [Related("meant, perhaps", span)]
        return Miss(diagnose("OR201", message, record.span, hint=hint, related=related), passage)


def difference(recorded: str, found: str) -> str:
    """What to do about words that are not those of their record, with what differs."""
    told = tell_difference(
        recorded.strip(SOFT_ENDS), found.strip(SOFT_ENDS + MARKS), "the record", "the article"
    )
    return f"make them agree: {told}"


def _without_capitals(words: str) -> str:
    return fold(words).text.strip(SOFT_ENDS).lower()


def shortened(words: str, longest: int = 160) -> str:
    """The words in quotation marks, cut where they are many."""
    shown = words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"
    return f"“{shown.strip(MARKS)}”"
