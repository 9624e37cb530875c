"""Goods that differ from what the page said. A seller without a licence is another story."""

from checker.ask import problems
from checker.kit import Caution, ClaimRule, Condition, Due, Evidence, F, Objection, Sentence, Telling, Use, cite, story, to, typed, unless
from checker.kit.conditions import MAYBE_CONSUMER, NOT_ASKED, SOLD, WHOLE
from checker.kit.deadlines import quality_return, stalling
from checker.kit.remedies import REFUND, REPLACE
from checker.rules.fault import ALL_SALES_FINAL, TRIED_ONLY_LATER

HIDDEN_FEE = F.mismatch.is_("hidden_fee")
UNCLEAR = F.mismatch.is_("unclear")
PLAINLY_OTHER = unless(HIDDEN_FEE | UNCLEAR)
DIFFERS = {
    "face_value": "数额不对",
    "type": "不是写明的那一种",
    "region": "适用的地方不对",
    "duration": "时长不对",
    "not_as_claimed": "和宣传的不一样",
    "hidden_fee": "宣传免费，到最后一步才告知收费",
    "fake": "有迹象表明来源有问题",
}


SUSPECTED = {
    "fake": "请核查所售商品的来源，是否属于冒充正版、来源不明的商品",
    "not_as_claimed": "请核查页面的宣传与实际是否相符，是否引人误解",
    "hidden_fee": "请核查宣传免费、到最后一步才告知收费的做法",
}
"""What an authority may look into; that it is so is not said."""


def _promised(t: Telling) -> str:
    if t.f.mismatch == "unclear":
        return f"页面写的是“{t.f.page_said}”。" if t.f.page_said else ""
    return f"页面写的是{typed(t.f.page_said, '页面原来怎么写的')}。"


def _happened(t: Telling) -> str:
    if t.f.mismatch == "unclear":
        got = f"实际收到的是“{t.f.got_instead}”。" if t.f.got_instead else ""
        return f"页面没有写清楚是哪一种，收到的这一种本人用不上。{got}"
    got = typed(t.f.got_instead, "实际情况是什么")
    return f"收到的{t.goods_called}和页面不一致：{DIFFERS[t.f.mismatch or '']}，实际情况是{got}。"


def _in_short(t: Telling) -> str:
    words = {"hidden_fee": "宣传免费，到最后一步才告知收费", "unclear": "页面没有写清楚，收到的用不上"}
    return words.get(t.f.mismatch or "", "收到的和页面写的不一致")


def _their_records(t: Telling) -> str:
    if t.f.mismatch == "hidden_fee":
        return "认为事先告知过收费的，请指出写明的那一处。"
    if t.f.mismatch == "not_as_claimed":
        return "认为商品与宣传一致的，请指出页面写明实际情况的那一处。"
    return "认为商品与页面一致的，请指出页面哪一处写明了实际交付的这一种。"


RULE = ClaimRule(
    module=__name__,
    title="收到的和页面写的不一样",
    meaning="面值、类型、区服、时长、功能、来源和页面写的不一样，就是没有按约定交付。可以要求换成对的、补差价，或者退货退款，看差得多不多，合理地选。用过的，按用掉多少折算。宣传免费、付款前才说要钱的，是宣传不真实；已经用过的，全额退不一定得到支持。页面没写清楚、收到的用不上，没有用掉的也可以要求，说法可能不同。",
    because="收到的东西和页面写明的不一致，或者该写明的没有写明，可以要求更换、减价或者退款。",
    also_called=(
        "发错了",
        "面值不对",
        "货不对板",
        "区服不对",
        "一码多卖",
    ),
    place=4,
    family="quality",
    story=story("收到的和页面写的不一样", F.problem.has(problems.WRONG_GOODS) & ~F.mismatch.is_("unlicensed")),
    conditions=(
        Condition(
            "说得出哪里不一样",
            F.mismatch.is_("face_value", "type", "region", "duration", "not_as_claimed", "hidden_fee", "fake", "unclear"),
            "页面写的就是这一种，属于自己看错，按买错来看。",
        ),
        Condition(
            "页面没写清楚的，东西还没有用掉",
            ~UNCLEAR | F.goods_used.is_("untouched", "tried", "fault_after_activation"),
            "页面没写清楚，可是东西已经用掉了。",
        ),
    ),
    defences=(
        Condition(
            "付款以后才看到那个宣传",
            F.mismatch.is_("not_as_claimed") & F.ad_seen.is_("after"),
            "付款以前看到的宣传才算数。付款以后才看到的，不是买的时候说好的内容。",
        ),
        Condition("买的时候就知道不是正版", F.mismatch.is_("fake") & F.knew_it.is_("yes"), "买的时候就知道是这样的，不能再拿它作理由。"),
    ),
    cites=(
        # The fee was told before payment, so no clause is fought: what was wrong is what the advertisement said. 明码标价和禁止价格欺诈规定 is
        # not cited: its very name says deceit, which nobody has shown.
        cite("xfz-20", "xfzss-9", "xfzss-10", "dsf-17", "mfd-509", when=HIDDEN_FEE),
        cite("xfz-20", "dsf-17", when=UNCLEAR),
        cite("xfz-24", "xfz-48", when=PLAINLY_OTHER),
        cite("dsf-17", "xfz-20", "xfzss-12", when=F.mismatch.is_("type", "region", "not_as_claimed", "fake")),
        cite("mfd-509", when=PLAINLY_OTHER),
        cite("mfd-577"),
        cite("mfd-582", when=unless(HIDDEN_FEE)),
        cite("mfd-617", when=PLAINLY_OTHER & SOLD),
    ),
    ends_contract=unless(HIDDEN_FEE) & WHOLE,
    deadlines=(
        Due(period="quality_return", row=quality_return, when=NOT_ASKED & MAYBE_CONSUMER),
        Due(period="stalling", row=stalling, when=MAYBE_CONSUMER),
    ),
    cautions=(
        Caution(
            words="收费在付款以前告诉过，东西又用过的，要求全额退不一定得到支持。可以先谈退一部分。",
            when=HIDDEN_FEE & unless(WHOLE),
            beside_a_claim=True,
        ),
    ),
    remedy=REFUND,
    remedy_for_goods=REPLACE,
    proof=(
        Evidence("listing", "页面原来写的是哪一种", "商品页写面值、类型、区服的那一处；改过的找订单快照"),
        Evidence("order"),
        Evidence("chat"),
    ),
    promised=Sentence(_promised, F.mismatch, F.page_said),
    happened=Sentence(_happened, F.mismatch, F.got_instead, F.goods),
    suspected=Sentence(lambda t: SUSPECTED.get(t.f.mismatch or "", ""), F.mismatch),
    breach="defect",
    in_short=Sentence(_in_short, F.mismatch),
    their_records=Sentence(_their_records, F.mismatch),
    use=Use(found_later=True),
    answers=(to("silence", say=TRIED_ONLY_LATER),),
    objections=(
        Objection("卡密已经发出，是你没看清。", "请指出页面哪一处写明了实际发出的这一种。", "own_fault"),
        ALL_SALES_FINAL,
    ),
)
