"""The head of a briefing: bylines, dates, corrections and updates."""

from onrecord.address import absolute_url
from onrecord.link.dossier import Briefing
from onrecord.model import CorrectionKind
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.briefing import briefing_page
from onrecord.pages.parts.fixes import corrected_line, fix_of, told
from onrecord.pages.parts.frame import Page, frame, open_graph
from onrecord.pages.parts.names import parties
from onrecord.pages.parts.teasers import picture
from onrecord.pages.shown_dates import moment, show, show_later
from onrecord.pages.views.briefing import FixView, UpdateLine
from onrecord.pages.views.common import Link, ShownDate, TextPart
from onrecord.pages.views.frame import Meta, PageFrame
from onrecord.pages.wording import GENRES, reading_time
from onrecord.text.frozen import Frozen

_BY = "By "


class BriefingHead(Frozen):
    """Everything above the text, and the frame."""

    frame: PageFrame
    genre: str
    topics: tuple[Link, ...]
    authors: tuple[TextPart, ...]
    published: ShownDate
    updated: ShownDate | None
    reading_time: str
    corrected: Link | None
    retraction: FixView | None
    updates: tuple[UpdateLine, ...]
    fixes: tuple[FixView, ...]


def head_of(edition: Edition, briefing: Briefing) -> BriefingHead:
    """The head of a briefing."""
    article, zone = briefing.article, edition.zone
    updates = [made for made in briefing.corrections if made.kind is CorrectionKind.UPDATE]
    fixes = [made for made in briefing.corrections if made.kind is not CorrectionKind.UPDATE]
    line = corrected_line(edition, briefing)
    retracted = next((made for made in fixes if made.kind is CorrectionKind.RETRACTION), None)
    return BriefingHead(
        frame=_frame(edition, briefing),
        genre=GENRES.get(article.genre, ""),
        topics=topics_of(edition, briefing),
        authors=(TextPart(_BY), *parties(edition, briefing.authors)) if briefing.authors else (),
        published=show(article.date, zone),
        updated=show_later(briefing.updated, article.date, zone) if briefing.updated else None,
        reading_time=reading_time(edition.dossier.texts[briefing.slug].facts.words),
        corrected=Link(line, f"{edition.briefing_permalink(briefing.slug)}#corrections")
        if line
        else None,
        retraction=fix_of(edition, briefing.slug, retracted) if retracted else None,
        updates=tuple(
            UpdateLine(show_later(made.date, article.date, zone), told(made)) for made in updates
        ),
        fixes=tuple(fix_of(edition, briefing.slug, made) for made in fixes),
    )


def topics_of(edition: Edition, briefing: Briefing) -> tuple[Link, ...]:
    """The topics of a briefing, each leading to its page."""
    topics = edition.dossier.subjects
    return tuple(
        Link(topics[named.text], edition.topic_permalink(named.text))
        for named in briefing.article.topics
        if named.text in topics
    )


def _frame(edition: Edition, briefing: Briefing) -> PageFrame:
    article, is_out = briefing.article, edition.is_out(briefing.slug)
    return frame(
        edition,
        Page(
            permalink=edition.briefing_permalink(briefing.slug),
            title=article.title.text,
            description=article.summary.text if article.summary else article.title.text,
            section="/briefings/",
            kind="article",
            metas=_article_metas(edition, briefing),
            image=picture(edition, article.image),
            language=article.language,
            linked_data=briefing_page(edition, briefing) if is_out else (),
            is_noindex=not is_out,
        ),
    )


def _article_metas(edition: Edition, briefing: Briefing) -> tuple[Meta, ...]:
    article, zone = briefing.article, edition.zone
    topics = topics_of(edition, briefing)
    metas = [open_graph("article:published_time", moment(article.date, zone).isoformat())]
    if briefing.updated is not None:
        changed = moment(briefing.updated, zone).isoformat()
        metas.append(open_graph("article:modified_time", changed))
    for author in briefing.authors:
        permalink = edition.actor_permalink(author.actor)
        if permalink:
            metas.append(open_graph("article:author", absolute_url(edition.site, permalink)))
    if topics:
        metas.append(open_graph("article:section", topics[0].text))
    metas += [open_graph("article:tag", topic.text) for topic in topics]
    return tuple(metas)
