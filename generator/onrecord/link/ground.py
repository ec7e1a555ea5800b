"""What every part of the dossier is compiled from, and the order in which things are listed."""

from collections.abc import Mapping
from datetime import date, timedelta

from onrecord.annotate.facts import AnnotatedArticle, Facts
from onrecord.enlist.cast import Cast, TargetKind
from onrecord.link.dossier import Party
from onrecord.link.roles import Roles
from onrecord.model import Actor, Article, Quote, Source, Written
from onrecord.read.content import Content, HeldBack
from onrecord.text.dates import EPOCH, Date
from onrecord.text.frozen import Frozen

Prose = Mapping[tuple[TargetKind, str], AnnotatedArticle]


class Ground(Frozen):
    """Articles with their facts, newest first, and everything that has an id."""

    content: Content
    articles: Mapping[str, Article]
    annotated: Mapping[str, AnnotatedArticle]
    prose: Prose
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    quotes: Mapping[str, Quote]
    held_back: Mapping[str, HeldBack]
    roles: Roles

    def facts(self, slug: str) -> Facts:
        """What the text of an article tells."""
        return self.annotated[slug].facts

    def party(self, named: Written) -> Party:
        """Who is named: an actor of the site, or the words themselves."""
        return self.roles.party(named)

    def day(self, when: Date) -> date:
        """The day on which a date begins in the site's time zone."""
        moment = EPOCH + timedelta(seconds=when.instant)
        return moment.astimezone(self.content.site.zone).date()


def lay_ground(
    content: Content, cast: Cast, annotated: tuple[AnnotatedArticle, ...], prose: Prose
) -> Ground:
    """The ground for a dossier: articles that were annotated, newest first, then by slug."""
    bodies = {told.slug: told for told in annotated}
    enlisted = [one.article for one in cast.articles if one.article.slug in bodies]
    newest_first = sorted(enlisted, key=lambda article: (-article.date.instant, article.slug))
    return Ground(
        content=content,
        articles={article.slug: article for article in newest_first},
        annotated={article.slug: bodies[article.slug] for article in newest_first},
        prose=prose,
        actors=cast.actors,
        sources=cast.sources,
        quotes={quote.key: quote for article in enlisted for quote in article.quotes},
        held_back={held.slug: held for held in content.held_back},
        roles=Roles(cast.actors),
    )
