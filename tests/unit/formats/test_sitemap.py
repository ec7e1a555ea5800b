"""The sitemap and robots.txt."""

from xml.etree import ElementTree as ET

from onrecord.formats import SitemapEntry, write_robots, write_sitemap, write_sitemap_index

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_a_sitemap_lists_addresses_with_the_date_of_their_content() -> None:
    entries = [
        SitemapEntry("https://example.org/?a=1&b=2", "2020-01-07"),
        SitemapEntry("https://example.org/about/"),
    ]
    root = ET.fromstring(write_sitemap(entries))
    assert [loc.text for loc in root.findall("s:url/s:loc", NAMESPACE)] == [
        "https://example.org/?a=1&b=2",
        "https://example.org/about/",
    ]
    assert [changed.text for changed in root.findall("s:url/s:lastmod", NAMESPACE)] == [
        "2020-01-07"
    ]


def test_an_index_lists_sitemaps() -> None:
    root = ET.fromstring(write_sitemap_index([SitemapEntry("https://example.org/sitemap-1.xml")]))
    assert root.tag.endswith("sitemapindex")
    assert root.find("s:sitemap/s:loc", NAMESPACE) is not None


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    text = write_robots("https://example.org/repo/sitemap.xml").decode()
    assert "Allow: /\n" in text
    assert "\nSitemap: https://example.org/repo/sitemap.xml\n" in text
