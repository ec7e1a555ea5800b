"""Drafts and articles of the future, left out once and for all."""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.model import Article, PlainPage
from onrecord.read.content import Content, HeldBack
from onrecord.read.pages import ReadPage
from onrecord.text.date_words import date_in_words
from onrecord.text.dates import EPOCH
from onrecord.text.frozen import Frozen, replace


class Sieve(Frozen):
    """What is let through: `now` is the moment up to which articles are published.

    `zone` is the one in which it is said until when an article waits.
    """

    now: datetime
    zone: ZoneInfo
    lets_drafts_through: bool
    lets_future_through: bool


class Sifted(Frozen):
    """The articles that are published, those that wait, and the announcement of each of these."""

    articles: tuple[Article, ...]
    held_back: tuple[HeldBack, ...]
    diagnostics: tuple[Diagnostic, ...]


class Unpublished(Frozen):
    """An article or page that is there only because it was asked for, and what it is."""

    title: str
    state: str


def hold_back(articles: Iterable[Article], sieve: Sieve) -> Sifted:
    """The articles without drafts and those dated later than now, unless they are asked for."""
    moment = sieve.now if sieve.now.tzinfo else sieve.now.replace(tzinfo=UTC)
    now = (moment - EPOCH).total_seconds()
    published: list[Article] = []
    waiting: list[HeldBack] = []
    found: list[Diagnostic] = []
    for article in articles:
        is_future = article.date.instant > now
        if not (article.is_draft or is_future):
            published.append(article)
            continue
        held_by_draft = article.is_draft and not sieve.lets_drafts_through
        held_by_date = is_future and not sieve.lets_future_through
        if held_by_draft or held_by_date:
            reason = "draft" if held_by_draft else "future"
            held = _waiting(article, reason, sieve.zone)
            waiting.append(held)
            found.append(_announce(article, held))
        else:
            published.append(replace(article, is_held_back=True))
    return Sifted(tuple(published), tuple(waiting), tuple(found))


def hold_back_pages(
    pages: Iterable[ReadPage], sieve: Sieve
) -> tuple[tuple[PlainPage, ...], tuple[Diagnostic, ...]]:
    """The plain pages without drafts, unless they are asked for."""
    listed = list(pages)
    through = [
        replace(read.page, is_draft=read.is_draft)
        for read in listed
        if sieve.lets_drafts_through or not read.is_draft
    ]
    found = [
        diagnose("OR126", "this page is a draft and is left out", read.span, hint=HINT_FOR_DRAFTS)
        for read in listed
        if read.is_draft and not sieve.lets_drafts_through
    ]
    return tuple(through), tuple(found)


def unpublished_in(content: Content) -> dict[str, Unpublished]:
    """What is in the content only because it was asked for, by file."""
    found = {
        page.path: Unpublished(page.title, "a draft") for page in content.pages if page.is_draft
    }
    for article in content.articles:
        title = article.title.text
        if article.is_draft:
            found[article.path] = Unpublished(title, "a draft")
        elif article.is_held_back:
            until = date_in_words(article.date, content.site.zone)
            found[article.path] = Unpublished(title, f"held back until {until}")
    return found


def _waiting(article: Article, reason: str, zone: ZoneInfo) -> HeldBack:
    return HeldBack(
        article.slug,
        article.path,
        article.title.text,
        reason,
        article.date,
        date_in_words(article.date, zone),
        actors=tuple(dict.fromkeys(actor.id for actor in article.inline_actors)),
        sources=tuple(dict.fromkeys(source.id for source in article.local_sources)),
    )


HINT_FOR_DRAFTS = "delete draft: true to publish it; build --drafts shows it"


def _announce(article: Article, held: HeldBack) -> Diagnostic:
    if held.reason == "draft":
        message, hint = "this article is a draft and is left out", HINT_FOR_DRAFTS
    else:
        message = f"this article is dated {held.until} and is left out until then"
        hint = "build --future shows it"
    return diagnose("OR126", message, article.title.span, hint=hint)
