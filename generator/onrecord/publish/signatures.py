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
    if not stat.S_ISREG(found.st_mode):
        return None
    if os.name == "posix" and stat.S_IMODE(found.st_mode) != FILE_MODE:
        return None
    return Signature(digest, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
