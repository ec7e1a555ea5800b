"""Real pages in a real Chromium: a loopback server for a published folder, and what it drives."""

import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.rig.needs import ROOT, chromium, node_package, program

SCRIPTS = ROOT / "tests" / "browser"


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder under a base path and nothing outside it, as a code host's pages do."""

    def __init__(self, *args: Any, base: str, **kwargs: Any) -> None:
        self.base = base
        super().__init__(*args, **kwargs)

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
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """Serves a folder on a free port of the loopback address; gives the address of its root."""
    handler = partial(_Pages, directory=str(folder), base=base)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True, slots=True)
class Crawl:
    """What a browser met on its way through a site."""

    visited: tuple[str, ...]
    clicked: int
    problems: tuple[str, ...]


def crawl(root: str, *, pages: int, start: str = "") -> Crawl:
    """Follows the links from a site's root, or a page below it, clicking and watching.

    At most so many pages are visited. A problem is a dead link or fragment, a failed or foreign request, and anything that the
    browser complains of on its console, such as a breach of the content security policy.
    """
    report = _run("crawl.mjs", {"root": root, "start": root + start, "pages": pages})
    return Crawl(tuple(report["visited"]), report["clicked"], tuple(report["problems"]))


def barriers(addresses: Sequence[str]) -> list[str]:
    """What axe-core finds on the pages in both colour schemes, each with its page and element."""
    node_package("axe-core")
    report = _run("axe.mjs", {"addresses": list(addresses)})
    return [str(problem) for problem in report["problems"]]


def _run(script: str, wish: dict[str, object]) -> dict[str, Any]:
    """Runs a script of tests/browser with its wish as JSON; what it answers as JSON."""
    node_package("playwright-core")
    with tempfile.TemporaryDirectory(prefix="onrecord-chromium-") as profile:
        asked = {**wish, "chromium": chromium(), "profile": profile}
        ended = subprocess.run(
            [program("node", package="nodejs"), str(SCRIPTS / script)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            input=json.dumps(asked),
            timeout=240,
        )
    assert ended.returncode == 0, ended.stderr
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer
