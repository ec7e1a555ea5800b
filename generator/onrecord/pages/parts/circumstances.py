"""How a quote came about, in words: the occasion of a record, the caption beside the text."""

from onrecord.link.dossier import Party, QuoteRecord
from onrecord.model import ActorKind
from onrecord.pages.edition import Edition
from onrecord.pages.parts.names import heading_names, names_of, parties_to, source_title
from onrecord.pages.shown_dates import show_by, show_day
from onrecord.pages.views.common import ShownDate
from onrecord.pages.wording import ASKING, OCCASIONS, SOURCE_NOT_GIVEN
from onrecord.text.languages import language_name

# Words with which a subject begins that lose their capital within a sentence.
_OPENING_WORDS = frozenset(
    "A An The What Why How Whether When Where Who Which If His Her Its Their On Being".split()
)


def date_of(edition: Edition, record: QuoteRecord) -> ShownDate:
    """When it was said, or by when: "6 January 2020", "By 6 January 2020"."""
    show = show_day if record.is_said_date else show_by
    return show(record.date, edition.zone)


def occasion(edition: Edition, record: QuoteRecord) -> str:
    """Medium, addressee and place: "Interview with The Independent, Baghdad"; "" unknown."""
    quote = record.quote
    name, to = OCCASIONS.get(quote.medium, OCCASIONS[""])
    where = "" if quote.medium in {"", "other"} else name
    if record.to:
        is_to_others = quote.medium in ASKING and not _is_asking(edition, record)
        where = name + (", to " if is_to_others else to) + names_of(record.to)
    return ", ".join(part for part in (where, quote.place) if part)


def caption(edition: Edition, record: QuoteRecord) -> str:
    """What stands beside a quote after its speaker: "to The Independent, 6 January 2020".

    A place stands by itself: no preposition fits Baghdad, Gate 4 and the quay.
    """
    original = record.quote.original
    date = date_of(edition, record).text
    parts = (
        f"to {names_of(record.to)}" if record.to else "",
        record.quote.place,
        f"translated from {language_name(original.language)}" if original is not None else "",
        _uncapitalised(_known_through(edition, record)),
        date if record.is_said_date else _uncapitalised(date),
    )
    return ", ".join(part for part in parts if part)


def according_to(record: QuoteRecord) -> str:
    """Through whom a second-hand quote is known, "" for one known at first hand."""
    if record.via is not None:
        return record.via.name
    return record.chain[0] if record.is_second_hand and record.chain else ""


def reported_by(edition: Edition, record: QuoteRecord) -> str:
    """Who reported it: "Reported by Nato"; else from what it is known: "Source: Letter to Nato".

    A publisher or an author reports, a title does not, nor do those who spoke; "" without source.
    """
    source = next(
        (
            edition.dossier.references[ref.id]
            for ref in record.quote.sources[:1]
            if ref.id in edition.dossier.references
        ),
        None,
    )
    if source is None:
        return ""
    behind = (record.on_behalf_of, *(voice.role_at for voice in record.voices))
    own = {voice.name for voice in record.voices} | {party.name for party in behind if party}
    names = (party.name for party in (source.publisher, *source.authors) if party is not None)
    reporter = next((name for name in names if name not in own), "")
    return (
        f"Reported by {reporter}"
        if reporter
        else f"Source: {source_title(edition, source.source.id)}"
    )


def blockquote_footer(edition: Edition, record: QuoteRecord) -> str:
    """Speaker and subject of a quote set apart: "Jawad Al Telbawi, on the US army in Iraq"."""
    name = heading_names(record)
    asked = record.quote.asked.strip()
    if not asked:
        people = [party for party in record.about if _kind(edition, party) is ActorKind.PERSON]
        return f"{name}, on {names_of(people)}" if people else name
    if asked.endswith(("?", "؟", "？")):
        return f"{name}, asked: {asked}"
    first, _, rest = asked.partition(" ")
    if first in {"To", "To:"}:
        return f"{name}, to {rest}"
    subject = f"{first.lower()} {rest}" if first in _OPENING_WORDS else asked
    return f"{name}, {subject}" if first == "On" else f"{name}, on {subject}"


def _is_asking(edition: Edition, record: QuoteRecord) -> bool:
    """True where the words were said to those who asked, not to others through them."""
    sources = [edition.dossier.references.get(ref.id) for ref in record.quote.sources]
    asking = {
        party.name
        for source in sources
        if source is not None
        for party in (*source.authors, source.publisher)
        if party is not None
    }
    return all(
        party.name in asking or _kind(edition, party) is ActorKind.MEDIA for party in record.to
    )


def _kind(edition: Edition, party: Party) -> ActorKind | None:
    known = edition.dossier.profiles.get(party.actor)
    return known.kind if known is not None else None


def _known_through(edition: Edition, record: QuoteRecord) -> str:
    """Through whom, unless that is who was spoken to, which the caption says already."""
    through = according_to(record)
    if through and through not in parties_to(record):
        return f"According to {through}"
    if not record.quote.sources:
        return SOURCE_NOT_GIVEN
    reported = reported_by(edition, record)
    return "" if reported in {f"Reported by {party.name}" for party in record.to} else reported


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
