"""`onrecord clean`: the published site and what builds keep, removed."""

from pathlib import Path

import click

from onrecord.diagnostics import harmless
from onrecord.diagnostics.reports import report_in_full, tally
from onrecord.publish import clean_site
from onrecord.read.site_yaml import read_site_yaml


def run_clean(root: Path, output: Path | None) -> int:
    """Remove them, say how much went; the exit code."""
    if output is None:
        site = read_site_yaml(root, None)
        if site.value is None:
            click.echo(report_in_full(site.diagnostics, lambda _path, _line: None), err=True)
            return tally(site.diagnostics).exit_code(is_strict=False)
        output = root / site.value.site.output
    cleaned = clean_site(root, output)
    if cleaned.diagnostics:
        click.echo(report_in_full(cleaned.diagnostics, lambda _path, _line: None), err=True)
        return tally(cleaned.diagnostics).exit_code(is_strict=False)
    count = cleaned.value.files
    files = f"{count} file{'' if count == 1 else 's'}"
    click.echo(f"Removed {files} of {harmless(str(output))}/ and what builds had kept")
    if cleaned.value.is_previewed:
        click.echo("A preview of this site is running, and keeps its own files")
    return 0
