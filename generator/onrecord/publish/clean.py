"""A site's output and work files, removed: only what builds made, and only between builds."""

import shutil
from contextlib import suppress
from pathlib import Path

from onrecord.diagnostics import Diagnostic, Outcome, diagnose
from onrecord.publish.lock import PREVIEW, BuildLock, preview_lock
from onrecord.publish.manifest import MANIFEST_PATH, read_manifest
from onrecord.publish.staging import WORK, cannot_write, spare_for
from onrecord.publish.tree import files_in, prune
from onrecord.text.frozen import Frozen


class Cleaned(Frozen):
    """What a cleaning did: how many published files it removed, and whether a preview goes on."""

    files: int = 0
    is_previewed: bool = False


def clean_site(root: Path, output: Path) -> Outcome[Cleaned]:
    """Remove both; files in the output that are not ours stay, and what a running preview needs."""
    work = root / WORK
    if work.is_symlink():
        return Outcome(Cleaned(), (_elsewhere(),))
    lock, preview = BuildLock(work / "lock"), preview_lock(work)
    try:
        if not lock.take():
            message = "a build is writing to this site's output"
            return Outcome(Cleaned(), (diagnose("OR904", message, None),))
        spare = spare_for(root, output)
        removed = _remove_published(output)
        for folder in (spare, spare.with_name(f"{spare.name}-aside")):
            if folder.parent == output.parent and folder.is_dir() and not folder.is_symlink():
                shutil.rmtree(folder)
        is_previewed = not preview.take()
        _remove_work(work, lock, preview, is_previewed=is_previewed)
    except OSError as error:
        return Outcome(Cleaned(), (cannot_write(error),))
    finally:
        preview.release()
        lock.release()
    return Outcome(Cleaned(removed, is_previewed))


def _remove_work(work: Path, lock: BuildLock, preview: BuildLock, *, is_previewed: bool) -> None:
    """All but what a running preview needs, the locks last: until then no other build begins."""
    kept = (lock.path.name, PREVIEW if is_previewed else preview.path.name)
    for place in work.iterdir():
        if place.name.startswith(kept):
            continue
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()
    if not is_previewed:
        preview.remove()
    lock.remove()
    with suppress(OSError):  # a preview, or a build that began in between, keeps what it has made
        work.rmdir()


def _remove_published(output: Path) -> int:
    manifest = output / MANIFEST_PATH
    if output.is_symlink() or not manifest.is_file() or manifest.is_symlink():
        return 0
    ours = read_manifest(manifest.read_bytes()) or frozenset()
    found = frozenset(files_in(output))
    if not prune(output, found - ours):
        output.rmdir()
    return len(found & ours - {MANIFEST_PATH})


def _elsewhere() -> Diagnostic:
    message = f"{WORK} is a symbolic link, so that work files would lie elsewhere"
    return diagnose("OR706", message, None, hint="delete it; what it leads to is left alone")
