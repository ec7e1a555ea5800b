"""Plans of small sites: what stands where, and what a view of it shows."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from onrecord.annotate.article import annotate_article, annotate_prose
from onrecord.annotate.settings import AnnotationSettings
from onrecord.enlist.assemble import assemble_cast
from onrecord.link.compile import compile_dossier
from onrecord.link.dossier import Dossier
from onrecord.pages.plan import plan_pages
from onrecord.pages.planned import Plan, PlannedPage
from onrecord.pages.views import View
from onrecord.pages.views.common import TextPart
from onrecord.read.site import ReadSettings, read_site
from tests.rig.sites import NOW

Kind = TypeVar("Kind")


def dossier_of(folder: Path) -> Dossier:
    """The dossier of a site's folder, read and linked for real."""
    content = read_site(folder, ReadSettings(NOW, drafts=False, future=False, base_url=None)).value
    assert content is not None
    site = content.site
    settings = AnnotationSettings(
        site.language, site.link_mentions, site.honorifics, allows_html=site.allows_html
    )
    cast = assemble_cast(content).value
    articles = tuple(annotate_article(one, settings).value for one in cast.articles)
    prose = {(one.kind, one.id): annotate_prose(one, settings).value for one in cast.prose}
    return compile_dossier(content, cast, articles, prose).value


def plan_of(folder: Path) -> Plan:
    """The plan of a site's folder in which no two addresses collide."""
    outcome = plan_pages(dossier_of(folder))
    assert outcome.diagnostics == ()
    return outcome.value


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
