"""How long somebody says that something takes: 7 天, 15 个工作日, 48 小时, 三到五个工作日."""

import re
from dataclasses import dataclass
from typing import Literal

from checker.ask.numerals import NUMERAL, numeral
from checker.ask.read import Unreadable, plain

MAX_DAYS = 365


@dataclass(frozen=True, slots=True)
class Period:
    """A number of natural days or of working days; of a range the longest."""

    value: int
    unit: Literal["natural_days", "working_days"]

    @property
    def words(self) -> str:
        """As a sentence says it: 15 个工作日."""
        return f"{self.value} {'个工作日' if self.unit == 'working_days' else '日'}"

    def __str__(self) -> str:
        return self.words


_SAID = re.compile(
    rf"(?:大概|大约|约|最长|最晚|不超过)?(?:(?P<low>{NUMERAL})个?(?:工作日|天|日|周|星期|个月|月|小时)?(?:到|至|-|~))?"
    rf"(?P<n>{NUMERAL})个?(?P<unit>工作日|工作天|天|日|周|星期|礼拜|月|小时|钟头)?(?:内|以内|之内|左右|到账)*"
)
_DAYS = {"周": 7, "星期": 7, "礼拜": 7, "月": 30}


def read_period(typed: str) -> Period:
    """What was typed.

    :raises Unreadable: it is no length of time, or longer than a year.
    """
    match = _SAID.fullmatch(plain(typed))
    if not match:
        raise Unreadable("not-a-period")
    unit = match["unit"] or "天"
    try:
        # 半 is half a month here, and nothing else that one waits for.
        value = 0.5 if match["n"] == "半" else numeral(match["n"])
    except ValueError:
        raise Unreadable("not-a-period") from None
    if value == 0.5 and unit != "月":
        raise Unreadable("not-a-period")
    count = -(-int(value) // 24) if unit in ("小时", "钟头") else int(value * _DAYS.get(unit, 1))
    if not 0 < count <= MAX_DAYS:
        raise Unreadable("out-of-range", "要大于 0，在一年以内")
    return Period(count, "working_days" if unit.startswith("工作") else "natural_days")
