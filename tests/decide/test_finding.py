"""Applying a rule: three values, named missing questions, declared facts."""

from dataclasses import replace

import pytest

from checker.ask.facts import Facts
from checker.ask.problems import UNUSABLE
from checker.decide.finding import Finding, apply, at_issue
from checker.errors import RuleError
from checker.kit import Condition, F, PlatformRule, computed, story
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS
from checker.rules.agreement import refund_agreed
from checker.rules.fault import late_delivery, unusable

STORY = story("用不了", F.problem.has(UNUSABLE))
USED = Condition("试过", F.goods_used.is_("tried"), "没试过。")
FIXED = Condition("修好了", F.support_fixed.is_("yes"), "已经修好。")


def rule(**changes) -> PlatformRule:
    fields = {
        "module": "checker.rules.examples.example",
        "title": "例子",
        "meaning": "",
        "because": "",
        "also_called": (),
        "place": 1,
        "cites": (),
        "story": STORY,
        "conditions": (USED,),
        "exceptions": (FIXED,),
    }
    return PlatformRule(**fields | changes)


def test_met_needs_every_condition_and_no_exception():
    facts = Facts(problem=frozenset({"unusable"}), goods_used="tried", support_fixed="no")
    assert apply(rule(), facts).status == "met"


def test_a_failing_condition_outweighs_an_open_one():
    finding = apply(rule(), Facts(problem=frozenset({"unusable"}), goods_used="redeemed"))
    assert finding.status == "not_met" and finding.failed == ("没试过。",) and finding.missing == ()


def test_an_open_exception_leaves_it_open_and_names_the_question():
    finding = apply(rule(), Facts(problem=frozenset({"unusable"}), goods_used="tried"))
    assert finding.status == "undetermined" and finding.missing == ("support_fixed",)


def test_an_exception_that_holds_defeats():
    facts = Facts(problem=frozenset({"unusable"}), goods_used="tried", support_fixed="yes")
    assert apply(rule(), facts).failed == ("已经修好。",)


REMINDED = Condition("提醒过", F.renewal_notice.is_("yes"), "提醒过了。")


def test_a_defence_counts_only_when_it_is_known():
    facts = Facts(problem=frozenset({"unusable"}), goods_used="tried", support_fixed="no")
    defended = rule(defences=(REMINDED,))
    open_finding = apply(defended, facts)
    assert open_finding.status == "met" and open_finding.open_defences == ("提醒过",)
    shown = apply(defended, replace(facts, renewal_notice="yes"))
    assert shown.status == "not_met" and shown.failed == ("提醒过了。",) and shown.open_defences == ()
    refuted = apply(defended, replace(facts, renewal_notice="no"))
    assert refuted.status == "met" and refuted.open_defences == ()


def test_another_story_is_not_relevant():
    assert not apply(rule(), Facts(problem=frozenset({"late"}))).relevant
    assert apply(rule(), Facts()).relevant


def test_derived_facts_name_all_their_questions():
    overdue = rule(conditions=(Condition("晚了", F.overdue.holds, "没晚。"),), exceptions=())
    missing = apply(overdue, Facts(problem=frozenset({"unusable"}))).missing
    assert "paid_on" in missing and "promised" in missing


def test_a_condition_that_is_open_without_an_unknown_fact_raises():
    broken = Condition("", computed(lambda facts: None, F.goods), "")
    with pytest.raises(RuleError):
        apply(rule(story=broken, exceptions=()), Facts(goods="game_card"))


class Recorder:
    """Facts that note which of them were looked at."""

    def __init__(self, facts: Facts):
        self._facts, self.seen = facts, set()

    def __getattr__(self, name):
        if name == "chose":
            self.seen.add("problem")
        else:
            self.seen.add(name)
        return getattr(self._facts, name)


def test_conditions_read_only_what_they_declare():
    from itertools import product

    from tests.decide.domains import values

    for each in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        for condition in (each.story, *each.conditions, *each.exceptions, *each.defences):
            seen = set()
            for combination in product(*(values(name) for name in condition.so.reads)):
                recorder = Recorder(Facts(**dict(zip(condition.so.reads, combination, strict=True))))
                condition.so.holds(recorder)
                seen |= recorder.seen
            assert seen == set(condition.so.reads), (each.id, condition.sentence)


def finding(module):
    return Finding(rule=module.RULE, status="met", missing=(), failed=(), open_defences=(), lookups=(), relevant=True, story_told=True)


def test_the_dispute_is_about_what_the_refund_was_agreed_for():
    agreed, code, late = (finding(each) for each in (refund_agreed, unusable, late_delivery))
    assert agreed.rule.after_agreement and not code.rule.after_agreement
    assert at_issue(agreed.rule, (agreed, code, late)) is code.rule
    assert at_issue(late.rule, (late, agreed, code)) is late.rule
    assert at_issue(agreed.rule, (agreed,)) is agreed.rule
