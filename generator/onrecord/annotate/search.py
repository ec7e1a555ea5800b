"""Searches beyond the text: what stands in titles and captions, and what is close to what."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.annotate.passages import Haystack
from onrecord.annotate.places import Places
from onrecord.annotate.quotation_marks import Quotation, find_quotations
from onrecord.annotate.records import Record
from onrecord.annotate.speech import Speech
from onrecord.model import Article, Written
from onrecord.text.folding import fold
from onrecord.text.frozen import Frozen
from onrecord.text.similar import Passages, closest_passage

MOST_SEARCHES = 50
LESS_FOR_THE_WHOLE = 15


class FrontText(Frozen):
    """A text of the front matter that readers see: what it is, and its words."""

    what: str
    written: Written


class Joined:
    """Several texts searched as one; `owners` say which text a place belongs to."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "\n".join(texts)
        self.starts: list[int] = []
        at = 0
        for text in texts:
            self.starts.append(at)
            at += len(text) + 1
        self._ends = [start + len(text) for start, text in zip(self.starts, texts, strict=True)]
        self._haystack: Haystack | None = None

    @property
    def haystack(self) -> Haystack:
        """The texts, ready for searches."""
        if self._haystack is None:
            blocks = list(zip(self.starts, self._ends, strict=True))
            self._haystack = Haystack(fold(self.text), blocks)
        return self._haystack

    def owner(self, at: int) -> int:
        """The index of the text that holds a place."""
        return bisect_right(self.starts, at) - 1


class Searches:
    """What an article's records are compared with. Searches for the closest are bounded."""

    def __init__(
        self, article: Article, records: Sequence[Record], speech: Speech, places: Places
    ) -> None:
        self.front = tuple(front_texts(article))
        self._records = records
        self._speech = speech
        self._places = places
        self._joined_front: Joined | None = None
        self._front_quotations: tuple[Quotation, ...] | None = None
        self._sentences: Passages | None = None
        self._sentence_ranges: list[tuple[int, int]] = []
        self._wordings: Passages | None = None
        self._wording_records: list[Record] = []
        self._searches_left = MOST_SEARCHES

    @property
    def joined_front(self) -> Joined:
        """The texts of the front matter, ready for searches."""
        if self._joined_front is None:
            self._joined_front = Joined([front.written.text for front in self.front])
        return self._joined_front

    def front_quotations(self) -> tuple[Quotation, ...]:
        """The quotations in title, summary, takeaways and captions, nested ones aside."""
        if self._front_quotations is None:
            found: list[Quotation] = []
            for quotation in find_quotations(self.joined_front.text):
                if not found or quotation.start >= found[-1].end:
                    found.append(quotation)
            self._front_quotations = tuple(found)
        return self._front_quotations

    def stands_in_front(self, record: Record) -> bool:
        """True where a wording of the record is quoted in title, summary, takeaways or captions."""
        quotations = self.front_quotations()
        if not quotations:
            return False
        return any(
            quotation.start <= hit.start and hit.end <= quotation.end
            for wording in record.wordings
            for hit in self.joined_front.haystack.find(wording.text)
            for quotation in quotations
        )

    def closest_sentence(self, words: str) -> tuple[int, int, int] | None:
        """The range of the article's closest sentence, and how close it is in percent.

        Where a quotation in it is about as close, it is that.
        """
        if not self._may_search():
            return None
        if self._sentences is None:
            text = self._speech.text
            self._sentence_ranges = [
                (start, end) for start, end in self._places.sentences() if end <= len(text)
            ]
            self._sentences = Passages([text[start:end] for start, end in self._sentence_ranges])
        found = self._sentences.closest(words)
        if found is None:
            return None
        index, percent = found
        start, end = self._sentence_ranges[index]
        quoted = self._speech.quoted_parts(start, end)
        closest = closest_passage(words, [self._speech.text[first:last] for first, last in quoted])
        if closest is not None and closest[1] >= percent - LESS_FOR_THE_WHOLE:
            return (*quoted[closest[0]], closest[1])
        return start, end, percent

    def closest_record(self, words: str) -> tuple[Record, str, int] | None:
        """The record with the closest wording, that wording, and how close it is in percent."""
        if not self._may_search():
            return None
        if self._wordings is None:
            pairs = [(record, wording) for record in self._records for wording in record.wordings]
            self._wording_records = [record for record, _ in pairs]
            self._wordings = Passages([wording.text for _, wording in pairs])
        found = self._wordings.closest(words)
        if found is None:
            return None
        index, percent = found
        return self._wording_records[index], self._wordings.sentences[index], percent

    def _may_search(self) -> bool:
        self._searches_left -= 1
        return self._searches_left >= 0


def front_texts(article: Article) -> Iterator[FrontText]:
    """Title, summary, takeaways and captions, in the order of a page."""
    yield FrontText("the title", article.title)
    if article.summary is not None:
        yield FrontText("the summary", article.summary)
    for takeaway in article.takeaways:
        yield FrontText("a takeaway", takeaway)
    for image in article.images:
        if image.caption is not None:
            yield FrontText("a caption", image.caption)
