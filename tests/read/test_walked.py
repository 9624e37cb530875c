"""What readers wrote who had only their story and a phone, by the kind of what was read wrong or not at all; each sentence stands for many."""

from datetime import datetime

import pytest

from checker.read.story import read_story

NOW = datetime.fromisoformat("2026-11-30T12:00+08:00")


def read(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in read_story(text, NOW).proposals:
        found.setdefault(each.question, []).append(each.value)
    return found


REFUSED = "买了个激活码，申请退款被拒绝了，"
NOT_COME = "在店里给加油卡充了200，"


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("平台写申诉期7天。", ["7天"]),
        ("申诉时限是48小时。", ["48小时"]),
        ("规则说三个工作日内可以申诉。", ["三个工作日"]),
        ("要在5天之内申诉。", ["5天"]),
        ("申诉期好像没写。", None),
        ("申诉要7天内吗？", None),
        ("申诉期写7天，客服说申诉期15天。", None),
        ("我7天前申诉的。", None),
    ],
)
def test_how_long_one_may_appeal(told, days):
    assert read(REFUSED + told).get("appeal_days") == days


@pytest.mark.parametrize(
    ("told", "length"),
    [
        ("写的是30分钟内到账，到今天都没到。", ["30分钟"]),
        ("页面写1到3天到账，一直没到账。", ["3天"]),
        ("说72小时内到，现在还没到账。", ["72小时"]),
        # Only minutes, hours and days can be counted with.
        ("写着3个工作日内到账，一直没到账。", None),
        ("写的24小时到账，客服又说48小时内到账，一直没到账。", None),
        ("写着秒到账，一直没到账。", None),
    ],
)
def test_how_soon_it_was_to_come(told, length):
    assert read(NOT_COME + told).get("promised_time") == length


@pytest.mark.parametrize("until", ["到今天都没到", "到现在也没来", "直到昨天还没充"])
def test_what_has_not_come_until_now(until):
    assert read(f"{NOT_COME}{until}。")["problem"] == ["not_delivered"]


@pytest.mark.parametrize(
    ("told", "charge"),
    [
        ("我取消了订阅，昨天还是扣了198元年费。", "cancelled"),
        ("我点了取消，没点最后那个确认，昨天还是扣了198元年费。", "renewal"),
        ("我以为退订了，其实没取消成功，昨天又扣了198元年费。", "renewal"),
        ("忘了取消，昨天自动扣了198元年费。", "renewal"),
    ],
)
def test_who_has_not_really_cancelled_is_not_said_to_have(told, charge):
    assert read(f"剪辑软件免费试用，{told}")["charge"] == [charge]


@pytest.mark.parametrize(
    ("promise", "kind"), [("不满意包退", "return"), ("用不了包退", "warranty"), ("假的包退", "warranty"), ("有问题包退", "warranty")]
)
def test_a_promise_for_the_case_that_it_fails_is_no_leave_to_give_back(promise, kind):
    assert read(f"主播说“{promise}”，充值卡用不了，不认了。")["promise_kind"] == [kind]


@pytest.mark.parametrize(
    ("told", "paid"),
    [
        ("买了张100美元Steam卡，花了705元。", "705"),
        ("按提示花360元开了年卡会员。", "360"),
        ("100美元steam卡，付了100美元。", "100 美元"),
    ],
)
def test_what_was_paid(told, paid):
    assert read(told)["paid_amount"] == [paid]


@pytest.mark.parametrize(("told", "day"), [("昨天还是扣了198元", "昨天"), ("今年1月到期被自动续费348元", "今年1月")])
def test_a_charge_is_a_payment(told, day):
    assert read(f"视频会员，{told}。")["paid_on"] == [day]


@pytest.mark.parametrize("told", ["我九月底就把自动续费关了，还扣我25元", "9月、10月、11月连着扣了三次，每次30元"])
def test_of_several_charges_none_is_the_day(told):
    assert "paid_on" not in read(f"视频会员，{told}。")


def test_the_name_of_a_service_is_nothing_that_happened():
    told = "买了个王者号，有平台的“找回包赔”服务。玩了12天登不上了，客服说不在包赔范围，拒赔了。"
    assert "stopped_cause" not in read(told) and read(told)["stage"] == ["refused"]
    assert read("买了个王者号，玩了12天，号被原来的主人找回了。")["stopped_cause"] == ["taken_back"]


def test_where_it_went_is_not_what_was_bought():
    assert read("女儿用我手机买了三次游戏点券，充到她游戏号里了。")["goods"] == ["direct_topup"]


@pytest.mark.parametrize("goods", ["剪辑软件免费试用", "修图软件订阅", "转换软件要开会员"])
def test_what_is_paid_for_by_the_month_is_no_code(goods):
    assert read(f"{goods}，扣了198元年费。")["goods"] == ["perks"]


@pytest.mark.parametrize(
    ("told", "proof"),
    [("截了商品页“秒到账”三个字和付款账单", ["listing", "payment"]), ("存了直播间的录像", ["listing"]), ("存了订单页面", ["order"])],
)
def test_proof_that_was_told_of(told, proof):
    assert sorted(read(f"买的会员一直没到账，{told}。").get("evidence", [])) == proof
