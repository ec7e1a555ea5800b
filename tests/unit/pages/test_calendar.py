from datetime import date, timedelta

from onrecord.pages.calendar import Period, cut_by_calendar

LAST = date(2020, 12, 31)


def daily(how_many: int, last: date = LAST) -> list[tuple[date, str]]:
    """So many rows, one a day, newest first."""
    days = [last - timedelta(days=number) for number in range(how_many)]
    return [(day, day.isoformat()) for day in days]


def on_one_day(how_many: int, day: date) -> list[tuple[date, str]]:
    return [(day, f"{day} {number}") for number in range(how_many)]


def test_a_list_of_a_hundred_rows_stands_whole_at_its_address() -> None:
    calendar = cut_by_calendar(daily(100))
    assert len(calendar.newest[0]) == 100
    assert calendar.dated == {}
    assert calendar.page_of(LAST) is None


def test_one_row_more_gives_every_year_a_page_with_all_of_its_rows() -> None:
    calendar = cut_by_calendar(daily(400))
    assert calendar.newest[0] == tuple(row for _, row in daily(100))
    assert calendar.years == (Period(2020), Period(2019))
    assert len(calendar.dated[Period(2020)][0]) == 366
    assert len(calendar.dated[Period(2019)][0]) == 34
    assert calendar.counts[Period(2019)] == 34


def test_a_row_of_a_long_list_is_on_the_page_of_its_year_however_new_it_is() -> None:
    assert cut_by_calendar(daily(101)).page_of(LAST) == Period(2020)


def test_a_year_of_five_hundred_rows_is_whole_and_of_one_more_cut_by_month() -> None:
    assert cut_by_calendar(on_one_day(500, LAST)).months(2020) == ()
    calendar = cut_by_calendar(on_one_day(499, LAST) + on_one_day(2, date(2020, 1, 5)))
    assert calendar.months(2020) == (Period(2020, 12), Period(2020, 1))
    assert calendar.dated[Period(2020)] == ((),)
    assert len(calendar.dated[Period(2020, 1)][0]) == 2
    assert calendar.counts[Period(2020)] == 501
    assert calendar.page_of(date(2020, 1, 5)) == Period(2020, 1)


def test_only_the_long_ones_of_several_lists_go_to_dated_pages() -> None:
    calendar = cut_by_calendar(daily(150), daily(3))
    assert calendar.dated[Period(2020)] == (tuple(row for _, row in daily(150)), ())
    assert calendar.page_of(LAST, 0) == Period(2020)
    assert calendar.page_of(LAST, 1) is None
    assert len(calendar.newest[1]) == 3


def test_rows_on_a_dated_page_keep_the_order_of_the_list() -> None:
    rows = daily(300)
    calendar = cut_by_calendar(rows)
    assert calendar.dated[Period(2020)][0] == tuple(row for _, row in rows)


def test_dated_pages_stand_in_folders_of_the_list() -> None:
    assert Period(2020).folder == "2020/"
    assert Period(2020, 1).folder == "2020/01/"
    assert Period(850, 12).folder == "0850/12/"
