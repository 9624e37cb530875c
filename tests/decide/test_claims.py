"""Amounts in 分, and the arithmetic beside them."""

import pytest

from checker.ask.facts import Facts
from checker.decide.claims import claim, yuan
from checker.decide.rule import Rule
from checker.errors import RuleError


def granting(remedy: str) -> Rule:
    return Rule(id="r", route="ordinary", title="", basis="statute", articles=(), meaning="", because="", conditions=(), remedy=remedy)


@pytest.mark.parametrize(
    ("remedy", "facts", "fen"),
    [
        ("refund", Facts(paid_fen=9999, goods_used="untouched"), 9999),
        ("refund", Facts(paid_fen=9999, goods_used="tried"), 9999),
        ("refund", Facts(paid_fen=9999, goods_used="fault_after_activation"), 9999),
        ("refund", Facts(paid_fen=9999, goods_used="fault_after_activation", mismatch="face_value"), None),
        ("refund_rest", Facts(paid_fen=9999, goods_used="fault_after_activation"), None),
        ("refund", Facts(paid_fen=9999, goods_used="redeemed"), None),
        ("refund", Facts(paid_fen=9999), None),
        ("refund", Facts(goods_used="untouched"), None),
        ("refund_rest", Facts(paid_fen=36000, goods_used="part_used", part_total=365, part_used=95), 26630),
        ("refund_rest", Facts(paid_fen=100, goods_used="part_used", part_total=3, part_used=1), 66),
        ("refund_rest", Facts(paid_fen=100, goods_used="part_used", part_total=3, part_used=3), None),
        ("refund_rest", Facts(paid_fen=100, goods_used="part_used", part_total=3), None),
        ("deliver_or_refund", Facts(paid_fen=2500), 2500),
        ("pay_agreed", Facts(paid_fen=2500, offer_fen=2000), 2000),
        ("pay_agreed", Facts(paid_fen=2500), None),
    ],
)
def test_amount(remedy, facts, fen):
    found = claim(granting(remedy), facts, ())
    assert found.amount_fen == fen
    assert found.arithmetic


def test_a_partial_offer_shows_what_is_still_open():
    facts = Facts(paid_fen=9850, goods_used="untouched", stage="partial_offer", offer_fen=2000)
    assert claim(granting("refund"), facts, ()).arithmetic.endswith("对方答应退 20 元，还差 78.50 元")


def test_the_arithmetic_is_written_out():
    facts = Facts(paid_fen=36000, goods_used="part_used", part_total=365, part_used=95)
    assert claim(granting("refund_rest"), facts, ()).arithmetic == "360 元 ×（365 − 95）÷ 365 = 266.30 元，不足一分的舍去"


def test_yuan():
    assert [yuan(fen) for fen in (1, 10, 100, 9950, 100000)] == ["0.01 元", "0.10 元", "1 元", "99.50 元", "1000 元"]


def test_an_unknown_remedy_raises():
    with pytest.raises(RuleError):
        claim(granting("revenge"), Facts(), ())
