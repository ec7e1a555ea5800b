"""What a preview says about pages: which file each comes from, and what keeps it from readers."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.pages.planned import Plan
from onrecord.text.frozen import Frozen

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_NOTICES: Mapping[str, str] = MappingProxyType({})


class Shown(Frozen):
    """The pages of the site as it was last built.

    `pages` are the permalinks that a content file gives, its own page first; `notices` say, by
    output file, why a page is not published yet.
    """

    pages: Mapping[str, tuple[str, ...]] = _NOTHING
    notices: Mapping[str, str] = _NO_NOTICES


NOTHING_SHOWN = Shown()
_DRAFT = "Draft: not published until draft: true is taken away"


def shown_in(plan: Plan) -> Shown:
    """What there is to say about the pages of a plan."""
    pages: dict[str, list[str]] = {}
    for page in plan.pages:
        for source in page.sources:
            pages.setdefault(source, []).append(page.permalink)
    waiting = _waiting(plan)
    notices = {
        page.path: waiting[source]
        for page in plan.pages
        for source in page.sources
        if source in waiting
    }
    return Shown({path: tuple(found) for path, found in pages.items()}, notices)


def _waiting(plan: Plan) -> dict[str, str]:
    """Why an article or a plain page is not published yet, by its file."""
    dossier = plan.edition.dossier
    told = {page.path: _DRAFT for page, _ in dossier.pages.values() if page.is_draft}
    for briefing in dossier.briefings.values():
        article = briefing.article
        if article.is_draft:
            told[article.path] = _DRAFT
        elif article.is_held_back:
            told[article.path] = f"Held back until {article.date.iso}"
    return told
