"""Web addresses and paths as writers type them: checked in the form a browser would see them in."""

import posixpath
from html import unescape
from re import compile as pattern
from typing import Annotated
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from onrecord.read.circumstances import Circumstances
from onrecord.read.schemas.keys import LEADS_OUT, NOT_AN_ADDRESS, Reads, refusal
from onrecord.read.schemas.scalars import read_text
from onrecord.text.slugs import is_windows_device_name

CONTROLS = pattern(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
SCHEME = pattern(r"([a-z][a-z0-9+.-]*):")
PLAIN_ADDRESS = pattern(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~-]{1,80}){0,9}/?")
HOST_ALONE = pattern(r"[\w-]+(\.[\w-]+)+(/.*)?")
UNSAFE_IN_PATHS = pattern(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\\]")
UNSAFE_IN_REDIRECTS = pattern(r'[?#%:*<>|"{}\s]')
LONGEST_ADDRESS = 4000
LONGEST_NAME = 200
CONTENT = "content"


def read_web_address(value: object, circumstances: Circumstances) -> str:
    """An http or https address; what hides another scheme behind escapes is refused too."""
    text = read_text(value, circumstances)
    if problem := problem_with_web_address(text):
        told, hint = problem
        raise refusal(NOT_AN_ADDRESS, told, hint)
    return text


def problem_with_web_address(text: str) -> tuple[str, str] | None:
    """What is wrong with an address and what to type; None for an http or https address."""
    if PLAIN_ADDRESS.fullmatch(text):
        return None
    shown = text if len(text) <= 80 else f"{text[:79]}…"
    plain = CONTROLS.sub("", unquote(unescape(text))).lower()
    scheme = SCHEME.match(plain)
    if scheme is None or HOST_ALONE.fullmatch(scheme[1]):
        if HOST_ALONE.fullmatch(plain):
            return f"“{shown}” is not a full web address", f"write https://{text}"
        return f"“{shown}” is not a web address", "write it in full, as in https://example.org/page"
    if scheme[1] not in {"http", "https"}:
        told = f"an address that begins with {scheme[1]}: is not published: “{shown}”"
        return (
            told,
            "only http:// and https:// addresses are; take it out or give the page's address",
        )
    if CONTROLS.search(text) or "\\" in text:
        return f"“{shown}” holds a space or a backslash", "write a space as %20 and / for \\"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host:
        return f"“{shown}” names no host", "write it in full, as in https://example.org/page"
    if len(text) > LONGEST_ADDRESS:
        return f"the address has {len(text)} characters", f"keep it under {LONGEST_ADDRESS}"
    return None


def read_picture(value: object, circumstances: Circumstances) -> str:
    """A picture's path as typed, which leads to a file under content/."""
    text = read_text(value, circumstances)
    resolve_in_content(text, circumstances.path)
    return text


def resolve_in_content(reference: str, path: str) -> str:
    """The path below content/ that a reference in the file at `path` leads to.

    Relative to the file, or to content/ where it begins with a slash; refused where it leads out.
    """
    shown = reference if len(reference) <= 80 else f"{reference[:79]}…"
    plain = normalize("NFC", unquote(reference))
    if SCHEME.match(plain.lower()) or plain.startswith("//"):
        raise refusal(
            LEADS_OUT,
            f"“{shown}” is not a file of this site",
            "copy the picture into content/ and give its path",
        )
    if not plain or UNSAFE_IN_PATHS.search(plain):
        raise refusal(
            LEADS_OUT,
            f"“{shown}” is not a path" if plain else "the path is empty",
            "write a path with forward slashes, from this file on, or with / from content/ on",
        )
    folder = posixpath.dirname(path.removeprefix(f"{CONTENT}/"))
    joined = plain.lstrip("/") if plain.startswith("/") else posixpath.join(folder, plain)
    resolved = posixpath.normpath(joined)
    if resolved in {".", ".."} or resolved.startswith("../"):
        raise refusal(
            LEADS_OUT,
            f"“{shown}” leads out of content/",
            "keep pictures under content/; a path that begins with / starts there",
        )
    return resolved


def read_old_address(value: object, circumstances: Circumstances) -> str:
    """A former slug or path below the articles' address, without traversal."""
    text = normalize("NFC", read_text(value, circumstances)).rstrip("/")
    segments = text.split("/")
    if text.startswith("/") or SCHEME.match(text.lower()):
        hint = f"write the old slug, as in {segments[-1] or 'old-slug'}"
        raise refusal(LEADS_OUT, f"“{text or '/'}” is not a slug", hint)
    if UNSAFE_IN_PATHS.search(text) or UNSAFE_IN_REDIRECTS.search(text):
        raise refusal(
            LEADS_OUT, f"“{text}” holds characters that no address has", "write the old slug"
        )
    if any(len(segment.encode()) > LONGEST_NAME for segment in segments):
        raise refusal(LEADS_OUT, "the slug is too long for a file's name", "write the old slug")
    if any(not segment or segment[0] == "." or segment[-1] == "." for segment in segments):
        raise refusal(LEADS_OUT, f"“{text}” is not a slug", "write the old slug, as in old-slug")
    for segment in filter(is_windows_device_name, segments):
        told = f"Windows keeps the name “{segment}” for a device, so no address can hold it"
        raise refusal(LEADS_OUT, told, "take it out")
    return text


_URL = {"type": "string", "format": "uri", "pattern": "^https?://"}
_PATH = {"type": "string"}

WebAddress = Annotated[str, Reads(read_web_address, _URL)]
"""An http or https address."""
Picture = Annotated[str, Reads(read_picture, _PATH)]
"""The path of a picture, relative to the file, or from content/ on where it begins with a slash."""
OldAddress = Annotated[str, Reads(read_old_address, _PATH)]
"""A slug under which an article stood before."""
