"""The lint: what it remarks on, with a better sentence, and what it leaves alone."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.claims import Claim
from checker.decide.verdict import assess
from checker.errors import UnknownLetter
from checker.publish.stories import blanks
from checker.write.lint import Supported, lint, lint_edited
from checker.write.writing import letters, remarks

CLAIM = Claim(remedy="refund", remedy_label="退款", amount_fen=9950, arithmetic="", sum_shown="", against="", articles=())
REQUEST = "请退还 99.50 元，按原支付方式退回。"
GOOD = f"{REQUEST}请在三日内书面答复。截图见附件。"
NOTHING_KNOWN = Facts()


def supported(facts: Facts = NOTHING_KNOWN, **more) -> Supported:
    return Supported(facts=facts, claims=(CLAIM,), request=REQUEST, **more)


def advice(sentence: str, facts: Facts = NOTHING_KNOWN, **more) -> list[str]:
    """What is said of one sentence inside a text that is whole otherwise."""
    return [remark.advice for remark in lint_edited(GOOD + sentence, supported(facts, **more))]


def test_a_good_text_has_no_remarks():
    assert advice("商品没有使用过。", Facts(goods_used="untouched")) == []


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("编号【请填写：订单编号】。", "没填"),
        ("请退还 100 元。", "答案支持的是 99.50 元"),
        ("请全额退还我付的 300 元！", "答案支持的是 99.50 元"),
        ("当时付了 300 元。", "这个金额答案里没有"),
        ("你们看着办。", "没有说清要什么"),
        ("这个卡不好用。", "没有事实"),
        ("你们就是骗子。", "骂人"),
        ("再不退我就曝光你们。", "可能被指敲诈"),
        ("不退钱就举报你。", "可能被指敲诈"),
        ("对方的行为构成欺诈，要求三倍赔偿。", "没有证据"),
        ("官方已经确认是坏卡。", "官方的书面答复"),
        ("我的身份证号是 11010519900307123X。", "身份证号"),
        ("卡号 6222020200012345678。", "银行卡号"),
        ("卡密是 ABCD-1234-EFGH。", "卡密"),
        ("激活码：X7Q9-22KD-PPLM-0017。", "卡密"),
        ("我在 2026 年 2 月 30 日付的款。", "日历上没有"),
    ],
)
def test_a_sentence_that_could_hurt_is_named(sentence, part):
    found = lint_edited(GOOD + sentence, supported())
    assert [remark.sentence for remark in found] == [sentence]
    assert part in found[0].advice


@pytest.mark.parametrize(
    "sentence", ["骂人、威胁不会有用，我没有写。", "我翻过垃圾箱，没有邮件。", "我按退款规则第 3 条提出。", "找不到人工客服。"]
)
def test_harmless_words_are_left_alone(sentence):
    assert advice(sentence) == []


def test_used_is_not_called_unused():
    for used in ("redeemed", "part_used", "fault_after_activation"):
        (remark,) = lint_edited(GOOD + "商品未使用。", supported(Facts(goods_used=used)))
        assert remark.advice == "你的回答是已经用过，照实写。" and remark.better
    assert advice("商品未使用。", Facts(goods_used=None)) == []


def test_a_date_that_the_answers_do_not_have():
    days = frozenset({date(2026, 11, 20)})
    assert advice("付款日期是 2026 年 11 月 20 日。", days=days) == []
    assert advice("付款日期是 2026-11-21。", days=days) == ["这个日期答案里没有，核对一下。"]


def test_what_is_shown_may_be_said():
    assert advice("对方的行为构成欺诈。", deceit=True) == []
    assert advice("官方已确认在发货以前就被使用。", Facts(issuer_says="before", evidence=frozenset({"official"}))) == []
    assert advice("订单编号 KM20261122001ABC。", numbers=frozenset({"KM20261122001ABC"})) == []


def test_where_a_text_goes_decides_what_belongs_into_it():
    identity = "原告身份证号 11010519900307123X。"
    assert advice(identity) and not advice(identity, to_a_court=True)
    account = "2026 年 11 月 3 日转账 300 元。"
    days = frozenset({date(2026, 11, 20)})
    assert advice(account, days=days) and not advice(account, days=days, free_account=True)
    assert advice("孩子 2015 年 3 月 2 日出生。", days=days) == []
    assert advice("这个骗子。", free_account=True) == ["骂人的话帮不了你，删掉。"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("商品有问题，截图见附件，三日内答复。", "没有写要求什么"),
        ("请退还 99.50 元，三日内答复。", "没有提凭证"),
        ("请退还 99.50 元，截图见附件。", "没有写期限"),
    ],
)
def test_a_text_that_lacks_a_part(text, part):
    found = lint_edited(text, supported())
    assert [part in remark.advice for remark in found] == [True] and found[0].sentence == "" and found[0].better


def test_a_sum_that_the_answers_leave_open_is_the_readers_own_up_to_what_was_paid():
    case = Supported(facts=Facts(paid_fen=6800), claims=(replace(CLAIM, amount_fen=None),), request="请写明金额和算法。")
    said = {sum_: lint_edited(GOOD.replace("99.50", sum_), case) for sum_ in ("51", "68", "99")}
    assert [bool(found) for found in said.values()] == [False, False, True]


def test_a_better_sentence_states_what_the_answers_support():
    (remark,) = lint_edited(GOOD + "你们看着办。", supported())
    assert remark.better == REQUEST


def test_a_short_text_that_is_too_long():
    assert [r.advice for r in lint(GOOD, "字" * 201, supported())] == ["短文本超过 200 字，客服对话框可能放不下。"]
    assert lint(GOOD, "字" * 200, supported()) == ()


NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")


def test_an_edited_text_is_read_against_its_own_case():
    facts = blanks()["unusable"].blank_facts
    (matter,) = assess(facts, NOW).matters
    text = letters(matter, facts, Parties(), NOW)[0].text
    assert {r.advice for r in remarks("refund_request", text, matter, facts, Parties(), NOW)} == {"还有没填的地方，填好再发。"}
    changed = text.replace("按原支付方式退回", "退还 500 元，不退就曝光")
    found = {r.advice for r in remarks("refund_request", changed, matter, facts, Parties(), NOW)}
    assert any("金额" in each for each in found) and any("敲诈" in each for each in found)
    with pytest.raises(UnknownLetter):
        remarks("lawsuit", text, matter, facts, Parties(), NOW)
