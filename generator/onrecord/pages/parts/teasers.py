"""Briefings as other pages announce them, and sentences that lead back to them."""

from collections.abc import Iterable

from onrecord.address import asset_address
from onrecord.annotate.facts import Whereabouts
from onrecord.model import Image
from onrecord.pages.edition import Edition
from onrecord.pages.parts.fixes import corrected_line
from onrecord.pages.parts.names import other_language
from onrecord.pages.shown_dates import show_day
from onrecord.pages.views.common import ImageView, SentenceView, Teaser
from onrecord.pages.wording import counted


def teaser(edition: Edition, slug: str) -> Teaser:
    """A briefing in a list, the same in all."""
    return edition.share(_teaser, slug)


def _teaser(edition: Edition, slug: str) -> Teaser:
    briefing = edition.dossier.briefings[slug]
    article = briefing.article
    language, direction = other_language(article.language, edition.site.language)
    return Teaser(
        title=article.title.text,
        permalink=edition.briefing_permalink(slug),
        summary=article.summary.text if article.summary else "",
        date=show_day(article.date, edition.zone),
        counts=counts_of(edition, slug),
        corrected=corrected_line(edition, briefing),
        language=language,
        direction=direction,
    )


def teasers(edition: Edition, slugs: Iterable[str]) -> tuple[Teaser, ...]:
    """Briefings in the order of their slugs."""
    return tuple(teaser(edition, slug) for slug in slugs)


def counts_of(edition: Edition, slug: str) -> str:
    """What a briefing holds: "12 quotes, 8 speakers"."""
    tally = edition.tallies[slug]
    if not tally.quotes:
        return counted(0, "quote")
    return f"{counted(tally.quotes, 'quote')}, {counted(tally.speakers, 'speaker')}"


def sentences(
    edition: Edition, slug: str, contexts: Iterable[Whereabouts], limit: int | None = None
) -> tuple[SentenceView, ...]:
    """The sentences of a briefing, each once, leading to the section that holds them."""
    page = edition.briefing_permalink(slug)
    firsts: dict[str, Whereabouts] = {}
    for context in contexts:
        if context.sentence:
            firsts.setdefault(context.sentence, context)
    return tuple(
        SentenceView(sentence, f"{page}#{context.section}" if context.section else page)
        for sentence, context in list(firsts.items())[:limit]
    )


def picture(edition: Edition, image: Image | None) -> ImageView | None:
    """A picture of an article, None where there is none or its file is not there."""
    if image is None:
        return None
    caption = image.caption.text if image.caption else ""
    return picture_at(edition, image.path, image.alt, caption, image.credit)


def picture_at(
    edition: Edition, path: str, alt: str, caption: str = "", credit: str = ""
) -> ImageView | None:
    """A picture by its path under content/, None where it is not there."""
    asset = edition.dossier.assets.get(path)
    if asset is None:
        return None
    return ImageView(asset_address(path), alt, caption, credit, asset.width, asset.height)
