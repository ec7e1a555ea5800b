"""livereload's server with the preview's own pages, for the browsers of this machine."""

import errno
import socket
from typing import Any
from weakref import WeakSet

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import httpserver, netutil, web
from tornado.iostream import IOStream

from onrecord.preview.addresses import OWN
from onrecord.preview.pages import OwnFiles, Pages
from onrecord.preview.readers import Reader, Reception

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

_PORTS_TRIED = 20
_MOST_AT_ONCE = 500  # connections
_PATIENCE = 60.0  # seconds without a word of a visitor who listens to nothing
_LARGEST_MESSAGE = 100_000
_IN_USE = {errno.EADDRINUSE, errno.EACCES}


class NoFreePort(OSError):  # noqa: N818 - named for what it is
    """Neither the port that was asked for nor those after it are free."""


class PreviewServer(Server):  # type: ignore[misc] # livereload has no types
    """Serves the preview. Of livereload's own addresses none is there: they trust everybody."""

    def __init__(self, reception: Reception, watcher: Watcher) -> None:
        super().__init__(watcher=watcher)
        self._reception = reception
        self._server: httpserver.HTTPServer | None = None

    def get_web_handlers(self, script: object = None) -> list[Any]:
        """The preview's own files, its socket, and the pages of the site."""
        del script  # livereload's own stands in the page, where the page's policy forbids it
        told = {"served": self._reception}
        return [
            (f"{OWN}livereload", Reader, told),
            (f"{OWN}(.*)", OwnFiles, told),
            (r"/?(.*)", Pages, told),  # also what does not begin with a slash is to pass the gate
        ]

    def listen(self, sockets: list[socket.socket]) -> None:
        """Begin to serve and to watch."""
        LiveReloadHandler.watcher = self.watcher
        application = web.Application(
            self.get_web_handlers(),
            websocket_max_message_size=_LARGEST_MESSAGE,
            log_function=lambda _answer: None,
        )
        self._server = _Reached(
            application, idle_connection_timeout=_PATIENCE, body_timeout=_PATIENCE
        )
        self._server.add_sockets(sockets)
        self.watcher.start(None)

    def end(self) -> None:
        """Take no more visitors."""
        if self._server is not None:
            self._server.stop()


class _Reached(httpserver.HTTPServer):
    """Takes so many visitors at once that the system has files left to build with."""

    def initialize(self, *args: Any, **options: Any) -> None:
        """As tornado does."""
        super().initialize(*args, **options)
        self._streams: WeakSet[IOStream] = WeakSet()
        self._most = min(_MOST_AT_ONCE, _files_allowed() // 2)

    def handle_stream(self, stream: IOStream, address: Any) -> None:  # noqa: ANN401 - as tornado says
        """A visitor comes; one too many is sent away."""
        if sum(not known.closed() for known in self._streams) >= self._most:
            stream.close()
            return
        self._streams.add(stream)
        super().handle_stream(stream, address)


def _files_allowed() -> int:
    """How many files this process may have open at once."""
    if resource is None:
        return 2 * _MOST_AT_ONCE
    allowed = int(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    return 2 * _MOST_AT_ONCE if allowed == resource.RLIM_INFINITY else allowed


def bind(port: int, host: str) -> list[socket.socket]:
    """Sockets at that port or the next that is free; who comes before they are served waits.

    Raises NoFreePort where none is, other OSErrors for a host that is none of this machine's.
    """
    last = min(port + _PORTS_TRIED, 65536) if port else 1
    for tried in range(port, last):
        try:
            return netutil.bind_sockets(tried, address=host)
        except OSError as error:
            if error.errno not in _IN_USE:
                raise
    raise NoFreePort(errno.EADDRINUSE, f"ports {port} to {last - 1} are all taken")
