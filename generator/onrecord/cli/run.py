"""Building and checking from the command line: run, report, and say what was done."""

import time
from collections.abc import Callable

import click

from onrecord.build import BuildResult, BuildSettings, build_site, check_site
from onrecord.cli.lines import SiteLines
from onrecord.cli.options import BuildOptions
from onrecord.cli.summary import explain_work, summarise
from onrecord.cli.terminal import as_utf8, paint_for, progress_on
from onrecord.diagnostics import Diagnostic, Severity
from onrecord.diagnostics.reports import REPORTS, report_in_full

_FOR_READERS = ("full", "concise")


def run_build(options: BuildOptions, format_name: str, *, explains: bool = False) -> int:
    """Build and publish; the exit code. `explains` says why each page was made anew."""
    return build_and_tell(options, format_name, explains=explains).exit_code


def build_and_tell(
    options: BuildOptions, format_name: str = "full", *, explains: bool = False
) -> BuildResult:
    """Build, publish and say what was found and done. Machine formats have the output alone."""
    result, seconds = _timed(build_site, options)
    _print_findings(result, options, format_name)
    is_aside = bool(result.exit_code) or format_name not in _FOR_READERS
    if explains:
        click.echo(explain_work(result.work), err=is_aside)
    told = summarise(result, seconds, is_check=False, is_strict=options.strict)
    click.echo(told, err=is_aside)
    return result


def run_check(options: BuildOptions, format_name: str) -> int:
    """Check without publishing; the exit code. Machine formats print nothing else."""
    result, seconds = _timed(check_site, options)
    _print_findings(result, options, format_name)
    if format_name in _FOR_READERS:
        told = summarise(result, seconds, is_check=True, is_strict=options.strict)
        click.echo(told, err=True)
    return result.exit_code


def _timed(
    run: Callable[[BuildSettings], BuildResult], options: BuildOptions
) -> tuple[BuildResult, float]:
    settings = BuildSettings(
        root=options.root,
        now=options.now,
        drafts=options.drafts,
        future=options.future,
        base_url=options.base_url,
        output=options.output,
        strict=options.strict,
        memo=options.memo,
        jobs=options.jobs,
    )
    start = _called_at()
    with progress_on("Reading and checking the site"):
        result = run(settings)
    return result, time.perf_counter() - start


def _called_at() -> float:
    """When the command was called, as far as is known: to load the program takes time as well."""
    context = click.get_current_context(silent=True)
    return context.obj if context and context.obj else time.perf_counter()


def _print_findings(result: BuildResult, options: BuildOptions, format_name: str) -> None:
    shown = [found for found in result.diagnostics if _is_shown(found, options)]
    if format_name == "full":
        to_errors = bool(result.exit_code)
        lines = SiteLines(options.root)
        report = report_in_full(shown, lines.line, paint_for(to_errors=to_errors))
        if report:
            click.echo(report, err=to_errors)
        return
    report = REPORTS[format_name](shown)
    # What programs read is UTF-8 wherever they run.
    click.echo(report if format_name in _FOR_READERS else as_utf8(report), nl=False)


def _is_shown(found: Diagnostic, options: BuildOptions) -> bool:
    return options.verbose or found.severity is not Severity.INFO
