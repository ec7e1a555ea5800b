"""Records of quotes as lists show them, and lists of records by day."""

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.address import record_anchor
from onrecord.link.dossier import QuoteRecord
from onrecord.model import SourceRef
from onrecord.pages.edition import Edition, speakers_of
from onrecord.pages.parts.circumstances import date_of, occasion
from onrecord.pages.parts.names import (
    other_language,
    role_then,
    source_name,
    source_title,
    speakers,
    speaking_for,
    voice_of,
)
from onrecord.pages.parts.states import company_rows, state_rows, verified_view
from onrecord.pages.shown_dates import show, show_day
from onrecord.pages.views.common import Link
from onrecord.pages.views.records import DayView, RecordView, VerifiedView
from onrecord.pages.voices import Voiced
from onrecord.pages.wording import CREDIBILITY, SOURCE_NOT_GIVEN, quoted
from onrecord.text.date_words import day_there
from onrecord.text.frozen import Frozen, field

_DAY_NOT_KNOWN = "Published on the day; day of speaking not given"


class Shelf(Frozen, kw_only=True):
    """The page on which records are laid out.

    `briefing` is the slug where it is that briefing's own list, `actor` the id on an actor's pages,
    `source` that on a source's.
    `taken` are the anchors that stand on the page already: a record has its anchor once.
    """

    briefing: str = ""
    actor: str = ""
    source: str = ""
    voiced: Mapping[str, Voiced] | None = None
    filter_classes: Mapping[str, str] | None = None  # by the speaker's id
    taken: set[str] = field(default_factory=set)


def show_record(edition: Edition, key: str, shelf: Shelf) -> RecordView:
    """One record as the page shows it."""
    record = edition.dossier.quotes[key]
    quote = record.quote
    spoke = speakers_of(record)
    shows_full = quote.full is not None and shelf.actor in spoke
    language, direction = language_and_direction(edition, record)
    first = record.voices[0] if record.voices else None
    classes = shelf.filter_classes or {}
    return RecordView(
        anchor=_anchor(record, shelf),
        permalink=_permalink(edition, record, shelf),
        voice=voice_of(edition, record, shelf.voiced),
        filter_class=" ".join(classes[actor] for actor in spoke if actor in classes),
        by=speakers(edition, record),
        role=role_then(edition, first) if first and len(record.voices) == 1 else "",
        asked=quote.asked,
        words=shown_words(record, shows_full=shows_full),
        is_paraphrase=quote.paraphrase is not None,
        language=language,
        direction=direction,
        date=show(record.date, edition.zone) if record.is_said_date else date_of(edition, record),
        is_said_date=record.is_said_date,
        company=company_rows(edition, record, shelf.actor),
        state=state_rows(edition, record, shows_full=shows_full),
        where=occasion(edition, record),
        sources=_sources(edition, record, shelf),
        source_unknown="" if quote.sources else SOURCE_NOT_GIVEN,
        credibility=str(quote.credibility or ""),
        credibility_words=CREDIBILITY[quote.credibility] if quote.credibility else "",
        verified=_verified(edition, record, shelf),
        context=_context(edition, record, shelf),
        first_in=_first_in(edition, record, shelf),
        repeated_in=_repeated_in(edition, record, shelf),
    )


def show_records(edition: Edition, keys: Iterable[str], shelf: Shelf) -> tuple[RecordView, ...]:
    """Records in the order of their keys."""
    return tuple(show_record(edition, key, shelf) for key in keys)


def show_days(edition: Edition, keys: Iterable[str], shelf: Shelf) -> tuple[DayView, ...]:
    """Records by day, in the order of the keys; those said by a day follow those said on it."""
    days: dict[tuple[object, ...], dict[bool, list[str]]] = {}
    for key in keys:
        record = edition.dossier.quotes[key]
        day = (day_there(record.date, edition.zone), record.date.precision == "year",
               record.date.precision == "month", record.date.is_about)  # fmt: skip
        days.setdefault(day, {}).setdefault(record.is_said_date, []).append(key)
    return tuple(
        _day(edition, said_or_by[is_said_date], shelf)
        for said_or_by in days.values()
        for is_said_date in (True, False)
        if is_said_date in said_or_by
    )


def shown_words(record: QuoteRecord, *, shows_full: bool = False) -> str:
    """The body's words in quotation marks; a paraphrase without."""
    full = record.quote.full
    if shows_full and full is not None:
        return quoted(full.text)
    return record.words if record.quote.paraphrase is not None else quoted(record.words)


def _day(edition: Edition, keys: list[str], shelf: Shelf) -> DayView:
    first = edition.dossier.quotes[keys[0]]
    date = show_day(first.date, edition.zone) if first.is_said_date else date_of(edition, first)
    where = _shared_occasion(edition, keys) if shelf.actor else ""
    remarks = (where, "" if first.is_said_date else _DAY_NOT_KNOWN)
    remark = " ".join(f"{remark}." for remark in remarks if remark)
    return DayView(date, where, remark, show_records(edition, keys, shelf))


def _shared_occasion(edition: Edition, keys: list[str]) -> str:
    """The occasion of most of a day's records; "" where one of them has none to differ by."""
    occasions = Counter(occasion(edition, edition.dossier.quotes[key]) for key in keys)
    [(where, number)] = occasions.most_common(1)
    return where if "" not in occasions and number * 2 > len(keys) else ""


def _anchor(record: QuoteRecord, shelf: Shelf) -> str:
    is_own = bool(shelf.briefing) and record.quote.article == shelf.briefing
    anchor = f"r-{record.quote.id}" if is_own else record_anchor(record.key)
    if anchor in shelf.taken:
        return ""
    shelf.taken.add(anchor)
    return anchor


def _permalink(edition: Edition, record: QuoteRecord, shelf: Shelf) -> str:
    if shelf.briefing == record.quote.article and not edition.site.has_quote_pages:
        return edition.briefing_record_permalink(record.key)
    return edition.copied_permalink(record.key)


def _verified(edition: Edition, record: QuoteRecord, shelf: Shelf) -> VerifiedView | None:
    """How the words stand to the copy we keep; a source's page says itself that there is none."""
    if not record.quote.sources or (shelf.source and record.verified.state == "no-copy"):
        return None
    return verified_view(edition, record.verified)


def _sources(edition: Edition, record: QuoteRecord, shelf: Shelf) -> tuple[Link, ...]:
    """What the words rest on; a source's own page names it only for the place in it."""
    return tuple(
        Link(ref.locator) if ref.id == shelf.source else _source(edition, record, ref, shelf)
        for ref in record.quote.sources
        if ref.locator or ref.id != shelf.source
    )


def _source(edition: Edition, record: QuoteRecord, ref: SourceRef, shelf: Shelf) -> Link:
    slug = shelf.briefing or record.quote.article
    number = edition.source_numbers.get(slug, {}).get(ref.id)
    locator = f", {ref.locator}" if ref.locator else ""
    if number is None:
        return Link(_label(edition, record, ref) + locator, edition.source_permalink(ref.id))
    name = f"Source {number}" if shelf.briefing else _label(edition, record, ref)
    return Link(name + locator, f"{edition.briefing_permalink(slug)}#source-{number}")


def _label(edition: Edition, record: QuoteRecord, ref: SourceRef) -> str:
    """What a source is called in a record: never by the name of whoever speaks in it."""
    name = source_name(edition, ref.id)
    return source_title(edition, ref.id) if name in speaking_for(record) else name


def _context(edition: Edition, record: QuoteRecord, shelf: Shelf) -> Link:
    if shelf.briefing:
        return Link("In context", edition.permalink_in(shelf.briefing, record.key))
    title = edition.dossier.briefings[record.quote.article].article.title.text
    return Link(title, edition.quote_permalink(record.key))


def _first_in(edition: Edition, record: QuoteRecord, shelf: Shelf) -> Link | None:
    """Where words that a briefing only repeats were quoted first."""
    first = record.quote.article
    if not shelf.briefing or shelf.briefing == first:
        return None
    title = edition.dossier.briefings[first].article.title.text
    return Link(title, edition.quote_permalink(record.key))


def _repeated_in(edition: Edition, record: QuoteRecord, shelf: Shelf) -> tuple[Link, ...]:
    slugs = dict.fromkeys(sighting.article for sighting in record.repeats)
    return tuple(
        Link(edition.dossier.briefings[slug].article.title.text, edition.briefing_permalink(slug))
        for slug in slugs
        if slug in edition.dossier.briefings and slug not in {record.quote.article, shelf.briefing}
    )


def language_and_direction(edition: Edition, record: QuoteRecord) -> tuple[str, str]:
    """The lang and dir of a quote's words, its own or else its article's; nothing if the site's."""
    own = record.placed.language if record.placed is not None else ""
    article = edition.dossier.briefings[record.quote.article].article
    return other_language(own or article.language, edition.site.language)
