"""sitemap.xml: every page that search engines may list, with the date of its content.

Follows Sitemaps 0.9, https://www.sitemaps.org/protocol.html
"""

from collections.abc import Iterator, Sequence

from onrecord.formats.xml import document, element, text_element
from onrecord.text.frozen import Frozen

SITEMAP_LIMIT = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SitemapEntry(Frozen):
    """A page's absolute address and, as a W3C date, when its content last changed ("" unknown)."""

    address: str
    changed: str = ""


def write_sitemap(entries: Sequence[SitemapEntry]) -> bytes:
    """The pages as one sitemap; at most `SITEMAP_LIMIT` entries belong in it."""
    return _write("urlset", "url", entries)


def write_sitemap_index(sitemaps: Sequence[SitemapEntry]) -> bytes:
    """A list of sitemaps, for sites with more pages than one sitemap holds."""
    return _write("sitemapindex", "sitemap", sitemaps)


def _write(root: str, tag: str, entries: Sequence[SitemapEntry]) -> bytes:
    listed = (element(tag, _entry(entry), depth=1) for entry in entries)
    return document(element(root, listed, {"xmlns": _NAMESPACE}))


def _entry(entry: SitemapEntry) -> Iterator[str]:
    yield text_element("loc", entry.address)
    if entry.changed:
        yield text_element("lastmod", entry.changed)
