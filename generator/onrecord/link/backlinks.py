"""Backlinks: the sentences of other articles that lead to a briefing or to one of its quotes."""

from collections.abc import Iterator

from onrecord.enlist.cast import Target, TargetKind
from onrecord.link.dossier import Backlink, Sighting
from onrecord.link.ground import Ground


def compile_backlinks(ground: Ground) -> dict[str, tuple[Backlink, ...]]:
    """The backlinks of each briefing that has any: the newest article first, then in text order."""
    backlinks: dict[str, dict[Backlink, None]] = {}
    for slug, there, backlink in _links(ground):
        if there != slug and there in ground.articles:
            backlinks.setdefault(there, {})[backlink] = None
    return {slug: tuple(found) for slug, found in backlinks.items()}


def _links(ground: Ground) -> Iterator[tuple[str, str, Backlink]]:
    for slug in ground.articles:
        links = sorted(ground.facts(slug).links, key=lambda link: link.context.order)
        for link in links:
            there, quote = _briefing(link.target)
            if there:
                yield slug, there, Backlink(Sighting(slug, link.context.unplaced()), quote)


def _briefing(target: Target) -> tuple[str, str]:
    """The slug of the briefing that a target is or stands in, and the key of the quote it means."""
    if target.kind is TargetKind.BRIEFING:
        return target.id, ""
    if target.kind is TargetKind.QUOTE:
        return target.id.partition("#")[0], target.id
    return "", ""
