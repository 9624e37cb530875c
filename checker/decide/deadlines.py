"""Until when, and from when on. Natural days and working days are told apart; each row says who sets it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from checker.ask.facts import Facts
from checker.errors import DataNotCovered
from checker.law.days import (
    add_months,
    add_natural_days,
    add_working_days,
    add_years,
    bounds_of_extension,
    bounds_of_working_days,
)
from checker.law.thresholds import Basis, Threshold, threshold

NEW_MEASURE = date(2026, 4, 15)
"""From this day 12315 complaints follow the new measure: sixty days of mediation instead of forty-five working days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day of a period, or the earliest and latest that it can be when the calendar is not known yet. ``supposed``: it counts
    from something that the reader has not done, so it is no date to enter in a calendar."""

    what: str
    last_day: date | None
    earliest: date | None
    latest: date | None
    certain: bool
    counted: str
    basis: Basis | Literal["own"]
    supposed: bool = False

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
    """The deadline ``row`` after ``start``. The first day is not counted. A reader's own period is not extended over a holiday.

    :raises DataNotCovered: the row is no period of days, months or years.
    """
    counted = f"{start_words}（{start.isoformat()}）的次日起 {row.words}"
    match row.unit:
        case "natural_days":
            last = add_natural_days(start, row.value)
        case "months":
            last = add_months(start, row.value)
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


def theirs(what: str, start: date, row: Threshold, start_words: str) -> Deadline:
    """A period in natural days, months or years that binds the other side or an authority: extended over a holiday, so that nobody is
    told too early that it is over."""
    plain = period(what, start, row, start_words)
    try:
        earliest, latest = bounds_of_extension(plain.last_day)
    except DataNotCovered:
        # Years ahead no calendar is known at all; a reader will not count on that day.
        return plain
    if earliest == latest:
        extended = "，最后一天放假的，顺延到上班那天" if latest > plain.last_day else ""
        return replace(plain, last_day=latest, counted=plain.counted + extended)
    return replace(
        plain, last_day=None, earliest=earliest, latest=latest, certain=False,
        counted=f"{plain.counted}；{latest.year} 年的放假安排还没有收录，只能给出最早和最晚",
    )


def demand_until(today: date) -> date:
    """The day that a letter written today gives the other side."""
    return add_natural_days(today, threshold("demand_period").value)


def delivery(facts: Facts) -> Deadline | None:
    """Until when delivery may still be in time: the seller's own promise, or what stands for one."""
    if facts.due_on is None:
        return None
    row = {"instant": threshold("instant_delivery"), "none": threshold("unstated_delivery")}.get(facts.promised)
    basis = "platform" if row is None else row.basis
    words = "页面承诺的时间" if row is None else f"{row.title}：{row.words}"
    return Deadline(
        what="到这天还没有到账，就算晚了", last_day=facts.due_on, earliest=None, latest=None, certain=True, counted=f"从付款算起，{words}", basis=basis,
    )


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


def complaint_decision(facts: Facts, today: date) -> Deadline:
    """When 12315 has to say whether it takes a complaint: the one that was made, or one that it receives today."""
    row = threshold("complaint_decision")
    if facts.complained_on is not None:
        return period("12315 最晚这天答复是否受理", facts.complained_on, row, "市场监管部门收到投诉")
    return replace(period("今天向 12315 投诉的话，最晚这天答复是否受理", today, row, "市场监管部门收到投诉"), supposed=True)


def mediation(facts: Facts) -> Deadline | None:
    """When mediation by 12315 ends without an agreement. It runs from acceptance, not from the complaint. Which measure governs a
    complaint that was accepted before and was still open on the day of the new one is unsettled: both days are given."""
    if facts.accepted_on is None:
        return None
    what = "12315 调解的最后一天，没谈成就终止"
    new = theirs(what, facts.accepted_on, threshold("mediation"), "受理")
    if facts.accepted_on >= NEW_MEASURE:
        return new
    old = period(what, facts.accepted_on, threshold("mediation_before_2026_04_15"), "受理")
    if old.surely_over_after < NEW_MEASURE:
        return old
    ends = sorted((old.safe, old.surely_over_after, new.safe, new.surely_over_after))
    return Deadline(
        what=what, last_day=None, earliest=ends[0], latest=ends[-1], certain=False,
        counted=f"受理（{facts.accepted_on.isoformat()}）在新办法施行以前，施行时还没有办完。"
        f"旧办法是{threshold('mediation_before_2026_04_15').words}，新办法是{threshold('mediation').words}，适用哪一个没有定论",
        basis="statute",
    )


def complaint_latest(facts: Facts) -> Deadline | None:
    """The last day on which 12315 takes a complaint, counted cautiously from payment."""
    return _from_payment(facts, "向 12315 投诉的最后一天", "complaint_latest")


def limitation(facts: Facts) -> Deadline | None:
    """The last day to sue before the limitation period ends, counted cautiously from payment, as if nothing had interrupted it."""
    return _from_payment(facts, "起诉的诉讼时效，最早在这天届满", "limitation")


def revocation(facts: Facts) -> Deadline | None:
    """The last day to ask a court to revoke for material mistake, counted cautiously from payment."""
    return _from_payment(facts, "请求法院撤销（重大误解）的最后一天", "mistake_revocation")


def no_reason_return(facts: Facts) -> Deadline | None:
    """The last day to give notice of a return without reason."""
    if facts.paid_on is None:
        return None
    return period("发出无理由退货通知的最后一天", facts.paid_on, threshold("no_reason_return"), "收到（按付款当天算）")


def fraud_revocation(facts: Facts) -> Deadline | None:
    """The last day to ask a court to revoke for deceit, counted cautiously from payment."""
    return _from_payment(facts, "请求法院撤销（欺诈）的最后一天", "fraud_revocation")


def termination(facts: Facts) -> Deadline | None:
    """The last day to terminate where nothing was agreed and nobody demanded an answer, counted cautiously from payment."""
    return _from_payment(facts, "通知解除合同的最后一天", "termination")


def prepaid_return(facts: Facts) -> Deadline | None:
    """The last day to ask for the principal of a prepayment back."""
    return _from_payment(facts, "请求退还预付款本金的最后一天", "prepaid_return")


def quality_return(facts: Facts) -> Deadline | None:
    """Until when goods of poor quality can be returned without more; counted from arrival, or cautiously from payment."""
    start = facts.arrived_on or facts.paid_on
    if start is None:
        return None
    words = "收到" if facts.arrived_on else "收到（按付款当天算）"
    return period("质量不符，可以直接要求退货的最后一天，过后看解除的条件", start, threshold("quality_return"), words)


def latest_notice(facts: Facts) -> Deadline | None:
    """The last day to tell the seller of a defect where no period was agreed."""
    return _from_payment(facts, "没有约定反馈期的，最晚这天要通知对方", "inspection_longest")


def stalling(facts: Facts) -> Deadline | None:
    """From when on, without a good reason, a refusal to refund counts as stalling for the authority."""
    if facts.asked_on is None:
        return None
    return theirs("过了这天还没有正当理由不退，视为故意拖延", facts.asked_on, threshold("stalling"), "提出退款")


def wechat_window(facts: Facts) -> Deadline | None:
    """Until when WeChat Pay can send money back the way it came."""
    if facts.channel != "wechat":
        return None
    return _from_payment(facts, "微信支付能原路退回的最后一天", "wechat_refund_window")


def filing_decision(today: date) -> Deadline:
    """When a court has to say whether it takes a claim that is filed today."""
    return replace(theirs("今天递交起诉状的话，最晚这天决定是否立案", today, threshold("filing_decision"), "法院收到起诉状"), supposed=True)


def _from_payment(facts: Facts, what: str, row: str) -> Deadline | None:
    return None if facts.paid_on is None else period(what, facts.paid_on, threshold(row), "付款当天")
