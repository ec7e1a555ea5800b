"""A live preview as a process of its own: what it serves, what it says, how it ends."""

import asyncio
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tornado.websocket import WebSocketClientConnection

import onrecord
from onrecord.build import BuildSettings, build_site
from onrecord.publish.manifest import MANIFEST_PATH
from tests.rig.commands import ROOT, plain_environment
from tests.rig.needs import POSIX, leave_unless
from tests.rig.sites import NOW, tree

PATIENCE = 30.0  # seconds; what takes longer on a busy machine will not come
_ADDRESS = re.compile(r"^Preview at (\S+) ", re.MULTILINE)
_NO_HEADERS: Mapping[str, str] = {}
AS_HERE = {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(Path(onrecord.__file__).parents[1])}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a request."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode()


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview; `address` is that of the front page."""

    root: Path
    process: subprocess.Popen[bytes]
    log: Path
    address: str

    @property
    def output(self) -> Path:
        """Where it writes to."""
        return self.root / ".onrecord" / "preview"

    @property
    def said(self) -> str:
        """All that it said so far."""
        return self.log.read_text(encoding="utf-8")

    @property
    def port(self) -> int:
        """Where it serves."""
        port = urlsplit(self.address).port
        assert port is not None
        return port

    def get(
        self, path: str, headers: Mapping[str, str] = _NO_HEADERS, method: str = "GET"
    ) -> Answer:
        """What is at a path of this host; redirects are not followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()

    def page(self, permalink: str) -> str:
        """The text of a page of the site."""
        return self.get(self.path_of(permalink)).text

    def save(self, name: str, text: str) -> None:
        """Writes a file of the site as a plain editor does."""
        place = self.root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def wait_until_said(self, words: str, times: int = 1) -> None:
        """Waits until the terminal shows these words so many times."""
        self.wait_until(lambda: self.said.count(words) >= times, f"never said “{words}”")

    def wait_until_shown(self, words: str, permalink: str) -> float:
        """Waits until a page holds these words; gives how long that took."""
        start = time.monotonic()
        self.wait_until(
            lambda: words in self.page(permalink), f"{permalink} never showed “{words}”"
        )
        return time.monotonic() - start

    def wait_until(
        self, is_so: Callable[[], bool], else_say: str, patience: float = PATIENCE
    ) -> None:
        """Waits, but not for ever, and not for a process that has ended."""
        until = time.monotonic() + patience
        while not is_so():
            assert self.process.poll() is None, f"the preview has ended:\n{self.said}"
            assert time.monotonic() < until, f"{else_say}; it said:\n{self.said}"
            time.sleep(0.02)

    def path_of(self, permalink: str) -> str:
        """The path at which a page of the site is served."""
        return urlsplit(self.address).path.rstrip("/") + permalink

    def interrupt(self) -> float:
        """Sends Ctrl-C; gives the seconds until it ended."""
        leave_unless(*POSIX, why="Ctrl-C is a signal to one process")
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        return time.monotonic() - start


def command(root: Path, *options: str, program: Sequence[str] = ("-m", "onrecord")) -> list[str]:
    """The command line that serves a site at any free port; options may say otherwise."""
    return [sys.executable, *program, "serve", "--site", str(root), "--port", "0", *options]


@contextmanager
def previewed(
    root: Path,
    options: Sequence[str] = (),
    environment: Mapping[str, str] = _NO_HEADERS,
    program: Sequence[str] = ("-m", "onrecord"),
    patience: float = PATIENCE,
) -> Iterator[Preview]:
    """A preview of the site in a folder, ready to be asked."""
    log = root.parent / f"{root.name}-serve.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command(root, *options, program=program),
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=plain_environment({**AS_HERE, **environment}),
        )
    try:
        waiting = Preview(root, process, log, "")
        waiting.wait_until(lambda: bool(_ADDRESS.search(waiting.said)), "never was ready", patience)
        found = _ADDRESS.search(waiting.said)
        assert found is not None
        yield Preview(root, process, log, found[1])
    finally:
        process.kill()
        process.wait()


def clean_build(preview: Preview, folder: Path, *, drafts: bool = True) -> dict[str, bytes]:
    """What a build from nothing publishes of the site as it is now, asked the same."""
    settings = BuildSettings(
        root=preview.root,
        now=NOW,
        drafts=drafts,
        future=drafts,
        output=folder,
        memo=False,
        index=False,
    )
    result = build_site(settings)
    assert result.exit_code == 0, result.diagnostics
    return {path: content for path, content in tree(folder).items() if path != MANIFEST_PATH}


def message(text: str | bytes | None) -> dict[str, object]:
    """What the preview tells a browser, read."""
    assert text is not None, "the preview closed the socket"
    told: dict[str, object] = json.loads(text)
    return told


async def hang_up(connection: WebSocketClientConnection) -> None:
    """Ends a conversation and waits until its socket is closed."""
    connection.close()
    while await connection.read_message() is not None:
        pass
    await asyncio.sleep(0.01)
