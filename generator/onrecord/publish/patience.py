"""Windows, where somebody else may have a file open: they soon let go."""

import sys
import time
from collections.abc import Callable

_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)  # seconds


def patiently(move: Callable[[], object]) -> None:
    """Rename, replace or remove, again for a moment where Windows says that the file is in use.

    Scanners, indexers and readers open files just when they were written.
    """
    for pause in _PAUSES if sys.platform == "win32" else ():
        try:
            move()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    move()
