"""Whether 12315 would take the complaint: the conditions of 投诉举报处理办法 10 and 16, as far as the answers speak to them.

What concerns names and addresses is checked where the text is written; here stand the conditions that rest on facts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.ask.facts import Facts
from checker.kit.deadlines import complaint_latest

State = Literal["ok", "open", "fails"]
LATE = "从付款算已经超过三年。它从知道权益受损那天算，写明哪天知道、怎么知道的。知道也超过三年的，多半不受理。"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Check:
    """One condition, whether it holds, and what to do about it where it does not."""

    condition: str
    state: State
    advice: str


def complaint_checks(facts: Facts, today: date) -> tuple[Check, ...]:
    """The conditions that rest on facts: consumer purpose, a trader, three years from knowing, nobody else dealing with it."""
    return (
        _check(
            "自己或家人用，不是转卖",
            facts.purpose,
            {"self": "ok", "resale": "fails"},
            {
                "open": "先弄清是不是自己用。转卖、批量拿货的不受理。",
                "fails": "转卖、批量拿货的，12315 不受理，走合同和起诉。",
            },
        ),
        _check(
            "对方是经营者",
            facts.seller_kind,
            {"self_run": "ok", "shop": "ok", "private_trader": "ok", "livestream": "ok", "individual": "fails", "overseas": "fails"},
            {
                "open": "看它是不是长期卖、卖给很多人。个人偶尔转让的不受理。",
                "fails": "个人偶尔转让的，不算经营者；境外的卖家，12315 一般管不到。走合同、支付方和起诉。",
            },
        ),
        _three_years(facts, today),
        _check(
            "没有别的部门或者消费者协会在处理",
            facts.elsewhere,
            {
                "none": "ok",
                "payment": "ok",
                "12315": "fails",
                "12315_over": "fails",
                "association": "fails",
                "court": "fails",
            },
            {
                "open": "先弄清有没有在别处投诉过。",
                "fails": "已经在处理，或者已经处理过的，不要重复投诉。",
            },
        ),
    )


def refused_for_sure(facts: Facts, today: date) -> bool:
    """Whether one of the conditions is known to fail."""
    return any(check.state == "fails" for check in complaint_checks(facts, today))


def may_be_late(checks: Iterable[Check]) -> bool:
    """Whether three years from payment are up, so that 12315 may say no and a court is a way as well."""
    return any(check.advice == LATE for check in checks)


def _three_years(facts: Facts, today: date) -> Check:
    """Three years from knowing (投诉举报办法 16 (四)). Counted from payment the time may be up, from knowing it need not be: that is
    for the authority to ask, and no reason to keep the text back.
    """
    latest, condition = complaint_latest(facts), "知道权益受损没有超过三年"
    if latest is None:
        return Check(condition=condition, state="open", advice="填上付款日期再看。")
    if today > latest.surely_over_after:
        return Check(condition=condition, state="open", advice=LATE)
    return Check(condition=condition, state="ok", advice="")


def _check(condition: str, value: str | None, states: Mapping[str | None, State], advice: Mapping[State, str]) -> Check:
    state = states.get(value, "open")
    return Check(condition=condition, state=state, advice=advice.get(state, ""))
