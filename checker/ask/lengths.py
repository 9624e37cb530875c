"""Lengths of time as people say them: 三天前, 等了一个多小时, 快一个月, 十几天. Each ends at the moment at which it was said."""

import re
from datetime import date, datetime, time, timedelta

from checker.ask.numerals import NUMERAL, count
from checker.ask.read import EARLIEST_DATE, Unreadable
from checker.ask.when import When, chinese_day, days

UNITS = {
    "分钟": timedelta(minutes=1),
    "分": timedelta(minutes=1),
    "小时": timedelta(hours=1),
    "钟头": timedelta(hours=1),
    "天": timedelta(days=1),
    "日": timedelta(days=1),
    "周": timedelta(days=7),
    "星期": timedelta(days=7),
    "礼拜": timedelta(days=7),
    "月": timedelta(days=30.44),
    "年": timedelta(days=365.25),
}
SHORT = ("分钟", "分", "小时", "钟头")
HALF = {"小时": (25, 40), "钟头": (25, 40), "天": (180, 720), "月": (11 * 1440, 20 * 1440), "年": (150 * 1440, 215 * 1440)}
"""How many minutes half of a unit may mean."""
LENGTH = (
    r"(?P<before>(?:我|已经|已|都|就|又|也|足足|整整|等了?|过了|过去|有|大概|大约|约|差不多|快要?|将近|接近|不到|超过|不止|得有|小(?=半)|大(?=半))*)"
    rf"(?P<n>个把|好几|十几|几十|几|{NUMERAL}(?:到|至|-|~){NUMERAL}|{NUMERAL})"
    rf"(?P<more>多|来)?个?(?P<more2>多|来)?(?P<half>半)?(?P<unit>{'|'.join(UNITS)})(?P<more3>多|半|来)?"
    r"(?P<after>(?:了|以前|之前|前|左右|上下|吧|没到|还没到|还没有到|没收到|没来|没发)*)"
)
ALMOST, ROUGHLY = re.compile("快|将近|接近|不到|小"), re.compile("大概|大约|约|差不多|左右|上下")


def _span(match: re.Match[str]) -> tuple[timedelta, timedelta]:
    """Between which two lengths lies what was said."""
    unit, one = match["unit"], UNITS[match["unit"]]
    frame = match["before"] + match["after"]
    if match["n"] == "半":
        if unit not in HALF:
            raise ValueError(match[0])
        least, most = HALF[unit]
        short, long = timedelta(minutes=least), timedelta(minutes=most)
        if match["before"].endswith("大"):
            return short, long * 1.75
        return (short * 0.7, long) if ALMOST.search(frame) else (short, long)
    low, high = (0.8, 1.5) if match["n"] == "个把" else count(match["n"])
    more = match["more"] == "多" or match["more2"] == "多" or match["more3"] == "多" or re.search("超过|不止", frame)
    if match["half"] or match["more3"] == "半":
        low, high = low + 0.4, high + 0.6
    elif more:
        high += 10 if low >= 10 and low % 10 == 0 else 1
    elif ALMOST.search(frame):
        low *= 0.6
    elif ROUGHLY.search(frame) or "来" in (match["more"], match["more2"], match["more3"]):
        low, high = low * 0.75, high * 1.25
    elif unit in ("天", "日") or low != high:
        pass
    elif unit in SHORT:
        low, high = low * 0.75, high * 1.25
    else:
        low, high = low - 0.5, high + 0.5
    return one * low, one * high


def read_length(match: re.Match[str], at: datetime) -> When:
    """A length of time up to ``at``, or so long ago."""
    # 七八月 are months of a year; seven or eight of them are 七八个月.
    if match["unit"] == "月" and match["n"] != "半" and "个" not in match[0] and "前" not in match["after"]:
        raise ValueError(match[0])
    least, most = _span(match)
    try:
        earliest, latest = at - most, at - least
    except OverflowError:
        raise Unreadable("too-early", f"要在 {EARLIEST_DATE.year} 年以后") from None
    core = match[0][len(match["before"]) : len(match[0]) - len(match["after"])]
    almost = ALMOST.search(match["before"])
    about = "大约" if ROUGHLY.search(match["before"] + match["after"]) else ""
    core = f"大{core}" if match["before"].endswith("大") else core
    told = f"{'快' if almost and almost[0].startswith('快') else almost[0] if almost else about}{core}"
    waited = "" if "前" in match["after"] else told
    if match["unit"] not in SHORT:
        earliest, latest = datetime.combine(earliest.date(), time.min), datetime.combine(latest.date(), time(23, 59))
    if earliest.date() == latest.date():
        return When(earliest, latest, chinese_day(earliest.date()), at, waited)
    return When(earliest, latest, f"{told}以前（{_roughly(earliest.date(), latest.date())}）", at, waited)


def _roughly(first: date, last: date) -> str:
    """A stretch of days in the smallest words that are wide enough: ten days of a month, a month, a year."""
    middle = first + (last - first) / 2
    width = (last - first).days
    if width <= 20:
        third = "上旬" if middle.day <= 10 else "中旬" if middle.day <= 20 else "下旬"
        return f"大约 {middle.year} 年 {middle.month} 月{third}"
    return f"大约 {middle.year} 年 {middle.month} 月" if width <= 75 else f"大约 {middle.year} 年"


LATELY = {
    "刚才": timedelta(hours=2),
    "刚刚": timedelta(hours=2),
    "刚": timedelta(hours=2),
    "几分钟前": timedelta(minutes=15),
    "这两天": timedelta(days=2),
    "这几天": timedelta(days=6),
    "最近": timedelta(days=30),
    "最近几天": timedelta(days=6),
}
A_WHILE = {
    "前几天": (timedelta(days=2), timedelta(days=9), "前几天"),
    "前些天": (timedelta(days=2), timedelta(days=20), "前些天"),
    "前两天": (timedelta(days=1), timedelta(days=4), "前两天"),
    "前段时间": (timedelta(days=5), timedelta(days=90), "前段时间"),
    "前阵子": (timedelta(days=5), timedelta(days=90), "前阵子"),
    "前一阵": (timedelta(days=5), timedelta(days=90), "前阵子"),
}


def read_lately(match: re.Match[str], at: datetime) -> When:
    """Some time of the last hours or days."""
    earliest = at - LATELY[match["word"]]
    if earliest.date() == at.date():
        return When(earliest, at, chinese_day(at.date()), at)
    return When(earliest, at, f"{until(earliest.date(), at.date())}之间", at)


def until(first: date, last: date) -> str:
    """A stretch of days by both ends."""
    year = f"{last.year} 年 " if last.year != first.year else ""
    return f"{chinese_day(first)}至 {year}{last.month} 月 {last.day} 日"


def read_a_while(match: re.Match[str], at: datetime) -> When:
    """Some days or weeks ago."""
    least, most, words = A_WHILE[match["word"]]
    first, last = (at - most).date(), (at - least).date()
    return days(first, last, f"{words}（{_roughly(first, last)}）", at)
