"""What one matter says decides nothing of another, and what is not known shuts no door."""

import json
from datetime import datetime

import pytest

from checker.bridge import check
from checker.publish.stories import complete

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
ANSWERS = {"goods": "game_card", "seller_kind": "shop", "channel": "wechat", "evidence": ["order"], "truthful": "yes", "stage": "not_asked"}
STOLEN = {"problem": ["not_paid_by_me", "overcharged"], "charge": "duplicate", "notified": "no"}
CODE = {"problem": ["unusable"], "goods_used": "tried", "failure": "already_used", "support_fixed": "no"}


def verdict(**answers) -> dict:
    return check({"v": 1, "answers": complete(ANSWERS | answers), "parties": {}}, NOW)


def matters(**answers) -> dict[str, dict]:
    return {matter["route"]: matter for matter in verdict(**answers)["matters"]}


def test_a_shop_that_still_has_time_stops_nobody_who_was_robbed():
    found = matters(**STOLEN, stage="asked_waiting", asked_on="2026-11-24")
    assert found["unauthorised_payment"]["next_step"] == "payment_complaint"
    assert found["ordinary"]["next_step"] == "wait"


def test_a_bank_that_still_has_time_says_nothing_of_the_shop():
    found = matters(**STOLEN | {"notified": "in_time"}, stage="asked_waiting", asked_on="2026-11-01")
    assert found["unauthorised_payment"]["next_step"] == "wait"
    assert found["ordinary"]["next_step"] != "wait"


@pytest.mark.parametrize("stage", ["refunded", "left_at_that"])
def test_an_order_that_was_paid_back_ends_no_stolen_payment(stage):
    found = matters(**STOLEN, stage=stage)
    assert found["unauthorised_payment"]["level"] == "can_claim" and found["unauthorised_payment"]["letters"]
    assert found["ordinary"]["level"] == "not_supported"


def test_a_new_day_of_delivery_makes_no_guardian_wait():
    found = matters(
        problem=["child_paid", "not_delivered"],
        order_shows="new_time",
        child_age="8_to_15",
        guardian_consent="no",
        child_spending="beyond_age",
    )
    assert found["minor"]["next_step"] != "wait" and found["ordinary"]["next_step"] == "wait"


def test_a_new_day_is_not_waited_for_from_a_seller_who_is_gone():
    found = matters(problem=["seller_vanished", "not_delivered"], order_stands="yes", order_shows="new_time")
    assert found["ordinary"]["next_step"] == "apply_refund"


def test_whoever_paid_for_work_and_does_not_know_how_far_it_went_may_still_write():
    found = matters(goods="service", problem=["seller_vanished", "not_done"], not_done_how="unknown", order_stands="no")
    assert found["ordinary"]["letters"]


@pytest.mark.parametrize(("stage", "wish"), [("refunded", "refund"), ("left_at_that", "goods"), ("left_at_that", "refund")])
def test_money_that_is_back_is_not_asked_for_again(stage, wish):
    found = matters(
        problem=["seller_cancelled"], cancel_reason="wrong_price", goods_used="untouched", stage=stage, wish=wish, paid_amount="100"
    )
    assert found["ordinary"]["level"] == "not_supported"
    assert not any("没有义务" in act["what"] for act in found["ordinary"]["acts"]), "other losses may still be owed"


def test_a_sum_that_was_taken_back_stands_in_no_text():
    said = verdict(**CODE, paid_amount="六千多", truthful="unknown", unsure_about=["sums"])
    assert "六千多" in json.dumps(verdict(**CODE, paid_amount="六千多"), ensure_ascii=False)
    assert "六千多" not in json.dumps(said, ensure_ascii=False)


def test_who_takes_back_what_decides_is_told_which_question_it_was():
    found = verdict(
        goods="membership",
        problem=["stopped_early"],
        goods_used="untouched",
        stopped_cause="shut",
        truthful="unknown",
        unsure_about=["cause"],
    )
    assert found["matters"][0]["level"] == "needs_facts" and "stopped_cause" in found["missing"]


def test_a_balance_of_any_seller_is_money_paid_in_advance():
    found = matters(goods="course", problem=["balance_refused"], balance_trouble="not_wanted", bought_before="no", paid_on="2026-11-23")
    assert found["ordinary"]["level"] == "can_claim"


def test_a_text_to_the_payer_does_not_end_the_time_that_the_platform_has():
    found = matters(**CODE, stage="complained", elsewhere="payment", asked_on="2026-11-24")
    assert found["ordinary"]["next_step"] == "wait"


def test_an_appeal_that_the_platform_offers_itself_comes_before_an_authority():
    offered = CODE | {"stage": "partial_offer", "offer_amount": "30", "elsewhere": "none"}
    assert matters(**offered, appeal_days="3")["ordinary"]["next_step"] == "appeal"
    assert matters(**offered)["ordinary"]["next_step"] == "complaint_12315"


def test_only_whoever_has_it_is_sued_for_what_reached_a_stranger():
    found = matters(
        goods="direct_topup",
        topup_signs=["none"],
        problem=["mis_order"],
        slip="stranger",
        goods_used="redeemed",
        stage="appeal_refused",
        elsewhere="none",
    )
    texts = {each["name"]: each for each in found["ordinary"]["letters"]}
    assert found["ordinary"]["next_step"] == "sue" and "complaint_12315" not in texts
    text = json.dumps(texts["lawsuit"], ensure_ascii=False)
    assert "被告：【请填写：收到充值的人" in text and "停住" not in text and "拦下" not in text


@pytest.mark.parametrize(("pressure", "year"), [("threat", "2027"), ("need", "2027")])
def test_a_threat_gives_a_year_and_not_ninety_days(pressure, year):
    found = matters(problem=["pressured"], pressure=pressure, goods_used="untouched", paid_on="2026-08-10", stage="not_asked")
    assert found["ordinary"]["next_step"] == "apply_refund"
    assert all(
        row["last_day"] is None or row["last_day"].startswith(year) or "撤销" not in row["what"] for row in found["ordinary"]["deadlines"]
    )
