"""What the other side says, and what can be answered: its own reasons first, then those to expect.

An answer asserts nothing that the buyer did not say; it asks for the record behind the reason.
"""

from checker.ask.facts import Facts
from checker.decide.rule import Objection, Rule

GIVEN: dict[str, Objection] = {
    "used": Objection(
        they_say="已经用过了。",
        answer="请提供使用记录：什么时间、在哪个账号、由谁使用。只说已经用过，不能说明是谁用的。",
    ),
    "final": Objection(they_say="一经售出，概不退换。", answer="这句话没有回答本人提出的问题。请就问题本身答复，写明依据的是哪一条。"),
    "silence": Objection(
        they_say="几小时内没有反馈，视为合格。",
        answer="没有马上反馈，不等于认可。请就问题本身答复，写明依据的是哪一条。",
    ),
    "own_fault": Objection(they_say="是你自己的原因。", answer="请写明是哪一次操作、什么时间、依据什么记录。"),
    "delivered": Objection(
        they_say="系统显示已经发货、到账。",
        answer="到账没有，和本人提出的问题是两回事。请就问题本身答复。",
    ),
    "too_late": Objection(
        they_say="过了售后期、申诉期。",
        answer="站内的期限只管站内的处理，不影响投诉和起诉。请就问题本身答复。",
    ),
    "rule": Objection(they_say="按规则只能这样。", answer="请写明是哪一条、下单以前在哪里提示过。"),
    "id_wanted": Objection(
        they_say="先交身份证照片、人脸。",
        answer="请说明用途和保存办法，并提供不收集这些信息的核实办法，例如核对订单、账单和原付款账户。",
    ),
    "review": Objection(they_say="先删差评、撤投诉。", answer="评价、投诉和退款是两回事。请就退款本身答复。"),
    "adult": Objection(they_say="是成年人自己操作的。", answer="由谁操作，和本人提出的问题是两回事。请就问题本身答复。"),
}

USED_OPENLY = "用过不等于不能退。请就本人说的问题答复，写明依据的是哪一条。"
DEDUCTED = "请写明是哪一条、下单以前在哪里提示过、怎么算的。没有依据的部分，本人不同意扣。"

TOLD = {
    "used": "已经用过",
    "final": "一经售出概不退换",
    "silence": "没有及时反馈就算合格",
    "own_fault": "本人自己的原因",
    "delivered": "系统显示已经完成",
    "too_late": "过了期限",
    "rule": "按规则只能这样",
    "id_wanted": "要先提供身份信息",
    "review": "附带和退款无关的条件",
    "adult": "成年人自己操作",
}
"""The same as a letter tells it: what was chosen from a list is nobody's own words, so it stands there without quotation marks, and where an
option covers several things, it says what they share."""


def given(rule: Rule, facts: Facts) -> tuple[Objection, ...]:
    """The reasons that the other side gave, in the order of the question's options, each with the answer that fits the rule best."""
    said = facts.refusal_ground or frozenset()
    exact: dict[str, str] = {}
    # Who writes that it was used does not ask who used it.
    if facts.goods_used in ("redeemed", "part_used", "fault_after_activation") and facts.failure != "already_used":
        exact["used"] = USED_OPENLY
    if facts.stage in ("partial_offer", "partly_paid"):
        exact["rule"] = DEDUCTED
    exact |= {item.ground: item.answer for item in rule.objections if item.ground and item.ground not in exact}
    exact |= rule.answers(facts) if rule.answers else {}
    return tuple(
        Objection(they_say=general.they_say, answer=exact.get(ground, general.answer), ground=ground)
        for ground, general in GIVEN.items()
        if ground in said
    )


def objections(rule: Rule, facts: Facts) -> tuple[Objection, ...]:
    """What to expect and what to answer, the reasons that were given first. Nothing is said twice."""
    found = given(rule, facts)
    said = {item.ground for item in found}
    return (*found, *(item for item in rule.objections if item.ground not in said))
