"""The keys of quotes: records, occasions with passages, and what an article's quotes share."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from onrecord.read.circumstances import Circumstances
from onrecord.read.schemas.keys import NOT_AN_ID, WRONG, Keys, Many, Reads, refusal
from onrecord.read.schemas.scalars import (
    Id,
    Language,
    Line,
    ListedId,
    QuoteReference,
    Said,
    Text,
    Title,
    Words,
    in_marks,
    number,
    one_of,
    read_listed_id,
    read_text,
)
from onrecord.text.slugs import is_id

MEDIA = (
    "interview", "speech", "statement", "press-conference", "tv", "radio", "letter", "post",
    "testimony", "leak", "other",
)  # fmt: skip
Medium = Annotated[str, one_of(MEDIA)]
EVERY_OCCURRENCE = 0


def read_occurrence(value: object, circumstances: Circumstances) -> int:
    """Which of several places is meant: its number, or 0 for all."""
    text = read_text(value, circumstances)
    words = {"all": EVERY_OCCURRENCE, "first": 1}
    if text in words:
        return words[text]
    if text.isascii() and text.isdigit() and 1 <= len(text) <= 4 and int(text) > 0:
        return int(text)
    shown = text if len(text) <= 20 else f"{text[:19]}…"
    raise refusal(WRONG, f"“{shown}” does not say which occurrence", "write all, or its number: 2")


def read_source_id(value: object, circumstances: Circumstances) -> str:
    """A source's id; where a page or a minute follows it, the hint is the mapping of the two."""
    if isinstance(value, str):
        source, _, locator = (part.strip() for part in value.partition(","))
        is_place = bool(locator) and "," not in locator
        if is_id(source) and is_place and (locator.isdigit() or not is_id(locator)):
            told = f"{in_marks(value)} is not an id, but one with a place in the source"
            raise refusal(NOT_AN_ID, told, f'write {{id: {source}, loc: "{locator}"}}')
    return read_listed_id(value, circumstances)


SourceId = Annotated[
    str, Reads(read_source_id, {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
]
"""A source by its id, where a place in it may follow."""
Occurrence = Annotated[
    int, Reads(read_occurrence, {"anyOf": [{"const": "all"}, {"type": "integer", "minimum": 1}]})
]


class SpeakerKeys(Keys):
    """Who spoke or signed: an actor's id, or somebody whom the article does not name."""

    BARE: ClassVar[str] = "id"
    NOUN: ClassVar[str] = "a speaker"
    FORM: ClassVar[str] = "an actor's id, or {unnamed: a senior official, why: …}"

    id: ListedId | None = Field(None, description="The id of an actor.")
    unnamed: Title | None = Field(
        None, description="How the article calls a speaker it does not name."
    )
    why: Line = Field("", description="Why the speaker is not named.")
    at: Id | None = Field(None, description="The id of the body for which the speaker speaks.")

    @model_validator(mode="after")
    def _be_one_of_the_two(self) -> Self:
        if (self.id is None) == (self.unnamed is None):
            raise refusal(
                WRONG,
                "a speaker is either an id or unnamed",
                "write the actor's id, or {unnamed: a senior official, why: fears for the job}",
            )
        if self.id is not None and (self.why or self.at):
            raise refusal(
                WRONG,
                "`why` and `at` are for unnamed speakers",
                "give a named speaker's role under actors:, as {id: …, role: …, at: …}",
            )
        return self


class SourceRefKeys(Keys):
    """A source by its id, and the place in it."""

    BARE: ClassVar[str] = "id"
    NOUN: ClassVar[str] = "a source"
    FORM: ClassVar[str] = 'an id, or {id: …, loc: "p. 3"}'

    id: SourceId = Field(description="The id of a source.", examples=["some-report-2020"])
    loc: Line = Field("", description="The page, or the minute.", examples=["p. 3"])


class OtherWordingKeys(Keys):
    """Another wording of the quote that is accepted."""

    BARE: ClassVar[str] = "text"
    NOUN: ClassVar[str] = "another wording"
    FORM: ClassVar[str] = "its words, or {text: …, by: …}"

    text: Words = Field(description="The words.", examples=["back in coffins"])
    by: Title | None = Field(None, description="Who rendered it so: a name or an actor id.")
    source: Id | None = Field(None, description="The id of the source that has it so.")
    language: Language | None = Field(None, description="Its language.")


class OriginalKeys(Keys):
    """What was said before it was translated."""

    NOUN: ClassVar[str] = "the original"
    FORM: ClassVar[str] = "{language: ar, by: staff}"

    language: Language = Field(description="The language of the original.", examples=["ar"])
    text: Text = Field("", description="The words of the original.")
    by: Line = Field("", description="Who translated it.")


class SharedQuoteKeys(Keys):
    """What a quote can inherit: from `defaults`, and a passage from its record."""

    NOUN: ClassVar[str] = "keys of a quote"
    FORM: ClassVar[str] = "{source: some-id, said: 2020-01-06}"

    speaker: Many[SpeakerKeys] | None = Field(None, description="Who spoke or signed.")
    on_behalf_of: Id | None = Field(None, description="The id of the actor for whom.")
    full: Words | None = Field(None, description="The fuller wording, where text is an excerpt.")
    also: Many[OtherWordingKeys] | None = Field(None, description="Other wordings accepted.")
    asked: Line | None = Field(None, description="What the question or subject was.")
    to: Many[Title] | None = Field(None, description="To whom: names or actor ids.")
    via: Title | None = Field(None, description="Through whose account alone it is known.")
    medium: Medium | None = Field(None, description="How it was said.")
    place: Line | None = Field(None, description="Where it was said.")
    said: Said | None = Field(None, description="When it was said.")
    language: Language | None = Field(None, description="The language of the words.")
    source: Many[SourceRefKeys] | None = Field(None, description="Where the words come from.")
    original: OriginalKeys | None = Field(None, description="What was translated.")
    about: Many[ListedId] | None = Field(None, description="The ids of the actors it is about.")
    disputes: QuoteReference | None = Field(None, description="The quote that it denies.")
    replies_to: QuoteReference | None = Field(None, description="The quote that it answers.")
    occurrence: Occurrence | None = Field(
        None, description="Which occurrence; all marks every one."
    )
    prefix: Words | None = Field(None, description="The words just before, to tell two apart.")
    credibility: Annotated[int, number(1, 6)] | None = Field(
        None, description="Admiralty digit, 1 to 6."
    )
    comment: Text | None = Field(None, description="Anything else about it, in Markdown.")


class PassageKeys(SharedQuoteKeys):
    """One quote of an occasion; what it does not say it inherits."""

    BARE: ClassVar[str] = "text"
    NOUN: ClassVar[str] = "a passage"
    FORM: ClassVar[str] = "its words, or {text: …, to: …}"

    text: Words | None = Field(None, description="The words as they stand in quotation marks.")
    paraphrase: Words | None = Field(None, description="The writer's own words, without marks.")


class QuoteKeys(PassageKeys):
    """A quote, or one occasion with several passages."""

    BARE: ClassVar[str] = ""
    NOUN: ClassVar[str] = "a quote"
    FORM: ClassVar[str] = "{id: …, speaker: …, text: …}, or article#quote"

    id: Id | None = Field(None, description="The id within the article.", examples=["all-options"])
    passages: dict[Id, PassageKeys] = Field(
        {}, description="Several quotes of one occasion, by their ids."
    )
