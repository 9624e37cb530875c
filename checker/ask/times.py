"""How people say times: a moment, a day, a month, “about N ago”, “waited N”. One table; each row makes an interval of what was said.

An answer that names no year hangs on the day on which it was given: the page writes that moment behind it (``SAID``), so that a case that
is opened again does not move.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from checker.ask.lengths import A_WHILE, LATELY, LENGTH, read_a_while, read_lately, read_length, until
from checker.ask.numerals import numeral
from checker.ask.read import EARLIEST_DATE, PARTS, Unreadable, clock, plain
from checker.ask.when import When, chinese_day, days, spaced

SAID = re.compile(r"\((?P<day>\d{4}-\d{2}-\d{2}),?(?P<time>\d{2}:\d{2})?说的\)$")
"""Behind an answer that hangs on the day on which it was given, that day, and the minute."""
FORGOTTEN = ("不记得", "记不清", "记不得", "想不起来", "忘记", "忘", "不知道", "不清楚", "不确定")
"""How one says that one does not remember: nothing has to be kept with it."""
TAPS = ("刚才", "今天", "昨天", "前天", "上周", "上个月", "半年前", "去年", "不记得")
"""Answers that are given with one tap."""
IS_FORGOTTEN = re.compile(rf"我?(?:真|都|也)?(?:{'|'.join(FORGOTTEN)})了?")
IN_FRONT = re.compile(r"^(?P<about>大概|大约|约|差不多|好像|可能)?(?:是|在)?")
BEHIND = re.compile(r"(?P<about>左右|前后|上下|那几天|那会儿?|那阵子?)|(?:的时候|期间|里)$")
"""What people say around a time. Some of it makes the time wider."""


def read_when(typed: str, now: datetime) -> When | None:
    """What was typed, seen from ``now``; ``None`` where it says that nobody remembers.

    :raises Unreadable: it is no time, none that there was, or one that is still to come.
    """
    # A space between figures is what tells a day from the hour behind it.
    words, at = plain(re.sub(r"(?<=\d)\s+(?=\d)", ",", typed)), now.replace(tzinfo=None)
    if spoken := SAID.search(words):
        words = words[: spoken.start()]
        at = _spoken_at(spoken, at)
    if IS_FORGOTTEN.fullmatch(words):
        return None
    found = _read(words, at) or _read_loosely(words, at)
    if found is None:
        raise Unreadable("not-a-date")
    return _checked(found, now.replace(tzinfo=None))


def _read(words: str, at: datetime) -> When | None:
    """What the first way of saying a time that fits makes of it; ``None`` where it is said in none of them."""
    for row in ROWS:
        match = row.pattern.fullmatch(words)
        try:
            if match and (found := row.read(match, at)):
                return found
        except Unreadable:
            raise
        except (ValueError, OverflowError):
            continue
    return None


def _read_loosely(words: str, at: datetime) -> When | None:
    """The same with what people say around a time taken off. Who says about when it was leaves as much open on either side as the time is long,
    and of a day three days.
    """
    front = IN_FRONT.match(words)
    core = words[front.end() :] if front else words
    behind = BEHIND.search(core)
    core = core[: behind.start()] if behind and behind.end() == len(core) else core
    found = _read(core, at) if core != words else None
    if found is None or (not (front and front["about"]) and not (behind and behind["about"])):
        return found
    wider = max(timedelta(days=3), (found.last - found.first) / 2)
    try:
        return days((found.earliest - wider).date(), (found.latest + wider).date(), f"大约{spaced(found.said)}", at)
    except OverflowError:
        return None


def _spoken_at(spoken: re.Match[str], now: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(f"{spoken['day']}T{spoken['time'] or '23:59'}")
    except ValueError:
        raise Unreadable("no-such-day", "在日历上找不到") from None
    if at.date() < EARLIEST_DATE:
        raise Unreadable("too-early", f"要在 {EARLIEST_DATE.year} 年以后")
    return min(at, now)


def _checked(found: When, now: datetime) -> When:
    if found.last < EARLIEST_DATE:
        raise Unreadable("too-early", f"要在 {EARLIEST_DATE.year} 年以后")
    if found.first > now.date():
        raise Unreadable("in-the-future", "不能晚于今天")
    if found.earliest > found.latest:
        raise Unreadable("not-a-date")
    # The clock of a payment may be some minutes ahead of the device's.
    end = datetime.combine(now.date(), time(23, 59))
    return found if found.latest <= end else When(found.earliest, end, found.said, found.said_at, found.waited)


def _a_day(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise Unreadable("no-such-day", "在日历上找不到") from None


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _year_of(words: str | None, at: datetime, still_ahead: bool) -> int:
    """The year that was named, in figures or from today; where none was, the last in which it was not ``still_ahead``."""
    named = {"今年": 0, "去年": 1, "前年": 2, "大前年": 3}
    if not words:
        return at.year - still_ahead
    return at.year - named[words] if words in named else int(words.rstrip("年-/."))


SMALL = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})"
"""The number of a month or of a day."""
YEAR = r"(?P<year>\d{4}[年./-]|今年|去年|前年|大前年)?"
DAYS_AGO = {"今天": 0, "今日": 0, "今早": 0, "今晚": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "前晚": 2, "大前天": 3}
HOURS = rf"(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})?(?P<clock>[\d一二两三四五六七八九十]{{1,3}}(?::|点|时).*)?"


def _within_day(day: date, match: re.Match[str], at: datetime) -> When:
    """A day, or the part or the minute of it that was named."""
    part = match["part"] or {"今早": "早", "今晚": "晚", "昨晚": "晚", "前晚": "晚"}.get(match.groupdict().get("word") or "")
    if match["clock"]:
        about = re.search("多|左右|来钟", match["clock"])
        at_clock = match["clock"][: about.start()] if about else match["clock"]
        try:
            minute = datetime.combine(day, clock((part or "") + at_clock))
        except Unreadable as problem:
            raise Unreadable(problem.code, "后面的几点要写成 14:05 的样子，不记得就只写日期") from None
        return When(minute, minute + timedelta(minutes=59 if about else 0), chinese_day(day), at)
    if part:
        start, end = PARTS[part]
        return When(datetime.combine(day, time(start)), datetime.combine(day, time(end - 1, 59)), chinese_day(day), at)
    return days(day, day, chinese_day(day), at)


def _named_day(match: re.Match[str], at: datetime) -> When:
    return _within_day(at.date() - timedelta(days=DAYS_AGO[match["word"]]), match, at)


def _calendar_day(match: re.Match[str], at: datetime) -> When:
    month, number = numeral(match["month"]), numeral(match["day"])
    year = _year_of(match["year"], at, (month, number) > (at.month, at.day))
    return _within_day(_a_day(year, month, number), match, at)


def _day_of_month(match: re.Match[str], at: datetime) -> When:
    back = {"这个月": 0, "本月": 0, "上个月": 1, "上月": 1}.get(match["which"] or "")
    number = numeral(match["day"])
    if back is None:
        back = int(number > at.day)
    year, month = divmod(at.year * 12 + at.month - 1 - back, 12)
    return _within_day(_a_day(year, month + 1, number), match, at)


THIRDS = {"初": (1, 10), "上旬": (1, 10), "上": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}


def _third(year: int, month: int, third: str, at: datetime) -> When:
    end = _month_end(year, month)
    start, stop = THIRDS[third]
    return days(date(year, month, start), min(date(year, month, min(stop, end.day)), end), f"{year} 年 {month} 月{third}", at)


def _in_month(year: int, month: int, third: str | None, at: datetime) -> When:
    if not 1 <= month <= 12:
        raise Unreadable("no-such-day", "在日历上找不到")
    if third:
        return _third(year, month, third, at)
    return days(date(year, month, 1), _month_end(year, month), f"{year} 年 {month} 月", at)


def _month(match: re.Match[str], at: datetime) -> When:
    month = numeral(match["month"])
    return _in_month(_year_of(match["year"], at, month > at.month), month, match["third"], at)


def _tens(match: re.Match[str], at: datetime) -> When:
    """From the first to the last day of a month that has so many tens: 9 月 20 几号."""
    month, first = numeral(match["month"]), 20 if match["tens"] in ("二十", "2", "20", "廿") else 10
    year = _year_of(match["year"], at, (month, first) > (at.month, at.day))
    start = _a_day(year, month, first + 1)
    end = min(_a_day(year, month, first) + timedelta(days=9), _month_end(year, month))
    return days(start, end, until(start, end), at)


def _month_back(match: re.Match[str], at: datetime) -> When:
    back = {"这个": 0, "这": 0, "本": 0, "当": 0, "上个": 1, "上": 1, "上上个": 2, "上上": 2}[match["which"]]
    year, month = divmod(at.year * 12 + at.month - 1 - back, 12)
    return _in_month(year, month + 1, match["third"], at)


def _between_months(match: re.Match[str], at: datetime) -> When:
    first, last = (numeral(each) for each in (match["pair"] or (match["from"], match["to"])))
    year = _year_of(match["year"], at, last > at.month)
    # Over the turn of the year from autumn to spring; 5 到 3 月 is a slip.
    if not (1 <= first <= 12 and 1 <= last <= 12) or 0 < first - last < 6:
        raise Unreadable("no-such-day", "在日历上找不到")
    begin = year - (first > last)
    return days(
        date(begin, first, 1), _month_end(year, last), f"{begin} 年 {first} 月至 {f'{year} 年 ' if begin != year else ''}{last} 月", at
    )


WEEKDAYS = dict(zip("一二三四五六日天末", (0, 1, 2, 3, 4, 5, 6, 6, 5), strict=True))


def _week(match: re.Match[str], at: datetime) -> When:
    back = {"上上": 2, "上": 1, "这": 0, "本": 0}.get((match["which"] or "").rstrip("个"))
    monday = at.date() - timedelta(days=at.weekday())
    number = WEEKDAYS[match["day"]] if match["day"] else None
    if number is None:
        first = monday - timedelta(weeks=back or 0)
        last = min(first + timedelta(days=6), at.date())
        if match["part"] or match["clock"]:
            raise ValueError("an hour of no day")
        return days(first, last, until(first, last), at)
    if back is None:
        back = int(number > at.weekday())
    day = monday - timedelta(weeks=back) + timedelta(days=number)
    if match["day"] == "末":
        return days(day, day + timedelta(days=1), until(day, day + timedelta(days=1)), at)
    return _within_day(day, match, at)


PARTS_OF_YEAR = {
    "": (1, 12, ""),
    "年初": (1, 2, "年初"),
    "初": (1, 2, "年初"),
    "年中": (5, 8, "年中"),
    "年底": (11, 12, "年底"),
    "年末": (11, 12, "年底"),
    "底": (11, 12, "年底"),
    "上半年": (1, 6, "上半年"),
    "下半年": (7, 12, "下半年"),
    "春天": (2, 5, "春天"),
    "夏天": (5, 9, "夏天"),
    "秋天": (8, 11, "秋天"),
    "暑假": (6, 9, "暑假"),
    "开学": (8, 9, "开学时"),
}
"""From which month to which, widely, and how a text names it."""


def _year(match: re.Match[str], at: datetime) -> When:
    part = match["season"] or ""
    start, end, words = PARTS_OF_YEAR[part]
    year = _year_of(match["year"], at, start > at.month)
    return days(date(year, start, 1), _month_end(year, end), f"{year} 年{words}" if part else f"{year} 年", at)


ALSO_CALLED = {
    "过年": "春节",
    "劳动节": "五一",
    "六一八": "618",
    "十一": "国庆",
    "双十一": "双 11",
    "双11": "双 11",
    "双十二": "双 12",
    "双12": "双 12",
}
FESTIVALS = {
    "元旦": (12, 30, 5),
    "春节": (1, 15, 45),
    "寒假": (1, 10, 50),
    "情人节": (2, 13, 2),
    "清明": (4, 3, 4),
    "五一": (4, 29, 8),
    "端午": (5, 25, 32),
    "618": (5, 31, 21),
    "中秋": (9, 8, 32),
    "国庆": (9, 30, 9),
    "双 11": (10, 20, 24),
    "双 12": (12, 5, 10),
    "圣诞": (12, 24, 2),
}
"""Days that people date things by: from which day (month, day) on, and for how many days. Wide enough for sales that begin
early and feasts of the moon, whose days move; a feast of the turn of the year belongs to the year that begins."""


DAY_OF = {"元旦": 1, "情人节": 14, "五一": 1, "618": 18, "国庆": 1, "双 11": 11, "双 12": 12, "圣诞": 25}
"""The day of its month on which a feast with a day of its own is kept."""


def _festival(match: re.Match[str], at: datetime) -> When:
    words = ALSO_CALLED.get(match["feast"], match["feast"])
    month, number, length = FESTIVALS[words]
    # The new year begins two days before it.
    before = words == "元旦"
    year = _year_of(match["year"], at, (month, number) > (at.month, at.day)) + (before and not match["year"])
    start = date(year - before, month, number)
    if match["itself"] and words in DAY_OF:
        # 五一 and 国庆 begin in the month before; the day itself is the first of the next.
        day = next(each for each in (start + timedelta(days=step) for step in range(length)) if each.day == DAY_OF[words])
        return days(day, day, chinese_day(day), at)
    return days(
        start,
        start + timedelta(days=length - 1),
        f"{year} 年{' ' if words[0].isdigit() else ''}{words}{' ' if words[-1].isdigit() else ''}期间",
        at,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One way of saying a time. ``name`` is for the tests, ``read`` makes the interval from the match, seen from a moment."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], datetime], When]


def _row(name: str, pattern: str, read: Callable[[re.Match[str], datetime], When]) -> Row:
    return Row(name, re.compile(pattern), read)


def _one_of(words: Iterable[str]) -> str:
    """The longest first, since the first that fits is taken."""
    return "|".join(sorted(filter(None, words), key=len, reverse=True))


THIRD = _one_of(THIRDS)
ROWS = (
    _row("a day from today", rf"(?P<word>{_one_of(DAYS_AGO)}),?T?{HOURS}", _named_day),
    _row(
        "a day of the calendar",
        rf"{YEAR}(?P<month>{SMALL})(?P<sign>月|[-/.])(?P<day>{SMALL})[日号]?[T,]?{HOURS}",
        lambda match, at: _calendar_day(match, at) if _is_a_calendar_day(match) else _not_a_day(),
    ),
    _row("a day in eight figures", rf"(?P<year>20\d{{2}})(?P<month>\d{{2}})(?P<day>\d{{2}})(?!\d)[T,]?{HOURS}", _calendar_day),
    _row("a day of this month or the last", rf"(?P<which>这个月|本月|上个月|上月)?(?P<day>{SMALL})[日号],?{HOURS}", _day_of_month),
    _row("some days of a month", rf"{YEAR}(?P<month>{SMALL})月(?P<tens>十|10?|二十|20?|廿)[几多来][号日]", _tens),
    _row("a month", rf"{YEAR}(?P<month>{SMALL})月份?(?P<third>{THIRD})?", _month),
    _row("a month in figures", r"(?P<year>\d{4}[./-])(?P<month>\d{1,2})(?P<third>)", _month),
    _row("a month from this one", rf"(?P<which>上上个|上上|上个|上|这个|这|本|当)月(?P<third>{THIRD})?", _month_back),
    _row(
        "some months",
        rf"{YEAR}(?:(?P<from>{SMALL})月?(?:到|至|-|~|、)(?P<to>{SMALL})|(?P<pair>[一二三四五六七八九]{{2}}))月份?(?:之间)?",
        _between_months,
    ),
    _row(
        "a week or a day of it",
        rf"(?P<which>上上个?|上个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])?,?{HOURS}",
        lambda match, at: _week(match, at) if match["which"] or match["day"] else _not_a_day(),
    ),
    _row(
        "a year or a part of it",
        rf"{YEAR}的?(?P<season>{_one_of(PARTS_OF_YEAR)})?",
        lambda match, at: _year(match, at) if match["year"] or len(match["season"] or "") > 1 else _not_a_day(),
    ),
    _row(
        "a feast", rf"{YEAR}的?(?P<feast>{_one_of((*FESTIVALS, *ALSO_CALLED))})节?(?:大促|活动|放假)*(?P<itself>当天|当日|当晚)?", _festival
    ),
    _row("just now", rf"(?P<word>{_one_of(LATELY)})(?:付的?|买的?)?", read_lately),
    _row("a while ago", rf"(?P<word>{_one_of(A_WHILE)})", read_a_while),
    _row("a length of time", LENGTH, read_length),
)
"""In the order in which they are tried."""


def _is_a_calendar_day(match: re.Match[str]) -> bool:
    """A month and a day in figures need something that tells them: a year, the word 月, a slash or a point, or figures that are no three to five, as in
    11-03, 5-21 or 11-3.
    """
    if match["year"] or match["sign"] != "-":
        return True
    month, day = match["month"], match["day"]
    return month.isdecimal() and day.isdecimal() and ("0" in (month[0], day[0]) or numeral(day) > 12 or numeral(day) < numeral(month))


def _not_a_day() -> When:
    raise ValueError("said otherwise")
