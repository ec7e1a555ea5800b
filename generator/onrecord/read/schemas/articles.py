"""The keys of an article's front matter."""

from typing import Annotated, ClassVar, Self

from pydantic import Discriminator, Field, Tag, model_validator

from onrecord.model import CorrectionKind, NoteKind
from onrecord.read.schemas.actors import InlineActorKeys, ListingKeys
from onrecord.read.schemas.addresses import OldAddress, Picture
from onrecord.read.schemas.allowances import AllowanceKeys
from onrecord.read.schemas.keys import MISSING, Keys, Many, refusal
from onrecord.read.schemas.quotes import QuoteKeys, SharedQuoteKeys, SourceRefKeys
from onrecord.read.schemas.scalars import (
    Flag,
    Id,
    Language,
    Line,
    ListedId,
    Published,
    QuoteReference,
    Repeat,
    Said,
    Text,
    Title,
    Words,
    one_of,
)
from onrecord.read.schemas.sources import ConsultedKeys, LocalSourceKeys

GENRES = ("report", "analysis", "background", "opinion", "explainer", "transcript")
LINKED_MENTIONS = ("first", "section", "all", "none")
Genre = Annotated[str, one_of(GENRES)]
LinkMentions = Annotated[str, one_of(LINKED_MENTIONS)]


class ImageKeys(Keys):
    """What a picture shows and whose it is."""

    BARE: ClassVar[str] = "alt"
    NOUN: ClassVar[str] = "a picture"
    FORM: ClassVar[str] = '{alt: "…", caption: "…", credit: "…"}'

    alt: Line = Field("", description="What it shows, for those who cannot see it.")
    caption: Line | None = Field(None, description="The line under it.")
    credit: Line = Field("", description="Whose picture it is.")


class EventKeys(Keys):
    """Something that happened, for the timeline."""

    NOUN: ClassVar[str] = "an event"
    FORM: ClassVar[str] = "{date: 2020-01-03, title: A drone strike}"

    date: Said = Field(description="When it happened.", examples=["2020-01-03"])
    title: Title = Field(description="What happened.", examples=["A drone strike"])
    text: Text = Field("", description="More about it.")
    quotes: Many[QuoteReference] = Field((), description="The quotes about it.")


class NoteKeys(Keys):
    """The editor's annotation on a passage."""

    NOUN: ClassVar[str] = "a note"
    FORM: ClassVar[str] = "{text: the passage, note: what to know about it}"

    text: Words = Field(description="The passage, as it stands.", examples=["the passage"])
    prefix: Words | None = Field(None, description="The words just before, to tell two apart.")
    kind: Annotated[NoteKind, one_of(NoteKind)] = Field(
        NoteKind.CONTEXT, description="What the note does."
    )
    note: Words = Field(description="The note, in Markdown.", examples=["what to know about it"])
    sources: Many[SourceRefKeys] = Field((), description="What the note rests on.")
    verdict: Line = Field("", description="A fact-check's finding.")


class CorrectionKeys(Keys):
    """How the article was changed after publication."""

    NOUN: ClassVar[str] = "a correction"
    FORM: ClassVar[str] = "{date: 2020-01-07, note: what was wrong}"

    date: Published = Field(description="When it was changed.", examples=["2020-01-07"])
    kind: Annotated[CorrectionKind, one_of(CorrectionKind)] = Field(
        CorrectionKind.CORRECTION, description="What kind of change it is."
    )
    note: Text = Field("", description="What was changed and why, in Markdown.")
    was: Words | None = Field(None, description="The words that were removed.")
    now: Words | None = Field(None, description="The words that stand there now.")
    quote: Id | None = Field(None, description="The id of the quote that it concerns.")

    @property
    def _beside(self) -> str:
        given = [f"{key}:" for key in ("was", "now") if getattr(self, key) is not None]
        return f", beside {' and '.join(given)}" if given else ""

    @model_validator(mode="after")
    def _say_what_was_changed(self) -> Self:
        if not self.note and self.quote is None:
            raise refusal(
                MISSING,
                f"the {self.kind} of {self.date.iso} needs note:, which tells readers of it",
                f"add note: what was wrong{self._beside}; it can be left out only with quote:",
            )
        return self


def _sort_of_quote(value: object) -> str:
    return "‹repeat›" if isinstance(value, str) else "‹record›"


def _sort_of_listing(value: object) -> str:
    is_definition = isinstance(value, dict) and "name" in value
    return "‹definition›" if is_definition else "‹listing›"


def _sort_of_source(value: object) -> str:
    is_reference = isinstance(value, str) or (
        isinstance(value, dict) and bool(value) and value.keys() <= {"id", "supports"}
    )
    return "‹reference›" if is_reference else "‹source›"


QuoteEntry = Annotated[
    Annotated[Repeat, Tag("‹repeat›")] | Annotated[QuoteKeys, Tag("‹record›")],
    Discriminator(_sort_of_quote),
]
ActorEntry = Annotated[
    Annotated[ListingKeys, Tag("‹listing›")] | Annotated[InlineActorKeys, Tag("‹definition›")],
    Discriminator(_sort_of_listing),
]
SourceEntry = Annotated[
    Annotated[ConsultedKeys, Tag("‹reference›")] | Annotated[LocalSourceKeys, Tag("‹source›")],
    Discriminator(_sort_of_source),
]


class ArticleKeys(Keys):
    """The front matter of an article."""

    NOUN: ClassVar[str] = "the keys of an article"
    FORM: ClassVar[str] = "lines such as title: … and date: …"

    title: Title = Field(
        description="The headline.", examples=["Militias say every option is open"]
    )
    date: Published = Field(
        description="When the article was published.", examples=["2020-01-06T22:27:00Z"]
    )
    updated: Published | None = Field(
        None, description="When it was last changed; a correction sets it by itself."
    )
    summary: Line | None = Field(None, description="The standfirst, in one sentence.")
    takeaways: Many[Line] = Field((), description="What to take away, a sentence each.")
    authors: Many[Title] = Field((), description="Who wrote it: names or actor ids.")
    place: Line = Field("", description="The dateline.")
    language: Language | None = Field(None, description="The language of the article.")
    genre: Genre = Field("report", description="What sort of article it is.")
    topics: Many[ListedId] = Field((), description="The ids of its topics.")
    image: Picture | None = Field(None, description="The lead picture.")
    images: dict[Picture, ImageKeys] = Field({}, description="Its pictures, by their paths.")
    events: Many[EventKeys] = Field((), description="What happened, for the timeline.")
    draft: Flag = Field(default=False, description="Whether it is left out of the site.")
    redirect_from: Many[OldAddress] = Field((), description="Its former slugs.")
    link_mentions: LinkMentions | None = Field(
        None, description="Which mentions of an actor become links."
    )
    nolink: Many[Title] = Field((), description="Phrases that are never linked by themselves.")
    defaults: SharedQuoteKeys | None = Field(None, description="What all its quotes share.")
    actors: Many[ActorEntry] = Field((), description="The actors of the article.")
    quotes: Many[QuoteEntry] = Field((), description="Its quotes.")
    sources: Many[SourceEntry] = Field((), description="Its own sources, and those consulted.")
    notes: Many[NoteKeys] = Field((), description="The editor's notes on passages.")
    corrections: Many[CorrectionKeys] = Field((), description="What was changed afterwards.")
    unattributed: Many[Words] = Field((), description="Quotations left without a record.")
    allow: Many[AllowanceKeys] = Field((), description="Findings knowingly accepted.")
