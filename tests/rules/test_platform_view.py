"""What a platform's reviewer will say, beside what the law gives: the three checks of common practice."""

import pytest

from checker.ask.facts import Facts
from checker.decide.finding import apply
from checker.rules import PLATFORM_RULES

PLATFORM_ORDER_STATE, PLATFORM_PROOF, PLATFORM_MATCH = PLATFORM_RULES


def facts(*problems: str, **more) -> Facts:
    return Facts(problem=frozenset(problems), **{key: frozenset(value) if key == "evidence" else value for key, value in more.items()})


@pytest.mark.parametrize(
    ("story", "status"),
    [
        (Facts(), "undetermined"),
        (facts("expired_unused", goods_used="untouched"), "not_met"),
        (facts("not_delivered"), "met"),
        (facts("balance_refused"), "met"),
        (facts("not_delivered", "late"), "undetermined"),
        (facts("late", goods_used="untouched"), "met"),
        (facts("wrong_goods", goods_used="redeemed"), "not_met"),
        (facts("wrong_goods", goods_used="tried"), "met"),
        (facts("unusable", goods_used="tried", failure="already_used"), "not_met"),
        (facts("unusable", goods_used="tried", failure="invalid"), "met"),
        (facts("unusable", goods_used="tried"), "undetermined"),
    ],
)
def test_the_state_of_the_order(story, status):
    assert apply(PLATFORM_ORDER_STATE, story).status == status


@pytest.mark.parametrize(
    ("story", "status"),
    [
        (Facts(), "undetermined"),
        (facts("unusable"), "undetermined"),
        (facts("unusable", evidence=["error"]), "not_met"),
        (facts("unusable", evidence=["order"]), "not_met"),
        (facts("unusable", evidence=["order", "error"]), "met"),
        (facts("unusable", evidence=["payment", "official"]), "met"),
        (facts("asked_to_pay_again", evidence=["payment"]), "met"),
        (facts("asked_to_pay_again", evidence=["none"]), "not_met"),
    ],
)
def test_the_proof(story, status):
    assert apply(PLATFORM_PROOF, story).status == status


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        ("unusable", "met"),
        ("short", "met"),
        ("overcharged", "met"),
        ("seller_cancelled", "met"),
        ("mis_order", "not_met"),
        ("change_of_mind", "not_met"),
        ("promise_broken", "not_met"),
    ],
)
def test_the_match_with_the_rules_of_a_platform(problem, status):
    assert apply(PLATFORM_MATCH, facts(problem)).status == status
    assert apply(PLATFORM_MATCH, Facts()).status == "undetermined"
