"""The formal demand, and the notice that ends a contract."""

from checker.ask.stages import ASKED_WAITING, OUTSIDE, PARTLY_PAID
from checker.kit import F
from checker.write.form import SELLER, Climb, LetterForm, Occasion, Shown, payer_can_help
from checker.write.parts import OPENING, WANTED

SKELETON = """\
{% import "parts" as parts %}
催告函

{{ to }}：

一、事实
{{ parts.listed(lines) | trim }}

二、请求
1. {{ request }}
2. {{ their_records }}
{% if besides %}
3. {{ seller_called }}故意告知虚假情况或者隐瞒真实情况，请另外赔偿{{ besides.amount_fen | money("三倍赔偿的金额") }}。相关凭证是{{ intent | join("、") }}。
{% endif %}
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、依据
{{ parts.argued(basis, which) | trim }}

四、期限
请在{{ until | day("最后期限") }}以前按上述请求办理，并书面答复。{{ otherwise }}

五、附件
{{ parts.attachments(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("催告人（监护人）" if by_guardian else "催告人", p, now, in_app) | trim }}
"""


def _offered(o: Occasion) -> bool:
    if o.refused:
        # An appeal goes to the platform; the notice that ends the contract has to reach the seller (民法典 565).
        both = o.rule.by_guardian and o.stage is PARTLY_PAID
        return not both and o.rule.ends_the_contract(o.facts) and o.facts.seller_kind != "self_run"
    overdue = o.stage.agreed and o.rule.only_to_be_paid and o.step.beyond_the_seller and not o.step.to_a_court
    return o.stage in (ASKED_WAITING, OUTSIDE) or overdue


LETTER = LetterForm(
    module=__name__,
    title="催告函",
    channel="卖家，留下发出的记录",
    to=SELLER,
    offered=_offered,
    asks=True,
    besides=True,
    rung=Climb(
        place=1,
        when="对方不回复，或者拖着",
        do="再催一次，写明最后期限",
        reply="silence",
        open=lambda facts, today: not payer_can_help(facts),
        if_offered=True,
    ),
    skeleton=SKELETON,
    short=OPENING + WANTED,
    carried_by=(F.evidence,),
    shown=Shown(place=5, story="waiting", lead="提了要求没有答复的时候，用这一种。它写明期限，到期不履行的后果也写在里面。"),
)
