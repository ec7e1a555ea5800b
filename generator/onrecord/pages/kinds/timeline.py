"""The timeline: what happened, and what was said about it."""

from onrecord.link.dossier import TimelineEvent
from onrecord.pages.calendar import Period
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.pages import list_page
from onrecord.pages.parts.periods import (
    earlier,
    list_frame,
    months_of,
    period_name,
    period_page,
    rows_of,
    titled,
)
from onrecord.pages.parts.records import Shelf, show_records
from onrecord.pages.shown_dates import show
from onrecord.pages.views.common import Link
from onrecord.pages.views.timeline import EventView, TimelineView

ADDRESS = "/timeline/"
_LEDE = "What happened, newest first, with what was said about it at the time."


def build_timeline(edition: Edition, period: Period | None = None) -> TimelineView:
    """Events newest first, or one dated page of them."""
    calendar = edition.event_calendar
    title = titled("Timeline", period)
    shelf = Shelf()
    events = rows_of(calendar, period)
    links = (Link(event.title, edition.briefing_permalink(event.article)) for event in events)
    linked_data = list_page(edition, period_page(ADDRESS, period), title, links)
    return TimelineView(
        frame=list_frame(edition, ADDRESS, period, title, _LEDE, linked_data),
        title=title,
        lede=_LEDE,
        period=period_name(period),
        events=tuple(_event(edition, event, shelf) for event in events),
        earlier=earlier("Other years", ADDRESS, calendar, period, "event"),
        months=months_of(ADDRESS, calendar, period, "event"),
    )


def _event(edition: Edition, event: TimelineEvent, shelf: Shelf) -> EventView:
    records = show_records(edition, edition.shown(event.quotes), shelf)
    return EventView(
        date=show(event.date, edition.zone),
        title=event.title,
        permalink=edition.briefing_permalink(event.article),
        briefing=edition.dossier.briefings[event.article].article.title.text,
        text=event.text,
        records=records,
        is_key=bool(records),
    )
