"""What is told of a place in an article's text: its sentence, section, count of words, and span."""

from bisect import bisect_right
from collections.abc import Sequence
from re import compile as pattern

from onrecord.annotate.facts import Heading, Whereabouts
from onrecord.annotate.flatten import OPAQUE, Flat
from onrecord.annotate.locate import Locator
from onrecord.text.sentences import split_sentences
from onrecord.text.source import Span
from onrecord.text.words import count_words

STRANDED_SPACE = pattern(r"\s+(?=[.,;:!?)\]]|$)")
NO_WORD = pattern(r"[^\w’'\-.,]")
STRETCH = 250  # characters whose words are counted at once
LONGEST_SENTENCE = 500
STEP = LONGEST_SENTENCE // 4
PLACES_AT_ONE_CHARACTER = 64


class Places:
    """Answers where something stands. Sentences are found once, when first asked for."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.locator = Locator(flat)
        self.headings: Sequence[Heading] = ()
        self.heading_starts: Sequence[int] = ()
        self._main_end = flat.part_starts[1] if len(flat.part_starts) > 1 else len(flat.text)
        self._sentences: tuple[tuple[int, int], ...] | None = None
        self._sentence_starts: list[int] = []
        self._sentence_texts: dict[tuple[int, int], str] = {}
        self._used: dict[int, int] = {}
        self._stretch_starts: list[int] = []
        self._words_before: list[int] = []

    @property
    def words(self) -> int:
        """How many words the article's own text has, footnotes and notes aside."""
        return self.words_before(self._main_end)

    def words_before(self, at: int) -> int:
        """How many words begin before a place."""
        at = min(at, self._main_end)
        if not self._stretch_starts:
            self._count_words()
        index = bisect_right(self._stretch_starts, at) - 1
        return self._words_before[index] + count_words(
            self.flat.text[self._stretch_starts[index] : at]
        )

    def _count_words(self) -> None:
        """Count the words before each stretch of the article's own text. None is cut in two."""
        text, end, at, words = self.flat.text, self._main_end, 0, 0
        while True:
            self._stretch_starts.append(at)
            self._words_before.append(words)
            gap = NO_WORD.search(text, at + STRETCH, end)
            if gap is None:
                return
            words += count_words(text[at : gap.start()])
            at = gap.start()

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The ranges of all sentences."""
        if self._sentences is None:
            self._sentences = split_sentences(self.flat.text)
            self._sentence_starts = [start for start, _ in self._sentences]
        return self._sentences

    def context(self, start: int, end: int) -> Whereabouts:
        """The context of a range. Call it once for each thing that is told, in any order."""
        count = self._used.get(start, 0)
        self._used[start] = count + 1
        return Whereabouts(
            sentence=self.sentence(start),
            section=self.section(start),
            word=self.words_before(start),
            order=start * PLACES_AT_ONE_CHARACTER + min(count, PLACES_AT_ONE_CHARACTER - 1),
            span=self.span(start, end),
        )

    def span(self, start: int, end: int) -> Span:
        """The span of a range in its file."""
        return self.locator.span(start, end)

    def section(self, at: int) -> str:
        """The id of the heading above a place, "" before the first and in notes."""
        if at >= self._main_end:
            return ""
        index = bisect_right(self.heading_starts, at) - 1
        return self.headings[index].id if index >= 0 else ""

    def sentence(self, start: int) -> str:
        """The sentence that a place stands in; of a very long one, what is around it."""
        sentences = self.sentences()
        index = bisect_right(self._sentence_starts, start) - 1
        if index < 0:
            return ""
        first, last = low, high = sentences[index]
        if last - first > LONGEST_SENTENCE:
            low, high = self._stretch(first, last, start)
        text = self._sentence_texts.get((low, high))
        if text is None:
            text = self._sentence_texts[low, high] = self._told(first, last, low, high)
        return text

    @staticmethod
    def _stretch(first: int, last: int, start: int) -> tuple[int, int]:
        """The part of a very long sentence around a place: one for all that are close by."""
        near = first + (start - first) // STEP * STEP
        return max(first, near - STEP), min(last, near + 3 * STEP)

    def _told(self, first: int, last: int, low: int, high: int) -> str:
        """The words of a sentence from `low` to `high`, with signs that there is more."""
        text = self.flat.text
        if low > first:
            low = text.find(" ", low, low + STEP) + 1 or low
        if high < last:
            cut = text.rfind(" ", high - STEP, high)
            high = cut if cut >= 0 else high
        before, after = "… " * (low > first), " …" * (high < last)
        return f"{before}{self.shown(low, high)}{after}"

    def shown(self, start: int, end: int) -> str:
        """The words of a range as one line: what takes no room leaves none behind."""
        text = self.flat.text[start:end]
        edges = self.flat.edges
        index = bisect_right(edges, start)
        if index < len(edges) and edges[index] <= end:
            text = self._closed_up(start, end)
        return " ".join(text.replace(OPAQUE, "").split())

    def _closed_up(self, start: int, end: int) -> str:
        """The text without the space before a citation or note mark that a stop follows."""
        pieces: list[str] = []
        done = start
        edges = self.flat.edges
        for index in range(bisect_right(edges, start), bisect_right(edges, end)):
            edge = edges[index]
            if edge > done and STRANDED_SPACE.match(self.flat.text, edge - 1, end):
                pieces.append(self.flat.text[done : edge - 1])
                done = edge
        pieces.append(self.flat.text[done:end])
        return "".join(pieces)
