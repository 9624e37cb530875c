"""How long somebody says that something takes: 7 天, 15 个工作日, 48 小时, 三到五个工作日."""

import re
from dataclasses import dataclass
from typing import Literal

from checker.ask.numerals import NUMERAL, count
from checker.ask.read import Unreadable, plain

MAX_DAYS = 365


@dataclass(frozen=True, slots=True)
class Period:
    """Natural days or working days: ``most`` is the longest that was said, ``least`` the shortest of a range. Hours are rounded to days away from
    each other: who has to act in time goes by ``least``, who waits by ``most``.
    """

    most: int
    unit: Literal["natural_days", "working_days"]
    least: int

    @property
    def words(self) -> str:
        """As a sentence says it: 7 至 15 个工作日."""
        figures = f"{self.least} 至 {self.most}" if self.least != self.most else f"{self.most}"
        return f"{figures} {'个工作日' if self.unit == 'working_days' else '日'}"

    def __str__(self) -> str:
        return self.words


_SAID = re.compile(
    rf"(?:大概|大约|约|最长|最晚|不超过)?(?P<n>(?:{NUMERAL}个?(?:工作日|天|日|周|星期|个月|月|小时)?(?:到|至|-|~))?{NUMERAL})"
    r"个?(?P<unit>工作日|工作天|天|日|周|星期|礼拜|月|小时|钟头)?(?:内|以内|之内|左右|到账)*"
)
_UNIT = re.compile(r"个?(?:工作日|天|日|周|星期|个月|月|小时)")
_DAYS = {"周": 7, "星期": 7, "礼拜": 7, "月": 30}


def read_period(typed: str) -> Period:
    """What was typed.

    :raises Unreadable: it is no length of time, or longer than a year.
    """
    match = _SAID.fullmatch(plain(typed))
    if not match:
        raise Unreadable("not-a-period")
    unit = match["unit"] or "天"
    if match["n"] == "半" and unit == "月":
        return Period(15, "natural_days", 15)
    try:
        low, high = count(_UNIT.sub("", match["n"]))
    except ValueError:
        raise Unreadable("not-a-period") from None
    hours = unit in ("小时", "钟头")
    least = int(low) // 24 if hours else int(low * _DAYS.get(unit, 1))
    most = -(-int(high) // 24) if hours else int(high * _DAYS.get(unit, 1))
    if not 0 < most <= MAX_DAYS:
        raise Unreadable("out-of-range", "要大于 0，在一年以内")
    return Period(most, "working_days" if unit.startswith("工作") else "natural_days", least)
