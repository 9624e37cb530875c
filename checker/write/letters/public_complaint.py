"""For platforms on which everybody reads a complaint: facts and figures, nothing personal, no accusation (民法典 1024, 1025)."""

from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.acceptance import Check
from checker.decide.verdict import Matter
from checker.kit import F
from checker.law.statutes import article, citation
from checker.write.form import PUBLIC, LetterForm, Occasion, Shown

SKELETON = """\
{% import "parts" as parts %}
消费投诉

一、事实
{{ parts.listed(lines) | trim }}

二、请求
请{{ seller_called }}{{ demand }}。
{% if arithmetic %}
{{ arithmetic }}
{% endif %}

三、凭证
有{{ parts.held(kinds, f) | trim or blank("凭证，例如订单截图、支付记录") }}，遮住个人信息以后上传。

四、期限
请在{{ until | day("最后期限") }}以前在本平台答复。

订单编号、姓名和电话不公开，平台要核实的，在不公开的一栏提供。
"""
SHORT = """{% import "parts" as parts %}{{ opening }}请{{ seller_called }}{{ demand }}。{% set held = parts.held(kinds, f) | trim %}{{ "有" ~ held ~ "。" if held else "" }}请在{{ until | day("最后期限") }}以前答复。"""


def _checks(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Check, ...]:
    """What is so of every text that everybody can read."""
    rows = citation((article("mfd-1024"), article("mfd-1025")))
    return (
        Check(
            condition="只有事实和数字",
            state="open",
            advice=f"谁都看得到。不写评价、猜测和骂人的话，失实或者侮辱的内容可能侵害对方的名誉权。依据：{rows}。",
        ),
        Check(
            condition="没有个人信息", state="open", advice="截图里的姓名、电话、头像、订单编号、卡密，上传以前都遮住，对方客服的也遮住。"
        ),
    )


def _offered(o: Occasion) -> bool:
    # A person's name is not put before everybody, and a child's matter is not either.
    person = o.facts.seller_kind in ("individual", "private_trader") or o.facts.past_any_platform
    # What only a court or an authority can find is not put before everybody either.
    return o.others_in_turn and not (person or o.rule.court_only or o.rule.by_guardian or o.rule.never_traded or o.payer_answers)


LETTER = LetterForm(
    module=__name__,
    title="公开投诉平台的文本",
    channel="黑猫投诉一类谁都能看到的平台",
    to=PUBLIC,
    offered=_offered,
    checks=_checks,
    skeleton=SKELETON,
    short=SHORT,
    carried_by=(F.evidence,),
    shown=Shown(
        place=16,
        story="refused",
        lead="在公开的投诉平台上写的，谁都看得到。这一份只有事实和数字，不写名字、号码，也不评价对方。",
        with_checks=True,
    ),
)
