"""Records become bytes, one file a format: feeds, sitemap, robots, files for hosts, linked data."""

from onrecord.formats.host_files import write_headers, write_redirects
from onrecord.formats.json_ld import Json, Node, source_for_policy, within_script, write_json_ld
from onrecord.formats.robots import write_robots
from onrecord.formats.rss import FeedCategory, FeedChannel, FeedItem, write_rss
from onrecord.formats.sitemap import SitemapEntry, write_sitemap, write_sitemap_index

__all__ = [
    "FeedCategory",
    "FeedChannel",
    "FeedItem",
    "Json",
    "Node",
    "SitemapEntry",
    "source_for_policy",
    "within_script",
    "write_headers",
    "write_json_ld",
    "write_redirects",
    "write_robots",
    "write_rss",
    "write_sitemap",
    "write_sitemap_index",
]
