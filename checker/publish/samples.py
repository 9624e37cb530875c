"""For each rule that grants a claim, the facts under which it is met and nothing else is known: what the template page shows."""

from checker.ask.facts import Facts

ORDINARY = {"goods": "game_card", "purpose": "self", "truthful": "yes", "stage": "not_asked"}

SAMPLES: dict[str, Facts] = {
    "not_delivered": Facts(**ORDINARY, problem=frozenset({"not_delivered"}), promised="instant", overdue=True),
    "late_delivery": Facts(
        **ORDINARY, problem=frozenset({"late"}), promised="instant", overdue=True, too_late="purpose_lost", goods_used="untouched",
    ),
    "wrong_goods": Facts(**ORDINARY, problem=frozenset({"wrong_goods"}), mismatch="face_value", goods_used="untouched"),
    "unusable": Facts(
        **ORDINARY, problem=frozenset({"unusable"}), goods_used="tried", failure="already_used", support_fixed="no",
    ),
    "stopped_early": Facts(**ORDINARY, problem=frozenset({"stopped_early"}), stopped_cause="shut", goods_used="part_used"),
    "mis_order": Facts(
        **ORDINARY, problem=frozenset({"mis_order"}), goods_used="untouched", could_correct="no", ninety_days_open=True,
    ),
    "change_of_mind": Facts(
        **ORDINARY, problem=frozenset({"change_of_mind"}), goods_used="untouched", confirmed_no_return="no", seven_days_open=True,
    ),
    "expired_unused": Facts(
        **ORDINARY, problem=frozenset({"expired_unused"}), goods_used="untouched", validity_stated="no",
    ),
    "refund_agreed": Facts(**ORDINARY | {"stage": "agreed"}, problem=frozenset({"refund_not_arrived"})),
    "minor_payment": Facts(
        **ORDINARY, problem=frozenset({"child_paid"}), child_age="8_to_17", child_spending="beyond_age", guardian_consent="no",
    ),
}
