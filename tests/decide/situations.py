"""Plain situations that the tests of the next step and of what to do change in one point or two."""

from dataclasses import replace
from datetime import date, datetime

from checker.ask.facts import Facts
from checker.ask.when import on
from checker.decide.verdict import Matter, assess

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
CODE = Facts(
    goods="game_card",
    problem=frozenset({"unusable"}),
    goods_used="tried",
    support_fixed="no",
    purpose="self",
    seller_kind="shop",
    truthful="yes",
    stage="not_asked",
    evidence=frozenset({"error"}),
    paid_on=on(date(2026, 11, 10)),
    elsewhere="none",
    channel="wechat",
)
AGREED = replace(
    CODE, problem=frozenset({"refund_not_arrived"}), refund_trouble="not_arrived", stage="agreed", evidence=frozenset({"chat"})
)
LATE = replace(
    CODE, problem=frozenset({"not_delivered"}), promised="instant", overdue=True, may_be_demanded=True, evidence=frozenset({"payment"})
)
CHILD = replace(CODE, problem=frozenset({"child_paid"}), child_age="under_8", guardian_consent="no", evidence=frozenset({"identity"}))
SLIP = replace(
    CODE,
    problem=frozenset({"mis_order"}),
    goods="direct_topup",
    goods_used="redeemed",
    slip="account",
    slip_grave="place",
    could_correct="yes",
    ninety_days_open=True,
    topup_signs=frozenset({"none"}),
    evidence=frozenset({"order"}),
)


def only(facts: Facts, now: datetime = NOW) -> Matter:
    """The one matter that these facts come to."""
    (matter,) = assess(facts, now).matters
    return matter
