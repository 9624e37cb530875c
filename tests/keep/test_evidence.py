from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.questions import BY_ID
from checker.decide.verdict import assess
from checker.keep.evidence import inventory
from checker.kit.evidence import kinds
from checker.rules.fault import not_delivered, unusable

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")


def items(evidence, **more):
    facts = Facts(
        goods="game_card",
        problem=frozenset({"unusable"}),
        goods_used="tried",
        support_fixed="no",
        truthful="yes",
        evidence=evidence and frozenset(evidence),
        **more,
    )
    (matter,) = assess(facts, NOW).matters
    return {item.name: item for item in inventory(matter, facts)}


def test_the_core_comes_first_and_is_needed_until_one_of_it_is_there():
    without = items(["order"])
    assert list(without)[:2] == ["报错截图、录屏", "官方查询结果"]
    assert without["报错截图、录屏"].needed and not without["报错截图、录屏"].have
    assert without["订单截图、订单编号"].have
    assert not any(item.needed for item in items(["error"]).values())


def test_unknown_evidence_counts_as_not_there_without_a_verdict_on_it():
    assert {item.have for item in items(None).values()} == {None}


def test_a_refusal_asks_for_the_written_reply():
    assert "书面答复或通知" in items(["error"], stage="refused")
    assert "书面答复或通知" not in items(["error"])


def test_every_kind_is_an_option_and_complete():
    options = {option.value for option in BY_ID["evidence"].options} - {"none", "unknown"}
    assert set(kinds()) == options
    assert all(row.name and row.attached and row.proves and row.how_to_get for row in kinds().values())


def test_a_ground_says_more_exactly_what_its_evidence_proves():
    exact = {each.kind: each.exact for each in unusable.RULE.proof}["official"]
    assert items(["order"])["官方查询结果"].proves == exact.proves.format(goods="卡密") != kinds()["official"].proves.format(goods="卡密")
    assert {each.kind: each.exact for each in not_delivered.RULE.proof}["order"] == kinds()["order"]


def test_a_complaint_needs_to_know_who_the_other_side_is():
    assert "能看出卖家是谁的材料" in items(["error"], stage="appeal_refused", purpose="self")
    assert "能看出卖家是谁的材料" not in items(["error"])
