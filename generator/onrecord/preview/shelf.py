"""The files of the preview: written one by one, and only where their bytes changed.

What a build makes lies aside until the build is known to be good, so that the pages before it stay
where it is not. A file is exchanged whole, so that a browser never gets half of one.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path

from onrecord.diagnostics import Outcome
from onrecord.publish import Outlet, OutputFile, Publication, Trees, cannot_write
from onrecord.publish.patience import patiently
from onrecord.publish.signatures import KnownFiles, digest_of
from onrecord.publish.tree import files_in, is_case_blind
from onrecord.search.index import FOLDER as INDEX
from onrecord.text.slugs import fold_address


class Shelf:
    """The folder that is served. It lives as long as the preview, and knows what it wrote.

    `changed` are the files that the last build wrote or removed; `spares_index` leaves the index of
    the search to a build that does not make it.
    """

    def __init__(self, folder: Path, trees: Trees) -> None:
        self.folder = folder
        self.changed: frozenset[str] = frozenset()
        self.spares_index = False
        self._aside = folder.with_name(f"{folder.name}-next")
        self._on_disk = KnownFiles(folder, trees.published)
        self._digests: dict[str, str] = {}
        self._paths: dict[str, str] = {}
        self._pending: dict[str, tuple[str, Path]] = {}  # the digest, and where it lies aside
        self._found: set[str] = set()
        self._no_links: set[str] = set()
        self._inode = 0
        self._is_doubted = False

    @property
    def trees(self) -> Trees:
        """Nothing: what lies here is known without."""
        return Trees()

    def open(self, _root: Path, _output: Path, _trees: Trees) -> Outcome[Outlet | None]:
        """The shelf, empty-handed, for the next build."""
        try:
            self._begin()
        except OSError as error:
            return Outcome(None, (cannot_write(error),))
        return Outcome(self)

    def published(self, path: str) -> bytes | None:
        """The bytes of a file as it is served now; None where there is none."""
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            return None

    def holds(self, path: str, digest: str) -> bool:
        """True where the file that is served holds just the bytes of this digest."""
        return self._digest(path) == digest

    def differing(self, files: Mapping[str, str]) -> list[str]:
        """The paths of those, of many files by their digests, that `holds` would deny."""
        return [path for path, digest in files.items() if not self.holds(path, digest)]

    def keep(self, path: str, digest: str) -> None:
        """Leave a file as it is."""
        self._paths[path] = digest

    def keep_all(self, files: Mapping[str, str]) -> None:
        """Leave many files as they are, by path their digests."""
        self._paths.update(files)

    def add(self, file: OutputFile, digest: str = "") -> None:
        """Lay one file aside, where it differs from the one that is served."""
        digest = digest or digest_of(file.content)
        self._paths[file.path] = digest
        if self._digest(file.path) != digest:
            place = self._aside / str(len(self._pending))
            self._pending[file.path] = digest, place
            place.write_bytes(file.content)

    def publish(self) -> Publication:
        """Serve what was laid aside, and nothing that this build did not name."""
        gone = {path for path in self._found - self._paths.keys() if not self._is_spared(path)}
        if gone and is_case_blind(self.folder):  # where another spelling is the same file
            still = set(map(fold_address, self._paths))
            gone = {path for path in gone if fold_address(path) not in still}
        for path in gone:
            self._remove(path)
        for path, (digest, aside) in self._pending.items():
            self._exchange(path, aside)
            self._digests[path] = digest
            self._found.add(path)
        self.changed = frozenset({*self._pending, *gone})
        written = len(self._pending)
        self._pending = {}
        unchanged = len(self._paths) - written
        return Publication(self.folder, written, unchanged, len(gone), Trees(), self._paths)

    def discard(self) -> None:
        """What was laid aside and not served never is."""
        for _, aside in self._pending.values():
            aside.unlink(missing_ok=True)
        self._pending = {}

    def _is_spared(self, path: str) -> bool:
        """True for the index of the search, which not every build makes."""
        return self.spares_index and path.startswith(f"{INDEX}/")

    def remove_index(self) -> None:
        """The site cannot be searched any more."""
        gone = [path for path in self._found if path.startswith(f"{INDEX}/")]
        for path in gone:
            self._remove(path)
        self.changed |= frozenset(gone)

    def signatures(self) -> Trees:
        """What a later preview may know of the files."""
        known = KnownFiles(self.folder, {})
        for path, digest in self._digests.items():
            known.note(path, digest)
        return Trees(published=known.signatures(frozenset(self._paths), self.folder))

    @property
    def is_lost(self) -> bool:
        """True where somebody has removed the folder, or some of it, since it was written to."""
        return bool(self._inode) and not self._is_known()

    def miss(self, path: str) -> bool:
        """Nothing is to be had at a path; True, and all is looked at again, where something was."""
        is_missed = path in self._found or f"{path}/index.html" in self._found
        self._is_doubted |= is_missed
        return is_missed

    def _is_known(self) -> bool:
        if self._is_doubted:
            return False
        try:
            return self.folder.stat(follow_symlinks=False).st_ino == self._inode
        except OSError:
            return False

    def _begin(self) -> None:
        work = self.folder.parent
        if work.is_symlink():
            raise NotADirectoryError(
                ENOTDIR, "it is a symbolic link, which leads elsewhere", str(work)
            )
        self.changed = frozenset()
        self._paths, self._pending, self._no_links = {}, {}, set()
        is_known = self._is_known()
        for folder in (self.folder, self._aside):
            if folder.is_symlink() or not folder.is_dir():
                self._clear(folder)
                folder.mkdir(parents=True)
        if not is_known:  # the first time, or somebody has removed the folder
            known = self._on_disk if not self._inode else KnownFiles(self.folder, {})
            # One that is made anew may well have the number of the one that was removed.
            self._inode, self._on_disk, self._digests = self.folder.stat().st_ino, known, {}
            self._found = set(self._files())
            self._is_doubted = False
            for left in self._aside.iterdir():  # by a preview that was killed
                self._clear(left)

    def _files(self) -> Iterator[str]:
        """What lies here. Links are no work of ours, and lead elsewhere: they are removed."""
        for path in files_in(self.folder):
            if (self.folder / path).is_symlink():
                (self.folder / path).unlink()
            else:
                yield path

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = self._on_disk.digest(path)
        return self._digests[path]

    def _exchange(self, path: str, aside: Path) -> None:
        place = self.folder / path
        try:
            self._refuse_links(path)
            os.replace(aside, place)  # noqa: PTH105 - what is there is replaced
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
            self._make_way(path)
            patiently(lambda: os.replace(aside, place))  # noqa: PTH105

    def _refuse_links(self, path: str) -> None:
        """NotADirectoryError where a folder above the file is a link: we would write elsewhere."""
        folder = path.rpartition("/")[0]
        while folder and folder not in self._no_links:
            if (self.folder / folder).is_symlink():
                raise NotADirectoryError(folder)
            self._no_links.add(folder)
            folder = folder.rpartition("/")[0]

    def _make_way(self, path: str) -> None:
        """Folders above the file, whatever stood there; no folder in its own place."""
        place = self.folder
        for part in path.split("/")[:-1]:
            place /= part
            if place.is_symlink() or not place.is_dir():
                self._is_doubted |= place.is_symlink()  # what lay behind it is gone
                self._clear(place)
                place.mkdir()
        if (self.folder / path).is_dir():
            self._clear(self.folder / path)

    def _remove(self, path: str) -> None:
        self._digests.pop(path, None)
        self._found.discard(path)
        place = self.folder / path
        with suppress(FileNotFoundError, NotADirectoryError):
            patiently(place.unlink)
        with suppress(OSError):  # a folder that still holds something stays
            for folder in place.parents:
                if folder == self.folder:
                    break
                folder.rmdir()

    @staticmethod
    def _clear(place: Path) -> None:
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        elif place.is_symlink() or place.exists():
            place.unlink()
