"""What every page has around its content: head, masthead, footer."""

from onrecord.pages.views.common import Link
from onrecord.text.frozen import Frozen


class NavLink(Frozen):
    """An entry of the masthead. Exactly one of `permalink` and `address` is given."""

    title: str  # "Actors"
    permalink: str  # a page of the site
    address: str  # a web address
    is_current: bool  # True in the section that the page belongs to (aria-current)
    is_this_page: bool  # True on that very page (aria-current="page")


class FeedLink(Frozen):
    """A feed that the page announces, the page's own first."""

    title: str  # "On Record: all briefings"
    permalink: str  # "/feed.xml"
    type: str = "application/rss+xml"  # its media type


class FooterList(Frozen):
    """A column of the footer."""

    title: str  # "Look up"
    links: tuple[NavLink, ...]  # never empty


class Meta(Frozen):
    """A line of machine-readable head: <meta property> for Open Graph, else <meta name>."""

    name: str  # "og:title", "twitter:card"
    content: str  # plain text
    is_property: bool  # True for property="", False for name=""


FONTS = ("/fonts/newsreader.woff2", "/fonts/libre-franklin.woff2")


class PageFrame(Frozen):
    """The frame of one page."""

    permalink: str  # the page itself; links are made relative to it
    title: str  # of <title>: "Headline — Site"
    description: str  # one line for search engines, never empty
    language: str  # of <html lang>
    direction: str  # of <html dir>: "ltr" or "rtl"
    canonical: str  # the page's own full address, "" where it has none (404)
    is_noindex: bool  # True where search engines should leave the page out
    site_title: str  # the brand
    site_tagline: str  # the line under it in the footer, "" for none
    nav: tuple[NavLink, ...]  # the masthead
    feeds: tuple[FeedLink, ...]  # to autodiscover
    footer: tuple[FooterList, ...]  # "Read", "Look up", "Follow", "About"
    csp: str  # the content security policy of <meta http-equiv>
    metas: tuple[Meta, ...]  # Open Graph and the like
    linked_data: str  # a JSON-LD document for `json_script`, "" for none
    publisher: Link | None  # who publishes the site, where its title does not say so
    generator: str  # "onrecord 0.1.0"
    stylesheets: tuple[str, ...] = ("/site.css",)  # to be linked in this order
    script: str = "/site.js"  # the theme's one script
    icon: str = "/icon.svg"  # the theme's icon
    fonts: tuple[str, ...] = FONTS  # the faces to preload
    is_broad: bool = False  # True for the one-column pages (`.page.broad`)
    is_served_anywhere: bool = False  # True for 404.html: its links must be absolute
