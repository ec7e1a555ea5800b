"""Which files of a site were touched, as the system tells it: livereload's watcher, fed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from livereload.watcher import Watcher
from watchfiles import Change, awatch

from onrecord.disk.files import EDITOR_LEFTOVER
from onrecord.preview.remote import is_remote
from onrecord.preview.standing import Standing

_TREES = ("content", "layouts")
_AT_THE_TOP = frozenset({*_TREES, "site.yaml"})
_DEBOUNCE, _STEP = 50, 20  # milliseconds
_POLLED_EVERY = 300  # milliseconds
_LOOKED_AT_EVERY = 1.0  # seconds
_PATIENCE = 1.0  # seconds until a watch that failed is tried again
_SETTLING = 0.2  # seconds until one that begins surely sees everything

Touched = Callable[[frozenset[str] | None], None]
"""Is told the paths below the site's folder that were touched, None where any may have been."""


class SiteWatcher(Watcher):  # type: ignore[misc] # livereload has no types
    """Watches a site's content, layouts and settings; what else lies in its folder it never sees.

    A folder that is deleted, renamed or made anew is watched again, that of the site too: of what
    stands in the place of one that it watches the system tells nothing.
    """

    def __init__(self, root: Path, touched: Touched, *, polls: bool = False) -> None:
        super().__init__()
        # Else livereload would watch the current folder, every 800 ms.
        self._tasks["site"] = {"func": None, "delay": None, "ignore": None, "mtimes": {}}
        self._site = root
        self._root = root.resolve()
        self._touched = touched
        self._polls = polls or is_remote(self._root)
        self._ended = asyncio.Event()
        self._moved = asyncio.Event()
        self._replaced = asyncio.Event()
        self._running: list[asyncio.Task[None]] = []
        logging.getLogger("watchfiles").setLevel(logging.WARNING)

    @property
    def polls(self) -> bool:
        """True where files are looked at from time to time, by their times and sizes."""
        return self._polls

    def examine(self) -> tuple[None, None]:
        """Nothing: livereload never need look itself."""
        return None, None

    def start(self, callback: object) -> bool:
        """Begin to watch; True, so that livereload does not poll."""
        del callback
        self._running = [
            asyncio.ensure_future(self._go_on(self._watch_the_top)),
            asyncio.ensure_future(self._go_on(self._watch_the_trees)),
        ]
        return True

    async def end(self) -> None:
        """Watch no more."""
        self._ended.set()
        self._moved.set()
        self._replaced.set()
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _go_on(self, watch: Callable[[], Awaitable[None]]) -> None:
        """Watch until the end; where the system will not have it, by looking from time to time."""
        while not self._ended.is_set():
            try:
                await watch()
            except FileNotFoundError:  # a folder went while its watch began
                await asyncio.sleep(_SETTLING)
            except Exception:  # noqa: BLE001 - whatever it is, saves must be noticed
                self._polls = True
                await asyncio.sleep(_PATIENCE)
            self._touched(None)

    async def _watch_the_top(self) -> None:
        """site.yaml, and whether there are still the folders that are watched."""

        def is_ours(_change: Change, path: str) -> bool:
            return Path(path).parent == self._root and Path(path).name in _AT_THE_TOP

        self._replaced.clear()
        self._moved.set()  # who waits for folders looks for them again
        self._root = self._site.resolve()
        async with self._replacing(self._replaced, self._site):
            async for paths in self._batches(
                [self._root], is_ours, self._replaced, recursive=False
            ):
                if any(path in _TREES for path in paths):
                    self._moved.set()
                self._touched(paths)

    async def _watch_the_trees(self) -> None:
        """content/ and layouts/, as many as there are, until they are others."""

        def is_ours(_change: Change, path: str) -> bool:
            return not EDITOR_LEFTOVER.fullmatch(Path(path).name)

        self._moved.clear()
        places = [self._site / name for name in _TREES]
        async with self._replacing(self._moved, *places):
            folders = [self._root / name for name in _TREES if (self._root / name).is_dir()]
            if not folders:
                await self._moved.wait()
                return
            # What happened before they were watched is looked at once they are.
            asyncio.get_running_loop().call_later(_SETTLING, self._touched, None)
            async for paths in self._batches(folders, is_ours, self._moved):
                self._touched(paths)

    @asynccontextmanager
    async def _replacing(self, replaced: asyncio.Event, *places: Path) -> AsyncIterator[None]:
        """Meanwhile the event is set once others than now stand in these places."""
        standing = [Standing(place) for place in places]

        async def look() -> None:
            while all(one.is_there for one in standing):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(_LOOKED_AT_EVERY)
            replaced.set()

        looking = asyncio.ensure_future(look())
        try:
            yield
        finally:
            looking.cancel()
            for one in standing:
                one.let_go()

    async def _batches(
        self,
        places: list[Path],
        is_ours: Callable[[Change, str], bool],
        until: asyncio.Event,
        *,
        recursive: bool = True,
    ) -> AsyncIterator[frozenset[str]]:
        """The paths that were touched, in batches, until the event or until watching fails."""
        async for changes in awatch(
            *places,
            watch_filter=is_ours,
            debounce=_DEBOUNCE,
            step=_STEP,
            stop_event=until,
            force_polling=self._polls or None,
            poll_delay_ms=_POLLED_EVERY,
            recursive=recursive,
            ignore_permission_denied=True,
        ):
            yield frozenset(self._below(path) for _, path in changes)

    def _below(self, path: str) -> str:
        return Path(path).relative_to(self._root).as_posix()
