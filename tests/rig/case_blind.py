"""A disk as macOS and Windows have it: two spellings of a name are one, the first one stays."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

_Place = str | bytes | Path | int

_READ = ("lstat", "stat", "scandir", "listdir", "unlink", "remove", "rmdir", "chmod")
_MADE = ("mkdir", "open")


class CaseBlindDisk:
    """Below a folder, paths are found whatever their case and whether letters are composed.

    One that `decomposes` gives back decomposed letters, whatever was asked for.
    """

    def __init__(self, root: Path, *, decomposes: bool = False) -> None:
        self._root = str(root)
        self._form: Any = "NFD" if decomposes else None
        self._list = os.listdir

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """From now on this process sees the folder so."""
        for name in _READ:
            patch.setattr(os, name, self._seeing(getattr(os, name), self._found))
        for name in _MADE:
            patch.setattr(os, name, self._seeing(getattr(os, name), self._made))
        patch.setattr(io, "open", self._seeing(io.open, self._made))
        for name in ("rename", "replace"):
            patch.setattr(os, name, self._moving(getattr(os, name)))

    def _found(self, path: _Place) -> Any:  # noqa: ANN401 - what was given, or a text
        """The path as it is spelled on the disk, as far as it is there."""
        if isinstance(path, int):
            return path
        told = os.fsdecode(path)
        if not told.startswith(f"{self._root}/"):
            return path
        place = self._root
        for part in told[len(self._root) + 1 :].split("/"):
            place = f"{place}/{self._spelled(place, part)}"
        return place

    def _made(self, path: _Place) -> Any:  # noqa: ANN401 - the same
        """The same; what is not there yet is spelled as the disk spells it."""
        found = self._found(path)
        if found is path or self._form is None:
            return found
        folder, _, name = os.fsdecode(found).rpartition("/")
        return f"{folder}/{normalize(self._form, name)}"

    def _spelled(self, folder: str, name: str) -> str:
        try:
            names = self._list(folder)
        except OSError:
            return name
        return next((one for one in names if _fold(one) == _fold(name)), name)

    @staticmethod
    def _seeing(real: Callable[..., Any], see: Callable[[_Place], Any]) -> Callable[..., Any]:
        def seen(path: _Place = ".", *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the real one takes it
            return real(see(path), *rest, **more)

        return seen

    def _moving(self, real: Callable[..., None]) -> Callable[..., None]:
        def move(source: str | Path, target: str | Path) -> None:
            there = self._found(source)
            folder, name = Path(os.fsdecode(target)).parent, Path(os.fsdecode(target)).name
            wanted = self._made(folder / name)
            if wanted == there:  # another spelling of its own name, which it takes
                wanted = Path(self._found(folder)) / normalize(self._form or "NFC", name)
            real(there, wanted)

        return move


def _fold(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())
