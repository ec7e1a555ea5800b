"""Topics with their briefs, and plain pages."""

from onrecord.model.written import Placed, Written


class Topic(Placed, kw_only=True):
    """A topic; one that only articles name has its id as title and no brief."""

    id: str
    title: str
    path: str
    summary: str = ""
    is_published_always: bool = False
    language: str = ""
    brief: str = ""
    brief_line: int = 0


class PlainPage(Placed, kw_only=True):
    """A page without actors or quotes, at /<folders>/<stem>/.

    `slug` is that path, no slashes around; `span` is that of the title. A draft is there only where
    drafts are looked at.
    """

    slug: str
    title: str
    path: str
    summary: str = ""
    language: str = ""
    redirect_from: tuple[Written, ...] = ()
    is_draft: bool = False
    body: str = ""
    body_line: int = 0
