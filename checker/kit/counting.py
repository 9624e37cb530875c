"""How a period is counted: natural days or working days, the reader's own or the other side's, and what is said where a year's
holidays are not known.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from checker.ask.periods import Period
from checker.ask.when import When
from checker.errors import DataNotCovered, RuleError
from checker.law.days import (
    ONE_DAY,
    add_months,
    add_natural_days,
    add_weekdays,
    add_working_days,
    add_years,
    bounds_of_extension,
    bounds_of_working_days,
    covers,
    gap_words,
    open_year,
)
from checker.law.thresholds import Basis, Threshold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Deadline:
    """The last day of a period, or the earliest and latest that it can be when the calendar is not known yet. In a year that the
    holiday table does not have at all there is one day that is not ``certain``: the reader's own as early as it can be, the other
    side's as late. ``supposed``: it counts from something that the reader has not done, so it is no date to enter in a calendar.
    """

    what: str
    last_day: date | None
    earliest: date | None
    latest: date | None
    certain: bool
    counted: str
    basis: Basis | Literal["own"]
    supposed: bool = False
    by_weekdays: date | None = field(default=None, metadata={"inner": True})
    """Working days in a year that the table does not have: their end if nothing but weekends were free. It is not sent to the page."""

    @property
    def safe(self) -> date:
        """The day to act by, whichever way the open question turns out."""
        return self.last_day or self._ends[0]

    @property
    def surely_over_after(self) -> date:
        """The day after whose end the period is over in any case."""
        return self.last_day or self._ends[1]

    @property
    def go_on_after(self) -> date:
        """The day after which not to wait for what is mere custom. Where nothing is known of a year's holidays, weekdays alone decide: who
        waits for the longest rest loses time in every other week, and asking costs nothing.
        """
        return self.by_weekdays or self.surely_over_after

    @property
    def words(self) -> str:
        """The day in ISO form, said to be about that day where it is not certain, or from which day to which it can be."""
        if self.last_day:
            return self.last_day.isoformat() if self.certain else f"大约 {self.last_day.isoformat()}"
        return f"{self.safe.isoformat()} 至 {self.surely_over_after.isoformat()}"

    @property
    def _ends(self) -> tuple[date, date]:
        if self.earliest is None or self.latest is None:
            raise RuleError(f"neither a last day nor two ends: {self.what}")
        return self.earliest, self.latest


Counter = Callable[[str, date, Threshold, str], Deadline]


def period(what: str, start: When, row: Threshold, start_words: str) -> Deadline:
    """The reader's own deadline ``row`` after ``start``. The first day is not counted, and nothing is extended over a holiday.

    :raises DataNotCovered: the row is no period of days, months or years.
    """
    return _from_either_end(_ours, what, start, row, start_words)


def theirs(what: str, start: When, row: Threshold, start_words: str) -> Deadline:
    """A period that binds the other side or an authority: extended over a holiday, so that nobody is told too early that it is over.

    :raises DataNotCovered: the row is no period of days, months or years.
    """
    return _from_either_end(_theirs, what, start, row, start_words)


def said(by_them: Period, days: int) -> Threshold:
    """What the other side or the platform itself said, as a period of so many days to count."""
    return Threshold(id="said", value=days, unit=by_them.unit, basis="platform", title="", source="", article=None)


def _from_either_end(count: Counter, what: str, start: When, row: Threshold, start_words: str) -> Deadline:
    """Counted from a day, or where more days are possible from the first and the last of them."""
    counted = f"{start_words}（{start.iso}）的次日起 {row.words}"
    first = count(what, start.first, row, counted)
    if start.day:
        return first
    last = count(what, start.last, row, counted)
    return Deadline(
        what=what,
        last_day=None,
        earliest=first.safe,
        latest=last.surely_over_after,
        certain=False,
        counted=last.counted,
        basis=row.basis,
        by_weekdays=last.by_weekdays,
    )


def _ours(what: str, start: date, row: Threshold, counted: str) -> Deadline:
    if row.unit != "working_days":
        last = _plain_end(start, row)
        return Deadline(what=what, last_day=last, earliest=None, latest=None, certain=True, counted=counted, basis=row.basis)
    bounds = _end_in_working_days(start, row.value)
    return _within(what, start + ONE_DAY, bounds, bounds[0], counted, row)


def _theirs(what: str, start: date, row: Threshold, counted: str) -> Deadline:
    if row.unit == "working_days":
        bounds = _end_in_working_days(start, row.value)
        return _within(what, start + ONE_DAY, bounds, bounds[1], counted, row, add_weekdays(start, row.value))
    plain = _plain_end(start, row)
    bounds = bounds_of_extension(plain)
    if bounds[0] == bounds[1] > plain:
        counted += "，最后一天放假的，顺延到上班那天"
    return _within(what, plain, bounds, bounds[1], counted, row)


def _plain_end(start: date, row: Threshold) -> date:
    add = {"natural_days": add_natural_days, "months": add_months, "years": add_years}.get(row.unit)
    if add is None:
        raise DataNotCovered(f"threshold {row.id} is no period of days")
    return add(start, row.value)


def _end_in_working_days(start: date, count: int) -> tuple[date, date]:
    try:
        return (add_working_days(start, count),) * 2
    except DataNotCovered:
        return bounds_of_working_days(start, count)


def _within(
    what: str, begin: date, bounds: tuple[date, date], about: date, counted: str, row: Threshold, by_weekdays: date | None = None
) -> Deadline:
    """A deadline between two bounds. Where the table lacks a year from ``begin`` on, it is ``about`` one of them."""
    earliest, latest = bounds
    if earliest == latest:
        return Deadline(what=what, last_day=latest, earliest=None, latest=None, certain=True, counted=counted, basis=row.basis)
    year = open_year(begin, latest)
    if year is None:
        raise RuleError(f"two ends in years that are known: {what}")
    if covers(date(year, 1, 1)):
        return Deadline(
            what=what,
            last_day=None,
            earliest=earliest,
            latest=latest,
            certain=False,
            counted=f"{counted}；{gap_words(year)}，只能给出最早和最晚",
            basis=row.basis,
        )
    way = "早" if about == earliest else "晚"
    return Deadline(
        what=what,
        last_day=about,
        earliest=None,
        latest=None,
        certain=False,
        by_weekdays=by_weekdays,
        counted=f"{counted}；{gap_words(year)}，按可能的最{way}一天算",
        basis=row.basis,
    )
