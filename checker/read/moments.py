"""Times in running text, and what was done then: only words of the same clause say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from checker.ask.lengths import A_WHILE, LATELY
from checker.ask.read import PARTS, Unreadable
from checker.ask.times import ALSO_CALLED, DAYS_AGO, FESTIVALS, read_when
from checker.ask.when import When
from checker.law.table import table
from checker.read.phrases import pattern
from checker.read.scope import Scope


def _one_of(words: object) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_YEAR = r"(?:\d{4}[年./-]|今年|去年|前年)?(?:的)?"
_SMALL = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})"
_PART = rf"(?:{_one_of(PARTS)})?(?:{_SMALL}(?:点(?:半|\d{{1,2}}分?)?|:\d{{2}}))?"
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|几|好几|十几|半|个把)"
MOMENT = re.compile(
    rf"(?<![\d.])(?:{_YEAR}{_SMALL}月(?:十|10?|二十|20?|廿)[几多来][号日]|{_YEAR}{_SMALL}月{_SMALL}[号日]?{_PART}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|(?:{_one_of(DAYS_AGO)}){_PART}|(?:上个月|上月|这个月|本月){_SMALL}[号日]{_PART}"
    rf"|(?:上上个?|上个?|这个?|本)(?:周|星期|礼拜)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六日天])"
    rf"|(?<!月){_SMALL}号(?!楼|线|店|机|主|商|码|院|门|被){_PART}|{_YEAR}{_SMALL}月(?:份)?(?:初|上旬|中旬|下旬|底|末)?(?!卡|费|付|租|套|的会员)|(?:上上个?|上个?|这个?|本)月(?:初|中旬|上旬|下旬|底|末)?"
    rf"|(?:大概|大约|差不多|快|将近)?{_COUNT}(?:多|来)?个?(?:多|半)?(?:分钟|小时|钟头|天|周|星期|礼拜|月|年)(?:多)?(?:以前|之前|前(?!后|面|台))"
    rf"|(?:今年|去年|前年)(?:的)?(?:{_one_of((*FESTIVALS, *ALSO_CALLED))}|年初|年底|年中|上半年|下半年|夏天|春天|秋天|暑假|寒假)?|(?<![第一])(?:{_one_of(each for each in (*FESTIVALS, *ALSO_CALLED) if each not in ('十一',))})"
    rf"|{_one_of(each for each in (*LATELY, *A_WHILE) if each != '刚')})(?:左右|前后|那天|那会儿?|当天|当晚)?"
)
"""What may be a time; whether it is one, the reader of times says."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moment:
    """A time as it stands in the plain text, and how it would be typed into the form."""

    start: int
    end: int
    when: When
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeWords:
    """The words that make a time the answer to a question."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    never: re.Pattern[str]


@cache
def time_words(question: str) -> TimeWords:
    """The table of a question about a time."""
    raw = table(question, "checker.ask.said")
    return TimeWords(behind=pattern(raw["behind"]), before=pattern(raw["before"]), never=pattern(raw["never"]))


def moments(scope: Scope, now: datetime) -> Iterator[Moment]:
    """Every time of the text that can be read and is not still to come, in its order."""
    plain = scope.passage.plain
    for match in MOMENT.finditer(plain):
        if match[0] in ("今年", "去年", "前年"):
            continue
        typed = re.sub(r"(?:那天|那会儿?)$", "", match[0])
        try:
            when = read_when(typed, now)
        except Unreadable:
            continue
        if when is not None:
            yield Moment(start=match.start(), end=match.start() + len(typed), when=when, typed=typed)


def answers(question: str, scope: Scope, now: datetime) -> list[Moment]:
    """The times that may answer a question."""
    words, plain = time_words(question), scope.passage.plain
    every = list(moments(scope, now))
    found = []
    for place, moment in enumerate(every):
        following = every[place + 1].start if place + 1 < len(every) else len(plain)
        behind = plain[moment.end : min(moment.end + 24, following)]
        before = plain[max(scope.clause_of(moment.start), moment.start - 10) : moment.start]
        follows = words.behind.match(behind)
        precedes = words.before.search(before) and not words.never.search(before) and _ends_there(moment.end, scope)
        if (
            scope.is_theirs(moment.start, moment.end)
            or scope.is_supposed(moment.start, moment.end)
            or scope.is_asked(moment.start, moment.end)
        ):
            continue
        if precedes or (follows and not words.never.search(follows[0])):
            found.append(moment)
    return found


def _ends_there(end: int, scope: Scope) -> bool:
    """Whether nothing follows that the time could belong to as well."""
    plain = scope.passage.plain
    return end == len(plain) or plain[end] in "。?，" or end in scope.passage.breaks


def only_one(found: list[Moment]) -> list[Moment]:
    """The times, where all of them are one; nothing where they differ."""
    return found if len({(each.when.earliest, each.when.latest) for each in found}) == 1 else []
