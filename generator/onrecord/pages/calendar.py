"""Long lists cut by calendar: what stands at a list's address, and what on its dated pages.

A list of up to 100 rows stands whole at its address. A longer one shows its newest 100 there, and
every year has a page with all of its rows; a year of over 500 rows has a page for each month
instead. So a row of a long list keeps its dated page whatever comes after it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Generic, TypeVar

from onrecord.text.frozen import Frozen

NEWEST = 100
LONGEST_YEAR = 500

Row = TypeVar("Row")


class Period(Frozen, order=True):
    """A year, or a month of one (1 to 12); month 0 means the whole year."""

    year: int
    month: int = 0

    @property
    def folder(self) -> str:
        """What its page adds to the list's address: "2020/" or "2020/01/"."""
        return f"{self.year:04}/{self.month:02}/" if self.month else f"{self.year:04}/"


class Calendar(Frozen, Generic[Row]):
    """One or more lists that share an address, cut.

    `newest` and the values of `dated` hold one tuple for each list; a year that is cut by month is
    in `dated` without rows. `counts` are the rows of each dated page; a year's include its months'.
    """

    newest: tuple[tuple[Row, ...], ...]
    dated: Mapping[Period, tuple[tuple[Row, ...], ...]]
    counts: Mapping[Period, int]
    long_lists: frozenset[int]

    @property
    def years(self) -> tuple[Period, ...]:
        """The years that have a page, newest first."""
        return tuple(sorted((period for period in self.dated if not period.month), reverse=True))

    def months(self, year: int) -> tuple[Period, ...]:
        """The months of a year that have a page, newest first."""
        return tuple(
            Period(year, month) for month in range(12, 0, -1) if Period(year, month) in self.dated
        )

    def page_of(self, day: date, list_number: int = 0) -> Period | None:
        """The dated page that holds a row of that day; None where it stands at the address."""
        if list_number not in self.long_lists:
            return None
        month = Period(day.year, day.month)
        return month if month in self.dated else Period(day.year)


Dated = Sequence[tuple[date, Row]]


def cut_by_calendar(*lists: Dated[Row]) -> Calendar[Row]:
    """The lists, each newest first with the day of every row, cut for one address."""
    long_lists = frozenset(number for number, rows in enumerate(lists) if len(rows) > NEWEST)
    by_month: dict[Period, list[list[Row]]] = {}
    for number in sorted(long_lists):
        for day, row in lists[number]:
            month = Period(day.year, day.month)
            if month not in by_month:
                by_month[month] = [[] for _ in lists]
            by_month[month][number].append(row)
    dated, counts = _pages(by_month, len(lists))
    return Calendar(
        tuple(tuple(row for _, row in rows[:NEWEST]) for rows in lists),
        MappingProxyType(dated),
        MappingProxyType(counts),
        long_lists,
    )


def _pages(
    by_month: Mapping[Period, list[list[Row]]], how_many: int
) -> tuple[dict[Period, tuple[tuple[Row, ...], ...]], dict[Period, int]]:
    dated: dict[Period, tuple[tuple[Row, ...], ...]] = {}
    counts: dict[Period, int] = {}
    months_of: dict[int, list[Period]] = {}
    for month in sorted(by_month, reverse=True):
        counts[month] = sum(len(rows) for rows in by_month[month])
        months_of.setdefault(month.year, []).append(month)
    for year, months in months_of.items():
        whole = Period(year)
        counts[whole] = sum(counts[month] for month in months)
        if counts[whole] > LONGEST_YEAR:
            dated[whole] = tuple(() for _ in range(how_many))
            for month in months:
                dated[month] = tuple(tuple(rows) for rows in by_month[month])
            continue
        dated[whole] = tuple(
            tuple(row for month in months for row in by_month[month][number])
            for number in range(how_many)
        )
        for month in months:
            del counts[month]
    return dated, counts
