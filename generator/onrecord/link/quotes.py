"""Quote records: who spoke in which role, through whom it is known, and what others made of it."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from onrecord.annotate.facts import PlacedQuote
from onrecord.link.dossier import Party, QuoteRecord, Sighting, Voice
from onrecord.link.ground import Ground
from onrecord.link.quote_references import key_of
from onrecord.link.sources import chain_of
from onrecord.link.verification import NO_COPY, Verification
from onrecord.model import Article, CorrectionKind, Quote, Speaker, Unnamed, Written
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen, replace

T = TypeVar("T")


class Echoes(Frozen):
    """What other records and articles make of each quote, by its key."""

    repeats: Mapping[str, tuple[Sighting, ...]]
    denied_by: Mapping[str, tuple[str, ...]]
    answered_by: Mapping[str, tuple[str, ...]]
    corrected: Mapping[str, Date]


def compile_quotes(ground: Ground, verification: Verification) -> dict[str, QuoteRecord]:
    """Every record of every article, newest first by said date, within a day in text order."""
    echoes = _gather_echoes(ground)
    records: list[QuoteRecord] = []
    for article in ground.articles.values():
        placed = {found.key: found for found in ground.facts(article.slug).quotes}
        records += [
            _record(quote, article, placed.get(quote.key), ground, echoes, verification)
            for quote in article.quotes
        ]
    return {record.key: _unplaced(record) for record in _newest_first(records, ground)}


def _unplaced(record: QuoteRecord) -> QuoteRecord:
    """The record as others show it: where in its text it stands is its own briefing's to say."""
    if record.placed is None:
        return record
    return replace(record, placed=record.placed.unplaced())


def _newest_first(records: Iterable[QuoteRecord], ground: Ground) -> list[QuoteRecord]:
    """The records by day, newest first; within one by article, the newest first, in text order."""
    places = {slug: place for place, slug in enumerate(ground.articles)}

    def place(record: QuoteRecord) -> tuple[int, int, float, str]:
        order = record.placed.context.order if record.placed else float("inf")
        article = places[record.quote.article]
        return -ground.day(record.date).toordinal(), article, order, record.quote.id

    return sorted(records, key=place)


def _record(
    quote: Quote,
    article: Article,
    placed: PlacedQuote | None,
    ground: Ground,
    echoes: Echoes,
    verification: Verification,
) -> QuoteRecord:
    said = quote.said or article.date
    chain = _chain(quote, ground)
    return QuoteRecord(
        quote=quote,
        words=placed.words if placed else "",
        placed=placed,
        voices=tuple(_voice(speaker, article, said, ground) for speaker in quote.speakers),
        on_behalf_of=ground.party(quote.on_behalf_of) if quote.on_behalf_of else None,
        to=tuple(ground.party(named) for named in quote.to),
        about=tuple(ground.party(named) for named in quote.about),
        date=said,
        is_said_date=quote.said is not None,
        via=_via(quote, ground),
        chain=chain,
        is_second_hand=quote.via is not None or _rests_on_accounts(quote, ground),
        repeats=echoes.repeats.get(quote.key, ()),
        denied_by=echoes.denied_by.get(quote.key, ()),
        answered_by=echoes.answered_by.get(quote.key, ()),
        corrected=echoes.corrected.get(quote.key),
        verified=verification.states.get(quote.key, NO_COPY),
    )


def _voice(speaker: Speaker, article: Article, said: Date, ground: Ground) -> Voice:
    if isinstance(speaker, Unnamed):
        return Voice(
            name=speaker.label,
            why_unnamed=speaker.why,
            at=ground.party(speaker.at) if speaker.at else None,
        )
    party = ground.party(speaker)
    held = ground.roles.in_article(article, party.actor, said)
    return Voice(name=party.name, actor=party.actor, role=held.title, role_at=held.at)


def _via(quote: Quote, ground: Ground) -> Party | None:
    """The account through which a quote is known; a source stands for its publisher."""
    if quote.via is None:
        return None
    if quote.via.text in ground.sources and quote.via.text not in ground.actors:
        return _publisher(quote.via.text, ground)
    return ground.party(quote.via)


def _publisher(source_id: str, ground: Ground) -> Party:
    source = ground.sources[source_id]
    return ground.party(source.publisher) if source.publisher else Party(source.title)


def _chain(quote: Quote, ground: Ground) -> tuple[str, ...]:
    """Names of those through whom a quote is known, the one nearest to the speaker first.

    A first source that the speaker published, or nobody did, such as a letter, is not counted.
    """
    via = _via(quote, ground)
    names = [via.name] if via else []
    source = next(
        (ground.sources[ref.id] for ref in quote.sources if ref.id in ground.sources), None
    )
    if source is not None:
        accounts = chain_of(source, ground.sources)
        if source.publisher and (via or accounts):
            names.append(ground.party(source.publisher).name)
        names += [_publisher(account, ground).name for account in accounts]
    speakers = {ground.party(one).name for one in quote.speakers if isinstance(one, Written)}
    return tuple(dict.fromkeys(name for name in names if name not in speakers))


def _rests_on_accounts(quote: Quote, ground: Ground) -> bool:
    """True where every source of the quote was itself read through another."""
    sources = [ground.sources[ref.id] for ref in quote.sources if ref.id in ground.sources]
    return bool(sources) and all(source.via is not None for source in sources)


def _gather_echoes(ground: Ground) -> Echoes:
    repeats: dict[str, list[Sighting]] = {}
    denied_by: dict[str, list[str]] = {}
    answered_by: dict[str, list[str]] = {}
    corrected: dict[str, Date] = {}
    for article in ground.articles.values():
        for repeated in ground.facts(article.slug).repeats:
            sighting = Sighting(article.slug, repeated.context.unplaced())
            repeats.setdefault(repeated.key, []).append(sighting)
        for quote in article.quotes:
            if quote.disputes and (key := key_of(quote.disputes, article.slug, ground)):
                denied_by.setdefault(key, []).append(quote.key)
            if quote.replies_to and (key := key_of(quote.replies_to, article.slug, ground)):
                answered_by.setdefault(key, []).append(quote.key)
        for correction in article.corrections:
            if correction.quote and correction.kind is not CorrectionKind.UPDATE:
                key = key_of(correction.quote, article.slug, ground)
                known = corrected.get(key)
                if known is None or known.instant < correction.date.instant:
                    corrected[key] = correction.date
    return Echoes(_tuples(repeats), _tuples(denied_by), _tuples(answered_by), corrected)


def _tuples(lists: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(members) for key, members in lists.items()}
