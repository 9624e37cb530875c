"""A legal reading of every text, 2026-11-27: what it found, each with the smallest case that showed it. Nothing over a reader's name says
more than the reader did, names who did not act, or asks a platform for what only the seller owes."""

import re
from datetime import datetime

import pytest

from checker.bridge import check
from checker.errors import AnswerErrors
from checker.publish.stories import complete, stories

NOW = datetime.fromisoformat("2026-11-27T15:00+08:00")
PARTIES = {"platform_name": "星辰数卡", "seller_name": "小张点卡", "order_no": "K20261110", "buyer_name": "某人", "buyer_contact": "某号"}
CODE = {
    "goods": "activation_code",
    "problem": ["unusable"],
    "goods_used": "tried",
    "failure": "invalid",
    "support_fixed": "no",
    "seller_kind": "shop",
    "seller_identity": "known",
    "paid_amount": "268",
    "paid_on": "2026-11-10",
    "channel": "wechat",
    "evidence": ["order", "error"],
    "stage": "refused",
    "refusal_ground": ["other"],
    "refused_by": "platform",
    "refused_on": "2026-11-25",
    "asked_on": "2026-11-20",
    "elsewhere": "none",
    "wish": "refund",
    "truthful": "yes",
}
FAKE = CODE | {
    "problem": ["wrong_goods"],
    "mismatch": "fake",
    "knew_it": "no",
    "false_intent": "yes",
    "evidence": ["order", "chat"],
    "page_said": "正版",
    "got_instead": "盗版",
}
MINOR = {
    "goods": "game_card",
    "problem": ["child_paid"],
    "child_age": "8_to_15",
    "guardian_consent": "no",
    "child_spending": "beyond_age",
    "earlier_refund": "none",
    "seller_kind": "shop",
    "seller_identity": "known",
    "paid_amount": "2860",
    "paid_on": "2026-11-03",
    "channel": "wechat",
    "evidence": ["identity"],
    "stage": "refused",
    "refusal_ground": ["used"],
    "refused_by": "platform",
    "elsewhere": "none",
    "truthful": "yes",
}
TAKEN_BACK = CODE | {
    "goods": "game_account",
    "bound_to": "mine",
    "problem": ["stopped_early"],
    "stopped_cause": "taken_back",
    "goods_used": "part_used",
    "part_unit": "days",
    "part_total": "30",
    "part_used": "10",
}
NOT_COME = CODE | {"problem": ["not_delivered"], "promised": "instant", "wish": "unknown"}
CANCELLED = CODE | {"problem": ["seller_cancelled"], "cancel_reason": "no_stock", "goods_used": "untouched"}
CLOSED = CODE | {
    "goods": "platform_balance",
    "problem": ["balance_refused"],
    "balance_trouble": "closing",
    "balance_left": "82",
    "stage": "asked_waiting",
    "paid_on": "2026-09-10",
    "asked_on": "2026-11-01",
    "bought_before": "unknown",
}
RENEWED = CODE | {"goods": "membership", "problem": ["overcharged"], "charge": "renewal", "renewal_notice": "no", "goods_used": "untouched"}
NOT_WANTED = CODE | {
    "goods": "game_card",
    "problem": ["change_of_mind"],
    "goods_used": "untouched",
    "confirmed_no_return": "no",
    "paid_on": "2026-11-20",
    "refusal_ground": ["final", "rule"],
}


def verdict(answers: dict, parties: dict = PARTIES) -> dict:
    return check({"v": 1, "answers": complete(answers), "parties": parties}, NOW)


LAW = re.compile(r"^\d+\. 《[^\n]*$", re.MULTILINE)
"""What an article says, which is nothing of the case."""


def of_the_case(text: str) -> str:
    return LAW.sub("", text)


def texts(answers: dict, parties: dict = PARTIES) -> dict[str, str]:
    return {
        letter["name"]: letter["text"] + "\n" + letter["short"]
        for matter in verdict(answers, parties)["matters"]
        for letter in matter["letters"]
    }


def basis(text: str) -> str:
    return re.search(r"三、依据\n(.*?)\n\n", text, re.S).group(1)


@pytest.mark.parametrize("proof", [["chat"], ["reply"], ["official"], ["listing", "chat"]])
def test_treble_damages_with_answers_and_proof_that_carry_them(proof):
    for name in ("demand", "complaint_12315", "lawsuit"):
        text = texts(FAKE | {"stage": "appeal_refused", "evidence": ["order", *proof]})[name]
        assert "另外赔偿 804 元" in text and "相关凭证是" in text


@pytest.mark.parametrize(
    "change",
    [
        {"knew_it": "unknown"},
        {"evidence": ["order", "payment", "error", "usage_log", "listing"]},
        {"evidence": ["none"]},
        {"evidence": "unknown"},
        {"false_intent": "no"},
        {"mismatch": "unlicensed", "knew_it": "unknown"},
    ],
)
def test_no_treble_damages_without_them(change):
    answers = FAKE | {"stage": "appeal_refused"} | change
    assert not [name for name, text in texts(answers).items() if re.search("三倍|另外赔偿|故意", of_the_case(text))]


@pytest.mark.parametrize(
    "answers",
    [
        CODE,
        FAKE,
        CANCELLED,
        CODE
        | {"problem": ["late"], "arrived_on": "2026-11-12", "promised": "instant", "too_late": "purpose_lost", "goods_used": "untouched"},
    ],
)
def test_the_notice_that_ends_the_contract_goes_to_the_seller(answers):
    found = texts(answers | {"stage": "not_asked"})
    assert "本函即为解除合同的通知。" in found["refund_request"] and "这条消息即为解除合同的通知。" in found["chat"]
    assert all(f"第五百六十{number}条" in basis(found["refund_request"]) for number in "三五六")
    refused = texts(answers)
    assert "通知" not in of_the_case(refused["appeal"]) and "支持以下要求" in refused["appeal"]
    assert refused["demand"].startswith("催告函\n\n小张点卡：") and "本函即为解除合同的通知。" in refused["demand"]
    ours = texts(answers | {"seller_kind": "self_run"})
    assert "本函即为解除合同的通知。" in ours["appeal"] and "demand" not in ours


def test_no_notice_where_delivery_is_wanted_or_a_period_runs():
    request = texts(NOT_COME | {"stage": "not_asked"})["refund_request"]
    assert "到期仍未交付的，本函即为解除合同的通知" in request and not re.search(r"(?:\n|[。：])本函即为", request)
    for answers in (NOT_COME, CODE, CANCELLED, TAKEN_BACK):
        wanted = {
            name: text
            for stage in ("not_asked", "appeal_refused")
            for name, text in texts(answers | {"wish": "goods", "stage": stage}).items()
        }
        assert "到期仍" in wanted["refund_request"] and "本人再决定" in wanted["refund_request"]
        assert not [
            name for name, text in wanted.items() if name != "court_form" and re.search("解除合同的通知|判令解除|第五百六十五条", text)
        ]
    frozen = CLOSED | {"balance_trouble": "frozen", "stage": "appeal_refused", "asked_on": "2026-11-20"}
    for performed_first in (frozen, TAKEN_BACK | {"wish": "unknown", "stage": "appeal_refused"}):
        assert "1. 判令解除" not in texts(performed_first)["lawsuit"] and "的，判令解除合同" in texts(performed_first)["lawsuit"]
    for kept in (
        {"goods_used": "part_used", "part_unit": "unknown"},
        {"problem": ["overcharged"], "charge": "excess", "extra_amount": "20"},
        {"problem": ["short"]},
    ):
        assert not any("解除" in of_the_case(text) for text in texts(CODE | {"stage": "not_asked"} | kept).values()), kept


ENDS = re.compile(r"《民法典》第五百六十[三五六]条")
NO_ENDING = re.compile(r"解除冻结|自解除之日")


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused", "appeal_refused", "outside", "partial_offer"])
def test_what_the_law_says_of_ending_a_contract_stands_where_the_end_is_asked_for(stage):
    found = 0
    for name, story in stories().items():
        try:
            told = texts(story.answers | {"stage": stage})
        except AnswerErrors:
            continue
        for letter, text in told.items():
            if ENDS.search(text):
                found += 1
                assert "解除" in NO_ENDING.sub("", of_the_case(text)), (name, letter)
    assert found > 50


def test_a_lawsuit_ends_the_contract_and_says_nothing_of_limitation():
    lawsuit = texts(CODE | {"stage": "appeal_refused"})["lawsuit"]
    assert "判令解除原告和被告之间的合同，被告退还 268 元" in lawsuit and "确认" not in lawsuit
    assert not re.search("时效|受理费|期限", of_the_case(lawsuit))
    (notes,) = [
        letter["checks"] for letter in verdict(CODE | {"stage": "appeal_refused"})["matters"][0]["letters"] if letter["name"] == "lawsuit"
    ]
    assert any("诉讼时效" in row["condition"] for row in notes)


@pytest.mark.parametrize("stage", ["refused", "partial_offer", "partly_paid", "more_proof", "agreed", "appeal_refused"])
@pytest.mark.parametrize("answers", [CODE, CANCELLED, TAKEN_BACK, NOT_COME, FAKE])
def test_who_answered_is_not_put_upon_the_platform(answers, stage):
    given = {"offer_amount": "60"} if stage in ("partial_offer", "partly_paid", "agreed") else {}
    for name, text in texts(answers | {"stage": stage} | given).items():
        if name in ("appeal", "supplement"):
            assert "贵方" not in text, name
        assert not re.search("贵方(?:于|已经|只|要求|拒绝|答应)|对方(?:于|拒绝|只答应|答应|已经退)", text), (name, text)


def test_a_platform_that_names_no_seller_answers_only_to_a_consumer_and_only_where_it_is_told():
    nameless = CODE | {"seller_identity": "refused", "stage": "appeal_refused"}
    found = texts(nameless)
    for name in ("complaint_12315", "lawsuit"):
        assert "没有提供卖家的真实名称" in found[name] and "第四十四条" in found[name] and "赔偿本人的损失 268 元" in found[name]
    for name in ("demand", "appeal", "payment_complaint"):
        assert "第四十四条" not in found[name], name
    assert "《电子商务法》第三十八条" not in "".join(found.values())
    assert "第四十四条" not in texts(nameless | {"stage": "not_asked"})["refund_request"]
    for closed in ({"seller_kind": "individual"}, {"seller_kind": "supplier"}, {"seller_kind": "unknown"}):
        lawsuit = texts(nameless | closed)["lawsuit"]
        assert "平台没有提供" not in lawsuit and "卖家的" in lawsuit.split("被告：")[1][:14], closed


@pytest.mark.parametrize(
    ("answers", "must", "must_not"),
    [
        (NOT_WANTED, ["没有在购买时让本人确认", "没有让本人确认"], ["商品或者交付本身", "不同意扣"]),
        (RENEWED | {"refusal_ground": ["own_fault"]}, ["提醒记录"], ["哪一次操作"]),
        (RENEWED | {"refusal_ground": ["rule"]}, ["提醒记录"], ["不同意扣"]),
        (TAKEN_BACK | {"refusal_ground": ["delivered"]}, ["没有说没收到"], ["请提供交付记录"]),
        (FAKE | {"refusal_ground": ["delivered"]}, ["两回事"], ["请提供交付记录"]),
        (NOT_COME | {"refusal_ground": ["delivered"]}, ["请提供交付记录"], []),
        (MINOR, ["不能返还的部分折价"], ["由谁使用"]),
        (
            CODE | {"failure": "already_used", "issuer_says": "before", "refusal_ground": ["used"]},
            ["本人向发行方查过"],
            ["由谁使用。只说", "官方已确认", "发行方已经"],
        ),
        (
            CODE | {"failure": "already_used", "issuer_says": "before", "refusal_ground": ["used"], "evidence": ["official"]},
            ["官方已确认", "查询结果见附件"],
            ["由谁使用。只说"],
        ),
        (
            CODE | {"problem": ["overcharged"], "charge": "excess", "extra_amount": "20", "refusal_ground": ["used", "final"]},
            ["多扣的钱"],
            ["由谁使用"],
        ),
    ],
)
def test_an_answer_meets_the_reason_that_was_given(answers, must, must_not):
    text = texts(answers)["appeal"]
    assert any(each in text for each in must), text
    assert not [each for each in must_not if each in text], text


def test_what_a_guardian_argues_from():
    card, balance, account = (
        texts(MINOR | goods)["appeal"] for goods in ({}, {"goods": "platform_balance"}, {"goods": "game_account", "bound_to": "mine"})
    )
    assert "指导意见（二）》第九条" in card and "《电子商务法》第四十八条" not in card
    assert "预付式消费" in basis(balance) and "第十条" in basis(balance)
    assert "《未成年人网络保护条例》第四十六条" in account and "未成年人网络保护条例" not in card
    assert "《未成年人网络保护条例》第四十四条" in texts(MINOR | {"seller_kind": "self_run"})["appeal"]
    assert "指导意见" not in texts(MINOR | {"goods": "direct_topup", "topup_signs": ["none"]})["appeal"]
    assert "指导意见" not in texts(MINOR | {"child_age": "under_8"})["appeal"]
    assert "《电子商务法》第四十八条" in texts(MINOR | {"refusal_ground": ["adult"]})["appeal"]


def test_an_adult_who_pays_without_understanding_is_no_child():
    elder = MINOR | {"child_age": "incapable_adult", "refusal_ground": ["adult"]}
    assert verdict(elder)["matters"][0]["claims"][0]["remedy_label"] == "返还这笔付款"
    for text in texts(elder).values():
        assert "孩子" not in text and "不能辨认或者不能完全辨认" not in text
    assert "适用其中相应的条文" in texts(elder)["appeal"]


def test_the_full_name_stands_where_it_was_typed():
    company = PARTIES | {"seller_name": "杭州星辰信息技术有限公司"}
    own = CODE | {"seller_kind": "self_run", "stage": "appeal_refused"}
    assert "被告：杭州星辰信息技术有限公司（平台名“星辰数卡”）" in texts(own, company)["lawsuit"]
    assert "在星辰数卡购买" in texts(own, company)["lawsuit"]
    assert "被告：【请填写：卖家的全称，看执照公示】（店铺名“小张点卡”）" in texts(CODE | {"stage": "appeal_refused"})["lawsuit"]
    assert "卖家在网上叫“小张点卡”" in texts(CODE | {"stage": "appeal_refused", "seller_kind": "individual"})["lawsuit"]


def test_the_articles_fit_what_is_told():
    fee = texts(CODE | {"problem": ["wrong_goods"], "mismatch": "hidden_fee", "goods_used": "redeemed"})["appeal"]
    assert not re.search("第二十六条|第四百九十六条|欺诈", basis(fee)) and "第二十条" in basis(fee)
    used_up = verdict(CODE | {"problem": ["wrong_goods"], "mismatch": "hidden_fee", "goods_used": "redeemed"})
    assert any("全额退不一定" in each for each in used_up["warnings"])
    kept = texts(CODE | {"problem": ["refund_not_arrived"], "refund_trouble": "fee", "fee_basis": "after"})["appeal"]
    assert not re.search("第五百八十五条|合同行政", kept) and "第四百九十六条" in kept
    assert "第五百六十六条" in basis(texts(NOT_COME | {"stage": "not_asked"})["refund_request"])
    for kind in ("type", "region", "not_as_claimed", "fake"):
        assert "《电子商务法》第十七条" in texts(FAKE | {"mismatch": kind})["appeal"], kind
    service = texts(CODE | {"goods": "membership"})["appeal"]
    assert not re.search("第六百一十[027]条", service) and "第五百八十二条" in service


def test_a_closing_shop_owes_what_the_law_of_prepayment_says():
    found = basis(texts(CLOSED)["demand"])
    assert "第五十三条" in found and "第十条" in found and "第二十一条" in found and "第五百六十六条" in found
    assert "处罚办法" not in basis(texts(CLOSED | {"asked_on": "2026-11-20"})["demand"])


def test_what_the_other_side_does_is_judged_by_the_law_of_that_day():
    bought_before = CODE | {"paid_on": "2026-01-10", "refused_by": "machine"}
    assert "《网络交易平台规则监督管理办法》第十九条" in texts(bought_before)["appeal"]
    assert "《网络交易平台规则监督管理办法》" not in texts(bought_before | {"refused_on": "2026-01-20", "asked_on": "2026-01-15"})["appeal"]


@pytest.mark.parametrize(
    ("change", "must_not"),
    [
        ({"problem": ["expired_unused"], "validity_stated": "no", "goods_used": "untouched"}, "使用时提示"),
        (
            {
                "goods": "platform_balance",
                "problem": ["balance_refused"],
                "balance_trouble": "fee",
                "balance_left": "20",
                "bought_before": "yes",
            },
            "答应",
        ),
        (
            {"failure": "already_used", "issuer_says": "after", "evidence": ["official", "usage_log"], "refusal_ground": ["used"]},
            "不在本人手里",
        ),
        ({"goods": "membership", "problem": ["stopped_early"], "stopped_cause": "shut", "goods_used": "untouched"}, "不是因为本人违反"),
        ({"problem": ["not_delivered"], "promised": "instant", "seller_kind": "individual"}, "《电子商务法》"),
        (
            {"problem": ["seller_cancelled"], "cancel_reason": "wrong_price", "goods_used": "untouched", "seller_kind": "individual"},
            "《电子商务法》",
        ),
        ({"problem": ["overcharged"], "charge": "duplicate", "refusal_ground": ["silence"]}, "第六百二十"),
        (
            {"problem": ["promise_broken"], "promise_kind": "warranty", "promise_met": "yes", "goods_used": "fault_after_activation"},
            "才发现",
        ),
        ({"stage": "asked_waiting", "seller_kind": "individual"}, "商户"),
        ({"problem": ["wrong_goods"], "mismatch": "unlicensed", "knew_it": "no", "goods_used": "untouched"}, "扣除用掉的部分"),
    ],
)
def test_nothing_is_signed_that_was_not_said(change, must_not):
    for stage in (change.get("stage", "refused"), "outside", "not_asked"):
        for name, text in texts(CODE | change | {"stage": stage}).items():
            assert must_not not in text, (name, text)


def test_a_private_buyer_of_a_private_seller_has_no_seven_days():
    for answers in (
        NOT_WANTED,
        CODE
        | {
            "goods": "platform_balance",
            "problem": ["balance_refused"],
            "balance_trouble": "not_wanted",
            "bought_before": "no",
            "paid_on": "2026-11-25",
            "asked_on": "2026-11-26",
            "refused_on": "2026-11-26",
        },
    ):
        assert verdict(answers)["matters"][0]["level"] == "can_claim"
        assert verdict(answers | {"seller_kind": "unclear"})["matters"][0]["level"] == "can_claim"
        assert verdict(answers | {"seller_kind": "individual"})["matters"][0]["level"] == "not_supported"


def test_a_fee_is_told_of_before_it_is_called_this_fee():
    both = {"problem": ["refund_not_arrived", "balance_refused"], "refund_trouble": "fee", "fee_basis": "after", "balance_trouble": "part"}
    found = texts(CODE | both)["appeal"]
    assert "退款要扣一笔费用。这笔费用下单以前没有写明。" in found
    assert "费用" not in texts(CODE | {"problem": ["balance_refused"], "balance_trouble": "part"})["appeal"].split("二、请求")[0]


def test_who_was_promised_the_money_asks_for_it_and_not_how_long_a_review_takes():
    promised = {"problem": ["refund_not_arrived"], "refund_trouble": "not_arrived", "stage": "agreed"}
    assert "审核要多久" not in texts(CODE | promised)["chat"]
    assert "审核要多久" in texts(CODE | {"stage": "not_asked"})["chat"]
