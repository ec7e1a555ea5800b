"""A command of onrecord that is watched for what it asks of the machine.

`python -m tests.rig.watched FOLDER COMMAND…` runs the command, with FOLDER as the only place that
it may write to, and prints what it did besides, one event a line.
"""

import os
import sys
from pathlib import Path
from typing import Any

from onrecord.cli import main

# The network, other programs, and code that came in as data.
FORBIDDEN = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.startfile",
    "pty.",
    "webbrowser.",
    "pickle.find_class",
)
CHANGES = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.chmod os.chown os.link os.symlink os.truncate".split()
)


class _Watch:
    """Keeps the events of a process that no build has need of."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self.seen: list[str] = []

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(FORBIDDEN):
            self.seen.append(f"{event} {args!r}")
        elif event in CHANGES or (event == "open" and _is_for_writing(args)):
            path = args[0]
            if isinstance(path, str | bytes) and not self._is_ours(os.fsdecode(path)):
                self.seen.append(f"{event} {path!r}")

    def _is_ours(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self.folder)


def _is_for_writing(args: tuple[Any, ...]) -> bool:
    _, mode, flags = args
    writes = isinstance(mode, str) and any(sign in mode for sign in "wax+")
    return writes or (mode is None and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)))


def watch(folder: str, arguments: list[str]) -> None:
    """Run the command; what it did is told at its end, its exit code is ours."""
    sys.dont_write_bytecode = (
        True  # Python's own cache of compiled code is none of a build's doings
    )
    watch = _Watch(folder)
    sys.argv = ["onrecord", *arguments]
    import onrecord.cli.run  # noqa: F401, PLC0415 - loading code is not what is watched

    sys.addaudithook(watch.hear)
    try:
        main()
    finally:
        print("\n".join(f"SEEN {event}" for event in watch.seen))  # noqa: T201


if __name__ == "__main__":
    watch(sys.argv[1], sys.argv[2:])
