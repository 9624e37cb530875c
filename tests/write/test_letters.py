"""What a text may say, over every combination that can reach one."""

import re
from datetime import date, datetime
from itertools import product

import pytest

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.verdict import assess
from checker.law.thresholds import threshold
from checker.publish.samples import SAMPLES
from checker.write.letters import letters
from checker.write.render import environment, render_letter
from checker.errors import RuleError
from dataclasses import replace

import jinja2

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
NOBODY = Parties()
LONGEST = Parties(
    platform_name="平" * 60, seller_name="店" * 60, goods_name="货" * 60, order_no="9" * 40, buyer_name="名" * 60, buyer_contact="号" * 60,
)
STAGES = ("not_asked", "asked_waiting", "more_proof", "refused", "partial_offer", "agreed", "appeal_refused", "outside", None)
PARTS = {
    "chat": ("诉求：", "证据：", "时效："),
    "letter": ("一、事实", "二、请求", "三、依据", "四、期限", "五、附件", "以上内容属实。"),
}
USED = ("untouched", "tried", "redeemed", "fault_after_activation", "part_used", None)


def texts(facts: Facts, parties: Parties = NOBODY) -> list:
    return [letter for matter in assess(facts, NOW).matters for letter in letters(matter, facts, parties, NOW)]


def reachable():
    """Each rule's sample at each stage and state of use, with and without dates and amounts."""
    known = {"paid_fen": 100000, "paid_on": date(2026, 11, 20), "offer_fen": 5000, "part_total": 30, "part_used": 12}
    for (rule, sample), stage, used, more in product(SAMPLES.items(), STAGES, USED, ({}, known)):
        for purpose in ("self", "resale", None):
            yield rule, replace(sample, stage=stage, goods_used=used, purpose=purpose, **more)


def test_red_lines_over_everything_reachable():
    count = 0
    for rule, facts in reachable():
        for letter in texts(facts, LONGEST):
            count += 1
            whole = letter.text + letter.short
            assert not re.search(r"None|Undefined|\{\{|\{%", whole), (rule, facts)
            assert len(letter.short) <= threshold("short_text").value, (rule, facts)
            if facts.goods_used in ("redeemed", "part_used", "fault_after_activation"):
                assert not re.search("没有使用过|未使用|没用过", whole), (rule, facts)
            if facts.goods_used is None and rule not in ("not_delivered", "refund_agreed", "minor_payment"):
                assert not re.search("没有使用过|没有使用成功|已经使用", whole), (rule, facts)
            assert not re.search("欺诈|三倍|官方已确认|曝光|举报|骗", whole), (rule, facts)
            if facts.purpose != "self":
                assert "消费者权益保护法" not in whole
            if facts.paid_fen is None and facts.offer_fen is None:
                assert not re.search(r"\d 元", whole), (rule, facts)
            for part in PARTS["chat" if letter.name == "chat" else "letter"]:
                assert part in letter.text, (letter.name, rule, facts)
            assert not re.search(r"\n{3,}|  ", letter.text), letter.text
            assert not re.search("三、依据\n。", letter.text), (rule, facts)
    assert count > 500


def test_only_the_supported_amount():
    for rule, facts in reachable():
        for matter in assess(facts, NOW).matters:
            for letter in letters(matter, facts, NOBODY, NOW):
                asked = re.findall(r"(?:退还|返还上述付款|没有用到的部分|退还的款项) ([0-9.]+) 元", letter.text)
                assert all(round(float(each) * 100) == matter.claims[0].amount_fen for each in asked), (rule, facts)
                assert not [remark for remark in letter.lint if "对不上" in remark.advice or "照实写" in remark.advice]


def test_no_text_without_a_claim():
    for facts in (
        Facts(goods="cheat", problem=frozenset({"unusable"})), Facts(goods="game_card", problem=frozenset({"asked_to_pay_again"})),
        replace(SAMPLES["unusable"], truthful="no"), replace(SAMPLES["unusable"], truthful=None), Facts(),
        replace(SAMPLES["unusable"], goods=None), Facts(goods="game_card", problem=frozenset({"not_paid_by_me"}), truthful="yes"),
    ):
        assert texts(facts) == []


def test_user_text_is_data():
    nasty = "{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>"
    facts = replace(SAMPLES["unusable"], error_text=nasty)
    found = texts(facts, replace(NOBODY, goods_name=nasty))
    assert [letter.text.count(nasty) for letter in found] == [2, 2]


def test_a_misspelt_name_raises():
    with pytest.raises(RuleError):
        render_letter("refund_request", {})
    env = environment(jinja2.DictLoader({"x": "{{ nothing }}"}), autoescape=False)
    with pytest.raises(jinja2.UndefinedError):
        env.get_template("x").render()


def test_blanks_are_listed_once_and_in_order():
    letter, _ = texts(SAMPLES["wrong_goods"])
    assert letter.blanks[0] == "店铺名称"
    assert len(set(letter.blanks)) == len(letter.blanks) and "页面原来怎么写的" in letter.blanks
    assert letter.characters == len(letter.text)
