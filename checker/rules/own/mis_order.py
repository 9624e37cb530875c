"""The buyer's own slip, on a page that gave no chance to correct it or was easily misread."""

from checker.kit import ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, Use, blank, cite, to, unless
from checker.kit.deadlines import FOR_MISTAKE
from checker.kit.remedies import REFUND_ALL
from checker.rules.own import ELSEWHERE, OWN_SLIP, TIME_TO_REVOKE, TOO_LATE_TO_REVOKE, USED_UP

SLIPPED = {"account": "填错", "amount": "选错", "item": "选错"}


def _happened(t: Telling) -> str:
    page = {"misleading": "页面的写法容易看错。", "no": "付款以前，页面没有让本人核对和改正。"}
    slipped = f"{SLIPPED[t.f.slip]}。" if t.f.slip in SLIPPED else f"弄错了：{blank('把什么弄成了什么')}。"
    known = page.get(t.f.could_correct or "")
    return f"本人下单时{slipped}" + (known or f"付款以前，页面{blank('有没有让你核对和改正')}。")


def _in_short(t: Telling) -> str:
    page = {"misleading": "，页面写得容易看错", "no": "，付款前页面没有给更正的机会"}
    return f"下单{SLIPPED.get(t.f.slip or '', '弄错了')}{page.get(t.f.could_correct or '', '')}"


def _their_records(t: Telling) -> str:
    if t.f.could_correct == "misleading":
        return "认为页面写得清楚的，请指出写明的那一处。"
    return "认为付款以前可以更正的，请说明在哪一步、怎样更正。"


RULE = ClaimRule(
    module=__name__,
    title="买错、充错，页面没有给更正的机会，或者写得容易看错",
    meaning="平台一般不退买错的。商家没有让你在提交前核对、更正，或者页面写得容易看错的，不一样。东西又还没有用掉，可以据此要求取消订单、退款。对方不同意的，撤销要由法院或者仲裁机构决定。",
    because="东西没有用掉，页面又没有给更正的机会，或者写得容易看错，可以要求取消订单、退款。给了没有，由对方说明。对方不同意的，撤销要由法院或者仲裁机构决定。",
    also_called=(
        "手滑",
        "充错号",
        "买错了",
        "点错",
        "误操作",
        "填错账号",
    ),
    place=1,
    family="slip",
    story=OWN_SLIP,
    defences=(
        ELSEWHERE,
        USED_UP,
        Condition(
            "付款以前，页面给了核对、更正的机会，也写得清楚",
            F.could_correct.is_("yes"),
            "付款以前可以核对和更正，买错属于自己的原因。",
        ),
        Condition(
            "错得不远，卖家又不是经营者，或者没有给更正机会以外的依据",
            F.slip_grave.is_("no") & (F.could_correct.is_("misleading") | F.seller_kind.is_("individual")),
            "错得不远，算不上重大误解，要撤销没有依据。",
        ),
        TOO_LATE_TO_REVOKE,
    ),
    cites=(
        cite("dsf-50", when=unless(F.could_correct.is_("misleading") | F.seller_kind.is_("individual"))),
        cite("mfd-147", "mfd-152", "mfd-157"),
    ),
    deadlines=TIME_TO_REVOKE,
    remedy=REFUND_ALL,
    proof=(
        Evidence("listing"),
        Evidence("order"),
        Evidence("chat"),
    ),
    happened=Sentence(_happened, F.slip, F.could_correct),
    in_short=Sentence(_in_short, F.slip, F.could_correct),
    their_records=Sentence(_their_records, F.could_correct),
    use=Use(),
    answers=(to("final", say="这句话没有回答下单那一步能不能核对、写得清不清楚。请就这一点答复。"),),
    objections=(
        Objection(
            "个人误操作不退。",
            "经营者应当写清楚，并保证用户在提交订单前可以更正输入错误。请指出写清楚的那一处，和可以更正的那一步。",
            "own_fault",
        ),
    ),
    revocation=FOR_MISTAKE,
)
