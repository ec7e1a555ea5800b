"""A process and all its descendants: what they hold and what they have used, from `/proc`.

Elsewhere than on Linux there is nothing to read, and nothing is found.
"""

import os
from collections import defaultdict
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

_PROC = Path("/proc")
_EVERY = 0.05  # seconds
_PARENT, _FIRST_TIME, _LAST_TIME = 1, 11, 15  # of the fields behind a process's name
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class TreeMemory:
    """While it is open, watches what a process and its descendants hold; `peak` in mebibytes.

    Shared memory is counted once (the sum of the proportional set sizes). A process alone is not
    looked at, unless `alone` is set: the kernel knows its peak, and to be looked at costs it time.
    """

    def __init__(self, root: int, *, alone: bool = False) -> None:
        self.peak = 0.0
        self._root = root
        self._fewest = 1 if alone else 2
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_EVERY):
            processes = tree_of(self._root)
            if len(processes) >= self._fewest:
                self.peak = max(self.peak, sum(map(_held_by, processes)))


def tree_of(root: int) -> list[int]:
    """The process and its descendants that live now."""
    children = defaultdict(list)
    for entry in _PROC.glob("[0-9]*"):
        if fields := _fields(int(entry.name)):
            children[int(fields[_PARENT])].append(int(entry.name))
    found = [root] if _fields(root) else []
    for process in found:
        found += children[process]
    return found


def seconds_used_by(root: int) -> float:
    """Processor time of the process, its living descendants and those that they waited for."""
    ticks = 0
    for process in tree_of(root):
        ticks += sum(map(int, _fields(process)[_FIRST_TIME:_LAST_TIME]))
    return ticks / _TICKS


def _fields(process: int) -> list[str]:
    """What the kernel says of a process, from its state on; nothing if it is gone."""
    try:
        text = (_PROC / str(process) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


def _held_by(process: int) -> float:
    """Its proportional set size in mebibytes."""
    try:
        text = (_PROC / str(process) / "smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
