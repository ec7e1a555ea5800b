"""Permalinks of everything that has a page, and url(), which makes every link (CONTENT-MODEL.

Addresses).
"""

import re
from urllib.parse import quote

from onrecord.model import Article, Site

_SAFE = "/:@!$&'()*+,;=~-._"
_PLAIN = re.compile(r"[\w/.~-]*", re.ASCII).fullmatch


def briefing_address(site: Site, article: Article) -> str:
    """A briefing, by the site's permalink pattern; dates are those of the site's zone."""
    at = article.date.at
    day = article.date.earliest if at is None else at.astimezone(site.zone).date()
    return site.permalinks.format(
        slug=article.slug, year=f"{day.year:04}", month=f"{day.month:02}", day=f"{day.day:02}"
    )


def actor_address(actor: str) -> str:
    """An actor's page."""
    return f"/actors/{actor}/"


def source_address(source: str) -> str:
    """A source's page."""
    return f"/sources/{source}/"


def topic_address(topic: str) -> str:
    """A topic's page."""
    return f"/topics/{topic}/"


def plain_page_address(slug: str) -> str:
    """A plain page."""
    return f"/{slug}/"


def asset_address(path: str) -> str:
    """A file of content/."""
    return f"/media/{path}"


def quote_anchor(quote: str) -> str:
    """The anchor of a quote in its briefing's text."""
    return f"q-{quote}"


def record_anchor(key: str) -> str:
    """The anchor of a quote's record on any page but its briefing's."""
    article, _, quote_id = key.partition("#")
    return f"r-{article}--{quote_id}"


def absolute_url(site: Site, permalink: str) -> str:
    """The full address of a permalink, for feeds, canonicals and sitemaps."""
    path, _, fragment = permalink.partition("#")
    address = site.base_url + quote(path.lstrip("/"), safe=_SAFE)
    return f"{address}#{quote(fragment, safe=_SAFE)}" if fragment else address


def relative_url(site: Site, here: str, there: str) -> str:
    """The link from one permalink to another: works at /, under /repo/ and from a folder.

    `here` is the page that holds the link; with `links: file` a folder's index.html is named.
    """
    path, _, fragment = there.partition("#")
    anchor = f"#{_quoted(fragment)}" if fragment else ""
    if path == here and anchor:
        return anchor
    link = _way(here, path)
    if path.endswith("/") and site.links == "file":
        link += "index.html"
    quoted = _quoted(link) or "./"
    if ":" in quoted.partition("/")[0]:
        quoted = f"./{quoted}"  # what stands before the colon is a name here, not a scheme
    return quoted + anchor


def _way(here: str, there: str) -> str:
    """From the folder of one path up to the first that holds the other, and down to that."""
    folder = here[: here.rfind("/") + 1]
    ups = 0
    while not there.startswith(folder):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        ups += 1
    return "../" * ups + there[len(folder) :]


def _quoted(path: str) -> str:
    """The path or fragment as it stands in an address; most need no change."""
    return path if _PLAIN(path) else quote(path, safe=_SAFE)


def rooted_url(site: Site, there: str) -> str:
    """The link from the root of the host, for the one page that is served at any depth (404)."""
    path, _, fragment = there.partition("#")
    anchor = f"#{quote(fragment, safe=_SAFE)}" if fragment else ""
    index = "index.html" if path.endswith("/") and site.links == "file" else ""
    return site.base_path + quote(path.lstrip("/"), safe=_SAFE) + index + anchor
