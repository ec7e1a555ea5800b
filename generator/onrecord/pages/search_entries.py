"""What the search finds: briefings, actors and quotes, each with its words and what it filters by.

Only what readers and search engines may see takes part: no drafts, nothing held back, nobody whose
page asks not to be indexed.
"""

from collections.abc import Callable, Iterable, Iterator

from onrecord.address import actor_address, relative_url
from onrecord.link.dossier import ActorRecord, Briefing, QuoteRecord
from onrecord.model import Actor, ActorKind
from onrecord.pages.edition import Edition
from onrecord.pages.parts.circumstances import date_of
from onrecord.pages.parts.frame import plain_spaces
from onrecord.pages.parts.names import heading_names, role_then, source_name
from onrecord.pages.parts.records import shown_words
from onrecord.pages.plain_text import plain_text
from onrecord.pages.shown_dates import show_day
from onrecord.pages.wording import KINDS, ROLE_NOT_GIVEN, capitalised, shortened
from onrecord.text.date_words import day_there
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen

ADDRESS = "/search/"
_LONGEST_TITLE = 160


class SearchEntry(Frozen, kw_only=True):
    """One thing that can be found.

    `names` are further words by which it is found before others; `line` stands below the title,
    and where it is "" the words around the hit do. The tuples are what readers filter by.
    """

    kind: str  # "Briefing", "Actor" or "Quote"
    url: str  # as the search page links to it
    title: str
    label: str  # "Quote, 6 January 2020, Reuters"
    line: str
    language: str  # of title and text
    names: tuple[str, ...] = ()
    text: str = ""
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    year: str = ""


FindEntries = Callable[[], Iterable[SearchEntry]]


def search_entries(edition: Edition) -> Iterator[SearchEntry]:
    """Everything that can be found, actors first, then briefings and quotes, newest first."""
    for actor, record in edition.dossier.actors.items():
        if is_found(edition, record):
            yield _actor_entry(edition, actor, record)
    for slug in edition.dossier.by_date:
        if edition.is_out(slug):
            yield _briefing_entry(edition, edition.dossier.briefings[slug])
    for key in edition.quotes:
        if edition.is_out(key.partition("#")[0]):
            yield _quote_entry(edition, edition.dossier.quotes[key])


def is_found(edition: Edition, record: ActorRecord) -> bool:
    """True for an actor that is named, and not in drafts alone."""
    if record.actor.kind is ActorKind.UNNAMED:
        return False
    slugs = [appearance.article for appearance in record.appearances]
    return not slugs or any(edition.is_out(slug) for slug in slugs)


def _actor_entry(edition: Edition, actor: str, record: ActorRecord) -> SearchEntry:
    who = record.actor
    role = capitalised(record.role)
    others = _other_names(who)
    told = ". ".join(part.rstrip(".") for part in (role, who.summary) if part)
    also = f"Also: {', '.join(others)}" if others else ""
    biography = plain_text(record.biography.body) if record.biography is not None else ""
    return SearchEntry(
        kind="Actor",
        url=_url(edition, actor_address(actor)),
        title=who.name,
        label=KINDS[who.kind],
        line=". ".join(part for part in (told, also) if part),
        language=who.language or edition.site.language,
        names=others,
        text=" ".join((told, *who.weak_aliases, biography)),
        speakers=(who.name,) if edition.shown(record.quotes) else (),
    )


def _briefing_entry(edition: Edition, briefing: Briefing) -> SearchEntry:
    article, told_text = briefing.article, edition.dossier.texts[briefing.slug]
    facts = told_text.facts
    records = [edition.dossier.quotes[key] for key in edition.shown(briefing.quotes)]
    told = (article.summary, *article.takeaways)
    return SearchEntry(
        kind="Briefing",
        url=_url(edition, edition.briefing_permalink(article.slug)),
        title=article.title.text,
        label=plain_spaces(f"Briefing, {show_day(article.date, edition.zone).text}"),
        line="",
        language=article.language or edition.site.language,
        text=" ".join(
            [
                *(said.text for said in told if said is not None),
                plain_text(told_text.body),
            ]
        ),
        speakers=_each(name for record in records for name in _named_speakers(edition, record)),
        sources=_each(source_name(edition, cited.source_id) for cited in facts.sources),
        topics=_topics_of(edition, article.slug),
        year=_year(edition, article.date),
    )


def _quote_entry(edition: Edition, record: QuoteRecord) -> SearchEntry:
    quote = record.quote
    slug = quote.article
    sources = _each(
        source_name(edition, ref.id)
        for ref in quote.sources
        if ref.id in edition.dossier.references
    )
    named = _named_speakers(edition, record)
    by = heading_names(record) if len(named) == len(record.voices) else "Not named"
    role = role_then(edition, record.voices[0]) if named and len(record.voices) == 1 else ""
    more = (quote.full.text if quote.full else "", quote.original.text if quote.original else "")
    label = ("Quote", date_of(edition, record).text, *sources[:1])
    placed = record.placed
    return SearchEntry(
        kind="Quote",
        url=_url(edition, edition.quote_permalink(record.key)),
        title=shortened(shown_words(record), _LONGEST_TITLE),
        label=plain_spaces(", ".join(label)),
        line=", ".join(part for part in (by, role if role != ROLE_NOT_GIVEN else "") if part),
        language=(placed.language if placed else "")
        or edition.dossier.briefings[slug].article.language
        or edition.site.language,
        names=_names_of_speakers(edition, record),
        text=" ".join((record.words, quote.asked, *more)),
        speakers=named,
        sources=sources,
        topics=_topics_of(edition, slug),
        year=_year(edition, record.date),
    )


def _named_speakers(edition: Edition, record: QuoteRecord) -> tuple[str, ...]:
    """The names of those who spoke and have a page that may be found."""
    return _each(found.name for found in _speakers(edition, record))


def _names_of_speakers(edition: Edition, record: QuoteRecord) -> tuple[str, ...]:
    """Every name of those who may be found, so that a quote is found by any of its speaker's."""
    return _each(
        name for found in _speakers(edition, record) for name in (found.name, *_other_names(found))
    )


def _speakers(edition: Edition, record: QuoteRecord) -> Iterator[Actor]:
    for voice in record.voices:
        found = edition.dossier.actors.get(voice.actor)
        if found is not None and is_found(edition, found):
            yield found.actor


def _other_names(actor: Actor) -> tuple[str, ...]:
    return _each((*actor.aliases, *actor.previous_names))


def _topics_of(edition: Edition, slug: str) -> tuple[str, ...]:
    topics = edition.dossier.subjects
    named = (topic.text for topic in edition.dossier.briefings[slug].article.topics)
    return tuple(topics[topic] for topic in named if topic in topics)


def _url(edition: Edition, permalink: str) -> str:
    return relative_url(edition.site, ADDRESS, permalink)


def _year(edition: Edition, when: Date) -> str:
    return f"{day_there(when, edition.zone).year:04}"


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
