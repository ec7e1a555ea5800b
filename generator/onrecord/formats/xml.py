"""The one writer of XML text: characters that XML 1.0 forbids never reach a feed."""

import re
from xml.etree import ElementTree as ET

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without the characters that make an XML document unreadable."""
    return _ILLEGAL.sub("", text)


def add_text(parent: ET.Element, tag: str, text: str, **attributes: str) -> ET.Element:
    """A new child element that holds this text, escaped once by the writer of the document."""
    clean = {name: xml_text(value) for name, value in attributes.items()}
    child = ET.SubElement(parent, tag, clean)
    child.text = xml_text(text)
    return child


def xml_bytes(root: ET.Element) -> bytes:
    """The document as UTF-8 with its declaration, one element a line."""
    ET.indent(root, space=" ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()
