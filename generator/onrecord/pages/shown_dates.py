"""Dates in words: a day stays a day, a time is shown in the site's zone, no-break spaces inside."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from onrecord.pages.views.common import ShownDate
from onrecord.pages.wording import DATE_NOT_GIVEN
from onrecord.text.dates import Date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SPACE = "\u00a0"


def day_there(when: Date, zone: tzinfo) -> date:
    """The first day that a date can mean: for a time, its day in the zone."""
    at = when.at
    return when.earliest if at is None else at.astimezone(zone).date()


def moment(when: Date, zone: ZoneInfo) -> datetime:
    """The moment for ordering and feeds: as given, or 00:00 in the site's zone."""
    return when.at or datetime(*when.earliest.timetuple()[:3], tzinfo=zone)


def show(when: Date, zone: ZoneInfo) -> ShownDate:
    """A date as exact as it is known: "6 January 2020, 22:27 GMT", "about 1998"."""
    text = _day_text(when, day_there(when, zone))
    at = when.at
    if at is not None:
        text += f", {_clock(at, zone)}"
    return ShownDate(text, when.iso)


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
        return ShownDate(_clock(at, zone), when.iso)
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
    return f"{MONTHS[month - 1]}{_SPACE}{year}"


def _day_text(when: Date, day: date) -> str:
    about = "about " if when.is_about else ""
    if when.month is None:
        return f"{about}{day.year}"
    if when.day is None:
        return f"{about}{month_text(day.year, day.month)}"
    return f"{about}{day.day}{_SPACE}{month_text(day.year, day.month)}"


def _day_machine(when: Date, day: date) -> str:
    return day.isoformat() if when.time else when.iso


def _clock(at: datetime, zone: ZoneInfo) -> str:
    there = at.astimezone(zone)
    name = there.tzname() or ""
    if name[:1] in "+-":  # a zone without an abbreviation of its own
        name = f"UTC{name}"
    return f"{there.hour:02}:{there.minute:02}{_SPACE}{name}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
