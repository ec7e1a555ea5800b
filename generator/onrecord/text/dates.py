"""Dates as writers give them, no more exact than they are, each with its place in time."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone
from re import compile as pattern
from typing import Literal
from zoneinfo import ZoneInfo

from onrecord.text.frozen import Frozen

MONTHS = (
    "January February March April May June July August September October November December".split()
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DATE = pattern(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(~?)")
TIME = pattern(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r" ?([Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
LOOSE = pattern(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
LOOSE_TIME = pattern(
    r"(?P<day>[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?:[Tt]|,? +)"
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?P<second>:[0-9]{2})?"
    r" *(?P<zone>[A-Za-z][A-Za-z/_]*|[+-][0-9]{1,2}(?::?[0-9]{2})?)?"
)
FIRST_YEAR, LAST_YEAR = 2, 9998  # one to spare at either end, for time zones
LONGEST_SHOWN = 40
EXAMPLE_PUBLISHED = "write 2020-01-06, or with a time 2020-01-06T22:27:00Z or 2020-01-06 22:27"
EXAMPLE_EDTF = "write 1998, 1998-03 or 1998-03-21, with ~ at the end for about"
EXAMPLE_SAID = f"{EXAMPLE_PUBLISHED}; or 2020-01 or 2020, with ~ at the end for about"

Precision = Literal["year", "month", "day", "time"]


class DateProblem(ValueError):  # noqa: N818 - named for what it is
    """A text that is not a date, with what is wrong and an example of what to type."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Date(Frozen):
    """A date as given: no more exact than the writer knew, and its first moment for ordering.

    `time` is the whole moment in ISO 8601 where a time was given, with the writer's offset, else
    "". `instant` is the earliest
    moment meant, in UTC seconds since 1970; a date without a time begins at 00:00 in the site's
    zone.
    """

    year: int
    month: int | None
    day: int | None
    is_about: bool
    time: str
    instant: int

    @property
    def at(self) -> datetime | None:
        """The moment, where a time was given, in the writer's offset."""
        return datetime.fromisoformat(self.time) if self.time else None

    @property
    def precision(self) -> Precision:
        """How exact the date is."""
        if self.time:
            return "time"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def earliest(self) -> date:
        """The first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """The date for machines: `2020`, `2020-01`, `2020-01-06`, or the time with its offset."""
        if self.time:
            return self.time.replace("+00:00", "Z")
        parts = (part for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in parts)))


class Interval(Frozen):
    """The time from `since` to `until`, both included; an end that is None is open."""

    since: Date | None
    until: Date | None

    def overlaps(self, when: Date) -> bool:
        """True where some day that the date can mean lies within the interval."""
        return (self.since is None or self.since.earliest <= when.latest) and (
            self.until is None or when.earliest <= self.until.latest
        )


def is_before(first: Date, second: Date) -> bool:
    """True where the first date is earlier, as exactly as both are known."""
    if first.time and second.time:
        return first.instant < second.instant
    return first.latest < second.earliest


def parse_published(text: str, zone: ZoneInfo) -> Date:
    """A date of publication: a day, or a day and a time; DateProblem for anything else."""
    typed = text.strip()
    day = DATE.fullmatch(typed)
    if day and day[3] and not day[4]:
        return _dated(typed, day.groups(), zone)
    time = TIME.fullmatch(typed)
    if time:
        return _timed(typed, time.groups(), zone)
    raise _not_a_date(typed, EXAMPLE_PUBLISHED)


def parse_edtf(text: str, zone: ZoneInfo) -> Date | None:
    """A year, a month or a day, `~` for about; None for an open end (`..` or nothing)."""
    typed = text.strip()
    if typed in {"", ".."}:
        return None
    parts = DATE.fullmatch(typed)
    if parts:
        return _dated(typed, parts.groups(), zone)
    raise _not_a_date(typed, EXAMPLE_EDTF)


def parse_said(text: str, zone: ZoneInfo) -> Date:
    """The date of a statement: a year, a month, a day, `~` for about, or a day and a time."""
    typed = text.strip()
    parts = DATE.fullmatch(typed)
    if parts:
        return _dated(typed, parts.groups(), zone)
    time = TIME.fullmatch(typed)
    if time:
        return _timed(typed, time.groups(), zone)
    raise _not_a_date(typed, EXAMPLE_SAID)


def _dated(typed: str, parts: tuple[str | None, ...], zone: ZoneInfo) -> Date:
    year = int(parts[0] or 0)
    month = int(parts[1]) if parts[1] else None
    day = int(parts[2]) if parts[2] else None
    _check_calendar(typed, year, month, day)
    first = datetime(year, month or 1, day or 1, tzinfo=zone)
    return Date(year, month, day, parts[3] == "~", "", _instant(first))


def _timed(typed: str, parts: tuple[str | None, ...], zone: ZoneInfo) -> Date:
    year, month, day, hour, minute, second = (int(part or 0) for part in parts[:6])
    _check_calendar(typed, year, month, day)
    if hour > 23 or minute > 59 or second > 59:
        message = f"{typed}: there is no time {hour:02}:{minute:02}:{second:02}"
        raise DateProblem(message, "times run from 00:00:00 to 23:59:59")
    offset = _offset(typed, parts[6])
    local = datetime(year, month, day, hour, minute, second, tzinfo=offset or zone)
    at = local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))
    return Date(year, month, day, is_about=False, time=at.isoformat(), instant=_instant(at))


def _offset(typed: str, text: str | None) -> timezone | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 14 or minutes > 59:
        message = f"{typed}: no place on earth is {text} from UTC"
        raise DateProblem(message, "offsets run from -14:00 to +14:00; write Z for UTC")
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if text[0] == "-" else ahead)


def _check_calendar(typed: str, year: int, month: int | None, day: int | None) -> None:
    if year == 0:
        message = f"{typed}: there is no year 0000"
        raise DateProblem(message, EXAMPLE_EDTF)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"{typed}: years run from {FIRST_YEAR:04} to {LAST_YEAR}"
        raise DateProblem(message, EXAMPLE_EDTF)
    if month is None:
        return
    if not 1 <= month <= 12:
        message = f"{typed}: there is no month {month:02}"
        raise DateProblem(message, "dates are year-month-day, as in 2020-01-06")
    if day is None:
        return
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        message = f"{typed}: {MONTHS[month - 1]} {year} has {days} days"
        raise DateProblem(message, f"write a day from 01 to {days}")


def _not_a_date(typed: str, example: str) -> DateProblem:
    shown = typed if len(typed) <= LONGEST_SHOWN else f"{typed[: LONGEST_SHOWN - 1]}…"
    hint = _hint_on_day(typed) or _hint_on_time(typed) or example
    return DateProblem(f"“{shown}” is not a date as onrecord reads it", hint)


def _hint_on_day(typed: str) -> str:
    loose = LOOSE.fullmatch(typed)
    return f"write {loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else ""


def _hint_on_time(typed: str) -> str:
    """The date and time with the digits that it lacks; a zone's name is no offset."""
    loose = LOOSE_TIME.fullmatch(typed)
    if loose is None:
        return ""
    zone, hour = loose["zone"] or "", int(loose["hour"])
    day = _hint_on_day(loose["day"])
    if zone.lower() in {"am", "pm"}:
        hour, zone = hour % 12 + (12 if zone.lower() == "pm" else 0), ""
    right = f"{day} {hour:02}:{loose['minute']}{loose['second'] or ''}"
    if zone[:1] in {"+", "-"}:
        minutes = zone[1:].replace(":", "")
        hours = minutes[:-2] if len(minutes) > 2 else minutes
        return f"{right}{zone[0]}{int(hours):02}:{minutes[len(hours) :] or '00'}"
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return f"{right}Z"
    if zone:
        return (
            f"{right}+01:00, with the offset from UTC that {zone} stands for; "
            "or leave it out where it is the site's own time zone"
        )
    return right


def _instant(moment: datetime) -> int:
    return int((moment - EPOCH).total_seconds())
