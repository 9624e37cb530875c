"""Where no refund is asked of the seller: a scam, money from fraud, goods that the law forbids, and a payment by a stranger."""

from checker.kit import Act, Group

GROUP = Group(module=__name__, anchor="stop", title="先停下来的情形", lead="碰到这几种，先别写退款申请。")

FORBIDDEN = "这样的买卖法律不保护，不能当普通商品要求退款"
"""The headline for goods that the law forbids."""

STOP_BUYING = Act(what="不要转手，也不要再买")
KEEP_RECORDS = Act(what="保留付款和聊天记录。被骗、被威胁的，报警说明情况")

STOP_THE_MONEY = "1. 请受理，并出具回执。\n2. 请对收款账户紧急止付、查询流向。"
"""What the police are asked for while the money can still be stopped."""
STOP_THE_MONEY_IN_SHORT = "请受理，对收款账户紧急止付。"
