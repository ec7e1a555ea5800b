"""Settings of the benchmark's site of Pelican, as somebody who knows it well would have them.

Actors are its authors and topics its tags, which have pages and feeds by themselves.
"""

import json
from pathlib import Path

SITENAME = "The Benchmark Post"
SITEURL = "https://post.example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%-d %B %Y"

PATH = "content"
ARTICLE_PATHS = ["briefings"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
OUTPUT_PATH = "public"
DELETE_OUTPUT_DIRECTORY = False

THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["newsroom"]

# No metadata is Markdown, and no extension is loaded that no article needs.
FORMATTED_FIELDS: list[str] = []
MARKDOWN = {
    "extensions": ["markdown.extensions.meta", "markdown.extensions.footnotes"],
    "output_format": "html5",
}
FILENAME_METADATA = r"(?P<slug>.+)"
WITH_FUTURE_DATES = False
# What was read stays known from one build to the next.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
GZIP_CACHE = False

ARTICLE_URL = "briefings/{slug}/"
ARTICLE_SAVE_AS = "briefings/{slug}/index.html"
AUTHOR_URL = "actors/{slug}/"
AUTHOR_SAVE_AS = "actors/{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "archives", "authors", "tags", "sources", "sitemap"]
INDEX_SAVE_AS = "index.html"
ARCHIVES_SAVE_AS = "briefings/index.html"
ARCHIVES_URL = "briefings/"
AUTHORS_SAVE_AS = "actors/index.html"
AUTHORS_URL = "actors/"
TAGS_SAVE_AS = "topics/index.html"
TAGS_URL = "topics/"
SOURCES_SAVE_AS = "sources/index.html"
SOURCES_URL = "sources/"
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = False

FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
FEED_ALL_RSS = "feed.xml"
AUTHOR_FEED_RSS = "actors/{slug}/feed.xml"
RSS_FEED_SUMMARY_ONLY = False
FEED_MAX_ITEMS = 20

_DATA = Path(__file__).parent / "data"
ACTORS = json.loads((_DATA / "actors.json").read_text(encoding="utf-8"))
SOURCES = json.loads((_DATA / "sources.json").read_text(encoding="utf-8"))
