"""Lines of the site's files, for the excerpts of messages."""

import functools
from pathlib import Path

from onrecord.disk.files import read_lines

_LARGEST = 50_000_000


class SiteLines:
    """Gives lines of files below a site's folder; each file is read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines_of = functools.lru_cache(maxsize=256)(self._read)

    def line(self, path: str, number: int) -> str | None:
        """The line with this number, from 1; None where there is none."""
        lines = self._lines_of(path)
        return lines[number - 1] if 0 < number <= len(lines) else None

    def _read(self, path: str) -> tuple[str, ...]:
        return read_lines(self._root, path, _LARGEST)
