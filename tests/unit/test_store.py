"""What is put aside for the time of a build is found again, here and in other processes."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.store import Store, copied_store, open_store
from tests.rig.needs import LINUX, system

THINGS = {f"name {number}": bytes([number % 256]) * number for number in range(300)}


def fill(store: Store) -> None:
    for name, raw in THINGS.items():
        store.put(name, raw)


@pytest.mark.parametrize("in_folder", [lambda path: path, lambda path: path / "missing"])
def test_what_is_put_is_found(tmp_path: Path, in_folder: Callable[[Path], Path]) -> None:
    with open_store(in_folder(tmp_path)) as store:
        fill(store)
        assert {name: store.get(name) for name in THINGS} == THINGS
        assert list(tmp_path.iterdir()) == []
        with pytest.raises(KeyError, match="another"):
            store.get("another")


@pytest.mark.parametrize("in_folder", [lambda path: path, lambda path: path / "missing"])
def test_more_may_be_put_after_a_look(tmp_path: Path, in_folder: Callable[[Path], Path]) -> None:
    with open_store(in_folder(tmp_path)) as store:
        store.put("one", b"1")
        store.put("two", b"22")
        assert store.get("one") == b"1"
        store.put("three", b"333")
        assert [store.get(name) for name in ("two", "three", "one")] == [b"22", b"333", b"1"]


def test_a_copy_holds_the_same(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        fill(store)
        raw = b"".join(store.chunks())
    copy = copied_store(raw)
    assert {name: copy.get(name) for name in THINGS} == THINGS
    assert b"".join(copy.chunks()) == raw


@system(*LINUX, why="onrecord forks processes there alone")
def test_processes_that_are_forked_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        fill(store)
        store.settle()
        context = multiprocessing.get_context("fork")
        readers = [context.Process(target=_read_often, args=(store,)) for _ in range(2)]
        for reader in readers:
            reader.start()
        _read_often(store)
        for reader in readers:
            reader.join()
        assert [reader.exitcode for reader in readers] == [0, 0]


def _read_often(store: Store) -> None:
    for _ in range(20):
        assert {name: store.get(name) for name in THINGS} == THINGS
