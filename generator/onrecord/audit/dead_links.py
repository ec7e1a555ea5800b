"""Links that lead nowhere, each told once and at the place where somebody wrote it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from onrecord.audit.links import DeadLink, SiteMap
from onrecord.audit.unwritten import unwritten_links
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.pages.written_links import WrittenLink, WrittenLinks
from onrecord.render.page_facts import PageFacts
from onrecord.text.source import SourceFile, Span

_FRONT = "index.html"


def dead_links(
    pages: Collection[PageFacts],
    site_map: SiteMap,
    origins: Mapping[str, Span],
    written: WrittenLinks,
    layouts: Sequence[SourceFile],
) -> Iterator[Diagnostic]:
    """Every dead link of site.yaml, of bodies, and what else is dead on the pages themselves."""
    told = {dead for dead, _ in _dead(written.of_site, _FRONT, site_map)}
    yield from dead_menu_entries(written.of_site, site_map)
    by_page = {page.permalink: _of_page(page, site_map, origins, written) for page in pages}
    for dead_of_body in by_page.values():
        told.update(dead for dead, _ in dead_of_body)
        yield from (_at_its_place(dead, span) for dead, span in dead_of_body)
    yield from unwritten_links(pages, site_map, origins, told, layouts)


def dead_menu_entries(entries: Iterable[WrittenLink], site_map: SiteMap) -> Iterator[Diagnostic]:
    """The entries of the navigation and the policies that lead nowhere."""
    for dead, span in _dead(entries, _FRONT, site_map):
        yield _at_its_place(dead, span)


def _of_page(
    page: PageFacts, site_map: SiteMap, origins: Mapping[str, Span], written: WrittenLinks
) -> list[tuple[DeadLink, Span]]:
    """What is dead of the links that the page's file holds, if they stand on this page.

    One file may give several pages: a briefing and its quotes' own.
    """
    origin = origins.get(page.permalink)
    links = written.of_files.get(origin.path, ()) if origin else ()
    dead = _dead(links, page.path, site_map)
    if not dead:
        return []
    here = set(site_map.dead_on(page))
    return [(found, span) for found, span in dead if found in here]


def _dead(
    links: Iterable[WrittenLink], page: str, site_map: SiteMap
) -> list[tuple[DeadLink, Span]]:
    return [
        (dead, link.span)
        for link in links
        if (dead := site_map.look_up(page, link.permalink)) is not None
    ]


def _at_its_place(dead: DeadLink, span: Span) -> Diagnostic:
    hint = f"did you mean {dead.closest}?" if dead.closest else ""
    if dead.fragment:
        message = f"the link leads to #{dead.fragment}, but {dead.address} has no such anchor"
        hint = hint or "an anchor is a heading's words: ## What he said is #what-he-said"
        return diagnose("OR503", message, span, hint=hint)
    message = f"the link leads to {dead.address}, but the site has no such page or file"
    hint = hint or "check the address as the published site shows it"
    return diagnose("OR502", message, span, hint=hint)
