"""Every rule over every page of the finished site."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from onrecord.annotate.links import PUBLISHED_SCHEMES, scheme_of
from onrecord.audit.dead_links import dead_links, dead_menu_entries
from onrecord.audit.links import SiteMap
from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.model import Site
from onrecord.pages.written_links import WrittenLinks
from onrecord.read.content import Broken
from onrecord.render.page_facts import PageFacts
from onrecord.text.source import SourceFile, Span

_NAMED_ONLY = ("/actors/", "/sources/", "/topics/")  # pages of what a published page names


def audit_pages(
    pages: Collection[PageFacts],
    site: Site,
    published: Collection[str],
    origins: Mapping[str, Span],
    written: WrittenLinks,
    layouts: Sequence[SourceFile] = (),
) -> tuple[Diagnostic, ...]:
    """What is wrong with the finished pages.

    `published` are the paths of all files of the site; `origins` gives, by permalink, the place of
    the file that a page was made from, where there is one; `layouts` are the site's own.
    """
    site_map = SiteMap.of(pages, site, published)
    return (
        *dead_links(pages, site_map, origins, written, layouts),
        *_rest(pages, origins),
    )


def audit_menus(
    site: Site, published: Collection[str], broken: Broken, written: WrittenLinks
) -> tuple[Diagnostic, ...]:
    """What site.yaml links to in vain, on a site that is not whole: as far as that can be known.

    A page or article with errors may have stood anywhere; an actor, source or topic may lack its
    page because of any file with errors.
    """
    if broken.articles or broken.pages:
        return ()
    certain = [link for link in written.of_site if not link.permalink.startswith(_NAMED_ONLY)]
    return tuple(dead_menu_entries(certain, SiteMap.of((), site, published)))


def _rest(pages: Iterable[PageFacts], origins: Mapping[str, Span]) -> Iterator[Diagnostic]:
    sound: set[str] = set()
    for page in pages:
        span = origins.get(page.permalink)
        yield from _addresses_not_published(page, span, sound)
        yield from _duplicate_ids(page, span)
        yield from _pictures_without_words(page, span)


def _addresses_not_published(
    page: PageFacts, span: Span | None, sound: set[str]
) -> Iterator[Diagnostic]:
    """What got past every other check, such as in a layout or in HTML of a writer's own.

    `sound` are addresses that may be published; those of this page are added.
    """
    for address in page.links:
        if address in sound:
            continue
        if ":" not in address.partition("/")[0]:
            sound.add(address)
            continue
        scheme = scheme_of(address)
        if scheme and scheme not in PUBLISHED_SCHEMES:
            message = (
                f"on {page.permalink} an address begins with {scheme}:, so it is not published"
            )
            hint = "link to an http:, https:, mailto: or tel: address, or to a file of the site"
            yield diagnose("OR510", message, span, hint=hint)


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
