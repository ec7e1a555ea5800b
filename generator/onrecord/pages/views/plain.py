"""Plain pages, the page for addresses that lead nowhere, and redirects."""

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing
from onrecord.pages.views.common import Link
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.notes import NoteSection
from onrecord.pages.views.sources import SourceSection
from onrecord.text.frozen import Frozen


class PlainPageView(Frozen):
    """A page without actors or quotes: About, a policy."""

    frame: PageFrame
    title: str  # the headline
    summary: str  # the lede, "" for none
    language: str  # lang="" of title and body where it is not the page's
    direction: str  # dir="", only with language
    body: Body  # to be dressed
    dressing: Dressing  # of the body
    has_headings: bool  # False: the text is a <div>, not an <article>
    notes: NoteSection | None  # footnotes of the text
    sources: SourceSection | None


class NotFoundView(Frozen):
    """404.html: its links are absolute (`frame.is_served_anywhere`)."""

    frame: PageFrame
    title: str  # "Nothing on record here"
    lede: str  # what to do about it
    links: tuple[Link, ...]  # where to go


class RedirectView(Frozen):
    """A page that moved: refresh 0, canonical to the target, noindex, a visible link."""

    frame: PageFrame  # its canonical is the target's
    title: str  # the headline of what moved
    permalink: str  # where it stands now
