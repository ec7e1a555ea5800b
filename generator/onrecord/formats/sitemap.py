"""sitemap.xml: every page that search engines may list, with the date of its content."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from onrecord.formats.xml import add_text, xml_bytes
from onrecord.text.frozen import Frozen

SITEMAP_LIMIT = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

ET.register_namespace("", _NAMESPACE)


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


def _write(root_tag: str, entry_tag: str, entries: Sequence[SitemapEntry]) -> bytes:
    root = ET.Element(f"{{{_NAMESPACE}}}{root_tag}")
    for entry in entries:
        element = ET.SubElement(root, f"{{{_NAMESPACE}}}{entry_tag}")
        add_text(element, f"{{{_NAMESPACE}}}loc", entry.address)
        if entry.changed:
            add_text(element, f"{{{_NAMESPACE}}}lastmod", entry.changed)
    return xml_bytes(root)
