"""What a platform's reviewer checks, by common practice: state of the order, validity of the proof, match with its rules.

They say what to expect from the platform; none of them decides what the law gives.
"""

from checker.kit import Group

GROUP = Group(module=__name__, anchor="platform", title="平台审核看什么", lead="这是审核人员通常看的三样。平台说不行，不等于法律上不行。")

OBJECTIVE = (
    "not_delivered",
    "short",
    "late",
    "wrong_goods",
    "unusable",
    "stopped_early",
    "overcharged",
    "seller_cancelled",
    "refund_not_arrived",
    "deposit_kept",
)
"""Problems that platforms count as objective."""

PROOF_OF: dict[str, tuple[str, ...]] = {
    "not_delivered": ("payment", "order", "listing"),
    "short": ("usage_log", "order", "chat"),
    "late": ("listing", "order", "chat"),
    "wrong_goods": ("listing", "order", "chat"),
    "unusable": ("error", "official", "usage_log"),
    "stopped_early": ("usage_log", "official", "error", "reply", "chat"),
    "seller_cancelled": ("order", "chat", "reply"),
    "overcharged": ("payment",),
    "promise_broken": ("listing", "chat"),
    "deposit_kept": ("payment", "order", "chat"),
    "balance_refused": ("payment", "order", "error"),
    "mis_order": ("listing", "order", "chat"),
    "change_of_mind": ("listing", "order", "payment"),
    "expired_unused": ("listing", "order", "error"),
    "refund_not_arrived": ("reply", "chat", "order"),
    "child_paid": ("identity",),
    "not_paid_by_me": ("payment",),
}
"""For each problem, the kinds of evidence of which one shows it. There is none for a scam: no reviewer is asked about one."""
