"""Where pages stood before: the addresses that redirect_from names."""

from collections.abc import Iterator

from onrecord.address import briefing_address, plain_page_address
from onrecord.model import Article
from onrecord.pages.edition import Edition
from onrecord.text.frozen import Frozen, replace
from onrecord.text.source import Span


class Moved(Frozen):
    """An old address and the page that stood there; `span` is where a file says so."""

    permalink: str
    target: str
    title: str
    path: str
    span: Span


def redirects(edition: Edition) -> Iterator[Moved]:
    """Every old address of the site's briefings and plain pages."""
    for slug, briefing in edition.dossier.briefings.items():
        article = briefing.article
        target = edition.briefing_permalink(slug)
        for old in dict.fromkeys(article.redirect_from):
            permalink = _old_briefing(edition, article, old.text)
            yield Moved(permalink, target, article.title.text, article.path, old.span)
    for slug, (page, _) in edition.dossier.pages.items():
        for old in dict.fromkeys(page.redirect_from):
            permalink = _as_folder(old.text)
            yield Moved(permalink, plain_page_address(slug), page.title, page.path, old.span)


def _old_briefing(edition: Edition, article: Article, old: str) -> str:
    """An old slug stands where briefings stand; a path with a slash is an address of the site."""
    if "/" in old:
        return _as_folder(old)
    return briefing_address(edition.site, replace(article, slug=old))


def _as_folder(old: str) -> str:
    path = f"/{old.strip('/')}"
    is_file = path.endswith((".html", ".htm", ".xml"))
    return path if is_file or path == "/" else f"{path}/"
