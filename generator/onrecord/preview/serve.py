"""One preview, from its first build to Ctrl-C."""

import asyncio
import gc
import logging
from socket import socket
from typing import Protocol

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.preview.preview import Preview
from onrecord.preview.reach import Reach
from onrecord.preview.server import NoFreePort, bind
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.whereabouts import Whereabouts
from onrecord.preview.workshop import Rebuilt, ReportFault, Workshop
from onrecord.publish import WORK, cannot_write
from onrecord.publish.lock import preview_lock
from onrecord.read.site_yaml import NAME as SITE_YAML
from onrecord.read.site_yaml import read_site_yaml

_OFTEN = (2_000, 10, 10)  # new objects between two looks; looks before older ones are looked at


class Terminal(Protocol):
    """Who is told how a preview goes."""

    def begins(self) -> None:
        """Nothing is in its way: the site is built for the first time."""

    def serves(self, reach: Reach) -> None:
        """Browsers may come."""

    def built(self, rebuilt: Rebuilt, edited: frozenset[str]) -> None:
        """One build, with the site's files that were edited since the last one told of."""


def serve_preview(
    settings: PreviewSettings, report_fault: ReportFault, terminal: Terminal
) -> tuple[Diagnostic, ...]:
    """Serve until KeyboardInterrupt; what stands against beginning at all."""
    work = settings.root / WORK
    if work.is_symlink():
        message = f"{WORK} is a symbolic link, so that work files would lie elsewhere"
        hint = f"delete it; a folder {WORK} is made anew"
        return (diagnose("OR706", message, None, hint=hint),)
    if not (settings.root / SITE_YAML).is_file():
        return read_site_yaml(settings.root, None).diagnostics
    lock = preview_lock(work)
    try:
        if not lock.take():
            return (_is_running(Whereabouts(work).read()),)
    except OSError as error:
        return (cannot_write(error),)
    whereabouts = Whereabouts(work)
    with lock:
        whereabouts.forget()  # that of one that was killed
        try:
            sockets = bind(settings.port, settings.host)
        except OSError as error:
            return (_cannot_serve(settings, error),)
        terminal.begins()
        workshop = Workshop(settings, report_fault)
        # Before any thread is there: processes that are forked know nothing of others' locks.
        first = workshop.build(None, jobs=settings.jobs)
        workshop.rest()
        terminal.built(first, frozenset())
        _look_for_garbage_often()
        logging.getLogger("tornado").addHandler(logging.NullHandler())
        logging.getLogger("tornado").propagate = False
        try:
            asyncio.run(_serve(settings, workshop, first, sockets, terminal, whereabouts))
        finally:
            whereabouts.forget()
    return ()


def _is_running(address: str) -> Diagnostic:
    """The finding for a second preview, with the address of the first where that is known."""
    at = f"it serves at {address}; open that" if address else "wait until it says where it serves"
    hint = f"{at}, or end it with Ctrl-C in its terminal"
    return diagnose("OR904", "another preview of this site is running", None, hint=hint)


def _cannot_serve(settings: PreviewSettings, error: OSError) -> Diagnostic:
    if isinstance(error, NoFreePort):
        hint = "give another with --port, or --port 0 for any that is free"
        return diagnose("OR905", str(error.strerror), None, hint=hint)
    message = f"cannot serve at {settings.host}: {error.strerror or error}"
    return diagnose("OR905", message, None, hint="leave --host out to serve this machine alone")


def _look_for_garbage_often() -> None:
    """A build ends before garbage matters; a preview lives on. What is there now will stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OFTEN)


async def _serve(
    settings: PreviewSettings,
    workshop: Workshop,
    first: Rebuilt,
    sockets: list[socket],
    terminal: Terminal,
    whereabouts: Whereabouts,
) -> None:
    preview = Preview(settings, workshop, first)
    reach = preview.listen(sockets)
    whereabouts.keep(reach.here)
    terminal.serves(reach)
    try:
        await preview.build_on_and_on(terminal.built)
    finally:
        await preview.end()
