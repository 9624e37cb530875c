"""The buyer's own slip or change of mind: what platforms refuse, and where the law leaves a way."""

from checker.ask import problems
from checker.kit import Condition, Due, F, Family, Group
from checker.kit.deadlines import FOR_MISTAKE

GROUP = Group(
    module=__name__,
    anchor="own",
    title="自己的原因",
    lead="平台通常不退。法律留的路很窄，条件要全部满足。",
    families=(
        Family("slip", "买错、充错、填错", "东西没有问题，是自己点错、填错、看错了。"),
        Family("regret", "不想要了、过期、降价、被逼着付的", "东西没有问题，是买的决定出了问题。"),
    ),
)

OWN = ("account", "amount", "item")
ANOTHER_STORY = F.slip.is_("page", "payee", "address", "stranger")
"""Each has a rule of its own; who cannot say what went wrong has at least the claim of a slip, which is contained in theirs."""

OWN_SLIP = Condition(
    "自己买错、充错了",
    F.problem.has(problems.MIS_ORDER) & (F.slip.is_(*OWN) | ~F.problem.has(problems.NOT_DELIVERED)),
    "不是自己选错的。",
)
"""An account that the page filled in, or money paid to a stranger, is another story."""

ELSEWHERE = Condition("错的不是自己选的东西", ANOTHER_STORY, "不是选错商品，看“填错号码”“付错了人”“页面带错”那几条。")

USED_UP = Condition(
    "东西已经用上了，或者已经到了别人那里",
    F.goods_used.is_("redeemed", "fault_after_activation", "part_used"),
    "东西已经用上了，或者已经到了别人那里。",
)
"""That it was used is for the other side to show; who says so has no claim left."""

TOO_LATE_TO_REVOKE = Condition(
    "知道看错已经超过九十日", ~F.ninety_days_open.holds, "知道看错已经超过九十日，或者下单已经超过五年，不能再以重大误解请求撤销。"
)
"""From knowing, not from payment: where the day of knowing is not given, the rule holds and the reader is told of the period."""

TIME_TO_REVOKE = (Due(period=FOR_MISTAKE.row, row=FOR_MISTAKE.due, when=F.problem.has(problems.MIS_ORDER), while_open=True),)
