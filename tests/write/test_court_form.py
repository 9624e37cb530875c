"""The courts' form: a box is ticked only where an answer says so, and what does not fit it gets the plain statement."""

from datetime import datetime

import pytest

from checker.bridge import check
from checker.publish.stories import complete, stories

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
BASE = {
    "goods": "game_card",
    "problem": ["wrong_goods"],
    "mismatch": "type",
    "page_said": "国服点券",
    "got_instead": "台服点券",
    "goods_used": "untouched",
    "seller_kind": "shop",
    "seller_identity": "known",
    "paid_amount": "100",
    "paid_on": "2026-11-10",
    "channel": "wechat",
    "evidence": ["order"],
    "stage": "appeal_refused",
    "refusal_ground": ["final"],
    "elsewhere": "none",
    "wish": "refund",
    "truthful": "yes",
}


def forms(**answers) -> dict[str, str]:
    verdict = check({"v": 1, "answers": complete(BASE | answers)}, NOW)
    return {letter["name"]: letter["text"] for matter in verdict["matters"] for letter in matter["letters"]}


def ticked(text: str) -> set[str]:
    return {part.split("。")[0].split("；")[0].split(" ")[0].split("\n")[0] for part in text.split("☑")[1:]}


@pytest.mark.parametrize(
    ("answers", "boxes"),
    [
        ({}, {"退货", "判令解除买卖合同"}),
        ({"wish": "goods"}, {"更换"}),
        ({"goods_used": "redeemed", "mismatch": "face_value", "count_promised": "100", "count_got": "50"}, {"减少价款或者报酬"}),
        ({"problem": ["not_delivered"], "promised": "instant", "order_shows": "unknown"}, {"判令解除买卖合同"}),
    ],
)
def test_what_is_asked_for_is_ticked_and_nothing_else_of_it(answers, boxes):
    every = {"修理", "重作", "更换", "退货", "减少价款或者报酬", "继续履行", "判令解除买卖合同", "确认买卖合同已经解除"}
    assert ticked(forms(**answers)["court_form"]) & every == boxes


def test_what_nobody_asked_stays_open():
    text = forms()["court_form"]
    for line in ("委托诉讼代理人：□有 □无。", "诉前保全：□是 □否。", "6. 担保权利：□有 □无。", "□一次性 □分期。", "了解调解：□是 □否；"):
        assert line in text
    assert "没有核对过官方的原件" in text and "10. 标的总额：100 元。" in text


@pytest.mark.parametrize(
    "answers",
    [
        {"goods": "service", "problem": ["not_done"], "not_done_how": "nothing"},
        {"goods": "membership"},
        {"problem": ["mis_order"], "slip": "unknown", "could_correct": "no"},
        {"problem": ["child_paid"], "child_age": "under_8", "guardian_consent": "no"},
        {"mismatch": "unlicensed", "knew_it": "no"},
    ],
)
def test_what_is_no_sale_gets_the_plain_statement(answers):
    assert "court_form" not in forms(**answers)


def test_the_sums_of_the_form_are_those_of_the_claims():
    story = stories()["fake-admitted"]
    (matter,) = story.verdict["matters"]
    text = next(letter["text"] for letter in matter["letters"] if letter["name"] == "court_form")
    assert [claim["amount_fen"] for claim in matter["claims"]] == [10000, 50000]
    assert "支付赔偿金 500 元" in text and "10. 标的总额：600 元。" in text
