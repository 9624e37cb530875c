"""Where no refund is asked of the seller: a scam, money from fraud, goods that the law forbids, and a payment by a stranger."""

from checker.kit import Act, Group

GROUP = Group(module=__name__, anchor="stop", title="先停下来的情形", lead="碰到这几种，先别写退款申请。")

FORBIDDEN = "这样的买卖法律不保护，不能当普通商品要求退款"
"""The headline for goods that the law forbids."""

STOP_BUYING = Act(what="不要转手，也不要再买")
KEEP_RECORDS = Act(what="保留付款和聊天记录。被骗、被威胁的，报警说明情况")
