"""A request for an order to pay, on a refund that was agreed to in writing and not paid (民事诉讼法 225)."""

from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.acceptance import Check
from checker.decide.verdict import Matter
from checker.kit import F
from checker.law.statutes import article, citation
from checker.write.form import COURT, LetterForm, Occasion, Shown

SKELETON = """\
{% import "parts" as parts %}
支付令申请书

申请人：{{ blank("姓名、性别、出生日期、民族、住所、身份证件") }}，联系方式：{{ p.buyer_contact or blank("联系方式") }}
被申请人：{{ respondent }}，{{ blank("被申请人的住所、法定代表人和联系方式，看营业执照公示") }}

一、事实
{{ parts.listed(lines) | trim }}
申请人和被申请人{{ blank("核对：没有别的债务纠纷，就写“没有其他债务纠纷”，有就不能用这一份") }}。

二、请求
请向被申请人发出支付令，责令其{{ demanded }}。

三、依据
1. {{ order_basis.title }}：{{ order_basis.in_letter }}
{% for each in basis %}
{{ loop.index + 1 }}. {{ each.words }}
{% endfor %}

四、附件（证据目录）
{{ parts.evidence_list(kinds, f, p) | trim }}

以上内容属实。
{{ parts.signed("申请人", p, now) | trim }}
"""
SHORT = "{{ opening }}请发出支付令，责令被申请人{{ demanded }}。"
WRITTEN = ("reply", "chat")
"""What can show that the refund was agreed to in writing."""


def _checks(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """What the court looks at before it gives such an order."""
    return (
        Check(
            condition="数额是确定的",
            state="ok" if matter.claims[0].amount_fen is not None else "open",
            advice="对方答应退多少，照它的原话写。",
        ),
        Check(condition="双方没有别的债务纠纷", state="open", advice="还欠对方钱、还在争别的，就不能申请，改用起诉。"),
        Check(condition="支付令送得到", state="open", advice="要有对方的全称和住所，支付令要能够送达。"),
        Check(
            condition="对方可能提出异议",
            state="open",
            advice=f"书面异议成立，支付令就失效，转入诉讼。收到起十五日内不提异议又不付的，可以申请执行。依据：{citation((article('mss-227'), article('mss-228')))}。",
        ),
    )


def _offered(o: Occasion) -> bool:
    if o.now is None:
        # To be filled in by hand: the sum, the day and what shows it are blanks.
        return o.rule.only_to_be_paid and o.stage.agreed and o.facts.seller_kind != "overseas"
    sum_known = o.matter.claims[0].amount_fen is not None
    written = bool(set(WRITTEN) & set(o.facts.evidence or ()))
    overdue = o.rule.only_to_be_paid and o.stage.agreed and o.others_in_turn and o.step.beyond_the_seller
    return overdue and sum_known and written and o.facts.seller_kind != "overseas"


LETTER = LetterForm(
    module=__name__,
    title="支付令申请书",
    channel="有管辖权的基层法院，和起诉选一个",
    to=COURT,
    sent="我今天递交了申请",
    offered=_offered,
    checks=_checks,
    then_elsewhere="court",
    has=("respondent",),
    skeleton=SKELETON,
    short=SHORT,
    carried_by=(F.evidence,),
    shown=Shown(place=17, story="promised_in_writing", lead="对方书面答应退多少、又一直不付，没有别的争议的，可以申请支付令，比起诉快。"),
)
