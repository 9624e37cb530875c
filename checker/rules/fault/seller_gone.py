"""The seller cannot be reached any more, and the order still stands on a platform that can step in."""

from checker.ask.problems import SELLER_VANISHED
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Evidence, F, FirstAct, Objection, Remedy, Saves, Sentence, cite, story, to

HOLD_AND_REFUND = Remedy(
    id="hold_and_refund",
    label="先不放款，退款",
    extent=lambda facts: "full",
    request=lambda a: f"请暂不放款给卖家，把{a.amount}退还本人{a.back}。",
    demand=lambda a: f"暂不放款给卖家，退还{a.amount}{a.back}",
)

RULE = ClaimRule(
    module=__name__,
    title="卖家联系不上了，订单还在平台上",
    meaning="卖家拉黑你、不见了，订单还在平台上的，先在订单里申请退款。请平台介入，先别把钱放给卖家。同时报警，把聊天和付款记录交过去。平台也没有了的，按诈骗来看。",
    because="卖家收了钱就联系不上，没有照约定做。订单还在平台上，可以要求退款，请平台介入。",
    also_called=("卖家拉黑我", "卖家不见了", "联系不上卖家", "被卖家删好友"),
    place=12,
    family="seller",
    story=story("卖家联系不上，订单还在平台上", F.problem.has(SELLER_VANISHED) & F.order_stands.is_("yes")),
    cites=(cite("mfd-509", "mfd-577"),),
    ends_contract=ALWAYS,
    hold_the_money=F.problem.has(SELLER_VANISHED),
    remedy=HOLD_AND_REFUND,
    proof=(
        Evidence("order"),
        Evidence("payment"),
        Evidence("chat", "什么时候起联系不上", "最后几句聊天、被拉黑的提示，连时间一起截"),
    ),
    first_acts=(
        FirstAct(
            id="hold",
            saves=Saves.PAYMENT,
            at_once=True,
            what=lambda f: "今天就在订单里申请退款、请平台介入，请它先别把钱放给卖家。不要点“确认收货”。同时报警，留下回执",
        ),
    ),
    happened=Sentence("付款以后，收款的卖家联系不上，没有照约定履行。订单还在平台上。请提供卖家的名称和联系方式。"),
    in_short=Sentence("付款以后卖家联系不上，没有照约定履行"),
    their_records=Sentence("认为已经履行的，请提供记录：什么时间、交付了什么。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "delivered", "final", say="卖家联系不上，请平台核对订单，提供交付记录。"),),
    objections=(Objection("找卖家协商。", "卖家已经联系不上。请平台介入，并提供卖家的名称、地址和联系方式。"),),
)
