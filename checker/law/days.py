"""Counting days. The first day is not counted (民法典第二百零一条); months and years end on the corresponding day (第二百零二条).

Natural-day periods are given without the extension over a public holiday (第二百零三条): a reader's own reminder must not
rely on it. Working days follow the State Council's yearly notice, make-up days included.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from checker.errors import DataError, DataNotCovered
from checker.law.table import table
from checker.law.thresholds import threshold

ONE_DAY = timedelta(days=1)
WORKING_DAYS_OF_FOUR_WEEKS = 20


LISTS = ("statutory", "rest", "work")
"""What a year of the holiday table is made of, and what its ``unchecked`` may name."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Year:
    """One year of the holiday table. ``rest`` and ``work`` are ``None`` while no notice is known that somebody compared them with."""

    statutory: frozenset[date]
    rest: frozenset[date] | None
    work: frozenset[date] | None
    notice: str | None


def in_ranges(ranges: list[list[date]]) -> frozenset[date]:
    """Every day of ranges as the table has them, first and last day included."""
    return frozenset(first + ONE_DAY * n for first, last in ranges for n in range((last - first).days + 1))


@cache
def years() -> dict[int, Year]:
    """The holiday table by year. Of what nobody compared with a notice nothing is in it."""
    rows = {int(year): row for year, row in table("holidays").items() if isinstance(row, dict)}
    return {year: _year(row) for year, row in rows.items() if "statutory" not in unchecked(row)}


def unchecked(row: dict[str, Any]) -> tuple[str, ...]:
    """Which lists of a year nobody has compared with its notice.

    :raises DataError: it names what is no list of a year, which would then count as compared.
    """
    names = row.get("unchecked", [])
    if not isinstance(names, list) or any(name not in LISTS for name in names):
        raise DataError(f"unchecked names lists among {', '.join(LISTS)}, and not {names}")
    return tuple(names)


def _year(row: dict[str, Any]) -> Year:
    compared = bool(row.get("notice")) and not unchecked(row)
    return Year(
        statutory=in_ranges(row["statutory"]),
        rest=in_ranges(row["rest"]) if compared else None,
        work=frozenset(row["work"]) if compared else None,
        notice=row["notice"] if compared else None,
    )


def is_working_day(day: date) -> bool:
    """Whether ``day`` is worked.

    :raises DataNotCovered: no notice is known for that year.
    """
    year = years().get(day.year)
    if year is None or year.rest is None or year.work is None:
        raise DataNotCovered(gap_words(day.year))
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
    what past notices show (``make_up_reach``, ``rest_reach``). In a year that the table does not have at all (:func:`covers`) every
    weekend day may be worked, and besides the weekends the longest rest seen (``longest_rest``) may fall into each four weeks.
    """
    return _count(start, count, _may_be_worked), _latest(start, count)


def bounds_of_extension(day: date) -> tuple[date, date]:
    """Earliest and latest day on which a period ends whose last day is ``day``: on it, or on the next working day where it may be
    free (民法典 203). The two are the same where the calendar is known. In a year that the table does not have, the longest rest
    seen may begin on that very day.
    """
    earliest, latest = _first(day, _may_be_worked), _first(day, _surely_worked)
    return earliest, latest if covers(latest) else day + ONE_DAY * threshold("longest_rest").value


def covers(day: date) -> bool:
    """Whether the table has the year of ``day`` at all, with a notice or without."""
    return day.year in years()


def open_year(first: date, last: date) -> int | None:
    """A year from ``first`` to ``last`` whose arrangement is not known: one that the table does not have at all before one without a
    notice, ``None`` where all are known.
    """
    within = range(first.year, last.year + 1)
    return next((y for y in within if y not in years()), next((y for y in within if y in years() and years()[y].rest is None), None))


def gap_words(year: int) -> str:
    """That the arrangement of ``year`` is not in the table, in words."""
    return f"{year} 年的放假安排{'没有' if year < min(years()) else '还没有'}收录"


def _first(day: date, worked: Callable[[date], bool]) -> date:
    while not worked(day):
        day += ONE_DAY
    return day


def _count(start: date, count: int, worked: Callable[[date], bool]) -> date:
    day = start
    while count:
        day += ONE_DAY
        count -= worked(day)
    return day


def _latest(start: date, count: int) -> date:
    day, rest = start, None
    while count:
        day += ONE_DAY
        if not _surely_worked(day):
            continue
        if not covers(day) and rest is None:
            rest = _weekdays_at_most(threshold("longest_rest").value) * -(-count // WORKING_DAYS_OF_FOUR_WEEKS)
        if not covers(day) and rest:
            rest -= 1
        else:
            count -= 1
    return day


def _weekdays_at_most(days: int) -> int:
    """How many of so many days in a row can be weekdays."""
    weeks, more = divmod(days, 7)
    return weeks * 5 + min(more, 5)


def _statutory_within(day: date, reach: int) -> bool:
    return any(other in _statutory(other.year) for other in (day + ONE_DAY * n for n in range(-reach, reach + 1)))


def _statutory(year: int) -> frozenset[date]:
    # New Year's Day is one in every year; the lunar ones of a year that the table does not have are not worked out.
    return years()[year].statutory if year in years() else frozenset({date(year, 1, 1)})


def _known(day: date) -> bool:
    return covers(day) and years()[day.year].rest is not None


def _may_be_worked(day: date) -> bool:
    if _known(day):
        return is_working_day(day)
    if not covers(day):
        return True
    if day in _statutory(day.year):
        return False
    return day.weekday() < 5 or _statutory_within(day, threshold("make_up_reach").value)


def _surely_worked(day: date) -> bool:
    if _known(day):
        return is_working_day(day)
    return day.weekday() < 5 and not (covers(day) and _statutory_within(day, threshold("rest_reach").value))


def add_weekdays(start: date, count: int) -> date:
    """The last of ``count`` weekdays after ``start``, as if there were no holidays."""
    return _count(start, count, lambda day: day.weekday() < 5)


def add_natural_days(start: date, count: int) -> date:
    """The last day of ``count`` natural days after ``start``."""
    return start + ONE_DAY * count


def add_months(start: date, count: int) -> date:
    """The last day of a period of ``count`` months: the corresponding day, or the month's last (民法典第二百零二条)."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - ONE_DAY
    return last.replace(day=min(start.day, last.day))


def add_years(start: date, count: int) -> date:
    """The last day of a period of ``count`` years."""
    return add_months(start, 12 * count)
