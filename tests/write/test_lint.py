from checker.ask.facts import Facts
from checker.decide.claims import Claim
from checker.write.lint import lint

CLAIM = Claim(remedy="refund", remedy_label="退款", amount_fen=9950, arithmetic="", against="", articles=())


def advice(text: str, facts: Facts = Facts(), short: str = "") -> list[str]:
    return [remark.advice for remark in lint(text, short, facts, CLAIM)]


def test_a_good_text_has_no_remarks():
    assert advice("请退还 99.50 元，按原支付方式退回。商品没有使用过。", Facts(goods_used="untouched")) == []


def test_blanks_wrong_amounts_and_untrue_use_are_named():
    assert advice("编号【请填写：订单编号】。") == ["还有没填的地方，填好再发。"]
    assert advice("请退还 100 元。") == ["金额和答案对不上，答案支持的是 99.50 元。"]
    assert advice("商品未使用。", Facts(goods_used="redeemed")) == ["你的回答是已经用过，照实写。"]
    assert advice("商品未使用。", Facts(goods_used=None)) == []


def test_a_short_text_that_is_too_long():
    assert advice("", short="字" * 201) == ["短文本超过 200 字，客服对话框可能放不下。"]
    assert advice("", short="字" * 200) == []
