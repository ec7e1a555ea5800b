"""Themes opened from a few files, and what a layout of theirs makes of a view."""

from collections.abc import Mapping
from pathlib import Path

from onrecord.diagnostics import Diagnostic
from onrecord.model import Site
from onrecord.pages.planned import PlannedPage
from onrecord.render.opening import open_theme
from onrecord.render.page import RenderedPage, render_page
from onrecord.render.theme import Theme
from onrecord.text.source import Span
from tests.rig.sites import write_site


def themed_site(theme: str = "default") -> Site:
    """A site whose site.yaml names this theme on its fourth line."""
    return Site(
        span=Span.start_of("site.yaml"),
        title="The Record",
        base_url="https://example.org/",
        tag_authority="example.org,2020",
        theme=theme,
        places=(("theme", Span("site.yaml", 4, 8, 4, 16)),),
    )


def write_theme(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes the files of a site that has nothing but layouts; gives its folder."""
    return write_site(root, files)


def themed(root: Path, files: Mapping[str, str | bytes], theme: str = "default") -> Theme:
    """The theme, in which nothing may be wrong but that no page uses a layout (OR609)."""
    outcome = open_theme(write_theme(root, files), themed_site(theme))
    assert not [found for found in outcome.diagnostics if found.code != "OR609"]
    return outcome.value


def found_at_once(
    root: Path, files: Mapping[str, str | bytes], theme: str = "default"
) -> list[Diagnostic]:
    """What is found wrong with a theme before any page is made."""
    return list(open_theme(write_theme(root, files), themed_site(theme)).diagnostics)


def rendered(theme: Theme, layout: str, view: object = None) -> str:
    """What a layout makes of a view that need not be a page's."""
    return theme.environment.get_template(layout).render(view=view)


def page_with(theme: Theme, layout: str, view: object) -> tuple[RenderedPage, list[Diagnostic]]:
    """The page that a layout makes of a page's view, and what is wrong with it."""
    page = PlannedPage("/a/b/", "a/b/index.html", layout, (), lambda: view)  # type: ignore[arg-type,return-value]
    outcome = render_page(page, theme)
    return outcome.value, list(outcome.diagnostics)


def place(found: Diagnostic) -> tuple[str, int]:
    """File and line of a finding."""
    assert found.span is not None
    return found.span.path, found.span.line
