"""Goods that are not what was sold, do not work, or stop working early."""

from checker.ask.facts import Facts
from checker.ask.goods import GOODS
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Objection, Rule, Truth, all_of, among, any_of, chose, is_none_of, is_one_of, story

GOODS_SOLD = tuple(goods.id for goods in GOODS if goods.sold)
"""Goods that are sold. The law of sales is not cited for a service (民法典 595 and following)."""


def _whole(facts: Facts) -> bool:
    """Whether nothing of it was used, so that the contract as a whole can be ended."""
    return facts.goods_used in ("untouched", "tried")


_TRIED_ONLY_LATER = "有没有问题，要用了才知道，几个小时只够看外表。请就问题本身答复。"

_ALL_SALES_FINAL = Objection(
    they_say="虚拟商品一经售出，概不退换。",
    answer="这句话挡不住质量不符、不能用的情形。排除消费者主要权利的格式条款无效，请就商品本身的问题答复。",
    ground="final",
)

KNEW = Condition(
    sentence="买的时候就知道不是正版",
    otherwise="买的时候就知道是这样的，不能再拿它作理由。",
    reads=("mismatch", "knew_it"),
    holds=lambda facts: all_of(is_one_of(facts.mismatch, "fake"), is_one_of(facts.knew_it, "yes")),
)


def _differs(facts: Facts) -> Truth:
    """The story of wrong goods. A seller without a licence is another one."""
    return all_of(facts.chose("wrong_goods"), is_none_of(facts.mismatch, "unlicensed"))


def _cites_by_mismatch(facts: Facts) -> tuple[str, ...]:
    if facts.mismatch == "hidden_fee":
        # The fee was told before payment, so no clause is fought: what was wrong is what the advertisement said. 明码标价和禁止价格欺诈规定 is
        # not cited: its very name says deceit, which nobody has shown.
        return ("xfz-20", "xfzss-9", "xfzss-10", "dsf-17", "mfd-509", "mfd-577")
    if facts.mismatch == "unclear":
        return ("xfz-20", "dsf-17", "mfd-577", "mfd-582")
    claimed = ("dsf-17", "xfz-20", "xfzss-12") if facts.mismatch in ("type", "region", "not_as_claimed", "fake") else ()
    sold = ("mfd-617",) if facts.goods in GOODS_SOLD else ()
    return ("xfz-24", "xfz-48", *claimed, "mfd-509", "mfd-577", "mfd-582", *sold)


def _ends_for_mismatch(facts: Facts) -> bool:
    return facts.mismatch != "hidden_fee" and _whole(facts)


WRONG_GOODS = Rule(
    id="wrong_goods",
    route="ordinary",
    title="收到的和页面写的不一样",
    basis="statute",
    articles=(
        "xfz-20",
        "xfz-24",
        "xfz-48",
        "xfzss-9",
        "xfzss-10",
        "xfzss-12",
        "dsf-17",
        "mfd-509",
        "mfd-563",
        "mfd-565",
        "mfd-566",
        "mfd-577",
        "mfd-582",
        "mfd-617",
    ),
    cites=_cites_by_mismatch,
    ends_contract=_ends_for_mismatch,
    answers=lambda facts: {"silence": _TRIED_ONLY_LATER},
    meaning="面值、类型、区服、时长、功能、来源和页面写的不一样，就是没有按约定交付。可以要求换成对的、补差价，或者退货退款，看差得多不多，合理地选。用过的，按用掉多少折算。宣传免费、付款前才说要钱的，是宣传不真实；已经用过的，全额退不一定得到支持。页面没写清楚、收到的用不上，没有用掉的也可以要求，说法可能不同。",
    because="收到的东西和页面写明的不一致，或者该写明的没有写明，可以要求更换、减价或者退款。",
    conditions=(
        Condition(sentence="收到的和页面写的不一样", otherwise="你说的不是这种情况。", reads=("problem", "mismatch"), holds=_differs),
        among(
            "mismatch",
            "face_value",
            "type",
            "region",
            "duration",
            "not_as_claimed",
            "hidden_fee",
            "fake",
            "unclear",
            sentence="说得出哪里不一样",
            otherwise="页面写的就是这一种，属于自己看错，按买错来看。",
        ),
        Condition(
            sentence="页面没写清楚的，东西还没有用掉",
            otherwise="页面没写清楚，可是东西已经用掉了。",
            reads=("mismatch", "goods_used"),
            holds=lambda facts: any_of(
                is_none_of(facts.mismatch, "unclear"),
                is_one_of(facts.goods_used, "untouched", "tried", "fault_after_activation"),
            ),
        ),
    ),
    defences=(KNEW,),
    remedy="refund",
    by_wish={"goods": "replace"},
    proof=PROOF["wrong_goods"],
    objections=(
        Objection(they_say="卡密已经发出，是你没看清。", answer="请指出页面哪一处写明了实际发出的这一种。", ground="own_fault"),
        _ALL_SALES_FINAL,
    ),
)

UNLICENSED = Rule(
    id="unlicensed",
    route="ordinary",
    title="对方没有经营资质，买的时候不知道",
    basis="statute",
    articles=("mfd-153", "mfd-157", "htjs-24"),
    meaning="游戏没有版号、服务没有许可，违法的是经营者。合同可能被法院认定无效，取得的钱要返还。用过的部分怎么折、双方各有多少过错，由法院定。明知还买的，自己也要承担。",
    because="对方没有经营资质，你买的时候不知道。合同可能无效，可以要求返还，用掉的部分折价，损失按双方的过错分。",
    conditions=(
        story("wrong_goods", "mismatch", "unlicensed", sentence="对方没有经营资质，例如游戏没有版号"),
        among("knew_it", "no", sentence="买的时候不知道", otherwise="买的时候就知道没有资质，自己也有过错，损失要自己承担一部分。"),
    ),
    remedy="return_void",
    answers=lambda facts: {"used": "合同无效的，取得的财产应当返还，用掉的部分折价。请写明怎么算。"},
    proof=PROOF["unlicensed"],
    objections=(
        Objection(they_say="玩过了就不退。", answer="合同无效的，取得的财产应当返还，用掉的部分折价。请说明本服务的资质证照编号。"),
    ),
)


def _answers_on_use(facts: Facts) -> dict[str, str]:
    """What the issuer found goes before a question for records; that it confirmed it stands only where its answer is at hand."""
    found = {"silence": _TRIED_ONLY_LATER}
    if facts.issuer_says == "after" and "official" in (facts.evidence or ()):
        found["used"] = "发行方答复，使用在本人收到以后。请查明由哪个账号使用。"
    if facts.issuer_says == "before":
        official = "official" in (facts.evidence or ())
        found["used"] = (
            "发行方已经查明，这张卡密在本人收到以前就被使用，查询结果见附件。"
            if official
            else "本人向发行方查过，答复是在本人收到以前就被使用。请核对发行方的记录。"
        )
    return found


UNUSABLE = Rule(
    id="unusable",
    route="ordinary",
    title="激活码、账号用不了",
    basis="statute",
    articles=(
        "xfz-23",
        "xfz-24",
        "mfd-509",
        "mfd-563",
        "mfd-565",
        "mfd-566",
        "mfd-577",
        "mfd-582",
        "mfd-610",
        "mfd-617",
        "dsf-62",
    ),
    cites=lambda facts: (
        "xfz-23",
        "xfz-24",
        "mfd-509",
        "mfd-577",
        "mfd-582",
        *(("mfd-610", "mfd-617") if facts.goods in GOODS_SOLD else ()),
        "dsf-62",
    ),
    ends_contract=_whole,
    answers=_answers_on_use,
    meaning="卡密无效、提示已被使用、密码错误、到手就过期，就是商品不符合质量要求。可以要求补发能用的，也可以要求退款。是不是本人用掉的，常常是争论的重点，先固定证据。",
    because="商品不能正常使用，而且没有证据表明是你自己用掉的，对方应当补发或者退款。",
    conditions=(
        chose("unusable", sentence="用不了：无效、提示已被使用、密码错误或者到手就过期"),
        among(
            "goods_used",
            "untouched",
            "tried",
            "fault_after_activation",
            "part_used",
            sentence="卡密不是自己或者朋友充掉的",
            otherwise="已经充进自己或朋友的账号，说明卡密当时能用。",
        ),
    ),
    exceptions=(
        among(
            "support_fixed",
            "yes",
            sentence="客服已经解决，现在能用",
            otherwise="客服已经解决，现在能用，不能再拿用不了作理由。",
        ),
    ),
    remedy="refund",
    by_wish={"goods": "replace"},
    proof=PROOF["unusable"],
    objections=(
        Objection(they_say="后台显示卡密已被使用。", answer="请提供使用记录：什么时间、在哪个账号、由谁使用。", ground="used"),
        _ALL_SALES_FINAL,
    ),
)


def _cites_by_cause(facts: Facts) -> tuple[str, ...]:
    sold = ("mfd-612",) if facts.goods in GOODS_SOLD else ()
    by_cause = {"taken_back": sold, "banned": sold, "closing": ("xfz-53", "xfzss-22"), "term": ("mfd-498",)}
    return ("mfd-509", "mfd-577", *by_cause.get(facts.stopped_cause or "", ()))


def _ended(facts: Facts) -> Truth:
    """The story of a use that ended early. A stop for money from fraud is another one."""
    return all_of(facts.chose("stopped_early"), is_none_of(facts.stopped_cause, "tainted"))


STOPPED_EARLY = Rule(
    id="stopped_early",
    route="ordinary",
    title="用着用着被收回、被扣回、提前停了",
    basis="statute",
    articles=("mfd-498", "mfd-509", "mfd-563", "mfd-565", "mfd-566", "mfd-577", "mfd-612", "xfz-53", "xfzss-22"),
    cites=_cites_by_cause,
    ends_contract=lambda facts: True,
    answers=lambda facts: {"delivered": "本人没有说没收到。卖的不只是收到那一刻，还有以后能用。请就用不了这件事答复。"},
    meaning="会员、账号或者充的钱，还没到约定的时间就被找回、扣回、封掉、停掉。不是因为你违反规则的，可以要求恢复，或者退还没用到的部分。换了设备或者账号转不过去的，看下单以前有没有写明。合同的话有两种理解，按不利于写合同一方的理解。",
    because="约定的使用还没有结束就用不了了，不是因为你违反规则，可以要求恢复或者退还剩余部分。",
    conditions=(
        Condition(sentence="用着用着没了", otherwise="你说的不是这种情况。", reads=("problem", "stopped_cause"), holds=_ended),
        among(
            "stopped_cause",
            "taken_back",
            "clawed_back",
            "banned",
            "shut",
            "closing",
            "term",
            "device",
            sentence="不是因为自己违反使用规则",
            otherwise="是因为自己违反了使用规则，由自己承担。",
        ),
    ),
    defences=(
        Condition(
            sentence="买的时候已经写明，只能在一台设备、一个账号上用",
            otherwise="买的时候已经写明只能在一台设备、一个账号上用，换了以后用不了由自己承担。",
            reads=("stopped_cause", "one_device"),
            holds=lambda facts: all_of(is_one_of(facts.stopped_cause, "device"), is_one_of(facts.one_device, "yes")),
        ),
    ),
    remedy="refund_rest",
    by_wish={"goods": "restore"},
    proof=PROOF["stopped_early"],
    objections=(
        Objection(
            they_say="交付的时候是好的，后来的事与我们无关。", answer="卖的不只是收到那一刻，还有以后能用。后来用不了，这一部分没有交付。"
        ),
        Objection(
            they_say="从开通的时刻算，已经到期。",
            answer="请指出下单以前写明钟点的那一处。条款有两种解释的，作不利于提供格式条款一方的解释。",
        ),
    ),
)
