"""What a rendered page holds that the audit judges: its links, ids, headings and pictures.

One linear scan over start tags. Our own output has double-quoted attributes; the other forms of
HTML are read too, for sites that opt in to raw HTML.
"""

import re
from html import unescape

from onrecord.text.frozen import Frozen

# Possessive throughout, so that no input makes the scan go back. A tag or quotation that never
# ends takes the rest of the page, as in a browser.
_TOKEN = re.compile(
    r"""<(?:!--(?s:.*?)(?:-->|\Z)
        |(?P<name>[a-zA-Z][^\s/>]*+)
         (?P<attributes>(?:[^"'>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+|["'])*+)
         (?P<end>>|\Z))""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+"""
)
_TELLING = re.compile(r"(?i:id|href|src|poster|action|data|content)")
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed"})
_LINKING = ("href", "src", "poster", "action", "data", "xlink:href")
_REFRESHED = re.compile(r"^\s*\d+\s*[;,]\s*url\s*=\s*(['\"]?)(.*)\1\s*$", re.IGNORECASE)
_CANDIDATE = re.compile(  # of a srcset: an address and, after a space, its size
    r"[\s,]*+(\S*[^\s,])(?:,+|\s[^,]*+|$)"
)
_SPACES = "\t\n\f\r "


class PageFacts(Frozen):
    """One page as it will be published.

    `links` are the addresses of attributes as written (with character references resolved), each
    once, in order; `images_without_alt` the addresses of pictures that lack the attribute;
    `headings` the levels in order; `size` the bytes.
    """

    permalink: str
    path: str
    title: str
    ids: tuple[str, ...]
    duplicate_ids: tuple[str, ...]
    links: tuple[str, ...]
    images_without_alt: tuple[str, ...]
    headings: tuple[int, ...]
    size: int


class _Scan:
    """What has been seen so far of one page; dicts keep first-seen order."""

    __slots__ = ("duplicates", "headings", "ids", "images_without_alt", "links", "title")

    def __init__(self) -> None:
        self.title: str | None = None
        self.ids: dict[str, None] = {}
        self.duplicates: dict[str, None] = {}
        self.links: dict[str, None] = {}
        self.images_without_alt: list[str] = []
        self.headings: list[int] = []


def read_page_facts(permalink: str, path: str, html: str, size: int) -> PageFacts:
    """The facts of a page, from its finished HTML."""
    scan = _Scan()
    position = 0
    while token := _TOKEN.search(html, position):
        position = token.end()
        name = token["name"]
        if name is None:
            continue
        if not token["end"]:
            break
        name = name.lower()
        _note_tag(name, token["attributes"], scan)
        if name in _RAW_TEXT:
            position = _end_of_raw_text(name, html, position, scan)
    return PageFacts(
        permalink=permalink,
        path=path,
        title=scan.title or "",
        ids=tuple(scan.ids),
        duplicate_ids=tuple(scan.duplicates),
        links=tuple(scan.links),
        images_without_alt=tuple(scan.images_without_alt),
        headings=tuple(scan.headings),
        size=size,
    )


def _note_tag(name: str, written: str, scan: _Scan) -> None:
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        scan.headings.append(int(name[1]))
    if name != "img" and not _TELLING.search(written):
        return
    attributes: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(written):
        attributes.setdefault(key.lower(), double or single or bare)
    if anchor := attributes.get("id"):
        anchor = _resolved(anchor)
        (scan.duplicates if anchor in scan.ids else scan.ids)[anchor] = None
    for key in _LINKING:
        if key in attributes and not (key == "data" and name != "object"):
            scan.links[_resolved(attributes[key]).strip(_SPACES)] = None
    for key in ("srcset", "imagesrcset"):
        if key in attributes:
            scan.links.update(dict.fromkeys(_CANDIDATE.findall(_resolved(attributes[key]))))
    if name == "meta" and (to := _REFRESHED.match(_resolved(attributes.get("content", "")))):
        scan.links[to[2]] = None
    if name == "img" and "alt" not in attributes:
        scan.images_without_alt.append(_resolved(attributes.get("src", "")))


def _end_of_raw_text(name: str, html: str, start: int, scan: _Scan) -> int:
    """Where the text of a script, style or title ends: markup in it is none."""
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, start)
    end = closing.start() if closing else len(html)
    # An SVG's drawings have titles of their own, after the page's.
    if name == "title" and scan.title is None:
        scan.title = unescape(html[start:end]).strip(_SPACES)
    return end


def _resolved(value: str) -> str:
    return unescape(value) if "&" in value else value
