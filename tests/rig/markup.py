"""What a browser makes of a page or a feed: elements, attributes and addresses that may do harm."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import html5lib

from tests.rig.hostile_site import ELEMENT

_LOADS = frozenset(
    {"script", "iframe", "object", "embed", "style", "base", "form", "frame", "math"}
)
_ADDRESSES = frozenset(
    "href src action formaction poster data cite srcset background ping manifest".split()
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20]+")
_PUBLISHED = frozenset({"http", "https", "mailto", "tel"})
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def harm_in_page(html: str) -> list[str]:
    """What a whole page holds that no text may bring about, as a browser parses it."""
    return list(_harm(html5lib.parse(html, namespaceHTMLElements=False), may_load=True))


def harm_in_fragment(html: str) -> list[str]:
    """The same of the HTML in a feed, where nothing is loaded."""
    return list(_harm(html5lib.parseFragment(html, namespaceHTMLElements=False), may_load=False))


def harm_in_feed(feed: bytes) -> list[str]:
    """The same of every text of a feed that a reader may take for HTML."""
    channel = ET.fromstring(feed)
    found = []
    for element in channel.iter():
        if element.tag == _CONTENT and element.text:
            found += harm_in_fragment(element.text)
        for name, value in element.attrib.items():
            found += _harm_in_address(name, value)
        if element.tag in {"link", "url", "docs", "comments"} and element.text:
            found += _harm_in_address("href", element.text)
    return found


def _harm(root: ET.Element, *, may_load: bool) -> Iterator[str]:
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            yield f"a comment: {element.text}"
            continue
        is_ours = tag == "script" and _is_our_script(element) and may_load
        if tag == ELEMENT or (tag in _LOADS and not is_ours):
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "autofocus", "formaction"}:
                yield f"<{tag} {name}={value!r}>"
            yield from _harm_in_address(name, value)
        if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield from _harm_in_address("href", element.get("content", "").partition("url=")[2])


def _is_our_script(element: ET.Element) -> bool:
    if element.get("type") == "application/ld+json":
        return "<" not in (element.text or "")
    return element.get("src", "").endswith("site.js") and not element.text


def _harm_in_address(name: str, value: str) -> Iterator[str]:
    if name.rpartition("}")[2] not in _ADDRESSES:
        return
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", value))
    if scheme and scheme[1].lower() not in _PUBLISHED:
        yield f"{name}={value!r}"
