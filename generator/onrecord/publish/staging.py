"""Publication of a whole site: staged in a spare tree, then exchanged with the published one.

The spare is the tree of the publication before. Of every file in either tree its bytes are known,
by its signature or by reading it, so that a tree left behind by a crash, or tampered with, costs
time and never correctness.
"""

import errno
import os
from collections.abc import Mapping
from os.path import realpath
from pathlib import Path

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.publish.exchange import exchange, finish_exchange, sync_files
from onrecord.publish.lock import BuildLock
from onrecord.publish.manifest import MANIFEST_PATH, read_manifest, write_manifest
from onrecord.publish.signatures import KnownFiles, Signature, digest_of
from onrecord.publish.tree import Tree, files_in, read_regular
from onrecord.text.frozen import Frozen

WORK = ".onrecord"
_NAMED_AT_MOST = 5
_HINT = "choose a folder of its own, such as public, with --output or in site.yaml"
_OF_THE_SITE = ("content", "layouts", ".git", WORK)


class OutputFile(Frozen):
    """A file of the site: its path in the output folder and its bytes."""

    path: str
    content: bytes


class Trees(Frozen):
    """What is known of the files of both trees: of the published one and of the spare."""

    published: Mapping[str, Signature] = {}
    spare: Mapping[str, Signature] = {}


class Publication(Frozen):
    """What a publication did, in files; all of them are the site's.

    `trees` is what is known of both trees from now on, `files` the digest of each file by path.
    """

    folder: Path
    written: int
    unchanged: int
    removed: int
    trees: Trees = Trees()
    files: Mapping[str, str] = {}


class Staging:
    """A site being put together where nobody sees it: `publish` shows it, `discard` ends it."""

    def __init__(
        self,
        output: Path,
        spare: Path,
        lock: BuildLock,
        previous: frozenset[str],
        trees: Trees,
    ) -> None:
        self.trees = trees
        self._output = output
        self._published = KnownFiles(output, trees.published if previous else {})
        self._spare = KnownFiles(spare, trees.spare)
        self._lock = lock
        self._previous = previous
        self._tree = Tree(spare)
        self._paths: dict[str, str] = {}
        self._written = 0

    def published(self, path: str) -> bytes | None:
        """The bytes of a file as it is published now; None where it is not."""
        return read_regular(self._output / path) if path in self._previous else None

    def add(self, file: OutputFile, digest: str = "") -> None:
        """Stage one file, with its digest where that is known; OSError where the disk refuses."""
        digest = digest or digest_of(file.content)
        self._paths[file.path] = digest
        if self._spare.digest(file.path) != digest:
            self._tree.put(file.path, file.content)
            self._spare.note(file.path, digest)
        if self._published.digest(file.path) != digest:
            self._written += 1

    def holds(self, path: str, digest: str) -> bool:
        """True where the published file holds just the bytes of this digest."""
        return path in self._previous and self._published.digest(path) == digest

    def differing(self, files: Mapping[str, str]) -> list[str]:
        """The paths of those, of many files by their digests, that `holds` would deny."""
        return self._published.differing(files)

    def keep(self, path: str, digest: str) -> None:
        """Stage a file as it is published, which `holds` must have said."""
        self.keep_all({path: digest})

    def keep_all(self, files: Mapping[str, str]) -> None:
        """Stage many files as they are published, by path their digests."""
        self._paths.update(files)
        for path in self._spare.differing(files):
            content = read_regular(self._output / path)
            if content is None or digest_of(content) != files[path]:
                raise FileNotFoundError(errno.ENOENT, "changed during the build", path)
            self._tree.put(path, content)
            self._spare.note(path, files[path])

    def confirm(self, outputs: Mapping[str, str]) -> Publication | None:
        """What publishing these files by digest comes to, where they stand there already."""
        kept = frozenset({*outputs, MANIFEST_PATH})
        if self._previous != kept or self.differing(outputs):
            return None
        if read_regular(self._output / MANIFEST_PATH) != write_manifest(outputs):
            return None
        published = self._published.signatures(kept, self._output)
        trees = Trees(published, self.trees.spare)
        return Publication(self._output, 0, len(outputs), 0, trees, outputs)

    def publish(self) -> Publication:
        """Make what was staged the site, at one stroke; where nothing changed, nothing moves."""
        manifest = write_manifest(self._paths)
        kept = frozenset({*self._paths, MANIFEST_PATH})
        removed = len(self._previous - kept)
        is_listed = read_regular(self._output / MANIFEST_PATH) == manifest
        published, spare = self._published, self._spare
        if self._written or removed or not is_listed:
            self._tree.put(MANIFEST_PATH, manifest)
            self._tree.prune(kept)
            sync_files(self._tree.root)
            exchange(self._tree.root, self._output, _journal(self._tree.root))
            published, spare = spare, published
        trees = Trees(
            published.signatures(kept, self._output), spare.signatures(kept, self._tree.root)
        )
        unchanged = len(self._paths) - self._written
        return Publication(self._output, self._written, unchanged, removed, trees, self._paths)

    def discard(self) -> None:
        """What was not published by now never is; another build may begin."""
        self._lock.release()


def open_staging(root: Path, output: Path, trees: Trees | None = None) -> Outcome[Staging | None]:
    """A staging for the site's output folder, or None and why not.

    `trees` is what the publication before left behind.

    Another build is running, the folder holds files that are not ours or is a mount point, or the
    disk refuses.
    """
    lock = BuildLock(root / WORK / "lock")
    try:
        refusal = _refuse_place(root, output)
        if refusal is not None:
            return Outcome(None, (refusal,))
        if not lock.take():
            message = "another build is writing to this site's output"
            return Outcome(None, (diagnose("OR904", message, None),))
        staging, refusal = _open_locked(root, output, lock, trees or Trees())
    except OSError as error:
        lock.release()
        return Outcome(None, (cannot_write(error),))
    if refusal is not None:
        lock.release()
        return Outcome(None, (refusal,))
    return Outcome(staging)


def cannot_write(error: OSError) -> Diagnostic:
    """The finding for a write that the operating system refused."""
    place = f" {error.filename}" if error.filename else ""
    message = f"cannot write{place}: {error.strerror or error}"
    hint = "what was published before is untouched; free some space or mend the permissions"
    return diagnose("OR903", message, None, hint=hint)


def _open_locked(
    root: Path, output: Path, lock: BuildLock, trees: Trees
) -> tuple[Staging | None, Diagnostic | None]:
    spare = spare_for(root, output)
    spare.parent.mkdir(parents=True, exist_ok=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    finish_exchange(spare, output, _journal(spare))
    if not os.path.lexists(output):
        return Staging(output, spare, lock, frozenset(), trees), None
    refusal = _refuse_folder(output)
    if refusal is not None:
        return None, refusal
    found = frozenset(files_in(output))
    foreign = sorted(found - _listed_files(output))
    if foreign:
        return None, _refuse_foreign(output, foreign)
    return Staging(output, spare, lock, found, trees), None


def _listed_files(output: Path) -> frozenset[str]:
    manifest = output / MANIFEST_PATH
    if manifest.is_symlink() or not manifest.is_file():
        return frozenset()
    return read_manifest(manifest.read_bytes()) or frozenset()


def _refuse_place(root: Path, output: Path) -> Diagnostic | None:
    """Why the site's own files or somebody else's would be in danger, wherever they lie."""
    if (root / WORK).is_symlink():
        message = f"{WORK} is a symbolic link, so that work files would lie elsewhere"
        return diagnose("OR706", message, None, hint=f"delete it; a folder {WORK} is made anew")
    place, site = Path(realpath(output)), Path(realpath(root))
    if site.is_relative_to(place):
        message = f"the output folder {output} holds the site itself"
        return diagnose("OR706", message, None, hint=_HINT)
    for name in _OF_THE_SITE:
        if place.is_relative_to(site / name):
            message = f"the output folder {output} would lie in {name}/, which is the site's own"
            return diagnose("OR706", message, None, hint=_HINT)
    return None


def _refuse_folder(output: Path) -> Diagnostic | None:
    if output.is_symlink() or not output.is_dir():
        message = f"{output.name} is in the way: it is not a folder"
        return diagnose(
            "OR902", message, None, hint="move it away, or choose another output folder"
        )
    if os.path.ismount(output):
        message = f"{output.name} is a mount point and cannot be exchanged whole"
        return diagnose("OR902", message, None, hint="choose a folder inside it with --output")
    return None


def _refuse_foreign(output: Path, foreign: list[str]) -> Diagnostic:
    named = ", ".join(foreign[:_NAMED_AT_MOST])
    more = len(foreign) - _NAMED_AT_MOST
    rest = f" and {more} more" if more > 0 else ""
    message = f"{output.name}/ holds files that onrecord did not write: {named}{rest}"
    hint = "move them away, or choose another folder with --output; nothing was deleted"
    return diagnose("OR902", message, None, hint=hint)


def spare_for(root: Path, output: Path) -> Path:
    """Beside the work files where that is the output's file system, else beside the output."""
    work = root / WORK
    if work.stat().st_dev == _existing(output.parent).stat().st_dev:
        return work / "spare"
    return output.with_name(f".{output.name}.onrecord-spare")


def _existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


def _journal(spare: Path) -> Path:
    return spare.with_name(spare.name + "-journal")
