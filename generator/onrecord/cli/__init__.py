"""The command line: what writers type, and what they read back."""

import os
import signal
import sys
import time
from types import FrameType

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code (RELIABILITY, Exit codes).

    Ctrl-C is answered here while the program is still loading, when nothing else could answer, then
    by the commands themselves; once all is said it changes nothing any more.
    """
    called_at = time.perf_counter()
    signal.signal(signal.SIGINT, _leave)
    from onrecord.cli.main import run

    try:
        run(called_at)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.stderr.write("interrupted; nothing was published\n")
    sys.stderr.flush()
    os._exit(_INTERRUPTED)
