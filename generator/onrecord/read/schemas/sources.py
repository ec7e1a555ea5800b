"""The keys of sources, shared and local to an article."""

from typing import Annotated, ClassVar

from pydantic import Field

from onrecord.model import SourceKind
from onrecord.read.schemas.addresses import WebAddress
from onrecord.read.schemas.allowances import AllowanceKeys
from onrecord.read.schemas.keys import Keys, Many
from onrecord.read.schemas.quotes import Medium
from onrecord.read.schemas.scalars import (
    Flag,
    Id,
    Language,
    Line,
    ListedId,
    Said,
    Text,
    Title,
    one_of,
)

Kind = Annotated[SourceKind, one_of(SourceKind)]
Status = Annotated[str, one_of(("live", "dead", "changed", "withdrawn"))]
Reliability = Annotated[str, one_of(("A", "B", "C", "D", "E", "F"))]


class ArchivedKeys(Keys):
    """A copy that an archive keeps."""

    BARE: ClassVar[str] = "url"
    NOUN: ClassVar[str] = "an archived copy"
    FORM: ClassVar[str] = "its address, or {url: …, date: …}"

    url: WebAddress = Field(
        description="The copy's address.", examples=["https://web.archive.org/web/2020/…"]
    )
    date: Said | None = Field(None, description="When the copy was saved.")


class SourceKeys(Keys):
    """A source: what a briefing rests on."""

    NOUN: ClassVar[str] = "a source"
    FORM: ClassVar[str] = "{id: …, kind: …, title: …}"

    id: Id | None = Field(None, description="The id; by default a file's name.")
    kind: Kind = Field(description="What the source is.", examples=["article"])
    title: Title = Field(description="Its title, or a short description.", examples=["A headline"])
    author: Many[Title] = Field((), description="Who wrote it: names or actor ids.")
    publisher: Title | None = Field(None, description="Who published it: a name or an actor id.")
    url: WebAddress | None = Field(None, description="Its address.")
    published: Said | None = Field(None, description="When it was published.")
    accessed: Said | None = Field(None, description="When it was last seen there.")
    archived: ArchivedKeys | None = Field(None, description="A copy that an archive keeps.")
    language: Language | None = Field(None, description="The language it is in.")
    via: Id | None = Field(None, description="The id of the source that reports it.")
    status: Status = Field("live", description="Whether it can still be seen.")
    reliability: Reliability | None = Field(None, description="Admiralty letter, A to F.")
    supports: Many[Title] = Field((), description="What it is the source of.")
    comment: Text = Field("", description="Anything else about it, in Markdown.")
    medium: Medium | None = Field(None, description="How its words were said.")
    said: Said | None = Field(None, description="When its words were said.")
    place: Line = Field("", description="Where its words were said.")
    to: Many[Title] = Field((), description="To whom: names or actor ids.")
    publish: Flag = Field(default=False, description="Publish its page though nothing cites it.")
    allow: Many[AllowanceKeys] = Field((), description="Findings knowingly accepted.")


class LocalSourceKeys(SourceKeys):
    """A source that an article defines in its list."""

    id: Id = Field(description="The id.", examples=["some-report-2020"])


class ConsultedKeys(Keys):
    """A source that an article lists by its id."""

    BARE: ClassVar[str] = "id"
    NOUN: ClassVar[str] = "a source"
    FORM: ClassVar[str] = "an id, or {id: …, kind: …, title: …}"

    id: ListedId = Field(description="The id of a source.", examples=["some-report-2020"])
    supports: Many[Title] = Field((), description="What it is the source of here.")
