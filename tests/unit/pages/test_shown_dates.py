from zoneinfo import ZoneInfo

from onrecord.pages.shown_dates import (
    moment,
    month_text,
    show,
    show_by,
    show_day,
    show_later,
    show_near,
    show_weekday,
    span_of_time,
)
from onrecord.text.date_words import day_there
from onrecord.text.dates import Date, parse_said

UTC = ZoneInfo("UTC")
LONDON = ZoneInfo("Europe/London")
BAGHDAD = ZoneInfo("Asia/Baghdad")


def said(text: str, zone: ZoneInfo = UTC) -> Date:
    return parse_said(text, zone)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_day_stays_a_day_with_no_break_spaces() -> None:
    shown = show(said("2020-01-06"), LONDON)
    assert shown.text == "6\u00a0January\u00a02020"
    assert shown.machine == "2020-01-06"


def test_a_time_is_shown_in_the_sites_zone_and_keeps_its_offset_for_machines() -> None:
    shown = show(said("2020-01-06T23:30:00+03:00"), LONDON)
    assert plain(shown.text) == "6 January 2020, 20:30 GMT"
    assert shown.machine == "2020-01-06T23:30:00+03:00"


def test_the_day_of_a_time_is_that_of_the_sites_zone() -> None:
    late = said("2019-12-31T23:30:00-05:00")
    assert plain(show(late, UTC).text) == "1 January 2020, 04:30 UTC"
    assert day_there(late, UTC).isoformat() == "2020-01-01"
    assert show_day(late, UTC).machine == "2020-01-01"


def test_a_zone_without_an_abbreviation_is_said_by_its_offset() -> None:
    assert plain(show(said("2020-01-06T22:27:00Z"), BAGHDAD).text) == "7 January 2020, 01:27 UTC+03"


def test_a_date_is_no_more_exact_than_it_is_known() -> None:
    assert show(said("1989"), UTC).text == "1989"
    assert plain(show(said("1998-03"), UTC).text) == "March 1998"
    about = show(said("1998~"), UTC)
    assert (about.text, about.machine) == ("about 1998", "1998")


def test_the_year_is_left_out_beside_a_date_of_the_same_year() -> None:
    corrected = said("2020-01-07T08:00:00Z")
    assert plain(show_near(corrected, said("2020-01-06"), UTC).text) == "7 January"
    assert plain(show_near(corrected, said("2019-12-31"), UTC).text) == "7 January 2020"
    assert show_near(said("2020"), said("2020-01-06"), UTC).text == "2020"
    assert plain(show_near(corrected, None, UTC).text) == "7 January 2020"


def test_what_comes_later_the_same_day_is_said_by_its_time() -> None:
    first = said("2020-01-06T12:00:00Z")
    assert plain(show_later(said("2020-01-06T14:05:00Z"), first, UTC).text) == "14:05 UTC"
    assert plain(show_later(said("2020-01-07T08:00:00Z"), first, UTC).text) == (
        "7 January 2020, 08:00 UTC"
    )


def test_an_unknown_day_of_speaking_is_said_as_the_day_by_which() -> None:
    assert plain(show_by(said("2020-01-06T22:27:00Z"), UTC).text) == "By 6 January 2020"


def test_the_front_page_says_the_weekday() -> None:
    assert plain(show_weekday(said("2020-01-07"), UTC).text) == "Tuesday 7 January 2020"


def test_a_span_of_time_says_which_ends_are_known() -> None:
    since, until = said("1998~"), said("2020-01-03")
    assert plain(span_of_time(since, until, UTC)) == "About 1998 to 3 January 2020"
    assert span_of_time(said("2019"), None, UTC) == "Since 2019"
    assert plain(span_of_time(None, until, UTC)) == "Until 3 January 2020"
    assert span_of_time(None, None, UTC) == "Date not given"


def test_a_day_begins_at_midnight_in_the_sites_zone_for_ordering() -> None:
    assert moment(said("2020-01-06", BAGHDAD), BAGHDAD).isoformat() == "2020-01-06T00:00:00+03:00"


def test_a_month_has_its_year() -> None:
    assert plain(month_text(2020, 1)) == "January 2020"
