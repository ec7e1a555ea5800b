"""What is kept between builds: values by kind and key in one file that may always be deleted.

It knows nothing of what it keeps. A file that cannot be read, or was written under another stamp,
is taken for an empty one and replaced; a value that cannot be written is not kept, and one that the
disk has damaged is not found.
"""

import sqlite3
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

_FORMAT = "2"
_SEAL = 4  # bytes
_AT_ONCE = 500  # keys asked for in one statement
_TABLES = (
    "CREATE TABLE stamp (text TEXT)",
    "CREATE TABLE kept (kind TEXT, key TEXT, value BLOB)",
    "CREATE UNIQUE INDEX kept_by_key ON kept (kind, key)",
)
_REFUSED = (sqlite3.Error, UnicodeDecodeError)
"""How SQLite refuses; what it says of a file that is damaged may be no text."""
_NOT_TO_BLAME = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
    }
)
"""Why a file cannot be used that is nevertheless in order: another build, or the disk."""


class Memo:
    """An open memo. What is put is kept from `commit` on; without it, as if nothing was put.

    Of what is put between two commits all is kept or nothing: half of what a build left would
    contradict the other half, that of an earlier one.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._is_whole = True  # False where something could not be put since the last commit

    def get(self, kind: str, key: str) -> bytes | None:
        """The value, None where none is kept."""
        return self.get_all(kind, (key,)).get(key)

    def get_all(self, kind: str, keys: Iterable[str]) -> Mapping[str, bytes]:
        """The values of those keys that have one."""
        found: dict[str, bytes] = {}
        asked = list(keys)
        with suppress(*_REFUSED):
            for start in range(0, len(asked), _AT_ONCE):
                part = asked[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                asked_for = f"kind = ? AND key IN ({marks})"
                query = f"SELECT key, CAST(value AS BLOB) FROM kept WHERE {asked_for}"  # noqa: S608
                rows = self._connection.execute(query, (kind, *part))
                found.update(_unsealed(kind, rows))
        return found

    def put_all(self, kind: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep these values, instead of those that the keys had."""
        with self._writing():
            self._connection.executemany(
                "INSERT INTO kept VALUES (?, ?, ?)"
                " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                ((kind, key, value + _seal(kind, key, value)) for key, value in values),
            )

    def forget_all(self, kind: str, keys: Iterable[str]) -> None:
        """Keep these no longer."""
        with self._writing():
            self._connection.executemany(
                "DELETE FROM kept WHERE kind = ? AND key = ?", ((kind, key) for key in keys)
            )

    def keys(self, kind: str) -> frozenset[str]:
        """The keys of a kind that have a value."""
        query = "SELECT key FROM kept WHERE kind = ?"
        with suppress(*_REFUSED):
            return frozenset(key for (key,) in self._connection.execute(query, [kind]))
        return frozenset()

    def commit(self) -> None:
        """From now on what was put is kept, unless some of it could not be."""
        with self._writing():
            if self._is_whole:
                self._connection.commit()
        if not self._is_whole:
            self.give_up()

    def give_up(self) -> None:
        """Keep nothing of what was put since the last commit."""
        with suppress(*_REFUSED):
            self._connection.rollback()
        self._is_whole = True

    def close(self) -> None:
        """Give up what was not committed, and the file."""
        self.give_up()
        with suppress(*_REFUSED):
            self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except _REFUSED:
            self._is_whole = False


def open_memo(path: Path, stamp: str) -> Memo | None:
    """The memo in this file, empty where it was kept under another stamp; None where none can be.

    Two builds at once do not wait for each other: the second does without.
    """
    for attempt in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not all(_is_plain(file) for file in _files(path)):
                return None
            return Memo(_connect(path, f"{_FORMAT} {stamp}"), path)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
            if attempt or code & 0xFF in _NOT_TO_BLAME:
                return None
            _remove(path)
        except OSError:
            return None
    return None


def read_memo(path: Path) -> Memo:
    """The same file for another process that only reads."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    return Memo(connection, path)


def _connect(path: Path, stamp: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if _tables_of(connection) != _TABLES or _stamps_of(connection) != [(stamp,)]:
            _begin_anew(connection, stamp)
    except BaseException:
        connection.close()
        raise
    return connection


def _begin_anew(connection: sqlite3.Connection, stamp: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if not _tables_of(connection):
        for table in _TABLES:
            connection.execute(table)
    elif _tables_of(connection) != _TABLES:
        message = "not a memo"
        raise sqlite3.DatabaseError(message)
    connection.execute("DELETE FROM kept")
    connection.execute("DELETE FROM stamp")
    connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
    connection.commit()
    connection.execute("VACUUM")


def _tables_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """All that the file defines: a view or a trigger of somebody's would act in our name."""
    found = connection.execute("SELECT sql FROM sqlite_master ORDER BY rowid")
    return tuple(sql for (sql,) in found)


def _stamps_of(connection: sqlite3.Connection) -> list[tuple[str]]:
    return connection.execute("SELECT text FROM stamp").fetchall()


def _seal(kind: str, key: str, value: bytes) -> bytes:
    """What shows a value that has been damaged, or has come under another key."""
    return crc32(value, crc32(f"{kind} {key}".encode())).to_bytes(_SEAL, "big")


def _unsealed(kind: str, rows: Iterable[tuple[str, object]]) -> Iterator[tuple[str, bytes]]:
    for key, kept in rows:
        if isinstance(kept, bytes):
            value, seal = kept[:-_SEAL], kept[-_SEAL:]
            if seal == _seal(kind, key, value):
                yield key, value


def _files(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")]


def _is_plain(path: Path) -> bool:
    """True for a file of its own and for none at all: a link would lead to another's file."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True


def _remove(path: Path) -> None:
    for file in _files(path):
        with suppress(OSError):
            file.unlink()
