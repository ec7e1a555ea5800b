"""Dates as writers type them."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates import (
    Date,
    DateProblem,
    Interval,
    is_before,
    parse_edtf,
    parse_published,
    parse_said,
)

GREENWICH = ZoneInfo("UTC")
BAGHDAD = ZoneInfo("Asia/Baghdad")
NEW_YORK = ZoneInfo("America/New_York")


def _edtf(text: str) -> Date:
    parsed = parse_edtf(text, GREENWICH)
    assert parsed is not None
    return parsed


def _problem(text: str) -> DateProblem:
    with pytest.raises(DateProblem) as caught:
        parse_published(text, GREENWICH)
    return caught.value


def test_a_day_stays_a_day() -> None:
    parsed = parse_published("2020-01-06", GREENWICH)
    assert (parsed.year, parsed.month, parsed.day) == (2020, 1, 6)
    assert parsed.precision == "day"
    assert parsed.at is None
    assert parsed.iso == "2020-01-06"


def test_a_day_begins_at_midnight_in_the_zone_of_the_site() -> None:
    in_baghdad = parse_published("2020-01-06", BAGHDAD)
    assert in_baghdad.instant == int(datetime(2020, 1, 5, 21, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    "text",
    ["2020-01-06T22:27:00Z", "2020-01-06 22:27Z", "2020-01-06T22:27", "2020-01-06 22:27 +00:00"],
)
def test_a_time_may_be_written_in_several_ways(text: str) -> None:
    parsed = parse_published(text, GREENWICH)
    assert parsed.precision == "time"
    assert parsed.iso == "2020-01-06T22:27:00Z"
    assert parsed.instant == int(datetime(2020, 1, 6, 22, 27, tzinfo=UTC).timestamp())


def test_the_offset_of_the_writer_is_kept() -> None:
    parsed = parse_published("2020-01-06T22:27-03:30", BAGHDAD)
    assert parsed.iso == "2020-01-06T22:27:00-03:30"
    assert parsed.at == datetime(2020, 1, 7, 1, 57, tzinfo=UTC)


def test_a_local_time_has_the_offset_that_the_zone_had_then() -> None:
    assert parse_published("2020-01-06 09:00", NEW_YORK).iso == "2020-01-06T09:00:00-05:00"
    assert parse_published("2020-07-06 09:00", NEW_YORK).iso == "2020-07-06T09:00:00-04:00"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2020-02-30", "2020-02-30: February 2020 has 29 days", "write a day from 01 to 29"),
        ("2020-13-01", "2020-13-01: there is no month 13", "year-month-day"),
        ("2020-01-06T24:00", "there is no time 24:00:00", "23:59:59"),
        ("2020-01-06T10:00:60Z", "there is no time 10:00:60", "23:59:59"),
        ("2020-01-06T10:00+15:00", "no place on earth is +15:00 from UTC", "Z for UTC"),
        ("0000-01-01", "there is no year 0000", "1998"),
        ("0001-01-01", "years run from 0002 to 9998", "1998"),
        ("9999-12-31", "years run from 0002 to 9998", "1998"),
        ("2" * 5000, "“222222222222222222222222222222222222222…”", "2020-01-06"),
        ("2020/1/6", "“2020/1/6” is not a date", "write 2020-01-06"),
        ("6 January 2020", "“6 January 2020” is not a date", "2020-01-06T22:27:00Z"),
        ("2020-01", "“2020-01” is not a date", "write 2020-01-06"),
        ("2020-01-06 9:30", "is not a date", "write 2020-01-06 09:30"),
        ("2020-1-6, 9.30 pm", "is not a date", "write 2020-01-06 21:30"),
        ("2020-01-06 18:30 CET", "is not a date", "write 2020-01-06 18:30+01:00, with the offset"),
        ("2020-01-06 18:30 GMT", "is not a date", "write 2020-01-06 18:30Z"),
        ("2020-01-06 18:30 +1", "is not a date", "write 2020-01-06 18:30+01:00"),
        ("2020-01-06 18:30 -0330", "is not a date", "write 2020-01-06 18:30-03:30"),
        ("2020-01-06~", "is not a date", "write 2020-01-06"),
        ("٢٠٢٠-٠١-٠٦", "is not a date", "write 2020-01-06"),
        ("", "“” is not a date", "write 2020-01-06"),
    ],
)
def test_what_is_no_date_of_publication_is_answered_with_an_example(
    text: str, message: str, hint: str
) -> None:
    problem = _problem(text)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("1998", "year", date(1998, 1, 1), date(1998, 12, 31)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("1998-03-21", "day", date(1998, 3, 21), date(1998, 3, 21)),
    ],
)
def test_a_date_is_as_exact_as_it_was_typed(
    text: str, precision: str, earliest: date, latest: date
) -> None:
    parsed = _edtf(text)
    assert parsed.precision == precision
    assert (parsed.earliest, parsed.latest) == (earliest, latest)
    assert parsed.iso == text
    assert not parsed.is_about


def test_a_tilde_says_about() -> None:
    assert _edtf("1998~").is_about
    assert _edtf("1998~").iso == "1998"


@pytest.mark.parametrize("text", ["", "..", " .. "])
def test_an_open_end_is_none(text: str) -> None:
    assert parse_edtf(text, GREENWICH) is None


def test_a_time_is_no_end_of_a_role() -> None:
    with pytest.raises(DateProblem, match="not a date"):
        parse_edtf("2020-01-06T10:00", GREENWICH)


@pytest.mark.parametrize("text", ["2020", "2020-01", "2020-01-06", "2020-01~"])
def test_a_statement_may_be_dated_loosely(text: str) -> None:
    assert parse_said(text, GREENWICH) == _edtf(text)


def test_a_statement_may_be_dated_to_the_minute() -> None:
    assert parse_said("2020-01-06T22:27Z", BAGHDAD) == parse_published("2020-01-06T22:27Z", BAGHDAD)


def test_a_statement_needs_a_date() -> None:
    with pytest.raises(DateProblem):
        parse_said("..", GREENWICH)


@pytest.mark.parametrize(
    ("since", "until", "when", "holds"),
    [
        ("1998", "2020-01-03", "2020-01-03", True),
        ("1998", "2020-01-03", "2020-01-04", False),
        ("1998", "2020-01-03", "2020-01", True),
        ("1998", "..", "2030", True),
        ("2020-01-03", "..", "2020-01-03", True),
        ("..", "1998", "1999", False),
        ("..", "..", "0002", True),
        ("2020-01-03", "..", "2020-01-02", False),
        ("2020", "2020", "2020-12-31", True),
    ],
)
def test_a_role_holds_where_the_intervals_overlap(
    since: str, until: str, when: str, *, holds: bool
) -> None:
    interval = Interval(parse_edtf(since, GREENWICH), parse_edtf(until, GREENWICH))
    assert interval.overlaps(_edtf(when)) is holds


@given(
    st.integers(-2_208_902_400, 4_102_444_800),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_time_is_read_as_it_is_written(seconds: int, minutes: int) -> None:
    moment = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))
    parsed = parse_published(moment.isoformat(), BAGHDAD)
    assert parsed.at == moment
    assert parsed.instant == seconds
    assert datetime.fromisoformat(parsed.iso) == moment


@given(
    st.text(max_size=12)
    | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5}Z?", fullmatch=True)
)
def test_anything_is_a_date_or_a_problem(text: str) -> None:
    parsed: Date | DateProblem
    try:
        parsed = parse_said(text, NEW_YORK)
    except DateProblem as problem:
        parsed = problem
    if isinstance(parsed, Date):
        assert parsed.earliest <= parsed.latest
    else:
        assert parsed.message
        assert parsed.hint


@pytest.mark.parametrize(
    ("first", "second", "is_earlier"),
    [
        ("2020", "2021", True),
        ("2020", "2020-03", False),
        ("2020-03", "2020-03-01", False),
        ("2020-03-01", "2020-03-02", True),
        ("2020-03-01T09:00Z", "2020-03-01T10:00Z", True),
        ("2020-03-01T10:00Z", "2020-03-01T11:00+02:00", False),
        ("2020-03-01T10:00Z", "2020-03-01", False),
    ],
)
def test_dates_are_in_order_only_as_far_as_both_are_known(
    first: str, second: str, is_earlier: bool
) -> None:
    one, other = parse_said(first, BAGHDAD), parse_said(second, BAGHDAD)
    assert is_before(one, other) is is_earlier
