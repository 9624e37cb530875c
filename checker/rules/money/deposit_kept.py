"""A deposit that is not given back."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, Objection, Order, Sentence, cite, story, to
from checker.kit.conditions import MAYBE_CONSUMER
from checker.kit.remedies import REFUND_ALL

RULE = ClaimRule(
    module=__name__,
    title="押金退不出来",
    meaning="租号一类收的押金，条件做到了就要及时退，不能事后另加条件。有没有弄坏、欠费，由说要扣的一方拿出记录。",
    because="退押金的条件都做到了，对方要及时退还，不能另加条件。",
    also_called=(
        "租号押金",
        "押金不退",
    ),
    place=7,
    family="prepaid",
    story=story("押金退不出来", F.problem.has(problems.DEPOSIT_KEPT)),
    conditions=(Condition("退押金的条件都做到了", F.deposit_returned.is_("yes"), "退押金的条件有的没有做到，先看约定怎么扣。"),),
    cites=(cite("dsf-21", "xfzss-20", when=MAYBE_CONSUMER), cite("mfd-509", "mfd-577")),
    remedy=REFUND_ALL,
    proof=(
        Evidence("payment"),
        Evidence("order"),
        Evidence("chat"),
    ),
    happened=Sentence("本人支付了押金，约定的退还条件都已经做到，押金没有退还。"),
    in_short=Sentence("退押金的条件已经做到，押金没有退"),
    their_records=Sentence("认为不该退的，请写明是哪一条、扣的是哪一笔、有什么记录。"),
    use=NO_WORD_OF_USE,
    order=Order(did="租用", paid="支付押金"),
    answers=(to("used", "final", say="押金不是商品的价款，条件做到了就要退。请写明扣的依据和记录。"),),
    objections=(Objection("要再观察一段时间。", "请写明约定的退还时限是哪一条。没有约定的，请及时退还。"),),
)
