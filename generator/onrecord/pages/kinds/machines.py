"""Feeds, the sitemap, robots.txt, files for hosts: what machines read."""

from collections.abc import Sequence
from urllib.parse import quote

from onrecord.address import absolute_url, actor_address, rooted_url
from onrecord.annotate.facts import AnnotatedArticle
from onrecord.link.dossier import Briefing
from onrecord.pages.dressing import Dressing
from onrecord.pages.edition import Edition
from onrecord.pages.kinds.search import SEARCH_CSP
from onrecord.pages.parts.bodies import dressing_of
from onrecord.pages.parts.fixes import fix_of
from onrecord.pages.parts.frame import CSP, SITE_FEED, plain_spaces, publisher_name
from onrecord.pages.parts.notes import note_section
from onrecord.pages.parts.sources import source_section
from onrecord.pages.parts.teasers import picture
from onrecord.pages.parts.voicing import voices_in
from onrecord.pages.redirects import redirects
from onrecord.pages.views.machines import (
    EmptyView,
    FeedCategory,
    FeedItem,
    FeedView,
    HeadersView,
    RedirectsView,
    RobotsView,
    SitemapEntry,
    SitemapView,
)
from onrecord.text.dates import Date
from onrecord.text.frozen import replace

SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
NO_JEKYLL = "/.nojekyll"
REDIRECTS = "/_redirects"
HEADERS = "/_headers"
TAKE_REDIRECTS = ("netlify", "cloudflare", "gitlab")
TAKE_HEADERS = ("netlify", "cloudflare")
SITEMAP_LIMIT = 50_000


def build_site_feed(edition: Edition) -> FeedView:
    """The newest briefings, with their corrections and sources."""
    site = edition.site
    slugs = [slug for slug in edition.dossier.by_date if edition.is_out(slug)]
    return FeedView(
        permalink=SITE_FEED,
        address=absolute_url(site, SITE_FEED),
        title=site.title,
        page_address=absolute_url(site, "/"),
        description=plain_spaces(site.description or site.tagline or site.title),
        language=site.language,
        newest=_newest(edition, slugs),
        generator=edition.generator,
        publisher=publisher_name(edition),
        hub=site.feeds.hub,
        image="",
        items=tuple(_item(edition, slug) for slug in slugs[: site.feeds.limit]),
    )


def build_actor_feed(edition: Edition, actor: str) -> FeedView:
    """The newest briefings that quote or mention an actor; a category tells which."""
    site = edition.site
    record = edition.dossier.actors[actor]
    permalink = f"{actor_address(actor)}feed.xml"
    slugs = [
        appearance.article
        for appearance in record.appearances
        if edition.is_out(appearance.article)
    ][: site.feeds.limit]
    return FeedView(
        permalink=permalink,
        address=absolute_url(site, permalink),
        title=f"{site.title}: {record.actor.name}",
        page_address=absolute_url(site, actor_address(actor)),
        description=f"Briefings that quote or mention {record.actor.name}.",
        language=site.language,
        newest=_newest(edition, slugs),
        generator=edition.generator,
        publisher=publisher_name(edition),
        hub=site.feeds.hub,
        image="",
        items=tuple(_item(edition, slug, actor) for slug in slugs),
    )


def build_sitemap(
    edition: Edition, listed: Sequence[tuple[str, str]], part: int = 0
) -> SitemapView:
    """All pages that may be listed, with the date of their content; past 50,000, in parts.

    `part` is one of these; without it, where there are parts, they are listed.
    """
    pages = [SitemapEntry(absolute_url(edition.site, page), changed) for page, changed in listed]
    if part:
        start = (part - 1) * SITEMAP_LIMIT
        return SitemapView(tuple(pages[start : start + SITEMAP_LIMIT]), ())
    if len(pages) <= SITEMAP_LIMIT:
        return SitemapView(tuple(pages), ())
    return SitemapView(
        (),
        tuple(
            SitemapEntry(absolute_url(edition.site, sitemap_part(number)), "")
            for number in range(1, sitemap_parts(len(pages)) + 1)
        ),
    )


def sitemap_part(number: int) -> str:
    """The permalink of a partial sitemap, counted from 1."""
    return f"/sitemap-{number}.xml"


def sitemap_parts(pages: int) -> int:
    """How many partial sitemaps so many pages need: none where one sitemap holds them all."""
    return -(-pages // SITEMAP_LIMIT) if pages > SITEMAP_LIMIT else 0


def build_robots(edition: Edition) -> RobotsView:
    """Where the sitemap is."""
    return RobotsView(absolute_url(edition.site, SITEMAP))


def build_redirects(edition: Edition) -> RedirectsView:
    """Where each old address leads."""
    site = edition.site
    return RedirectsView(
        tuple(
            (rooted_url(site, moved.permalink), rooted_url(site, moved.target))
            for moved in redirects(edition)
        ),
        "301!" if site.host == "netlify" else "301",
    )


def build_headers(edition: Edition) -> HeadersView:
    """The policy of all pages, as far as pages cannot say it of themselves.

    Each page's own policy is the stricter one; browsers keep to both.
    """
    policy = SEARCH_CSP if edition.site.has_search else CSP
    headers = (
        ("Content-Security-Policy", f"{policy}; base-uri 'none'; frame-ancestors 'none'"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    )
    return HeadersView(edition.site.base_path, headers)


def build_empty(_edition: Edition) -> EmptyView:
    """.nojekyll: a file whose being there says all: the others are to be served as they are.

    Follows GitHub Pages, https://docs.github.com/en/pages
    """
    return EmptyView()


def _newest(edition: Edition, slugs: Sequence[str]) -> Date | None:
    return max(
        (edition.dossier.briefings[slug].latest for slug in slugs),
        key=lambda when: when.instant,
        default=None,
    )


def _item(edition: Edition, slug: str, actor: str = "") -> FeedItem:
    """A briefing in a feed: the same in all that carry it, but for its categories."""
    categories = _categories(edition, edition.dossier.briefings[slug], actor)
    return replace(edition.share(_uncategorised, slug), categories=categories)


def _uncategorised(edition: Edition, slug: str) -> FeedItem:
    briefing = edition.dossier.briefings[slug]
    article, told = briefing.article, edition.dossier.texts[briefing.slug]
    page = edition.briefing_permalink(slug)
    sources = source_section(edition, told.facts, page, briefing.quotes)
    is_full = edition.site.feeds.content == "full"
    return FeedItem(
        title=plain_spaces(article.title.text),
        address=absolute_url(edition.site, page),
        permalink=page,
        uid=f"tag:{edition.site.tag_authority}:briefings/{quote(slug)}",
        published=article.date,
        updated=briefing.latest,
        authors=tuple(author.name for author in briefing.authors),
        categories=(),
        summary=plain_spaces(article.summary.text) if article.summary else "",
        fixes=tuple(fix_of(edition, slug, made) for made in briefing.corrections),
        body=told.body if is_full else None,
        dressing=_dressing(edition, briefing, told, page) if is_full else Dressing(),
        notes=note_section(told.facts, page, edition.source_numbers[slug]) if is_full else None,
        sources=sources.entries if sources is not None and is_full else (),
        image=picture(edition, article.image),
        language=article.language or edition.site.language,
    )


def _dressing(edition: Edition, briefing: Briefing, told: AnnotatedArticle, page: str) -> Dressing:
    voiced = voices_in(edition, briefing)
    return dressing_of(edition, told, page, voiced, language=briefing.article.language)


def _categories(edition: Edition, briefing: Briefing, actor: str) -> tuple[FeedCategory, ...]:
    """In an actor's feed whether it is quoted; then topics, then actors, those quoted first."""
    site, dossier = edition.site, edition.dossier
    actors_domain = absolute_url(site, "/actors/")
    topics_domain = absolute_url(site, "/topics/")
    members = [member for member in briefing.cast if member.actor in dossier.profiles]
    by_quotes = sorted(members, key=lambda member: not member.quotes)
    quoted = {member.actor for member in members if member.quotes}
    told = FeedCategory("Quoted" if actor in quoted else "Mentioned", actors_domain)
    return (
        *((told,) if actor else ()),
        *(
            FeedCategory(dossier.subjects[topic.text], topics_domain)
            for topic in briefing.article.topics
            if topic.text in dossier.subjects
        ),
        *(FeedCategory(dossier.profiles[member.actor].name, actors_domain) for member in by_quotes),
    )
