"""Colour and a progress line, on a terminal only."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import TextIO

import click

from onrecord.diagnostics.reports import Paint, plain

_STYLES: Mapping[str, Callable[[str], str]] = {
    "error": partial(click.style, fg="red", bold=True),
    "warning": partial(click.style, fg="yellow", bold=True),
    "info": partial(click.style, fg="cyan"),
    "place": partial(click.style, bold=True),
    "quiet": partial(click.style, dim=True),
    "hint": partial(click.style, fg="green", bold=True),
}


def paint_for(*, to_errors: bool) -> Paint:
    """Styles where the stream is a terminal and NO_COLOR is not set, else none."""
    stream = sys.stderr if to_errors else sys.stdout
    return _paint if _is_terminal(stream) and not os.environ.get("NO_COLOR") else plain


def as_utf8(text: str) -> bytes:
    """A text for programs, whatever the encoding of the stream that it goes to."""
    return text.encode("utf-8", "backslashreplace")


@contextmanager
def progress_on(doing: str) -> Iterator[None]:
    """A spinner with what is being done, on a terminal; it leaves no trace."""
    if not _is_terminal(sys.stderr):
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(doing):
        yield


def _is_terminal(stream: TextIO | None) -> bool:
    """False also for a stream that was closed before we began."""
    return stream is not None and stream.isatty()


def _paint(text: str, style: str) -> str:
    return _STYLES[style](text)


def leave_closed() -> None:
    """Print nothing more where nobody can be reached: it would fail again each time."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, AttributeError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except AttributeError:  # there is none at all
            continue
