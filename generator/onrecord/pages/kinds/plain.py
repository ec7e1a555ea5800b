"""Plain pages, the page for addresses that lead nowhere, and redirects."""

from onrecord.address import plain_page_address
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.pages import plain_page
from onrecord.pages.parts.bodies import dressing_of
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.parts.names import other_language
from onrecord.pages.parts.notes import note_section
from onrecord.pages.parts.sources import source_section
from onrecord.pages.views.common import Link
from onrecord.pages.views.plain import NotFoundView, PlainPageView, RedirectView

NOT_FOUND = "/404.html"
_LOST = (
    "The page has moved, or the address has a slip in it. Permalinks to quotes do not change, so "
    "a name will usually find what you came for."
)


def build_plain_page(edition: Edition, slug: str) -> PlainPageView:
    """A page without actors or quotes."""
    page, told = edition.dossier.pages[slug]
    permalink = plain_page_address(slug)
    language, direction = other_language(page.language, edition.site.language)
    return PlainPageView(
        frame=frame(
            edition,
            Page(
                permalink=permalink,
                title=page.title,
                description=page.summary or page.title,
                section=permalink,
                language=page.language,
                linked_data=plain_page(edition, permalink, page.title, page.language),
            ),
        ),
        title=page.title,
        summary=page.summary,
        language=language,
        direction=direction,
        body=told.body,
        dressing=dressing_of(edition, told, permalink, language=page.language),
        has_headings=bool(told.facts.headings),
        notes=note_section(told.facts, permalink),
        sources=source_section(edition, told.facts, permalink),
    )


def build_not_found(edition: Edition) -> NotFoundView:
    """The page that is served where there is none."""
    title = "Nothing on record here"
    return NotFoundView(
        frame=frame(
            edition,
            Page(
                permalink=NOT_FOUND,
                title=title,
                description="Page not found.",
                is_noindex=True,
                is_broad=True,
                is_not_found=True,
            ),
        ),
        title=title,
        lede=_LOST,
        links=(
            Link("Latest briefings", "/"),
            Link("Actors, A to Z", "/actors/"),
            Link("Quotes on the record", "/quotes/"),
        ),
    )


def build_redirect(edition: Edition, permalink: str, target: str, title: str) -> RedirectView:
    """What stands at an address from which a page has moved."""
    return RedirectView(
        frame=frame(
            edition,
            Page(
                permalink=permalink,
                title=title,
                description=f"Moved: {title}",
                canonical=target,
                is_noindex=True,
            ),
        ),
        title=title,
        permalink=target,
    )
