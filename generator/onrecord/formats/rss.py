"""RSS 2.0 with full content (METADATA, RSS 2.0)."""

from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from onrecord.formats.xml import add_text, xml_bytes
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DC = "http://purl.org/dc/elements/1.1/"
_SPECIFICATION = "https://www.rssboard.org/rss-specification"
_MINUTES_TO_LIVE = 60

for _prefix, _namespace in (("atom", _ATOM), ("content", _CONTENT), ("dc", _DC)):
    ET.register_namespace(_prefix, _namespace)


class FeedCategory(Frozen):
    """A topic, or, with the address of the actors' index as `domain`, an actor."""

    term: str
    domain: str = ""


class FeedItem(Frozen):
    """A briefing in a feed.

    `uid` is a tag URI that outlives the address; `summary` is plain text; `content_html` is
    finished HTML with absolute addresses, "" where feeds carry summaries.
    """

    title: str
    link: str
    uid: str
    published: Date
    updated: Date
    creators: tuple[str, ...]
    categories: tuple[FeedCategory, ...]
    summary: str
    content_html: str


class FeedChannel(Frozen):
    """A feed with its items, newest first.

    `newest` dates the feed by its content, never a clock; None for an empty feed.
    """

    title: str
    link: str
    self_link: str
    description: str
    language: str
    generator: str
    newest: Date | None
    items: tuple[FeedItem, ...]
    hub: str = ""
    publisher: str = ""
    image: str = ""


def write_rss(channel: FeedChannel) -> bytes:
    """The feed as an RSS 2.0 document."""
    root = ET.Element("rss", {"version": "2.0"})
    head = ET.SubElement(root, "channel")
    add_text(head, "title", channel.title)
    add_text(head, "link", channel.link)
    add_text(head, "description", channel.description)
    add_text(head, "language", channel.language)
    if channel.publisher:
        add_text(head, "copyright", channel.publisher)
    if channel.newest:
        add_text(head, "lastBuildDate", _rfc_date(channel.newest))
    add_text(head, "generator", channel.generator)
    add_text(head, "docs", _SPECIFICATION)
    add_text(head, "ttl", str(_MINUTES_TO_LIVE))
    if channel.image:
        _add_image(head, channel)
    _add_atom_link(head, "self", channel.self_link)
    if channel.hub:
        _add_atom_link(head, "hub", channel.hub)
    for item in channel.items:
        _add_item(head, item)
    return xml_bytes(root)


def _add_image(head: ET.Element, channel: FeedChannel) -> None:
    image = ET.SubElement(head, "image")
    add_text(image, "url", channel.image)
    add_text(image, "title", channel.title)
    add_text(image, "link", channel.link)


def _add_atom_link(head: ET.Element, rel: str, address: str) -> None:
    attributes = {"href": address, "rel": rel}
    if rel == "self":
        attributes["type"] = "application/rss+xml"
    ET.SubElement(head, f"{{{_ATOM}}}link", attributes)


def _add_item(head: ET.Element, item: FeedItem) -> None:
    entry = ET.SubElement(head, "item")
    add_text(entry, "title", item.title)
    add_text(entry, "link", item.link)
    add_text(entry, "guid", item.uid, isPermaLink="false")
    add_text(entry, "pubDate", _rfc_date(item.published))
    for creator in item.creators:
        add_text(entry, f"{{{_DC}}}creator", creator)
    for category in item.categories:
        domain = {"domain": category.domain} if category.domain else {}
        add_text(entry, "category", category.term, **domain)
    add_text(entry, "description", item.summary)
    if item.content_html:
        add_text(entry, f"{{{_CONTENT}}}encoded", item.content_html)
    add_text(entry, f"{{{_ATOM}}}updated", _instant(item.updated).isoformat())


def _rfc_date(date: Date) -> str:
    """The date in English whatever the locale; a day is its first moment in the site's zone."""
    return format_datetime(_instant(date))


def _instant(date: Date) -> datetime:
    return date.at or datetime.fromtimestamp(date.instant, tz=UTC)
