"""The words of a body without its markup, as a search reads them."""

import re
from html import unescape

from onrecord.annotate.body import Body

# Stops at the next "<", so that no input makes the scan go back.
_TAG = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_WITHIN_WORDS = frozenset(
    "a abbr b bdi bdo cite code del em i ins kbd mark q s samp small span strong sub sup time u var"
    " wbr".split()
)
_UNREAD = frozenset({"script", "style", "template"})


def plain_text(body: Body) -> str:
    """The text in one line; what an element of its own holds is set off by a space."""
    html = "".join(piece for piece in body.pieces if isinstance(piece, str))
    words: list[str] = []
    position = 0
    while tag := _TAG.search(html, position):
        words.append(html[position : tag.start()])
        position = tag.end()
        name = (tag[2] or "").lower()
        if not name:
            position = _after(html, "-->", position)
        elif name in _UNREAD and not tag[1]:
            position = _after(html, ">", _after(html, f"</{name}", position))
        elif name not in _WITHIN_WORDS:
            words.append(" ")
    words.append(html[position:])
    return " ".join(unescape("".join(words)).split())


def _after(html: str, ending: str, start: int) -> int:
    found = html.find(ending, start)
    return len(html) if found < 0 else found + len(ending)
