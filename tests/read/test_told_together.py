"""What is told in one breath: several proofs in a list, how it was paid between two commas, a way back that is no part of the money."""

from datetime import datetime

import pytest

from checker.reading import read

NOW = datetime.fromisoformat("2026-11-30T09:00+08:00")


def proposed(story: str, question: str) -> set[str]:
    return {each["value"] for each in read("story", story, NOW)["proposals"] if each["question"] == question}


@pytest.mark.parametrize(
    ("told", "proofs"),
    [
        ("有订单、账单、聊天记录、户口本。", {"order", "payment", "chat", "identity"}),
        ("截了订单、付款记录和聊天。", {"order", "payment", "chat"}),
        ("留着聊天记录和转账记录。", {"chat", "payment"}),
        ("存了订单页面和报错的图。", {"order", "error"}),
        ("订单、付款截图、聊天都在。", {"order", "payment", "chat"}),
        ("没有聊天记录和订单。", set()),
        ("聊天记录被他删了。", set()),
    ],
)
def test_proofs_in_a_list_are_all_read(told, proofs):
    assert proposed(f"买的激活码用不了，{told}", "evidence") == proofs


@pytest.mark.parametrize(
    ("told", "channel"),
    [
        ("（88元，支付宝，上周五）", {"alipay"}),
        ("付了 128 元，微信，平台上的店铺。", {"wechat"}),
        ("加了他微信，他就不理我了。", set()),
        ("留的联系方式是微信，没人回。", set()),
    ],
)
def test_a_payment_app_that_stands_by_itself_says_how_it_was_paid(told, channel):
    assert proposed(f"买的会员一直没到账{told}", "channel") == channel


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("客服说只能退到网站余额，提现还要收手续费。", {"agreed"}),
        ("他们只肯退回平台钱包。", {"agreed"}),
        ("客服说最多退一半。", {"partial_offer"}),
        ("客服说可以退，但要扣 20% 手续费。", {"partial_offer"}),
    ],
)
def test_a_way_back_is_no_part_of_the_money(told, stage):
    assert proposed(f"订单没到账，我要退款，{told}", "stage") == stage


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("买了一张美区礼品卡，才发现我的号是国区，页面上写得很清楚是美区。", {"mis_order"}),
        ("买完才知道买成了日服的，标得很清楚，怪我没看。", {"mis_order"}),
        ("页面上写得很清楚是 100 面值，收到的只有 50。", {"wrong_goods"}),
    ],
)
def test_what_the_page_said_clearly_and_one_did_not_look_at_is_ones_own_slip(told, problem):
    assert proposed(told, "problem") == problem
