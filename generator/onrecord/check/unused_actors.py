"""OR305: an actor that an article lists and then neither names nor quotes."""

from collections.abc import Iterable, Iterator

from onrecord.check.meant import meant_by
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.enlist.cast import Cast
from onrecord.link.dossier import Briefing, Dossier
from onrecord.model import Quote, Written
from onrecord.read.content import Content


def unused_actors(dossier: Dossier, cast: Cast, content: Content) -> Iterator[Diagnostic]:
    """Entries under actors: that no words of the article and no record of it bear out."""
    quotes = {one.article.slug: one.article.quotes for one in cast.articles}
    for article in content.articles:
        briefing = dossier.briefings.get(article.slug)
        if briefing is None or not article.listings:
            continue
        used = _used(briefing, quotes[article.slug])
        unused = [one for one in article.listings if one.id in cast.actors and one.id not in used]
        unknown = used - cast.actors.keys() - content.broken.actors
        meant = meant_by(unknown, [listing.id for listing in unused])
        for listing in unused:
            if listing.id not in meant:
                name = cast.actors[listing.id].name
                yield diagnose(
                    "OR305",
                    f"{name} is listed under actors: but neither named nor quoted in the article",
                    listing.span,
                    hint=f"delete {listing.id} from actors:, or name the actor in the text",
                )


def _used(briefing: Briefing, quotes: Iterable[Quote]) -> set[str]:
    """Whom the text names or quotes, and whom its records name, found in the text or not."""
    used = {member.actor for member in briefing.cast}
    for quote in quotes:
        named = (*quote.speakers, quote.on_behalf_of, quote.via, *quote.to, *quote.about)
        used.update(one.text for one in named if isinstance(one, Written))
    used.update(author.actor for author in briefing.authors)
    return used
