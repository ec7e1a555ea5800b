"""The briefings archive."""

from onrecord.pages.calendar import Period
from onrecord.pages.edition import Edition
from onrecord.pages.linked_data.pages import briefing_links, list_page
from onrecord.pages.parts.periods import (
    earlier,
    list_frame,
    months_of,
    period_name,
    period_page,
    rows_of,
    titled,
)
from onrecord.pages.parts.teasers import teasers
from onrecord.pages.shown_dates import month_text
from onrecord.pages.views.front import BriefingsView, MonthOfBriefings
from onrecord.pages.wording import counted
from onrecord.text.date_words import day_there

ADDRESS = "/briefings/"


def build_briefings(edition: Edition, period: Period | None = None) -> BriefingsView:
    """The archive, newest first by month, or one dated page of it."""
    calendar = edition.briefing_calendar
    title = titled("Briefings", period)
    count = calendar.counts[period] if period else len(edition.dossier.briefings)
    lede = f"{counted(count, 'briefing')}, newest first."
    slugs = rows_of(calendar, period)
    linked_data = list_page(
        edition, period_page(ADDRESS, period), title, briefing_links(edition, slugs)
    )
    return BriefingsView(
        frame=list_frame(edition, ADDRESS, period, title, lede, linked_data),
        title=title,
        lede=lede,
        period=period_name(period),
        months=_months(edition, slugs),
        earlier=earlier("Other briefings", ADDRESS, calendar, period, "briefing"),
        parts=months_of(ADDRESS, calendar, period, "briefing"),
    )


def _months(edition: Edition, slugs: tuple[str, ...]) -> tuple[MonthOfBriefings, ...]:
    months: dict[tuple[int, int], list[str]] = {}
    for slug in slugs:
        day = day_there(edition.dossier.briefings[slug].article.date, edition.zone)
        months.setdefault((day.year, day.month), []).append(slug)
    return tuple(
        MonthOfBriefings(
            anchor=f"month-{year:04}-{month:02}",
            title=month_text(year, month),
            briefings=teasers(edition, members),
        )
        for (year, month), members in months.items()
    )
