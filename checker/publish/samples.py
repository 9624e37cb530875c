"""For each rule that leads to a text, the facts under which it is met and little else is known: what the template page shows."""

from dataclasses import replace
from typing import Any

from checker.ask.facts import Facts

ORDINARY = Facts(goods="game_card", purpose="self", truthful="yes", stage="not_asked")


def _ordinary(problem: str, **facts: Any) -> Facts:
    return replace(ORDINARY, problem=frozenset({problem}), **facts)


SAMPLES: dict[str, Facts] = {
    "not_delivered": _ordinary("not_delivered", promised="instant", overdue=True),
    "short_delivery": _ordinary("short"),
    "late_delivery": _ordinary("late", promised="instant", overdue=True, too_late="purpose_lost", goods_used="untouched"),
    "wrong_goods": _ordinary("wrong_goods", mismatch="face_value", goods_used="untouched"),
    "unlicensed": _ordinary("wrong_goods", mismatch="unlicensed", knew_it="no", goods_used="redeemed", goods="direct_topup"),
    "unusable": _ordinary("unusable", goods_used="tried", failure="already_used", support_fixed="no"),
    "stopped_early": _ordinary("stopped_early", stopped_cause="shut", goods_used="part_used"),
    "seller_cancelled": _ordinary("seller_cancelled", cancel_reason="no_stock", goods_used="untouched"),
    "overcharged": _ordinary("overcharged", charge="duplicate", goods_used="untouched"),
    "preticked": _ordinary("overcharged", charge="preticked", goods_used="untouched"),
    "auto_renewal": _ordinary("overcharged", charge="renewal", renewal_notice="no", goods_used="untouched", goods="membership"),
    "voluntary_promise": _ordinary("promise_broken", promise_kind="return", promise_met="yes", goods_used="untouched"),
    "prepaid_broken": _ordinary("balance_refused", balance_trouble="not_provided", goods="platform_balance"),
    "frozen_balance": _ordinary("balance_refused", balance_trouble="frozen", goods="platform_balance"),
    "prepaid_seven_days": _ordinary(
        "balance_refused",
        balance_trouble="not_wanted",
        goods="platform_balance",
        bought_before="no",
        seven_days_open=True,
    ),
    "deposit_kept": _ordinary("deposit_kept", deposit_returned="yes", goods="game_account", bound_to="mine"),
    "wrong_payee": _ordinary("mis_order", slip="payee"),
    "mis_order": _ordinary("mis_order", slip="item", goods_used="untouched", could_correct="no", ninety_days_open=True, slip_grave="no"),
    "material_mistake": _ordinary(
        "mis_order",
        slip="amount",
        goods_used="untouched",
        could_correct="yes",
        ninety_days_open=True,
        slip_grave="yes",
    ),
    "wrong_account_by_page": _ordinary("mis_order", slip="page", goods="direct_topup"),
    "change_of_mind": _ordinary("change_of_mind", goods_used="untouched", confirmed_no_return="no", seven_days_open=True),
    "expired_unused": _ordinary("expired_unused", goods_used="untouched", validity_stated="no"),
    "refund_agreed": _ordinary("refund_not_arrived", refund_trouble="not_arrived", stage="agreed"),
    "refund_fee": _ordinary("refund_not_arrived", refund_trouble="fee", fee_basis="after", stage="partial_offer"),
    "refund_to_balance": _ordinary("refund_not_arrived", refund_trouble="to_balance", channel="wechat", stage="partial_offer"),
    "minor_payment": _ordinary("child_paid", child_age="8_to_15", child_spending="beyond_age", guardian_consent="no"),
    "unauthorised_payment": Facts(goods="game_card", problem=frozenset({"not_paid_by_me"}), how_taken="stolen", truthful="yes"),
    "scam": Facts(goods="game_card", problem=frozenset({"asked_to_pay_again"}), channel="transfer"),
    "tainted_topup": Facts(goods="direct_topup", problem=frozenset({"stopped_early"}), stopped_cause="tainted"),
}
