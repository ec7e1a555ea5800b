"""The browsers that show a page of the preview: what each is told, over livereload's socket."""

import json
from asyncio import Future
from contextlib import suppress
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler
from tornado.websocket import WebSocketClosedError

from onrecord.preview.pages import Served, guard_headers, turn_away

_HELLO = {
    "command": "hello",
    "protocols": ["http://livereload.com/protocols/official-7"],
    "serverName": "onrecord",
}


class Reception(Served, Protocol):
    """What browsers need to know of the preview, and the preview of them."""

    def greet(self, reader: "Reader", number: int, session: str) -> None:
        """A browser shows a page that was served after so many builds."""

    def part_from(self, reader: "Reader") -> None:
        """A browser is gone."""


class Reader(LiveReloadHandler):  # type: ignore[misc] # livereload has no types
    """One browser that shows a page; `path` is that of the page's address.

    `front` says when its tab was last in front, by the browser's clock.
    """

    path = ""
    front = 0.0
    reception: Reception

    def initialize(self, served: Reception) -> None:
        """Tell that preview of it."""
        self.reception = served

    def set_default_headers(self) -> None:
        """As for pages."""
        guard_headers(self)

    def prepare(self) -> None:
        """Nobody from elsewhere comes in."""
        turn_away(self, self.reception)

    def check_origin(self, origin: str) -> bool:
        """Only the preview's own pages listen."""
        return self.reception.gate.admits_origin(origin, self.request.headers.get("Host", ""))

    def on_message(self, message: str | bytes) -> None:
        """The handshake of livereload's protocol: hello, hello, info."""
        told = _read(message)
        if told.get("command") == "hello":
            self.tell(_HELLO)
        elif told.get("command") == "info":
            self.path = _path_of(told.get("url"))
            self.front = _moment_of(told)
            number, session = told.get("number"), told.get("session")
            self.reception.greet(
                self,
                number if isinstance(number, int) else -1,
                session if isinstance(session, str) else "",
            )

        elif told.get("command") == "front":
            self.front = _moment_of(told)

    def on_close(self) -> None:
        """It shows no page any more."""
        self.reception.part_from(self)

    def tell(self, message: dict[str, Any]) -> None:
        """Send a message, if anybody is still there."""
        with suppress(WebSocketClosedError):
            self.write_message(json.dumps(message)).add_done_callback(_heard)


def _heard(sent: "Future[None]") -> None:
    """A browser that left meanwhile is none of our concern."""
    if not sent.cancelled():
        sent.exception()


def _read(message: str | bytes) -> dict[str, Any]:
    """What a message says; nothing where it is none."""
    try:
        told = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _moment_of(told: dict[str, Any]) -> float:
    moment = told.get("front")
    return moment if isinstance(moment, int | float) else 0.0


def _path_of(url: object) -> str:
    try:
        return unquote(urlsplit(url).path) if isinstance(url, str) else ""
    except ValueError:
        return ""
