"""What machines read, from views to the records of formats/."""

from collections.abc import Callable

from onrecord.formats import (
    FeedCategory,
    FeedChannel,
    FeedItem,
    SitemapEntry,
    write_headers,
    write_redirects,
    write_robots,
    write_rss,
    write_sitemap,
    write_sitemap_index,
)
from onrecord.pages.views import FeedView, HeadersView, RedirectsView, RobotsView, SitemapView
from onrecord.pages.views import machines as views


def feed_bytes(view: FeedView, content_of: Callable[[views.FeedItem], str]) -> bytes:
    """The feed as RSS; `content_of` dresses an item that carries its whole text."""
    channel = FeedChannel(
        title=view.title,
        link=view.page_address,
        self_link=view.address,
        description=view.description,
        language=view.language,
        generator=view.generator,
        newest=view.newest,
        items=tuple(_feed_item(item, content_of) for item in view.items),
        hub=view.hub,
        publisher=view.publisher,
        image=view.image,
    )
    return write_rss(channel)


def sitemap_bytes(view: SitemapView) -> bytes:
    """The sitemap, or the list of its parts."""
    if view.parts:
        return write_sitemap_index([_sitemap_entry(part) for part in view.parts])
    return write_sitemap([_sitemap_entry(entry) for entry in view.entries])


def robots_bytes(view: RobotsView) -> bytes:
    """robots.txt."""
    return write_robots(view.sitemap)


def host_file_bytes(view: RedirectsView | HeadersView) -> bytes:
    """_redirects or _headers."""
    if isinstance(view, RedirectsView):
        return write_redirects(view.moves, view.status)
    return write_headers(dict(view.headers), view.path)


def _feed_item(item: views.FeedItem, content_of: Callable[[views.FeedItem], str]) -> FeedItem:
    return FeedItem(
        title=item.title,
        link=item.address,
        uid=item.uid,
        published=item.published,
        updated=item.updated,
        creators=item.authors,
        categories=tuple(FeedCategory(topic.name, topic.domain) for topic in item.categories),
        summary=item.summary,
        content_html=content_of(item) if item.body else "",
    )


def _sitemap_entry(entry: views.SitemapEntry) -> SitemapEntry:
    return SitemapEntry(entry.address, entry.changed)
