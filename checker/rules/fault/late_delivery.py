"""Goods that came later than promised, when they were not wanted any more or of no use."""

from checker.ask import problems
from checker.kit import (
    ALWAYS,
    ClaimRule,
    Condition,
    Evidence,
    F,
    Objection,
    Sentence,
    Telling,
    Use,
    cite,
    promised,
    reading,
    story,
)
from checker.kit.remedies import REFUND


def _happened(t: Telling) -> str:
    late = "实际到账晚于承诺的时间" if t.f.promised in ("stated", "instant") else "付款以后过了很久才到账"
    on = f"（{t.f.arrived_on.said}到账）" if t.f.arrived_on else ""
    since = {"cancelled": "到账以前，本人已经明确表示不要了。", "purpose_lost": "到账的时候，本人购买它的用途已经没有了。"}[
        t.f.too_late or ""
    ]
    return f"{late}{on}。{since}"


def _in_short(t: Telling) -> str:
    return "到账晚了，" + {"cancelled": "到账前已经说不要", "purpose_lost": "到账时已经用不上"}[t.f.too_late or ""]


RULE = ClaimRule(
    module=__name__,
    title="到账晚了，已经说不要了或者用不上了",
    meaning="晚到账是违约。只是晚了一点，一般不能退全款。到账以前已经明确说不要了，或者到账的时候用途已经没了，可以要求退款。",
    because="到账晚于承诺的时间，而且到账以前已经说不要了，或者买它的用途已经没有了。",
    also_called=(
        "到账慢",
        "发货太晚",
        "晚到",
        "等太久",
    ),
    place=3,
    family="arrival",
    story=story("到账了，可是比说好的晚", F.problem.has(problems.LATE)),
    conditions=(
        Condition("到账时间确实超过了对方承诺的时间", F.overdue.holds, "到账没有超过承诺的时间。"),
        Condition(
            "到账以前已经明确说不要了，或者到账时已经用不上了",
            F.too_late.is_("cancelled", "purpose_lost"),
            "只是晚了，东西还用得上，一般不能为此退全款。",
        ),
        Condition(
            "到账以后没有使用", F.goods_used.is_("untouched", "tried", "fault_after_activation"), "到账以后已经用了，等于接受了交付。"
        ),
    ),
    cites=(cite("dsf-20", "mfd-509", "mfd-577"),),
    ends_contract=ALWAYS,
    remedy=REFUND,
    proof=(
        Evidence("listing"),
        Evidence("order", "什么时候付的款、什么时候到的账", "订单里的付款时间，和账号里的到账时间，各截一张"),
        Evidence("chat", "到账以前已经说过不要，或者对方知道用途", "找到到账以前发出的那一句，连时间一起截图"),
    ),
    promised=Sentence(lambda t: f"{promised(t.f)}。", F.promised, reading(F.promised_minutes, when=F.promised.is_("stated"))),
    happened=Sentence(_happened, F.promised, F.arrived_on, F.too_late),
    happened_on="arrived_on",
    breach="came_late",
    in_short=Sentence(_in_short, F.too_late),
    their_records=Sentence("认为按时交付的，请提供交付记录：什么时间、发到哪个账号。"),
    use=Use(),
    answers=(),
    objections=(Objection("已经到账，不能退。", "到账晚于承诺的时间，这次交付不能算按约履行。请就晚到账本身答复。", "delivered"),),
)
