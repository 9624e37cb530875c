"""Goods that did not come."""

from checker.ask.problems import NOT_DELIVERED
from checker.kit import (
    ALWAYS,
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    Objection,
    Sentence,
    Telling,
    cite,
    promised,
    reading,
    story,
    to,
    unless,
)
from checker.kit.phrases import day
from checker.kit.remedies import DELIVER_OR_REFUND


def _happened(t: Telling) -> str:
    today = day(t.now.date() if t.now else None, "今天的日期和时间")
    return f"{promised(t.f)}。截至{today}{f' {t.now:%H:%M}' if t.now else ''}，本人仍没有收到约定的商品。"


RULE = ClaimRule(
    module=__name__,
    title="过了时间还没到账",
    meaning="商家要按自己承诺的时间交付。过了时间还没到账，可以要求马上交付。催了以后在合理期限内仍不交付，可以解除合同、要求退款。",
    because="过了承诺或者合理的时间还没有到账，对方没有履行合同。可以要求限期交付，到期仍不交付就解除合同、退还价款。",
    also_called=("没到账", "不发货", "没收到卡密", "一直等", "钱付了没东西", "充值不到账"),
    place=1,
    story=story("付了款，一直没到账，或者没收到卡密", F.problem.has(NOT_DELIVERED)),
    conditions=(
        Condition("已经超过对方承诺的时间；没有承诺的，已经等了足够久", F.overdue.holds, "还没有超过承诺的时间，先等到那个时间。"),
    ),
    cites=(
        cite("dsf-20", "mfd-509", when=unless(F.promised.is_("none"))),
        cite("mfd-509", "mfd-511", when=F.promised.is_("none")),
        cite("mfd-577"),
    ),
    ends_contract=ALWAYS,
    remedy=DELIVER_OR_REFUND,
    proof=(
        Evidence("payment"),
        Evidence("order"),
        Evidence("listing", "对方承诺多久到账", "商品页“秒到账”“几小时内”那一处，连网址和时间一起截"),
    ),
    also_proof=(Evidence("usage_log", "自己的账号里没有这笔到账", "账号里的充值记录、消息列表截图，带账号和时间"),),
    happened=Sentence(_happened, F.promised, reading(F.promised_minutes, when=F.promised.is_("stated"))),
    in_short=Sentence("过了时间仍没有到账"),
    their_records=Sentence("认为已经交付的，请提供交付记录：什么时间、发到哪个账号、用什么方式。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("used", say="本人没有收到，谈不上用过。请提供交付记录和使用记录：什么时间、在哪个账号。"),
        to("final", say="没有交付，不是退换的问题。请就交付本身答复。"),
    ),
    objections=(
        Objection("系统繁忙，正在处理，请耐心等待。", "请写明最晚的交付时间。到期仍未交付的，按合同解除处理，退还价款。"),
        Objection(
            "后台显示已经发货。",
            "请提供交付记录：什么时间、发到哪个账号、用什么方式。在线交付以进入指定系统并且能够检索识别为准。",
            "delivered",
        ),
    ),
    demand_starts_period=True,
)
