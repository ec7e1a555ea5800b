"""Permalinks of everything that has a page, and url(), which makes every link (CONTENT-MODEL.

Addresses).
"""

import re
from collections.abc import Callable
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
    address = site.base_url + _quoted(path.lstrip("/"))
    return f"{address}#{_quoted(fragment)}" if fragment else address


def relative_url(site: Site, here: str, there: str) -> str:
    """The link from one permalink to another: works at /, under /repo/ and from a folder.

    `here` is the page that holds the link; with `links: file` a folder's index.html is named.
    """
    return links_from(site, here)(there)


def links_from(site: Site, here: str) -> Callable[[str], str]:
    """What makes the relative links of one page, each as `relative_url` gives it."""
    ways: dict[str, str] = {}  # by the permalink's path: many links lead to the same page
    index = "index.html" if site.links == "file" else ""
    folders = _folders_of(here)

    def link(there: str) -> str:
        path, _, fragment = there.partition("#")
        if fragment and path == here:
            return f"#{_quoted(fragment)}"
        way = ways.get(path)
        if way is None:
            way = _way(folders, path) + (index if path.endswith("/") else "")
            way = _quoted(way) or "./"
            if ":" in way.partition("/")[0]:
                way = f"./{way}"  # what stands before the colon is a name here, not a scheme
            ways[path] = way
        return f"{way}#{_quoted(fragment)}" if fragment else way

    return link


def _folders_of(here: str) -> tuple[tuple[str, str], ...]:
    """The folders of a permalink up to the root and to nothing, each with the way up to it."""
    folder = here[: here.rfind("/") + 1]
    folders = [(folder, "")]
    while folder:
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        folders.append((folder, "../" * len(folders)))
    return tuple(folders)


def _way(folders: tuple[tuple[str, str], ...], there: str) -> str:
    """Up to the first folder that holds the other, and down to that."""
    for folder, ups in folders:
        if there.startswith(folder):
            return ups + there[len(folder) :]
    raise AssertionError  # the last folder is nothing, with which all begins


def _quoted(path: str) -> str:
    """The path or fragment as it stands in an address; most need no change."""
    return path if _PLAIN(path) else quote(path, safe=_SAFE)


def rooted_url(site: Site, there: str) -> str:
    """The link from the root of the host, for the one page that is served at any depth (404)."""
    path, _, fragment = there.partition("#")
    anchor = f"#{_quoted(fragment)}" if fragment else ""
    index = "index.html" if path.endswith("/") and site.links == "file" else ""
    return site.base_path + _quoted(path.lstrip("/")) + index + anchor
