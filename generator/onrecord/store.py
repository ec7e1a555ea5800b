"""Bytes put aside by name for the time of a build, in a file without a name, and read back.

It knows nothing of what it holds. A process that was forked reads from the same file; for others
it is copied, with a list of what lies where.
"""

import os
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20
_WORD = 8  # bytes of a number in the list of what lies where
_LISTS = 3
_HAS_PREAD = hasattr(os, "pread")


class Store:
    """An open store. It takes 24 bytes of memory for each thing that is put into it, and no more.

    Each name is put once.
    """

    def __init__(self, file: BinaryIO, *, is_copy: bool = False) -> None:
        self._file = file
        # What lies where; a name stands there as a number. The first of them are sorted.
        self._names, self._starts, self._sizes = (array("Q") for _ in range(_LISTS))
        count = int.from_bytes(file.read(_WORD), "little") if is_copy else 0
        for numbers in (self._names, self._starts, self._sizes):
            numbers.frombytes(file.read(_WORD * count))
        self._sorted = count
        self._end = sum(self._sizes)
        self._base = file.tell()  # where in the file the first thing begins

    def put(self, name: str, raw: bytes) -> None:
        """Keep these bytes; OSError where the disk refuses."""
        self._file.write(raw)
        self._names.append(_number(name))
        self._starts.append(self._end)
        self._sizes.append(len(raw))
        self._end += len(raw)

    def get(self, name: str) -> bytes:
        """The bytes of this name; KeyError where there are none."""
        wanted = _number(name)
        place = self._place(wanted)
        if place < 0 and self._sorted < len(self._names):
            self.settle()
            place = self._place(wanted)
        if place < 0:
            raise KeyError(name)
        return self._read(self._base + self._starts[place], self._sizes[place])

    def settle(self) -> None:
        """Make all of it ready to be read, also for processes that are forked from now on."""
        if self._sorted == len(self._names):
            return
        self._file.flush()
        order = sorted(range(len(self._names)), key=self._names.__getitem__)
        self._names, self._starts, self._sizes = (
            array("Q", map(numbers.__getitem__, order))
            for numbers in (self._names, self._starts, self._sizes)
        )
        self._sorted = len(self._names)

    def chunks(self) -> Iterator[bytes]:
        """All of it in pieces, for a process that was not forked, which has a copy of it."""
        self.settle()
        yield len(self._names).to_bytes(_WORD, "little")
        yield from (numbers.tobytes() for numbers in (self._names, self._starts, self._sizes))
        for start in range(0, self._end, _CHUNK):
            yield self._read(self._base + start, min(_CHUNK, self._end - start))

    def close(self) -> None:
        """Nothing of it is kept."""
        self._file.close()

    def _place(self, number: int) -> int:
        """Where a name stands among those that are sorted, -1 where it does not."""
        place = bisect_left(self._names, number, 0, self._sorted)
        return place if place < self._sorted and self._names[place] == number else -1

    def _read(self, start: int, size: int) -> bytes:
        if _HAS_PREAD and not isinstance(self._file, BytesIO):
            # Processes that share a file share its position too.
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        raw = self._file.read(size)
        self._file.seek(0, os.SEEK_END)
        return raw


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """An empty store in this folder, where nobody sees it; in memory without such a folder."""
    file: BinaryIO = BytesIO()
    with suppress(OSError):
        if folder.is_dir() and not folder.is_symlink():
            file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed with the store
    store = Store(file)
    try:
        yield store
    finally:
        store.close()


def copied_store(raw: bytes) -> Store:
    """The store of which these bytes are a copy."""
    return Store(BytesIO(raw), is_copy=True)


def _number(name: str) -> int:
    """Eight bytes of the digest of a name: no two of a site's names have the same."""
    raw = name.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(raw, digest_size=_WORD).digest(), "big")
