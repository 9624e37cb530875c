"""Goods that are not wanted any more, untouched and within seven days."""

from checker.ask import problems
from checker.kit import ClaimRule, Condition, Due, Evidence, F, Objection, Sentence, Telling, Use, cite, story, to
from checker.kit.conditions import NOT_ASKED, RETURNABLE
from checker.kit.deadlines import no_reason_return
from checker.kit.remedies import REFUND


def _happened(t: Telling) -> str:
    page = "付款以前，页面没有单独让本人确认不适用七日无理由退货。" if t.f.confirmed_no_return == "no" else ""
    return f"本人购买后决定不要，购买用于自己或家人使用。{page}"


def _in_short(t: Telling) -> str:
    page = "，付款时没有让本人单独确认不可退" if t.f.confirmed_no_return == "no" else ""
    return f"收到没有超过七日，没有看过也没有充过{page}"


RULE = ClaimRule(
    module=__name__,
    title="不想要了，七日内、没有动过",
    meaning="网购有七日无理由退货。已经看过的卡密、下载或激活过的数字化商品，一般不适用；会员、代充这类服务也用不上。还没看、没充的卡密，商家又没有让你逐单确认的，可以主张。点卡、激活码算不算例外，法律没有逐一写明，各地看法可能不同。",
    because="收到没有超过七日，卡密没有看过也没有充过。付款时单独让你确认过不适用的除外，确认过没有，由对方拿出记录。",
    also_called=(
        "反悔",
        "后悔了",
        "七天无理由",
        "想退货",
        "用不着了",
    ),
    place=3,
    family="regret",
    story=story("只是不想要了", F.problem.has(problems.CHANGE_OF_MIND)),
    conditions=(
        Condition("买来自己或家人用", F.purpose.is_("self"), "买来转卖的，用不上消费者的无理由退货。"),
        Condition(
            "买的是点卡、激活码一类商品，不是会员、代充、余额这类服务",
            RETURNABLE,
            "这一类一般算服务或者已经履行，用不上七日无理由退货。",
        ),
        Condition("没有看过卡密，也没有充过", F.goods_used.is_("untouched"), "东西已经用过，一般不适用无理由退货。"),
        Condition("提出的时候，收到不超过七日", F.seven_days_open.holds, "已经超过七日。"),
    ),
    defences=(
        Condition(
            "付款时单独让你确认过“不支持七日无理由退货”",
            F.confirmed_no_return.is_("yes"),
            "付款时已经让你单独确认过不支持无理由退货。",
        ),
        Condition("卖家是偶尔转让的个人", F.seller_kind.is_("individual"), "向偶尔转让的个人买的，用不上消费者的无理由退货。"),
    ),
    cites=(cite("xfz-25", "xfzss-19", "qrbf-7", "qrbf-10", "qrbf-20"),),
    deadlines=(
        Due(period="no_reason_return", row=no_reason_return, when=NOT_ASKED & F.problem.has(problems.CHANGE_OF_MIND), while_open=True),
    ),
    remedy=REFUND,
    proof=(
        Evidence("listing"),
        Evidence("order"),
        Evidence("payment"),
    ),
    happened=Sentence(_happened, F.confirmed_no_return),
    in_short=Sentence(_in_short, F.confirmed_no_return),
    their_records=Sentence("认为不适用无理由退货的，请提供本人下单时的逐单确认记录。"),
    use=Use(),
    answers=(
        to("final", "rule", say="七日无理由退货由法律规定。购买时没有让本人确认不适用的，不得拒绝。"),
        to("used", say="本人没有看过，也没有充过。请提供使用记录：什么时间、在哪个账号。"),
        to("own_fault", say="七日无理由退货不用说明理由。请写明不适用的依据。"),
        to("silence", say="无理由退货的期限是七日，不是几个小时。请就这一点答复。"),
        to("too_late", say="提出的时候没有超过七日。请写明从哪一天算。"),
    ),
    objections=(Objection("虚拟商品不支持七日无理由。", "请提供本人下单时的逐单确认记录。没有确认的，不得拒绝无理由退货。"),),
)
