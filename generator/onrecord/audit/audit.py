"""Every rule over every page of the finished site."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from onrecord.audit.links import SiteMap
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.model import Site
from onrecord.render.page_facts import PageFacts
from onrecord.text.source import Span


def audit_pages(
    pages: Collection[PageFacts],
    site: Site,
    published: Collection[str],
    origins: Mapping[str, str],
) -> tuple[Diagnostic, ...]:
    """What is wrong with the finished pages.

    `published` are the paths of all files of the site; `origins` gives, by permalink, the file of
    the site that a page was made from, where there is one.
    """
    site_map = SiteMap.of(pages, site, published)
    return tuple(_audit(pages, site_map, origins))


def _audit(
    pages: Iterable[PageFacts], site_map: SiteMap, origins: Mapping[str, str]
) -> Iterator[Diagnostic]:
    for page in pages:
        origin = origins.get(page.permalink)
        span = Span.start_of(origin) if origin else None
        yield from _dead_links(page, site_map, span)
        yield from _duplicate_ids(page, span)
        yield from _pictures_without_words(page, span)


def _dead_links(page: PageFacts, site_map: SiteMap, span: Span | None) -> Iterator[Diagnostic]:
    for link in page.links:
        dead = site_map.follow(page, link)
        if dead is None:
            continue
        code = "OR503" if dead.fragment else "OR502"
        where = f"#{dead.fragment} of {dead.address}" if dead.fragment else dead.address
        what = "anchor" if dead.fragment else "page or file"
        message = f"on {page.permalink} a link leads to {where}, but there is no such {what}"
        hint = f"did you mean {dead.closest}?" if dead.closest else ""
        yield diagnose(code, message, span, hint=hint)


def _duplicate_ids(page: PageFacts, span: Span | None) -> Iterator[Diagnostic]:
    for anchor in page.duplicate_ids:
        message = f"on {page.permalink} the id “{anchor}” stands twice"
        hint = "if a heading or your own HTML sets it, choose another: {#another-id}"
        yield diagnose("OR504", message, span, hint=hint)


def _pictures_without_words(page: PageFacts, span: Span | None) -> Iterator[Diagnostic]:
    for address in page.images_without_alt:
        message = f"on {page.permalink} the picture {address} has no alternative text"
        hint = "write ![what it shows](…), or alt: under images:"
        yield diagnose("OR512", message, span, hint=hint)
