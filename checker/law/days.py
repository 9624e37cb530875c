"""Counting days. The first day is not counted (民法典第二百零一条); months and years end on the corresponding day (第二百零二条).

Natural-day periods are given without the extension over a public holiday (第二百零三条): a reader's own reminder must not
rely on it. Working days follow the State Council's yearly notice, make-up days included.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from checker.errors import DataNotCovered
from checker.law.table import table
from checker.law.thresholds import threshold

ONE_DAY = timedelta(days=1)
LONGEST_REST = 9
"""No notice of 2025 or 2026 has more free days in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One year of the holiday table. ``rest`` and ``work`` are ``None`` while no notice is known."""

    statutory: frozenset[date]
    rest: frozenset[date] | None
    work: frozenset[date] | None
    notice: str | None


def _days(ranges: list[list[date]]) -> frozenset[date]:
    return frozenset(
        first + ONE_DAY * n for first, last in ranges for n in range((last - first).days + 1)
    )


@cache
def years() -> dict[int, Year]:
    """The holiday table by year."""
    return {
        int(year): Year(
            statutory=_days(row["statutory"]),
            rest=_days(row["rest"]) if "notice" in row else None,
            work=frozenset(row["work"]) if "notice" in row else None,
            notice=row.get("notice"),
        )
        for year, row in table("holidays").items() if isinstance(row, dict)
    }


def is_working_day(day: date) -> bool:
    """Whether ``day`` is worked.

    :raises DataNotCovered: no notice is known for that year.
    """
    year = years().get(day.year)
    if year is None or year.rest is None or year.work is None:
        raise DataNotCovered(f"{day.year} 年的放假安排还没有收录")
    return day in year.work or (day.weekday() < 5 and day not in year.rest)


def add_working_days(start: date, count: int) -> date:
    """The last day of ``count`` working days after ``start``.

    :raises DataNotCovered: the period reaches a year without a notice.
    """
    day = start
    while count:
        day += ONE_DAY
        count -= is_working_day(day)
    return day


def bounds_of_working_days(start: date, count: int) -> tuple[date, date]:
    """Earliest and latest last day of ``count`` working days where no notice is known.

    A weekend day near a statutory holiday may turn out to be worked, a weekday near one may turn out to be free; how near is
    what past notices show (``make_up_reach``, ``rest_reach``). Years that the table does not have at all get the widest bounds:
    every day worked, or only every second one and the longest holiday besides.
    """
    try:
        return _count(start, count, _may_be_worked), _count(start, count, _surely_worked)
    except DataNotCovered:
        return start + ONE_DAY * count, start + ONE_DAY * (2 * count + LONGEST_REST)


def bounds_of_extension(day: date) -> tuple[date, date]:
    """Earliest and latest day on which a period ends whose last day is ``day``: on it, or on the next working day where it may be
    free (民法典 203). The two are the same where the calendar is known.

    :raises DataNotCovered: not even the statutory holidays of the year are in the table.
    """
    return _first(day, _may_be_worked), _first(day, _surely_worked)


def _first(day: date, worked) -> date:
    while not worked(day):
        day += ONE_DAY
    return day


def _count(start: date, count: int, worked) -> date:
    day = start
    while count:
        day += ONE_DAY
        count -= worked(day)
    return day


def _statutory_within(day: date, reach: int) -> bool:
    return any(
        other in _statutory(other.year)
        for other in (day + ONE_DAY * n for n in range(-reach, reach + 1))
        if other.year in years() or other.year == day.year
    )


def _statutory(year: int) -> frozenset[date]:
    if year not in years():
        raise DataNotCovered(f"{year} 年的法定节假日还没有收录")
    return years()[year].statutory


def _known(day: date) -> bool:
    return day.year in years() and years()[day.year].rest is not None


def _may_be_worked(day: date) -> bool:
    if _known(day):
        return is_working_day(day)
    if day in _statutory(day.year):
        return False
    return day.weekday() < 5 or _statutory_within(day, threshold("make_up_reach").value)


def _surely_worked(day: date) -> bool:
    if _known(day):
        return is_working_day(day)
    return day.weekday() < 5 and not _statutory_within(day, threshold("rest_reach").value)


def add_natural_days(start: date, count: int) -> date:
    """The last day of ``count`` natural days after ``start``."""
    return start + ONE_DAY * count


def add_months(start: date, count: int) -> date:
    """The last day of a period of ``count`` months: the corresponding day, or the month's last (民法典第二百零二条)."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def add_years(start: date, count: int) -> date:
    """The last day of a period of ``count`` years."""
    return add_months(start, 12 * count)


def covered_until() -> date:
    """The last day from which the longest period in working days still ends inside the holiday table."""
    return date(max(years()), 12, 1)
