"""The command `onrecord` and its subcommands."""

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from onrecord import __version__
from onrecord.cli.options import SCHEMAS, BuildOptions, build_options, now_as_asked, site_option
from onrecord.cli.serve_options import ServeOptions, serve_options

_ENVIRONMENT = 3
_BUG = 70
_INTERRUPTED = 130
_SELDOM = 20_000  # new objects between two looks for garbage

_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["full", "concise", "json", "github"]),
    default="full",
    show_default=True,
    help="How findings are printed.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where in onrecord a fault arose.")
def command(debug: bool) -> None:
    """Annotated news briefings from Markdown and front matter."""


@command.command()
@build_options
@_format_option
@click.option("--explain", is_flag=True, help="Say of each page that is made anew why it is.")
def build(options: BuildOptions, format_name: str, explain: bool) -> None:
    """Build the site in this folder and publish it to the output folder, whole or not at all."""
    from onrecord.cli.run import run_build

    sys.exit(run_build(options, format_name, explains=explain))


@command.command()
@build_options
@click.option("--branch", default="gh-pages", show_default=True, help="The branch to publish to.")
@click.option(
    "--remote", default="origin", show_default=True, help="The repository, as git names it."
)
@click.option("--message", help="What the commit says.")
def deploy(options: BuildOptions, branch: str, remote: str, message: str | None) -> None:
    """Build the site and push it to a branch of its repository, for hosts that serve a branch."""
    from onrecord.cli.deploy import run_deploy

    sys.exit(run_deploy(options, branch, remote, message))


@command.command()
@site_option
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
@_format_option
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


@command.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--title", help="What the site is called.")
@click.option("--base-url", help="Where it will be published.")
@click.option("--language", help="The language that it is in, such as en.")
@click.option("--timezone", help="The time zone of its times, such as Europe/London.")
@click.option("--publisher", help="Who publishes it.")
@click.option("--theme", metavar="NAME", help="Begin a theme of that name in layouts/themes/.")
@click.option("--minimal", is_flag=True, help="Only the settings, and one briefing.")
def init(folder: Path, minimal: bool, **given: str | None) -> None:
    """Begin a site in FOLDER: a few files that build clean and explain themselves.

    What is not given is asked on a terminal, and guessed elsewhere. Nothing that is there is
    written over.
    """
    from onrecord.cli.init import run_init

    sys.exit(run_init(folder, given, now_as_asked(), is_minimal=minimal))


@command.command()
@click.argument("what", type=click.Choice(SCHEMAS), default="site")
def schema(what: str) -> None:
    """Print the JSON Schema of WHAT is typed, of site.yaml unless given, for editors.

    Many complete and check YAML by a schema: save it as site.schema.json, and begin site.yaml with
    the line “# yaml-language-server: $schema=site.schema.json”. `init` does as much for VS Code.
    """
    from onrecord.cli.init import run_schema

    sys.exit(run_schema(what))


def run(called_at: float | None = None) -> None:
    """Run the command line and exit with its code (RELIABILITY, Exit codes).

    `called_at` is when that was asked for, as `time.perf_counter` has it; None where nobody knows.
    """
    arguments = sys.argv[1:]
    _open_streams()
    # Records form no cycles: little is found by looking for garbage often, and nothing at the end.
    gc.set_threshold(_SELDOM)
    atexit.register(gc.freeze)
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        command.main(args=arguments, prog_name="onrecord", standalone_mode=False, obj=called_at)
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


def _open_streams() -> None:
    """No letter is too much for what is printed; files and pipes get UTF-8 (PEP 686)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # and was not closed before we began
            is_chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = None if is_chosen else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _end_with(refusal: OSError) -> NoReturn:
    """Exit where the system refuses something that no stage answers for, such as to print."""
    place = f" {refusal.filename}" if refusal.filename else ""
    told = f"error OR903 the system refuses{place}: {refusal.strerror or refusal}"
    with suppress(OSError):
        click.echo(ascii(told)[1:-1] if not told.isprintable() else told, err=True)
    from onrecord.cli.terminal import leave_closed

    leave_closed()
    sys.exit(_ENVIRONMENT)
