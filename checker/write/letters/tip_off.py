"""A clue for the authority, handled apart from a complaint (投诉举报处理办法 3, 9). It brings no refund, which the page says and the text does not."""

from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.acceptance import Check
from checker.decide.verdict import Matter
from checker.kit import F
from checker.law.statutes import article, citation
from checker.write.form import AUTHORITY, LetterForm, Occasion, Shown

SKELETON = """\
{% import "parts" as parts %}
举报线索

举报人：{{ p.buyer_name or blank("你的姓名") }}，电话：{{ p.buyer_contact or blank("联系方式") }}
被举报人：{{ respondent }}，地址：{{ blank("被举报人的地址，看执照或者平台公示") }}

一、事实
{{ parts.listed(lines) | trim }}
{% for each in suspected %}
{{ each }}。
{% endfor %}

二、请求
1. 请对上述线索依法核查、处理。
2. 处理结果依法应当告知的，请告知。

三、依据
{% if basis %}
{{ parts.argued(basis, which) | trim }}
{% else %}
适用的规定由贵局认定。
{% endif %}

四、期限
请依法定期限核查。

五、附件
{{ parts.attachments(kinds, f, p, true) | trim }}

以上内容是本人所知道的实际情况，是否违法由贵局认定。
{{ parts.signed("举报人", p, now) | trim }}
"""
SHORT = """{{ opening }}{% for each in suspected %}{{ each }}。{% endfor %}请依法核查、处理。"""


def _checks(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """What its reader has to know before it goes: what it is, and what it is not."""
    rows = citation((article("tsjb-3"), article("tsjb-9")))
    return (
        Check(
            condition="要的是查处，不是退款",
            state="open",
            advice=f"举报是反映违法的线索，和投诉分开处理，不会带来退款。要退款，另外交投诉书。依据：{rows}。",
        ),
        Check(condition="只写知道的事", state="open", advice="是不是违法由市场监管部门认定。没有证据的，不要写成已经违法。"),
    )


def _offered(o: Occasion) -> bool:
    # A private person who sells now and then is no business that could be looked into.
    return o.others_in_turn and o.suspected and o.facts.seller_kind not in ("individual", "overseas") and not o.rule.never_traded


LETTER = LetterForm(
    module=__name__,
    title="举报线索",
    channel="全国 12315 平台的“举报”入口",
    to=AUTHORITY,
    offered=_offered,
    checks=_checks,
    has=("respondent",),
    clue=True,
    skeleton=SKELETON,
    short=SHORT,
    carried_by=(F.evidence,),
    shown=Shown(
        place=15,
        story="faked",
        lead="发现对方可能违法，要请市场监管部门查处的，用这一份。举报和投诉分开处理，举报不会带来退款。",
        with_checks=True,
    ),
)
