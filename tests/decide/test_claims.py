"""Amounts in 分, and the arithmetic beside them."""

from dataclasses import replace

import pytest

from checker.ask.facts import Facts
from checker.decide.claims import Claim, besides, claim
from checker.kit import remedies
from checker.kit.phrases import yuan
from checker.kit.remedy import Remedy
from checker.rules.fault import unusable
from checker.rules.stop import unauthorised_payment

BY_ID = {each.id: each for each in vars(remedies).values() if isinstance(each, Remedy)}


def claimed(remedy: str, facts: Facts) -> Claim:
    asked = BY_ID[remedy]
    rule = replace(unauthorised_payment.RULE if asked.against else unusable.RULE, remedy=asked, remedy_for_goods=None)
    return claim(rule, facts, (), rule)


def treble(facts: Facts) -> Claim:
    return besides(remedies.TREBLE, facts, ())


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
        ("perform_or_refund", Facts(paid_fen=2500, goods_used="part_used"), 2500),
        ("refund_all", Facts(paid_fen=2500, goods_used="redeemed"), 2500),
        ("refund_in_full", Facts(paid_fen=2500), 2500),
        ("refund_in_full", Facts(paid_fen=2500, balance_fen=900, balance_trouble="fee"), 900),
        ("refund_in_full", Facts(paid_fen=2500, balance_fen=900, balance_trouble="part"), 900),
        ("refund_in_full", Facts(paid_fen=2500, balance_trouble="part"), None),
        ("refund", Facts(paid_fen=990, goods_used="redeemed", mismatch="hidden_fee"), 990),
        ("refund", Facts(paid_fen=990, goods_used="redeemed", mismatch="not_as_claimed"), None),
        ("replace", Facts(paid_fen=2500, goods_used="untouched"), 2500),
        ("replace", Facts(paid_fen=2500, goods_used="fault_after_activation"), 2500),
        ("restore", Facts(paid_fen=36500, goods_used="part_used", part_total=365, part_used=65), 30000),
        ("return_extra", Facts(paid_fen=5000, extra_fen=2500), 2500),
        ("return_extra", Facts(paid_fen=5000), None),
        ("return_void", Facts(paid_fen=360000, goods_used="redeemed", count_promised=10, count_got=1), 360000),
        ("deliver_rest", Facts(paid_fen=50000, count_promised=10, count_got=6), 20000),
        ("deliver_rest", Facts(paid_fen=100, count_promised=3, count_got=2), 33),
        ("deliver_rest", Facts(paid_fen=100, count_promised=3, count_got=0), 100),
        ("deliver_rest", Facts(paid_fen=50000, count_promised=10), None),
        ("deliver_rest", Facts(paid_fen=50000, count_got=6), None),
        ("deliver_rest", Facts(count_promised=10, count_got=6), None),
        ("refund", Facts(paid_fen=10000, goods_used="redeemed", count_promised=100, count_got=50), 5000),
        ("refund", Facts(paid_fen=10000, goods_used="redeemed", count_promised=100, count_got=100), None),
        ("refund_balance", Facts(paid_fen=50000, balance_fen=26000), 26000),
        ("refund_balance", Facts(paid_fen=50000, goods_used="untouched"), 50000),
        ("refund_balance", Facts(paid_fen=50000), None),
        ("keep_promise", Facts(paid_fen=5000, promise_kind="multiple", promise_times=3), 15000),
        ("keep_promise", Facts(paid_fen=5000, promise_kind="multiple"), None),
        ("keep_promise", Facts(promise_kind="multiple", promise_times=3), None),
        ("keep_promise", Facts(paid_fen=5000, promise_kind="warranty", goods_used="untouched"), None),
        ("keep_promise", Facts(paid_fen=5000, promise_kind="return", goods_used="untouched"), 5000),
        ("return_payment", Facts(paid_fen=5000, earlier_refund="guarded"), 5000),
        ("return_payment", Facts(paid_fen=5000, earlier_refund="unguarded"), None),
        ("refund", Facts(paid_fen=9850, goods_used="untouched", stage="partly_paid", offer_fen=2000), 7850),
        ("refund", Facts(paid_fen=9850, goods_used="untouched", stage="partly_paid", offer_fen=9850), None),
        ("refund", Facts(paid_fen=9850, goods_used="untouched", stage="partly_paid"), None),
        ("refund", Facts(paid_fen=9850, goods_used="untouched", stage="partial_offer", offer_fen=2000), 9850),
    ],
)
def test_amount(remedy, facts, fen):
    found = claimed(remedy, facts)
    assert found.amount_fen == fen
    assert found.arithmetic


def test_a_partial_offer_shows_what_is_still_open():
    facts = Facts(paid_fen=9850, goods_used="untouched", stage="partial_offer", offer_fen=2000)
    assert claimed("refund", facts).arithmetic.endswith("对方答应退 20 元，还差 78.50 元")


def test_the_arithmetic_is_written_out():
    facts = Facts(paid_fen=36000, goods_used="part_used", part_total=365, part_used=95)
    assert claimed("refund_rest", facts).arithmetic == "360 元 ×（365 − 95）÷ 365 = 266.30 元，不足一分的舍去"


def test_yuan():
    assert [yuan(fen) for fen in (1, 10, 100, 9950, 100000)] == ["0.01 元", "0.10 元", "1 元", "99.50 元", "1000 元"]


def test_three_times_the_price_but_never_less_than_the_law_says():
    assert treble(Facts(paid_fen=30000)).amount_fen == 90000
    assert treble(Facts(paid_fen=30000)).arithmetic == "300 元 × 3 = 900 元"
    assert treble(Facts(paid_fen=10000)).amount_fen == 50000
    assert treble(Facts(paid_fen=10000)).arithmetic.endswith("，不足 500 元的按 500 元")
    assert treble(Facts(paid_fen=16667)).amount_fen == 50001
    assert treble(Facts()).amount_fen is None and "500 元" in treble(Facts()).arithmetic


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        (Facts(), "商家"),
        (Facts(seller_kind="self_run"), "它自己就是卖家"),
        (Facts(seller_kind="shop"), "这家店铺"),
        (Facts(seller_kind="shop", seller_identity="refused", purpose="self"), "说不出卖家是谁"),
        (Facts(seller_kind="shop", seller_identity="refused", purpose="resale"), "这家店铺"),
        (Facts(seller_kind="shop", seller_identity="known", purpose="self"), "这家店铺"),
        (Facts(seller_kind="individual"), "这个人"),
    ],
)
def test_whom_a_claim_is_against(facts, who):
    assert who in claimed("refund", facts).against
    assert claimed("stop_payment", facts).against == "付款用的支付机构或银行"


def test_what_the_reader_wants_chooses_the_remedy():
    rule = replace(unusable.RULE, remedy=remedies.REFUND, remedy_for_goods=remedies.REPLACE)
    assert [claim(rule, Facts(wish=wish), (), rule).remedy for wish in ("goods", "refund", None)] == ["replace", "refund", "refund"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            Facts(paid_fen=9850, goods_used="untouched", stage="partly_paid", offer_fen=2000),
            "实际付款全额：98.50 元；已经退了 20 元，还差 78.50 元",
        ),
        (
            Facts(paid_fen=9850, goods_used="untouched", stage="partly_paid", offer_fen=9850),
            "实际付款全额：98.50 元；已经退了 98.50 元，没有差额",
        ),
        (
            Facts(paid_fen=9850, goods_used="untouched", stage="partly_paid", offer_fen=9900),
            "实际付款全额：98.50 元；已经退了 99 元，没有差额",
        ),
        (
            Facts(paid_fen=9850, goods_used="untouched", stage="partial_offer", offer_fen=9900),
            "实际付款全额：98.50 元；对方答应退 99 元，还差 0 元",
        ),
        (Facts(paid_fen=300, goods_used="part_used", part_total=3, part_used=4), "填的是已经全部用完，没有剩余部分"),
        (Facts(paid_fen=300, goods_used="redeemed", count_promised=3, count_got=4), "实际到的不比页面写的少，没有差额"),
        (Facts(paid_fen=1000, goods_used="redeemed", count_promised=3, count_got=1), "10 元 ×（3 − 1）÷ 3 = 6.66 元，不足一分的舍去"),
    ],
)
def test_what_is_open_is_written_out(facts, words):
    assert claimed("refund", facts).arithmetic == words


@pytest.mark.parametrize(("paid", "fen", "floor"), [(16666, 50000, True), (16667, 50001, False), (20000, 60000, False), (100, 50000, True)])
def test_three_times_the_price_says_when_the_least_sum_counts(paid, fen, floor):
    found = treble(Facts(paid_fen=paid))
    assert found.amount_fen == fen and ("不足" in found.arithmetic) is floor
