"""The topics index, and a topic's page."""

from onrecord.address import topic_address
from onrecord.pages.calendar import Period
from onrecord.pages.dressing import Dressing
from onrecord.pages.edition import Edition
from onrecord.pages.letters import sorting_key
from onrecord.pages.linked_data.pages import briefing_links, list_page
from onrecord.pages.parts.bodies import dressing_of
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.parts.names import other_language
from onrecord.pages.parts.notes import note_section
from onrecord.pages.parts.periods import (
    earlier,
    months_of,
    period_name,
    period_page,
    rows_of,
)
from onrecord.pages.parts.sources import source_section
from onrecord.pages.parts.teasers import teasers
from onrecord.pages.views.common import Link
from onrecord.pages.views.indexes import TopicRow, TopicsView
from onrecord.pages.views.topic import TopicView
from onrecord.pages.wording import counted

ADDRESS = "/topics/"
_LEDE = "What the briefings are about."


def build_topics(edition: Edition) -> TopicsView:
    """All topics, by title."""
    records = sorted(
        edition.dossier.topics.values(),
        key=lambda record: (sorting_key(record.topic.title), record.topic.id),
    )
    return TopicsView(
        frame=frame(
            edition,
            Page(
                permalink=ADDRESS,
                title="Topics",
                description=_LEDE,
                section=ADDRESS,
                is_broad=True,
                linked_data=list_page(
                    edition,
                    ADDRESS,
                    "Topics",
                    (Link(row.topic.title, topic_address(row.topic.id)) for row in records),
                ),
            ),
        ),
        title="Topics",
        lede=_LEDE,
        topics=tuple(
            TopicRow(
                title=record.topic.title,
                permalink=topic_address(record.topic.id),
                summary=record.topic.summary,
                counts=counted(len(record.briefings), "briefing"),
            )
            for record in records
        ),
    )


def build_topic(edition: Edition, topic: str, period: Period | None = None) -> TopicView:
    """A topic's page with its brief, or a dated page without."""
    record = edition.dossier.topics[topic]
    page = topic_address(topic)
    here = period_page(page, period)
    calendar = edition.topic_calendars[topic]
    told = record.brief if period is None else None
    title = record.topic.title
    dated_title = f"{title}, {period_name(period)}" if period else title
    language, direction = other_language(record.topic.language, edition.site.language)
    count = calendar.counts[period] if period else len(record.briefings)
    slugs = rows_of(calendar, period)
    return TopicView(
        frame=frame(
            edition,
            Page(
                permalink=here,
                title=f"Briefings on {dated_title}",
                description=record.topic.summary or f"Briefings on {title}, newest first.",
                section=ADDRESS,
                is_broad=True,
                linked_data=list_page(edition, here, dated_title, briefing_links(edition, slugs)),
            ),
        ),
        title=dated_title,
        permalink=page,
        period=period_name(period),
        summary=record.topic.summary,
        brief=told.body if told is not None and told.body.pieces else None,
        dressing=Dressing()
        if told is None
        else dressing_of(edition, told, page, language=record.topic.language),
        language=language,
        direction=direction,
        briefings_remark=f"{counted(count, 'briefing')}, newest first",
        briefings=teasers(edition, slugs),
        earlier=earlier("Other briefings", page, calendar, period, "briefing"),
        months=months_of(page, calendar, period, "briefing"),
        notes=note_section(told.facts, page) if told is not None else None,
        sources=source_section(edition, told.facts, page) if told is not None else None,
    )
