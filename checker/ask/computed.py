"""Facts that no single answer gives: computed from dates, the promise and the time that was passed in.

Each is ``None`` wherever the answers leave both outcomes open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from checker.ask.problems import LATE, NOT_DELIVERED
from checker.ask.question import Condition, Equals
from checker.ask.stages import stages_that
from checker.ask.when import When
from checker.law.days import add_years
from checker.law.thresholds import threshold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Computed:
    """One fact. ``questions``: the ids of those that are still to be answered while it is open. ``beside``: what it looks at as well, known
    before any of them is asked. ``of`` computes it from the values that were read, by question id (a time of day by the name that its question
    gives it), and the reader's time. ``articles``: what it rests on, as ids of the statute table.
    """

    name: str
    questions: tuple[str, ...]
    only_if: Mapping[str, Condition] = field(default_factory=dict)
    """For a question, by id, when alone it has a part in the fact."""
    beside: tuple[str, ...] = ()
    of: Callable[[Mapping[str, Any], datetime], Any]
    articles: tuple[str, ...]


def _overdue(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether delivery took, or has been taking, longer than was promised."""
    problem = values.get("problem") or frozenset()
    end: When | None = values.get("arrived_on") if LATE.id in problem and NOT_DELIVERED.id not in problem else _just_now(now)
    start, limit = values.get("paid_on"), _allowed(values)
    if start is None or end is None or limit is None:
        return None
    if end.earliest - start.latest > limit:
        return True
    return False if end.latest - start.earliest <= limit else None


def _due_on(values: Mapping[str, Any], now: datetime) -> date | None:
    """The last day on which delivery may still be in time, as late as the answers leave it."""
    start, limit = values.get("paid_on"), _allowed(values)
    return None if start is None or limit is None else (start.latest + limit).date()


def _allowed(values: Mapping[str, Any]) -> timedelta | None:
    """How long delivery may take: as promised, or as is customary where “at once” or nothing was promised."""
    minutes: int | None
    match values.get("promised"):
        case "instant":
            minutes = threshold("instant_delivery").value
        case "none":
            minutes = threshold("unstated_delivery").value
        case "stated":
            minutes = values.get("promised_time")
        case _:
            minutes = None
    return None if minutes is None else timedelta(minutes=minutes)


def _just_now(now: datetime) -> When:
    at = now.replace(tzinfo=None)
    return When(at, at, "", at)


def _open(acted_on: When | None, start: When | None, natural_days: int, now: datetime) -> bool | None:
    """Whether a period of natural days was still open when the reader acted, or is open now; ``None`` where it was on some of the days."""
    if start is None:
        return None
    acted = acted_on or _just_now(now)
    if (acted.last - start.first).days <= natural_days:
        return True
    return False if (acted.first - start.last).days > natural_days else None


def _seven_days_open(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether the goods can still be given back without reason, or could when it was asked for."""
    return _open(values.get("asked_on"), values.get("paid_on"), threshold("no_reason_return").value, now)


def _ninety_days_open(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether a court can still be asked to revoke for mistake: ninety days from knowing, at most five years from the order.

    The ninety days run from knowing: surely open while payment is no longer ago, surely over once a refund was asked for longer ago, for
    who asks knows.
    """
    asked_on, paid_on, today = values.get("asked_on"), values.get("paid_on"), now.date()
    from_knowing = threshold("mistake_revocation").value
    if paid_on is not None and (today - paid_on.first).days <= from_knowing:
        return True
    if asked_on is not None and (today - asked_on.last).days > from_knowing:
        return False
    return False if paid_on is not None and add_years(paid_on.last, threshold("revocation_longest").value) < today else None


def _stalled(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether a demand was left open for longer than counts as stalling."""
    still_open = _open(None, values.get("asked_on"), threshold("stalling").value, now)
    return None if still_open is None else not still_open


ONCE_ASKED = Equals("stage", tuple(stage.id for stage in stages_that(lambda stage: stage.asked)))

COMPUTED = (
    Computed(
        name="overdue",
        questions=("promised", "promised_time", "paid_on", "arrived_on"),
        only_if={"promised_time": Equals("promised", ("stated",)), "arrived_on": Equals("problem", (LATE.id,))},
        beside=("problem",),
        of=_overdue,
        articles=("dsf-20", "mfd-511"),
    ),
    Computed(
        name="due_on",
        questions=("promised", "promised_time", "paid_on"),
        only_if={"promised_time": Equals("promised", ("stated",))},
        of=_due_on,
        articles=("dsf-20", "mfd-511"),
    ),
    Computed(
        name="seven_days_open",
        questions=("paid_on", "asked_on"),
        only_if={"asked_on": ONCE_ASKED},
        of=_seven_days_open,
        articles=("qrbf-10",),
    ),
    Computed(
        name="ninety_days_open",
        questions=("paid_on", "asked_on"),
        only_if={"asked_on": ONCE_ASKED},
        of=_ninety_days_open,
        articles=("mfd-152",),
    ),
    Computed(name="stalled", questions=("asked_on",), only_if={"asked_on": ONCE_ASKED}, of=_stalled, articles=("qhcf-8", "qhcf-10")),
)
