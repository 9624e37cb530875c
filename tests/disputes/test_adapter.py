"""The adapter answers for every word of the labels' vocabulary, so that another dispute of the same kind can be tried."""

from datetime import datetime
from itertools import product

import pytest

from checker.bridge import check
from tests.disputes.adapter import CHANNEL, EVIDENCE, GOODS, PROBLEM, STAGE, UNKNOWN, answers

NOW = datetime.fromisoformat("2026-11-24T12:00+08:00")
FACTS = {
    "goods_kind": "game_card",
    "problem": "invalid_code",
    "used": "no",
    "delivered": "yes",
    "promised_minutes": None,
    "waited_minutes": None,
    "contacted_support": "yes",
    "evidence": list(EVIDENCE),
    "channel": "wechat",
    "amount_yuan": 100,
    "platform_reply": {"status": "rejected", "reason": None},
    "buyer_is_minor": "no",
    "goods_unlawful": "no",
    "dates": {},
    "other": {},
}
PROBLEMS = (*PROBLEM, "banned_account", "unspecified")
STATES = (*STAGE, "scam_demand", "seller_lost")


@pytest.mark.parametrize(("problem", "used", "status"), list(product(PROBLEMS, ("yes", "no", "partly", UNKNOWN), STATES)))
def test_every_word_gets_a_verdict(problem, used, status):
    given = answers(FACTS | {"problem": problem, "used": used, "platform_reply": {"status": status, "reason": None}}, NOW)
    assert check({"v": 1, "answers": given}, NOW)["matters"]


@pytest.mark.parametrize("goods", GOODS)
@pytest.mark.parametrize("channel", [*CHANNEL, "paypal", "app_store", UNKNOWN])
def test_every_kind_of_goods_and_way_of_paying(goods, channel):
    assert check({"v": 1, "answers": answers(FACTS | {"goods_kind": goods, "channel": channel}, NOW)}, NOW)["matters"]
