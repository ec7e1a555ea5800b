"""What a rendered page holds that the audit judges: its links, ids, headings and pictures.

One linear scan over start tags. Most tags of our own output hold nothing to judge, or one address
or id: these the pattern passes over or takes apart by itself. All other forms of HTML are read too,
for sites that opt in to raw HTML.
"""

import re
from html import unescape

from onrecord.text.frozen import Frozen

# Possessive throughout, so that no input makes the scan go back. A tag or quotation that never
# ends takes the rest of the page, as in a browser.
_RAW_TEXT = "script|style|textarea|title|xmp|iframe|noembed"
# Attributes of ours, in which no judge is interested. Missing one here costs time and no more.
_QUIET = r"""(?:[ ](?:(?:class|rel|type|name|title|lang|dir|datetime|popover|tabindex|x|y|rx|width
                       |height|data-card|aria-label|aria-labelledby|aria-hidden|charset|property)
                      (?:="[^"]*+")?+
                     |content="(?:[^\s\d&"][^"]*+)?+"))*+"""  # without a time to go elsewhere
_TOKEN = re.compile(
    rf"""[^<]*+(?:<(?:/|(?!{_RAW_TEXT}|img)[a-z]++{_QUIET}/?+>|(?![a-zA-Z]|!--))[^<]*+)*+
        (?:<(?:!--(?s:.*?)(?:-->|\Z)
            |(?!{_RAW_TEXT}|img)(?P<own>[a-z]++[1-6]?+){_QUIET}
             (?:[ ](?P<key>id|href|src)="(?P<value>[^"]*+)"{_QUIET})?+/?+>
            |(?:(?P<raw>(?i:{_RAW_TEXT})(?=[\s/>]))|(?P<name>[a-zA-Z][^\s/>]*+))
             (?P<attributes>(?:[^"'>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+|["'])*+)
             (?P<end>>|\Z)
             (?(raw)(?P<text>[^<]*+(?:<(?!/(?i:(?P=raw))[\s/>])[^<]*+)*+)))
        |\Z)""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+"""
)
_TELLING = re.compile(r"(?i:id|href|src|poster|action|data|content)")
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
    links = scan.links
    for own, key, value, raw, name, attributes, end, text in _TOKEN.findall(html):
        if own:
            if key == "id":
                _note_id(value, scan)
            elif key:
                links[(unescape(value) if "&" in value else value).strip(_SPACES)] = None
            if own[0] == "h":
                _note_heading(own, scan)
        elif end:
            _note_tag((raw or name).lower(), attributes, scan)
            # An SVG's drawings have titles of their own, after the page's.
            if scan.title is None and raw.lower() == "title":
                scan.title = unescape(text).strip(_SPACES)
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
    _note_heading(name, scan)
    if name != "img" and not _TELLING.search(written):
        return
    attributes: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(written):
        attributes.setdefault(key.lower(), double or single or bare)
    _note_id(attributes.get("id", ""), scan)
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


def _note_heading(name: str, scan: _Scan) -> None:
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        scan.headings.append(int(name[1]))


def _note_id(written: str, scan: _Scan) -> None:
    if written:
        anchor = _resolved(written)
        (scan.duplicates if anchor in scan.ids else scan.ids)[anchor] = None


def _resolved(value: str) -> str:
    return unescape(value) if "&" in value else value
