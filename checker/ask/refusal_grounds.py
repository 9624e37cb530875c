"""The reasons for which a refund is refused, one row each, with what can be answered.

An answer asserts nothing that the buyer did not say; it asks for the record behind the reason.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RefusalGround:
    """One reason that the other side gives. ``label`` is the option's text, ``they_say`` the reason in its own mouth, ``answer`` what meets it
    whatever the claim rests on, and ``in_letter`` how a letter tells it: what was chosen from a list is nobody's own words, so it stands there without
    quotation marks, and where an option covers several things, it says what they share.
    """

    id: str
    label: str
    they_say: str
    answer: str
    in_letter: str
    answer_if_used: str | None = None
    """What meets it from a buyer who writes that the goods were used. One row; a ground “已经激活” of its own would be the second."""
    answer_if_part_paid: str | None = None
    """What meets it where a part is offered or paid and the rest kept back. One row; a ground “手续费” of its own would be the second."""
    about_the_payer: bool = False
    """Whether it is about who acted and not about the order; it is answered after the others. One row; a ground “不是本人付的” would be the
    second."""


USED = RefusalGround(
    id="used",
    label="说已经用过了（卡密已使用、账号登录过、游戏玩过）",
    they_say="已经用过了。",
    answer="请提供使用记录：什么时间、在哪个账号、由谁使用。只说已经用过，不能说明是谁用的。",
    in_letter="已经用过",
    answer_if_used="用过不等于不能退。请就本人说的问题答复，写明依据的是哪一条。",
)
FINAL = RefusalGround(
    id="final",
    label="说一经售出、概不退换",
    they_say="一经售出，概不退换。",
    answer="这句话没有回答本人提出的问题。请就问题本身答复，写明依据的是哪一条。",
    in_letter="一经售出概不退换",
)
SILENCE = RefusalGround(
    id="silence",
    label="说过了几小时没反馈，就算合格",
    they_say="几小时内没有反馈，视为合格。",
    answer="没有马上反馈，不等于认可。请就问题本身答复，写明依据的是哪一条。",
    in_letter="没有及时反馈就算合格",
)
OWN_FAULT = RefusalGround(
    id="own_fault",
    label="说是我自己的原因",
    they_say="是你自己的原因。",
    answer="请写明是哪一次操作、什么时间、依据什么记录。",
    in_letter="本人自己的原因",
)
DELIVERED = RefusalGround(
    id="delivered",
    label="说系统显示已经发货、到账",
    they_say="系统显示已经发货、到账。",
    answer="到账没有，和本人提出的问题是两回事。请就问题本身答复。",
    in_letter="系统显示已经完成",
)
TOO_LATE = RefusalGround(
    id="too_late",
    label="说过了售后期、申诉期",
    they_say="过了售后期、申诉期。",
    answer="站内的期限只管站内的处理，不影响投诉和起诉。请就问题本身答复。",
    in_letter="过了期限",
)
RULE = RefusalGround(
    id="rule",
    label="说按规则要扣、只能退这么多",
    they_say="按规则只能这样。",
    answer="请写明是哪一条、下单以前在哪里提示过。",
    in_letter="按规则只能这样",
    answer_if_part_paid="请写明是哪一条、下单以前在哪里提示过、怎么算的。没有依据的部分，本人不同意扣。",
)
ADULT = RefusalGround(
    id="adult",
    label="说是成年人自己操作的",
    they_say="是成年人自己操作的。",
    answer="由谁操作，和本人提出的问题是两回事。请就问题本身答复。",
    in_letter="成年人自己操作",
    about_the_payer=True,
)
ID_WANTED = RefusalGround(
    id="id_wanted",
    label="要我先交身份证照片、人脸",
    they_say="先交身份证照片、人脸。",
    answer="请说明用途和保存办法，并提供不收集这些信息的核实办法，例如核对订单、账单和原付款账户。",
    in_letter="要先提供身份信息",
)
REVIEW = RefusalGround(
    id="review",
    label="要我先删差评、撤投诉",
    they_say="先删差评、撤投诉。",
    answer="评价、投诉和退款是两回事。请就退款本身答复。",
    in_letter="附带和退款无关的条件",
)

HANDED_OVER = RefusalGround(
    id="handed_over",
    label="说店铺转让了、换人了，以前的单不管",
    they_say="店铺转给我了，以前的单不归我管。",
    answer="请写明哪一天转让、下单的时候登记的经营者是谁，并提供变更公示的记录。",
    in_letter="已经转让、换人",
)
GIFTS = RefusalGround(
    id="gifts",
    label="说赠送的、优惠券和积分抵的不退",
    they_say="赠送的、优惠券抵的不退。",
    answer="请写明哪一部分是赠送、哪一部分是本人付的，怎么算的。本人付的部分应当退还。",
    in_letter="有一部分是赠送或者用券抵的",
)
INVOICE = RefusalGround(
    id="invoice",
    label="说开过发票，或者没有发票，所以不退",
    they_say="发票的事没办好，退不了。",
    answer="开没开发票，不影响退款。已经开的发票，本人配合作废或者红冲。",
    in_letter="发票的问题",
)

REFUSAL_GROUNDS = (USED, FINAL, SILENCE, OWN_FAULT, DELIVERED, TOO_LATE, RULE, ADULT, ID_WANTED, REVIEW, HANDED_OVER, GIFTS, INVOICE)
"""In the order of the question's options; 别的理由 and 不清楚 come after them and have no answer."""

_BY_ID = {ground.id: ground for ground in REFUSAL_GROUNDS}


def ground_of(option: str) -> RefusalGround:
    """The row behind an option that has one."""
    return _BY_ID[option]
