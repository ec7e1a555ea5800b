"""Where a running preview of a site serves, for who would begin a second one."""

import os
from contextlib import suppress
from pathlib import Path
from re import compile as pattern

from onrecord.publish.lock import PREVIEW

_NAME = f"{PREVIEW}-address"
_IS_ADDRESS = pattern(r"http://[A-Za-z0-9.:\[\]-]+/[^\s\x00-\x1f\x7f]*")
_LONGEST = 1_000
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Whereabouts:
    """The address of the preview that holds the lock of a site, kept beside that lock.

    Only the holder writes it; it means nothing once the lock is free.
    """

    def __init__(self, work: Path) -> None:
        self._path = work / _NAME

    def forget(self) -> None:
        """No preview serves, or not yet."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def keep(self, address: str) -> None:
        """A preview serves there; that it cannot be kept is no reason not to."""
        self.forget()
        with suppress(OSError), os.fdopen(os.open(self._path, _NEW, 0o644), "w") as file:
            file.write(address)

    def read(self) -> str:
        """The address; "" where it is not known."""
        try:
            with self._path.open(encoding="utf-8") as file:
                found = file.read(_LONGEST + 1)
        except (OSError, ValueError):
            return ""
        return found if len(found) <= _LONGEST and _IS_ADDRESS.fullmatch(found) else ""
