"""`onrecord serve`: the live preview, and what the terminal says of it."""

import threading
import webbrowser
from collections.abc import Iterable
from contextlib import suppress

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
    Reach,
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
    try:
        found = serve_preview(settings, keep_report, _Log(settings, opens=options.opens))
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
    """Says where the preview is, and of each build what it did and what is newly against it."""

    def __init__(self, settings: PreviewSettings, *, opens: bool) -> None:
        self._settings = settings
        self._opens = opens
        self._before: frozenset[Diagnostic] = frozenset()
        self._is_first = True

    def begins(self) -> None:
        """The first build begins."""
        click.echo("Building the site for its preview")

    def serves(self, reach: Reach) -> None:
        """Browsers may come, at these addresses."""
        port = self._settings.port
        if port and f":{port}/" not in reach.here:
            click.echo(f"Port {port} is taken")
        if not is_loopback(self._settings.host):
            click.echo(_EXPOSED, err=True)
        click.echo(f"Preview at {reach.here} (Ctrl-C ends it)")
        for address in reach.others:
            click.echo(f"For others at {address}")
        if reach.by_name:
            click.echo(f"For others at {reach.by_name}, where their network knows that name")
        if self._opens:
            threading.Thread(target=webbrowser.open, args=(reach.here,), daemon=True).start()

    def built(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        """One build. A terminal that is closed meanwhile ends nothing: browsers are told too."""
        try:
            self._say(rebuilt, edited)
        except OSError:
            leave_closed()

    def _say(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        shown = [one for one in rebuilt.diagnostics if one.severity is not Severity.INFO]
        fresh = [one for one in shown if one not in self._before]
        self._before = frozenset(shown)
        report = report_in_full(
            fresh, SiteLines(self._settings.root).line, paint_for(to_errors=True)
        )
        if report:
            click.echo(report, err=True)
        click.echo(_line(rebuilt, edited, is_first=self._is_first))
        self._is_first = False


def _line(rebuilt: Rebuilt, edited: frozenset[str], *, is_first: bool) -> str:
    took = f"{rebuilt.seconds * 1000:.0f} ms" if rebuilt.seconds < 1 else f"{rebuilt.seconds:.1f} s"
    what = _done(rebuilt, is_first=is_first) if rebuilt.is_good else "the pages stay as they were"
    found = tally(rebuilt.diagnostics).in_words()
    line = f"{what}, {took}" + (f", {found}" if found else "")
    why = [_named(edited)] if edited else []
    if rebuilt.released:
        is_one = len(rebuilt.released) == 1
        why.append(f"{_named(rebuilt.released)} {'is' if is_one else 'are'} no longer held back")
    return f"{line}: {'; '.join(why)}" if why else line


def _done(rebuilt: Rebuilt, *, is_first: bool) -> str:
    """What a good build changed."""
    pages = _pages_in(rebuilt.changed)
    others = len(rebuilt.changed) - pages
    if pages:
        return ", ".join(
            [counted(pages, "page"), *([counted(others, "other file")] if others else [])]
        )
    if is_first:
        known = counted(_pages_in(rebuilt.files), "page")
        return f"{known}, all as before" + (f", {counted(others, 'other file')}" if others else "")
    return counted(others, "other file") if others else "nothing changed"


def _pages_in(files: Iterable[str]) -> int:
    return sum(path.endswith(".html") for path in files)


def _named(edited: frozenset[str]) -> str:
    """The files that were saved, the first of many."""
    named = ", ".join(harmless(path) for path in sorted(edited)[:_NAMED_AT_MOST])
    more = len(edited) - _NAMED_AT_MOST
    return f"{named} and {more} more" if more > 0 else named
