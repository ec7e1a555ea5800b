"""Pages and files as planned: an address, an output file, and a view built when asked for."""

from collections.abc import Callable

from onrecord.pages.edition import Edition
from onrecord.pages.search_entries import FindEntries
from onrecord.pages.views import View
from onrecord.pages.written_links import WrittenLinks
from onrecord.text.frozen import Frozen, field
from onrecord.text.source import Span


class FromEdition(Frozen):
    """How a view is made: by a function of the edition, and what tells its page from its like."""

    build: Callable[..., View]
    edition: Edition
    told: tuple[object, ...] = ()

    def __call__(self) -> View:
        """The view."""
        return self.build(self.edition, *self.told)


class PlannedPage(Frozen):
    """One file to be rendered. Equal to another only where it is the same page."""

    permalink: str  # "/briefings/x/", "/feed.xml"
    path: str  # the output file: "briefings/x/index.html"
    layout: str  # "briefing.html"; "feed.xml", "sitemap.xml", "robots.txt", ".nojekyll"
    sources: tuple[str, ...]  # the files it comes from; () for the site's own pages
    build_view: Callable[[], View]  # makes the closed view
    span: Span | None = None  # the title, id or redirect_from entry that gives it its address


class PlannedAsset(Frozen):
    """media/: pictures and other files of the content, each copied as it is."""

    path: str  # the output file: "media/articles/crowd.jpg"
    source: str  # under content/: "articles/crowd.jpg"
    digest: str  # of its bytes


class Plan(Frozen):
    """Everything that will be published.

    `find_entries` gives what the search finds, made when asked for; None where there is none.
    """

    edition: Edition
    pages: tuple[PlannedPage, ...]
    assets: tuple[PlannedAsset, ...]
    links: WrittenLinks = field(default_factory=WrittenLinks)
    find_entries: FindEntries | None = None
