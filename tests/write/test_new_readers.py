"""Texts to a platform, to whoever looks into clues, to everybody, and to a court for an order to pay: whom they are for, and what they keep back."""

import re
from datetime import datetime

import pytest

from checker.bridge import check
from checker.publish.stories import complete
from tests.write.test_court_form import BASE

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
NAMES = {
    "platform_name": "青禾卡铺网",
    "seller_name": "南山小铺",
    "order_no": "NO2026",
    "pay_no": "PAY77",
    "buyer_name": "林知夏",
    "buyer_contact": "13800000000",
}
WAITING = BASE | {"stage": "asked_waiting", "asked_on": "2026-11-12", "heard": "nothing", "seller_identity": "not_asked"}


def texts(answers: dict) -> dict[str, dict]:
    verdict = check({"v": 1, "answers": complete(answers), "parties": NAMES, "events": [{"what": "本人电话 13800000000"}]}, NOW)
    return {letter["name"]: letter for matter in verdict["matters"] for letter in matter["letters"]}


def test_a_platform_is_asked_to_step_in_to_name_the_seller_and_to_hold_the_money():
    text = texts(WAITING)["platform_request"]["text"]
    assert "请介入处理，支持以下要求：解除合同，退还 100 元" in text and "暂缓结算" in text and "真实名称、地址和有效联系方式" in text
    assert all(f"《{law}" in text for law in ("电子商务法》第六十一条", "电子商务法》第三十八条", "消费者权益保护法》第四十四条"))
    assert "林知夏" not in text and "NO2026" in text


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"seller_identity": "known"}, "真实名称、地址"),
        ({"money_held": "released"}, "暂缓结算"),
        ({"seller_kind": "individual"}, "第四十四条"),
        ({"goods": "membership"}, "《电子商务法》"),
    ],
)
def test_a_platform_is_asked_for_nothing_that_does_not_fit(answers, gone):
    assert gone not in texts(WAITING | answers)["platform_request"]["text"]


@pytest.mark.parametrize(
    "answers", [{"seller_kind": "self_run"}, {"seller_kind": "overseas"}, {"stage": "refused"}, {"stage": "not_asked"}]
)
def test_only_who_sells_on_a_platform_and_does_not_answer_brings_it_in(answers):
    assert "platform_request" not in texts(WAITING | answers)


def test_the_day_on_which_the_platform_was_asked_for_the_seller_stands_in_the_complaint():
    found = texts(BASE | {"seller_identity": "refused", "identity_asked_on": "2026-11-15"})
    for name in ("complaint_12315", "lawsuit"):
        assert "2026 年 11 月 15 日，本人问过平台，平台没有提供卖家的真实名称" in found[name]["text"]
    assert "本人问过平台" not in found["appeal"]["text"]


def test_a_clue_claims_nothing_and_argues_from_what_the_authority_enforces():
    text = texts(BASE | {"mismatch": "fake"})["tip_off"]
    assert "退还" not in text["text"] and "赔偿" not in text["text"] and "《民法典》" not in text["text"]
    assert "请核查所售商品的来源" in text["text"] and "是否违法由贵局认定" in text["text"]
    assert any("不会带来退款" in each["advice"] and "第九条" in each["advice"] for each in text["checks"])


@pytest.mark.parametrize("answers", [{}, {"mismatch": "fake", "seller_kind": "individual"}])
def test_without_a_clue_there_is_none(answers):
    assert "tip_off" not in texts(BASE | answers)


def test_what_everybody_reads_has_nothing_personal_and_no_accusation():
    text = texts(BASE | {"mismatch": "fake"})["public_complaint"]
    whole = text["text"] + text["short"]
    for personal in ("NO2026", "PAY77", "林知夏", "13800000000"):
        assert personal not in whole
    assert not re.search("骗|欺诈|违法|故意|假货|三倍", whole)
    assert any("第一千零二十四条" in each["advice"] for each in text["checks"])


@pytest.mark.parametrize("seller", ["individual", "private_trader"])
def test_no_person_is_put_before_everybody(seller):
    assert "public_complaint" not in texts(BASE | {"seller_kind": seller})


AGREED = BASE | {"stage": "agreed", "agreed_on": "2026-10-10", "offer_amount": "80", "evidence": ["reply"], "paid_on": "2026-10-01"}


def test_an_order_to_pay_rests_on_a_promise_in_writing_of_a_sum():
    text = texts(AGREED)["payment_order"]["text"]
    assert "责令其付清已经得到同意的退款 80 元" in text and "第二百二十五条" in text
    for lacking in ({"evidence": ["order"]}, {"offer_amount": ""}, {"stage": "refused"}, {"agreed_on": "2026-11-23"}):
        assert "payment_order" not in texts(AGREED | lacking)


def test_the_interest_that_the_law_gives_is_asked_for_where_it_gives_it():
    closing = BASE | {"goods": "platform_balance", "problem": ["balance_refused"], "balance_trouble": "closing", "balance_left": "82"}
    assert "82 元及自解除之日起的利息，按原支付方式退回" in texts(closing)["lawsuit"]["text"]
    assert "利息" not in re.sub(r"^\d+\. 《.*$", "", texts(closing | {"seller_kind": "individual"})["lawsuit"]["text"], flags=re.MULTILINE)


def test_less_than_was_sold_is_asked_for_as_what_is_missing_whatever_was_used():
    answers = {
        "goods": "membership",
        "mismatch": "duration",
        "goods_used": "part_used",
        "part_unit": "days",
        "part_total": "365",
        "part_used": "100",
    }
    text = texts(BASE | answers | {"paid_amount": "99", "count_promised": "365", "count_got": "180"})["complaint_12315"]["text"]
    assert "50.17 元" in text and "99 元 ×（365 − 180）÷ 365 = 50.17 元" in text and "71.87" not in text


def test_a_court_is_told_who_has_to_show_what_and_is_asked_for_no_records():
    text = texts(BASE | {"refusal_ground": ["used"], "problem": ["unusable"], "failure": "already_used", "goods_used": "tried"})["lawsuit"][
        "text"
    ]
    assert "，本人不认可。" in text and "由被告提供使用记录" in text and "请提供" not in text


def test_papers_of_kinship_and_a_childs_name_go_to_no_shop():
    child = BASE | {
        "problem": ["child_paid"],
        "child_age": "under_8",
        "guardian_consent": "no",
        "stage": "not_asked",
        "evidence": ["identity", "payment"],
    }
    text = texts(child)["guardian_request"]["text"]
    assert "孩子的姓名" not in text and "出生日期" not in text and "核实的时候在平台的入口提供" in text
    refused = texts(child | {"stage": "appeal_refused"})
    assert "孩子的姓名" in refused["lawsuit"]["text"] and "付款时段和次数" in refused["complaint_12315"]["text"]


def test_what_the_police_are_told_is_filled_in_as_far_as_it_is_known():
    scam = {
        "problem": ["asked_to_pay_again"],
        "paid_amount": "500",
        "paid_on": "2026-11-20",
        "channel": "transfer",
        "stage": "not_asked",
        "truthful": "yes",
        "goods": "game_card",
        "evidence": ["payment"],
    }
    verdict = check(
        {"v": 1, "answers": complete(scam), "parties": NAMES, "events": [{"when": "2026-11-21", "what": "对方把本人拉黑"}]}, NOW
    )
    text = next(letter["text"] for matter in verdict["matters"] for letter in matter["letters"] if letter["name"] == "police")
    assert "付款合计 500 元（转账）：【请填写：每一笔" in text and "2026 年 11 月 21 日，对方把本人拉黑。" in text
    assert "第二百六十六条" not in text and "由公安机关依法认定" in text
