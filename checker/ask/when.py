"""A time as somebody knows it: an interval, and the words in which it was said.

What is counted from a time is true where it is true for the whole interval, and open where it is not.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class When:
    """A time known to lie between ``earliest`` and ``latest`` (of the reader's clock, without its offset). ``said``: how a text names it.

    ``waited``: the length as it was said, where a length until then is all that was said; ``said_at``: when that was.
    """

    earliest: datetime
    latest: datetime
    said: str
    said_at: datetime = field(compare=False)
    waited: str = ""

    def __str__(self) -> str:
        return self.iso

    @property
    def first(self) -> date:
        """The first day on which it can have been."""
        return self.earliest.date()

    @property
    def last(self) -> date:
        """The last day on which it can have been."""
        return self.latest.date()

    @property
    def day(self) -> date | None:
        """The day, where there is but one."""
        return self.first if self.first == self.last else None

    @property
    def iso(self) -> str:
        """The day in ISO form, or what was said where it is more than a day."""
        return self.first.isoformat() if self.day else self.said


def days(first: date, last: date, said: str, at: datetime, waited: str = "") -> When:
    """A time on one of the days from ``first`` to ``last``."""
    return When(datetime.combine(first, time.min), datetime.combine(last, time(23, 59)), said, at, waited)


def spaced(words: str) -> str:
    """Words inside a sentence, set off by a space where they begin with a figure."""
    return f" {words}" if words[0].isdigit() else words


def on(day: date) -> When:
    """A day that is known."""
    return days(day, day, chinese_day(day), datetime.combine(day, time(23, 59)))


def chinese_day(day: date) -> str:
    """2026 年 11 月 24 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
