"""The keys of topics and plain pages."""

from typing import ClassVar

from pydantic import Field

from onrecord.read.schemas.addresses import OldAddress
from onrecord.read.schemas.allowances import AllowanceKeys
from onrecord.read.schemas.keys import Keys, Many
from onrecord.read.schemas.scalars import Flag, Id, Language, Line, Title


class TopicKeys(Keys):
    """The front matter of a topic's brief."""

    NOUN: ClassVar[str] = "the keys of a topic"
    FORM: ClassVar[str] = "a line title: …"

    id: Id | None = Field(None, description="The id; by default the file's name.")
    title: Title = Field(description="The topic's name.", examples=["Iran nuclear deal"])
    summary: Line = Field("", description="What it is about, in one line.")
    publish: Flag = Field(default=False, description="Publish its page though nothing names it.")
    language: Language | None = Field(None, description="The language of the brief.")
    allow: Many[AllowanceKeys] = Field((), description="Findings knowingly accepted.")


class PageKeys(Keys):
    """The front matter of a plain page."""

    NOUN: ClassVar[str] = "the keys of a page"
    FORM: ClassVar[str] = "a line title: …"

    title: Title = Field(description="The page's title.", examples=["About us"])
    summary: Line = Field("", description="What it says, in one line.")
    language: Language | None = Field(None, description="The language of the page.")
    draft: Flag = Field(default=False, description="Whether it is left out of the site.")
    redirect_from: Many[OldAddress] = Field((), description="Its former addresses.")
    allow: Many[AllowanceKeys] = Field((), description="Findings knowingly accepted.")
