"""Compiled layouts, kept from one build to the next in the user's own cache folder.

Never beside the site: what is kept is code that runs, and a checkout may come from anybody.
"""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import Environment
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from onrecord.render.plain_code import FORM
from onrecord.text.digest import digest

_ONLY_MINE = 0o700


class CompiledLayouts(FileSystemBytecodeCache):
    """Jinja's own cache, which does without where the disk will not have it."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept, if anything was and is not damaged."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, TypeError, ValueError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds, if it can be kept."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_layouts(environment: Environment) -> CompiledLayouts | None:
    """The compiled layouts of environments that are set up like this; None where none is safe."""
    caches = _cache_folder()
    if caches is None:
        return None
    folder = caches / "onrecord" / f"layouts-{_what_code_is_made_of(environment)[:12]}"
    try:
        if not folder.exists():
            folder.mkdir(mode=_ONLY_MINE, parents=True, exist_ok=True)
        known = folder.lstat()
    except OSError:
        return None
    return CompiledLayouts(str(folder)) if _is_mine_alone(known) else None


def _what_code_is_made_of(environment: Environment) -> str:
    """A digest of what the code of a layout depends on besides its text, which Jinja compares."""
    set_up = (
        environment.autoescape is True,
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.keep_trailing_newline,
        environment.finalize is not None,
    )
    generator = environment.code_generator_class.__qualname__
    return digest((set_up, generator, FORM, jinja_version, sys.version))


def _is_mine_alone(known: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        return True
    is_shared = stat.S_IMODE(known.st_mode) & 0o022
    return stat.S_ISDIR(known.st_mode) and known.st_uid == os.getuid() and not is_shared


def _cache_folder() -> Path | None:
    """Where this system keeps what programs can make again; None where it has no such place."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if named:
        return Path(named) if Path(named).is_absolute() else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
