"""Goods that did not arrive, arrived in part, or later than promised."""

from checker.decide.proof import PROOF
from checker.decide.rule import Objection, Rule, among, chose, true

NOT_DELIVERED = Rule(
    id="not_delivered",
    route="ordinary",
    title="过了时间还没到账",
    basis="statute",
    articles=("dsf-20", "mfd-509", "mfd-511", "mfd-563", "mfd-565", "mfd-566", "mfd-577"),
    cites=lambda facts: (*(("mfd-509", "mfd-511") if facts.promised == "none" else ("dsf-20", "mfd-509")), "mfd-577"),
    ends_contract=lambda facts: True,
    answers=lambda facts: {
        "used": "本人没有收到，谈不上用过。请提供交付记录和使用记录：什么时间、在哪个账号。",
        "final": "没有交付，不是退换的问题。请就交付本身答复。",
    },
    meaning="商家要按自己承诺的时间交付。过了时间还没到账，可以要求马上交付。催了以后在合理期限内仍不交付，可以解除合同、要求退款。",
    because="过了承诺或者合理的时间还没有到账，对方没有履行合同。可以要求限期交付，到期仍不交付就解除合同、退还价款。",
    conditions=(
        chose("not_delivered", sentence="付了款，一直没到账，或者没收到卡密"),
        true("overdue", sentence="已经超过对方承诺的时间；没有承诺的，已经等了足够久", otherwise="还没有超过承诺的时间，先等到那个时间。"),
    ),
    remedy="deliver_or_refund",
    proof=PROOF["not_delivered"],
    objections=(
        Objection(they_say="系统繁忙，正在处理，请耐心等待。", answer="请写明最晚的交付时间。到期仍未交付的，按合同解除处理，退还价款。"),
        Objection(
            they_say="后台显示已经发货。",
            answer="请提供交付记录：什么时间、发到哪个账号、用什么方式。在线交付以进入指定系统并且能够检索识别为准。",
            ground="delivered",
        ),
    ),
)

SHORT_DELIVERY = Rule(
    id="short_delivery",
    route="ordinary",
    title="只到了一部分",
    basis="statute",
    articles=("mfd-509", "mfd-577", "mfd-582", "xfz-48"),
    meaning="付了全部的钱，只到了一部分，就是没有按约定的数量交付。可以要求补齐，不补齐就退没到的那一部分。已经到的可以用，不影响。",
    because="到的比约定的少，没到的那一部分，对方要补齐或者退钱。",
    conditions=(chose("short", sentence="只到了一部分，数量不够"),),
    remedy="deliver_rest",
    answers=lambda facts: {
        "used": "本人要的是没有到的那一部分，和已经到的用没用过无关。",
        "final": "没有到的那一部分没有交付，不是退换的问题。请就这一部分答复。",
    },
    proof=PROOF["short"],
    objections=(
        Objection(they_say="已经全部发完。", answer="请提供每一笔的交付记录：什么时间、发到哪个账号、各是多少。", ground="delivered"),
        Objection(
            they_say="你收到时没有马上说，视为认可。",
            answer="数量对不上，查一下记录就能看出来。请先核对交付记录，再谈时间。",
            ground="silence",
        ),
    ),
)

LATE_DELIVERY = Rule(
    id="late_delivery",
    route="ordinary",
    title="到账晚了，已经说不要了或者用不上了",
    basis="statute",
    articles=("dsf-20", "mfd-509", "mfd-563", "mfd-565", "mfd-566", "mfd-577"),
    cites=lambda facts: ("dsf-20", "mfd-509", "mfd-577"),
    ends_contract=lambda facts: True,
    meaning="晚到账是违约。只是晚了一点，一般不能退全款。到账以前已经明确说不要了，或者到账的时候用途已经没了，可以要求退款。",
    because="到账晚于承诺的时间，而且到账以前已经说不要了，或者买它的用途已经没有了。",
    conditions=(
        chose("late", sentence="到账了，可是比说好的晚"),
        true("overdue", sentence="到账时间确实超过了对方承诺的时间", otherwise="到账没有超过承诺的时间。"),
        among(
            "too_late",
            "cancelled",
            "purpose_lost",
            sentence="到账以前已经明确说不要了，或者到账时已经用不上了",
            otherwise="只是晚了，东西还用得上，一般不能为此退全款。",
        ),
        among(
            "goods_used",
            "untouched",
            "tried",
            "fault_after_activation",
            sentence="到账以后没有使用",
            otherwise="到账以后已经用了，等于接受了交付。",
        ),
    ),
    remedy="refund",
    proof=PROOF["late"],
    objections=(
        Objection(
            they_say="已经到账，不能退。", answer="到账晚于承诺的时间，这次交付不能算按约履行。请就晚到账本身答复。", ground="delivered"
        ),
    ),
)
