"""Sources are numbered: cited ones in order of first use, then those of quotes, notes and lists."""

from collections.abc import Iterable, Iterator

from onrecord.annotate.body import CitationMark
from onrecord.annotate.facts import CitationUse, CitedSource
from onrecord.annotate.flatten import Spot
from onrecord.annotate.marks import Cited
from onrecord.annotate.places import Places
from onrecord.enlist.cast import SlicedSource
from onrecord.model import Article


def number_sources(
    citations: Iterable[Spot],
    places: Places,
    known: Iterable[SlicedSource],
    other_sources: Iterable[str] = (),
) -> tuple[CitedSource, ...]:
    """Every source with its number and uses. Each citation's token is told its numbered marks.

    `other_sources` are those that nothing in the text cites; unknown ones are passed over.
    """
    numbers: dict[str, int] = {}
    uses: dict[str, list[CitationUse]] = {}
    for spot in citations:
        marks = []
        for cited in spot.token.meta["cited"]:
            number = numbers.setdefault(cited.source_id, len(numbers) + 1)
            told = _use(cited, len(uses.get(cited.source_id, ())) + 1, spot, places)
            uses.setdefault(cited.source_id, []).append(told)
            marks.append(
                CitationMark(
                    cited.source_id, number, told.use, cited.before, cited.locator, cited.wording
                )
            )
        spot.token.meta["numbered"] = tuple(marks)
    known_ids = {source.id for source in known}
    for source_id in other_sources:
        if source_id in known_ids:
            numbers.setdefault(source_id, len(numbers) + 1)
    return tuple(
        CitedSource(source_id, number, tuple(uses.get(source_id, ())))
        for source_id, number in numbers.items()
    )


def _use(cited: Cited, use: int, spot: Spot, places: Places) -> CitationUse:
    context = places.context(max(spot.at - 1, 0), spot.at)
    return CitationUse(use, cited.before, cited.locator, cited.wording, context)


def sources_beside_citations(article: Article) -> Iterator[str]:
    """The sources of an article's quotes, then of its notes, then those that it only lists."""
    for quote in article.quotes:
        yield from (ref.id for ref in quote.sources)
        yield from (other.source.text for other in quote.also if other.source is not None)
    for note in article.notes:
        yield from (ref.id for ref in note.sources)
    yield from (listed.text for listed in article.source_ids)
    yield from (source.id for source in article.local_sources)
