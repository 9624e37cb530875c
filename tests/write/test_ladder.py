"""The rungs above the next step."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from checker.ask.facts import Facts
from checker.decide.verdict import assess
from checker.write.ladder import ladder
from checker.write.letters import offered

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
CODE = Facts(
    goods="game_card", problem=frozenset({"unusable"}), goods_used="tried", failure="invalid", support_fixed="no", purpose="self",
    seller_kind="self_run", channel="wechat", evidence=frozenset({"error"}), truthful="yes", stage="not_asked", paid_on=date(2026, 11, 20),
)


def rungs(**changed):
    facts = replace(CODE, **changed)
    matter = assess(facts, NOW).matters[0]
    return matter, facts, ladder(matter, facts, NOW.date())


def names(**changed):
    return [rung.letter for rung in rungs(**changed)[2]]


def test_before_anything_was_asked_all_rungs_lie_ahead():
    _, _, found = rungs()
    assert [(rung.letter, rung.ready) for rung in found] == [
        ("payment_complaint", False), ("appeal", False), ("complaint_12315", False), ("lawsuit", False),
    ]
    assert [rung.reply for rung in found] == ["silence", "refused", "refused", "refused"]


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "more_proof", "refused", "partial_offer", "appeal_refused", "outside"])
def test_a_rung_is_ready_exactly_when_its_text_is_there_and_is_never_the_next_step(stage):
    matter, facts, found = rungs(stage=stage)
    texts = offered(matter, facts, NOW)
    assert all(rung.ready == (rung.letter in texts) for rung in found)
    assert texts[0] not in [rung.letter for rung in found]


def test_who_paid_from_a_balance_urges_once_more():
    assert names(channel="balance")[0] == "demand"


def test_12315_is_no_rung_where_it_would_turn_the_complaint_away():
    assert "complaint_12315" not in names(purpose="resale", stage="refused")
    assert "complaint_12315" not in names(elsewhere="association", stage="refused")


def test_no_rungs_without_a_claim_on_the_seller():
    assert names(elsewhere="court", stage="refused") == []
    assert names(goods="cheat") == [] and names(truthful="no") == []
    assert names(problem=frozenset({"not_paid_by_me"})) == [] and names(problem=frozenset({"asked_to_pay_again"})) == []
