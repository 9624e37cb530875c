"""Reading what people type: full-width digits, ￥ and 元, spaces, 2026年11月3日. Each reader returns a value or raises Unreadable."""

import re
import unicodedata
from datetime import date, time

from checker.ask.numerals import COUNTED, numeral

MAX_TEXT = 200
EARLIEST_DATE = date(2000, 1, 1)
MAX_MINUTES = 365 * 24 * 60


PARTS = {
    "凌晨": (0, 6),
    "早上": (5, 10),
    "一大早": (5, 10),
    "大清早": (5, 10),
    "早": (5, 10),
    "上午": (6, 12),
    "中午": (11, 14),
    "下午": (12, 19),
    "傍晚": (17, 20),
    "晚上": (18, 24),
    "晚": (18, 24),
    "半夜": (0, 24),
}
"""Between which hours a part of the day lies, widely."""
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


def plain(text: str) -> str:
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
    match = re.fullmatch(r"([0-9]{1,6})[天日张次个份倍点元]?", plain(typed))
    if not match:
        raise Unreadable("not-a-number")
    return int(match[1])


def duration(typed: str) -> int:
    """A length of time as typed, in minutes."""
    words = plain(typed).lower()
    if words in ("半小时", "半个小时", "半天"):
        return 30 if "时" in words else 12 * 60
    match = re.fullmatch(rf"({COUNTED})({'|'.join(sorted(MINUTES, key=len, reverse=True))})(?:内|以内)?", words)
    if not match:
        raise Unreadable("not-a-duration", "写的是工作日，就按天填，多填几天" if "工作日" in words else None)
    try:
        value = numeral(match[1])
    except ValueError:
        raise Unreadable("not-a-duration") from None
    if not 0 < value * MINUTES[match[2]] <= MAX_MINUTES:
        raise Unreadable("out-of-range", "要大于 0，在一年以内")
    return value * MINUTES[match[2]]


def clock(typed: str) -> time:
    """A time of day to the minute: 14:05, 下午2点, 晚上八点半. Seconds are dropped.

    :raises Unreadable: it is none, or none that a clock shows; an hour of the night after is no hour of the evening.
    """
    match = re.fullmatch(
        rf"({'|'.join(sorted(PARTS, key=len, reverse=True))})?({COUNTED})(?::|点|时)(半|[0-9]{{1,2}})?分?(?::[0-9]{{2}}|[0-9]{{1,2}}秒)?",
        plain(typed),
    )
    if not match:
        raise Unreadable("not-a-time")
    try:
        hour, minute = numeral(match[2]), 30 if match[3] == "半" else int(match[3] or 0)
        return time(_hour(hour, match[1]), minute)
    except ValueError:
        raise Unreadable("no-such-time") from None


def _hour(hour: int, part: str | None) -> int:
    """The hour from midnight on that an hour of a part of the day is."""
    start, end = PARTS.get(part or "", (0, 24))
    if hour > 12:
        return hour
    fits = [each for each in (hour % 12, hour % 12 + 12) if start <= each < end or (part == "中午" and each == 14)]
    if part is None or (part == "半夜" and hour not in range(6, 12)):
        return 0 if part and hour == 12 else hour
    if not fits:
        raise ValueError(hour)
    return fits[-1] if part in ("半夜", "下午", "傍晚", "晚上", "晚") else fits[0]
