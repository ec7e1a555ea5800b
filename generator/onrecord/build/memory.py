"""What a build leaves for the next one, in `.onrecord/memo`, and what of it still counts.

Everything is kept by the digest of what it was made of, or together with it, under a stamp of the
program that made it. The folder may be deleted at any time.
"""

import os
import platform
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from onrecord import __version__
from onrecord.build.result import BuildSettings, SiteCounts
from onrecord.diagnostics import Diagnostic
from onrecord.disk.files import digest_at, list_files
from onrecord.disk.survey import Survey
from onrecord.memo import Memo, open_memo
from onrecord.publish import WORK, Trees
from onrecord.text.codec import Unreadable, decode, encode
from onrecord.text.digest import digest_of_bytes
from onrecord.text.frozen import Frozen

Value = TypeVar("Value")

_ONE = "last"
_AT_ONCE = 200  # values read at once


class LastBuild(Frozen):
    """The last published build: what it was made of, and what it said.

    `asked` is the digest of its settings. What it held back stays so for any moment from
    `valid_from` until just before `valid_until`, in UTC seconds since 1970. `outputs` are the
    digests of the files that it published.
    """

    survey: Survey
    asked: str
    valid_from: float
    valid_until: float
    output: str
    diagnostics: tuple[Diagnostic, ...]
    counts: SiteCounts
    outputs: Mapping[str, str]


class Memory:
    """What is remembered, typed; every reading gives None where nothing useful is kept."""

    def __init__(self, memo: Memo | None) -> None:
        self.memo = memo

    def recall(self, kind: str, of: type[Value], key: str = _ONE) -> Value | None:
        """What is kept of this kind under the key."""
        raw = self.memo.get(kind, key) if self.memo else None
        return None if raw is None else read_back(raw, of)

    def recall_all(
        self, kind: str, of: type[Value], keys: Iterable[str]
    ) -> Iterator[tuple[bytes, Value | None]]:
        """The bytes and the value of each key, in order; b"" and None without anything useful.

        Few are held at once.
        """
        asked = iter(keys)
        while part := tuple(islice(asked, _AT_ONCE)):
            found = self.memo.get_all(kind, part) if self.memo else {}
            for key in part:
                raw = found.get(key, b"")
                value = read_back(raw, of) if raw else None
                yield (b"", None) if value is None else (raw, value)

    def remember(self, kind: str, value: object, key: str = _ONE) -> None:
        """Keep a value."""
        if self.memo:
            self.memo.put_all(kind, [(key, encode(value))])

    @property
    def lasts(self) -> bool:
        """True where this memory serves many builds, one after the other."""
        return False

    def at_hand(self, kind: str) -> dict[str, Any]:
        """What earlier builds have put here, by a key that tells all that it was made of.

        Nothing, unless this memory lasts for many builds, and keeps on the disk what it can.
        """
        del kind
        return {}

    def once(self, kind: str, key: Hashable, make: Callable[[], Value]) -> Value:
        """What is made; a memory that lasts for many builds makes it once for the same key."""
        del kind, key
        return make()

    def commit(self) -> None:
        """From now on it is kept."""
        if self.memo:
            self.memo.commit()

    def give_up(self) -> None:
        """Drop what was not committed."""
        if self.memo:
            self.memo.give_up()

    def close(self) -> None:
        """Drop what was not committed, for good."""
        if self.memo:
            self.memo.close()


def read_back(raw: bytes, of: type[Value]) -> Value | None:
    """A value that was kept; None where the bytes are damaged."""
    try:
        return decode(raw, of)
    except Unreadable:
        return None


def open_memory(settings: BuildSettings, *, is_made: bool) -> Memory:
    """The memory of the site, or one that is empty and stays so.

    `is_made` False makes none where there is none yet: a check leaves nothing behind.
    """
    work = settings.root / WORK
    is_wanted = settings.memo and (settings.root / "site.yaml").is_file()
    if not is_wanted or work.is_symlink() or not (is_made or (work / settings.memo_name).is_file()):
        return Memory(None)
    return Memory(open_memo(work / settings.memo_name, build_stamp()))


def asked_of(settings: BuildSettings) -> str:
    """The digest of what a build is asked, but for the moment, the place and what fails it."""
    asked = (settings.drafts, settings.future, settings.base_url or "")
    return digest_of_bytes(encode(asked))


def seconds_of(moment: datetime) -> float:
    """A moment in UTC seconds since 1970; one without an offset is in UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def trees_for(memory: Memory, output: Path) -> Trees:
    """What was known of the output folder's files."""
    return memory.recall("trees", Trees, output.name) or Trees()


def remember_trees(memory: Memory, output: Path, trees: Trees) -> None:
    """Keep what is known of them now."""
    memory.remember("trees", trees, output.name)


@cache
def build_stamp() -> str:
    """The program: its version, what is installed, and its source when run from a repository.

    The default theme counts as source.
    """
    package = Path(__file__).parents[1]
    repository = package.parents[1]
    digest = blake2b(digest_size=16)
    is_source = (repository / "pyproject.toml").is_file()
    folders = (package, repository / "layouts") if is_source else ()
    for folder in folders:
        for path, place in list_files(repository, folder.relative_to(repository).as_posix()).value:
            if not path.endswith(".pyc"):
                digest.update(f"{path} {digest_at(place)}".encode())
    for name in _installed():
        digest.update(name.encode())
    return f"{__version__} {platform.python_version()} {digest.hexdigest()}"


def _installed() -> list[str]:
    """The packages that are installed, each with its version: one that is replaced may matter."""
    names: list[str] = []
    for entry in filter(None, sys.path):
        with suppress(OSError), os.scandir(entry) as found:  # it may be an archive, or not there
            names += [one.name for one in found]
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
