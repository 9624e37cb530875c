"""What people type. Nothing raises but Unreadable, and what is read is exact."""

from datetime import time

import pytest

from checker.ask import read


def test_numbers_have_a_measure_word_and_nothing_else():
    assert read.number("7天") == 7
    with pytest.raises(read.Unreadable):
        read.number("近 200")


def test_clock():
    assert read.clock("14:05") == time(14, 5)
    assert read.clock("１４：０５") == time(14, 5)
    assert read.clock("9点") == time(9)
    assert read.clock("下午2点半") == time(14, 30) and read.clock("中午12点") == time(12) and read.clock("凌晨1:05") == time(1, 5)
    assert read.clock("下午两点") == time(14) and read.clock("中午1点") == time(13) and read.clock("晚上八点半") == time(20, 30)
    assert read.clock("凌晨12点") == time(0) and read.clock("半夜2点") == time(2) and read.clock("傍晚6点") == time(18)
    # An hour of the night after is no hour of the evening.
    for typed in ("25:00", "14", "下午13:61", "晚上12点", "晚上1点", "三四点"):
        with pytest.raises(read.Unreadable):
            read.clock(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30分钟", 30),
        ("３０ 分", 30),
        ("24小时内", 1440),
        ("3天", 4320),
        ("半小时", 30),
        ("两个小时", 120),
        ("一周", 10080),
        ("72h", 4320),
        ("365天", 525600),
    ],
)
def test_duration(typed, minutes):
    assert read.duration(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("30", "not-a-duration"),
        ("1-3天", "not-a-duration"),
        ("3个工作日", "not-a-duration"),
        ("0分钟", "out-of-range"),
        ("366天", "out-of-range"),
        ("很快", "not-a-duration"),
    ],
)
def test_duration_that_cannot_be_read(typed, code):
    with pytest.raises(read.Unreadable) as caught:
        read.duration(typed)
    assert caught.value.code == code


def test_clean_drops_what_misleads_and_keeps_the_rest():
    assert read.clean(" a\u202eb\x00c \n d😀 ") == "abc d😀"
    assert read.clean("{{ 7*7 }} <img src=x onerror=alert(1)>") == "{{ 7*7 }} <img src=x onerror=alert(1)>"


def test_text_has_a_limit():
    assert read.text("字" * read.MAX_TEXT)
    with pytest.raises(read.Unreadable):
        read.text("字" * (read.MAX_TEXT + 1))
