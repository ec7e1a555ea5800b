"""The quiet row under a record: excerpt, paraphrase, second hand, translation, denials."""

from collections.abc import Iterator

from onrecord.link.dossier import Party, QuoteRecord, VerifiedState
from onrecord.model import Written
from onrecord.pages.edition import Edition, is_shown
from onrecord.pages.parts.circumstances import according_to, date_of
from onrecord.pages.parts.names import (
    heading_names,
    joined,
    other_language,
    parties,
    source_name,
)
from onrecord.pages.shown_dates import show_day, show_near
from onrecord.pages.views.common import ShownDate, TextPart
from onrecord.pages.views.records import StateRow, VerifiedView
from onrecord.pages.wording import NO_COPY_KEPT, NOT_YET_CHECKED, quoted
from onrecord.text.languages import language_name


def state_rows(edition: Edition, record: QuoteRecord, *, shows_full: bool) -> tuple[StateRow, ...]:
    """Everything that is to be said of a record, in order.

    `shows_full` where the record shows the fuller wording itself.
    """
    rows: list[StateRow] = []
    if not shows_full:
        rows += _excerpt(edition, record)
    rows += _paraphrase(record)
    rows += _second_hand(record)
    rows += _translated(edition, record)
    rows += _other_wordings(edition, record)
    rows += _answers(edition, record)
    rows += _corrected(edition, record)
    rows += _withdrawn(edition, record)
    rows += _differs(edition, record)
    return tuple(rows)


def company_rows(edition: Edition, record: QuoteRecord, actor: str) -> tuple[StateRow, ...]:
    """Who else stands behind the words; `actor` is whose list it is, "" on a briefing.

    A briefing's list names all speakers in its headings, a principal in none.
    """
    rows: list[StateRow] = []
    spoke = {voice.actor for voice in record.voices}
    if actor:
        others = [Party(voice.name, voice.actor) for voice in record.voices if voice.actor != actor]
        kind, key_word = ("with", "Together with") if actor in spoke else ("by", "Said by")
        if others:
            rows.append(StateRow(kind, key_word, (TextPart(" "), *parties(edition, others))))
    behalf = record.on_behalf_of
    if behalf is not None and (not actor or behalf.actor != actor):
        rows.append(
            StateRow("behalf", "On behalf of", (TextPart(" "), *parties(edition, (behalf,))))
        )
    return tuple(rows)


def verified_view(edition: Edition, verified: VerifiedState) -> VerifiedView:
    """How a quote stands to the copy we keep."""
    saved = f", saved {show_day(verified.saved, edition.zone).text}" if verified.saved else ""
    if verified.state == "matches":
        return VerifiedView("ok", f"Matches the copy we keep{saved}")
    if verified.state == "differs":
        return VerifiedView("part", f"Differs from the copy we keep{saved}")
    return VerifiedView("wait", NO_COPY_KEPT if verified.state == "no-copy" else NOT_YET_CHECKED)


def _excerpt(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    full = record.quote.full
    if full is None:
        return
    permalink = edition.record_permalink(record.key)
    if permalink == edition.briefing_record_permalink(record.key):
        yield StateRow("excerpt", "Excerpt", (TextPart(" of "), TextPart(quoted(full.text))))
    else:
        longer = TextPart("a longer statement", permalink)
        yield StateRow("excerpt", "Excerpt", (TextPart(" of "), longer))


def _paraphrase(record: QuoteRecord) -> Iterator[StateRow]:
    if record.quote.paraphrase is not None:
        yield StateRow("paraphrase", "Paraphrase", ())


def _second_hand(record: QuoteRecord) -> Iterator[StateRow]:
    through = according_to(record)
    if through:
        yield StateRow("via", "", (TextPart(f"{heading_names(record)}, according to {through}"),))


def _translated(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    original = record.quote.original
    if original is None:
        return
    by = f", by {original.by}" if original.by else ""
    parts = [TextPart(f" from {language_name(original.language)}{by}")]
    if original.text:
        language, towards = other_language(original.language, edition.site.language)
        words = TextPart(quoted(original.text), language=language, direction=towards)
        parts += [TextPart(": "), words]
    yield StateRow("translated", "Translated", tuple(parts))


def _other_wordings(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    for other in record.quote.also:
        language, direction = other_language(other.language, edition.site.language)
        words = TextPart(quoted(other.text), language=language, direction=direction)
        by = f", by {_named(edition, other.by)}" if other.by is not None else ""
        at = (
            f", in {source_name(edition, other.source.text)}"
            if other.by is None and other.source is not None
            else ""
        )
        parts = (TextPart(" "), words) + ((TextPart(by + at),) if by or at else ())
        yield StateRow("also", "Also rendered as", parts)


def _named(edition: Edition, by: Written) -> str:
    known = edition.dossier.profiles.get(by.text)
    return known.name if known is not None else by.text


def _answers(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    """Denials and replies, seen from either side."""
    quote = record.quote
    if quote.disputes is not None:
        yield from _towards(edition, record, "disputes", "Disputes", (quote.disputes.text,))
    yield from _towards(edition, record, "denied", "Denied", record.denied_by, " by ")
    if quote.replies_to is not None:
        yield from _towards(edition, record, "replies", "In reply to", (quote.replies_to.text,))
    yield from _towards(edition, record, "answered", "Answered", record.answered_by, " by ")


def _towards(
    edition: Edition,
    record: QuoteRecord,
    kind: str,
    key_word: str,
    keys: tuple[str, ...],
    before: str = " ",
) -> Iterator[StateRow]:
    for named in keys:
        key = named if "#" in named else f"{record.quote.article}#{named}"
        if not is_shown(edition.dossier, key):
            continue
        other = edition.dossier.quotes[key]
        permalink = edition.record_permalink(key)
        date = date_of(edition, other)
        near = ShownDate(f"by {show_day(other.date, edition.zone).text}", date.machine)
        if other.is_said_date:
            near = show_near(other.date, record.date, edition.zone)
        parts = joined([TextPart(voice.name, permalink) for voice in other.voices])
        yield StateRow(
            kind,
            key_word,
            (TextPart(before), *parts, TextPart(", "), TextPart(near.text, machine=near.machine)),
        )


def _corrected(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    if record.corrected is None:
        return
    article = edition.dossier.briefings[record.quote.article].article
    date = show_near(record.corrected, article.date, edition.zone)
    box = f"{edition.briefing_permalink(article.slug)}#corrections"
    yield StateRow(
        "corrected", "Corrected", (TextPart(" "), TextPart(date.text, box, date.machine))
    )


def _withdrawn(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    for ref in record.quote.sources:
        source = edition.dossier.references.get(ref.id)
        if source is not None and source.source.status == "withdrawn":
            name = source_name(edition, ref.id)
            permalink = edition.source_permalink(ref.id)
            yield StateRow(
                "withdrawn", "Source withdrawn", (TextPart(": "), TextPart(name, permalink))
            )


def _differs(edition: Edition, record: QuoteRecord) -> Iterator[StateRow]:
    if record.verified.state == "differs":
        text = verified_view(edition, record.verified).text.removeprefix("Differs")
        yield StateRow("differs", "Differs", (TextPart(text),))
