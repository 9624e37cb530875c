"""Counting days, with the provision each test checks."""

from datetime import date, timedelta

import pytest

from checker.errors import DataError, DataNotCovered
from checker.law.days import (
    add_months,
    add_natural_days,
    add_working_days,
    add_years,
    bounds_of_extension,
    bounds_of_working_days,
    covers,
    gap_words,
    is_working_day,
    unchecked,
    years,
)
from checker.law.table import table
from checker.law.thresholds import threshold


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-02-13", "2026-03-02"),
        ("2026-04-29", "2026-05-12"),
        ("2026-06-18", "2026-06-30"),
        ("2026-09-24", "2026-10-12"),
        ("2026-09-29", "2026-10-14"),
        ("2026-08-21", "2026-09-01"),
    ],
)
def test_seven_working_days_follow_the_make_up_days(start, last):
    """《市场监督管理投诉举报处理办法》第十五条：自收到投诉之日起七个工作日；第四十五条：开始的当日不计入。"""
    assert add_working_days(date.fromisoformat(start), 7) == date.fromisoformat(last)


def test_old_and_new_mediation_limit():
    """四十五个工作日（旧办法第二十一条）与六十日（新办法第二十三条）."""
    assert add_working_days(date(2026, 2, 13), 45) == date(2026, 4, 24)
    assert add_natural_days(date(2026, 2, 13), 60) == date(2026, 4, 14)


def test_a_month_without_the_day_ends_on_its_last_day():
    """《民法典》第二百零二条：没有对应日的，月末日为期间的最后一日。"""
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_years(date(2024, 2, 29), 3) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)


def test_working_days_of_a_year_without_a_notice_raise():
    with pytest.raises(DataNotCovered):
        is_working_day(date(2027, 3, 1))
    with pytest.raises(DataNotCovered):
        add_working_days(date(2026, 12, 28), 7)


def test_years_outside_the_table_get_the_widest_bounds():
    # Every day worked; or the weekends free, and nine free days with seven weekdays in them besides.
    assert bounds_of_working_days(date(2022, 11, 5), 3) == (date(2022, 11, 8), date(2022, 11, 18))
    assert bounds_of_working_days(date(2028, 1, 3), 3) == (date(2028, 1, 6), date(2028, 1, 17))
    assert bounds_of_working_days(date(2028, 1, 3), 0) == (date(2028, 1, 3),) * 2
    assert bounds_of_extension(date(2028, 3, 1)) == (date(2028, 3, 1), date(2028, 3, 10))
    assert [covers(date(year, 6, 1)) for year in (2024, 2025, 2027, 2028)] == [False, True, True, False]
    assert (gap_words(2024), gap_words(2028)) == ("2024 年的放假安排没有收录", "2028 年的放假安排还没有收录")


def test_a_period_from_a_known_year_into_one_that_is_not_there():
    earliest, latest = bounds_of_working_days(date(2027, 12, 24), 7)
    assert earliest <= date(2027, 12, 31) and date(2028, 1, 11) <= latest <= date(2028, 1, 20)
    # New Year's Day is free in every year, so the eve may be.
    assert bounds_of_extension(date(2027, 12, 31)) == (date(2027, 12, 31), date(2028, 1, 9))


@pytest.mark.parametrize("count", [1, 3, 7, 15, 45])
@pytest.mark.parametrize("missing", [{2025, 2026, 2027}, {2026, 2027}])
def test_bounds_hold_where_the_year_is_not_in_the_table_at_all(count, missing):
    """Had a known year been missing altogether, the truth would lie within the bounds, and so would a rest moved anywhere."""
    known, moved = years(), set()
    without = {year: row for year, row in known.items() if year not in missing}
    for start in (date(2026, 1, 1) + timedelta(days=n) for n in range(0, 290, 3)):
        truth = add_working_days(start, count)
        earliest, latest = _bounds_with(without or {1990: known[2025]}, start, count)
        assert earliest <= truth <= latest, start
        for shift in range(0, 12, 2):
            rest = {start + timedelta(days=shift + n) for n in range(threshold("longest_rest").value)}
            day, left = start, count
            while left:
                day += timedelta(days=1)
                left -= day.weekday() < 5 and day not in rest
            assert day <= latest, (start, shift)
            moved.add(day == latest)
    # A longer period may hold more than one rest, so there one rest is not enough for the latest day.
    assert moved == {True, False} if count <= 20 else {False}, "the latest day is one that can come about"


def test_bounds_hold_for_every_day_of_the_known_years():
    """Had a known year's notice been missing, the truth would lie within the bounds."""
    known = years()
    for year in (2025, 2026):
        day = date(year, 1, 1)
        while day < date(year, 12, 15):
            truth = add_working_days(day, 7)
            blind = dict(known)
            blind[year] = type(known[year])(statutory=known[year].statutory, rest=None, work=None, notice=None)
            earliest, latest = _bounds_with(blind, day)
            assert earliest <= truth <= latest, day
            day += timedelta(days=5)


def _bounds_with(table, day, count=7):
    import checker.law.days as days

    kept = days.years
    days.years = lambda: table
    try:
        return bounds_of_working_days(day, count)
    finally:
        days.years = kept


def test_reaches_are_what_the_notices_show():
    """The two margins are the furthest distances seen in the notices, so a wider notice makes this fail."""
    rest, work = 0, 0
    for year in years().values():
        if year.rest is None:
            continue

        def distance(day, holidays=year.statutory):
            return min(abs((day - holiday).days) for holiday in holidays)

        rest = max(rest, *(distance(day) for day in year.rest if day.weekday() < 5))
        work = max(work, *(distance(day) for day in year.work))
    assert rest == threshold("rest_reach").value
    assert longest_rest() == threshold("longest_rest").value
    assert work == threshold("make_up_reach").value


def test_thirteen_statutory_days_a_year():
    """《全国年节及纪念日放假办法》第二条：法定节假日共十三天。中秋落在国庆三天里的那年，日期少一个。"""
    for number, year in years().items():
        mid_autumn_apart = any(date(number, 9, 1) <= day <= date(number, 10, 31) for day in year.statutory - national_days(number))
        assert len(year.statutory) == 12 + mid_autumn_apart, number
        assert national_days(number) <= year.statutory, number
        if year.rest is not None:
            assert year.statutory <= year.rest
            assert all(day.weekday() >= 5 and day not in year.rest for day in year.work)


def national_days(year: int) -> frozenset[date]:
    return frozenset(date(year, 10, day) for day in (1, 2, 3))


@pytest.mark.parametrize("names", ["all", ["rests"], True])
def test_a_list_that_nobody_compared_and_that_is_misspelt_does_not_count_as_compared(names):
    with pytest.raises(DataError):
        unchecked({"unchecked": names})


def test_every_year_that_is_counted_with_says_where_its_notice_stands():
    for number, row in table("holidays").items():
        if isinstance(row, dict) and years().get(int(number)) and years()[int(number)].rest is not None:
            assert row["notice"] and row["url"].startswith("https://"), number


def longest_rest() -> int:
    longest = row = 0
    for year in (year for year in years().values() if year.rest is not None):
        first = date(min(year.rest).year, 1, 1)
        for day in (first + timedelta(days=n) for n in range(365)):
            row = 0 if is_working_day(day) else row + 1
            longest = max(longest, row)
    return longest
