"""The price fell after the purchase: only a promise to make up for it gives the difference."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, Objection, Remedy, Sentence, blank, cite, story, to
from checker.kit.conditions import MAYBE_CONSUMER

PAY_DIFFERENCE = Remedy(
    id="pay_difference",
    label="照价保的承诺补差价",
    extent=lambda facts: "open",
    amount=lambda facts, extent: (None, "差价是两个价格相减，照承诺写的办法算"),
    request=lambda a: f"请照价保的承诺退还差价{a.sum_of('差价是多少元')}{a.back}。",
    demand=lambda a: f"照价保的承诺退还差价{a.sum_of('差价是多少元')}",
)

RULE = ClaimRule(
    module=__name__,
    title="买完就降价了",
    meaning="降价是商家的自由，买贵了不是退款的理由。商家写过、说过价保、买贵退差的，就要照办：看说的是几天内、比哪里的价、要不要自己申请。",
    because="商家自己写过、说过价保、买贵退差，价格降了就要照着补。",
    also_called=("降价", "买贵了", "价保", "买贵退差", "差价"),
    place=7,
    family="regret",
    story=story("买完就降价了", F.problem.has(problems.PRICE_DROP)),
    conditions=(
        Condition(
            "商家写过、说过价保、买贵退差，也还在期限里",
            F.price_protected.is_("yes"),
            "商家没有写过、说过价保，或者过了期限。降价不是退款的理由，买的时候说好多少就是多少。",
        ),
    ),
    cites=(cite("xfzss-12", when=MAYBE_CONSUMER), cite("mfd-509", "mfd-577")),
    remedy=PAY_DIFFERENCE,
    proof=(
        Evidence("listing", "价保写的是什么，现在什么价", "写价保的那一处，和现在的价格，都带日期截下来"),
        Evidence("order"),
        Evidence("chat"),
    ),
    promised=Sentence(lambda t: f"{t.seller_called}承诺过{blank('价保的原话，写的是几天')}。"),
    happened=Sentence(lambda t: f"本人购买以后还在这个期限里，同一商品降到{blank('现在的价格')}。"),
    in_short=Sentence("有价保的承诺，买完就降价了"),
    their_records=Sentence("认为不符合价保条件的，请指出是哪一条。"),
    use=NO_WORD_OF_USE,
    answers=(to("final", "rule", "used", say="要的是承诺的差价，不是退货。请照承诺办，或者指出不适用的那一条。"),),
    objections=(Objection("活动价不参加价保。", "请指出下单以前写明这一条的那一处。", "rule"),),
)
