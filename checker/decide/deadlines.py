"""Until when, and from when on. Natural days and working days are told apart; each row says who sets it.

What runs from the day on which the reader knew of something is counted cautiously from payment: a day to act by, never the last
day that the law gives, and no day at all once it is over.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.ask.facts import Facts
from checker.ask.stages import REFUSED, stage_of
from checker.ask.when import on
from checker.kit.counting import Deadline, period, said, theirs
from checker.kit.deadlines import KNOWING, SAFELY
from checker.law.days import add_natural_days, covers, gap_words, open_year
from checker.law.statutes import laws
from checker.law.thresholds import threshold

NEW_MEASURE = date(2026, 4, 15)
"""From this day 12315 complaints follow the new measure: sixty days of mediation instead of forty-five working days."""
ARRANGEMENT = "放假安排"
"""Stands in ``counted`` wherever the calendar of a year decides and is not known."""


def demand_until(today: date) -> date:
    """The day that a letter written today gives the other side."""
    return add_natural_days(today, threshold("demand_period").value)


def delivery(facts: Facts) -> Deadline | None:
    """Until when delivery may still be in time: the seller's own promise, or what stands for one."""
    if facts.due_on is None:
        return None
    row = threshold("instant_delivery") if facts.promised == "instant" else None
    basis = "platform" if row is None else row.basis
    words = "页面承诺的时间" if row is None else f"{row.title}：{row.words}"
    return Deadline(
        what="到这天还没有到账，就算晚了",
        last_day=facts.due_on,
        earliest=None,
        latest=None,
        certain=True,
        counted=f"从付款算起，{words}",
        basis=basis,
    )


def review(facts: Facts) -> Deadline | None:
    """When the platform's customary review of a request that was made ends."""
    if facts.asked_on is None:
        return None
    if facts.answer_within is not None:
        return theirs("平台自己说的答复时间，最晚这一天", facts.asked_on, said(facts.answer_within, facts.answer_within.most), "提出退款")
    return theirs("平台一般会在这天以前答复", facts.asked_on, threshold("platform_review"), "提出退款")


def refund_arrival(facts: Facts) -> Deadline | None:
    """When an agreed refund customarily arrives."""
    if facts.agreed_on is None:
        return None
    if facts.refund_within is not None:
        return theirs("对方说的到账时间，最晚这一天", facts.agreed_on, said(facts.refund_within, facts.refund_within.most), "对方答应退款")
    return theirs("退款一般会在这天以前到账", facts.agreed_on, threshold("refund_arrival"), "对方答应退款")


def appeal(facts: Facts, today: date) -> Deadline | None:
    """Until when the platform takes an appeal: its own term where the reader gave it, otherwise the customary range, of which nobody
    knows whether this platform keeps to it.
    """
    if facts.refused_on is None or stage_of(facts.stage) is not REFUSED:
        return None
    refused = f"被拒绝（{facts.refused_on.iso}）的次日起"
    if facts.appeal_days is not None:
        return period("平台申诉的最后一天", facts.refused_on, said(facts.appeal_days, facts.appeal_days.least), "被拒绝")
    shortest, longest = threshold("appeal_window_shortest"), threshold("appeal_window_longest")
    latest = add_natural_days(facts.refused_on.last, longest.value)
    return Deadline(
        what="平台的申诉期可能已过，先去申诉入口看" if latest < today else "平台申诉的最后一天，要看平台怎么写",
        last_day=None,
        earliest=add_natural_days(facts.refused_on.first, shortest.value),
        latest=latest,
        certain=False,
        counted=f"{refused} {shortest.value} 至 {longest.value} 日（自然日），这是惯例，平台写了的按它写的",
        basis="practice",
    )


def complaint_decision(facts: Facts, today: date) -> Deadline:
    """When 12315 has to say whether it takes a complaint: the one that was made, or one that it receives today."""
    row = threshold("complaint_decision")
    if facts.complained_on is not None:
        return theirs("12315 最晚这天答复是否受理", facts.complained_on, row, "市场监管部门收到投诉")
    return replace(theirs("今天向 12315 投诉的话，最晚这天答复是否受理", on(today), row, "市场监管部门收到投诉"), supposed=True)


def mediation(facts: Facts) -> Deadline | None:
    """When mediation by 12315 ends without an agreement. It runs from acceptance, not from the complaint. Which measure governs a
    complaint that was accepted before and was still open on the day of the new one is unsettled: both days are given.
    """
    if facts.accepted_on is None:
        return None
    what = "12315 调解的最后一天，没谈成就终止"
    new = theirs(what, facts.accepted_on, threshold("mediation"), "受理")
    if facts.accepted_on.first >= NEW_MEASURE:
        return new
    old = theirs(what, facts.accepted_on, threshold("mediation_before_2026_04_15"), "受理")
    if old.surely_over_after < NEW_MEASURE:
        return old
    ends = sorted((old.safe, old.surely_over_after, new.safe, new.surely_over_after))
    return Deadline(
        what=what,
        last_day=None,
        earliest=ends[0],
        latest=ends[-1],
        certain=False,
        counted=f"受理（{facts.accepted_on.iso}）在新办法施行以前，施行时还没有办完。"
        f"旧办法是{threshold('mediation_before_2026_04_15').words}，新办法是{threshold('mediation').words}，适用哪一个没有定论",
        basis="statute",
    )


def filing_decision(today: date) -> Deadline:
    """When a court has to say whether it takes a claim that is filed today."""
    return replace(
        theirs("今天递交起诉状的话，最晚这天决定是否立案", on(today), threshold("filing_decision"), "法院收到起诉状"), supposed=True
    )


def still_ahead(rows: Iterable[Deadline], today: date) -> tuple[Deadline, ...]:
    """The rows without those that were counted cautiously and have gone by, since whether they are over nobody here knows, and without
    customs that one need not wait out.
    """
    return tuple(
        row
        for row in rows
        if not _may_be_over(row, today) and not (row.by_weekdays and row.basis == "practice" and row.go_on_after < today)
    )


def expectations(rows: Iterable[Deadline], today: date) -> tuple[str, ...]:
    """What to expect where a period from knowing would be over, had it run from payment. It closes no way."""
    acts = [do for do, *_ in KNOWING.values() if any(row.what == SAFELY + do and _may_be_over(row, today) for row in rows)]
    if not acts:
        return ()
    taken = "，12315 也可能不受理" if KNOWING["complaint_latest"][0] in acts else ""
    return (
        f"从付款算，{'、'.join(acts)}的期限可能过了。这些期限从知道那天算，知道得晚的可能还没过，文本照样可以用。"
        f"理清哪天知道、有什么证明：对方可能说过期{taken}。",
    )


def _may_be_over(row: Deadline, today: date) -> bool:
    return row.what.startswith(SAFELY) and row.surely_over_after < today


def gaps(rows: Iterable[Deadline], facts: Facts, today: date) -> tuple[str, ...]:
    """One plain sentence for each table that does not reach the day of the case: the holidays of a year, the law of that time."""
    found, code, measure = [], laws()["mfd"], laws()["tsjb2019"]
    open_rows = [row for row in rows if ARRANGEMENT in row.counted and row.surely_over_after >= today]
    about = max((row.last_day for row in open_rows if row.last_day), default=None)
    year = today.year if not covers(today) else None
    if year is None and about is not None:
        # No such period is as long as a year: it is this one or the one before whose arrangement is missing.
        year = open_year(date(about.year - 1, 1, 1), about)
    if year is not None:
        found.append(f"{gap_words(year)}。受它影响的期限写“大约”：自己的按最早算，对方的按最晚算。")
    elif open_rows:
        found.append("有的期限会跨到放假安排还没有收录的年份，只给出最早和最晚的一天。")
    if (facts.paid_on.last if facts.paid_on else today) < code.start:
        found.append(f"付款在{code.short}施行（{code.start.isoformat()}）以前，那时的合同法律没有收录，依据里只有收录了的。")
    if facts.only_contract or today >= NEW_MEASURE:
        return tuple(found)
    if today < measure.start:
        found.append(f"{measure.start.isoformat()} 以前怎样受理 12315 投诉，那时的办法没有收录，要另外查。")
    else:
        row = threshold("mediation_before_2026_04_15")
        found.append(f"这一天 12315 按旧办法办，受理以后 {row.words}没有谈成就终止调解。")
    return tuple(found)
