"""One preview, from its first build to Ctrl-C."""

import asyncio
import gc
import logging
from collections.abc import Callable

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.preview.preview import Preview, Say
from onrecord.preview.settings import PreviewSettings
from onrecord.preview.workshop import ReportFault, Workshop
from onrecord.publish import WORK
from onrecord.publish.lock import BuildLock

_OFTEN = (2_000, 10, 10)  # new objects between two looks; looks before older ones are looked at

Ready = Callable[[str], None]
"""Is told the address of the front page once browsers may come."""


def serve_preview(
    settings: PreviewSettings, report_fault: ReportFault, say: Say, ready: Ready
) -> Diagnostic | None:
    """Serve until KeyboardInterrupt; what stands against beginning at all.

    Raises NoFreePort where none is, other OSErrors for a host that cannot be served at.
    """
    lock = BuildLock(settings.root / WORK / "preview-lock")
    if (settings.root / WORK).is_symlink():
        message = f"{WORK} is a symbolic link, so that work files would lie elsewhere"
        return diagnose("OR706", message, None, hint=f"delete it; a folder {WORK} is made anew")
    if not lock.take():
        return diagnose("OR904", "another preview of this site is running", None)
    with lock:
        workshop = Workshop(settings, report_fault)
        # Before any thread is there: processes that are forked know nothing of others' locks.
        first = workshop.build(None, jobs=settings.jobs)
        workshop.rest()
        say(first, frozenset())
        _look_for_garbage_often()
        logging.getLogger("tornado").addHandler(logging.NullHandler())
        logging.getLogger("tornado").propagate = False
        asyncio.run(_serve(Preview(settings, workshop, first), say, ready))
    return None


def _look_for_garbage_often() -> None:
    """A build ends before garbage matters; a preview lives on. What is there now will stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OFTEN)


async def _serve(preview: Preview, say: Say, ready: Ready) -> None:
    ready(preview.listen())
    try:
        await preview.build_on_and_on(say)
    finally:
        await preview.end()
