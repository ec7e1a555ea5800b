"""From the moment an article is saved until a browser gets it: what a preview needs.

Each generator serves once and several saves follow one another, for to start it takes as long as a
build. A page is asked for every few milliseconds, as by an impatient reader.
"""

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http.client import HTTPException
from typing import BinaryIO, Self

from benchmarks.measure import Cost, FailedCommand, environment, median
from benchmarks.scenarios import Site
from benchmarks.tree import TreeMemory, seconds_used_by, tree_of

_EVERY = 0.01  # seconds between two looks at the page
_QUIET = 0.5  # seconds in which a server that has done its work uses next to no time
_IDLE = 0.03  # of these, for watching
_PATIENCE = 1800.0  # seconds
_FIRST_EDITION = 1000  # of the articles saved here; those below are of other scenarios

NO_COMMAND = "no such command yet"


class NeverShown(RuntimeError):  # noqa: N818 - named for what it is
    """A server did not show what was saved."""


def can_serve(site: Site) -> bool:
    """Whether the generator has a command that serves."""
    command, *_ = site.generator.serve(0)
    asked = [*site.generator.program, command, "--help"]
    answer = subprocess.run(asked, capture_output=True, check=False, env=environment())
    return answer.returncode == 0


def saved_while_serving(site: Site, runs: int, *, is_retitled: bool = False) -> Cost | str:
    """The median of so many saves, or why there is none.

    Each gives a briefing another sentence, or another title, which other pages show too.
    """
    if not can_serve(site):
        return NO_COMMAND
    with _serving(site) as server:
        return median(
            [
                server.show_edition(_FIRST_EDITION + number, is_retitled=is_retitled)
                for number in range(runs)
            ]
        )


@dataclass(frozen=True, slots=True)
class _Server:
    """A generator that serves a site."""

    site: Site
    process: subprocess.Popen[bytes]
    address: str
    log: BinaryIO

    def wait_until_ready(self) -> Self:
        """Served is the page that will change, and nothing is left to do."""
        self._wait_for(self.site.corpus.briefing(self.site.corpus.size // 2).title)
        self._wait_until_quiet()
        return self

    def show_edition(self, edition: int, *, is_retitled: bool) -> Cost:
        """Saves an article and waits for its page; the time used is all that the save caused."""
        briefing = self.site.corpus.briefing(self.site.corpus.size // 2, edition)
        words = f"Edition {edition} of this briefing"
        if is_retitled:
            words = f"{briefing.title}, take {edition}"
            briefing = replace(briefing, title=words)
        used = seconds_used_by(self.process.pid)
        with TreeMemory(self.process.pid, alone=True) as tree:
            start = time.perf_counter()
            self.site.generator.write_briefing(briefing, self.site.folder)
            self._wait_for(words)
            wall = time.perf_counter() - start
            self._wait_until_quiet()
        return Cost(wall, seconds_used_by(self.process.pid) - used, tree.peak)

    def _wait_for(self, words: str) -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if words in self._page():
                return
            if self.process.poll() is not None:
                self.log.seek(0)
                raise FailedCommand(
                    self.site.generator.program, self.process.returncode, self.log.read()
                )
            time.sleep(_EVERY)
        message = f"{self.site.generator.name} never showed “{words}” at {self.address}"
        raise NeverShown(message)

    def _page(self) -> str:
        # While it builds, a server may refuse, close, or have no page.
        with (
            contextlib.suppress(OSError, HTTPException),
            urllib.request.urlopen(self.address, timeout=10) as answer,  # noqa: S310
        ):
            return str(answer.read().decode("utf-8", "replace"))
        return ""

    def _wait_until_quiet(self) -> None:
        before = seconds_used_by(self.process.pid)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            time.sleep(_QUIET)
            after = seconds_used_by(self.process.pid)
            if after - before <= _IDLE:
                return
            before = after


@contextlib.contextmanager
def _serving(site: Site) -> Iterator[_Server]:
    port = _free_port()
    slug = site.corpus.briefing(site.corpus.size // 2).slug
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [*site.generator.program, *site.generator.serve(port)],
            cwd=site.folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            server = _Server(site, process, f"http://localhost:{port}/briefings/{slug}/", log)
            yield server.wait_until_ready()
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a server and all that it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for one in tree_of(process.pid) or [process.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
