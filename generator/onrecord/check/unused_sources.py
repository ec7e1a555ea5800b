"""OR407: a source that an article lists and nothing in it rests on."""

from collections.abc import Iterator

from onrecord.annotate.facts import Facts
from onrecord.check.meant import meant_by
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Dossier
from onrecord.link.sources import chain_of
from onrecord.model import Article
from onrecord.read.content import Content
from onrecord.text.source import Span


def unused_sources(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Sources listed that are not cited, not named and do not say what they support."""
    articles = (one.article for one in cast.articles if one.article.slug in dossier.briefings)
    for article in articles:
        listed = tuple(_listed(article))
        used = (
            _used(article, dossier.texts[article.slug].facts, cast) if listed else frozenset[str]()
        )
        unused = [
            (source_id, span)
            for source_id, span in listed
            if source_id not in used
            and source_id in cast.sources
            and not cast.sources[source_id].supports
        ]
        unknown = used - cast.sources.keys() - content.broken.sources
        meant = meant_by(unknown, [source_id for source_id, _ in unused])
        for source_id, span in unused:
            if source_id not in meant:
                yield diagnose(
                    "OR407",
                    f"nothing in the article cites the source {source_id} or names it",
                    span,
                    hint=(
                        f"cite it as [@{source_id}], say supports: what it is the source of, or "
                        "delete it"
                    ),
                )


def _listed(article: Article) -> Iterator[tuple[str, Span]]:
    yield from ((listed.text, listed.span) for listed in article.source_ids)
    yield from ((source.id, source.span) for source in article.local_sources)


def _used(article: Article, facts: Facts, cast: Cast) -> frozenset[str]:
    """The sources that text, quotes and notes rest on, and those through which they came."""
    used = {cited.source_id for cited in facts.sources if cited.uses}
    for quote in article.quotes:
        used.update(ref.id for ref in quote.sources)
        used.update(other.source.text for other in quote.also if other.source)
        if quote.via:
            used.add(quote.via.text)
    for note in article.notes:
        used.update(ref.id for ref in note.sources)
    for placed in facts.notes:
        used.update(placed.source_ids)
    known = [cast.sources[source] for source in used if source in cast.sources]
    return frozenset(used.union(*(chain_of(source, cast.sources) for source in known)))
