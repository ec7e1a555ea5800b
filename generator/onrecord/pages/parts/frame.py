"""The frame of a page: head, masthead, footer."""

from onrecord.address import absolute_url, actor_address
from onrecord.formats import Node, source_for_policy, write_json_ld
from onrecord.model import NavItem
from onrecord.pages.edition import Edition
from onrecord.pages.views.common import ImageView, Link
from onrecord.pages.views.frame import FeedLink, FooterList, Meta, NavLink, PageFrame
from onrecord.pages.wording import POLICIES
from onrecord.text.frozen import Frozen, replace
from onrecord.text.languages import direction

CSP = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'"
SITE_FEED = "/feed.xml"

_SECTIONS = (
    ("Briefings", "/briefings/"),
    ("Actors", "/actors/"),
    ("Quotes", "/quotes/"),
    ("Sources", "/sources/"),
    ("Timeline", "/timeline/"),
)


class Page(Frozen, kw_only=True):
    """What a page says of itself to its frame.

    `section` is the index that it belongs to; `kind` its Open Graph type; `shared_title` what it is
    called where it is shared, "" for its title; `language` that of its text, "" for the site's.
    """

    permalink: str
    title: str
    description: str
    section: str = ""
    feeds: tuple[FeedLink, ...] = ()
    metas: tuple[Meta, ...] = ()
    image: ImageView | None = None
    kind: str = "website"
    shared_title: str = ""
    language: str = ""
    linked_data: tuple[Node, ...] = ()
    is_noindex: bool = False
    is_broad: bool = False
    is_not_found: bool = False
    canonical: str = ""
    csp: str = CSP


def frame(edition: Edition, page: Page) -> PageFrame:
    """The frame around a page."""
    site = edition.site
    title = page.title if page.permalink == "/" else f"{page.title} — {site.title}"
    canonical = absolute_url(site, page.canonical or page.permalink)
    site_feed = FeedLink(f"{site.title}: all briefings", SITE_FEED)
    linked_data = write_json_ld(page.linked_data)
    return PageFrame(
        permalink=page.permalink,
        title=plain_spaces(title),
        description=plain_spaces(page.description or site.description or site.title),
        language=site.language,
        direction=direction(site.language),
        canonical="" if page.is_not_found else canonical,
        is_noindex=page.is_noindex,
        site_title=site.title,
        site_tagline=site.tagline,
        nav=_links_on(page, edition.share(_masthead, page.section)),
        feeds=(*page.feeds, site_feed),
        footer=tuple(
            FooterList(column.title, _links_on(page, column.links))
            for column in edition.share(_footer, page.section)
        ),
        csp=policy_of(page.csp, linked_data),
        metas=() if page.is_noindex else _metas(edition, page, canonical),
        linked_data=linked_data,
        publisher=_publisher(edition),
        generator=edition.generator,
        stylesheets=edition.stylesheets,
        is_broad=page.is_broad,
        is_served_anywhere=page.is_not_found,
    )


def actor_feed(edition: Edition, actor: str) -> FeedLink:
    """An actor's own feed."""
    name = edition.dossier.profiles[actor].name
    return FeedLink(f"{edition.site.title}: {name}", f"{actor_address(actor)}feed.xml")


def publisher_name(edition: Edition) -> str:
    """Who publishes the site, as site.yaml has it; "" where it does not say."""
    publisher = edition.site.publisher
    if publisher is None:
        return ""
    known = edition.dossier.profiles.get(publisher.text)
    return plain_spaces(known.name if known is not None else publisher.text)


def plain_spaces(text: str) -> str:
    """Text for head and feeds, in one line and without no-break spaces."""
    return " ".join(text.replace("\u00a0", " ").split())


def open_graph(name: str, content: str) -> Meta:
    """A property of Open Graph."""
    return Meta(name, plain_spaces(content), is_property=True)


def site_page(to: str) -> tuple[str, str]:
    """Permalink and web address of what site.yaml points to: one of them is "".

    A page may be written with or without the slashes around it.
    """
    if "://" in to or to.startswith(("mailto:", "tel:")):
        return "", to
    path, hash_sign, fragment = to.partition("#")
    path = f"/{path.strip('/')}"
    if path != "/" and "." not in path.rpartition("/")[2]:
        path += "/"
    return f"{path}{hash_sign}{fragment}", ""


def _publisher(edition: Edition) -> Link | None:
    name, named = publisher_name(edition), edition.site.publisher
    if named is None or name == plain_spaces(edition.site.title):
        return None
    return Link(name, edition.actor_permalink(named.text))


def policy_of(csp: str, linked_data: str) -> str:
    """The policy of a page, with leave for its own data among its scripts."""
    if not linked_data:
        return csp
    before, directive, rest = csp.partition("script-src ")
    sources, *others = rest.split(";")
    scripts = f"{directive}{sources} {source_for_policy(linked_data)}"
    return before + ";".join((scripts, *others))


def _masthead(edition: Edition, section: str) -> tuple[NavLink, ...]:
    """The masthead of a section's pages, none of which is in it."""
    if edition.site.nav:
        return tuple(_nav_link(_entry(item), section) for item in edition.site.nav)
    topics = (("Topics", "/topics/"),) if edition.dossier.subjects else ()
    entries = (*_SECTIONS, *topics, *_search(edition))
    return tuple(_nav_link(entry, section) for entry in entries)


def _search(edition: Edition) -> tuple[tuple[str, str], ...]:
    return (("Search", "/search/"),) if edition.site.has_search else ()


def _entry(item: NavItem) -> tuple[str, str]:
    return item.title, item.to


def _nav_link(entry: tuple[str, str], section: str) -> NavLink:
    title, to = entry
    permalink, address = site_page(to)
    is_current = bool(permalink) and permalink == section
    return NavLink(title, permalink, address, is_current, is_this_page=False)


def _links_on(page: Page, links: tuple[NavLink, ...]) -> tuple[NavLink, ...]:
    """The links as they stand on a page, which may be one of those that they lead to."""
    if all(link.permalink != page.permalink for link in links):
        return links
    return tuple(
        replace(link, is_current=True, is_this_page=True)
        if link.permalink == page.permalink
        else link
        for link in links
    )


def _footer(edition: Edition, section: str) -> tuple[FooterList, ...]:
    """The footer of a section's pages, none of which is in it."""
    topics = (("Topics", "/topics/"),) if edition.dossier.subjects else ()
    columns: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
        (
            "Read",
            (
                ("Latest briefings", "/"),
                ("All briefings", "/briefings/"),
                *topics,
                ("Timeline", "/timeline/"),
                *_search(edition),
            ),
        ),
        (
            "Look up",
            (
                ("Actors, A to Z", "/actors/"),
                ("Quotes on the record", "/quotes/"),
                ("Sources and grades", "/sources/"),
                ("Corrections", "/corrections/"),
            ),
        ),
        ("Follow", (("All briefings (RSS)", SITE_FEED),)),
        ("How we work", tuple(_policies(edition))),
    )
    return tuple(
        FooterList(title, tuple(_nav_link(entry, section) for entry in entries))
        for title, entries in columns
        if entries
    )


def _policies(edition: Edition) -> list[tuple[str, str]]:
    return [(POLICIES.get(name, name), to) for name, to in edition.site.policies]


def _metas(edition: Edition, page: Page, canonical: str) -> tuple[Meta, ...]:
    site = edition.site
    metas = [
        open_graph("og:type", page.kind),
        open_graph("og:title", page.shared_title or page.title),
        open_graph("og:description", page.description or site.description or site.title),
        open_graph("og:url", canonical),
        open_graph("og:site_name", site.title),
    ]
    locale = _locale(page.language or site.language)
    if locale:
        metas.append(open_graph("og:locale", locale))
    image = page.image
    if image is not None and image.permalink.endswith(".svg"):
        image = None  # no reader of Open Graph draws one
    if image is not None:
        metas.append(open_graph("og:image", absolute_url(site, image.permalink)))
        if image.width:
            metas.append(open_graph("og:image:width", str(image.width)))
            metas.append(open_graph("og:image:height", str(image.height)))
        if image.width and image.height:
            metas.append(open_graph("og:image:width", str(image.width)))
            metas.append(open_graph("og:image:height", str(image.height)))
        if image.alt:
            metas.append(open_graph("og:image:alt", image.alt))
    card = "summary_large_image" if image is not None else "summary"
    return (*metas, *page.metas, Meta("twitter:card", card, is_property=False))


def _locale(language: str) -> str:
    """Language and country as Open Graph writes them: en_GB; "" where no country is said."""
    primary, _, rest = language.replace("_", "-").partition("-")
    country = next((tag for tag in rest.split("-") if len(tag) == 2), "")
    return f"{primary.lower()}_{country.upper()}" if country else ""
