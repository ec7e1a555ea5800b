"""The program under test as a process of its own, in an environment that a test chooses."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A date after every briefing of the sample, so that the clock decides nothing.
NOW = "2026-01-01T00:00:00Z"


# Where programs, the user and temporary files are, as POSIX and Windows call it.
_KEPT = (
    *("PATH", "HOME", "TMPDIR"),
    *("SYSTEMROOT", "PATHEXT", "COMSPEC", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP"),
)


def plain_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a process needs to find its programs, without what changes Python's ways."""
    here = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**here, **(extra or {})}


def onrecord(
    arguments: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    flags: Sequence[str] = (),
    folder: Path = ROOT,
    umask: int = 0o022,
) -> subprocess.CompletedProcess[str]:
    """Runs `python FLAGS -m onrecord ARGUMENTS` to its end; its output is UTF-8 text."""
    return subprocess.run(
        [sys.executable, *flags, "-m", "onrecord", *arguments],
        check=False,
        capture_output=True,
        cwd=folder,
        encoding="utf-8",
        env=plain_environment(environment),
        umask=umask,
    )
