"""The one writer of XML: all text is escaped, and what XML 1.0 forbids never reaches a feed."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTES = (('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;"))


def text_element(tag: str, text: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> str:
    """An element that holds text alone, or nothing."""
    opened, escaped = f"<{tag}{_written(attributes)}", _escaped(text)
    return f"{opened}>{escaped}</{tag}>" if escaped else f"{opened} />"


def element(
    tag: str,
    elements: Iterable[str],
    attributes: Mapping[str, str] = NO_ATTRIBUTES,
    *,
    depth: int = 0,
) -> str:
    """An element that holds others, one a line; `depth` is how deep it stands in its document."""
    opened = f"<{tag}{_written(attributes)}"
    line = f"\n{' ' * depth}"
    inside = "".join(f"{line} {held}" for held in elements)
    return f"{opened}>{inside}{line}</{tag}>" if inside else f"{opened} />"


def document(root: str) -> bytes:
    """The document of this element, as UTF-8 with its declaration."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n'.encode()


def _written(attributes: Mapping[str, str]) -> str:
    written = ""
    for name, value in attributes.items():
        escaped = _escaped(value)
        for char, reference in _IN_ATTRIBUTES:
            escaped = escaped.replace(char, reference)
        written += f' {name}="{escaped}"'
    return written


def _escaped(text: str) -> str:
    legal = _ILLEGAL.sub("", text)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
