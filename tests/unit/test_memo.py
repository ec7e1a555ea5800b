"""What is kept between builds is found again, or nothing is; and never anything else."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from onrecord.memo import Memo, open_memo
from tests.rig.counts import count
from tests.rig.needs import POSIX, system

STAMP = "this program"
VALUES = [(f"key {number}", bytes([number % 256]) * 300) for number in range(700)]


def kept_in(path: Path, stamp: str = STAMP) -> dict[str, bytes]:
    """What the file holds of one kind, as a new build finds it."""
    memo = open_memo(path, stamp)
    assert memo is not None
    with closing(memo):
        return dict(memo.get_all("kind", memo.keys("kind")))


def keep(path: Path, values: list[tuple[str, bytes]] = VALUES) -> Path:
    """A memo that holds these values."""
    memo = open_memo(path, STAMP)
    assert memo is not None
    with closing(memo):
        memo.put_all("kind", values)
        memo.commit()
    return path


def works(path: Path) -> bool:
    """Whether something is kept there from one opening to the next."""
    keep(path, [("new", b"value")])
    return kept_in(path)["new"] == b"value"


def test_what_was_put_is_kept(tmp_path: Path) -> None:
    path = keep(tmp_path / "folder/memo")
    assert kept_in(path) == dict(VALUES)
    keep(path, [("key 1", b"other")])
    assert kept_in(path) == {**dict(VALUES), "key 1": b"other"}


def test_kinds_have_keys_of_their_own(tmp_path: Path) -> None:
    memo = open_memo(tmp_path / "memo", STAMP)
    assert memo is not None
    with closing(memo):
        memo.put_all("one", [("key", b"1"), ("other", b"2")])
        memo.put_all("two", [("key", b"3")])
        memo.forget_all("one", ["key", "nothing"])
        assert memo.get("one", "key") is None
        assert memo.get("two", "key") == b"3"
        assert memo.keys("one") == {"other"}


def test_nothing_is_kept_without_a_commit(tmp_path: Path) -> None:
    path = keep(tmp_path / "memo")
    memo = open_memo(path, STAMP)
    assert memo is not None
    with closing(memo):
        memo.put_all("kind", [("more", b"")])
        memo.forget_all("kind", ["key 1"])
        assert memo.get("kind", "more") == b""
    assert kept_in(path) == dict(VALUES)


def test_under_another_stamp_it_is_empty_and_so_it_is_afterwards(tmp_path: Path) -> None:
    path = keep(tmp_path / "memo")
    size = path.stat().st_size
    assert kept_in(path, "another program") == {}
    assert kept_in(path) == {}
    assert path.stat().st_size < size / 4
    assert works(path)


@pytest.mark.parametrize("content", [b"", b"garbage", b"\0" * 5000, b"SQLite format 3\0" * 99])
@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-journal"])
def test_a_file_of_something_else_is_replaced(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = keep(tmp_path / "memo")
    path.with_name(path.name + suffix).write_bytes(content)
    assert kept_in(path).items() <= dict(VALUES).items()
    assert works(path)


@pytest.mark.parametrize("was", [b"kept_by_key", b"CREATE TABLE", b"INDEX"])
def test_what_is_said_of_damage_may_be_no_text(tmp_path: Path, was: bytes) -> None:
    path = tmp_path / "memo"
    whole = keep(path).read_bytes()
    assert was in whole
    path.write_bytes(whole.replace(was, was[:1] + b"\xf2" + was[2:]))
    memo = open_memo(path, STAMP)
    assert memo is not None
    with closing(memo):
        assert memo.get_all("kind", [key for key, _ in VALUES]) == {}
        memo.put_all("kind", VALUES)
        memo.commit()
        assert memo.get_all("kind", [key for key, _ in VALUES]) == dict(VALUES)


def test_damaged_bytes_are_a_miss_and_never_a_fault(tmp_path: Path) -> None:
    whole = keep(tmp_path / "memo").read_bytes()
    chance = random.Random(1)  # noqa: S311 - to be the same each time
    for number in range(count("damaged memos")):
        path = tmp_path / f"{number}/memo"
        path.parent.mkdir()
        damaged = bytearray(whole)
        if number % 3 == 0:
            del damaged[chance.randrange(len(damaged)) :]
        for _ in range(number % 3 * 4):
            start = chance.choice((0, chance.randrange(len(damaged))))
            place = min(start + chance.randrange(100), len(damaged) - 1)
            damaged[place] = chance.randrange(256)
        path.write_bytes(damaged)
        memo = open_memo(path, STAMP)
        if memo is not None:
            with closing(memo):
                found = memo.get_all("kind", [key for key, _ in VALUES])
                assert all(isinstance(value, bytes) for value in found.values())
                memo.keys("kind")
                memo.put_all("kind", VALUES)
                memo.forget_all("kind", memo.keys("kind"))
                memo.commit()
        shutil.rmtree(path.parent)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept SET value = x'00' || substr(value, 2) WHERE key = 'bad'",
        "UPDATE kept SET value = substr(value, 1, length(value) - 1) WHERE key = 'bad'",
        "UPDATE kept SET value = x'' WHERE key = 'bad'",
        "UPDATE kept SET value = (SELECT value FROM kept WHERE key = 'good') WHERE key = 'bad'",
        "UPDATE kept SET kind = 'kind', key = 'bad' WHERE key = 'elsewhere'",
    ],
)
def test_a_value_that_was_damaged_or_exchanged_is_a_miss(tmp_path: Path, damage: str) -> None:
    path = keep(tmp_path / "memo", [("good", b"value"), ("bad", b"another")])
    with closing(sqlite3.connect(path)) as other:
        if "elsewhere" in damage:
            other.execute("DELETE FROM kept WHERE key = 'bad'")
            other.execute("INSERT INTO kept SELECT 'x', 'elsewhere', value FROM kept")
        other.execute(damage)
        other.commit()
    assert kept_in(path) == {"good": b"value"}


def test_values_that_are_no_bytes_are_a_miss(tmp_path: Path) -> None:
    path = keep(tmp_path / "memo", [("whole", b"value")])
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO kept VALUES ('kind', 'text', 'value'), ('kind', 'number', 7)")
        other.execute("INSERT INTO kept VALUES ('kind', 'none', NULL)")
        other.commit()
    assert kept_in(path) == {"whole": b"value"}


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END"],
        ["DROP TABLE kept", "CREATE VIEW kept AS SELECT 'kind' kind, 'key' key, x'00' value"],
        ["CREATE TABLE another (x)"],
        ["ALTER TABLE kept ADD COLUMN more TEXT"],
        ["DROP INDEX kept_by_key"],
        ["DROP TABLE stamp"],
    ],
)
def test_a_database_of_another_making_is_replaced(tmp_path: Path, statements: list[str]) -> None:
    path = keep(tmp_path / "memo")
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()
    assert kept_in(path) == {}
    assert works(path)


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-journal"])
def test_a_link_is_not_followed(tmp_path: Path, suffix: str) -> None:
    mine = tmp_path / "mine"
    with closing(sqlite3.connect(mine)) as other:
        other.execute("CREATE TABLE mine (x)")
    before = mine.read_bytes()
    path = keep(tmp_path / "memo")
    link = path.with_name(path.name + suffix)
    link.unlink(missing_ok=True)
    link.symlink_to(mine)
    assert open_memo(path, STAMP) is None
    assert mine.read_bytes() == before
    assert link.is_symlink()


def test_a_folder_or_a_pipe_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "memo").mkdir()
    assert open_memo(tmp_path / "memo", STAMP) is None
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        assert open_memo(tmp_path / "pipe", STAMP) is None
    (tmp_path / "file").touch()
    assert open_memo(tmp_path / "file/memo", STAMP) is None


@contextmanager
def another_process(path: Path, *statements: str) -> Iterator[None]:
    """Another process has the memo open, and has done this to it without a commit."""
    program = (
        "import sqlite3, sys\n"
        "memo = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for statement in sys.argv[2:]: memo.execute(statement)\n"
        "print(flush=True)\n"
        "sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, path, *statements],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    try:
        yield
    finally:
        process.communicate()


def test_while_another_process_writes_it_can_be_read_and_keeps_nothing(tmp_path: Path) -> None:
    path = keep(tmp_path / "memo")
    with another_process(path, "BEGIN IMMEDIATE", "DELETE FROM kept"):
        memo = open_memo(path, STAMP)
        assert memo is not None
        with closing(memo):
            assert memo.get("kind", "key 1") == dict(VALUES)["key 1"]
            memo.put_all("kind", [("more", b"")])
            memo.commit()
        assert open_memo(path, "another program") is None
    assert kept_in(path) == dict(VALUES)


def test_locked_as_a_whole_it_does_without_and_waits_for_nobody(tmp_path: Path) -> None:
    path = keep(tmp_path / "memo")
    with another_process(
        path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "DELETE FROM kept", "COMMIT"
    ):
        assert open_memo(path, STAMP) is None
    assert kept_in(path) == {}


def test_two_that_are_open_see_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    first, second = open_memo(path, STAMP), open_memo(path, STAMP)
    assert first is not None
    assert second is not None
    with closing(first), closing(second):
        first.put_all("kind", [("key", b"1")])
        assert second.get("kind", "key") is None
        first.commit()
        assert second.get("kind", "key") == b"1"


def fill_up(memo: Memo) -> None:
    """The memo's disk is full from now on."""
    connection: sqlite3.Connection = vars(memo)["_connection"]
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_on_a_full_disk_all_of_it_is_kept_or_nothing(tmp_path: Path) -> None:
    path = keep(tmp_path / "memo", [("key", b"old"), ("other", b"old")])
    memo = open_memo(path, STAMP)
    assert memo is not None
    with closing(memo):
        fill_up(memo)
        memo.put_all("kind", [("key", b"new")])
        memo.put_all("kind", [("other", b"new" * 9999)])
        memo.put_all("kind", [("third", b"new")])
        memo.commit()
        assert memo.get("kind", "key") == b"old"
        memo.put_all("kind", [("key", b"next")])
        memo.commit()
    assert kept_in(path) == {"key": b"next", "other": b"old"}


@system(*POSIX, why="a process has limits")
def test_a_disk_that_takes_no_more_is_a_miss(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on every system

    path = keep(tmp_path / "memo")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    memo = open_memo(path, STAMP)
    assert memo is not None
    with closing(memo):
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
        try:
            memo.put_all("kind", [(key, value * 99) for key, value in VALUES])
            memo.commit()
            assert works(tmp_path / "other")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert memo.get_all("kind", [key for key, _ in VALUES]) == dict(VALUES)
    assert kept_in(path) == dict(VALUES)
    assert works(path)
