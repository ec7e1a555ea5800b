"""Whether the same folder still stands in a place, however its name came and went meanwhile."""

import os
from contextlib import suppress
from pathlib import Path

_FOLDER = getattr(os, "O_DIRECTORY", 0)


class Standing:
    """What stood in a place when this was made, nothing included.

    A folder is held open, so that none that takes its place can have its number.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._held: int | None = None
        with suppress(OSError):  # there is none, or the system opens no folders
            self._held = os.open(place, os.O_RDONLY | _FOLDER)
        self._number = _number_of(place)

    @property
    def is_there(self) -> bool:
        """True while just that stands there, and while nothing does where nothing did."""
        return _number_of(self._place) == self._number

    def let_go(self) -> None:
        """Hold it no longer."""
        held, self._held = self._held, None
        if held is not None:
            os.close(held)


def _number_of(place: Path) -> tuple[int, int] | None:
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
