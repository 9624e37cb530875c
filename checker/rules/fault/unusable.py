"""A code or an account that does not work."""

from checker.ask import problems
from checker.ask.facts import Facts
from checker.ask.goods import GOODS
from checker.kit import ClaimRule, Condition, Due, Evidence, F, FirstAct, Objection, Saves, Sentence, Telling, Use, cite, story, to, unless
from checker.kit.conditions import MAYBE_CONSUMER, NOT_ASKED, PAID_AND_TRUE, SOLD, WHOLE
from checker.kit.deadlines import quality_return, stalling
from checker.kit.remedies import REFUND, REPLACE
from checker.rules.fault import ALL_SALES_FINAL, TRIED_ONLY_LATER

SAYS = {
    "already_used": "，提示已被使用",
    "invalid": "，提示无效",
    "wrong_password": "，提示账号或密码错误",
}
FOUND_EARLIER = F.issuer_says.is_("before")
AS_CODE = F.goods.is_(*(row for row in GOODS if row.as_code))
CONFIRMED = F.evidence.has("official")
TO_BE_TRACED = F.failure.is_("already_used") & unless(
    F.support_fixed.is_("yes") | F.goods_used.is_("redeemed") | F.issuer_says.is_("before", "after") | CONFIRMED
)
"""A code said to be used, of which nobody has yet learnt from the issuer by whom."""


def _happened(t: Telling) -> str:
    shown = (SAYS | {"expired": "，到手就提示已经过期"}).get(t.f.failure or "", "")
    words = f"，提示原文是“{t.f.error_text}”" if t.f.error_text else ""
    found = ""
    if t.f.issuer_says == "before":
        at_hand = "official" in (t.f.evidence or ())
        found = "经向发行方查询，官方已确认" if at_hand else "本人向发行方查过，答复是"
        found += f"该{t.goods_called}在本人收到以前就已被使用。"
    still = {"no": "问题至今没有解决。", "no_answer": "问过客服，没有答复。"}.get(t.f.support_fixed or "", "")
    return f"收到的{t.goods_called}不能正常使用{shown}{words}。{found}{still}"


def _in_short(t: Telling) -> str:
    found = "。向发行方查过，答复是收到以前就已被使用" if t.f.issuer_says == "before" else ""
    return "商品不能正常使用" + (SAYS | {"expired": "，到手就过期"}).get(t.f.failure or "", "") + found


def _trace(facts: Facts) -> str:
    still = "" if facts.issuer_says == "not_asked" else "还没问过发行方的，"
    return f"{still}问发行方：卡密什么时候、被哪个账号用掉，还能不能冻结。提示和查询的画面录下来"


def _their_records(t: Telling) -> str:
    if t.f.failure == "already_used":
        return "认为商品已经由本人使用的，请提供使用记录：什么时间、在哪个账号、由谁使用。"
    return "认为商品能正常使用的，请提供查询记录，并写明怎样使用。"


RULE = ClaimRule(
    module=__name__,
    title="激活码、账号用不了",
    meaning="卡密无效、提示已被使用、密码错误、到手就过期，就是商品不符合质量要求。可以要求补发能用的，也可以要求退款。是不是本人用掉的，常常是争论的重点，先固定证据。",
    because="商品不能正常使用，而且没有证据表明是你自己用掉的，对方应当补发或者退款。",
    also_called=(
        "卡密用过",
        "激活不了",
        "被人用了",
        "无效卡",
        "密码不对",
        "卡密失效",
        "充不进去",
    ),
    place=6,
    family="quality",
    story=story("用不了：无效、提示已被使用、密码错误或者到手就过期", F.problem.has(problems.UNUSABLE)),
    defences=(
        Condition(
            "卡密已经充进自己或者朋友的账号",
            F.goods_used.is_("redeemed"),
            "已经充进自己或朋友的账号，说明卡密当时能用。",
        ),
        Condition("客服已经解决，现在能用", F.support_fixed.is_("yes"), "客服已经解决，现在能用，不能再拿用不了作理由。"),
    ),
    cites=(
        cite("xfz-23", "xfz-24", "mfd-509", "mfd-577", "mfd-582"),
        cite("mfd-610", "mfd-617", when=SOLD),
        cite("dsf-62"),
    ),
    ends_contract=WHOLE,
    deadlines=(
        Due(period="quality_return", row=quality_return, when=NOT_ASKED & MAYBE_CONSUMER),
        Due(period="stalling", row=stalling, when=MAYBE_CONSUMER),
    ),
    first_acts=(FirstAct(id="code", saves=Saves.PROOF, when=PAID_AND_TRUE & TO_BE_TRACED, what=_trace, reads=(F.issuer_says,)),),
    remedy=REFUND,
    remedy_for_goods=REPLACE,
    proof=(
        Evidence("error", "第一次用就失败，提示是什么", "从打开卡密页录到提示出现，一镜到底；卡密发给别人看以前先遮住"),
        Evidence(
            "official",
            "{goods}在收到以前就被用掉，或者本来就无效",
            "激活记录在发行方手里。找发行方客服，请它书面回复什么时间、哪个账号用的",
        ),
        Evidence(
            "usage_log",
            "自己的账号里没有用过这个{goods}",
            "自己账号的兑换记录截图；卖家说已使用的，书面要求它提供使用记录，起诉以后可以申请法院责令提交",
        ),
    ),
    disproved=F.issuer_says.is_("after"),
    happened=Sentence(_happened, F.failure, F.error_text, F.issuer_says, F.evidence, F.support_fixed, F.goods),
    breach="defect",
    in_short=Sentence(_in_short, F.failure, F.issuer_says),
    their_records=Sentence(_their_records, F.failure),
    use=Use(found_later=True),
    answers=(
        to("silence", say=TRIED_ONLY_LATER),
        # What the issuer found goes before a question for records; that it confirmed it stands only where its answer is at hand.
        to("used", say="发行方答复，使用在本人收到以后。请查明由哪个账号使用。", when=F.issuer_says.is_("after") & CONFIRMED),
        to("used", say="本人向发行方查过，答复是在本人收到以前就被使用。请核对发行方的记录。", when=FOUND_EARLIER),
        to("used", say="发行方已经查明，商品在本人收到以前就被使用，查询结果见附件。", when=FOUND_EARLIER & CONFIRMED),
        to("used", say="发行方已经查明，这张卡密在本人收到以前就被使用，查询结果见附件。", when=FOUND_EARLIER & CONFIRMED & AS_CODE),
    ),
    objections=(
        Objection("后台显示卡密已被使用。", "请提供使用记录：什么时间、在哪个账号、由谁使用。", "used"),
        ALL_SALES_FINAL,
    ),
)
