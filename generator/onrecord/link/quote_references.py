"""References to quotes, as disputes, replies, repeats, events and corrections make them."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.nearest import Nearest
from onrecord.link.ground import Ground
from onrecord.model import Article, Written
from onrecord.text.similar import closest


def key_of(reference: Written, slug: str, ground: Ground) -> str:
    """The key of the quote that an article refers to, "" where there is none."""
    key = reference.text if "#" in reference.text else f"{slug}#{reference.text}"
    key = f"{slug}{key}" if key.startswith("#") else key
    return key if key in ground.quotes else ""


def check_quote_references(ground: Ground) -> Iterator[Diagnostic]:
    """References to quotes that do not exist, or that are held back."""
    nearest_article = Nearest(ground.articles)
    for article in ground.articles.values():
        for reference in _references(article):
            if not key_of(reference, article.slug, ground):
                yield from _leads_nowhere(reference, article.slug, ground, nearest_article)


def _references(article: Article) -> Iterator[Written]:
    yield from article.repeats
    for quote in article.quotes:
        if quote.disputes:
            yield quote.disputes
        if quote.replies_to:
            yield quote.replies_to
    for event in article.events:
        yield from event.quotes
    for correction in article.corrections:
        if correction.quote:
            yield correction.quote


def _leads_nowhere(
    reference: Written, slug: str, ground: Ground, nearest_article: Nearest
) -> Iterator[Diagnostic]:
    named, hash_sign, quote_id = reference.text.partition("#")
    named, quote_id = (named or slug, quote_id) if hash_sign else (slug, named)
    broken = ground.content.broken
    if named in broken.articles or f"{named}#{quote_id}" in broken.quotes:
        return
    if named in ground.held_back:
        held = ground.held_back[named]
        yield diagnose(
            "OR310",
            f"“{reference.text}” is a quote of an article that is {held.state}",
            reference.span,
            hint="it is left out until that article is published",
        )
    elif named in ground.articles:
        own = (quote.id for quote in ground.articles[named].quotes)
        near = closest(quote_id, own) or ""
        yield _unknown(reference, near if named == slug else f"{named}#{near}" if near else "")
    else:
        near = nearest_article.to(named)
        yield _unknown(reference, f"{near}#{quote_id}" if near else "")


def _unknown(reference: Written, near: str) -> Diagnostic:
    return diagnose(
        "OR212",
        f"there is no quote “{reference.text}”" + (f"; did you mean {near}?" if near else ""),
        reference.span,
        hint=f"write {near}" if near else "quotes of other articles are written article#quote",
    )
