"""`onrecord serve`: the live preview, and what the terminal says of it."""

import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from onrecord.cli.fault import keep_report
from onrecord.cli.lines import SiteLines
from onrecord.cli.options import now_as_asked
from onrecord.cli.serve_options import ServeOptions
from onrecord.cli.summary import counted
from onrecord.cli.terminal import leave_closed, paint_for
from onrecord.diagnostics import Diagnostic, Severity, harmless
from onrecord.diagnostics.reports import report_in_full, tally
from onrecord.preview import (
    PreviewSettings,
    Rebuilt,
    base_path_from,
    editor_from,
    serve_preview,
)
from onrecord.preview.gate import is_loopback

_NAMED_AT_MOST = 3
_INTERRUPTED = 130


def run_serve(options: ServeOptions) -> int:
    """Serve until Ctrl-C; the exit code where it cannot begin."""
    settings = _settings(options)
    log = _Log(settings.root)

    def ready(address: str) -> None:
        if settings.port and f":{settings.port}/" not in address:
            click.echo(f"Port {settings.port} is taken")
        if not is_loopback(settings.host):
            click.echo(_EXPOSED, err=True)
        click.echo(f"Preview at {address} (Ctrl-C ends it)")
        if options.opens:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    click.echo("Building the site for its preview")
    try:
        found = serve_preview(settings, keep_report, log.say, ready)
    except KeyboardInterrupt:
        with suppress(OSError):
            click.echo("\nPreview ended")
        leave_closed()
        return _INTERRUPTED
    click.echo(report_in_full(found, lambda _path, _line: None), err=True)
    return tally(found).exit_code(is_strict=False)


def _settings(options: ServeOptions) -> PreviewSettings:
    """What was typed, understood; a usage error where it cannot be."""
    try:
        base_path = None if options.base_path is None else base_path_from(options.base_path)
        editor = editor_from(options.editor)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    now_as_asked()  # what is wrong with it is said before anything is built
    return PreviewSettings(
        root=options.root,
        now=lambda: options.now or now_as_asked(),
        port=options.port,
        host=options.host,
        drafts=options.drafts,
        future=options.future,
        base_path=base_path,
        follow=options.follow,
        editor=editor,
        polls=options.polls,
        jobs=options.jobs,
    )


_EXPOSED = (
    "warning: everybody on this network can read this preview, drafts included; leave --host out"
    " to keep it to this machine"
)


class _Log:
    """Says of each build what it did, and what is new of what stands against the site."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before: frozenset[Diagnostic] = frozenset()

    def say(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        """One build. A terminal that is closed meanwhile ends nothing: browsers are told too."""
        try:
            self._say(rebuilt, edited)
        except OSError:
            leave_closed()

    def _say(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        shown = [one for one in rebuilt.diagnostics if one.severity is not Severity.INFO]
        fresh = [one for one in shown if one not in self._before]
        self._before = frozenset(shown)
        report = report_in_full(fresh, SiteLines(self._root).line, paint_for(to_errors=True))
        if report:
            click.echo(report, err=True)
        click.echo(_line(rebuilt, edited))


def _line(rebuilt: Rebuilt, edited: frozenset[str]) -> str:
    pages = sum(path.endswith(".html") for path in rebuilt.changed)
    others = len(rebuilt.changed) - pages
    done = [counted(pages, "page")] + ([counted(others, "other file")] if others else [])
    took = f"{rebuilt.seconds * 1000:.0f} ms" if rebuilt.seconds < 1 else f"{rebuilt.seconds:.1f} s"
    what = ", ".join(done) if rebuilt.is_good else "the pages stay as they were"
    found = tally(rebuilt.diagnostics).in_words()
    line = f"{what}, {took}" + (f", {found}" if found else "")
    return f"{line}: {_named(edited)}" if edited else line


def _named(edited: frozenset[str]) -> str:
    """The files that were saved, the first of many."""
    named = ", ".join(harmless(path) for path in sorted(edited)[:_NAMED_AT_MOST])
    more = len(edited) - _NAMED_AT_MOST
    return f"{named} and {more} more" if more > 0 else named
