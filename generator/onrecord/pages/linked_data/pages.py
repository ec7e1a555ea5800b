"""Pages as such: lists, the front page, plain pages, a quote's and a source's own page."""

from collections.abc import Iterable

from onrecord.address import absolute_url
from onrecord.formats import Json, Node
from onrecord.link.dossier import ListedCorrection, QuoteRecord
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.parties import NamedActors, reference
from onrecord.pages.linked_data.site import publisher_with_policies, website
from onrecord.pages.linked_data.works import (
    briefing_for_short,
    correction_comment,
    quotation,
    source_work,
)
from onrecord.pages.parts.frame import plain_spaces
from onrecord.pages.parts.names import heading_names
from onrecord.pages.parts.records import shown_words
from onrecord.pages.views.common import Link
from onrecord.pages.wording import shortened

_LONGEST_NAME = 110  # characters of a quote as an entry of a list


def list_page(
    edition: Edition, permalink: str, title: str, listed: Iterable[Link], about: str = ""
) -> tuple[Node, ...]:
    """A page that lists others, by name and address; `about` is the actor whose list it is."""
    items = ({"name": plain_spaces(link.text), "url": _url(edition, link)} for link in listed)
    return (_collection(edition, permalink, title, items, about),)


def front_page(edition: Edition, listed: Iterable[Link]) -> tuple[Node, ...]:
    """The front page, the site and its publisher."""
    site = website(edition)
    return (
        site,
        publisher_with_policies(edition),
        *list_page(edition, "/", edition.site.title, listed),
    )


def corrections_page(
    edition: Edition, permalink: str, title: str, listed: Iterable[ListedCorrection]
) -> tuple[Node, ...]:
    """A page of corrections, each with the briefing that it changed."""
    items: list[dict[str, Json]] = [
        {
            "item": {
                **correction_comment(edition, one.article, one.correction),
                "about": briefing_for_short(edition, one.article),
            }
        }
        for one in listed
    ]
    return (_collection(edition, permalink, title, items),)


def plain_page(edition: Edition, permalink: str, title: str, language: str) -> tuple[Node, ...]:
    """A page without actors or quotes."""
    return (_web_page(edition, permalink, title, language=language),)


def quote_page(edition: Edition, permalink: str, record: QuoteRecord) -> tuple[Node, ...]:
    """A quote's own page, and the quote."""
    named = NamedActors(edition)
    quote = quotation(edition, record, named)
    page = _web_page(edition, permalink, heading_names(record), main=quote)
    return (page, *named.described())


def source_page(edition: Edition, permalink: str, source: str) -> tuple[Node, ...]:
    """A source's own page, and the source."""
    named = NamedActors(edition)
    record = edition.dossier.references[source]
    work = source_work(edition, record, named)
    return (_web_page(edition, permalink, record.source.title, main=work), *named.described())


def quote_links(edition: Edition, keys: Iterable[str]) -> tuple[Link, ...]:
    """Quotes as a list names them, by their first words."""
    return tuple(
        Link(
            shortened(shown_words(edition.dossier.quotes[key]), _LONGEST_NAME),
            edition.copied_permalink(key),
        )
        for key in keys
    )


def briefing_links(edition: Edition, slugs: Iterable[str]) -> tuple[Link, ...]:
    """Briefings as a list names them, by their headlines."""
    return tuple(
        Link(
            edition.dossier.briefings[slug].article.title.text,
            edition.briefing_permalink(slug),
        )
        for slug in slugs
    )


def _collection(
    edition: Edition,
    permalink: str,
    title: str,
    items: Iterable[Node],
    about: str = "",
) -> Node:
    placed = tuple(
        {"@type": "ListItem", "position": place, **item} for place, item in enumerate(items, 1)
    )
    return {
        "@type": "CollectionPage",
        "@id": absolute_url(edition.site, permalink),
        "url": absolute_url(edition.site, permalink),
        "name": plain_spaces(title),
        "inLanguage": edition.site.language,
        "about": reference(edition, about),
        "mainEntity": {"@type": "ItemList", "itemListElement": placed},
    }


def _web_page(
    edition: Edition, permalink: str, title: str, *, main: Node | None = None, language: str = ""
) -> Node:
    address = absolute_url(edition.site, permalink)
    return {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": plain_spaces(title),
        "inLanguage": language or edition.site.language,
        "mainEntity": main,
    }


def _url(edition: Edition, link: Link) -> str:
    return absolute_url(edition.site, link.permalink)
