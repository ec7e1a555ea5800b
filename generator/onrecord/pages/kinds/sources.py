"""The sources index by publisher, and a source's page."""

from collections.abc import Iterable, Iterator

from onrecord.link.dossier import SourceRecord, SourceUse
from onrecord.model import SourceKind
from onrecord.pages.calendar import Period
from onrecord.pages.edition import RESTING, USES, Edition
from onrecord.pages.letters import LONGEST_WHOLE, letter_address, letter_links
from onrecord.pages.linked_data.pages import list_page, source_page
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.parts.names import source_name
from onrecord.pages.parts.periods import (
    earlier,
    months_of,
    period_name,
    period_page,
    rows_of,
)
from onrecord.pages.parts.records import Shelf, show_records
from onrecord.pages.parts.sources import Compared, ListedAt, source_entry
from onrecord.pages.parts.teasers import sentences, teaser
from onrecord.pages.views.common import Link
from onrecord.pages.views.indexes import LetterLink
from onrecord.pages.views.sources import PublisherGroup, SourcesView, SourceUseView, SourceView
from onrecord.pages.wording import (
    OUR_OWN_REPORTING,
    PUBLISHER_NOT_GIVEN,
    counted,
    counted_sources,
)

ADDRESS = "/sources/"
_LEDE = (
    "What every briefing rests on, by publisher. The letter grades the source, from A to F; what "
    "was said is graded in the record of each quote. Each says whether we read it ourselves, and "
    "whether the quotes match the copy we keep."
)


def letters_with_pages(edition: Edition) -> tuple[str, ...]:
    """The letters that have a page of their own: all that occur in a long index, else none."""
    is_long = len(edition.dossier.sources) > LONGEST_WHOLE
    return tuple(edition.publishers_by_letter) if is_long else ()


def build_sources(edition: Edition, letter: str = "") -> SourcesView:
    """All sources by their publishers, or one letter of a long list."""
    has_pages = bool(letters_with_pages(edition))
    letters = [letter] if letter else [] if has_pages else list(edition.publishers_by_letter)
    publishers = [name for each in letters for name in edition.publishers_by_letter[each]]
    publishers.sort(key=lambda name: not name)  # those without a publisher come last
    groups = [group for name in publishers for group in _by_heading(edition, name)]
    title = f"Sources: {letter}" if letter else "Sources"
    page = letter_address(ADDRESS, letter) if letter else ADDRESS
    return SourcesView(
        frame=frame(
            edition,
            Page(
                permalink=page,
                title=title,
                description=_LEDE,
                section=ADDRESS,
                is_broad=True,
                linked_data=list_page(edition, page, title, _links(edition, groups)),
            ),
        ),
        title=title,
        lede=_LEDE,
        letters=_letters(edition, letter) if has_pages else (),
        groups=tuple(
            _group(edition, heading, records, number, page)
            for number, (heading, records) in enumerate(groups, 1)
        ),
    )


def build_source(edition: Edition, source: str, period: Period | None = None) -> SourceView:
    """A source's page, or one dated page of it."""
    record = edition.dossier.sources[source]
    page = edition.source_permalink(source)
    calendar = edition.source_calendars[source]
    here = period_page(page, period)
    title = record.source.title
    uses = {use.article: use for use in record.uses}
    return SourceView(
        frame=frame(
            edition,
            Page(
                permalink=here,
                title=f"{title}, {period_name(period)}" if period else title,
                description=f"{title}: which briefings and quotes rest on it.",
                section=ADDRESS,
                is_noindex=True,
                linked_data=source_page(edition, here, source),
            ),
        ),
        period=period_name(period),
        entry=source_entry(
            edition, record, ListedAt(page=page, is_own_page=True), _compared(record)
        ),
        chain=tuple(
            Link(source_name(edition, other), edition.source_permalink(other))
            for other in record.chain
        ),
        counts=_counts(record),
        uses=tuple(_use(edition, uses[slug]) for slug in rows_of(calendar, period, USES)),
        records=show_records(edition, rows_of(calendar, period, RESTING), Shelf(source=source)),
        earlier=earlier("Other years", page, calendar, period, "entry"),
        months=months_of(page, calendar, period, "entry"),
    )


def _links(edition: Edition, groups: Iterable[tuple[Link, list[SourceRecord]]]) -> Iterator[Link]:
    """The sources in the order in which they are shown, each leading to its page."""
    for _, records in groups:
        for record in records:
            yield Link(record.source.title, edition.source_permalink(record.source.id))


def _letters(edition: Edition, current: str) -> tuple[LetterLink, ...]:
    counts = {
        letter: sum(len(edition.sources_by_publisher[name]) for name in names)
        for letter, names in edition.publishers_by_letter.items()
    }
    return letter_links(ADDRESS, counts, has_pages=True, current=current)


def _by_heading(edition: Edition, publisher: str) -> list[tuple[Link, list[SourceRecord]]]:
    """A publisher's sources; of those without one, our own reporting is told from the rest."""
    groups: dict[Link, list[SourceRecord]] = {}
    for source in edition.sources_by_publisher[publisher]:
        record = edition.dossier.sources[source]
        if record.publisher is not None:
            heading = edition.link_to(record.publisher)
        else:
            is_own = record.source.kind is SourceKind.OWN
            heading = Link(OUR_OWN_REPORTING if is_own else PUBLISHER_NOT_GIVEN)
        groups.setdefault(heading, []).append(record)
    return sorted(groups.items(), key=lambda group: group[0].text == PUBLISHER_NOT_GIVEN)


def _group(
    edition: Edition, heading: Link, records: list[SourceRecord], number: int, page: str
) -> PublisherGroup:
    at = ListedAt(page=page)
    return PublisherGroup(
        anchor=f"publisher-{number}",
        publisher=heading,
        counts=_group_counts(edition, records),
        entries=tuple(source_entry(edition, record, at, _compared(record)) for record in records),
    )


def _group_counts(edition: Edition, records: list[SourceRecord]) -> str:
    """What a publisher's sources carry: "1 article, 15 of 17 quotes, 3 briefings"."""
    kinds: dict[SourceKind, int] = {}
    for record in records:
        kinds[record.source.kind] = kinds.get(record.source.kind, 0) + 1
    quotes = len({key for record in records for key in record.quotes})
    briefings = len({use.article for record in records for use in record.uses})
    parts = [counted_sources(kinds[kind], kind) for kind in SourceKind if kind in kinds]
    if quotes:
        parts.append(f"{quotes:,} of {counted(len(edition.quotes), 'quote')}")
    if briefings:
        parts.append(counted(briefings, "briefing"))
    return ", ".join(parts)


def _counts(record: SourceRecord) -> str:
    numbers = ((len(record.uses), "briefing"), (len(record.quotes), "quote"))
    return ", ".join(counted(number, noun) for number, noun in numbers if number)


def _compared(record: SourceRecord) -> Compared:
    return Compared(record.matching, record.checked)


def _use(edition: Edition, use: SourceUse) -> SourceUseView:
    slug, number = use.article, use.number
    return SourceUseView(
        briefing=teaser(edition, slug),
        number=f"Source {number}",
        permalink=f"{edition.briefing_permalink(slug)}#source-{number}",
        sentences=sentences(edition, slug, use.sightings),
    )
