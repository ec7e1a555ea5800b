"""One edition of the site: the dossier, with what is worked out once for all of its pages."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar
from zoneinfo import ZoneInfo

from onrecord import __version__
from onrecord.address import (
    actor_address,
    briefing_address,
    quote_anchor,
    record_anchor,
    source_address,
    topic_address,
)
from onrecord.link.dossier import (
    Briefing,
    Dossier,
    ListedCorrection,
    Party,
    QuoteRecord,
    TimelineEvent,
    Voice,
)
from onrecord.model import Site
from onrecord.pages.calendar import Calendar, cut_by_calendar
from onrecord.pages.letters import by_letter, sorting_key
from onrecord.pages.views.common import Link
from onrecord.text.date_words import day_there
from onrecord.text.frozen import Frozen

Value = TypeVar("Value")

QUOTES, ABOUT, TO, BRIEFINGS = range(4)  # the lists that share an actor's address
USES, RESTING = range(2)  # those that share a source's
DEFAULT_STYLES = ("/site.css",)


class BriefingTally(Frozen):
    """What a briefing holds in numbers; `quoted` are the actors that speak in it."""

    quotes: int
    speakers: int
    quoted: tuple[str, ...]


class Edition(Frozen):
    """The dossier and what every page may need of it: numbers of sources, cuts of long lists.

    Only quotes that were found in their text are shown: `quotes` are their keys, newest first.
    `stylesheets` are the theme's, by permalink.
    """

    dossier: Dossier
    generator: str
    stylesheets: tuple[str, ...]
    zone: ZoneInfo
    quotes: tuple[str, ...]
    briefing_permalinks: Mapping[str, str]  # by article
    record_permalinks: Mapping[str, str]  # by quote, of those whose speaker has a page
    source_numbers: Mapping[str, Mapping[str, int]]  # by article, then source
    tallies: Mapping[str, BriefingTally]  # by article
    posts: Mapping[str, tuple[str, Party | None]]  # by actor: the role now, and where
    actor_calendars: Mapping[str, Calendar[str]]
    source_calendars: Mapping[str, Calendar[str]]
    topic_calendars: Mapping[str, Calendar[str]]
    actors_by_letter: Mapping[str, tuple[str, ...]]  # ids by sort name
    publishers_by_letter: Mapping[str, tuple[str, ...]]  # names; "" under "#" for none
    sources_by_publisher: Mapping[str, tuple[str, ...]]  # ids by title
    quote_calendar: Calendar[str]
    briefing_calendar: Calendar[str]
    event_calendar: Calendar[TimelineEvent]
    correction_calendar: Calendar[ListedCorrection]

    @property
    def site(self) -> Site:
        """The site."""
        return self.dossier.site

    def briefing_permalink(self, slug: str) -> str:
        """A briefing's page."""
        return self.briefing_permalinks[slug]

    def quote_permalink(self, key: str) -> str:
        """A quote in its briefing's text; the briefing where the quote was not found in it."""
        slug, _, quote = key.partition("#")
        if not is_shown(self.dossier, key):
            return self.briefing_permalink(slug)
        return f"{self.briefing_permalink(slug)}#{quote_anchor(quote)}"

    def permalink_in(self, slug: str, key: str) -> str:
        """A quote in the text of a briefing that holds or repeats it."""
        return f"{self.briefing_permalink(slug)}#{anchor_in(slug, key)}"

    def record_permalink(self, key: str) -> str:
        """A quote's record: on its speaker's page, the dated one once there is one.

        A speaker without a page has records on the briefing only.
        """
        return self.record_permalinks.get(key) or self.briefing_record_permalink(key)

    def briefing_record_permalink(self, key: str) -> str:
        """A quote's record on its briefing."""
        slug, _, quote = key.partition("#")
        return f"{self.briefing_permalink(slug)}#r-{quote}"

    def copied_permalink(self, key: str) -> str:
        """The permalink that readers copy: the quote's own page, else its record."""
        if self.site.has_quote_pages:
            return quote_page_address(key)
        return self.record_permalink(key)

    def actor_permalink(self, actor: str) -> str:
        """An actor's page, "" for one without."""
        return actor_address(actor) if actor in self.dossier.profiles else ""

    def source_permalink(self, source: str) -> str:
        """A source's page, "" for one without."""
        return source_address(source) if source in self.dossier.references else ""

    def topic_permalink(self, topic: str) -> str:
        """A topic's page, "" for one without."""
        return topic_address(topic) if topic in self.dossier.subjects else ""

    def link_to(self, party: Party) -> Link:
        """Somebody's name, leading to their page where they have one."""
        return Link(party.name, self.actor_permalink(party.actor))

    def is_out(self, slug: str) -> bool:
        """True for a briefing that is published; a draft or a future one is only looked at."""
        article = self.dossier.briefings[slug].article
        return not (article.is_draft or article.is_held_back)

    def share(self, make: Callable[["Edition", str], Value], key: str) -> Value:
        """What is made of the edition for a key, and the same on every page that shows it."""
        return make(self, key)

    def shown(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the quotes that were found in their text."""
        return tuple(key for key in keys if is_shown(self.dossier, key))


def anchor_in(slug: str, key: str) -> str:
    """A quote's anchor in a briefing's text: its own, or one for words repeated from another."""
    article, _, quote = key.partition("#")
    return quote_anchor(quote if article == slug else f"{article}--{quote}")


def quote_page_address(key: str) -> str:
    """A quote's own page."""
    slug, _, quote = key.partition("#")
    return f"/quotes/{slug}/{quote}/"


def speakers_of(record: QuoteRecord) -> tuple[str, ...]:
    """The actors on whose pages a record stands: who spoke, then on whose behalf."""
    behalf = record.on_behalf_of
    spoke = (*(voice.actor for voice in record.voices), behalf.actor if behalf else "")
    return tuple(dict.fromkeys(actor for actor in spoke if actor))


def is_shown(dossier: Dossier, key: str) -> bool:
    """True for a quote that is known and was found in its text."""
    record = dossier.quotes.get(key)
    return record is not None and record.placed is not None


def identity_of(voice: Voice) -> str:
    """What tells one speaker from another within a briefing."""
    if voice.actor:
        return voice.actor
    return f"{voice.name} | {voice.at.name if voice.at else ''}"


def compose_edition(dossier: Dossier, stylesheets: tuple[str, ...] = DEFAULT_STYLES) -> Edition:
    """The edition that this dossier gives."""
    zone = dossier.site.zone
    cuts = _Cuts(dossier, zone)
    by_publisher = _by_publisher(dossier)
    quotes = tuple(key for key in dossier.quotes_by_date if is_shown(dossier, key))
    actor_calendars = {actor: cuts.of_actor(actor) for actor in dossier.actors}
    return Edition(
        dossier=dossier,
        generator=f"onrecord {__version__}",
        stylesheets=stylesheets,
        zone=zone,
        quotes=quotes,
        briefing_permalinks=MappingProxyType(
            {
                slug: briefing_address(dossier.site, briefing.article)
                for slug, briefing in dossier.briefings.items()
            }
        ),
        source_numbers=MappingProxyType(
            {
                slug: {cited.source_id: cited.number for cited in told.facts.sources}
                for slug, told in dossier.texts.items()
            }
        ),
        tallies=MappingProxyType(
            {slug: _tally(dossier, briefing) for slug, briefing in dossier.briefings.items()}
        ),
        posts=MappingProxyType(
            {actor: (record.role, record.role_at) for actor, record in dossier.actors.items()}
        ),
        record_permalinks=MappingProxyType(_record_permalinks(dossier, actor_calendars, zone)),
        actor_calendars=MappingProxyType(actor_calendars),
        source_calendars=MappingProxyType(
            {source: cuts.of_source(source) for source in dossier.sources}
        ),
        topic_calendars=MappingProxyType(
            {
                topic: cut_by_calendar(cuts.briefings(record.briefings))
                for topic, record in dossier.topics.items()
            }
        ),
        actors_by_letter=MappingProxyType(
            by_letter(
                (actor, record.actor.sort_name or record.actor.name)
                for actor, record in dossier.actors.items()
            )
        ),
        publishers_by_letter=MappingProxyType(by_letter((name, name) for name in by_publisher)),
        sources_by_publisher=MappingProxyType(by_publisher),
        quote_calendar=cut_by_calendar(cuts.quotes(quotes)),
        briefing_calendar=cut_by_calendar(cuts.briefings(dossier.by_date)),
        event_calendar=cut_by_calendar(
            [(day_there(event.date, zone), event) for event in dossier.events]
        ),
        correction_calendar=cut_by_calendar(
            [(day_there(listed.correction.date, zone), listed) for listed in dossier.corrections]
        ),
    )


class _Cuts(Frozen):
    """Rows of lists with their days, as the calendar wants them."""

    dossier: Dossier
    zone: ZoneInfo

    def quotes(self, keys: Iterable[str]) -> list[tuple[date, str]]:
        return [
            (day_there(self.dossier.quotes[key].date, self.zone), key)
            for key in keys
            if is_shown(self.dossier, key)
        ]

    def briefings(self, slugs: Iterable[str]) -> list[tuple[date, str]]:
        return [
            (day_there(self.dossier.briefings[slug].article.date, self.zone), slug)
            for slug in slugs
        ]

    def of_actor(self, actor: str) -> Calendar[str]:
        record = self.dossier.actors[actor]
        return cut_by_calendar(
            self.quotes(record.quotes),
            self.quotes(record.about),
            self.quotes(record.to),
            self.briefings(appearance.article for appearance in record.appearances),
        )

    def of_source(self, source: str) -> Calendar[str]:
        record = self.dossier.sources[source]
        return cut_by_calendar(
            self.briefings(use.article for use in record.uses), self.quotes(record.quotes)
        )


def _record_permalinks(
    dossier: Dossier, calendars: Mapping[str, Calendar[str]], zone: ZoneInfo
) -> dict[str, str]:
    found = (
        (key, _record_permalink(record, calendars, zone)) for key, record in dossier.quotes.items()
    )
    return {key: permalink for key, permalink in found if permalink}


def _record_permalink(
    record: QuoteRecord, calendars: Mapping[str, Calendar[str]], zone: ZoneInfo
) -> str:
    """A quote's record on the page of the first of its speakers who has one, "" without."""
    for actor in speakers_of(record):
        if actor in calendars:
            period = calendars[actor].page_of(day_there(record.date, zone), QUOTES)
            folder = period.folder if period else ""
            return f"{actor_address(actor)}{folder}#{record_anchor(record.key)}"
    return ""


def _by_publisher(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The ids of sources by the name of their publisher, "" for none, each by title."""
    groups: dict[str, list[str]] = {}
    for source, record in dossier.sources.items():
        name = record.publisher.name if record.publisher is not None else ""
        groups.setdefault(name, []).append(source)
    titles = {source: record.source.title for source, record in dossier.sources.items()}
    return {
        name: tuple(sorted(members, key=lambda source: (sorting_key(titles[source]), source)))
        for name, members in groups.items()
    }


def _tally(dossier: Dossier, briefing: Briefing) -> BriefingTally:
    records: list[QuoteRecord] = [
        dossier.quotes[key]
        for key in (*briefing.quotes, *briefing.repeats)
        if is_shown(dossier, key)
    ]
    voices = [voice for record in records for voice in record.voices]
    return BriefingTally(
        quotes=len(records),
        speakers=len({identity_of(voice) for voice in voices}),
        quoted=tuple(dict.fromkeys(voice.actor for voice in voices if voice.actor)),
    )
