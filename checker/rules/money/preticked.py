"""Something that was ticked by default was charged along."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Evidence, F, Objection, Sentence, Telling, cite, money, story, to
from checker.kit.conditions import MAYBE_CONSUMER
from checker.kit.remedies import RETURN_EXTRA


def _happened(t: Telling) -> str:
    return f"付款时默认勾选了另外的商品或者服务，本人没有选择，一起扣款{money(t.f.extra_fen, '多扣的金额')}。"


RULE = ClaimRule(
    module=__name__,
    title="默认勾选的东西一起扣了钱",
    meaning="搭售要用显著方式提醒，不能设成默认同意。默认勾上的保险、加速包、会员，可以要求取消、退还这一部分。自己勾上的不算。",
    because="默认勾选的东西，你没有选过，可以要求取消，退还这一部分的钱。",
    also_called=(
        "默认勾选",
        "捆绑销售",
        "加速包",
    ),
    place=2,
    family="charged",
    story=story("默认勾选了别的，一起扣了钱", F.problem.has(problems.OVERCHARGED) & F.charge.is_("preticked")),
    cites=(cite("dsf-19", "wjb-17"), cite("xfz-26", when=MAYBE_CONSUMER), cite("mfd-496")),
    remedy=RETURN_EXTRA,
    proof=(
        Evidence("listing", "那一项是默认勾上的", "重新走一遍下单，不付款，录下付款那一步"),
        Evidence("payment"),
        Evidence("order"),
    ),
    happened=Sentence(_happened, F.extra_fen),
    suspected=Sentence("请核查付款页面默认勾选搭售商品、服务的做法"),
    in_short=Sentence("默认勾选的东西一起扣了款，本人没有选择"),
    their_records=Sentence("认为由本人选择的，请提供付款那一步的页面和操作记录。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", "own_fault", "silence", say="这一项本人没有选择。请提供本人在哪里作出选择的记录。"),),
    objections=(Objection("付款时已经显示，你同意了。", "搭售不得设为默认同意的选项。请提供付款那一步的页面，说明本人在哪里作出了选择。"),),
    cause="不当得利纠纷，或者信息网络买卖合同纠纷",
)
