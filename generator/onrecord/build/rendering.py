"""Pages rendered: those that no longer hold, one after the other here or several at once."""

from collections.abc import Iterator, Sequence

from onrecord.build.pages_kept import numbers
from onrecord.build.workers import Workers
from onrecord.diagnostics import Diagnostic
from onrecord.pages import PlannedPage
from onrecord.pages.edition import Edition
from onrecord.pages.planned import FromEdition
from onrecord.pages.watch import EVERYWHERE, Watch, watched
from onrecord.render import PageFacts, Theme, render_page
from onrecord.text.codec import decode, encode
from onrecord.text.frozen import Frozen, replace

_AT_ONCE = 20  # pages in a task


class MadePage(Frozen):
    """A page as rendered, what was found meanwhile, the numbers of what its view looked up."""

    permalink: str
    path: str
    content: bytes
    facts: PageFacts | None
    diagnostics: tuple[Diagnostic, ...]
    seen: bytes


class Press:
    """Renders pages of an edition, and notes what each looks up."""

    def __init__(self, edition: Edition, pages: Sequence[PlannedPage], theme: Theme) -> None:
        self.pages = pages
        self._theme = theme
        self._watch = Watch()
        self._edition = watched(edition, self._watch)

    def make(self, page: PlannedPage) -> MadePage:
        """One page."""
        how = page.build_view
        if isinstance(how, FromEdition):
            page = replace(page, build_view=replace(how, edition=self._edition))
        self._watch.begin()
        outcome = render_page(page, self._theme)
        made = outcome.value
        seen = numbers(self._watch.seen | EVERYWHERE)
        return MadePage(
            made.permalink, made.path, made.content, made.facts, outcome.diagnostics, seen
        )


_PRESSES: dict[str, Press] = {}
"""The presses that this process has, and every process that is forked from it."""


def set_up(name: str, press: Press) -> None:
    """Make a press known to the processes that will be forked."""
    _PRESSES.clear()
    _PRESSES[name] = press


def take_down() -> None:
    """Let go of what was set up."""
    _PRESSES.clear()


def render_pages(
    name: str, chosen: Sequence[int], press: Press, workers: Workers
) -> Iterator[MadePage]:
    """The pages with these numbers in the plan, in order."""
    if workers.is_here:
        yield from (press.make(press.pages[number]) for number in chosen)
        return
    parts = (chosen[start : start + _AT_ONCE] for start in range(0, len(chosen), _AT_ONCE))
    jobs = (encode((name, tuple(part))) for part in parts)
    for raw in workers.each(_render, jobs):
        yield from decode(raw, tuple[MadePage, ...])


def _render(job: bytes) -> bytes:
    name, chosen = decode(job, tuple[str, tuple[int, ...]])
    press = _PRESSES[name]
    return encode(tuple(press.make(press.pages[number]) for number in chosen))
