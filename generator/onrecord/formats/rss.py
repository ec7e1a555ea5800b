"""feed.xml: briefings with their whole text, or their summary where feeds carry no more.

Follows RSS 2.0, https://www.rssboard.org/rss-specification
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from onrecord.formats.xml import document, element, text_element
from onrecord.text.dates import Date
from onrecord.text.frozen import Frozen

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DC = "http://purl.org/dc/elements/1.1/"
_SPECIFICATION = "https://www.rssboard.org/rss-specification"
_MINUTES_TO_LIVE = 60
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


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
    """The feed as an RSS 2.0 document; it declares the namespaces that it uses."""
    attributes = {"xmlns:atom": _ATOM}
    if any(item.content_html for item in channel.items):
        attributes["xmlns:content"] = _CONTENT
    if any(item.creators for item in channel.items):
        attributes["xmlns:dc"] = _DC
    attributes["version"] = "2.0"
    told = element("channel", _told(channel), depth=1)
    return document(element("rss", [told], attributes))


def _told(channel: FeedChannel) -> Iterator[str]:
    yield text_element("title", channel.title)
    yield text_element("link", channel.link)
    yield text_element("description", channel.description)
    yield text_element("language", channel.language)
    if channel.publisher:
        yield text_element("copyright", channel.publisher)
    if channel.newest:
        yield text_element("lastBuildDate", _rfc_date(channel.newest))
    yield text_element("generator", channel.generator)
    yield text_element("docs", _SPECIFICATION)
    yield text_element("ttl", str(_MINUTES_TO_LIVE))
    if channel.image:
        yield element("image", _image(channel), depth=2)
    to_itself = {"href": channel.self_link, "rel": "self", "type": "application/rss+xml"}
    yield text_element("atom:link", "", to_itself)
    if channel.hub:
        yield text_element("atom:link", "", {"href": channel.hub, "rel": "hub"})
    for item in channel.items:
        yield element("item", _item(item), depth=2)


def _image(channel: FeedChannel) -> Iterator[str]:
    yield text_element("url", channel.image)
    yield text_element("title", channel.title)
    yield text_element("link", channel.link)


def _item(item: FeedItem) -> Iterator[str]:
    yield text_element("title", item.title)
    yield text_element("link", item.link)
    yield text_element("guid", item.uid, {"isPermaLink": "false"})
    yield text_element("pubDate", _rfc_date(item.published))
    for creator in item.creators:
        yield text_element("dc:creator", creator)
    for category in item.categories:
        domain = {"domain": category.domain} if category.domain else {}
        yield text_element("category", category.term, domain)
    yield text_element("description", item.summary)
    if item.content_html:
        yield text_element("content:encoded", item.content_html)
    yield text_element("atom:updated", _instant(item.updated).isoformat())


def _rfc_date(date: Date) -> str:
    """The date in English whatever the locale; a day is its first moment in the site's zone."""
    at = _instant(date)
    day, month = _DAYS[at.weekday()], _MONTHS[at.month - 1]
    return f"{day}, {at.day:02} {month} {at.year:04} {at:%H:%M:%S %z}"


def _instant(date: Date) -> datetime:
    return date.at or datetime.fromtimestamp(date.instant, tz=UTC)
