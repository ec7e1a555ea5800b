"""The pages of the preview as browsers get them, and the preview's own files."""

from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from re import IGNORECASE
from re import compile as pattern
from typing import Any, Protocol

from livereload.handlers import StaticFileHandler
from tornado import web

from onrecord.disk.files import UnsafePath, safe_path
from onrecord.preview.addresses import NOT_FOUND, OWN, wanted_at
from onrecord.preview.gate import Gate
from onrecord.search.index import FOLDER as INDEX

CLIENT = Path(__file__).parent / "client"
_OWN_FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}
_HEAD_ENDS = pattern(rb"</head\s*>|<body", IGNORECASE)
_POLICY = pattern(rb"<meta\s[^>]*Content-Security-Policy[^>]*>", IGNORECASE)
_CONNECT = pattern(rb"connect-src (?!'none')([^;\"]*)")
_CONNECT_NONE = pattern(rb"connect-src 'none'\s*;?\s*")
_CONTENT = pattern(rb"(content\s*=\s*\")([^\"]*)(\")", IGNORECASE)
_SEARCH_BEGINS = f"{INDEX}/pagefind.js"
_NOTHING = b"Nothing is built yet"
_EMPTY = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title></head>'
    b"<body><p>%s</p></body></html>"
)


class Served(Protocol):
    """What pages need to know of the preview."""

    folder: Path
    gate: Gate
    base: str
    session: str
    number: int
    """How many builds there were."""

    def miss(self, file: str) -> None:
        """See to it that a file which was asked for is there again, if it should be."""

    async def be_searchable(self) -> None:
        """See to it that the search finds what the site now holds."""


class _Guarded(web.RequestHandler):
    """Answers only whom the gate lets in; what it answers is never kept by anyone."""

    served: Served

    def initialize(self, served: Served) -> None:
        self.served = served

    def set_default_headers(self) -> None:
        guard_headers(self)

    def prepare(self) -> None:
        turn_away(self, self.served)


def guard_headers(answer: web.RequestHandler) -> None:
    """The headers that every answer carries."""
    answer.clear_header("Server")
    answer.set_header("Cache-Control", "no-store")
    answer.set_header("X-Content-Type-Options", "nosniff")
    answer.set_header("Cross-Origin-Resource-Policy", "same-origin")
    answer.set_header("X-Frame-Options", "SAMEORIGIN")


def turn_away(answer: web.RequestHandler, served: Served) -> None:
    """End a request that the gate refuses."""
    refusal = served.gate.refuses(answer.request.headers)
    if refusal:
        answer.set_status(HTTPStatus.FORBIDDEN)
        answer.set_header("Content-Type", "text/plain; charset=utf-8")
        answer.finish(f"{refusal}\n")


class OwnFiles(_Guarded):
    """The preview's own script and style."""

    def get(self, name: str) -> None:
        """One of them."""
        if name not in _OWN_FILES:
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        self.set_header("Content-Type", f"{_OWN_FILES[name]}; charset=utf-8")
        self.finish((CLIENT / name).read_bytes())

    def write_error(self, status_code: int, **_: Any) -> None:
        """A line, never what went wrong inside."""
        self.finish(f"{status_code}\n")


class Pages(StaticFileHandler):  # type: ignore[misc] # livereload has no types
    """The files of the site below its base path; pages carry the preview's script."""

    def initialize(self, served: Served) -> None:
        """Serve what lies in the preview's folder."""
        super().initialize(str(served.folder))
        self.served = served

    def set_default_headers(self) -> None:
        """Nothing is kept by a browser."""
        guard_headers(self)

    def prepare(self) -> None:
        """Nobody from elsewhere comes in."""
        turn_away(self, self.served)

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 - as tornado calls it
        """The file at an address, where it leads, or the page for addresses that lead nowhere."""
        wanted = wanted_at(f"/{path}", self.served.base)
        if wanted.moved_to:
            self.redirect(wanted.moved_to)
            return
        if wanted.file == _SEARCH_BEGINS:
            await self.served.be_searchable()
        place = self._place(wanted.file)
        if place is not None and place.is_dir():
            self.redirect(f"{self.request.path}/")
        elif place is None:
            self.served.miss(wanted.file)
            self._page(NOT_FOUND, HTTPStatus.NOT_FOUND, is_sent=include_body)
        elif wanted.file.endswith(".html"):
            self._page(wanted.file, HTTPStatus.OK, is_sent=include_body)
        else:
            await super().get(wanted.file, include_body)

    async def head(self, path: str) -> None:
        """The same without what it says."""
        await self.get(path, include_body=False)

    def compute_etag(self) -> None:
        """None: nothing is kept by a browser."""

    @classmethod
    def get_content_modified_time(cls, abspath: str) -> datetime:
        """When the file was last written."""
        return datetime.fromtimestamp(int(Path(abspath).stat().st_mtime), UTC)

    def write_error(self, status_code: int, **_: Any) -> None:
        """A line, never what went wrong inside."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")

    def _place(self, file: str) -> Path | None:
        if not file:
            return None
        try:
            return safe_path(self.served.folder, file)
        except (OSError, UnsafePath, ValueError):
            return None

    def _read(self, file: str) -> bytes:
        place = self._place(file)
        try:
            return b"" if place is None else place.read_bytes()
        except OSError:  # it went this moment
            return b""

    def _page(self, file: str, status: HTTPStatus, *, is_sent: bool) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        html = self._read(file)
        if not html:
            html = _EMPTY % (_NOTHING, _NOTHING)
            self.served.miss(file)
        html = with_script(html, self.served.session, self.served.number)
        self.set_header("Content-Length", str(len(html)))
        self.finish(html if is_sent else None)


def with_script(html: bytes, session: str, number: int) -> bytes:
    """A page with the preview's script, which its own policy then lets listen to the preview."""
    tag = f'<script src="{OWN}preview.js" data-session="{session}" data-number="{number}"></script>'
    html = _POLICY.sub(lambda found: _CONTENT.sub(_admitting, found[0]), html, count=1)
    end = _HEAD_ENDS.search(html)
    at = end.start() if end else 0
    return html[:at] + tag.encode() + html[at:]


def _admitting(found: Any) -> bytes:  # noqa: ANN401 - a match of bytes
    """The content of a policy that lets a page ask its own origin."""
    before, policy, after = found.groups()
    policy = _CONNECT_NONE.sub(b"", policy)
    if _CONNECT.search(policy):
        admitted = _CONNECT.sub(lambda one: b"connect-src 'self' " + one[1], policy)
        return bytes(before + admitted.replace(b"'self' 'self'", b"'self'") + after)
    return bytes(before + policy.rstrip(b"; ") + b"; connect-src 'self'" + after)
