"""Several processes, where the work is worth it: any executor of the standard library's kind.

What goes to a worker and comes back are bytes, so that it makes no difference where it runs.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess

from onrecord.build.result import BuildSettings, Executor, Handed

Task = Callable[[bytes], bytes]

_WORTH_IT = 1.5  # seconds of work for one process
_MOST_ON_WINDOWS = 61  # processes that one can wait for there
_PATIENCE = 1.0  # seconds after which it is looked whether workers live
_AHEAD = 3  # tasks handed out for each worker before the first is done


class Workers:
    """Does tasks, one after the other here, or several at once elsewhere; results in order.

    What a worker leaves undone because the system ends it is done here.
    """

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
        waiting: deque[tuple[bytes, Handed | None]] = deque()
        for job in jobs:
            waiting.append((job, _handed_out(self._executor, task, job)))
            if len(waiting) >= self._at_once * _AHEAD:
                yield _done(task, *waiting.popleft())
        while waiting:
            yield _done(task, *waiting.popleft())


class _Pool:
    """Processes of our own, which the system may end at any moment.

    One that ends in the middle of what it tells leaves half a message behind, for the rest of which
    the standard library waits for ever: it holds the pipe's other end open itself.
    """

    def __init__(self, executor: ProcessPoolExecutor) -> None:
        self._executor = executor
        self._others = set(multiprocessing.active_children())
        self._processes: set[BaseProcess] = set()
        self._was_one_dead = False

    def submit(self, task: Task, job: bytes) -> Handed:
        """Hand out a task."""
        result = self._executor.submit(task, job)
        self._processes |= set(multiprocessing.active_children()) - self._others
        return _Awaited(result, self)

    def see_to(self) -> None:
        """End all of them where one is dead and, since the last time, nobody has noticed."""
        is_one_dead = any(not process.is_alive() for process in self._processes)
        if is_one_dead and self._was_one_dead:
            self.end()
        self._was_one_dead = is_one_dead

    def end(self) -> None:
        """End all of them: whatever they are at, nobody waits for it any more."""
        for process in self._processes:
            process.kill()
        told = getattr(self._executor, "_result_queue", None)
        with suppress(AttributeError, OSError):
            told._writer.close()  # type: ignore[union-attr] # noqa: SLF001 - there is no other way


class _Awaited:
    """The result of a task that was handed to a process."""

    def __init__(self, result: Future[bytes], pool: _Pool) -> None:
        self._result = result
        self._pool = pool

    def result(self) -> bytes:
        """It, once it is there; BrokenExecutor where it never will be."""
        while True:
            try:
                return self._result.result(_PATIENCE)
            except TimeoutError:
                if self._result.done():
                    return self._result.result()
                self._pool.see_to()


@contextmanager
def open_workers(settings: BuildSettings, seconds: float) -> Iterator[Workers]:
    """Workers for about that much work. Forked ones know all that this process knows by now."""
    processes = settings.jobs or multiprocessing.cpu_count()
    if sys.platform == "win32":
        processes = min(processes, _MOST_ON_WINDOWS)
    if settings.executor is not None:
        yield Workers(settings.executor, max(processes, 2))
    elif processes < 2 or (seconds < _WORTH_IT and not settings.jobs):
        yield Workers(None, 1)
    else:
        # A process may be copied as it stands where no library of the system objects: on Linux.
        are_forked = sys.platform == "linux"
        context = multiprocessing.get_context("fork" if are_forked else "spawn")
        with _unwatched(), ProcessPoolExecutor(processes, context, _begin) as executor:
            pool = _Pool(executor)
            try:
                yield Workers(pool, processes, are_forked=are_forked)
            except BaseException:
                pool.end()
                raise


@contextmanager
def _unwatched() -> Iterator[None]:
    """Nothing that there is by now is looked through for garbage: looking would copy it.

    Memory is shared with a process that is forked until one of the two writes there.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _handed_out(executor: Executor, task: Task, job: bytes) -> Handed | None:
    """The result to come; None where no worker is left."""
    try:
        with _deaf_to_interruption():
            return executor.submit(task, job)
    except BrokenExecutor:
        return None


def _done(task: Task, job: bytes, result: Handed | None) -> bytes:
    try:
        return task(job) if result is None else result.result()
    except BrokenExecutor:
        return task(job)


@contextmanager
def _deaf_to_interruption() -> Iterator[None]:
    """A process that begins meanwhile never hears of Ctrl-C; ours hears of it afterwards."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """A worker leaves Ctrl-C to the process that it works for, and ends when that does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
