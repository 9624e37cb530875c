"""Two orders by mistake, and the goods of the second have not come: they are owed, or the money is."""

from checker.ask.problems import OVERCHARGED
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Evidence, F, Objection, Sentence, cite, story, to
from checker.kit.remedies import DELIVER_OR_REFUND

RULE = ClaimRule(
    module=__name__,
    title="误点成了两个订单，第二单没有来",
    meaning="点了两次，成了两份合同。来了、没动过的那一份，只能商量。没有来的，可以要求交付，到期仍不给的，解除这一单、要求退款。对方给了，就是两份都买了，不想要的先在订单里取消。",
    because="付了款的这一单没有来，可以要求限期交付。到期仍不交付，就解除这一单、退还价款。",
    also_called=("点了两次", "下重了单", "第二单没到"),
    place=13,
    family="arrival",
    story=story("误点成了两个订单，第二单没有来", F.problem.has(OVERCHARGED) & F.charge.is_("two_orders") & F.second_order.is_("not_come")),
    cites=(cite("mfd-509", "mfd-511", "mfd-577"),),
    ends_contract=ALWAYS,
    remedy=DELIVER_OR_REFUND,
    proof=(Evidence("payment"), Evidence("order", "是两个订单编号，第二单没有交付", "两个订单各一张详情，带编号和状态")),
    happened=Sentence("本人误点两次，成了两个订单。说的是没有交付的这一单。"),
    breach="undelivered",
    in_short=Sentence("误点成了两个订单，这一单没有交付"),
    their_records=Sentence("认为这一单已经交付的，请提供交付记录：什么时间、发到哪个账号、用什么方式。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("used", say="这一单没有收到，谈不上用过。请提供交付记录和使用记录：什么时间、在哪个账号。"),
        to("final", say="这一单没有交付，不是退换的问题。请就交付本身答复。"),
    ),
    objections=(Objection("是你自己点了两次。", "点了几次，不影响没有交付的一单。请提供交付记录，没有交付的，请退款。", "own_fault"),),
    demand_starts_period=True,
)
