"""The dossier: everything that is known across articles, ready to be laid out on pages.

Order everywhere: date, then id. Newest first, unless said otherwise.
"""

from collections.abc import Mapping

from onrecord.annotate.facts import AnnotatedArticle, PlacedQuote, Whereabouts
from onrecord.model import (
    Actor,
    Article,
    Correction,
    PlainPage,
    Quote,
    Relation,
    Role,
    Site,
    Source,
    Topic,
)
from onrecord.read.content import Asset, HeldBack
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen


class Party(Frozen):
    """Somebody named: an actor of the site (`actor` is the id), or just words."""

    name: str
    actor: str = ""


class Voice(Frozen):
    """Who spoke, with the role held on the day.

    An unnamed speaker has no actor id but may say why they are unnamed and where they stand (`at`).
    """

    name: str
    actor: str = ""
    role: str = ""
    role_at: Party | None = None
    why_unnamed: str = ""
    at: Party | None = None


class Sighting(Frozen):
    """A place in an article: where a mention, a citation, a repeat or a link stands."""

    article: str
    context: Whereabouts


class VerifiedState(Frozen):
    """How a quote stands to the copy we keep.

    `state` is "matches", "differs", "no-copy", or "not-compared" where a copy is kept but the quote
    is a paraphrase, or a translation without its original words.
    """

    state: str
    saved: Date | None = None
    digest: str = ""


class QuoteRecord(Frozen):
    """One quote with all that the site knows of it.

    `words` are the body's own; `placed` is None for one that was not found (never shown as
    found). `date` is the said date, or the article's where that is unknown (`is_said_date`
    False, shown as "By …"). `chain` names, nearest first, through whom it is known
    (second-hand); `denied_by` and `answered_by` are keys of other quotes.
    """

    quote: Quote
    words: str
    placed: PlacedQuote | None
    voices: tuple[Voice, ...]
    on_behalf_of: Party | None
    to: tuple[Party, ...]
    about: tuple[Party, ...]
    date: Date
    is_said_date: bool
    via: Party | None
    chain: tuple[str, ...]
    is_second_hand: bool
    repeats: tuple[Sighting, ...]
    denied_by: tuple[str, ...]
    answered_by: tuple[str, ...]
    corrected: Date | None
    verified: VerifiedState

    @property
    def key(self) -> str:
        """Its global id, "article#quote"."""
        return self.quote.key


class CastMember(Frozen):
    """An actor as one briefing shows it: role on the article's date, quotes in this briefing."""

    actor: str
    role: str
    role_at: Party | None
    quotes: tuple[str, ...]
    mentions: tuple[Whereabouts, ...]


class Backlink(Frozen):
    """A sentence of another article that leads here."""

    sighting: Sighting
    quote: str = ""  # the key, where the link means one quote


class Briefing(Frozen):
    """One article with everything on its page but its text, which stands among the `texts`.

    Of the article all is here but its body, and what other records have: its quotes, actors,
    sources and notes.
    `updated` is the latest of date, updated and corrections, None where nothing came after
    publication; `cast` in order of first appearance; `quotes` are keys in text order, `missing`
    those not found; `corrections` newest first.
    """

    article: Article
    authors: tuple[Party, ...]
    updated: Date | None
    cast: tuple[CastMember, ...]
    quotes: tuple[str, ...]
    repeats: tuple[str, ...]
    missing: tuple[str, ...]
    corrections: tuple[Correction, ...]
    related: tuple[str, ...]
    backlinks: tuple[Backlink, ...]

    @property
    def slug(self) -> str:
        """The article's id."""
        return self.article.slug

    @property
    def latest(self) -> Date:
        """When it last changed for readers."""
        return self.updated or self.article.date


class Appearance(Frozen):
    """A briefing in which an actor is named or quoted, with the sentences."""

    article: str
    role: str
    mentions: tuple[Whereabouts, ...]
    quotes: tuple[str, ...]


class Tie(Frozen):
    """A relation seen from one actor: declared there or the inverse of another's."""

    type: str
    label: str
    other: str
    since: Date | None
    until: Date | None
    relation: Relation


class OfficeHolder(Frozen):
    """An actor with a role that its profile says was held at another actor."""

    actor: str
    role: Role


class ActorRecord(Frozen):
    """One published actor.

    `role` is the one held at the newest appearance; `quotes`, `about` and `to` are keys, newest
    first; `roles` and `office_holders`, who held a role there, newest first; `often_with` the
    actors most often in the same briefings, with how many.
    """

    actor: Actor
    role: str
    role_at: Party | None
    quotes: tuple[str, ...]
    about: tuple[str, ...]
    to: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    roles: tuple[Role, ...]
    office_holders: tuple[OfficeHolder, ...]
    ties: tuple[Tie, ...]
    often_with: tuple[tuple[str, int], ...]
    biography: AnnotatedArticle | None
    newest: Date | None
    source_count: int


class SourceUse(Frozen):
    """A briefing that rests on a source: its number there, and where it is cited."""

    article: str
    number: int
    sightings: tuple[Whereabouts, ...]


class SourceRecord(Frozen):
    """One published source; `chain` are the sources it was read through, nearest first.

    `matching` and `checked` count quotes that match the copy we keep and that were looked up.
    """

    source: Source
    authors: tuple[Party, ...]
    publisher: Party | None
    chain: tuple[str, ...]
    uses: tuple[SourceUse, ...]
    quotes: tuple[str, ...]
    matching: int
    checked: int
    saved: Date | None


class TopicRecord(Frozen):
    """One published topic with its briefings, newest first."""

    topic: Topic
    brief: AnnotatedArticle | None
    briefings: tuple[str, ...]


class TimelineEvent(Frozen):
    """Something that happened; `article` tells of it, `quotes` were said about it."""

    date: Date
    title: str
    text: str
    article: str
    quotes: tuple[str, ...]


class ListedCorrection(Frozen):
    """A correction, clarification or retraction with the briefing that it changed."""

    article: str
    correction: Correction


class Dossier(Frozen):
    """The whole of a site, linked.

    Mappings hold published records only, in order of id; the tuples of ids and keys newest first.
    `newest` is the newest content date: whatever sounds like today means it.
    """

    site: Site
    briefings: Mapping[str, Briefing]
    texts: Mapping[str, AnnotatedArticle]  # of the briefings; outlined until pages are made
    quotes: Mapping[str, QuoteRecord]
    actors: Mapping[str, ActorRecord]
    profiles: Mapping[str, Actor]  # of the published actors: what a page shows that names them
    sources: Mapping[str, SourceRecord]
    references: Mapping[str, SourceRecord]  # the same without what rests on them: for who cites
    topics: Mapping[str, TopicRecord]
    subjects: Mapping[str, str]  # the titles of the published topics
    pages: Mapping[str, tuple[PlainPage, AnnotatedArticle]]
    events: tuple[TimelineEvent, ...]
    corrections: tuple[ListedCorrection, ...]
    by_date: tuple[str, ...]
    quotes_by_date: tuple[str, ...]
    assets: Mapping[str, Asset]
    held_back: tuple[HeldBack, ...]
    newest: Date | None
