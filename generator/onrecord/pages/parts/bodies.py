"""What the slots of a page's bodies are filled with."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from types import MappingProxyType

from onrecord.address import asset_address, plain_page_address
from onrecord.annotate.body import (
    AssetAddress,
    Body,
    CitationMark,
    LinkOpen,
    PullQuote,
    QuoteOpen,
    QuoteTag,
    SayOpen,
    Slot,
)
from onrecord.annotate.facts import AnnotatedArticle, Facts, PlacedNote, PlacedQuote
from onrecord.enlist.cast import Target, TargetKind
from onrecord.link.dossier import Dossier, QuoteRecord
from onrecord.pages.dressing import (
    AssetDress,
    CitationDress,
    Dressing,
    LinkDress,
    NoteDress,
    QuoteDress,
)
from onrecord.pages.edition import Edition, anchor_in, identity_of
from onrecord.pages.parts.circumstances import blockquote_footer, caption
from onrecord.pages.parts.names import (
    heading_names,
    joint_chips,
    other_language,
    own_initials,
    source_name,
    speaker_names,
    voice_of,
)
from onrecord.pages.parts.records import shown_words
from onrecord.pages.voices import Voiced
from onrecord.pages.wording import NOTES
from onrecord.text.languages import direction

_QUOTING = (QuoteOpen, QuoteTag, SayOpen, PullQuote)


def dressing_of(
    edition: Edition,
    told: AnnotatedArticle,
    page: str,
    voiced: Mapping[str, Voiced] | None = None,
    cards: frozenset[str] = frozenset(),
    language: str = "",
) -> Dressing:
    """All that the bodies of a text and of its notes need on the page of this permalink.

    `voiced` are the voices given out in a briefing; `cards` the actors who have a card on the page;
    `language` is that of the text where it is not the site's.
    """
    language = language or edition.site.language
    slots = _Slots(edition, page, told, voiced or {}, cards, language)
    quotes: dict[str, QuoteDress] = {}
    links: dict[Target, LinkDress] = {}
    citations: dict[str, CitationDress] = {}
    assets: dict[str, AssetDress] = {}
    for piece in _slots_of(told):
        if isinstance(piece, LinkOpen):
            if piece.target not in links:
                links[piece.target] = slots.link(piece.target)
        elif isinstance(piece, CitationMark):
            if piece.source_id not in citations:
                citations[piece.source_id] = slots.citation(piece)
        elif isinstance(piece, AssetAddress):
            assets[piece.path] = slots.asset(piece)
        elif isinstance(piece, _QUOTING) and piece.key not in quotes:
            record = edition.dossier.quotes.get(piece.key)
            if record is not None:
                quotes[piece.key] = slots.quote(record)
    return Dressing(
        quotes=quotes,
        links=links,
        citations=citations,
        notes={note.number: slots.note(note) for note in told.facts.notes},
        assets=assets,
        direction=direction(language),
    )


def _slots_of(told: AnnotatedArticle) -> Iterator[Slot]:
    return (
        piece for body in bodies_of(told) for piece in body.pieces if not isinstance(piece, str)
    )


def bodies_of(told: AnnotatedArticle) -> Iterator[Body]:
    """The body of a text, then those of its notes."""
    yield told.body
    for note in told.facts.notes:
        yield note.body


def mentioned_actors(told: AnnotatedArticle) -> tuple[str, ...]:
    """The actors whose mentions in the text are links, in order of the text."""
    return tuple(
        dict.fromkeys(
            piece.target.id
            for body in bodies_of(told)
            for piece in body.pieces
            if isinstance(piece, LinkOpen)
            and piece.is_mention
            and piece.target.kind is TargetKind.ACTOR
        )
    )


def placed_quotes(facts: Facts) -> tuple[PlacedQuote, ...]:
    """A text's own quotes and those it repeats, in text order."""
    return tuple(sorted((*facts.quotes, *facts.repeats), key=lambda placed: placed.context.order))


def target_permalink(edition: Edition, target: Target) -> str:
    """Where a link of a body leads, "" where nothing is published there."""
    page = _target_page(edition, target)
    has_parts = target.kind not in {TargetKind.ACTOR, TargetKind.QUOTE}
    return f"{page}#{target.fragment}" if page and target.fragment and has_parts else page


def _target_page(edition: Edition, target: Target) -> str:
    published = _PUBLISHED.get(target.kind)
    if published is not None and target.id not in published(edition.dossier):
        return ""
    return _PAGES[target.kind](edition, target.id)


_PAGES: Mapping[TargetKind, Callable[[Edition, str], str]] = MappingProxyType(
    {
        TargetKind.ACTOR: Edition.actor_permalink,
        TargetKind.BRIEFING: Edition.briefing_permalink,
        TargetKind.QUOTE: Edition.quote_permalink,
        TargetKind.TOPIC: Edition.topic_permalink,
        TargetKind.SOURCE: Edition.source_permalink,
        TargetKind.PAGE: lambda _, page: plain_page_address(page),
        TargetKind.ASSET: lambda _, path: asset_address(path),
        TargetKind.ADDRESS: lambda _, address: address,
    }
)
_PUBLISHED: Mapping[TargetKind, Callable[[Dossier], Container[str]]] = MappingProxyType(
    {
        TargetKind.BRIEFING: lambda dossier: dossier.briefings,
        TargetKind.QUOTE: lambda dossier: dossier.quotes,
        TargetKind.PAGE: lambda dossier: dossier.pages,
        TargetKind.ASSET: lambda dossier: dossier.assets,
    }
)


class _Slots:
    """The dresses of one page's slots."""

    def __init__(
        self,
        edition: Edition,
        page: str,
        told: AnnotatedArticle,
        voiced: Mapping[str, Voiced],
        cards: frozenset[str],
        language: str,
    ) -> None:
        self._edition = edition
        self._page = page
        self._slug = told.slug
        self._placed = {placed.key: placed for placed in placed_quotes(told.facts)}
        self._again = frozenset(_said_again(edition, placed_quotes(told.facts)))
        self._voiced = voiced
        self._cards = cards
        self._language = language

    def asset(self, slot: AssetAddress) -> AssetDress:
        known = self._edition.dossier.assets.get(slot.path)
        permalink = asset_address(slot.path)
        return AssetDress(permalink, known.width, known.height) if known else AssetDress(permalink)

    def quote(self, record: QuoteRecord) -> QuoteDress:
        edition = self._edition
        name = speaker_names(record)
        initials = self._initials(record)
        placed = self._placed.get(record.key) or record.placed
        language, towards = other_language(placed.language if placed else "", self._language)
        permalink = edition.quote_permalink(record.key)
        return QuoteDress(
            voice=voice_of(edition, record, self._voiced),
            joint=joint_chips(record, self._voiced),
            initials=initials,
            tag_label=f"{initials}: {name}, quoted",
            anchor=anchor_in(self._slug, record.key) if record.key in self._placed else "",
            permalink=permalink if record.placed is not None else "",
            caption_name=heading_names(record),
            caption_text=caption(edition, record),
            is_again=record.key in self._again,
            footer=blockquote_footer(edition, record),
            words=shown_words(record),
            cite=self._cite(record),
            language=language,
            direction=towards,
        )

    def _initials(self, record: QuoteRecord) -> str:
        if not record.voices:
            return ""
        first = record.voices[0]
        voiced = self._voiced.get(identity_of(first))
        return voiced.initials if voiced else own_initials(self._edition, first)

    def _cite(self, record: QuoteRecord) -> str:
        for ref in record.quote.sources:
            source = self._edition.dossier.references.get(ref.id)
            if source is not None and source.source.url:
                return source.source.url
        return ""

    def link(self, target: Target) -> LinkDress:
        has_card = target.kind is TargetKind.ACTOR and target.id in self._cards
        return LinkDress(
            target_permalink(self._edition, target), f"card-{target.id}" if has_card else ""
        )

    def citation(self, mark: CitationMark) -> CitationDress:
        name = source_name(self._edition, mark.source_id)
        source = self._edition.dossier.references.get(mark.source_id)
        return CitationDress(
            permalink=f"{self._page}#source-{mark.number}",
            label=f"Source {mark.number}: {name}",
            name=name,
            address=source.source.url if source is not None else "",
        )

    def note(self, note: PlacedNote) -> NoteDress:
        kind = NOTES[note.kind] if note.kind is not None else ""
        return NoteDress(
            permalink=f"{self._page}#note-{note.number}",
            label=f"Note {note.number}" + (f", from the editor: {kind}" if kind else ""),
            heading=f"Note {note.number}" + (f": {kind}" if kind else ""),
            text=note.plain,
        )


def _said_again(edition: Edition, placed: Iterable[PlacedQuote]) -> Iterator[str]:
    """The keys of quotes whose speaker is that of the quote just before in the section."""
    before: tuple[str, tuple[str, ...]] | None = None
    for found in placed:
        record = edition.dossier.quotes.get(found.key)
        if record is None:
            continue
        here = (found.context.section, tuple(identity_of(voice) for voice in record.voices))
        if here == before:
            yield found.key
        before = here
