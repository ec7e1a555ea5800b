"""A folder of regular files brought, file by file, to what it should hold."""

import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from onrecord.text.slugs import fold_address

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def files_in(folder: Path) -> Iterator[str]:
    """The path of everything that is not a folder, links included, relative and sorted."""
    found: list[str] = []
    pending = [(str(folder), "")]
    while pending:
        place, prefix = pending.pop()
        with os.scandir(place) as entries:
            for entry, name in _named(entries):
                path = prefix + name
                if entry.is_dir(follow_symlinks=False):
                    pending.append((entry.path, f"{path}/"))
                else:
                    found.append(path)
    yield from sorted(found)


class Tree:
    """A private folder while it is being filled.

    Whatever stands in the way is replaced: a link, a folder where a file belongs, a file of another
    mode.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ready: set[str] = set()
        self._ensure_folder("")

    def holds(self, path: str, content: bytes) -> bool:
        """True where a regular file of ours with exactly these bytes stands at the path."""
        return read_regular(self.root / path) == content

    def put(self, path: str, content: bytes) -> None:
        """Make the file hold these bytes; one that already does is not touched."""
        self._ensure_folder(path.rpartition("/")[0])
        if self.holds(path, content):
            return
        place = self.root / path
        _clear(place)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), FILE_MODE)

    def prune(self, kept: frozenset[str]) -> None:
        """Remove every file that is not to be kept, and the folders that this empties."""
        if is_case_blind(self.root):
            _spell(self.root, kept)
        prune(self.root, kept)

    def _ensure_folder(self, folder: str) -> None:
        if folder in self._ready:
            return
        if folder:
            self._ensure_folder(folder.rpartition("/")[0])
        place = self.root / folder
        if not _is_folder(place):
            _clear(place)
            place.mkdir(parents=not folder)
        place.chmod(FOLDER_MODE)
        self._ready.add(folder)


def is_case_blind(folder: Path) -> bool:
    """True where the disk takes `Public` and `public` for one name, as on macOS and Windows."""
    try:
        return folder.with_name(folder.name.swapcase()).samefile(folder)
    except OSError:
        return False


def _spell(folder: Path, kept: frozenset[str]) -> None:
    """Give files that are to be kept just these names, where the disk spells them otherwise."""
    found = frozenset(files_in(folder))
    wanted = {fold_address(path): path for path in kept - found}
    for path in sorted(found - kept):
        place = folder
        for part, name in zip(
            path.split("/"), wanted.get(fold_address(path), path).split("/"), strict=True
        ):
            if part != name and (place / part).exists():
                (place / part).rename(place / name)
            place /= name


def _named(entries: Iterable[os.DirEntry[str]]) -> list[tuple[os.DirEntry[str], str]]:
    """Each with its name in composed letters: some disks give it decomposed."""
    found = list(entries)
    names = {entry.name for entry in found}
    return [(entry, _composed(entry.name, names)) for entry in found]


def _composed(name: str, beside: Collection[str]) -> str:
    if name.isascii():
        return name
    composed = normalize("NFC", name)
    return name if composed in beside else composed  # where there are both, they are two


def prune(folder: Path, kept: frozenset[str]) -> bool:
    """Removes every file that is not to be kept, and the folders that this empties.

    True where something is left.
    """
    return _prune(str(folder), kept, "")


def _prune(folder: str, kept: frozenset[str], prefix: str) -> bool:
    with os.scandir(folder) as entries:
        found = _named(entries)
    left = 0
    for entry, name in found:
        path = prefix + name
        if not entry.is_dir(follow_symlinks=False):
            if path in kept:
                left += 1
            else:
                Path(entry.path).unlink()
        elif _prune(entry.path, kept, f"{path}/"):
            left += 1
        else:
            Path(entry.path).rmdir()
    return bool(left)


def read_regular(place: Path) -> bytes | None:
    """The bytes of a regular file with a published file's mode; None for anything else."""
    try:
        found = os.lstat(place)
        if not stat.S_ISREG(found.st_mode) or _has_odd_mode(found):
            return None
        return place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _has_odd_mode(found: os.stat_result) -> bool:
    return os.name == "posix" and stat.S_IMODE(found.st_mode) != FILE_MODE


def _is_folder(place: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(place).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _clear(place: Path) -> None:
    if _is_folder(place):
        shutil.rmtree(place)
    elif os.path.lexists(place):
        place.unlink()
