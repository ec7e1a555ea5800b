"""Which bytes a file holds, without reading it again while the file system says it was not touched.

A signature is size, both times and inode: what was written over, put back from an archive or
checked out anew has another. A file touched a moment ago has none yet, since a second change in
the same tick of the clock would not show.
"""

import os
import stat
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from onrecord.publish.tree import FILE_MODE, read_regular
from onrecord.text.digest import DIGEST_BYTES
from onrecord.text.frozen import Frozen

_TICK = 50_000_000  # nanoseconds; the coarsest clock of a file system in use, with room

_PUBLISHED = stat.S_IFREG | FILE_MODE
_OF_THE_INODE = 2**64 - 1  # the part that is kept; on some disks of Windows it has 128 bits


class Signature(Frozen):
    """How a file looked when it was known to hold the bytes of this digest."""

    digest: str
    size: int
    modified: int
    changed: int
    inode: int


Signatures = Mapping[str, Signature]
"""The signatures of a folder's files, by path."""


def digest_of(content: bytes) -> str:
    """The digest of a file's bytes."""
    return blake2b(content, digest_size=DIGEST_BYTES).hexdigest()


class KnownFiles:
    """A folder of which is known what its files held when it was last looked at."""

    def __init__(self, root: Path, known: Signatures) -> None:
        self._root = str(root)
        self._known = dict(known)
        self._fresh: dict[str, str] = {}

    def digest(self, path: str) -> str:
        """The digest of a regular file with a published file's mode, "" for anything else."""
        if path in self._fresh:
            return self._fresh[path]
        known = self._known.get(path)
        place = f"{self._root}/{path}"
        if known is not None and _look(place, known.digest) == known:
            return known.digest
        self._known.pop(path, None)
        content = read_regular(Path(place))
        digest = "" if content is None else digest_of(content)
        self._fresh[path] = digest
        return digest

    def differing(self, files: Mapping[str, str]) -> list[str]:
        """Those of these files that do not hold the bytes of their digest, as `digest` says."""
        return [
            path
            for path, digest in files.items()
            if not self._is_as_known(path, digest) and self.digest(path) != digest
        ]

    def _is_as_known(self, path: str, digest: str) -> bool:
        """True where the file holds these bytes and was not touched: said without much ado."""
        known = self._known.get(path)
        if known is None or known.digest != digest:
            return False
        try:
            found = os.lstat(f"{self._root}/{path}")
        except OSError:
            return False
        return (
            found.st_ctime_ns == known.changed
            and found.st_mtime_ns == known.modified
            and found.st_size == known.size
            and found.st_ino & _OF_THE_INODE == known.inode
            and _is_published(found)
        )

    def note(self, path: str, digest: str) -> None:
        """The file was just made to hold these bytes."""
        self._fresh[path] = digest
        self._known.pop(path, None)

    def signatures(self, paths: frozenset[str], root: Path) -> dict[str, Signature]:
        """What is known of these files now that the folder is called `root`."""
        now = time.time_ns()
        kept = {path: known for path, known in self._known.items() if path in paths}
        for path, digest in self._fresh.items():
            if digest and path in paths:
                found = _look(f"{root}/{path}", digest)
                if found is not None and max(found.changed, found.modified) < now - _TICK:
                    kept[path] = found
        return kept


def _look(place: str, digest: str) -> Signature | None:
    try:
        found = os.lstat(place)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not _is_published(found):
        return None
    inode = found.st_ino & _OF_THE_INODE
    return Signature(digest, found.st_size, found.st_mtime_ns, found.st_ctime_ns, inode)


def _is_published(found: os.stat_result) -> bool:
    """True for a regular file with a published file's mode."""
    if os.name == "posix":
        return found.st_mode == _PUBLISHED
    return stat.S_ISREG(found.st_mode)
