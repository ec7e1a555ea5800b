"""The options that building and checking share, as typed and as understood."""

import functools
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

Result = TypeVar("Result")

SCHEMAS = ("site", "article", "actor", "cast", "sources", "topic", "page", "theme")
"""Of what there is a schema; named here too, since `--help` should not wait for the models."""


_LONGEST_EPOCH = 11  # digits; twelve may lie beyond the year 9999


class BuildOptions(NamedTuple):
    """What was typed; `root` is the folder that holds site.yaml.

    A tuple, since `--version` and `--help` should not wait for what records are made of.
    """

    root: Path
    now: datetime
    base_url: str | None
    drafts: bool
    future: bool
    strict: bool
    output: Path | None
    verbose: bool
    memo: bool
    jobs: int


def moment_from(text: str) -> datetime:
    """The moment that ISO 8601 writes so, in UTC where it names no offset; else a usage error."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date and time such as 2020-01-07T08:00:00Z"
        raise click.BadParameter(message) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


site_option = click.option(
    "--site",
    "root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder that holds site.yaml; this one unless given.",
)
now_option = click.option(
    "--now",
    type=moment_from,
    metavar="TIME",
    help="Take this for the current time: what is later waits.",
)

_OPTIONS = (
    site_option,
    click.option("--base-url", help="Where the site will be published, instead of site.yaml's."),
    click.option("--drafts", is_flag=True, help="Include drafts."),
    click.option("--future", is_flag=True, help="Include articles dated in the future."),
    now_option,
    click.option("--strict", is_flag=True, help="Take warnings for errors."),
    click.option(
        "--output",
        type=click.Path(path_type=Path),
        help="The folder to publish to, instead of site.yaml's.",
    ),
    click.option("--verbose", is_flag=True, help="Show also what never fails a build."),
    click.option(
        "--no-memo",
        "memo",
        flag_value=False,
        default=True,
        type=bool,
        help="Do everything anew: use nothing of earlier builds, and leave nothing for later ones.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        help="How many processes work at once; without it as many as there are processors, where"
        " the work is worth it.",
    ),
)


def build_options(run: Callable[..., Result]) -> Callable[..., Result]:
    """Gives a command the shared options, handed to it first, as one record."""

    @functools.wraps(run)
    def with_options(*, now: datetime | None, **typed: Any) -> Result:
        shared = {name: typed.pop(name) for name in BuildOptions._fields if name != "now"}
        return run(BuildOptions(now=now or now_as_asked(), **shared), **typed)

    for option in reversed(_OPTIONS):
        with_options = option(with_options)
    return with_options


def now_as_asked() -> datetime:
    """SOURCE_DATE_EPOCH where it is set, so that a rebuild elsewhere holds back the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(tz=UTC)
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= _LONGEST_EPOCH:
        return datetime.fromtimestamp(int(epoch), tz=UTC)
    message = f"SOURCE_DATE_EPOCH is {epoch!r}; it takes seconds since 1970, such as 1578355200"
    raise click.UsageError(message)
