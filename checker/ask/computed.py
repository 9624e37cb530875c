"""Facts that no single answer gives: computed from dates, the promise and the time that was passed in.

Each is ``None`` wherever the answers leave both outcomes open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from checker.ask.goods import goods_of
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
    one_of: tuple[str, ...] = ()
    """What it can be besides unknown, where it is one of several."""
    articles: tuple[str, ...]


def _overdue(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether delivery took, or has been taking, longer than was promised. Where nothing was promised, or nobody remembers what was, what is
    customary for such goods decides when it was too long, and nothing when it was not: that is no promise.
    """
    problem = values.get("problem") or frozenset()
    end: When | None = values.get("arrived_on") if LATE.id in problem and NOT_DELIVERED.id not in problem else _just_now(now)
    start, limit = values.get("paid_on"), _promised(values)
    if start is None or end is None:
        return None
    if limit is None:
        customary = _customary(values)
        return True if customary is not None and end.earliest - start.latest > customary else None
    if end.earliest - start.latest > limit:
        return True
    return False if end.latest - start.earliest <= limit else None


def _may_be_demanded(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether delivery can be demanded today: not while a promised time still runs; at any time where none was promised or none is remembered
    (民法典 511 (4)), for a later one is for the seller to show.
    """
    start, limit = values.get("paid_on"), _promised(values)
    match values.get("promised", ""):
        case "":
            return None
        case "stated" if limit is None:
            return True if "promised_time" in values else None
        case "instant" | "stated" if limit is not None:
            if start is None:
                # Who waits and does not know since when has waited longer than “at once”.
                return True if "paid_on" in values and values["promised"] == "instant" else None
            least, most = _just_now(now).earliest - start.latest, _just_now(now).latest - start.earliest
            return True if least > limit else False if most <= limit else None
    return True


def _due_on(values: Mapping[str, Any], now: datetime) -> date | None:
    """The last day on which delivery may still be in time, as late as the answers leave it."""
    start, limit = values.get("paid_on"), _promised(values)
    return None if start is None or limit is None else (start.latest + limit).date()


def _promised(values: Mapping[str, Any]) -> timedelta | None:
    """How long delivery may take by what was promised, as is customary where “at once” was."""
    minutes: int | None = values.get("promised_time") if values.get("promised") == "stated" else None
    if values.get("promised") == "instant":
        minutes = threshold("instant_delivery").value
    return None if minutes is None else timedelta(minutes=minutes)


def _customary(values: Mapping[str, Any]) -> timedelta | None:
    """How long such goods customarily take at most, once the promise was asked for and is none, or not remembered."""
    if "promised" not in values:
        return None
    return timedelta(minutes=threshold(goods_of(values.get("goods")).delivered_within).value)


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


def _seller_kind(values: Mapping[str, Any], now: datetime) -> str | None:
    """What kind of seller it is; of a supplier of goods to sell on that is not asked."""
    told: str | None = values.get("seller_kind")
    return told if told in SELLERS else None


def _purpose(values: Mapping[str, Any], now: datetime) -> str | None:
    """Whether it was bought for oneself or to sell on: the heading under which the seller was chosen."""
    told = values.get("seller_kind")
    return None if told is None else "resale" if told == "supplier" else "self"


def _order_gone(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether nobody is left behind the order and nothing was ever done for it, as where the seller was a swindler; who does not know whether
    the order still stands is taken to be without it, once asked.
    """
    stands = values.get("order_stands", "")
    if stands in ("", "yes"):
        return None if stands == "" else False
    begun = _had_begun(values)
    return None if begun is None else not begun


def _had_begun(values: Mapping[str, Any]) -> bool | None:
    """Whether the other side had done or given a part before it went: that is a business that broke off. Who was asked and does not know leaves
    it open.
    """
    if any(values.get(id) in some for id, some in BEGUN.items()):
        return True
    return None if any(values.get(id, "") is None for id in BEGUN) else False


BEGUN = {
    "not_done_how": ("stopped", "more_money", "badly"),
    "balance_trouble": ("closing", "not_provided"),
    "stopped_cause": ("shut", "closing", "term", "device", "upgrade", "feature"),
}


def _stalled(values: Mapping[str, Any], now: datetime) -> bool | None:
    """Whether a demand was left open for longer than counts as stalling."""
    still_open = _open(None, values.get("asked_on"), threshold("stalling").value, now)
    return None if still_open is None else not still_open


ONCE_ASKED = Equals("stage", tuple(stage.id for stage in stages_that(lambda stage: stage.asked)))

SELLERS = ("self_run", "shop", "individual", "private_trader", "livestream", "overseas")

COMPUTED = (
    Computed(name="seller_kind", questions=("seller_kind",), of=_seller_kind, one_of=SELLERS, articles=("dsf-37",)),
    Computed(name="purpose", questions=("seller_kind",), of=_purpose, one_of=("self", "resale"), articles=("xfz-2",)),
    Computed(
        name="overdue",
        questions=("promised", "promised_time", "paid_on", "arrived_on"),
        only_if={"promised_time": Equals("promised", ("stated",)), "arrived_on": Equals("problem", (LATE.id,))},
        beside=("problem", "goods"),
        of=_overdue,
        articles=("dsf-20", "mfd-511"),
    ),
    Computed(
        name="may_be_demanded",
        questions=("promised", "promised_time", "paid_on"),
        only_if={"promised_time": Equals("promised", ("stated",))},
        of=_may_be_demanded,
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
    Computed(name="order_gone", questions=("order_stands",), beside=tuple(BEGUN), of=_order_gone, articles=("dsf-38",)),
    Computed(name="stalled", questions=("asked_on",), only_if={"asked_on": ONCE_ASKED}, of=_stalled, articles=("qhcf-8", "qhcf-10")),
)
