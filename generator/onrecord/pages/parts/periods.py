"""The other pages of a list that is cut by calendar, and how a dated page is called."""

from typing import TypeVar

from onrecord.formats import Node
from onrecord.pages.calendar import Calendar, Period
from onrecord.pages.edition import Edition
from onrecord.pages.parts.frame import Page, frame
from onrecord.pages.views.common import PeriodLink
from onrecord.pages.views.frame import PageFrame
from onrecord.pages.views.records import Earlier
from onrecord.pages.wording import counted
from onrecord.text.date_words import month_in_words

Row = TypeVar("Row")

NEWEST = "Newest"


def period_name(period: Period | None) -> str:
    """A dated page's period in words: "2019", "January 2019"; "" for the list's own page."""
    if period is None:
        return ""
    year, month = period.year, period.month
    return month_in_words(year, month) if month else str(year)


def period_page(address: str, period: Period | None) -> str:
    """The permalink of a list's page: its address, or that of a period."""
    return address + period.folder if period else address


def titled(title: str, period: Period | None) -> str:
    """A page's title with its period: "Quotes", "Quotes of January 2019"."""
    return f"{title} of {period_name(period)}" if period else title


def list_frame(
    edition: Edition,
    address: str,
    period: Period | None,
    title: str,
    lede: str,
    linked_data: tuple[Node, ...],
) -> PageFrame:
    """The frame of a list's page, which is an index and as broad as those are."""
    page = Page(
        permalink=period_page(address, period),
        title=title,
        description=lede,
        section=address,
        is_broad=True,
        linked_data=linked_data,
    )
    return frame(edition, page)


def earlier(
    label: str, address: str, calendar: Calendar[Row], period: Period | None, singular: str
) -> Earlier:
    """The years of a list, on a month's page that year's months; nothing for a short list.

    On a dated page the list's own page comes first.
    """
    periods = calendar.years
    if period is not None and period.month:
        periods = calendar.months(period.year)
    links = tuple(_link(address, calendar, each, period, singular) for each in periods)
    if period is not None:
        links = (PeriodLink(NEWEST, address, ""), *links)
    return Earlier(label, links)


def months_of(
    address: str, calendar: Calendar[Row], period: Period | None, singular: str
) -> tuple[PeriodLink, ...]:
    """The months of a year that is cut by month; nothing on any other page."""
    if period is None or period.month:
        return ()
    return tuple(
        _link(address, calendar, month, period, singular) for month in calendar.months(period.year)
    )


def rows_of(
    calendar: Calendar[Row], period: Period | None, list_number: int = 0
) -> tuple[Row, ...]:
    """The rows of a list's page."""
    return (calendar.dated[period] if period else calendar.newest)[list_number]


def _link(
    address: str,
    calendar: Calendar[Row],
    period: Period,
    current: Period | None,
    singular: str,
) -> PeriodLink:
    return PeriodLink(
        text=period_name(period),
        permalink=period_page(address, period),
        count=counted(calendar.counts[period], singular),
        is_current=period == current,
    )
