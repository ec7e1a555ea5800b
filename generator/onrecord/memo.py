"""What is kept between builds: values by kind and key in one file that may always be deleted.

It knows nothing of what it keeps. A file that cannot be read, or was written under another stamp,
is taken for an empty one and replaced; a value that cannot be written is not kept.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_FORMAT = "1"
_AT_ONCE = 500  # keys asked for in one statement
_TABLES = """
CREATE TABLE IF NOT EXISTS stamp (text TEXT);
CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, value BLOB);
CREATE UNIQUE INDEX IF NOT EXISTS kept_by_key ON kept (kind, key);
"""


class Memo:
    """An open memo. What is put is kept from `commit` on; without it, as if nothing was put."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, kind: str, key: str) -> bytes | None:
        """The value, None where none is kept."""
        return self.get_all(kind, (key,)).get(key)

    def get_all(self, kind: str, keys: Iterable[str]) -> Mapping[str, bytes]:
        """The values of those keys that have one."""
        found: dict[str, bytes] = {}
        asked = list(keys)
        with suppress(sqlite3.Error):
            for start in range(0, len(asked), _AT_ONCE):
                part = asked[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, value FROM kept WHERE kind = ? AND key IN ({marks})"  # noqa: S608
                found.update(self._connection.execute(query, (kind, *part)))
        return found

    def each(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """Every key of a kind with its value."""
        with suppress(sqlite3.Error):
            yield from self._connection.execute(
                "SELECT key, value FROM kept WHERE kind = ?", [kind]
            )

    def put_all(self, kind: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep these values, instead of those that the keys had."""
        with suppress(sqlite3.Error):
            self._connection.executemany(
                "INSERT INTO kept VALUES (?, ?, ?)"
                " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                ((kind, key, value) for key, value in values),
            )

    def forget_all(self, kind: str, keys: Iterable[str]) -> None:
        """Keep these no longer."""
        with suppress(sqlite3.Error):
            self._connection.executemany(
                "DELETE FROM kept WHERE kind = ? AND key = ?", ((kind, key) for key in keys)
            )

    def keys(self, kind: str) -> frozenset[str]:
        """The keys of a kind that have a value."""
        query = "SELECT key FROM kept WHERE kind = ?"
        with suppress(sqlite3.Error):
            return frozenset(key for (key,) in self._connection.execute(query, [kind]))
        return frozenset()

    def commit(self) -> None:
        """From now on what was put is kept."""
        with suppress(sqlite3.Error):
            self._connection.commit()

    def close(self) -> None:
        """Give up what was not committed."""
        with suppress(sqlite3.Error):
            self._connection.rollback()
            self._connection.close()


def open_memo(path: Path, stamp: str) -> Memo | None:
    """The memo in this file, empty where it was kept under another stamp; None where none can be.

    Two builds at once do not wait for each other: the second does without.
    """
    for attempt in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return Memo(_connect(path, f"{_FORMAT} {stamp}"))
        except sqlite3.DatabaseError as error:
            if attempt or (isinstance(error, sqlite3.OperationalError) and "locked" in str(error)):
                return None
            _remove(path)
        except OSError:
            return None
    return None


def read_memo(path: Path) -> Memo:
    """The same file for another process that only reads."""
    return Memo(sqlite3.connect(f"file:{path}?mode=ro", uri=True))


def _connect(path: Path, stamp: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
        found = connection.execute("SELECT text FROM stamp").fetchone()
        if found != (stamp,):
            connection.execute("DELETE FROM kept")
            connection.execute("DELETE FROM stamp")
            connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
            connection.commit()
            connection.execute("VACUUM")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
