"""Dates in words: a day stays a day, a time is said in the site's zone."""

from datetime import date, datetime, tzinfo

from onrecord.text.dates import MONTHS, Date


def date_in_words(when: Date, zone: tzinfo, space: str = " ") -> str:
    """A date as exact as it is known: "6 January 2020, 22:27 GMT", "about 1998"."""
    text = day_in_words(when, day_there(when, zone), space)
    at = when.at
    return text if at is None else f"{text}, {clock_in_words(at, zone, space)}"


def day_there(when: Date, zone: tzinfo) -> date:
    """The first day that a date can mean: for a time, its day in the zone."""
    at = when.at
    return when.earliest if at is None else at.astimezone(zone).date()


def day_in_words(when: Date, day: date, space: str = " ") -> str:
    """A date without its time, whose first day is that one: "6 January 2020", "about 1998"."""
    about = "about " if when.is_about else ""
    if when.month is None:
        return f"{about}{day.year}"
    month = month_in_words(day.year, day.month, space)
    return f"{about}{month}" if when.day is None else f"{about}{day.day}{space}{month}"


def month_in_words(year: int, month: int, space: str = " ") -> str:
    """A month with its year: "January 2020"."""
    return f"{MONTHS[month - 1]}{space}{year}"


def clock_in_words(at: datetime, zone: tzinfo, space: str = " ") -> str:
    """A time of the day there: "22:27 GMT", "12:00 UTC+03"."""
    there = at.astimezone(zone)
    name = there.tzname() or ""
    if name[:1] in "+-":  # a zone without an abbreviation of its own
        name = f"UTC{name}"
    return f"{there.hour:02}:{there.minute:02}{space}{name}"
