"""Dead links that stand in no text: those of layouts and of raw HTML, each told once."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.audit.links import DeadLink, SiteMap
from onrecord.diagnostics import Diagnostic, Related, diagnose
from onrecord.render.page_facts import PageFacts
from onrecord.text.source import SourceFile, Span

_MOST_PLACES = 4
_MOST_NAMED = 3


def unwritten_links(
    pages: Collection[PageFacts],
    site_map: SiteMap,
    origins: Mapping[str, Span],
    told: Collection[DeadLink],
    layouts: Sequence[SourceFile],
) -> Iterator[Diagnostic]:
    """One finding for each dead link that is not told yet, on however many pages it stands.

    `layouts` are those of the site itself: whichever holds the address as it is typed is to blame.
    """
    found: dict[DeadLink, list[PageFacts]] = {}
    for page in pages:
        for dead in site_map.dead_on(page):
            if dead not in told:
                found.setdefault(dead, []).append(page)
    for dead, holders in found.items():
        yield _finding(dead, holders, site_map, origins, layouts)


def _finding(
    dead: DeadLink,
    holders: Sequence[PageFacts],
    site_map: SiteMap,
    origins: Mapping[str, Span],
    layouts: Sequence[SourceFile],
) -> Diagnostic:
    code = "OR503" if dead.fragment else "OR502"
    where = f"#{dead.fragment} of {dead.address}" if dead.fragment else dead.address
    what = "anchor" if dead.fragment else "page or file"
    message = f"{_on(holders)} a link leads to {where}, but there is no such {what}"
    places = _places(dead, layouts)
    if places:
        first, *others = places
        related = [Related("it also stands here", other) for other in others]
        return diagnose(code, message, first, hint=_advice(dead, site_map), related=related)
    is_one = len({page.permalink for page in holders}) == 1
    span = origins.get(holders[0].permalink) if is_one or site_map.site.allows_html else None
    told = "\n".join(part for part in (_advice(dead, site_map), _whence(site_map, layouts)) if part)
    return diagnose(code, message, span, hint=told)


def _on(holders: Sequence[PageFacts]) -> str:
    permalinks = list(dict.fromkeys(page.permalink for page in holders))
    if len(permalinks) == 1:
        return f"on {permalinks[0]}"
    return f"on {len(permalinks)} pages, such as {permalinks[0]},"


def _places(dead: DeadLink, layouts: Sequence[SourceFile]) -> list[Span]:
    """Where layouts hold the address as a value, as the page or as readers have it."""
    anchor = f"#{dead.fragment}" if dead.fragment else ""
    forms = {dead.typed, f"{dead.address}{anchor}"} - {""}
    typed = re.compile(
        "|".join(rf"(?<=[\"'=]){re.escape(form)}(?=[\"'\s>])" for form in sorted(forms))
    )
    return [
        layout.span(*match.span()) for layout in layouts for match in typed.finditer(layout.text)
    ][:_MOST_PLACES]


def _advice(dead: DeadLink, site_map: SiteMap) -> str:
    if dead.closest and dead.closest == dead.address:
        base = site_map.site.base_path
        return f'write {{{{ url("{dead.address}") }}}}: the site stands below {base}'
    if dead.closest:
        return f"did you mean {dead.closest}?"
    return "" if dead.fragment else "check the address as the published site shows it"


def _whence(site_map: SiteMap, layouts: Sequence[SourceFile]) -> str:
    """Who is likely to have made the link, as far as that can be known."""
    texts = "it may stand in HTML of a text" if site_map.site.allows_html else "no text holds it"
    if not layouts:
        return texts if site_map.site.allows_html else ""
    named = [layout.path for layout in layouts]
    listed = ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
    link = ", or be made by" if site_map.site.allows_html else ", so it is probably made by"
    return f"{texts}{link} a layout of yours: {listed}"
