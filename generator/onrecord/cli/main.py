"""The command `onrecord` and its subcommands."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from onrecord import __version__
from onrecord.cli.options import BuildOptions, build_options
from onrecord.cli.serve_options import ServeOptions, serve_options

_ENVIRONMENT = 3
_BUG = 70
_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where in onrecord a fault arose.")
def command(debug: bool) -> None:
    """Annotated news briefings from Markdown and front matter."""


@command.command()
@build_options
@click.option("--explain", is_flag=True, help="Say of each page that is made anew why it is.")
def build(options: BuildOptions, explain: bool) -> None:
    """Build the site in this folder and publish it to the output folder, whole or not at all."""
    from onrecord.cli.run import run_build

    sys.exit(run_build(options, explains=explain))


@command.command()
@click.option(
    "--site",
    "root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder that holds site.yaml; this one unless given.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The folder that was published to, instead of site.yaml's.",
)
def clean(root: Path, output: Path | None) -> None:
    """Remove the published site and all that builds leave for the next one; never other files."""
    from onrecord.cli.clean import run_clean

    sys.exit(run_clean(root, output))


@command.command()
@build_options
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["full", "concise", "json", "github"]),
    default="full",
    show_default=True,
    help="How findings are printed.",
)
def check(options: BuildOptions, format_name: str) -> None:
    """Say everything that a build would find, and publish nothing."""
    from onrecord.cli.run import run_check

    sys.exit(run_check(options, format_name))


@command.command()
@serve_options
def serve(options: ServeOptions) -> None:
    """Serve the site on this machine, built again after each save: drafts and all."""
    from onrecord.cli.serve import run_serve

    sys.exit(run_serve(options))


@command.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a diagnostic CODE, such as OR201; without one, list them all."""
    from onrecord.cli.explain import run_explain

    sys.exit(run_explain(code))


def run() -> None:
    """Run the command line and exit with its code (RELIABILITY, Exit codes)."""
    arguments = sys.argv[1:]
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        command.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; nothing was published", err=True)
        sys.exit(_INTERRUPTED)
    except OSError as refusal:
        if "--debug" in arguments:
            raise
        _end_with(refusal)
    except Exception as fault:
        if "--debug" in arguments:
            raise
        from onrecord.cli.fault import report_fault

        click.echo(report_fault(fault), err=True)
        sys.exit(_BUG)


def _end_with(refusal: OSError) -> NoReturn:
    """Exit where the system refuses something that no stage answers for, such as to print."""
    place = f" {refusal.filename}" if refusal.filename else ""
    told = f"error OR903 the system refuses{place}: {refusal.strerror or refusal}"
    with suppress(OSError):
        click.echo(ascii(told)[1:-1] if not told.isprintable() else told, err=True)
    # What could not be printed would be tried again at the end, and fail again.
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(_ENVIRONMENT)
