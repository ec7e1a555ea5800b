"""What machines read: feeds, the sitemap, robots.txt, files for hosts."""

from onrecord.annotate.body import Body
from onrecord.pages.dressing import Dressing
from onrecord.pages.views.briefing import FixView
from onrecord.pages.views.common import ImageView
from onrecord.pages.views.notes import NoteSection
from onrecord.pages.views.sources import SourceEntry
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen


class FeedCategory(Frozen):
    """What an item is about."""

    name: str  # "Iran", "Jawad Al Telbawi"
    domain: str  # the full address of /actors/ or /topics/, "" for none


class FeedItem(Frozen):
    """One briefing in a feed. Addresses are full."""

    title: str  # the headline, plain
    address: str  # of the briefing
    permalink: str  # the same as a permalink: what the body's links are resolved against
    uid: str  # "tag:example.org,2020:briefings/…", never changes
    published: Date  # without a time: 00:00 in the site's zone
    updated: Date  # published where nothing came after
    authors: tuple[str, ...]  # names
    categories: tuple[FeedCategory, ...]  # topics, then actors quoted, then actors mentioned
    summary: str  # the standfirst, "" for none
    fixes: tuple[FixView, ...]  # corrections and the like, newest first; come first in the content
    body: Body | None  # None with `content: summary`
    dressing: Dressing  # of the body and the notes
    notes: NoteSection | None  # after the body; None with `content: summary`
    sources: tuple[SourceEntry, ...]  # the references list
    image: ImageView | None
    language: str  # of the article


class FeedView(Frozen):
    """A feed: of the whole site or of one actor. It has no frame."""

    permalink: str  # "/feed.xml"
    address: str  # the feed's own full address (atom:link rel=self)
    title: str  # "On Record", "On Record: Jawad Al Telbawi"
    page_address: str  # the full address of the page it follows
    description: str  # one line
    language: str  # of the site
    newest: Date | None  # the newest content date; None for an empty site
    generator: str  # "onrecord 0.1.0"
    publisher: str  # who publishes the site, "" where it is not said
    hub: str  # a WebSub address, "" for none
    image: str  # the full address of a PNG, JPEG or GIF, "" for none
    items: tuple[FeedItem, ...]  # newest first


class SitemapEntry(Frozen):
    """A page for search engines."""

    address: str  # full
    changed: str  # a W3C date or date and time, "" where it is not known


class SitemapView(Frozen):
    """Every page that search engines may list; or, past 50,000, the parts."""

    entries: tuple[SitemapEntry, ...]  # () where there are parts
    parts: tuple[SitemapEntry, ...]  # the addresses of partial sitemaps


class RobotsView(Frozen):
    """robots.txt."""

    sitemap: str  # the sitemap's full address


class RedirectsView(Frozen):
    """_redirects, for hosts that send readers on by themselves."""

    moves: tuple[tuple[str, str], ...]  # from the root of the host: an old path and its page's
    status: str  # "301", "301!" where the host would prefer our own page at the old path


class HeadersView(Frozen):
    """_headers, for hosts that let a site choose what goes with its answers."""

    path: str  # of the site, from the root of the host: "/" or "/repo/"
    headers: tuple[tuple[str, str], ...]  # names and values


class EmptyView(Frozen):
    """A file without content: .nojekyll."""
