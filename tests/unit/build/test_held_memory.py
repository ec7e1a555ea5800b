"""A memory that lasts for many builds: what it holds is what is kept, and nothing else."""

import gc
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.build.bench import Bench
from onrecord.build.held_memory import HeldMemory
from onrecord.build.memory import open_memory
from onrecord.build.result import BuildSettings


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[HeldMemory]:
    (tmp_path / "site.yaml").touch()
    settings = BuildSettings(root=tmp_path, now=datetime(2026, 1, 1, tzinfo=UTC))
    held = HeldMemory(open_memory(settings, is_made=True))
    yield held
    held.close()


def test_what_was_not_committed_is_held_no_more_once_it_is_given_up(memory: HeldMemory) -> None:
    memory.remember("counts", {"a": 1})
    memory.commit()
    memory.remember("counts", {"a": 2})
    assert memory.recall("counts", dict[str, int]) == {"a": 2}
    memory.give_up()
    assert memory.recall("counts", dict[str, int]) == {"a": 1}


def test_what_stands_alone_is_read_back_once(memory: HeldMemory) -> None:
    memory.remember("counts", {"a": 1})
    assert memory.recall("counts", dict[str, int]) is memory.recall("counts", dict[str, int])
    memory.remember("counts", {"b": 1}, "one of many")
    assert memory.recall("counts", dict[str, int], "one of many") == {"b": 1}
    assert memory.recall("counts", dict[str, int]) == {"a": 1}


def test_a_thing_is_made_once_for_the_same_key(memory: HeldMemory) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [memory.once("thing", key, make) for key in ("a", "a", "b", "a")] == [1, 1, 2, 3]


def test_a_bench_that_is_given_up_leaves_nothing_behind(memory: HeldMemory) -> None:
    bench = memory.once("bench", None, Bench)
    known = weakref.ref(bench)
    del bench
    assert known() is not None
    memory.give_up()
    gc.collect()
    assert known() is None, "records that lead back to themselves are never found"
