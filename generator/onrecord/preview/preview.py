"""The live preview: a site is built after each save, and the browsers that show it are told."""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from os.path import isfile
from queue import SimpleQueue
from socket import socket
from threading import Thread
from typing import Any, TypeVar

from onrecord.preview.addresses import NOT_FOUND, wanted_at
from onrecord.preview.gate import Gate
from onrecord.preview.reach import Reach, own_names, reach_of
from onrecord.preview.readers import Reader
from onrecord.preview.server import PreviewServer
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.telling import Told
from onrecord.preview.watching import SiteWatcher
from onrecord.preview.workshop import Rebuilt, Workshop

_PASSED_OVER = 5  # builds that failed while more was being saved already
_TO_END = 0.6  # seconds
_REMEMBERED = 500  # builds of which is known what they changed
_NEVER = float("inf")
_SETTLED_AFTER = 2.0  # seconds without a change, after which everything is looked at once more
_LONGEST_PAUSE = 60.0  # seconds; a machine that was asleep does not know for how long it was
_OF_THE_TIME = 0.01  # is spent to look at everything where the system does not tell of changes

Value = TypeVar("Value")
Say = Callable[[Rebuilt, frozenset[str]], None]
"""Is told of each build, with the site's files that were edited since the last one told of."""


class Preview:
    """One preview from its first page to its end. All of it happens in one loop, but for builds."""

    def __init__(self, settings: PreviewSettings, workshop: Workshop, first: Rebuilt) -> None:
        self.folder = workshop.folder
        self.gate = Gate(settings.host, own_names())
        self.base = first.base
        self.session = secrets.token_hex(8)
        self.number = 1
        self._settings = settings
        self._workshop = workshop
        self._told = Told(settings.root, settings.editor, first)
        self._readers: set[Reader] = set()
        self._changes: list[frozenset[str]] = [frozenset()]
        self._touched: set[str] = set()
        self._anything = False
        self._is_touched = asyncio.Event()
        self._later: asyncio.TimerHandle | None = None
        self._pause = _SETTLED_AFTER
        self._say: Say = _say_nothing
        self._worker = _Worker()
        self._watcher = SiteWatcher(settings.root, self.touch, polls=settings.polls)
        self._server = PreviewServer(self, self._watcher)

    def listen(self, sockets: list[socket]) -> Reach:
        """Begin to serve and to watch; the addresses of the front page."""
        self._server.listen(sockets)
        self.touch(None)  # what was saved between the first build and now
        return reach_of(sockets, self._settings.host, self.base)

    def touch(self, paths: frozenset[str] | None) -> None:
        """These paths below the site's folder were touched; None for whatever may have been."""
        if paths is None:
            self._anything = True
        else:
            self._touched |= paths
        self._is_touched.set()

    async def build_on_and_on(self, say: Say) -> None:
        """Build after each change, one build at a time; what changes meanwhile gives one more."""
        self._say = say
        edited: frozenset[str] = frozenset()
        passed_over = 0
        is_new = True
        while True:
            await self._is_touched.wait()
            self._is_touched.clear()
            touched = None if self._anything else frozenset(self._touched)
            self._anything, self._touched = False, set()
            rebuilt = await self._worker.do(partial(self._workshop.build, touched))
            edited |= rebuilt.edited
            is_half = not rebuilt.is_good and self._is_touched.is_set()
            if is_half and passed_over < _PASSED_OVER:
                passed_over += 1  # perhaps a file was half written: the next build will tell
                continue
            self._tell(rebuilt, edited)
            self._look_again_after(rebuilt, is_settled=not (edited or is_new))
            edited, passed_over, is_new = frozenset(), 0, False

    def _look_again_after(self, rebuilt: Rebuilt, *, is_settled: bool) -> None:
        """Look once more when that may help.

        The system may not tell of all that is saved, the machine may have hindered the build, and
        time passes.
        """
        self._pause = min(self._pause * 2, _LONGEST_PAUSE) if rebuilt.is_hindered else 1.0
        if not is_settled:
            pause = _SETTLED_AFTER
        elif rebuilt.is_hindered:
            pause = self._pause
        elif self._watcher.polls:
            pause = max(_SETTLED_AFTER, rebuilt.seconds / _OF_THE_TIME)
        else:
            pause = _NEVER
        looks = pause < _NEVER
        pause = min(pause, self._workshop.due_in)
        if self._later is not None:
            self._later.cancel()
        if pause < _NEVER:
            paths = None if looks or pause <= _LONGEST_PAUSE else frozenset[str]()
            pause = min(pause, _LONGEST_PAUSE)
            self._later = asyncio.get_running_loop().call_later(pause, self.touch, paths)

    async def end(self) -> None:
        """Serve no more; what was built is kept for the next preview, if that is quickly done."""
        self._server.end()
        await self._watcher.end()
        with suppress(TimeoutError):
            async with asyncio.timeout(_TO_END):
                await self._worker.do(self._workshop.rest)

    async def be_searchable(self) -> None:
        """Make the search's index, if it is not of the site as it is; saves wait so long."""
        rebuilt = await self._worker.do(self._index)
        if rebuilt is not None and rebuilt.edited:
            self._tell(rebuilt, rebuilt.edited)

    def _index(self) -> Rebuilt | None:
        """Many may ask at once: who comes while the index is made finds it made."""
        return None if self._workshop.is_indexed else self._workshop.build(None, index=True)

    def greet(self, reader: Reader, number: int, session: str) -> None:
        """A browser shows a page; tell it what it missed, and what stands against the site."""
        self._readers.add(reader)
        since = len(self._changes) - (self.number - number)
        if session != self.session or not 0 <= since <= len(self._changes):
            reader.tell({"command": "reload", "path": "*"})
            return
        self._inform(reader, frozenset().union(*self._changes[since:]))

    def miss(self, file: str) -> None:
        """A file is not there: somebody may have removed what was built."""
        if self._workshop.miss(file):
            self.touch(None)

    def part_from(self, reader: Reader) -> None:
        """A browser is gone."""
        self._readers.discard(reader)

    def _tell(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        """Tell browsers and the terminal of a build, where there is something to tell."""
        if rebuilt.is_same and not edited:
            return
        self._announce(rebuilt, edited)
        with suppress(OSError, ValueError):  # a terminal that is closed, or cannot show it
            self._say(rebuilt, edited)

    def _announce(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        self.base = rebuilt.base
        self.number += 1
        self._told = Told(self._settings.root, self._settings.editor, rebuilt)
        self._changes = [*self._changes[-_REMEMBERED:], rebuilt.changed]
        target = self._page_to_follow(rebuilt, edited)
        in_front = max(self._readers, key=lambda reader: reader.front, default=None)
        for reader in tuple(self._readers):
            try:
                if target and reader is in_front and reader.path != target:
                    reader.tell({"command": "follow", "path": target})
                else:
                    self._inform(reader, rebuilt.changed)
            except Exception:  # noqa: BLE001 - no browser is worth the preview
                self._readers.discard(reader)

    def _inform(self, reader: Reader, changed: frozenset[str]) -> None:
        """Tell a browser what became of its page, and what else changed that it may show."""
        file = wanted_at(reader.path, self.base).file
        is_there = isfile(self.folder / file)  # noqa: PTH113 - false also where the name is absurd
        page = file if is_there else NOT_FOUND
        if {file, page} & changed:
            reader.tell({"command": "reload", "path": reader.path})
            return
        paths = sorted(self.base + path for path in changed if not path.endswith((".html", ".xml")))
        if paths:
            reader.tell({"command": "reload", "path": paths[0], "paths": paths, "liveCSS": True})
        told = self._told.on(file, self.base)
        reader.tell({"command": "state", "number": self.number, "isThere": is_there, **told})

    def _page_to_follow(self, rebuilt: Rebuilt, edited: frozenset[str]) -> str:
        """The address of the page that was edited last, where it is to be shown."""
        if not (self._settings.follow and rebuilt.is_good):
            return ""
        pages = (rebuilt.shown.pages.get(path) for path in sorted(edited))
        return next((self.base.rstrip("/") + found[0] for found in pages if found), "")


def _say_nothing(_rebuilt: Rebuilt, _edited: frozenset[str]) -> None:
    """Nobody is there to be told yet."""


class _Worker:
    """One thread for all builds, which nobody waits for when the preview ends."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        Thread(target=self._work, daemon=True, name="builds").start()

    async def do(self, job: Callable[[], Value]) -> Value:
        """What the job gives, once it is done."""
        done: Future[Value] = Future()
        self._jobs.put((job, done))
        return await asyncio.wrap_future(done)

    def _work(self) -> None:
        while True:
            job, done = self._jobs.get()
            if not done.set_running_or_notify_cancel():
                continue  # nobody waits for it any more
            try:
                done.set_result(job())
            except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
                done.set_exception(error)
