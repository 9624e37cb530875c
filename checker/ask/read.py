"""Reading what people type: full-width digits, ￥ and 元, spaces, 2026年11月3日. Each reader returns a value or raises Unreadable."""

import re
import unicodedata
from datetime import date, time, timedelta

MAX_TEXT = 200
MAX_FEN = 1_000_000_00
"""一百万元: nobody buys a card code for more, so a larger number is a slip."""
EARLIEST_DATE = date(2000, 1, 1)
MAX_MINUTES = 365 * 24 * 60


DAYS_AGO = {"今天": 0, "昨天": 1, "前天": 2}
PARTS_OF_DAY = ("凌晨", "早上", "上午", "中午", "下午", "晚上")
MINUTES = {
    "分钟": 1,
    "分": 1,
    "min": 1,
    "小时": 60,
    "个小时": 60,
    "时": 60,
    "h": 60,
    "天": 24 * 60,
    "日": 24 * 60,
    "周": 7 * 24 * 60,
    "个星期": 7 * 24 * 60,
}
DIGITS = dict(zip("一两二三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)) | {"十": 10}
DAY_FIRST = re.compile(rf"({'|'.join(DAYS_AGO)}|(?:[0-9]{{4}} ?[年./-] ?)?[0-9]{{1,2}} ?[月./-] ?[0-9]{{1,2}}(?![0-9]) ?[日号]?)[T ,]*(.*)")


class Unreadable(ValueError):
    """The typed text cannot be read; ``code`` says how, ``sentence`` goes on after the name of what was asked for."""

    def __init__(self, code: str, sentence: str | None = None):
        self.code = code
        self.sentence = sentence
        super().__init__(code)


def clean(text: str) -> str:
    """Trim, and drop control and direction-changing characters, which no letter needs and which can mislead a reader."""
    kept = (" " if c in "\r\n\t" else c for c in text if c in "\r\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return re.sub(r" {2,}", " ", "".join(kept)).strip()


def _plain(text: str) -> str:
    """Full-width forms made half-width, all spaces gone."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", clean(text)))


def text(typed: str) -> str:
    """Free text, cleaned, of at most ``MAX_TEXT`` characters.

    :raises Unreadable: it is longer.
    """
    value = clean(typed)
    if len(value) > MAX_TEXT:
        raise Unreadable("too-long")
    return value


def number(typed: str) -> int:
    """A whole number of at most six digits, with or without a measure word behind it.

    :raises Unreadable: it is none.
    """
    match = re.fullmatch(r"([0-9]{1,6})[天日张次个份倍点元]?", _plain(typed))
    if not match:
        raise Unreadable("not-a-number")
    return int(match[1])


def money(typed: str) -> int:
    """Yuan as typed, in 分."""
    plain = re.sub(r"^(?:[¥￥]|RMB|CNY)|(?:元|块|块钱|圆)$", "", _plain(typed), flags=re.IGNORECASE)
    # A comma between thousands is one; anywhere else it may have been meant for the point, and 100,50 is not ten thousand yuan.
    match = re.fullmatch(r"([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]*))?", plain)
    if not match and re.fullmatch(r"[0-9,]+,[0-9,]+(?:\.[0-9]*)?", plain):
        raise Unreadable("comma", "里的逗号看不懂，小数点要写成 .，例如 128.50")
    if not match:
        raise Unreadable("not-money")
    yuan, decimals = match[1].replace(",", ""), match[2] or ""
    if len(decimals) > 2:
        raise Unreadable("three-decimals", "最多写到分，也就是两位小数")
    fen = int(yuan) * 100 + int(decimals.ljust(2, "0"))
    if fen == 0:
        raise Unreadable("zero", "要大于 0，没有付过钱就留空")
    if fen > MAX_FEN:
        raise Unreadable("too-much", f"要在 {MAX_FEN // 1_000_000} 万元以内，检查一下是不是多写了 0")
    return fen


def day(typed: str, today: date) -> date:
    """A date that is not before 2000 and not after ``today``."""
    plain = _plain(typed)
    if plain in DAYS_AGO:
        return today - timedelta(days=DAYS_AGO[plain])
    match = re.fullmatch(r"(?:([0-9]{4})(?:年|[-/.]))?([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})[日号]?", plain)
    if not match or (match[1] is None and "月" not in plain):
        raise Unreadable("not-a-date")
    month, number = int(match[2]), int(match[3])
    # A day without a year is the last one that has passed.
    year = int(match[1]) if match[1] else today.year - ((month, number) > (today.month, today.day))
    try:
        value = date(year, month, number)
    except ValueError:
        raise Unreadable("no-such-day", "在日历上找不到") from None
    if value < EARLIEST_DATE:
        raise Unreadable("too-early", f"要在 {EARLIEST_DATE.year} 年以后")
    if value > today:
        raise Unreadable("in-the-future", "不能晚于今天")
    return value


def moment(typed: str, today: date) -> tuple[date, time | None]:
    """A date as :func:`day` reads it, with the time of day where one is given."""
    match = DAY_FIRST.fullmatch(unicodedata.normalize("NFKC", clean(typed)))
    if not match:
        return day(typed, today), None
    try:
        return day(match[1], today), clock(match[2]) if match[2] else None
    except Unreadable as problem:
        if problem.code in ("not-a-time", "no-such-time"):
            raise Unreadable(problem.code, "后面的几点要写成 14:05 的样子，不记得就只写日期") from None
        raise


def duration(typed: str) -> int:
    """A length of time as typed, in minutes."""
    plain = _plain(typed).lower()
    if plain in ("半小时", "半个小时", "半天"):
        return 30 if "时" in plain else 12 * 60
    match = re.fullmatch(rf"([0-9]{{1,5}}|[{''.join(DIGITS)}])({'|'.join(sorted(MINUTES, key=len, reverse=True))})(?:内|以内)?", plain)
    if not match:
        raise Unreadable("not-a-duration", "写的是工作日，就按天填，多填几天" if "工作日" in plain else None)
    value = DIGITS.get(match[1]) or int(match[1])
    if not 0 < value * MINUTES[match[2]] <= MAX_MINUTES:
        raise Unreadable("out-of-range", "要大于 0，在一年以内")
    return value * MINUTES[match[2]]


def clock(typed: str) -> time:
    """A time of day to the minute: 14:05, 下午2点, 8点半. Seconds are dropped.

    :raises Unreadable: it is none, or none that a clock shows.
    """
    match = re.fullmatch(
        rf"({'|'.join(PARTS_OF_DAY)})?([0-9]{{1,2}})(?::|点|时)(半|[0-9]{{1,2}})?分?(?::[0-9]{{2}}|[0-9]{{1,2}}秒)?", _plain(typed)
    )
    if not match:
        raise Unreadable("not-a-time")
    hour, minute = int(match[2]), 30 if match[3] == "半" else int(match[3] or 0)
    try:
        return time(hour + 12 if match[1] in ("下午", "晚上") and hour < 12 else hour, minute)
    except ValueError:
        raise Unreadable("no-such-time") from None
