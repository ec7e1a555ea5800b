"""The full address of the published site, from site.yaml or the command line."""

from re import compile as pattern
from urllib.parse import urlsplit

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.text.source import Span

HOST = pattern(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\]")
PATH = pattern(r"(/[A-Za-z0-9._~!$&'()*+,;=:@-]+)*/?")
PAGE = pattern(r"/[^/]+\.html?$")
EXAMPLE = "write the full address, as in https://user.github.io/repo/"


def read_base_url(text: str, span: Span | None) -> Outcome[str | None]:
    """The address with a slash at its end; None, and what to write, where it is not usable."""
    proposed = _corrected(text)
    if proposed is not None and proposed == f"{text.rstrip('/')}/":
        return Outcome(proposed)
    said = "the address given with --base-url" if span is None else "`base_url`"
    hint = f"write {proposed}" if proposed else EXAMPLE
    return Outcome(None, (_unusable(f"{said}: {_trouble(text)}", span, hint),))


def host_of(base_url: str) -> str:
    """The name of the machine in an address."""
    return base_url.split("://", 1)[1].partition("/")[0].partition(":")[0]


def _corrected(text: str) -> str | None:
    """The address that was probably meant, whole and with a slash at its end; or None."""
    whole = text.strip()
    if "://" not in whole and not whole.startswith(("/", "mailto:", "file:", "javascript:")):
        whole = f"https://{whole}"
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not HOST.fullmatch(host):
        return None
    path = PAGE.sub("/", parts.path)
    segments = [part for part in path.split("/") if part]
    path = f"/{'/'.join(segments)}/" if segments else "/"
    if not PATH.fullmatch(path) or any(part in {".", ".."} for part in segments):
        return None
    authority = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{authority}{path}"


def _trouble(text: str) -> str:
    lowered = text.lower()
    if not lowered.startswith(("http://", "https://")):
        return f"“{text}” does not begin with https:// or http://"
    for sign, name in (
        ("?", "a query"),
        ("#", "a fragment"),
        ("@", "a user's name"),
        (" ", "a space"),
    ):
        if sign in text:
            return f"“{text}” holds {name}"
    return f"“{text}” is not the address of a folder"


def _unusable(message: str, span: Span | None, hint: str) -> Diagnostic:
    return diagnose("OR702", message, span, hint=hint)
