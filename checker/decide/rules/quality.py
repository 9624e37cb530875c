"""Goods that are not what was sold, do not work, or stop working early."""

from checker.decide.proof import PROOF
from checker.decide.rule import Objection, Rule, among, chose

_ALL_SALES_FINAL = Objection(
    they_say="虚拟商品一经售出，概不退换。",
    answer="这句话挡不住质量不符、不能用的情形。排除消费者主要权利的格式条款无效，请就商品本身的问题答复（《消费者权益保护法》第二十六条、《民法典》第四百九十七条）。",
)

WRONG_GOODS = Rule(
    id="wrong_goods",
    route="ordinary",
    title="收到的和页面写的不一样",
    basis="statute",
    articles=("xfz-24", "xfz-48", "mfd-577", "mfd-582", "mfd-617"),
    meaning="面值、类型、区服、时长、功能和页面写的不一样，就是没有按约定交付。可以要求换成对的、补差价，或者退货退款。用过的，按用掉多少折算。",
    because="收到的东西和页面写明的不一致，对方没有按约定交付，可以要求更换、减价或者退款。",
    conditions=(
        chose("wrong_goods", sentence="收到的和页面写的不一样"),
        among(
            "mismatch", "face_value", "type", "region", "duration", "not_as_claimed",
            sentence="说得出哪里不一样", otherwise="页面写的就是这一种，属于自己看错，按买错来看。",
        ),
    ),
    remedy="refund",
    proof=PROOF["wrong_goods"],
    objections=(
        Objection(they_say="卡密已经发出，是你没看清。", answer="页面写明的内容和实际收到的内容都有截图。请指出页面哪一处写明了实际发出的这一种。"),
        _ALL_SALES_FINAL,
    ),
)

UNUSABLE = Rule(
    id="unusable",
    route="ordinary",
    title="激活码、账号用不了",
    basis="statute",
    articles=("xfz-23", "xfz-24", "mfd-610", "mfd-617", "dsf-62"),
    meaning="卡密无效、提示已被使用、密码错误，就是商品不符合质量要求。可以要求补发能用的，也可以要求退款。是不是本人用掉的，常常是争论的重点，先固定证据。",
    because="商品不能正常使用，而且没有证据表明是你自己用掉的，对方应当补发或者退款。",
    conditions=(
        chose("unusable", sentence="用不了：无效、提示已被使用或者密码错误"),
        among(
            "goods_used", "untouched", "tried", "fault_after_activation", "part_used",
            sentence="卡密不是自己或者朋友充掉的", otherwise="已经充进自己或朋友的账号，说明卡密当时能用。",
        ),
    ),
    exceptions=(
        among(
            "support_fixed", "yes",
            sentence="客服已经解决，现在能用", otherwise="客服已经解决，现在能用，不能再拿用不了作理由。",
        ),
    ),
    remedy="refund",
    proof=PROOF["unusable"],
    objections=(
        Objection(they_say="后台显示卡密已被使用。", answer="请提供使用记录：什么时间、在哪个账号、由谁使用。交易记录在贵方或者发行方手里，争议处理中应当提供。"),
        _ALL_SALES_FINAL,
    ),
)

STOPPED_EARLY = Rule(
    id="stopped_early",
    route="ordinary",
    title="用着用着被收回、被扣回、提前停了",
    basis="statute",
    articles=("mfd-509", "mfd-563", "mfd-566", "mfd-577", "mfd-612"),
    cites=lambda facts: ("mfd-509", "mfd-563", "mfd-566", "mfd-577", *(("mfd-612",) if facts.stopped_cause == "taken_back" else ())),
    meaning="会员、账号或者充的钱，还没到约定的时间就被找回、扣回、停掉。不是因为你违反规则的，可以要求恢复，或者退还没用到的部分。",
    because="约定的使用还没有结束就被收回或者停掉，不是你的原因，可以要求恢复或者退还剩余部分。",
    conditions=(
        chose("stopped_early", sentence="用着用着没了"),
        among(
            "stopped_cause", "taken_back", "clawed_back", "shut",
            sentence="不是因为自己违反使用规则", otherwise="是因为自己违反了使用规则，由自己承担。",
        ),
    ),
    remedy="refund_rest",
    proof=PROOF["stopped_early"],
    objections=(
        Objection(they_say="交付的时候是好的，后来的事与我们无关。", answer="卖的是约定时间里的使用。约定的时间没有到就不能用，这一部分没有交付。"),
    ),
)
