"""How long somebody says that something takes, as people type it."""

import pytest

from checker.ask.periods import Period, read_period
from checker.ask.read import Unreadable


@pytest.mark.parametrize(
    ("typed", "least", "most", "unit"),
    [
        ("7", 7, 7, "natural_days"),
        ("7 天", 7, 7, "natural_days"),
        ("15个工作日", 15, 15, "working_days"),
        ("7到15个工作日", 7, 15, "working_days"),
        ("15到7个工作日", 7, 15, "working_days"),
        ("3-5 个工作日内", 3, 5, "working_days"),
        ("三至五个工作日", 3, 5, "working_days"),
        ("两三天", 2, 3, "natural_days"),
        ("48小时", 2, 2, "natural_days"),
        ("30 小时", 1, 2, "natural_days"),
        ("1小时", 0, 1, "natural_days"),
        ("两周", 14, 14, "natural_days"),
        ("半个月", 15, 15, "natural_days"),
        ("最长 30 天", 30, 30, "natural_days"),
    ],
)
def test_both_ends_of_a_range_are_kept(typed, least, most, unit):
    assert read_period(typed) == Period(most, unit, least)


@pytest.mark.parametrize("typed", ["", "很快", "0 天", "366 天", "半天", "三四五到六天", "尽快", "5 分钟", "两年"])
def test_what_is_no_period_is_not_read(typed):
    with pytest.raises(Unreadable):
        read_period(typed)


def test_it_says_itself():
    assert Period(15, "working_days", 15).words == "15 个工作日" and str(Period(7, "natural_days", 7)) == "7 日"
