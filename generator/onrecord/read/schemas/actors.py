"""The keys of actors: profiles, cast files, and the actors that an article lists."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from onrecord.model import ActorKind, RelationType
from onrecord.read.schemas.addresses import Picture, WebAddress
from onrecord.read.schemas.allowances import AllowanceKeys
from onrecord.read.schemas.keys import MISSING, OUT_OF_ORDER, Keys, Many, refusal
from onrecord.read.schemas.scalars import (
    LONGEST_ID,
    Country,
    Edtf,
    Flag,
    Id,
    Language,
    Line,
    ListedId,
    Published,
    Title,
    WikidataId,
    number,
    one_of,
)
from onrecord.text.dates import Date, is_before
from onrecord.text.slugs import id_from

Kind = Annotated[ActorKind, one_of(ActorKind, also={"organization": "organisation"})]
Relationship = Annotated[RelationType, one_of(RelationType)]


def refuse_end_before_begin(begin: tuple[str, Date | None], end: tuple[str, Date | None]) -> None:
    """Refuse two dates, each with its key, of which the end is earlier than the beginning."""
    (began, first), (ended, last) = begin, end
    if first is None or last is None or first.is_about or last.is_about:
        return
    if is_before(last, first):
        told = f"{last.iso} is before `{began}`, which says {first.iso}"
        raise refusal(OUT_OF_ORDER, told, "mend one of the two dates", at=ended)


class RoleKeys(Keys):
    """A post or function, and when it was held."""

    BARE: ClassVar[str] = "title"
    NOUN: ClassVar[str] = "a role"
    FORM: ClassVar[str] = "{title: Commander, at: quds-force, since: 1998}"

    title: Title = Field(description="What the role is called.", examples=["Commander"])
    at: Id | None = Field(None, description="The id of the body in which it is held.")
    since: Edtf = Field(
        None, description="When it began: 1998, 1998-03 or 1998-03-21, ~ for about."
    )
    until: Edtf = Field(None, description="When it ended; left out or .. while it lasts.")
    source: Id | None = Field(None, description="The id of the source that says so.")

    @model_validator(mode="after")
    def _end_after_it_begins(self) -> Self:
        refuse_end_before_begin(("since", self.since), ("until", self.until))
        return self


class RelationKeys(Keys):
    """A tie to another actor; declared on one side only."""

    NOUN: ClassVar[str] = "a relation"
    FORM: ClassVar[str] = "{type: member-of, with: some-party}"

    type: Relationship = Field(
        description="How this actor stands to the other.", examples=["member-of"]
    )
    with_: Id = Field(alias="with", description="The id of the other.", examples=["some-party"])
    label: Line = Field("", description="What the other is to this actor, in a word.")
    inverse: Line = Field("", description="What this actor is to the other, where type is other.")
    since: Edtf = Field(None, description="When it began.")
    until: Edtf = Field(None, description="When it ended.")
    source: Id | None = Field(None, description="The id of the source that says so.")

    @model_validator(mode="after")
    def _name_what_is_other(self) -> Self:
        if self.type is RelationType.OTHER and not (self.label and self.inverse):
            raise refusal(
                MISSING,
                "a relation of type other needs `label` and `inverse`",
                "label: says what the other is to this actor, inverse: the other way round",
            )
        refuse_end_before_begin(("since", self.since), ("until", self.until))
        return self


class ActorKeys(Keys):
    """An actor as a profile or a cast file defines it."""

    NOUN: ClassVar[str] = "an actor"
    FORM: ClassVar[str] = "{name: Jawad Al Telbawi, role: spokesman, at: pmf}"

    id: Id | None = Field(None, description="The id; a profile's file name, else the name's ASCII.")
    name: Title = Field(description="The name as shown.", examples=["Qassem Soleimani"])
    kind: Kind | None = Field(
        None, description="What the actor is; person where there is a role.", examples=["person"]
    )
    role: Title | None = Field(None, description="A role without dates.")
    at: Id | None = Field(None, description="The id of the body in which the role is held.")
    aliases: Many[Title] = Field((), description="Other names, linked by themselves.")
    weak_aliases: Many[Title] = Field((), description="Names that are searched, never linked.")
    previous_names: Many[Title] = Field((), description="Former names.")
    sort_name: Line = Field("", description="The name by which lists are ordered.")
    summary: Line = Field("", description="Who this is, in one line.")
    image: Picture | None = Field(None, description="A portrait or emblem.")
    born: Edtf = Field(None, description="Date of birth, or of founding.")
    died: Edtf = Field(None, description="Date of death, or of dissolution.")
    nationality: Many[Country] = Field((), description="Countries, by their codes in ISO 3166.")
    same_as: Many[WebAddress] = Field((), description="Pages elsewhere about the same actor.")
    wikidata: WikidataId | None = Field(None, description="The entry in Wikidata, as in Q796.")
    voice: Annotated[int, number(1, 10)] | None = Field(None, description="The colour slot.")
    checked: Published | None = Field(None, description="When the profile was last reviewed.")
    roles: Many[RoleKeys] = Field((), description="Posts and functions with their dates.")
    relations: Many[RelationKeys] = Field((), description="Ties to other actors.")
    why_unnamed: Line = Field("", description="Why an actor of kind unnamed has a page.")
    publish: Flag = Field(default=False, description="Publish its page though nothing names it.")
    language: Language | None = Field(None, description="The language of the biography.")
    allow: Many[AllowanceKeys] = Field((), description="Findings knowingly accepted.")

    @property
    def known_kind(self) -> ActorKind | None:
        """The kind as given, else a person where there is a role."""
        if self.kind is None and (self.role or self.roles):
            return ActorKind.PERSON
        return self.kind

    @model_validator(mode="after")
    def _die_after_birth(self) -> Self:
        refuse_end_before_begin(("born", self.born), ("died", self.died))
        return self

    @model_validator(mode="after")
    def _know_the_kind(self) -> Self:
        if self.known_kind is None:
            told = ", ".join(ActorKind)
            raise refusal(
                MISSING,
                f"`kind` is missing: what {self.name} is",
                f"add `kind:` with one of: {told}; one with a role is a person",
                at="kind",
            )
        if self.known_kind is ActorKind.UNNAMED and not self.why_unnamed:
            raise refusal(
                MISSING,
                "an actor of kind unnamed needs `why_unnamed`",
                "say in one line why this person is not named, or make it a speaker of the article:"
                " speaker: {unnamed: a senior official, why: …}",
            )
        return self


class ListingKeys(Keys):
    """An actor in an article's list, by id, with what holds in this article only."""

    BARE: ClassVar[str] = "id"
    NOUN: ClassVar[str] = "an actor"
    FORM: ClassVar[str] = "an id, {id: …, role: …} or {name: …, kind: …}"

    id: ListedId = Field(description="The id of a profile or a cast entry.", examples=["pmf"])
    role: Title | None = Field(None, description="The role in this article.")
    at: Id | None = Field(None, description="The id of the body in which the role is held.")
    called: Many[Title] = Field((), description="Names that mean this actor in this article.")


class NamedActorKeys(ActorKeys):
    """An actor of a cast file, whose id is made from its name where none is given."""

    @property
    def known_id(self) -> str:
        """The id as given, else the name's."""
        return self.id or id_from(self.name)

    @model_validator(mode="after")
    def _have_an_id(self) -> Self:
        if len(self.known_id) > LONGEST_ID:
            told = f"the name has {len(self.name)} characters, which makes too long an id"
            raise refusal(MISSING, told, "add id: with a short form of the name")
        if not self.known_id:
            raise refusal(
                MISSING,
                f"`id` is missing, and none can be made from “{self.name}”",
                "add id: with the name in Latin letters, as in id: qassem-soleimani",
            )
        return self


class InlineActorKeys(NamedActorKeys):
    """An actor that an article defines in its list."""

    called: Many[Title] = Field((), description="Names that mean this actor in this article.")
