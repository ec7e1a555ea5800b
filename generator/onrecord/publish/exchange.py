"""Two folders change places: readers see the old site or the new one, nothing between."""

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from onrecord.publish.patience import patiently

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(fresh: Path, published: Path, journal: Path) -> None:
    """Put `fresh` in the place of `published`, which afterwards stands where `fresh` stood.

    One step of the operating system where it has one; elsewhere two renames, and a journal from
    which `finish_exchange` completes them after a crash between the two.
    """
    if not published.exists():
        patiently(lambda: fresh.rename(published))
    elif not _exchange_at_once(fresh, published):
        _exchange_in_two_steps(fresh, published, journal)
    sync_folder(published.parent)
    if fresh.parent != published.parent:
        sync_folder(fresh.parent)


def finish_exchange(fresh: Path, published: Path, journal: Path) -> None:
    """Complete an exchange that a crash cut in two; nothing where none was."""
    aside = _aside(fresh)
    if not journal.exists():
        return
    if not published.exists():
        whole = fresh if fresh.exists() else aside
        patiently(lambda: whole.rename(published))
    if aside.exists() and not fresh.exists():
        patiently(lambda: aside.rename(fresh))
    journal.unlink()


def sync_folder(folder: Path) -> None:
    """Make renames in the folder last beyond a power cut; where folders cannot be opened, no-op."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_files(folder: Path) -> None:
    """Bring what was written on this file system to the disk, in one call where there is one."""
    libc = _libc()
    if libc is None or not hasattr(libc, "syncfs"):
        if hasattr(os, "sync"):
            os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(descriptor)


def _exchange_at_once(fresh: Path, published: Path) -> bool:
    libc = _libc()
    if libc is None:
        return False
    left, right = os.fsencode(fresh), os.fsencode(published)
    if sys.platform == "darwin":
        result = libc.renamex_np(left, right, _RENAME_SWAP)
    elif hasattr(libc, "renameat2"):
        result = libc.renameat2(_AT_FDCWD, left, _AT_FDCWD, right, _RENAME_EXCHANGE)
    else:
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(published))


def _exchange_in_two_steps(fresh: Path, published: Path, journal: Path) -> None:
    aside = _aside(fresh)
    journal.write_text("exchange\n", encoding="utf-8")
    try:
        patiently(lambda: published.rename(aside))
    except OSError:
        journal.unlink()
        raise
    try:
        patiently(lambda: fresh.rename(published))
    except OSError:
        patiently(lambda: aside.rename(published))
        journal.unlink()
        raise
    with suppress(OSError):  # the new site stands: what is left to do, the next build does
        patiently(lambda: aside.rename(fresh))
        journal.unlink()


def _aside(fresh: Path) -> Path:
    return fresh.with_name(fresh.name + "-aside")


def _libc() -> ctypes.CDLL | None:
    if sys.platform == "win32":
        return None
    return ctypes.CDLL(None, use_errno=True)
