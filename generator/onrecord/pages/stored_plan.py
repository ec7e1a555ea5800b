"""Pages as they were planned, kept so that one can be made again without planning them all."""

from collections.abc import Callable, Mapping
from types import GenericAlias
from typing import Any, get_type_hints

from onrecord.pages.edition import Edition
from onrecord.pages.kinds import (
    actor,
    actors,
    briefing,
    briefings,
    corrections,
    front,
    machines,
    plain,
    quotes,
    search,
    sources,
    timeline,
    topics,
)
from onrecord.pages.planned import FromEdition, PlannedPage
from onrecord.pages.views import View
from onrecord.text.codec import decode, encode
from onrecord.text.frozen import Frozen, replace

_BUILDERS: Mapping[str, Callable[..., View]] = {
    builder.__name__: builder
    for builder in (
        actor.build_actor, actor.build_actor_period, actors.build_actors,
        briefing.build_briefing, briefings.build_briefings, corrections.build_corrections,
        front.build_front, machines.build_actor_feed, machines.build_empty,
        machines.build_headers, machines.build_redirects, machines.build_robots,
        machines.build_site_feed, machines.build_sitemap,
        plain.build_not_found, plain.build_plain_page, plain.build_redirect,
        quotes.build_quote, quotes.build_quotes, search.build_search, sources.build_source,
        sources.build_sources, timeline.build_timeline, topics.build_topic, topics.build_topics,
    )
}  # fmt: skip


class StoredPage(Frozen):
    """A planned page without its edition: the name of what builds its view, what it is told."""

    permalink: str
    path: str
    layout: str
    builder: str
    told: bytes


def stored_page(page: PlannedPage) -> StoredPage:
    """A planned page as it can be kept."""
    how = page.build_view
    if not isinstance(how, FromEdition):
        message = f"{page.permalink} is not made from an edition"
        raise TypeError(message)
    name = how.build.__name__
    if _BUILDERS.get(name) is not how.build:
        message = f"{name} is not among the builders that are known by name"
        raise LookupError(message)
    return StoredPage(page.permalink, page.path, page.layout, name, encode(how.told))


def outlined_page(page: PlannedPage) -> StoredPage:
    """The same; of a sitemap, which shows nothing of a record, without the long list it is told."""
    stored = stored_page(page)
    return replace(stored, told=b"") if page.layout == "sitemap.xml" else stored


def restored_page(stored: StoredPage, edition: Edition) -> PlannedPage:
    """The page, to be made from this edition."""
    build = _BUILDERS[stored.builder]
    _, *hints = (hint for name, hint in get_type_hints(build).items() if name != "return")
    kinds = hints[: len(decode(stored.told, tuple[Any, ...]))]
    told: tuple[object, ...] = decode(stored.told, _tuple_of(kinds))
    return PlannedPage(
        stored.permalink, stored.path, stored.layout, (), FromEdition(build, edition, told)
    )


def _tuple_of(kinds: list[Any]) -> Any:  # noqa: ANN401 - a type, made here
    return GenericAlias(tuple, tuple(kinds) or ((),))
