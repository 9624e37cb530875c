"""Counting days, with the provision each test checks."""

from datetime import date, timedelta

import pytest

from checker.errors import DataNotCovered
from checker.law.days import (
    add_months, add_natural_days, add_working_days, add_years, bounds_of_working_days, covered_until, is_working_day, years,
)
from checker.law.thresholds import threshold


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-02-13", "2026-03-02"), ("2026-04-29", "2026-05-12"), ("2026-06-18", "2026-06-30"),
        ("2026-09-24", "2026-10-12"), ("2026-09-29", "2026-10-14"), ("2026-08-21", "2026-09-01"),
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
    assert bounds_of_working_days(date(2022, 11, 5), 3) == (date(2022, 11, 8), date(2022, 11, 20))
    assert bounds_of_working_days(date(2028, 1, 3), 3) == (date(2028, 1, 6), date(2028, 1, 18))


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


def _bounds_with(table, day):
    import checker.law.days as days

    kept = days.years
    days.years = lambda: table
    try:
        return bounds_of_working_days(day, 7)
    finally:
        days.years = kept


def test_reaches_are_what_the_notices_show():
    """The two margins are the furthest distances seen in the notices, so a wider notice makes this fail."""
    rest, work = 0, 0
    for year in years().values():
        if year.rest is None:
            continue
        def distance(day):
            return min(abs((day - holiday).days) for holiday in year.statutory)
        rest = max(rest, *(distance(day) for day in year.rest if day.weekday() < 5))
        work = max(work, *(distance(day) for day in year.work))
    assert rest == threshold("rest_reach").value
    assert work == threshold("make_up_reach").value


def test_thirteen_statutory_days_a_year():
    """《全国年节及纪念日放假办法》第二条：法定节假日共十三天。"""
    for number, year in years().items():
        assert len(year.statutory) == 13, number
        if year.rest is not None:
            assert year.statutory <= year.rest
            assert all(day.weekday() >= 5 and day not in year.rest for day in year.work)


def test_covered_until_leaves_room_for_the_longest_period():
    last = covered_until()
    assert bounds_of_working_days(last, 7)[1].year == last.year
