"""Until when, and from when on. Natural days and working days are told apart; each row says who sets it."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.errors import DataNotCovered
from checker.law.days import add_natural_days, add_working_days, add_years, bounds_of_working_days
from checker.law.thresholds import Basis, Threshold, threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day of a period, or the earliest and latest that it can be when the calendar is not known yet."""

    what: str
    last_day: date | None
    earliest: date | None
    latest: date | None
    certain: bool
    counted: str
    basis: Basis

    @property
    def safe(self) -> date:
        """The day to act by, whichever way the open question turns out."""
        return self.last_day or self.earliest

    @property
    def surely_over_after(self) -> date:
        """The day after whose end the period is over in any case."""
        return self.last_day or self.latest

    @property
    def words(self) -> str:
        if self.last_day:
            return self.last_day.isoformat()
        return f"{self.earliest.isoformat()} 至 {self.latest.isoformat()}"


def period(what: str, start: date, row: Threshold, start_words: str) -> Deadline:
    """The deadline ``row`` after ``start``. The first day is not counted."""
    counted = f"{start_words}（{start.isoformat()}）的次日起 {row.words}"
    match row.unit:
        case "natural_days":
            last = add_natural_days(start, row.value)
        case "years":
            last = add_years(start, row.value)
        case "working_days":
            try:
                last = add_working_days(start, row.value)
            except DataNotCovered as gap:
                earliest, latest = bounds_of_working_days(start, row.value)
                return Deadline(
                    what=what, last_day=None, earliest=earliest, latest=latest, certain=False,
                    counted=f"{counted}；{gap}，只能给出最早和最晚", basis=row.basis,
                )
        case _:
            raise DataNotCovered(f"threshold {row.id} is no period of days")
    return Deadline(what=what, last_day=last, earliest=None, latest=None, certain=True, counted=counted, basis=row.basis)


def demand_until(today: date) -> date:
    """The day that a letter written today gives the other side."""
    return add_natural_days(today, threshold("demand_period").value)


def review(facts: Facts) -> Deadline | None:
    """When the platform's customary review of a request that was made ends."""
    if facts.asked_on is None:
        return None
    return period("平台一般会在这天以前答复", facts.asked_on, threshold("platform_review"), "提出退款")


def refund_arrival(facts: Facts) -> Deadline | None:
    """When an agreed refund customarily arrives."""
    if facts.agreed_on is None:
        return None
    return period("退款一般会在这天以前到账", facts.agreed_on, threshold("refund_arrival"), "对方答应退款")


def appeal(facts: Facts) -> Deadline | None:
    """Until when the platform takes an appeal: its own term where the reader gave it, otherwise the customary range."""
    if facts.refused_on is None or facts.stage != "refused":
        return None
    if facts.appeal_days is not None:
        return Deadline(
            what="平台申诉的最后一天", last_day=add_natural_days(facts.refused_on, facts.appeal_days), earliest=None, latest=None,
            certain=True, counted=f"被拒绝（{facts.refused_on.isoformat()}）的次日起 {facts.appeal_days} 日（自然日），平台写的",
            basis="platform",
        )
    shortest, longest = threshold("appeal_window_shortest"), threshold("appeal_window_longest")
    return Deadline(
        what="平台申诉的最后一天，要看平台怎么写", last_day=None,
        earliest=add_natural_days(facts.refused_on, shortest.value), latest=add_natural_days(facts.refused_on, longest.value),
        certain=False, counted=f"被拒绝（{facts.refused_on.isoformat()}）的次日起 {shortest.value} 至 {longest.value} 日（自然日），平台没写的话",
        basis="practice",
    )


def complaint_decision(today: date) -> Deadline:
    """When 12315 has to say whether it takes a complaint that it receives today."""
    return period("今天向 12315 投诉的话，最晚这天答复是否受理", today, threshold("complaint_decision"), "市场监管部门收到投诉")


def complaint_latest(facts: Facts) -> Deadline | None:
    """The last day on which 12315 takes a complaint, counted cautiously from payment."""
    if facts.paid_on is None:
        return None
    return period("向 12315 投诉的最后一天", facts.paid_on, threshold("complaint_latest"), "付款当天")


def limitation(facts: Facts) -> Deadline | None:
    """The last day to sue before the limitation period ends, counted cautiously from payment, as if nothing had interrupted it."""
    if facts.paid_on is None:
        return None
    return period("起诉的诉讼时效，最早在这天届满", facts.paid_on, threshold("limitation"), "付款当天")


def revocation(facts: Facts) -> Deadline | None:
    """The last day to ask a court to revoke for material mistake, counted cautiously from payment."""
    if facts.paid_on is None:
        return None
    return period("请求法院撤销（重大误解）的最后一天", facts.paid_on, threshold("mistake_revocation"), "付款当天")


def no_reason_return(facts: Facts) -> Deadline | None:
    """The last day to give notice of a return without reason."""
    if facts.paid_on is None:
        return None
    return period("发出无理由退货通知的最后一天", facts.paid_on, threshold("no_reason_return"), "收到（按付款当天算）")
