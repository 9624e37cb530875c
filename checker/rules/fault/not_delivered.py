"""Goods that did not come."""

from checker.ask.goods import goods_of
from checker.ask.problems import MIS_ORDER, NOT_DELIVERED
from checker.kit import (
    ALWAYS,
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    FirstAct,
    Objection,
    Saves,
    Sentence,
    Telling,
    cite,
    promised,
    reading,
    story,
    to,
    unless,
)
from checker.kit.phrases import blank, day, waited
from checker.kit.remedies import DELIVER_OR_REFUND

SHOWN = {
    "unpaid": "付款已经扣款，订单却仍显示没有付款。",
    "out_of_stock": "付款以后才说缺货，要本人等补货。",
    "new_time": f"后来双方说好改在{blank('后来说好的时间')}。",
    "done": "订单的状态和实际不符。",
    "confirm_first": "对方要本人先确认收货，才肯交付。本人没有确认。",
}
"""What the order page or the seller says, as a text tells it."""


def _happened(t: Telling) -> str:
    today = day(t.now.date() if t.now else None, "今天的日期和时间")
    told = (SHOWN.get(t.f.order_shows or "", ""), waited(t.f, t.now))
    return f"{''.join(told)}截至{today}{f' {t.now:%H:%M}' if t.now else ''}，{goods_of(t.f.goods).not_here}。"


def _in_short(t: Telling) -> str:
    shown = {"unpaid": "付款已经扣款，订单却显示没有付款，", "out_of_stock": "付款以后才说缺货，"}.get(t.f.order_shows or "", "")
    return f"{shown}{'过了时间' if t.f.overdue else '付款以后'}仍没有到账"


def _their_records(t: Telling) -> str:
    if t.f.order_shows == "unpaid":
        return "请核对交易流水与订单，说明这笔交易记在哪一笔订单上。没有对上的，请改正订单。"
    later = "认为约定了更晚的交付时间的，请指出写明的那一处。" if t.f.promised != "stated" and not t.f.overdue else ""
    return f"{later}认为已经交付的，请提供交付记录：什么时间、发到哪个账号、用什么方式。"


RULE = ClaimRule(
    module=__name__,
    title="付了款，东西一直没到",
    meaning="商家要按自己承诺的时间交付。过了时间还没到账，可以要求马上交付。没有写多久的，随时可以要求交付，但要给对方必要的准备时间。催了以后在合理期限内仍不交付，可以解除合同、要求退款。",
    because="付了款没有到账，可以要求限期交付，给对方必要的准备时间。到期仍不交付，就解除合同、退还价款。",
    also_called=("没到账", "不发货", "没收到卡密", "一直等", "钱付了没东西", "充值不到账", "不给卡"),
    place=1,
    family="arrival",
    story=story("付了款，一直没到账，或者没收到卡密", F.problem.has(NOT_DELIVERED)),
    conditions=(Condition("没有还在承诺的时间以内", F.may_be_demanded.holds, "还没有超过承诺的时间，先等到那个时间。"),),
    exceptions=(
        Condition(
            "不是自己填错、选错了收货的地方",
            F.problem.has(MIS_ORDER) & F.slip.is_("account", "stranger", "address"),
            "账号、号码是自己填错的，对方照填的发了，就不算没有交付。发了没有，请它拿出记录。",
        ),
    ),
    cites=(
        cite("dsf-20", "mfd-509"),
        cite("mfd-511", when=unless(F.promised.is_("instant", "stated"))),
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
    first_acts=(
        FirstAct(
            id="confirm",
            saves=Saves.PAYMENT,
            at_once=True,
            when=F.order_shows.is_("confirm_first"),
            what=lambda f: "不要先点“确认收货”：一点，钱就放给卖家。请它先交付，不交付就在订单里申请退款",
        ),
    ),
    promised=Sentence(lambda t: f"{promised(t.f)}。", F.promised, reading(F.promised_minutes, when=F.promised.is_("stated"))),
    happened=Sentence(_happened, F.order_shows, F.paid_on, F.goods),
    as_of_today=True,
    breach="undelivered",
    in_short=Sentence(_in_short, F.order_shows, F.overdue),
    their_records=Sentence(_their_records, F.order_shows, F.promised, F.overdue),
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
