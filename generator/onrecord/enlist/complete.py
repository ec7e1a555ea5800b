"""Articles made complete: what primary sources say of themselves, and every listed actor."""

from collections.abc import Mapping

from onrecord.enlist.ids import IdTable
from onrecord.enlist.referred import Referred
from onrecord.enlist.targets import marked_actors
from onrecord.model import Article, Listing, Quote, Source, SourceKind, Written
from onrecord.text.frozen import replace

PRIMARY = frozenset(
    {
        SourceKind.TV,
        SourceKind.RADIO,
        SourceKind.INTERVIEW,
        SourceKind.SPEECH,
        SourceKind.STATEMENT,
        SourceKind.POST,
        SourceKind.LETTER,
    }
)


def complete_article(article: Article, referred: Referred, table: IdTable) -> Article:
    """The article, which refers to this, with its quotes' inherited values and all its actors."""
    quotes = tuple(complete_quote(quote, table.sources) for quote in article.quotes)
    return replace(article, quotes=quotes, listings=_listings(article, referred, table))


def complete_quote(quote: Quote, sources: Mapping[str, Source]) -> Quote:
    """The quote with what a primary source says of itself, where nothing nearer says so.

    That is medium, said date, place, addressee and language, from the first primary source cited.
    """
    cited = (sources[ref.id] for ref in quote.sources if ref.id in sources)
    primary = next((source for source in cited if source.kind in PRIMARY), None)
    if primary is None:
        return quote
    return replace(
        quote,
        medium=quote.medium or primary.medium or primary.kind.value,
        said=quote.said or primary.said or primary.published,
        place=quote.place or primary.place,
        to=quote.to or primary.to,
        language=quote.language or primary.language,
    )


def _listings(article: Article, referred: Referred, table: IdTable) -> tuple[Listing, ...]:
    """Every listed actor once: those under actors, then who speaks, then who is marked."""
    listings: dict[str, Listing] = {}
    for listing in article.listings:
        first = listings.setdefault(listing.id, listing)
        if first is not listing:
            called = tuple(dict.fromkeys((*first.called, *listing.called)))
            listings[listing.id] = replace(
                first, role=first.role or listing.role, at=first.at or listing.at, called=called
            )
    for quote in article.quotes:
        for speaker in (*quote.speakers, quote.on_behalf_of):
            if isinstance(speaker, Written) and speaker.text in table.actors:
                listings.setdefault(speaker.text, Listing(id=speaker.text, span=speaker.span))
    for actor in marked_actors(referred, table):
        listings.setdefault(actor, Listing(id=actor, span=article.span))
    return tuple(listings.values())
