"""The command line where much of what Windows lacks is missing, and much that it refuses refused.

`python -m tests.rig.as_windows ARGUMENTS` is `onrecord ARGUMENTS` on Linux, but: there is no fork,
no flock and no exchange of folders; a file that is open, or a folder with an open file in it, can
be neither removed nor renamed nor replaced; nothing is renamed onto what is there, and no folder
opened.

What it cannot show is backslashes, drives and what Windows' own modules do.
"""

# Their own ways on Windows are not under test: what is loaded now takes this system for Linux.
import asyncio
import concurrent.futures.process
import ctypes
import importlib
import multiprocessing.popen_spawn_posix
import multiprocessing.synchronize
import os
import shutil
import signal
import sqlite3
import sys
import sysconfig
import tempfile
import zoneinfo
from collections.abc import Callable
from os.path import lexists, realpath
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import livereload
import tornado.web
import watchfiles

_LOADED = (
    asyncio,
    concurrent,
    ctypes,
    multiprocessing,
    sqlite3,
    tempfile,
    click,
    livereload,
    tornado,
    zoneinfo,
)
_Place = str | bytes | Path

_MISSING_MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "pty")
_MISSING_NAMES = (
    *("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "fchmod", "fork", "forkpty", "geteuid", "getuid"),
    *("mkfifo", "pread", "sync", "sysconf"),
)


def _is_open(path: _Place) -> bool:
    """True where this process has the file open, or one that lies below the folder."""
    told = Path(os.fsdecode(path))
    place = f"{realpath(told.parent)}/{told.name}"  # a link is open where what it leads to is not
    for opened in Path("/proc/self/fd").iterdir():
        try:
            target = str(opened.readlink())
        except OSError:
            continue
        if target == place or target.startswith(f"{place}/"):
            return True
    return False


def _refuse(path: _Place) -> None:
    if _is_open(path):
        raise PermissionError(13, "The process cannot access the file", os.fsdecode(path))


def _removing(real: Callable[..., None]) -> Callable[..., None]:
    def remove(path: _Place, **more: int) -> None:
        _refuse(path)
        real(path, **more)

    return remove


def _rename(source: _Place, target: _Place, real: Callable[..., None] = os.rename) -> None:
    _refuse(source)
    if lexists(target):
        raise FileExistsError(17, "Cannot create a file when that file already exists", target)
    real(source, target)


def _replace(source: _Place, target: _Place, real: Callable[..., None] = os.replace) -> None:
    _refuse(source)
    _refuse(target)
    if Path(os.fsdecode(target)).is_dir():
        raise PermissionError(13, "Access is denied", os.fsdecode(target))
    real(source, target)


def _open(path: _Place, flags: int, mode: int = 0o777, real: Callable[..., int] = os.open) -> int:
    if Path(os.fsdecode(path)).is_dir():
        raise PermissionError(13, "Permission denied", os.fsdecode(path))
    return real(path, flags, mode)


def _pretended_msvcrt() -> ModuleType:
    """Locks on ranges of bytes, which other processes see."""
    import fcntl  # noqa: PLC0415 - before it is gone

    module = ModuleType("msvcrt")

    def locking(descriptor: int, _mode: int, size: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        assert size == 1

    vars(module).update(locking=locking, LK_NBLCK=2)
    return module


class _OfThisSystem(ModuleType):
    """`sys` as it was, for what starts processes the way this system does."""

    platform = sys.platform

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `sys` has
        return getattr(sys, name)


def pretend() -> None:
    """From now on this process is as on Windows."""
    sys.modules["msvcrt"] = _pretended_msvcrt()
    for name in _MISSING_MODULES:
        sys.modules[name] = None  # type: ignore[assignment] # which makes its import fail
    for name in _MISSING_NAMES:
        delattr(os, name)
    del signal.pthread_sigmask
    vars(shutil)["_use_fd_functions"] = False
    vars(os).update(
        unlink=_removing(os.unlink), remove=_removing(os.remove), rmdir=_removing(os.rmdir),
        rename=_rename, replace=_replace, open=_open,
    )  # fmt: skip
    for name, module in sys.modules.items():
        if name.startswith("multiprocessing.") and hasattr(module, "sys"):
            vars(module)["sys"] = _OfThisSystem("sys")
    vars(shutil)["sys"] = _OfThisSystem("sys")  # for the names of programs
    sys.platform = "win32"


def begin() -> None:
    """Load what is not under test, then pretend."""
    assert all((*_LOADED, watchfiles))
    sysconfig.get_config_vars()
    pretend()


if __name__ in {"__main__", "__mp_main__"}:  # the second in processes that are spawned
    begin()
if __name__ == "__main__":
    importlib.import_module("onrecord.cli").main()
