"""`onrecord deploy`: the site, built and pushed to a branch."""

import click

from onrecord.build import BuildResult
from onrecord.cli.options import BuildOptions
from onrecord.cli.run import build_and_tell
from onrecord.cli.terminal import paint_for
from onrecord.desk.deploy import Branch, deploy_folder
from onrecord.diagnostics import harmless
from onrecord.diagnostics.reports import report_in_full, tally


def run_deploy(options: BuildOptions, name: str, remote: str, message: str | None) -> int:
    """Build, then push what was published; the exit code. Nothing is pushed after an error."""
    result = build_and_tell(options)
    if result.publication is None:
        return result.exit_code
    branch = Branch(name, remote)
    said = message or _message_of(result)
    deployed = deploy_folder(options.root, result.publication.folder, branch, said)
    if deployed.diagnostics:
        paint = paint_for(to_errors=True)
        click.echo(report_in_full(deployed.diagnostics, lambda _path, _line: None, paint), err=True)
        return tally(deployed.diagnostics).exit_code(is_strict=False)
    shown = harmless(f"{remote}/{name}")
    click.echo(f"Pushed to {shown}" if deployed.value else f"{shown} holds just this site already")
    return 0


def _message_of(result: BuildResult) -> str:
    counts = result.counts
    return f"The site with {counts.briefings} briefings" if counts else "The site"
