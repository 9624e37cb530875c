"""What one may ask of whoever handled the payment: it is no judge between buyer and seller (支付机构监督管理条例 35)."""

from checker.kit import F
from checker.write.form import PAYER, Climb, LetterForm, Occasion, Shown, payer_can_help
from checker.write.parts import OPENING

SKELETON = """\
{% import "parts" as parts %}
{% if to_payer %}
{{ to_payer.heading }}

{{ payee }}：

一、事实
{{ parts.listed(lines) | trim }}

二、请求
{{ to_payer.asks.words(t) }}
{% else %}
支付交易投诉

{{ payee }}：

一、事实
{{ parts.listed(lines) | trim }}
{% if not never_traded %}
交易单号{{ (" " ~ p.pay_no) if p.pay_no else blank("账单里的交易单号") }}，收款方是{{ blank("账单上的收款方名称") }}。
{% endif %}

二、请求
1. 核实收款方是谁，告知名称和联系方式。
2. 核查收款方收这笔款有没有违规。
3. 把投诉转给收款方，协助处理。本人对收款方的要求是：{{ demand }}。
4. 书面答复处理结果。
{% if f.channel == "card" %}
5. 请调取这笔交易的凭证，并告知能不能按卡组织的规则提出争议。
{% endif %}
{% endif %}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{% if to_payer %}
{{ parts.argued(basis, which) | trim }}
{% else %}
{% if payer_basis %}
处理投诉，依据{{ payer_basis | citation }}。
{% endif %}
对收款方的要求，依据：
{{ parts.argued(basis, which) | trim }}
{% endif %}

四、期限
请在收到后尽快核查，并告知受理编号和答复的日期。

五、附件
{{ parts.attachments(kinds, f, p, true) | trim }}

以上内容属实。
{{ parts.signed("投诉人（监护人）" if by_guardian else "投诉人", p, now) | trim }}
"""
BRIEFLY = "{{ request if to_payer else '请核实收款方是谁，协助处理。对收款方的要求是' ~ demanded ~ '。' }}请书面答复。"


def _offered(o: Occasion) -> bool:
    if o.payer_answers:
        return True
    return o.others_in_turn and payer_can_help(o.facts)


LETTER = LetterForm(
    module=__name__,
    title="支付渠道投诉",
    channel="支付机构或银行的投诉入口",
    to=PAYER,
    offered=_offered,
    then_elsewhere="payment",
    by_rule=True,
    has=("reasons",),
    rung=Climb(
        place=1, when="对方不回复，或者拖着", do="找支付方反馈这笔付款", reply="silence", open=lambda facts, today: payer_can_help(facts)
    ),
    skeleton=SKELETON,
    short=OPENING + BRIEFLY,
    carried_by=(F.channel, F.evidence),
    shown=Shown(
        place=6,
        story="refused",
        lead="商家不理，就找付款用的微信支付、支付宝或者银行。它们不是裁判，不能替商家决定退款。能请它们做的是：核实收款商户，转交投诉，书面答复。被盗刷的另有一份，见{own}。",
    ),
)
