"""Which day and which time of day a message of a chat record is from: heads say one, the other, both or neither."""

import re
from datetime import date

from checker.ask.read import EARLIEST_DATE, Unreadable, clock

BACKWARDS = 60
"""Minutes. A clock that goes back further within a day is that of another day."""


class Days:
    """Which day a time of day belongs to. ``under``: the time of the last divider, empty where none holds any more."""

    def __init__(self) -> None:
        self.under = self._day = self._time = ""
        self._of_that_time_only = False

    def head(self, match: re.Match[str]) -> str:
        """The time at the head of a message; where the head has none, that of the divider above."""
        told = match.groupdict()
        if told.get("date") or told.get("time"):
            self.under = ""
            return self._seen(told.get("date"), told.get("time"))
        return self.under

    def divide(self, match: re.Match[str]) -> None:
        """A divider: its time is that of what stands below."""
        told = match.groupdict()
        self.under = self._seen(told.get("date"), told.get("time"))

    def _seen(self, day: str | None, at: str | None) -> str:
        said = time_of(at or "")
        if day is not None:
            self._day = day_of(day)
            # A program that writes 昨天 20:15 writes of today the time alone.
            self._of_that_time_only = bool(at) and not self._day[:1].isdigit()
        elif self._of_that_time_only or (said and self._time and _minutes(self._time) - _minutes(said) > BACKWARDS):
            self._day = ""
        self._time = said
        return f"{self._day} {said}".strip() if self._day else ""


def _minutes(at: str) -> int:
    return int(at[:2]) * 60 + int(at[3:])


def day_of(said: str) -> str:
    """A day as it is said in a head; empty for one that there is not. A 29th of February of no year is none that can be told."""
    figures = [int(each) for each in re.findall("[0-9]{1,4}", said)]
    try:
        if len(figures) == 3:
            day = date(figures[0], figures[1], figures[2])
            return day.isoformat() if day >= EARLIEST_DATE else ""
        return f"{figures[0]}月{date(2001, figures[0], figures[1]).day}日" if figures else said
    except ValueError:
        return ""


def time_of(said: str) -> str:
    """A time of day as 14:05, however it was said; empty for one that no clock shows."""
    figures = re.search("([0-9]{1,2}):([0-9]{2})", said)
    if not figures:
        return ""
    hour, half = int(figures[1]), said[-2:].lower()
    if half in ("am", "pm"):
        hour = hour % 12 + 12 * (half == "pm")
    elif figures.start():
        try:
            return clock(said).strftime("%H:%M")
        except Unreadable:
            return ""
    return f"{hour:02}:{figures[2]}" if hour < 24 else ""
