"""Dates in words: a day stays a day, a time is shown in the site's zone, no-break spaces inside."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from onrecord.pages.views.common import ShownDate
from onrecord.pages.wording import DATE_NOT_GIVEN
from onrecord.text.date_words import (
    clock_in_words,
    date_in_words,
    day_in_words,
    day_there,
    month_in_words,
)
from onrecord.text.dates import MONTHS, Date

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SPACE = "\u00a0"


def moment(when: Date, zone: ZoneInfo) -> datetime:
    """The moment for ordering and feeds: as given, or 00:00 in the site's zone."""
    return when.at or datetime(*when.earliest.timetuple()[:3], tzinfo=zone)


def show(when: Date, zone: ZoneInfo) -> ShownDate:
    """A date as exact as it is known: "6 January 2020, 22:27 GMT", "about 1998"."""
    return ShownDate(date_in_words(when, zone, _SPACE), when.iso)


def show_day(when: Date, zone: ZoneInfo) -> ShownDate:
    """The date without its time: "6 January 2020"."""
    day = day_there(when, zone)
    return ShownDate(_day_text(when, day), _day_machine(when, day))


def show_weekday(when: Date, zone: ZoneInfo) -> ShownDate:
    """The day with its weekday: "Tuesday 7 January 2020"."""
    day = day_there(when, zone)
    text = f"{WEEKDAYS[day.weekday()]}{_SPACE}{_day_text(when, day)}"
    return ShownDate(text, _day_machine(when, day))


def show_near(when: Date, beside: Date | None, zone: ZoneInfo) -> ShownDate:
    """The day without its year, where that is the year of the date beside which it stands."""
    shown = show_day(when, zone)
    if beside is None or day_there(when, zone).year != day_there(beside, zone).year:
        return shown
    if when.month is None:
        return shown
    return ShownDate(shown.text.rpartition(_SPACE)[0], shown.machine)


def show_later(when: Date, first: Date, zone: ZoneInfo) -> ShownDate:
    """When something came after publication: the time alone on the same day, else the date."""
    at = when.at
    if at is not None and day_there(when, zone) == day_there(first, zone):
        return ShownDate(clock_in_words(at, zone, _SPACE), when.iso)
    return show(when, zone)


def show_by(when: Date, zone: ZoneInfo) -> ShownDate:
    """The day by which something was said whose own date is not known: "By 6 January 2020"."""
    shown = show_day(when, zone)
    return ShownDate(f"By {shown.text}", shown.machine)


def span_of_time(since: Date | None, until: Date | None, zone: ZoneInfo) -> str:
    """From when to when: "1998 to 3 January 2020", "Since 2019", "Until 2021"."""
    first = _day_text(since, day_there(since, zone)) if since is not None else ""
    last = _day_text(until, day_there(until, zone)) if until is not None else ""
    if first and last:
        return f"{_capital(first)} to {last}"
    if first:
        return f"Since {first}"
    return f"Until {last}" if last else DATE_NOT_GIVEN


def month_text(year: int, month: int) -> str:
    """A month with its year: "January 2020"."""
    return month_in_words(year, month, _SPACE)


def _day_text(when: Date, day: date) -> str:
    return day_in_words(when, day, _SPACE)


def _day_machine(when: Date, day: date) -> str:
    return day.isoformat() if when.time else when.iso


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
