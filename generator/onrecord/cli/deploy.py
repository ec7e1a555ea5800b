"""`onrecord deploy`: the site, built and pushed to a branch."""

from collections.abc import Sequence

import click

from onrecord.build import BuildResult
from onrecord.cli.options import BuildOptions
from onrecord.cli.run import build_and_tell
from onrecord.cli.terminal import paint_for
from onrecord.desk.deploy import Branch, Pushed, Repository, find_repository
from onrecord.diagnostics import Diagnostic, harmless
from onrecord.diagnostics.reports import report_in_full, tally
from onrecord.read.site_yaml import read_site_yaml


def run_deploy(options: BuildOptions, name: str, remote: str, message: str | None) -> int:
    """Build, then push what was published; the exit code. Nothing is pushed after an error."""
    branch = Branch(name, remote)
    settings = read_site_yaml(options.root, options.base_url).value
    found = find_repository(options.root, branch)
    if settings is not None and found.value is None:
        return _refuse(found.diagnostics)
    result = build_and_tell(options)
    if result.publication is None or found.value is None or settings is None:
        return result.exit_code
    repository = found.value
    if uncommitted := repository.uncommitted():
        click.echo(_not_committed(uncommitted))
    deployed = repository.deploy(result.publication.folder, message or _message_of(result))
    if deployed.value is None:
        return _refuse(deployed.diagnostics)
    click.echo(_told(deployed.value, branch, repository, settings.site.base_url))
    return 0


def _refuse(found: Sequence[Diagnostic]) -> int:
    paint = paint_for(to_errors=True)
    click.echo(report_in_full(found, lambda _path, _line: None, paint), err=True)
    return tally(found).exit_code(is_strict=False)


def _not_committed(paths: Sequence[str]) -> str:
    if len(paths) == 1:
        return f"{harmless(paths[0])} is not committed; it is published all the same"
    first = harmless(paths[0])
    return f"{len(paths)} files such as {first} are not committed; they are published all the same"


def _told(pushed: Pushed, branch: Branch, repository: Repository, address: str) -> str:
    shown = harmless(f"{branch.remote}/{branch.name}")
    if not pushed.is_changed:
        return f"{shown} holds just this site already, for {address}"
    lines = [f"Pushed to {shown}, for {address}"]
    if pushed.is_first and repository.is_on_github:
        lines.append(
            "To be done once on GitHub: Settings → Pages → Build and deployment → Source: "
            f"Deploy from a branch, {harmless(branch.name)}"
        )
    return "\n".join(lines)


def _message_of(result: BuildResult) -> str:
    counts = result.counts
    return f"The site with {counts.briefings} briefings" if counts else "The site"
