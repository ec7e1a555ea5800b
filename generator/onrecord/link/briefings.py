"""Briefings: each article with its cast, its latest change and what leads to it."""

from collections.abc import Mapping

from onrecord.annotate.facts import Facts, Mention, Whereabouts
from onrecord.link.dossier import Backlink, Briefing, CastMember, QuoteRecord
from onrecord.link.ground import Ground
from onrecord.model import Article
from onrecord.text.dates import Date
from onrecord.text.frozen import replace

_AROUND_NAMES = " \u00a0-–—―."


def compile_casts(
    ground: Ground, quotes: Mapping[str, QuoteRecord]
) -> dict[str, tuple[CastMember, ...]]:
    """The cast of each briefing, the newest briefing first."""
    return {
        slug: _cast(article, ground.facts(slug), ground, quotes)
        for slug, article in ground.articles.items()
    }


def compile_briefings(
    ground: Ground,
    casts: Mapping[str, tuple[CastMember, ...]],
    related: Mapping[str, tuple[str, ...]],
    backlinks: Mapping[str, tuple[Backlink, ...]],
) -> dict[str, Briefing]:
    """Every briefing, newest first."""
    return {
        slug: _briefing(article, ground, casts[slug], related[slug], backlinks.get(slug, ()))
        for slug, article in ground.articles.items()
    }


def _briefing(
    article: Article,
    ground: Ground,
    cast: tuple[CastMember, ...],
    related: tuple[str, ...],
    backlinks: tuple[Backlink, ...],
) -> Briefing:
    facts = ground.facts(article.slug)
    placed = {found.key for found in facts.quotes}
    return Briefing(
        article=heading_of(article),
        authors=tuple(ground.party(author) for author in article.authors),
        updated=latest_change(article),
        cast=cast,
        quotes=tuple(found.key for found in facts.quotes),
        repeats=tuple(found.key for found in facts.repeats),
        missing=tuple(quote.key for quote in article.quotes if quote.key not in placed),
        corrections=tuple(
            sorted(article.corrections, key=lambda made: made.date.instant, reverse=True)
        ),
        related=related,
        backlinks=backlinks,
    )


def heading_of(article: Article) -> Article:
    """What a page shows of an article that the dossier has nowhere else."""
    return replace(
        article,
        body="",
        body_line=0,
        digest="",
        listings=(),
        inline_actors=(),
        quotes=(),
        source_ids=(),
        source_supports=(),
        local_sources=(),
        notes=(),
        unattributed=(),
    )


def latest_change(article: Article) -> Date | None:
    """The latest of updates and corrections, None where nothing came after publication."""
    changes = [correction.date for correction in article.corrections]
    if article.updated:
        changes.append(article.updated)
    latest = max(changes, key=lambda change: change.instant, default=article.date)
    return latest if latest.instant > article.date.instant else None


def speakers_of(record: QuoteRecord) -> tuple[str, ...]:
    """The actors whose words a record holds: who spoke, and on whose behalf."""
    spoke = [voice.actor for voice in record.voices if voice.actor]
    if record.on_behalf_of and record.on_behalf_of.actor:
        spoke.append(record.on_behalf_of.actor)
    return tuple(dict.fromkeys(spoke))


def _cast(
    article: Article, facts: Facts, ground: Ground, quotes: Mapping[str, QuoteRecord]
) -> tuple[CastMember, ...]:
    """Everyone named or quoted, in order of first appearance."""
    mentions: dict[str, list[Whereabouts]] = {}
    spoken: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for mention in facts.mentions:
        if not _is_signature(mention):
            mentions.setdefault(mention.actor, []).append(mention.context.unplaced())
        _note_first(first, mention.actor, mention.context)
    words = sorted((*facts.quotes, *facts.repeats), key=lambda found: found.context.order)
    for found in words:
        for actor in speakers_of(quotes[found.key]) if found.key in quotes else ():
            spoken.setdefault(actor, []).append(found.key)
            _note_first(first, actor, found.context)
    cast = []
    for actor in sorted(first, key=lambda actor: (first[actor], actor)):
        held = ground.roles.in_article(article, actor, article.date)
        cast.append(
            CastMember(
                actor=actor,
                role=held.title,
                role_at=held.at,
                quotes=tuple(dict.fromkeys(spoken.get(actor, ()))),
                mentions=tuple(mentions.get(actor, ())),
            )
        )
    return tuple(cast)


def _is_signature(mention: Mention) -> bool:
    """True for a name that is a whole line, as under a quotation set apart: it tells nothing."""
    return mention.context.sentence.strip(_AROUND_NAMES) == mention.words


def _note_first(first: dict[str, int], actor: str, context: Whereabouts) -> None:
    first[actor] = min(first.get(actor, context.order), context.order)
