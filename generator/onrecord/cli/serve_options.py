"""The options of the preview, as typed; what they mean is understood once it begins."""

import functools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from onrecord.cli.options import now_option, site_option

Result = TypeVar("Result")

EDITOR_VARIABLE = "ONRECORD_EDITOR"
DEFAULT_PORT = 8000
_HIGHEST_PORT = 65535


class ServeOptions(NamedTuple):
    """What was typed; `now` None goes with the clock."""

    root: Path
    port: int
    host: str
    opens: bool
    drafts: bool
    future: bool
    base_path: str | None
    follow: bool
    editor: str
    polls: bool
    now: datetime | None
    jobs: int


_OPTIONS = (
    site_option,
    click.option(
        "--port",
        type=click.IntRange(0, _HIGHEST_PORT),
        default=DEFAULT_PORT,
        show_default=True,
        help="Serve at this port, or the next that is free; 0 for any.",
    ),
    click.option(
        "--host",
        default="127.0.0.1",
        show_default=True,
        help="Serve at this name or address of the machine; the default keeps others out.",
    ),
    click.option("--open", "opens", is_flag=True, help="Open the front page in a browser."),
    click.option(
        "--drafts/--no-drafts", default=True, show_default=True, help="Show drafts, with a banner."
    ),
    click.option(
        "--future/--no-future",
        default=True,
        show_default=True,
        help="Show articles dated in the future, with a banner.",
    ),
    click.option(
        "--base-path",
        metavar="PATH",
        help="Serve under this path, such as /repo/, instead of the one in site.yaml's base_url.",
    ),
    click.option(
        "--follow",
        is_flag=True,
        help="Jump to the page of the article saved last, in the tab in front.",
    ),
    click.option(
        "--editor",
        envvar=EDITOR_VARIABLE,
        default="vscode",
        show_default=True,
        help="The editor that links in messages open: a name, an address with {path}, {line} and"
        f" {{column}}, or none; {EDITOR_VARIABLE} in the environment says the same.",
    ),
    click.option(
        "--poll",
        "polls",
        is_flag=True,
        help="Look at the files from time to time, where the system does not tell of changes.",
    ),
    now_option,
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        help="How many processes work at once at the beginning.",
    ),
)


def serve_options(run: Callable[[ServeOptions], Result]) -> Callable[..., Result]:
    """Gives a command these options, as one record."""

    @functools.wraps(run)
    def with_options(**typed: Any) -> Result:
        return run(ServeOptions(**typed))

    command: Callable[..., Result] = with_options
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
