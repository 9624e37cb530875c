"""Routes, levels and law by date."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from checker.ask.facts import Facts
from checker.ask.periods import Period
from checker.ask.when import on
from checker.decide.verdict import assess
from checker.rules.fault import unusable
from tests.decide import situations
from tests.decide.situations import NOW, only

CODE = replace(situations.CODE, paid_on=on(date(2026, 11, 20)))


def test_unlawful_goods_leave_the_scam_its_police():
    verdict = assess(Facts(goods="cheat", problem=frozenset({"asked_to_pay_again", "unusable"})), NOW)
    assert [(m.route, m.level) for m in verdict.matters] == [("scam", "stop"), ("unlawful_goods", "stop")]
    assert verdict.matters[0].next_step.id == "report_police"


def test_goods_that_one_cannot_name_are_decided_as_lawful_ones():
    assert only(replace(CODE, goods=None)).level == "can_claim"


def test_answers_that_are_not_true_get_nothing():
    assert only(replace(CODE, truthful="no")).level == "not_supported"
    assert only(replace(CODE, truthful=None)).level == "needs_facts"


def test_a_reseller_is_no_consumer():
    for purpose, expected in (("self", True), ("resale", False), (None, False)):
        laws = {a.law.id for r in only(replace(CODE, purpose=purpose)).reasons for a in r.articles}
        assert ("xfz" in laws) == expected
        assert "mfd" in laws


def test_content_services_are_not_argued_from_the_e_commerce_act():
    for goods, expected in (("game_card", True), ("membership", False)):
        assert ("dsf" in {a.law.id for r in only(replace(CODE, goods=goods)).reasons for a in r.articles}) == expected


def test_the_platform_may_say_no_where_the_law_says_yes():
    facts = Facts(
        goods="game_card",
        problem=frozenset({"wrong_goods"}),
        goods_used="fault_after_activation",
        mismatch="type",
        truthful="yes",
        evidence=frozenset({"listing", "order"}),
    )
    matter = only(facts)
    assert matter.level == "can_claim"
    assert [check.status for check in matter.platform_view] == ["fail", "pass", "pass"]


def test_waiting_ends():
    facts = replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 20)))
    assert only(facts).next_step.id == "wait"
    assert only(facts, datetime.fromisoformat("2026-11-26T09:00+08:00")).next_step.id == "payment_complaint"


def test_an_overdue_delivery_does_not_wait_for_a_review():
    facts = Facts(
        goods="game_card",
        problem=frozenset({"not_delivered"}),
        promised="instant",
        overdue=True,
        may_be_demanded=True,
        truthful="yes",
        evidence=frozenset({"order"}),
        stage="asked_waiting",
        asked_on=on(date(2026, 11, 23)),
    )
    assert only(facts).next_step.id == "apply_refund"


@pytest.mark.parametrize(
    ("goods", "more", "routes"),
    [
        ("game_account", {"bound_to": "other_fixed"}, ["unlawful_goods", "minor"]),
        ("game_account", {"bound_to": "mine"}, ["minor", "ordinary"]),
        ("direct_topup", {"topup_signs": frozenset({"told"})}, ["unlawful_goods"]),
        ("cheat", {}, ["unlawful_goods"]),
    ],
)
def test_a_childs_payment_is_void_whoever_the_account_is_bound_to(goods, more, routes):
    facts = replace(CODE, goods=goods, problem=frozenset({"child_paid", "unusable"}), child_age="under_8", guardian_consent="no", **more)
    assert [matter.route for matter in assess(facts, NOW).matters] == routes


def test_a_page_that_misleads_is_no_page_without_a_way_to_correct():
    def cited(could_correct, slip_grave="no"):
        facts = replace(
            CODE,
            problem=frozenset({"mis_order"}),
            slip="item",
            slip_grave=slip_grave,
            goods_used="untouched",
            could_correct=could_correct,
            ninety_days_open=True,
        )
        matter = only(facts)
        return matter.level, {article.id for claim in matter.claims for article in claim.articles}

    assert cited("no") == ("can_claim", {"dsf-50", "mfd-147", "mfd-152", "mfd-157"})
    assert cited("misleading")[0] == "not_supported", "what is nearly right is no material mistake (民法典总则编解释 19)"
    assert cited("misleading", None) == ("can_claim", {"mfd-147", "mfd-152", "mfd-157"})
    assert cited("yes")[0] == "not_supported" and cited(None)[0] == "can_claim", "who sells has to show that there was a way"


@pytest.mark.parametrize(
    ("stated", "level", "warned"), [("no", "can_claim", False), (None, "can_claim", True), ("yes", "not_supported", False)]
)
def test_what_was_sold_for_one_device_ends_with_it(stated, level, warned):
    facts = replace(CODE, problem=frozenset({"stopped_early"}), stopped_cause="device", one_device=stated)
    assert only(facts).level == level
    assert any("只能在一台设备" in warning for warning in assess(facts, NOW).warnings) is warned
    assert only(replace(facts, stopped_cause="shut")).level == "can_claim"


def test_no_appeal_is_sent_once_the_platforms_own_period_is_over():
    matter = only(replace(CODE, stage="refused", refused_on=on(date(2026, 11, 19)), appeal_days=Period(3, "natural_days", 3)))
    assert matter.next_step.id == "complaint_12315" and not any("申诉入口" in act.what for act in matter.acts)
    little_proof = only(
        replace(
            CODE,
            evidence=frozenset({"order"}),
            stage="refused",
            refused_on=on(date(2026, 11, 18)),
            appeal_days=Period(7, "natural_days", 7),
        )
    )
    assert little_proof.next_step.id == "appeal" and little_proof.acts[0].latest == date(2026, 11, 25)


def test_a_deadline_past_the_known_calendar_has_two_ends():
    facts = replace(CODE, stage="partial_offer", paid_on=on(date(2026, 12, 1)))
    verdict = assess(facts, datetime.fromisoformat("2026-12-28T09:00+08:00"))
    row = next(d for d in verdict.matters[0].deadlines if "12315" in d.what and "今天" in d.what)
    assert (row.certain, row.last_day) == (False, None)
    assert row.earliest < row.latest and row.earliest.year == 2027
    assert any("放假安排" in warning for warning in verdict.warnings)


def test_an_appeal_is_due_on_the_safe_day():
    matter = only(replace(CODE, stage="refused", refused_on=on(date(2026, 11, 22))))
    assert matter.next_step.id == "appeal"
    assert matter.acts[0].latest == date(2026, 11, 25)


def test_a_reason_is_said_once_and_an_open_story_gets_one():
    slip = Facts(
        goods="direct_topup",
        problem=frozenset({"mis_order"}),
        goods_used="redeemed",
        slip="account",
        could_correct="yes",
        slip_grave="no",
        truthful="yes",
        stage="not_asked",
    )
    sentences = [reason.sentence for reason in only(slip).reasons]
    assert len(set(sentences)) == len(sentences) > 1
    assert "协商请求" in only(slip).acts[-1].what
    assert len(only(Facts(goods="game_card", truthful="yes")).reasons) == 1


def test_what_nobody_may_claim_is_said_of_the_first_ground():
    untrue = only(replace(CODE, problem=frozenset({"unusable", "overcharged"}), truthful="no"))
    (reason,) = untrue.reasons
    assert reason.rule == next(f.rule.id for f in untrue.findings if f.relevant)


def test_nothing_rests_on_a_rule_before_it_is_decided():
    undecided = only(replace(CODE, truthful=None))
    assert undecided.level == "needs_facts" and undecided.primary is None
    assert only(replace(CODE, truthful="no")).primary is None
    assert only(CODE).primary is unusable.RULE
