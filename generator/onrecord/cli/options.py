"""The options that building and checking share, as typed and as understood."""

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

Rest = ParamSpec("Rest")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What was typed; `root` is the folder that holds site.yaml."""

    root: Path
    now: datetime
    base_url: str | None
    drafts: bool
    future: bool
    strict: bool
    output: Path | None
    verbose: bool


class Moment(click.ParamType):
    """A date and time as ISO 8601 writes it; without an offset it is UTC."""

    name = "date and time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment, or a usage error that shows the form."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date and time such as 2020-01-07T08:00:00Z", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def build_options(
    run: Callable[[BuildOptions], Result],
) -> Callable[..., Result]:
    """Gives a command the shared options, handed to it as one record."""

    @click.option(
        "--site",
        "root",
        type=click.Path(path_type=Path),
        default=Path(),
        help="The folder that holds site.yaml; this one unless given.",
    )
    @click.option("--base-url", help="Where the site will be published, instead of site.yaml's.")
    @click.option("--drafts", is_flag=True, help="Include drafts.")
    @click.option("--future", is_flag=True, help="Include articles dated in the future.")
    @click.option(
        "--now", type=Moment(), help="Take this for the current time: what is later waits."
    )
    @click.option("--strict", is_flag=True, help="Take warnings for errors.")
    @click.option(
        "--output",
        type=click.Path(path_type=Path),
        help="The folder to publish to, instead of site.yaml's.",
    )
    @click.option("--verbose", is_flag=True, help="Show also what never fails a build.")
    @functools.wraps(run)
    def with_options(
        *,
        root: Path,
        base_url: str | None,
        drafts: bool,
        future: bool,
        now: datetime | None,
        strict: bool,
        output: Path | None,
        verbose: bool,
        **rest: object,
    ) -> Result:
        options = BuildOptions(
            root, now or _now(), base_url, drafts, future, strict, output, verbose
        )
        return run(options, **rest)

    return with_options


def _now() -> datetime:
    """SOURCE_DATE_EPOCH where it is set, so that a rebuild elsewhere holds back the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(tz=UTC)
    if not epoch.isdigit():
        message = f"SOURCE_DATE_EPOCH is {epoch!r}; it takes seconds since 1970, such as 1578355200"
        raise click.UsageError(message)
    return datetime.fromtimestamp(int(epoch), tz=UTC)
