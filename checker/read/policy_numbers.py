"""The numbers of a policy: how long something takes or may be asked for, what is kept back as a fee, and where one can turn to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from checker.ask.numerals import count, numeral
from checker.law.table import table
from checker.read.passage import Passage, Span
from checker.read.phrases import pattern

BEFORE, BEHIND = 44, 36
"""Characters before and behind a number that say what it is of."""
MOST_PLACES = 50
"""Places of one way of contact that are told."""
FEW_LINES, RAGGED, NAME_OF_LINE = 3, 3, 7
"""Lines of a text that has none to compare; characters that a full line may lack; the longest line that only names what the next one says."""
_TERM = re.compile(r"<(\w+)>")

_N = r"(?:\d{1,4}|[零一二两三四五六七八九十百]{1,5}|半)"
_UNIT = (
    r"(?:个?工作日|个?工作天|个?营业日|个?自然日|个?日历日|个?自然天|个?小时|个?钟头|分钟|天|日|周|个?星期|个?礼拜|个月|年"
    r"| ?(?:business|working) days?| ?days?| ?hours?| ?hrs?| ?h| ?minutes?| ?mins?| ?weeks?| ?months?)(?![a-z])"
)
_AGAIN = r"(?:，\d{1,4}，)?"
"""The same number in figures, in brackets, as contracts have it."""
TIME = re.compile(
    rf"(?<![\d.:第每月零一二两三四五六七八九十百])(?:(?P<low>{_N}){_AGAIN}个?(?:{_UNIT})?(?P<mark>[-–〜至到，])(?P<high>{_N})|(?P<n>{_N})){_AGAIN}(?P<unit>{_UNIT})"
    r"|(?<![a-z])t\+(?P<plus>\d)(?!\d)|(?P<day>当天|当日|同日|次日|隔日|隔天)(?!起|算|计)"
)
UNITS = {
    "工作日": "workday",
    "工作天": "workday",
    "营业日": "workday",
    "businessday": "workday",
    "workingday": "workday",
    "自然日": "calendar_day",
    "自然天": "calendar_day",
    "日历日": "calendar_day",
    "小时": "hour",
    "钟头": "hour",
    "hour": "hour",
    "hr": "hour",
    "h": "hour",
    "分钟": "minute",
    "minute": "minute",
    "min": "minute",
    "天": "day",
    "日": "day",
    "day": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "week": "week",
    "月": "month",
    "month": "month",
    "年": "year",
}
SHOWN = {
    "minute": "分钟",
    "hour": "小时",
    "day": "天",
    "workday": "个工作日",
    "calendar_day": "个自然日",
    "week": "周",
    "month": "个月",
    "year": "年",
}
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "workday": 1440, "calendar_day": 1440, "week": 10_080, "month": 43_200, "year": 525_600}
"""Of each unit, a working day taken as a day and a month as thirty."""
_HALF = {"hour": (30, "minute"), "day": (12, "hour"), "month": (15, "day"), "year": (6, "month")}
_ON_THE_DAY = frozenset(("当天", "当日", "同日"))
RATE = re.compile(
    r"(?<![\d.])(?P<figure>\d{1,3}(?:\.\d{1,2})?)(?:(?P<sign>[%‰])|个点)"
    r"|(?P<of>[百千])分之(?P<characters>\d{1,3}(?:\.\d{1,2})?|[零一二两三四五六七八九十百点]{1,6})|(?<![零一二三四五六七八九十])(?P<tenths>[一二两三四五六七八九])成(?!交|功|为|员|本|立|年|品|人|长|就|效)"
)
YUAN = re.compile(r"(?<![\d.])¥?(?P<figure>\d{1,6}(?:\.\d{1,2})?)(?:元|块(?:钱)?|rmb)|¥(?P<bare>\d{1,6}(?:\.\d{1,2})?)(?!\d)")
_LIST = re.compile(
    r"\d{1,2}[、。]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[条款章节]|，[\d一二三四五六七八九十]{1,2}，|-(?!\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Number:
    """A time or a fee. ``unit`` is that of ``least`` and ``most``: minute, hour, day, workday, calendar_day, week, month or year; ``least`` is there where
    a range was said. A fee has either ``percent``, as a decimal number, or ``fen``; with neither its rate is not told. ``of``: what it is taken of, in the
    text's words. ``shown``: the number as a sentence says it.
    """

    kind: str
    label: str
    spans: tuple[Span, ...]
    words: str
    shown: str
    least: int | None = None
    most: int | None = None
    unit: str = ""
    percent: str = ""
    fen: int | None = None
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contact:
    """A way of contact that is named, with its places and how it is first written."""

    kind: str
    label: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A policy as it is matched: ``ends`` are the places behind its sentences, in order, the last one included; ``marks`` those of its stops."""

    passage: Passage
    ends: tuple[int, ...]

    def sentence(self, place: int) -> Span:
        """From where to where the sentence goes in which a place lies. An item of a list is one by itself."""
        found = bisect_right(self.ends, place)
        end = self.ends[found] if found < len(self.ends) else len(self.passage.plain)
        return (self.ends[found - 1] if found else 0), end

    def around(self, start: int, end: int, before: int = BEFORE, behind: int = BEHIND) -> tuple[str, str]:
        """What stands before and behind a stretch within its sentence, so far as it is looked at."""
        first, _ = self.sentence(start)
        _, last = self.sentence(max(start, end - 1))
        plain = self.passage.plain
        return plain[max(first, start - before) : start], plain[end : min(last, end + behind)]


@dataclass(frozen=True, slots=True, eq=False)
class Length:
    """A length of time in the plain text."""

    start: int
    end: int
    least: int | None
    most: int
    unit: str

    @property
    def minutes(self) -> int:
        """The longest that is said; what must be done on the day itself may be minutes."""
        return self.most * MINUTES[self.unit]


def read_page(passage: Passage) -> Page:
    """Where the sentences of a policy end."""
    plain = passage.plain
    ends = {place + 1 for place, char in enumerate(plain) if char in "。?"}
    ends |= {place for place in passage.breaks if _LIST.match(plain, place)}
    ends |= _ends_of_lines(passage)
    return Page(passage, (*sorted(end for end in ends if 0 < end < len(plain)), len(plain)))


def _ends_of_lines(passage: Passage) -> set[int]:
    """Where a line ends before it is full, which is where a paragraph or an item ends. A picture of a page breaks its lines where they are full, and a
    name of what follows stands on a line of its own.
    """
    given, at = passage.given, passage.at
    lines = [0, *(place for place in passage.breaks if place and "\n" in given[at[place - 1] : at[place]]), len(passage.plain)]
    if len(lines) <= FEW_LINES:
        return set()
    full = max(end - start for start, end in pairwise(lines)) - RAGGED
    return {end for start, end in pairwise(lines) if NAME_OF_LINE < end - start < full and passage.plain[end - 1] not in "，："}


def expanded(row: str, terms: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of a row in which ``<name>`` stands for one of the terms, and a term may name others.

    :raises ValueError: as :func:`checker.read.phrases.pattern`.
    """
    while True:
        row, replaced = _TERM.subn(lambda name: terms[name[1]], row)
        if not replaced:
            return pattern(row)


@cache
def _words() -> dict[str, Any]:
    """The table, with its rows made into patterns."""
    raw = table("policy_numbers", "checker.read")
    terms = raw["terms"]
    kinds = {id: (raw[id]["label"], _patterns(raw[id]["said"], terms)) for id in raw["order"]}
    fee = {name: row if name == "label" else pattern(row) for name, row in raw["fee"].items()}
    contacts = [(id, row["label"], _patterns(row["said"], terms)) for id, row in raw["contacts"].items()]
    instant = (_patterns(raw["instant"]["said"], terms), _patterns(raw["instant"]["never"], terms))
    return {"kinds": kinds, "never": _patterns(raw["never"]["said"], terms), "fee": fee, "contacts": contacts, "instant": instant}


def _patterns(rows: list[str], terms: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(expanded(row, terms) for row in rows)


def lengths(page: Page, start: int = 0, end: int | None = None) -> Iterator[Length]:
    """Every length of time between two places of the plain text. A date and an hour of the day are none."""
    plain = page.passage.plain
    for match in TIME.finditer(plain, start, len(plain) if end is None else end):
        try:
            found = _length(match, page.passage)
        except ValueError:
            continue
        if found.most:
            yield found


def _length(match: re.Match[str], passage: Passage) -> Length:
    """:raises ValueError: it is no length of time."""
    start, end = match.span()
    if match["day"]:
        return Length(start, end, None, 1, "calendar_day" if match["day"] in _ON_THE_DAY else "day")
    if match["plus"]:
        return Length(start, end, None, int(match["plus"]), "workday")
    if match["mark"] == "，" and passage.given[passage.at[match.start("mark")]] not in "~～—―":
        # A comma parts two numbers; a dash, which is matched as one, joins them.
        start = match.start("high")
        low, high = None, match["high"]
    else:
        low, high = match["low"], match["high"] or match["n"]
    unit = UNITS[match["unit"].replace(" ", "").removeprefix("个").rstrip("s")]
    if high == "半":
        most, unit = _HALF.get(unit, (0, unit))
        return Length(start, end, None, most, unit)
    least, most = (numeral(low), numeral(high)) if low else (None, int(count(high)[1]))
    if not low and int(count(high)[0]) != most:
        least = int(count(high)[0])
    if unit == "year" and most >= 100:
        raise ValueError(match[0])
    return Length(start, end, least, most, unit)


def times(page: Page) -> Iterator[Number]:
    """The lengths of time of which the words around them say what they are."""
    words = _words()
    for length in lengths(page):
        before, behind = page.around(length.start, length.end)
        around = f"{before}#{behind}"
        if any(each.search(around) for each in words["never"]):
            continue
        for kind, (label, said) in words["kinds"].items():
            if any(_of_the_number(each, around, len(before)) for each in said):
                yield _time(kind, label, length, page.passage)
                break


def _of_the_number(each: re.Pattern[str], around: str, place: int) -> bool:
    """Whether a row fits; a `#` of the text itself is not the number."""
    return any(match.start() <= place < match.end() for match in each.finditer(around))


def _time(kind: str, label: str, length: Length, passage: Passage) -> Number:
    unit = SHOWN[length.unit]
    is_the_day = passage.plain[length.start : length.end] in _ON_THE_DAY
    figures = f"{length.least} 至 {length.most}" if length.least is not None else f"{length.most}"
    return Number(
        kind=kind,
        label=label,
        spans=(passage.span(length.start, length.end),),
        words=passage.words(length.start, length.end),
        shown="当天" if is_the_day else f"{figures} {unit}",
        least=length.least,
        most=length.most,
        unit=length.unit,
    )


def fees(page: Page) -> Iterator[Number]:
    """What is kept back, with its rate or sum, and what is named without one."""
    plain, words, passage = page.passage.plain, _words()["fee"], page.passage
    told: set[Span] = set()
    for match in sorted((*RATE.finditer(plain), *YUAN.finditer(plain)), key=lambda match: match.start()):
        before, behind = page.around(match.start(), match.end(), behind=14)
        behind = re.split(r"[，\d]", behind, maxsplit=1)[0]
        is_rate = match.re is RATE
        near = words["noun"].search(behind) or words["noun"].search(before if is_rate else before[-12:])
        if not (words["taken"].search(before) and (is_rate or near)) and (not near or words["never"].search(before)):
            continue
        of = [each[0] for each in words["of"].finditer(before)]
        percent, fen = (_percent(match), None) if is_rate else ("", _fen(match))
        if not percent and not fen:
            continue
        told.add(page.sentence(match.start()))
        yield _fee(match, passage, percent=percent, fen=fen, of=of[-1] if of else "")
    for match in words["noun"].finditer(plain):
        before, behind = page.around(match.start(), match.end(), 14, 4)
        if page.sentence(match.start()) in told or words["free"].search(before):
            continue
        if words["due"].search(before) or words["due_behind"].search(behind):
            told.add(page.sentence(match.start()))
            around, _ = page.around(*match.span())
            of = [each[0] for each in words["of"].finditer(around)]
            yield _fee(match, passage, percent="", fen=None, of=of[-1] if of else "")


def _fee(match: re.Match[str], passage: Passage, *, percent: str, fen: int | None, of: str) -> Number:
    shown = f"{percent}%" if percent else f"{_plain_number(fen / 100)} 元" if fen else "比例没有写"
    return Number(
        kind="fee",
        label=_words()["fee"]["label"],
        spans=(passage.span(*match.span()),),
        words=passage.words(*match.span()),
        shown=shown,
        percent=percent,
        fen=fen,
        of=of,
    )


def _percent(match: re.Match[str]) -> str:
    """Per cent as a decimal number; empty where the characters are no number."""
    try:
        if match["tenths"]:
            return str(numeral(match["tenths"]) * 10)
        if match["figure"]:
            value = float(match["figure"])
            return _plain_number(value / 10 if match["sign"] == "‰" else value)
        whole, _, rest = match["characters"].partition("点")
        value = float(whole) if whole[0].isdecimal() else float(numeral(whole))
        value += sum(numeral(digit) / 10 ** (place + 1) for place, digit in enumerate(rest))
    except ValueError:
        return ""
    return _plain_number(value / 10 if match["of"] == "千" else value)


def _fen(match: re.Match[str]) -> int:
    return round(float(match["figure"] or match["bare"]) * 100)


def _plain_number(value: float) -> str:
    return f"{round(value, 4):g}" if value < 1_000_000 else f"{value:.0f}"


def says_instant(page: Page) -> tuple[Span, ...]:
    """Where it says that what is bought comes at once."""
    plain = page.passage.plain
    said, never = _words()["instant"]
    return tuple(
        page.passage.span(*match.span())
        for each in said
        for match in each.finditer(plain)
        if not any(no.search(page.around(*match.span())[0]) for no in never)
    )[:MOST_PLACES]


def contacts(page: Page) -> Iterator[Contact]:
    """The ways of contact that are named, each once."""
    passage = page.passage
    for kind, label, said in _words()["contacts"]:
        places = sorted({match.span() for each in said for match in each.finditer(passage.plain)})
        if places:
            spans = tuple(passage.span(*place) for place in places[:MOST_PLACES])
            yield Contact(kind=kind, label=label, spans=spans, words=passage.words(*places[0]))
