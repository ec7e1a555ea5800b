"""A theme tried with pages that the site does not have: what would fail on the day it has them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.pages.planned import PlannedPage
from onrecord.pages.views import FeedView, View
from onrecord.render.environment import OURS
from onrecord.render.page import render_page
from onrecord.render.specimens import LAYOUTS, empty_view, full_view
from onrecord.render.theme import Theme
from onrecord.text.source import Span

_TRIALS: tuple[tuple[str, Callable[[type[View]], View]], ...] = (
    ("all that it may have", full_view),
    ("nothing that it may lack", empty_view),
)


def rehearse(theme: Theme, known: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What fails on the fullest or the emptiest page of a kind; what is `known` is not told again.

    The default theme is rehearsed by our own tests.
    """
    if all(layout.path.startswith(OURS) for layout in theme.layouts.values()):
        return ()
    told: dict[Span | None, Diagnostic | None] = dict.fromkeys(found.span for found in known)
    for layout, having, view in _pages():
        for found in _problems(layout, view, theme):
            if found.span not in told:
                message = f"{found.message} (on a page from {layout} with {having})"
                told[found.span] = diagnose("OR610", message, found.span, hint=found.hint)
    return tuple(found for found in told.values() if found)


def _pages() -> Iterator[tuple[str, str, View]]:
    views: dict[str, type[View]] = {**LAYOUTS, "feeds/item.html": FeedView}
    for layout, view in views.items():
        for having, make in _TRIALS:
            yield layout, having, make(view)


def _problems(layout: str, view: View, theme: Theme) -> tuple[Diagnostic, ...]:
    page = PlannedPage("/a/b/", "a/b/index.html", layout, (), lambda: view)
    # A fault of our own layouts is not the author's, and no page of the site has met it.
    with suppress(Exception):
        return render_page(page, theme).diagnostics
    return ()
