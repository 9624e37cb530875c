"""What people type. Nothing raises but Unreadable, and what is read is exact."""

from datetime import date, time

import pytest

from checker.ask import read

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("100", 10000),
        ("￥１００元", 10000),
        ("¥ 99.5", 9950),
        ("99.50元", 9950),
        ("1,000", 100000),
        (" 0.01 ", 1),
        ("20块", 2000),
        ("1000000", 100000000),
    ],
)
def test_money(typed, fen):
    assert read.money(typed) == fen


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0", "zero"),
        ("100,50", "comma"),
        ("10,5", "comma"),
        ("1,23,456", "comma"),
        (",5", "not-money"),
        ("-5", "not-money"),
        ("1e9", "not-money"),
        ("1.234", "three-decimals"),
        ("1000000.01", "too-much"),
        ("一百", "not-money"),
        ("💰", "not-money"),
        ("", "not-money"),
        ("9" * 10000, "not-money"),
    ],
)
def test_money_that_cannot_be_read(typed, code):
    with pytest.raises(read.Unreadable) as caught:
        read.money(typed)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "typed", ["2026-11-03", "2026年11月3日", "2026/11/03", "２０２６．１１．３", " 2026 - 11 - 03 ", "11月3日", "11月3号"]
)
def test_day(typed):
    assert read.day(typed, TODAY) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2026-02-30", "no-such-day"),
        ("1999-12-31", "too-early"),
        ("2026-11-25", "in-the-future"),
        ("上周", "not-a-date"),
        ("11-03", "not-a-date"),
        ("2026-13-01", "no-such-day"),
    ],
)
def test_day_that_cannot_be_read(typed, code):
    with pytest.raises(read.Unreadable) as caught:
        read.day(typed, TODAY)
    assert caught.value.code == code


def test_days_as_people_say_them():
    assert read.day("昨天", TODAY) == date(2026, 11, 23)
    assert read.day("12月30日", TODAY) == date(2025, 12, 30)
    assert read.number("7天") == 7
    with pytest.raises(read.Unreadable):
        read.number("近 200")


def test_clock():
    assert read.clock("14:05") == time(14, 5)
    assert read.clock("１４：０５") == time(14, 5)
    assert read.clock("9点") == time(9)
    assert read.clock("下午2点半") == time(14, 30) and read.clock("中午12点") == time(12) and read.clock("凌晨1:05") == time(1, 5)
    for typed in ("25:00", "14", "下午两点", "下午13:61"):
        with pytest.raises(read.Unreadable):
            read.clock(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2026-11-03", (date(2026, 11, 3), None)),
        ("2026-11-03 14:05", (date(2026, 11, 3), time(14, 5))),
        ("2026年11月3日 14:05:22", (date(2026, 11, 3), time(14, 5))),
        ("11月3日14：05", (date(2026, 11, 3), time(14, 5))),
        ("昨天下午2点半", (date(2026, 11, 23), time(14, 30))),
        ("2026-11-03T09:00", (date(2026, 11, 3), time(9))),
        ("2026/11/3 ，晚上8点", (date(2026, 11, 3), time(20))),
    ],
)
def test_moment(typed, value):
    assert read.moment(typed, TODAY) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("14:05", "not-a-date"),
        ("2026-02-30 14:05", "no-such-day"),
        ("2026-11-03 25:00", "no-such-time"),
        ("2026-11-03 早", "not-a-time"),
        ("2026-11-25 09:00", "in-the-future"),
        ("2026-11-0314:05", "not-a-date"),
    ],
)
def test_moment_that_cannot_be_read(typed, code):
    with pytest.raises(read.Unreadable) as caught:
        read.moment(typed, TODAY)
    assert caught.value.code == code


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
