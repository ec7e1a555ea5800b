"""A loopback server for a published folder, as a code host serves it.

As GitHub Pages does, text is sent gzipped to whoever takes that, everything may be kept for ten
minutes, and a dead address is answered with the site's 404.html. Other than there, it speaks
HTTP/1.0 without encryption, so every file is a connection of its own.
"""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

_KEPT = "max-age=600"
_GZIPPED = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
_NO_HEADERS: Mapping[str, str] = {}


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder under a base path and nothing outside it, as a code host's pages do."""

    def __init__(self, *args: Any, base: str, headers: Mapping[str, str], **kwargs: Any) -> None:
        self.base = base
        self.headers_added = headers
        super().__init__(*args, **kwargs)

    def send_head(self) -> BinaryIO | BytesIO | None:
        """Headers of the answer, and its body: gzipped where it is text and the reader takes it."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        accepted = self.headers.get("Accept-Encoding", "")
        if path.suffix not in _GZIPPED or "gzip" not in accepted or not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def end_headers(self) -> None:
        """Adds what every answer carries."""
        self.send_header("Cache-Control", _KEPT)
        for name, value in self.headers_added.items():
            self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """The file of an address below the base path."""
        below = urlsplit(path).path
        if not below.startswith(self.base):
            return str(Path(self.directory) / "outside-the-base-path")
        return super().translate_path(f"/{below.removeprefix(self.base)}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404.html, as hosts do."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Says nothing: a test reads what the browser saw."""


@contextmanager
def served(
    folder: Path, base: str = "/", *, headers: Mapping[str, str] = _NO_HEADERS
) -> Iterator[str]:
    """Serves a folder on a free port of the loopback address; gives the address of its root.

    `headers` are added to every answer.
    """
    handler = partial(_Pages, directory=str(folder), base=base, headers=headers)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
