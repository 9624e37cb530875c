"""What the other side agreed to or promised, and does not keep: a refund, a voluntary promise, the order itself."""

from checker.kit import Group

GROUP = Group(module=__name__, anchor="agreement", title="对方答应过、取消了", lead="说好的要算数：订单、承诺、答应的退款。")
