"""Actors: who speaks and who is spoken of, with their roles and relations over time."""

from enum import StrEnum

from onrecord.model.written import Placed, Written
from onrecord.text.dates import Date


class ActorKind(StrEnum):
    """What an actor is (CONTENT-MODEL, Actors)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed-group"
    BODY = "body"
    STATE = "state"
    PARTY = "party"
    COMPANY = "company"
    MEDIA = "media"
    GROUP = "group"
    UNNAMED = "unnamed"


class RelationType(StrEnum):
    """How one actor stands to another, read from the actor that declares it."""

    MEMBER_OF = "member-of"
    HAS_MEMBER = "has-member"
    WORKS_FOR = "works-for"
    EMPLOYS = "employs"
    LEADS = "leads"
    LED_BY = "led-by"
    PART_OF = "part-of"
    INCLUDES = "includes"
    OWNS = "owns"
    OWNED_BY = "owned-by"
    SUCCEEDED = "succeeded"
    SUCCEEDED_BY = "succeeded-by"
    PARENT_OF = "parent-of"
    CHILD_OF = "child-of"
    BACKS = "backs"
    BACKED_BY = "backed-by"
    SPOUSE_OF = "spouse-of"
    SIBLING_OF = "sibling-of"
    ALLIED_WITH = "allied-with"
    OTHER = "other"


class Role(Placed, kw_only=True):
    """A post or function; `since` and `until` None mean open, both None an undated role."""

    title: str
    at: Written | None = None
    since: Date | None = None
    until: Date | None = None
    source: Written | None = None

    @property
    def is_undated(self) -> bool:
        """True where the role says nothing of when it was held."""
        return self.since is None and self.until is None


class Relation(Placed, kw_only=True):
    """A tie to another actor; `label` describes the actor in `with_actor`."""

    type: RelationType
    with_actor: Written
    label: str = ""
    inverse: str = ""
    since: Date | None = None
    until: Date | None = None
    source: Written | None = None


class Actor(Placed, kw_only=True):
    """One actor as one file defines it, or, after enlisting, as all of them together do.

    `biography` is Markdown, "" without a profile; `biography_line` is the file's line where it
    begins.
    """

    id: str
    name: str
    kind: ActorKind
    path: str
    origin: str  # "profile", "cast" or "inline"
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    previous_names: tuple[str, ...] = ()
    sort_name: str = ""
    summary: str = ""
    image: str = ""
    born: Date | None = None
    died: Date | None = None
    nationality: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    wikidata: str = ""
    voice: int | None = None
    checked: Date | None = None
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    why_unnamed: str = ""
    is_published_always: bool = False
    language: str = ""
    biography: str = ""
    biography_line: int = 0
