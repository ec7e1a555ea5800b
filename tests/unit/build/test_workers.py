"""Tasks are done in order, here or elsewhere, and none is lost with a worker."""

import gc
import os
import signal
import struct
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from onrecord.build import BuildSettings
from onrecord.build.workers import Task, Workers, open_workers
from tests.rig.needs import LINUX, POSIX, leave_unless, system
from tests.rig.sites import NOW

leave_unless(*POSIX, why="signals end processes")

HERE = os.getpid()
JOBS = [str(number).encode() for number in range(40)]


def asked(**more: Any) -> BuildSettings:
    return BuildSettings(root=Path(), now=NOW, **more)


def double(job: bytes) -> bytes:
    return job * 2


def where(_: bytes) -> bytes:
    return str(os.getpid()).encode()


def die_elsewhere(job: bytes) -> bytes:
    """What a worker does that the system ends at its third task."""
    if os.getpid() != HERE and job == b"3":
        os.kill(os.getpid(), signal.SIGKILL)
    return job


def fail_at_three(job: bytes) -> bytes:
    if job == b"3":
        raise ValueError(job)
    return job


def sleep(_: bytes) -> bytes:
    time.sleep(60)
    return b""


def work(task: Task, jobs: Iterable[bytes], pids: set[int]) -> None:
    """Two workers, whose numbers are noted, do the jobs."""
    with open_workers(asked(jobs=2), 0.0) as workers:
        pids.update(map(int, workers.each(where, JOBS)))
        list(workers.each(task, jobs))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_jobs(jobs: int) -> None:
    with open_workers(asked(jobs=jobs), 0.0) as workers:
        assert list(workers.each(double, JOBS)) == [job * 2 for job in JOBS]
        assert list(workers.each(double, [])) == []


def test_little_work_is_done_here_and_much_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.cpu_count", lambda: 2)
    for seconds, is_here in ((0.1, True), (60.0, False)):
        with open_workers(asked(), seconds) as workers:
            assert workers.is_here is is_here
            pids = set(map(int, workers.each(where, JOBS)))
            assert (pids == {os.getpid()}) is is_here


def test_one_processor_gets_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.cpu_count", lambda: 1)
    with open_workers(asked(), 60.0) as workers:
        assert workers.is_here


def test_an_executor_of_the_callers_takes_their_place_and_is_left_open() -> None:
    with ThreadPoolExecutor(2) as executor:
        with open_workers(asked(executor=executor), 0.0) as workers:
            assert not workers.is_here
            assert list(workers.each(double, JOBS)) == [job * 2 for job in JOBS]
        assert executor.submit(double, b"x").result() == b"xx"


def test_what_a_worker_leaves_undone_that_the_system_ends_is_done_here() -> None:
    with open_workers(asked(jobs=2), 0.0) as workers:
        assert list(workers.each(die_elsewhere, JOBS)) == JOBS
        assert list(workers.each(double, JOBS)) == [job * 2 for job in JOBS]


class _Broken(Executor):
    """An executor of which no worker is left."""

    def submit(self, *_: Any, **__: Any) -> "Future[Any]":
        raise BrokenExecutor


def test_where_no_worker_is_left_all_is_done_here() -> None:
    assert list(Workers(_Broken(), 2).each(double, JOBS)) == [job * 2 for job in JOBS]


def test_a_fault_in_a_task_is_a_fault_of_the_build_and_ends_the_workers() -> None:
    pids: set[int] = set()
    with pytest.raises(ValueError, match="3"):
        work(fail_at_three, JOBS, pids)
    assert pids
    assert not any(map(is_alive, pids))


def test_nobody_waits_for_tasks_under_way_once_the_build_gives_up() -> None:
    start = time.perf_counter()
    pids: set[int] = set()

    def interrupted() -> Iterator[bytes]:
        yield b""
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work(sleep, interrupted(), pids)
    assert time.perf_counter() - start < 30
    assert not any(map(is_alive, pids))


def test_no_more_jobs_are_taken_than_are_worked_on() -> None:
    taken: list[bytes] = []

    def jobs() -> Iterator[bytes]:
        for job in JOBS:
            taken.append(job)
            yield job

    with ThreadPoolExecutor(2) as executor:
        results = Workers(executor, 2).each(double, jobs())
        next(results)
        assert len(taken) == 6
        assert list(results) == [job * 2 for job in JOBS[1:]]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@system(*LINUX, why="processes are forked, and share memory")
def test_what_processes_share_is_not_looked_through_for_garbage_while_they_work() -> None:
    with open_workers(asked(jobs=2), 0.0) as workers:
        assert set(workers.each(count_frozen, JOBS)) == {b"many"}
    assert gc.get_freeze_count() == 0


def count_frozen(_: bytes) -> bytes:
    return b"many" if gc.get_freeze_count() > 1_000 else b"few"


def test_on_windows_no_more_processes_begin_than_can_be_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[int] = []

    def pool(processes: int, *_: Any) -> ThreadPoolExecutor:
        begun.append(processes)
        return ThreadPoolExecutor(1)

    monkeypatch.setattr("onrecord.build.workers.ProcessPoolExecutor", pool)
    monkeypatch.setattr("onrecord.build.workers.sys.platform", "win32")
    with open_workers(asked(jobs=200), 0.0) as workers:
        assert list(workers.each(double, JOBS[:2])) == [b"00", b"11"]
    assert begun == [61]


def end_within_a_word(job: bytes) -> bytes:
    """What a worker does that the system ends while it tells what it has done."""
    if os.getpid() == HERE or job != b"3":
        return job
    frame = sys._getframe()  # noqa: SLF001 - the worker's own, which holds the pipe
    while "result_queue" not in frame.f_locals:
        assert frame.f_back is not None
        frame = frame.f_back
    told = frame.f_locals["result_queue"]
    told._wlock.acquire()  # noqa: SLF001
    os.write(told._writer.fileno(), struct.pack("!i", 1_000) + b"half a")  # noqa: SLF001
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def test_what_a_worker_leaves_half_told_is_done_here() -> None:
    with open_workers(asked(jobs=2), 0.0) as workers:
        assert list(workers.each(end_within_a_word, JOBS)) == JOBS


def test_nobody_waits_for_the_rest_of_what_a_worker_told() -> None:
    def give_up() -> None:
        with open_workers(asked(jobs=2), 0.0) as workers:
            results = workers.each(end_within_a_word, JOBS)
            assert next(results) == b"0"
            time.sleep(0.2)  # by now it is dead
            raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert time.monotonic() - started < 2
