"""The command line: what writers type, and what they read back."""

import signal


def main() -> None:
    """Run the command line and exit with its code.

    While the program is still loading, Ctrl-C ends it at once and without a word; so it does again
    once all is said. In between the commands answer for themselves.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from onrecord.cli.main import run

    try:
        run()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
