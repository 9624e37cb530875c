"""For each problem, the kinds of evidence of which one shows the core of the case (options of the question ``evidence``)."""

PROOF: dict[str, tuple[str, ...]] = {
    "not_delivered": ("payment", "order", "listing"),
    "late": ("listing", "order", "chat"),
    "wrong_goods": ("listing", "order", "chat"),
    "unusable": ("error", "official", "usage_log"),
    "stopped_early": ("usage_log", "official", "error", "reply", "chat"),
    "mis_order": ("listing", "order", "chat"),
    "change_of_mind": ("listing", "order", "payment"),
    "expired_unused": ("listing", "order", "error"),
    "refund_not_arrived": ("reply", "chat", "order"),
    "child_paid": ("identity",),
    "not_paid_by_me": ("payment",),
}
