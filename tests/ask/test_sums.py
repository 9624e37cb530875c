"""Sums as people type them: exact to the 分, or kept as they were said and never counted with."""

import pytest

from checker.ask.read import Unreadable
from checker.ask.sums import Sum, read_sum


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("100", 10000),
        ("￥１００元", 10000),
        ("¥ 99.5", 9950),
        ("99.50元", 9950),
        ("1,000", 100000),
        (" 0.01 ", 1),
        ("20块", 2000),
        ("20 块钱", 2000),
        ("1000000", 100000000),
        ("198元人民币", 19800),
        ("六千", 600000),
        ("一千二", 120000),
        ("两百零三块", 20300),
        ("1.5万", 1500000),
        ("2w", 2000000),
    ],
)
def test_exact_sums(typed, fen):
    assert read_sum(typed) == Sum(fen)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("六千多", "六千多元"),
        ("三四千", "三四千元"),
        ("大概四千左右", "大约四千元"),
        ("约4000元", "大约 4000 元"),
        ("3000-4000", "3000 至 4000 元"),
        ("三千到四千", "三千到四千元"),
        ("几百块", "几百元"),
        ("十几块钱", "十几元"),
        ("上万", "上万元"),
        ("6000多", "6000 多元"),
        ("一百多", "一百多元"),
        ("快两千", "快两千元"),
        ("百十块", "百十元"),
        ("千八百", "千八百元"),
        ("约99美元", "大约 99 美元"),
        ("几十美元", "几十美元"),
        ("二百多美元", "二百多美元"),
        ("小一万", "小一万元"),
        ("小两万", "小两万元"),
        ("近两万", "近两万元"),
        ("三百出头", "三百元出头"),
        ("三百四百块", "三百四百元"),
    ],
)
def test_rough_sums_stay_rough(typed, said):
    assert read_sum(typed) == Sum(None, said)


@pytest.mark.parametrize(
    ("typed", "fen", "said"),
    [
        ("19.99美元", None, "19.99 美元"),
        ("$19.99", None, "19.99 美元"),
        ("US$5", None, "5 美元"),
        ("19.99 美元，账单 142.60 元", 14260, "19.99 美元"),
        ("1200日元（账单58.3元）", 5830, "1200 日元"),
        ("HK$ 100 折合人民币 92元", 9200, "100 港元"),
        ("€30", None, "30 欧元"),
        ("20美元（大概140元）", None, "20 美元，账单大约 140 元"),
    ],
)
def test_money_of_another_country_and_what_the_bill_says(typed, fen, said):
    assert read_sum(typed) == Sum(fen, said)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0", "zero"),
        ("零", "not-money"),
        ("100,50", "comma"),
        ("10,5", "comma"),
        ("1,23,456", "comma"),
        (",5", "not-money"),
        ("-5", "not-money"),
        ("1e9", "not-money"),
        ("1.234", "three-decimals"),
        ("1000000.01", "too-much"),
        ("两百万", "too-much"),
        ("多", "not-money"),
        ("元", "not-money"),
        ("上", "not-money"),
        ("成", "not-money"),
        ("大概0", "not-money"),
        ("0.001w", "not-money"),
        ("2026-11", "not-money"),
        ("0美元", "zero"),
        ("5美元" + "合约" * 90 + "x", "not-money"),
        ("美元", "not-money"),
        ("十瓶", "not-money"),
        ("💰", "not-money"),
        ("", "not-money"),
        ("9" * 10000, "not-money"),
    ],
)
def test_what_cannot_be_read(typed, code):
    with pytest.raises(Unreadable) as caught:
        read_sum(typed)
    assert caught.value.code == code
