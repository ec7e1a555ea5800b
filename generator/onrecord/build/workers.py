"""Several processes, where the work is worth it: any executor of the standard library's kind.

What goes to a worker and comes back are bytes, so that it makes no difference where it runs.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from onrecord.build.result import BuildSettings

Task = Callable[[bytes], bytes]

_WORTH_IT = 1.5  # seconds of work for one process
_AHEAD = 3  # tasks handed out for each worker before the first is done


class Workers:
    """Does tasks, one after the other here, or several at once elsewhere; results in order."""

    def __init__(
        self, executor: Executor | None, at_once: int, *, are_forked: bool = False
    ) -> None:
        self.are_forked = are_forked  # and know all that this process knew when they were
        self._executor = executor
        self._at_once = at_once

    @property
    def is_here(self) -> bool:
        """True where this process does all of it."""
        return self._executor is None

    def each(self, task: Task, jobs: Iterable[bytes]) -> Iterator[bytes]:
        """What the task makes of each job; no more jobs are taken than are worked on."""
        if self._executor is None:
            yield from map(task, jobs)
            return
        waiting = []
        for job in jobs:
            waiting.append(self._executor.submit(task, job))
            if len(waiting) >= self._at_once * _AHEAD:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()


@contextmanager
def open_workers(settings: BuildSettings, seconds: float) -> Iterator[Workers]:
    """Workers for about that much work. Forked ones know all that this process knows by now."""
    processes = settings.jobs or multiprocessing.cpu_count()
    if settings.executor is not None:
        yield Workers(settings.executor, max(processes, 2))
    elif processes < 2 or (seconds < _WORTH_IT and not settings.jobs):
        yield Workers(None, 1)
    else:
        # A process may be copied as it stands where no library of the system objects: on Linux.
        are_forked = sys.platform == "linux"
        context = multiprocessing.get_context("fork" if are_forked else "spawn")
        with ProcessPoolExecutor(processes, mp_context=context) as executor:
            yield Workers(executor, processes, are_forked=are_forked)
