"""The seller cancels the order, or takes back what it gave."""

from checker.ask import problems
from checker.kit import ALWAYS, ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, Use, cite, story, to
from checker.kit.remedies import PERFORM_OR_REFUND, REFUND_ALL


def _happened(t: Telling) -> str:
    why = {
        "wrong_price": "，理由是订单出错",
        "no_stock": "，理由是没有货",
        "breach_denied": "，理由是本人违规，本人不认可",
    }.get(t.f.cancel_reason or "", "")
    return f"本人付款以后，{t.seller_called}单方不再履行这笔订单{why}。"


RULE = ClaimRule(
    module=__name__,
    title="商家自己取消订单，或者把给了的收回去",
    meaning="提交订单、付了款，合同一般就成立了，商家不能想取消就取消。可以要求照原订单履行，也可以要求退款。标价明显错误的，商家可以请求法院或者仲裁机构撤销，但不能自己说了算。缺货也是商家的事。",
    because="付款以后合同一般已经成立，对方单方取消是违约。可以要求照原订单履行，或者退款。",
    also_called=(
        "标错价",
        "单方取消",
        "缺货取消",
        "收回会员",
    ),
    place=4,
    story=story("商家自己取消订单，或者把给了的收回去", F.problem.has(problems.SELLER_CANCELLED)),
    defences=(
        Condition(
            "是因为你违规才取消的", F.cancel_reason.is_("own_breach"), "是因为自己违规被取消，要看规则写明的后果，这里不支持直接要求。"
        ),
    ),
    cites=(cite("dsf-49", "mfd-491", "mfd-509", "mfd-577"),),
    ends_contract=ALWAYS,
    beyond_the_price=F.wish.is_("goods"),
    remedy=PERFORM_OR_REFUND,
    remedy_for_money=REFUND_ALL,
    proof=(
        Evidence("order", "订单已经提交、付款成功", "取消以前的订单详情；只剩取消页的，找支付记录和短信"),
        Evidence("chat"),
        Evidence("reply"),
    ),
    happened=Sentence(_happened, F.cancel_reason),
    breach="undelivered",
    in_short=Sentence("付款后，订单被单方终止"),
    their_records=Sentence("认为可以取消的，请写明依据的条款，以及下单以前在哪里提示过。"),
    use=Use(),
    answers=(
        to("used", "final", "silence", say="这笔订单不是本人要终止的。请写明终止的依据是哪一条。"),
        to("delivered", say="请写明这笔订单现在是什么状态、给过的内容现在在哪个账号。"),
    ),
    objections=(
        Objection(
            "价格标错了，系统自动取消。", "订单提交成功，合同已经成立。标价错误的，应当请求法院或者仲裁机构撤销，不能由一方宣布作废。"
        ),
        Objection("缺货，只能退款。", "缺货不是本人的原因。请照原订单履行，或者说明同样的商品什么时候能交付。"),
    ),
)
