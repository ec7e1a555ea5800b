"""The plan: every file that the dossier gives, where it stands and how its view is built."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from onrecord.address import actor_address, plain_page_address, source_address, topic_address
from onrecord.diagnostics import Outcome
from onrecord.link.dossier import Dossier
from onrecord.pages.calendar import Period
from onrecord.pages.collisions import REDIRECT, Claim, claim_of, find_collisions
from onrecord.pages.edition import (
    DEFAULT_STYLES,
    Edition,
    compose_edition,
    quote_page_address,
)
from onrecord.pages.kinds import (
    actors,
    briefings,
    corrections,
    machines,
    plain,
    quotes,
    search,
    sources,
    timeline,
    topics,
)
from onrecord.pages.kinds.actor import build_actor, build_actor_period, is_unnamed
from onrecord.pages.kinds.briefing import build_briefing
from onrecord.pages.kinds.front import build_front
from onrecord.pages.letters import letter_address
from onrecord.pages.parts.frame import SITE_FEED
from onrecord.pages.planned import FromEdition, Plan, PlannedAsset, PlannedPage
from onrecord.pages.redirects import redirects
from onrecord.pages.search_entries import ADDRESS as SEARCH
from onrecord.pages.search_entries import search_entries
from onrecord.pages.views import View
from onrecord.pages.written_links import written_links
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen
from onrecord.text.source import Span


class _Entry(Frozen):
    """A planned page with what the sitemap and a collision say of it.

    `changed` is the date of its content; `is_listed` False keeps it out of the sitemap.
    """

    page: PlannedPage
    what: str
    changed: Date | None = None
    is_listed: bool = True


def plan_pages(dossier: Dossier, stylesheets: tuple[str, ...] = DEFAULT_STYLES) -> Outcome[Plan]:
    """Every page and file of the site; collisions are found before anything is written.

    `stylesheets` are the permalinks of those that pages link.
    """
    edition = compose_edition(dossier, stylesheets)
    entries = [*_content_pages(edition), *_own_pages(edition), *_feeds(edition)]
    entries += [*_redirects(edition), *_machine_files(edition, entries)]
    assets = tuple(
        PlannedAsset(f"media/{path}", path, asset.digest) for path, asset in dossier.assets.items()
    )
    claims: list[Claim] = [claim_of(entry.page, entry.what) for entry in entries]
    plan = Plan(
        edition,
        tuple(entry.page for entry in entries),
        assets,
        written_links(edition),
        partial(search_entries, edition) if edition.site.has_search else None,
    )
    return Outcome(plan, find_collisions(claims, assets))


def output_path(permalink: str) -> str:
    """The output file of a permalink: "briefings/x/index.html", "feed.xml"."""
    path = permalink.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _page(
    permalink: str,
    layout: str,
    build_view: Callable[[], View],
    *files: str,
    span: Span | None = None,
) -> PlannedPage:
    return PlannedPage(permalink, output_path(permalink), layout, files, build_view, span)


def _content_pages(edition: Edition) -> Iterator[_Entry]:
    yield from _briefings(edition)
    yield from _actors(edition)
    yield from _sources(edition)
    yield from _topics(edition)
    for slug, (plain_page, _) in edition.dossier.pages.items():
        build = FromEdition(plain.build_plain_page, edition, (slug,))
        permalink = plain_page_address(slug)
        page = _page(permalink, "page.html", build, plain_page.path, span=plain_page.span)
        yield _Entry(page, "the page")


def _briefings(edition: Edition) -> Iterator[_Entry]:
    for slug, briefing in edition.dossier.briefings.items():
        build = FromEdition(build_briefing, edition, (slug,))
        permalink, path = edition.briefing_permalink(slug), briefing.article.path
        span = briefing.article.title.span
        page = _page(permalink, "briefing.html", build, path, span=span)
        yield _Entry(page, "the briefing", briefing.latest, edition.is_out(slug))
        for key in edition.shown(briefing.quotes) if edition.site.has_quote_pages else ():
            build_quote = FromEdition(quotes.build_quote, edition, (key,))
            page = _page(quote_page_address(key), "quote.html", build_quote, path, span=span)
            yield _Entry(page, "a quote", briefing.latest, edition.is_out(slug))


def _actors(edition: Edition) -> Iterator[_Entry]:
    for actor, record in edition.dossier.actors.items():
        address, path = actor_address(actor), record.actor.path
        changed = _latest(edition, (appearance.article for appearance in record.appearances))
        is_listed = not is_unnamed(record)
        span = record.actor.span
        page = _page(
            address, "actor.html", FromEdition(build_actor, edition, (actor,)), path, span=span
        )
        yield _Entry(page, "the page of the actor", changed, is_listed)
        for period in edition.actor_calendars[actor].dated:
            build = FromEdition(build_actor_period, edition, (actor, period))
            page = _page(address + period.folder, "actor-period.html", build, path, span=span)
            yield _Entry(page, "a dated page of the actor", changed, is_listed)


def _sources(edition: Edition) -> Iterator[_Entry]:
    for source, record in edition.dossier.sources.items():
        address, path = source_address(source), record.source.path
        for period in (None, *edition.source_calendars[source].dated):
            build = FromEdition(sources.build_source, edition, (source, period))
            permalink = address + period.folder if period else address
            page = _page(permalink, "source.html", build, path, span=record.source.span)
            yield _Entry(page, "the page of the source", is_listed=False)


def _topics(edition: Edition) -> Iterator[_Entry]:
    for topic, record in edition.dossier.topics.items():
        address, path = topic_address(topic), record.topic.path
        changed = _latest(edition, record.briefings)
        for period in (None, *edition.topic_calendars[topic].dated):
            build = FromEdition(topics.build_topic, edition, (topic, period))
            permalink = address + period.folder if period else address
            page = _page(permalink, "topic.html", build, path, span=record.topic.span)
            yield _Entry(page, "the page of the topic", changed)


def _own_pages(edition: Edition) -> Iterator[_Entry]:
    """The pages that every site has, whatever stands in it."""
    newest = edition.dossier.newest
    yield _Entry(
        _page("/", "front.html", FromEdition(build_front, edition)), "the front page", newest
    )
    for dated in _dated_lists(edition):
        for period in (None, *dated.periods):
            permalink = dated.address + period.folder if period else dated.address
            build = FromEdition(dated.build, edition, (period,))
            yield _Entry(_page(permalink, dated.layout, build), dated.what, newest)
    for what, layout, address, letters, build_list in (
        ("the list of actors", "actors.html", actors.ADDRESS,
         actors.letters_with_pages(edition), actors.build_actors),
        ("the list of sources", "sources.html", sources.ADDRESS,
         sources.letters_with_pages(edition), sources.build_sources),
    ):  # fmt: skip
        for letter in ("", *letters):
            permalink = letter_address(address, letter) if letter else address
            page = _page(permalink, layout, FromEdition(build_list, edition, (letter,)))
            yield _Entry(page, what, newest)
    list_of_topics = _page(topics.ADDRESS, "topics.html", FromEdition(topics.build_topics, edition))
    yield _Entry(list_of_topics, "the list of topics", newest)
    if edition.site.has_search:
        page = _page(SEARCH, "search.html", FromEdition(search.build_search, edition))
        yield _Entry(page, "the search page")
    not_found = _page(plain.NOT_FOUND, "404.html", FromEdition(plain.build_not_found, edition))
    yield _Entry(not_found, "the page for addresses that lead nowhere", is_listed=False)


class _DatedList(Frozen):
    """A list of the whole site that is cut by calendar."""

    what: str
    layout: str
    address: str
    periods: tuple[Period, ...]
    build: Callable[[Edition, Period | None], View]


def _dated_lists(edition: Edition) -> tuple[_DatedList, ...]:
    return (
        _DatedList(
            "the list of briefings",
            "briefings.html",
            briefings.ADDRESS,
            tuple(edition.briefing_calendar.dated),
            briefings.build_briefings,
        ),
        _DatedList(
            "the list of quotes",
            "quotes.html",
            quotes.ADDRESS,
            tuple(edition.quote_calendar.dated),
            quotes.build_quotes,
        ),
        _DatedList(
            "the timeline",
            "timeline.html",
            timeline.ADDRESS,
            tuple(edition.event_calendar.dated),
            timeline.build_timeline,
        ),
        _DatedList(
            "the list of corrections",
            "corrections.html",
            corrections.ADDRESS,
            tuple(edition.correction_calendar.dated),
            corrections.build_corrections,
        ),
    )


def _feeds(edition: Edition) -> Iterator[_Entry]:
    site_feed = _page(SITE_FEED, "feed.xml", FromEdition(machines.build_site_feed, edition))
    yield _Entry(site_feed, "the feed", is_listed=False)
    for actor, record in edition.dossier.actors.items():
        if not is_unnamed(record):
            build = FromEdition(machines.build_actor_feed, edition, (actor,))
            permalink = f"{actor_address(actor)}feed.xml"
            page = _page(permalink, "feed.xml", build, record.actor.path)
            yield _Entry(page, "the feed of the actor", is_listed=False)


def _redirects(edition: Edition) -> Iterator[_Entry]:
    for moved in redirects(edition):
        build = FromEdition(
            plain.build_redirect, edition, (moved.permalink, moved.target, moved.title)
        )
        page = _page(moved.permalink, "redirect.html", build, moved.path, span=moved.span)
        yield _Entry(page, REDIRECT, is_listed=False)


def _machine_files(edition: Edition, entries: Iterable[_Entry]) -> Iterator[_Entry]:
    listed = tuple(
        (entry.page.permalink, entry.changed.iso if entry.changed else "")
        for entry in sorted(entries, key=lambda entry: entry.page.permalink)
        if entry.is_listed
    )
    yield _Entry(
        _page(
            machines.SITEMAP, "sitemap.xml", FromEdition(machines.build_sitemap, edition, (listed,))
        ),
        "the sitemap",
    )
    for part in range(1, machines.sitemap_parts(len(listed)) + 1):
        build = FromEdition(machines.build_sitemap, edition, (listed, part))
        page = _page(machines.sitemap_part(part), "sitemap.xml", build)
        yield _Entry(page, "a part of the sitemap")
    robots = _page(machines.ROBOTS, "robots.txt", FromEdition(machines.build_robots, edition))
    yield _Entry(robots, "robots.txt")
    for hosts, permalink, build_file in (
        (machines.TAKE_REDIRECTS, machines.REDIRECTS, machines.build_redirects),
        (machines.TAKE_HEADERS, machines.HEADERS, machines.build_headers),
    ):
        if edition.site.host in hosts:
            file = _page(permalink, permalink.strip("/"), FromEdition(build_file, edition))
            yield _Entry(file, permalink.strip("/"))
    yield _Entry(
        _page(machines.NO_JEKYLL, ".nojekyll", FromEdition(machines.build_empty, edition)),
        ".nojekyll",
    )


def _latest(edition: Edition, slugs: Iterable[str]) -> Date | None:
    """When the newest of these briefings last changed."""
    return max(
        (edition.dossier.briefings[slug].latest for slug in slugs),
        key=lambda when: when.instant,
        default=None,
    )
