"""Goods that expired unused, whose term nobody stated."""

from checker.ask import problems
from checker.kit import ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, Use, blank, cite, story, to
from checker.kit.remedies import REFUND


def _happened(t: Telling) -> str:
    if t.f.validity_stated == "no":
        return "现在已经过期。购买的时候，页面没有以看得见的方式写明有效期。"
    return f"现在已经过期。购买的时候，页面{blank('有没有写明有效期，写在哪里')}。"


def _in_short(t: Telling) -> str:
    return "没有用过，现在已经过期" + ("，购买时页面没有写明" if t.f.validity_stated == "no" else "")


RULE = ClaimRule(
    module=__name__,
    title="没写明有效期，放过期了",
    meaning="写明了有效期，自己放过期的，一般由自己承担。买的时候没有写明，或者藏得看不见，可以主张这个期限不算数。",
    because="有效期要在买的时候写明，看得见。写明了没有，由对方拿出来；没有写明的，对方不能拿它来拒绝。",
    also_called=(
        "过期了",
        "忘了用",
        "有效期",
        "放太久",
    ),
    place=4,
    family="regret",
    story=story("一直没用，提示过期", F.problem.has(problems.EXPIRED_UNUSED)),
    conditions=(Condition("确实没有用过", F.goods_used.is_("untouched", "tried"), "已经用过，不属于放过期。"),),
    defences=(
        Condition(
            "买的时候已经写明有效期，看得见",
            F.validity_stated.is_("yes"),
            "买的时候已经写明有效期，过期不是商品的缺陷。",
        ),
    ),
    cites=(cite("xfz-26", "mfd-496", "mfd-509", "mfd-577", "htjs-10"),),
    remedy=REFUND,
    proof=(
        Evidence("listing"),
        Evidence("order"),
        Evidence("error"),
    ),
    happened=Sentence(_happened, F.validity_stated),
    in_short=Sentence(_in_short, F.validity_stated),
    their_records=Sentence("认为有效期已经写明的，请提供下单页面上写明有效期的位置。"),
    use=Use(),
    answers=(to("own_fault", "too_late", say="请指出下单页面写明有效期的那一处。"),),
    objections=(Objection("过期不退。", "请提供下单页面上写明有效期的截图。没有提示的期限，本人主张不成为合同内容。"),),
)
