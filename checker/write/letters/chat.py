"""The message to customer service: what is wanted, what shows it, and by when (三明确)."""

from checker.ask.stages import MORE_PROOF
from checker.kit import F
from checker.write.form import SELLER, LetterForm, Occasion, Shown
from checker.write.parts import OPENING, WANTED

SKELETON = """\
{% import "parts" as parts %}
你好。订单{{ (" " ~ p.order_no) if p.order_no else blank("订单编号") }}，商品是{{ p.goods_name | typed("商品名称") }}，{{ f.paid_on.said if f.paid_on }}付款{{ paid }}{{ paid_by }}。

诉求：{{ request }}

证据：{{ happened }}{% set held = parts.held(kinds, f) | trim %}{% if held %}手里有{{ held }}，随这条消息发送。{% else %}手里有{{ blank("凭证，例如订单截图、支付记录") }}，随这条消息发送。{% endif %}


时效：请在{{ until | day("最后期限") }}以前答复。{% if not settled %}请告诉本人，审核要多久，进度在哪里查，受理编号是多少。不同意的，请写明理由和依据的条款。{% endif %}
"""


def _offered(o: Occasion) -> bool:
    return not o.refused and o.stage is not MORE_PROOF


LETTER = LetterForm(
    module=__name__,
    title="客服沟通",
    channel="客服对话框",
    to=SELLER,
    offered=_offered,
    asks=True,
    calls_itself="这条消息",
    skeleton=SKELETON,
    short=OPENING + WANTED,
    carried_by=(F.evidence, F.paid_on),
    shown=Shown(place=1, story="first", lead="先在客服对话框里说清楚用这一种。诉求、证据、时效三样都在，发一条就够。", with_short=True),
)
