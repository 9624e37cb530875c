"""The rungs above the next step."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from checker.ask.facts import Facts
from checker.ask.when import on
from checker.decide.verdict import assess
from checker.keep.replies import REPLIES
from checker.publish.stories import stories
from checker.write.ladder import ladder
from checker.write.letters import form_of
from checker.write.writing import offered

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
CODE = Facts(
    goods="game_card",
    problem=frozenset({"unusable"}),
    goods_used="tried",
    failure="invalid",
    support_fixed="no",
    purpose="self",
    seller_kind="self_run",
    channel="wechat",
    evidence=frozenset({"error"}),
    truthful="yes",
    stage="not_asked",
    paid_on=on(date(2026, 11, 20)),
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
        ("payment_complaint", False),
        ("appeal", False),
        ("complaint_12315", False),
        ("lawsuit", False),
    ]
    assert [rung.reply for rung in found] == ["silence", "refused", "refused", "refused"]


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "more_proof", "refused", "partial_offer", "appeal_refused", "outside"])
def test_a_rung_is_ready_exactly_when_its_text_is_there_and_is_never_the_next_step(stage):
    matter, facts, found = rungs(stage=stage)
    texts = [form.name for form in offered(matter, facts, NOW)]
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


RUNGS = ["payment_complaint", "appeal", "complaint_12315", "lawsuit"]


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        (None, "payment_complaint appeal complaint_12315 lawsuit"),
        ("not_asked", "payment_complaint appeal complaint_12315 lawsuit"),
        ("asked_waiting", "payment_complaint appeal complaint_12315 lawsuit"),
        ("more_proof", "payment_complaint appeal complaint_12315 lawsuit"),
        ("agreed", "payment_complaint appeal complaint_12315 lawsuit"),
        ("refused", "payment_complaint+ complaint_12315+ lawsuit"),
        ("partial_offer", "payment_complaint+ appeal+ lawsuit"),
        ("partly_paid", "payment_complaint+ appeal+ lawsuit"),
        ("outside", "payment_complaint+ complaint_12315+ lawsuit+"),
    ],
)
def test_the_rungs_of_each_stage(stage, found):
    """A plus marks a text that is there already."""
    assert " ".join(rung.letter + "+" * rung.ready for rung in rungs(stage=stage)[2]) == found


@pytest.mark.parametrize("channel", ["wechat", "alipay", "card", "transfer", None])
@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused"])
def test_where_a_payment_institution_stands_between_it_can_be_told(channel, stage):
    found = names(channel=channel, stage=stage)
    if (channel, stage) == ("transfer", "refused"):
        assert found[0] == "complaint_12315", "where no platform stands between, the payer is told at once, and nobody takes an appeal"
    else:
        assert found[0] == "payment_complaint" and "demand" not in found


@pytest.mark.parametrize("changed", [{"channel": "balance"}, {"elsewhere": "payment"}])
def test_where_none_stands_between_or_it_knows_the_other_side_is_urged_until_it_says_no(changed):
    waiting = rungs(stage="asked_waiting", **changed)[2][0]
    assert (waiting.letter, waiting.ready, waiting.reply) == ("demand", True, "silence") and "催" in waiting.do
    assert not rungs(stage="not_asked", **changed)[2][0].ready
    for stage in ("refused", "partial_offer", "partly_paid", "appeal_refused"):
        assert not {"demand", "payment_complaint"} & set(names(stage=stage, **changed)), stage


@pytest.mark.parametrize(
    "changed",
    [{"purpose": "resale"}, {"seller_kind": "individual"}, {"elsewhere": "12315"}, {"elsewhere": "association"}],
)
@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused", "partial_offer", "outside"])
def test_12315_is_closed_in_every_stage_and_the_court_is_not(stage, changed):
    matter, _, found = rungs(stage=stage, **changed)
    letters = [rung.letter for rung in found]
    assert "complaint_12315" not in letters
    assert "lawsuit" in letters or matter.next_step.id == "sue"


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"purpose": None},
        {"seller_kind": None},
        {"paid_on": None},
        {"paid_on": on(date(2021, 1, 1))},
        {"elsewhere": None},
        {"elsewhere": "none"},
        {"elsewhere": "payment"},
    ],
)
def test_12315_stays_open_where_nothing_is_known_to_close_it(changed):
    assert "complaint_12315" in names(stage="refused", **changed)


def test_three_years_from_payment_close_no_rung():
    """They run from knowing (投诉举报办法 16 (四)), which is not asked for."""
    facts = replace(CODE, stage="refused")
    matter = assess(facts, NOW).matters[0]
    assert all(
        "complaint_12315" in [rung.letter for rung in ladder(matter, facts, day)] for day in (date(2026, 11, 24), date(2029, 11, 30))
    )


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused", "appeal_refused", "outside"])
def test_what_a_court_has_has_no_rungs(stage):
    assert names(elsewhere="court", stage=stage) == []


def test_a_matter_that_is_no_claim_has_no_rungs():
    for changed in (
        {"goods": "cheat"},
        {"goods": "banned_service"},
        {"problem": frozenset({"told_to_buy"})},
        {"problem": frozenset({"not_paid_by_me"})},
        {"truthful": None},
        {"truthful": "no"},
        {"channel": "not_paid"},
    ):
        assert names(stage="refused", **changed) == [], changed
    assert names(stage="refused"), "the same story as a claim has some"


@pytest.mark.parametrize("name", stories())
def test_the_rungs_of_every_story(name):
    """Rungs stand only where a claim on the seller does, in their order, each once, with words that exist elsewhere too."""
    for matter in stories()[name].verdict["matters"]:
        found, texts = matter["ladder"], [letter["name"] for letter in matter["letters"]]
        letters = [rung["letter"] for rung in found]
        if (
            matter["level"] != "can_claim"
            or matter["route"] not in ("ordinary", "minor")
            or stories()[name].answers.get("elsewhere") == "court"
        ):
            assert found == []
            continue
        order = ["demand", *RUNGS]
        assert letters == sorted(set(letters), key=order.index) and not {"demand", "payment_complaint"} <= set(letters)
        assert all(rung["ready"] == (rung["letter"] in texts) for rung in found) and texts[0] not in letters
        assert all(rung["title"] == form_of(rung["letter"]).title for rung in found)
        assert all(rung["reply"] in {reply.id for reply in REPLIES} and rung["when"] and rung["do"] for rung in found)


def test_some_story_has_every_rung():
    assert {rung["letter"] for story in stories().values() for matter in story.verdict["matters"] for rung in matter["ladder"]} == {
        "demand",
        *RUNGS,
    }


def test_a_child_that_paid_has_rungs_too():
    matter = next(matter for matter in stories()["child-of-six"].verdict["matters"] if matter["route"] == "minor")
    assert [rung["letter"] for rung in matter["ladder"]] == RUNGS
