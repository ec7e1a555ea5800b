"""OR306: a role without dates that is shown on articles far apart in time."""

from collections.abc import Iterator, Mapping

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import ActorRecord, Dossier
from onrecord.link.roles import Roles
from onrecord.model import Article
from onrecord.read.content import Content

MOST_DAYS = 90


def undated_roles(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Roles of profiles and cast entries that editing would change in old articles."""
    del content
    roles = Roles(cast.actors)
    articles = {one.article.slug: one.article for one in cast.articles}
    for record in dossier.actors.values():
        undated = next((role for role in record.actor.roles if role.is_undated), None)
        if undated is None:
            continue
        shown_in = _shown_in(record, roles, articles)
        if not shown_in:
            continue
        newest, oldest = shown_in[0], shown_in[-1]
        days = (newest.date.earliest - oldest.date.earliest).days
        if days > MOST_DAYS:
            yield diagnose(
                "OR306",
                f"“{undated.title}” has no dates and is shown as {record.actor.name}’s role in "
                f"{oldest.slug} ({oldest.date.iso}) and in {newest.slug} ({newest.date.iso}), "
                f"{days} days apart",
                undated.span,
                hint="give it since: and until:, so that editing it leaves the old articles alone",
            )


def _shown_in(record: ActorRecord, roles: Roles, articles: Mapping[str, Article]) -> list[Article]:
    """The articles that show the undated role, the newest first."""
    return [
        article
        for article in (articles[appearance.article] for appearance in record.appearances)
        if roles.in_article(article, record.actor.id, article.date).is_undated
    ]
