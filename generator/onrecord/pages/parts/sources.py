"""Sources as lists show them: grade, chain, the copy we keep, the ways back into the text."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.annotate.facts import CitedSource, Facts
from onrecord.link.dossier import SourceRecord
from onrecord.pages.dressing import ref_anchor, use_letters
from onrecord.pages.edition import Edition
from onrecord.pages.parts.names import parties, source_name
from onrecord.pages.shown_dates import show, show_day
from onrecord.pages.views.common import TextPart, WebLink
from onrecord.pages.views.records import VerifiedView
from onrecord.pages.views.sources import BackLink, SourceEntry, SourceSection
from onrecord.pages.wording import (
    NO_COPY_KEPT,
    NOT_YET_CHECKED,
    RELIABILITY,
    SOURCE_KINDS,
    SOURCE_STATUS,
    capitalised,
    noun,
)
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen, field

GRADES_REMARK = (
    "The letter grades the source, A to F. "
    "The figure in a quote’s record grades what was said, 1 to 6"
)


class Compared(Frozen):
    """How many quotes match the copy we keep, of how many looked up; when it was saved."""

    matching: int = 0
    checked: int = 0
    saved: Date | None = None


class ListedAt(Frozen, kw_only=True):
    """Where an entry stands: on which page, and what is numbered there."""

    page: str
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    is_own_page: bool = False
    is_numbered: bool = True


def source_section(
    edition: Edition, facts: Facts, page: str, keys: Iterable[str] = ()
) -> SourceSection | None:
    """The numbered list of a text's sources, with the ways back; `keys` are its quotes."""
    if not facts.sources:
        return None
    at = ListedAt(page=page, numbers={cited.source_id: cited.number for cited in facts.sources})
    compared = _compare(edition, keys)
    entries = [
        source_entry(
            edition,
            edition.dossier.references[cited.source_id],
            at,
            compared.get(cited.source_id, Compared()),
            _ways_back(cited, page),
        )
        for cited in facts.sources
        if cited.source_id in edition.dossier.references
    ]
    if not entries:
        return None
    is_graded = any(entry.grade for entry in entries)
    return SourceSection(tuple(entries), GRADES_REMARK if is_graded else "")


def source_entry(
    edition: Edition,
    record: SourceRecord,
    at: ListedAt,
    compared: Compared,
    cited_at: tuple[BackLink, ...] = (),
) -> SourceEntry:
    """One source as a list shows it."""
    source = record.source
    number = at.numbers.get(source.id)
    is_dead = source.status == "dead" and bool(source.archived_url)
    return SourceEntry(
        anchor=f"source-{number}" if number else f"source-{source.id}" * (not at.is_own_page),
        number=f"[{number}]" if number else "",
        title=source.title,
        address=source.archived_url if is_dead else source.url,
        permalink="" if at.is_own_page else edition.source_permalink(source.id),
        kind=capitalised(SOURCE_KINDS[source.kind][0]),
        meta=_meta(edition, record),
        supports=source.supports,
        grade=source.reliability,
        grade_words=RELIABILITY.get(source.reliability, ""),
        verified=copy_kept(edition, record, compared),
        via=_via(edition, record, at),
        archived=_archived(edition, record),
        status=SOURCE_STATUS.get(source.status, ""),
        comment=source.comment,
        cited_at=cited_at,
    )


def copy_kept(edition: Edition, record: SourceRecord, compared: Compared) -> VerifiedView:
    """How the quotes stand to the copy we keep: "3 of 4 quotes match the copy we keep, …"."""
    if record.saved is None:
        return VerifiedView("wait", NO_COPY_KEPT)
    if not compared.checked:
        return VerifiedView("wait", NOT_YET_CHECKED)
    saved = f", saved {show_day(record.saved, edition.zone).text}"
    state = "ok" if compared.matching == compared.checked else "part"
    verb = "matches" if compared.checked == 1 else "match"
    quotes = noun(compared.checked, "quote")
    return VerifiedView(
        state,
        f"{compared.matching} of {compared.checked} {quotes} {verb} the copy we keep{saved}",
    )


def _compare(edition: Edition, keys: Iterable[str]) -> dict[str, Compared]:
    """What a briefing's own quotes say of each of its sources that we keep a copy of."""
    compared: dict[str, Compared] = {}
    for key in keys:
        record = edition.dossier.quotes[key]
        state = record.verified.state
        if state not in {"matches", "differs"}:
            continue
        for source in dict.fromkeys(ref.id for ref in record.quote.sources):
            before = compared.get(source, Compared())
            compared[source] = Compared(
                before.matching + (state == "matches"), before.checked + 1, record.verified.saved
            )
    return compared


def _ways_back(cited: CitedSource, page: str) -> tuple[BackLink, ...]:
    return tuple(
        BackLink(
            use_letters(use.use),
            f"{page}#{ref_anchor(cited.number, use.use)}",
            f"Back to use {use_letters(use.use)} of source {cited.number}",
        )
        for use in cited.uses
    )


def _meta(edition: Edition, record: SourceRecord) -> tuple[TextPart, ...]:
    """Author, publisher and date: "Bel Trew, The Independent, 6 January 2020, 22:27 GMT"."""
    named = [*record.authors]
    if record.publisher is not None and record.publisher not in named:
        named.append(record.publisher)
    pieces = [parties(edition, [party]) for party in named]
    if record.source.published is not None:
        date = show(record.source.published, edition.zone)
        pieces.append((TextPart(date.text, machine=date.machine),))
    else:
        pieces.append((TextPart("date not given" if pieces else "Date not given"),))
    line: list[TextPart] = []
    for piece in pieces:
        line += [TextPart(", "), *piece] if line else piece
    return tuple(line)


def _via(edition: Edition, record: SourceRecord, at: ListedAt) -> tuple[TextPart, ...]:
    """Through which sources it was read, nearest first."""
    line: list[TextPart] = []
    for source in record.chain:
        number = at.numbers.get(source)
        line.append(TextPart(", itself read through " if line else "Read through "))
        if number:
            line.append(TextPart(f"source {number}", f"{at.page}#source-{number}"))
        else:
            line.append(TextPart(source_name(edition, source), edition.source_permalink(source)))
    return tuple(line)


def _archived(edition: Edition, record: SourceRecord) -> WebLink | None:
    source = record.source
    if not source.archived_url:
        return None
    if source.archived_date is None:
        return WebLink("Archived copy", source.archived_url)
    date = show_day(source.archived_date, edition.zone).text
    return WebLink(f"Archived copy, {date}", source.archived_url)
