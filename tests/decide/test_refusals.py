"""What the other side says: its own reasons first, each answered as exactly as the rule can, nothing twice."""

from dataclasses import replace
from datetime import datetime

import pytest

from checker.ask.facts import Facts
from checker.ask.questions import BY_ID
from checker.ask.refusal_grounds import REFUSAL_GROUNDS, SILENCE, USED
from checker.decide.refusals import objections, objections_given
from checker.decide.verdict import assess
from checker.kit import ClaimRule
from checker.rules import RULES

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
UNUSABLE = next(rule for rule in RULES if rule.id == "unusable")
FACTS = Facts(goods="game_card", problem=frozenset({"unusable"}), goods_used="tried", support_fixed="no", truthful="yes", stage="refused")


def said(*grounds: str) -> Facts:
    return replace(FACTS, refusal_ground=frozenset(grounds))


def test_every_reason_but_the_open_ones_has_an_answer():
    answered = [ground.id for ground in REFUSAL_GROUNDS]
    assert [option.value for option in BY_ID["refusal_ground"].options] == [*answered, "other", "unknown"]
    for rule in (each for each in RULES if isinstance(each, ClaimRule)):
        assert {item.ground for item in rule.objections} <= {None, *answered}


def test_what_is_about_the_payer_is_answered_last():
    found = objections_given(UNUSABLE, said(*(ground.id for ground in REFUSAL_GROUNDS)))
    assert len(found) == len(REFUSAL_GROUNDS) and [item.ground for item in found if item.ground == "adult"] == [found[-1].ground]


def test_what_was_said_comes_first_and_once():
    expected = [item.they_say for item in UNUSABLE.objections]
    assert [item.they_say for item in objections(UNUSABLE, said("other"))] == expected
    found = objections(UNUSABLE, said("used", "silence"))
    assert [item.they_say for item in found[:2]] == [USED.they_say, SILENCE.they_say]
    assert found[0].answer == UNUSABLE.objections[0].answer, "the rule's own answer is the more exact one"
    assert len(found) == 1 + len(expected) and len({item.ground for item in found}) == len(found)


@pytest.mark.parametrize(
    ("changes", "asks_who"),
    [
        ({}, True),
        ({"goods_used": "part_used"}, False),
        ({"goods_used": "fault_after_activation"}, False),
        ({"goods_used": None}, True),
        ({"goods_used": "fault_after_activation", "failure": "already_used"}, True),
    ],
)
def test_who_says_that_it_was_used_does_not_ask_who_used_it(changes, asks_who):
    (reply,) = objections_given(UNUSABLE, replace(said("used"), **changes))
    assert ("由谁使用" in reply.answer) is asks_who


def test_nothing_is_answered_that_was_not_said():
    assert objections_given(UNUSABLE, FACTS) == () == objections_given(UNUSABLE, said("other"))


@pytest.mark.parametrize(
    ("changes", "there"),
    [({}, True), ({"truthful": "no"}, False), ({"problem": frozenset({"stopped_early"})}, False), ({"goods_used": "redeemed"}, False)],
)
def test_objections_stand_beside_a_claim_only(changes, there):
    (matter,) = assess(replace(FACTS, **changes), NOW).matters
    assert bool(matter.objections) is there
