"""Plans of small sites: what stands where, and what a view of it shows."""

from collections.abc import Mapping
from typing import TypeVar

from onrecord.link.dossier import Dossier
from onrecord.pages import PlannedPage, plan_pages
from onrecord.pages.views import View
from onrecord.pages.views.common import TextPart

Kind = TypeVar("Kind")


def planned(dossier: Dossier) -> Mapping[str, PlannedPage]:
    """Every page of a site in which no two addresses collide, by permalink."""
    outcome = plan_pages(dossier)
    assert outcome.diagnostics == ()
    pages = {page.permalink: page for page in outcome.value.pages}
    assert len(pages) == len(outcome.value.pages)
    return pages


def view_at(dossier: Dossier, permalink: str, kind: type[Kind]) -> Kind:
    """The view of the page at an address, which must be of that kind."""
    view: View = planned(dossier)[permalink].build_view()
    assert isinstance(view, kind)
    return view


def line(parts: tuple[TextPart, ...]) -> str:
    """A line of text parts as readers see it, with plain spaces."""
    return spaced("".join(part.text for part in parts))


def spaced(text: str) -> str:
    """Text with plain spaces for no-break ones."""
    return text.replace("\u00a0", " ")
