"""What is a fact in a text: no, a question, a condition and what the other side said are none."""

import random
import re
import unicodedata
from datetime import datetime

import pytest

from checker.ask import said
from checker.ask.questions import BY_ID
from checker.errors import DataError
from checker.law.table import table
from checker.read import amounts, moments
from checker.read.passage import _SPELLINGS, LONGEST, read_passage
from checker.read.phrases import UNBOUNDED, pattern
from checker.read.reply import DEADLINE, WITHIN
from checker.read.said import PACKAGE, words_of
from checker.read.scope import read_scope
from checker.read.story import read_story
from tests.read.measure import NOW


def proposed(text: str, question: str) -> list[str]:
    return [each.value for each in read_story(text, NOW).proposals if each.question == question]


def scope_of(text: str):
    return read_scope(read_passage(text))


@pytest.mark.parametrize(
    ("text", "question", "wanted"),
    [
        ("买的点卡一直没用过，放着。", "goods_used", ["untouched"]),
        ("这三笔不是我付的，家里也没小孩。", "problem", ["not_paid_by_me"]),
        ("客服说我已经用过了，不给退。我真没用。", "goods_used", ["untouched"]),
        ("客服说我已经用过了，不给退。", "refusal_ground", ["used"]),
        ("提示“已被使用”，我马上截图了。", "goods_used", ["tried"]),
        ("是不是被骗了？卡密一直没收到。", "problem", ["not_delivered"]),
        ("如果明天还没到账我就去投诉。", "problem", []),
        ("要是客服不给退的话怎么办", "stage", []),
        ("商品页写着一经售出概不退换，我还没找过卖家。", "stage", ["not_asked"]),
        ("我想问能不能退款", "stage", ["not_asked"]),
        ("我想问能不能退款，客服还在审核", "stage", []),
        ("用微信付的", "channel", ["wechat"]),
        ("他加我微信聊的，钱是银行卡付的", "channel", ["card"]),
        ("在发卡网站买的爱奇艺年卡", "goods", ["membership"]),
        ("卖家说如果没用过可以退，我申请退款，他又拒绝了。", "stage", ["refused"]),
        # What was not said was not said.
        ("对方没说不退，要我先拍身份证才处理", "stage", ["more_proof"]),
        ("客服没说不管，申请退款一直审核中", "stage", ["asked_waiting"]),
        ("押金一直不退，也没说不退，天天审核中", "stage", []),
        # One of two between which somebody chooses.
        ("官方让我说明是未成年人充值还是账号被盗", "problem", []),
        ("不知道是没到账还是我填错号了", "problem", []),
        # As it is said in the south.
        ("客服话唔可以退", "stage", ["refused"]),
        ("卡密到而家都冇收到", "problem", ["not_delivered"]),
        # What one asks for oneself was not offered.
        ("我要求退一半，他不同意退", "stage", ["refused"]),
        ("他说再闹就拉黑我，号第三天就被找回了", "problem", ["stopped_early"]),
        # It may be more than a refusal.
        ("客服说不退，我又申诉了一次，昨天出结果了，综合判定那样", "stage", []),
    ],
)
def test_what_is_a_fact(text, question, wanted):
    assert proposed(text, question) == wanted


def test_two_readings_propose_neither():
    assert proposed("买了一张点卡，又买了一个代练", "goods") == []
    assert proposed("微信付了一半，另一半支付宝付的", "channel") == []
    assert proposed("一单付了30，另一单付了45", "paid_amount") == []
    assert proposed("连着扣了三次，每次30元", "paid_amount") == []
    assert proposed("先付定金50，再付尾款150", "paid_amount") == []
    assert proposed("他让我先付200定金，我还没付", "paid_amount") == []


def test_a_story_of_a_made_up_reason_proposes_nothing():
    story = read_story("其实卡密我用掉了，想说成无效让他退钱，怎么写？", NOW)
    assert story.made_up and story.proposals == ()
    assert not read_story("客服说我是编的，其实真的用不了", NOW).made_up


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("付了100块，点卡面值120", ["100"]),
        ("微信转了他一千二", ["一千二"]),
        ("198买的年卡，官网要298", ["198"]),
        ("订单号202611030001，付了九块九", ["9.9"]),
        ("花了19.99美元，信用卡账单142.6元", ["19.99 美元，账单 142.6 元"]),
        ("买了5张500的", ["2500"]),
        ("大概六百多块", ["大概六百多元"]),
        ("打了12315", []),
        ("付了30，另外又付了30", []),
        ("充了1000，还剩640没花", ["640"]),
    ],
)
def test_sums_in_a_story(text, wanted):
    assert proposed(text, "paid_amount") == wanted


@pytest.mark.parametrize(
    ("text", "question", "wanted"),
    [
        ("11月3日在淘宝买的点卡", "paid_on", ["11月3日"]),
        ("三天前付的款，现在还没到", "paid_on", ["三天前"]),
        ("昨天发现被封了", "paid_on", []),
        ("5月买过一次，10月又买了一次", "paid_on", ["5月"]),
        ("明天付款", "paid_on", []),
        ("前天申请退款，今天客服拒绝了", "asked_on", ["前天"]),
    ],
)
def test_times_in_a_story(text, question, wanted):
    assert proposed(text, question) == wanted


def test_each_proposal_shows_the_words_that_it_comes_from():
    text = "😡 在淘宝店买的\u200b点卡　１００块，提示“已被使用”\n客服不给退"
    found = read_story(text, NOW).proposals
    assert {each.question for each in found} >= {"goods", "problem", "seller_kind", "paid_amount", "stage"}
    for each in found:
        assert each.spans and all(0 <= start < end <= len(text) for start, end in each.spans)
    goods = next(each for each in found if each.question == "goods")
    assert [text[start:end] for start, end in goods.spans] == ["点卡"]
    assert goods.shown == next(option.label for option in BY_ID["goods"].options if option.value == goods.value)


def test_any_string_can_be_read_and_every_place_lies_in_it():
    chance = random.Random(7)
    signs = "点卡没到账客服说不退付了微信，。？！“”（）\n\t 1２3.¥￥😡\u200b\u202e\x00\ud800aZ-~:："
    for _ in range(300):
        text = "".join(chance.choice(signs) for _ in range(chance.randrange(0, 80)))
        passage = read_passage(text)
        assert len(passage.plain) == len(passage.at) and list(passage.at) == sorted(passage.at)
        assert all(0 <= place < len(text) for place in passage.at)
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in passage.plain)
        for each in read_story(text, NOW).proposals:
            assert all(0 <= start < end <= len(text) for start, end in each.spans)


@pytest.mark.parametrize(
    "text",
    [
        "没到账" * 60_000,
        "“" * 10_000 + "”" * 10_000,
        "\u202e\u200b" * 50_000,
        "1" * 200_000,
        " " * 200_000,
        "如果" * 50_000,
        "客服说" * 40_000,
    ],
)
def test_what_is_meant_to_harm_is_read_up_to_a_length(text):
    story = read_story(text, NOW)
    assert story.read == min(len(text), LONGEST) and story.cut == (len(text) > LONGEST)


def test_spellings_are_as_long_as_what_they_stand_for():
    for wrong, right in _SPELLINGS:
        shortest = re.sub(r"\(\?.*?\)", "", wrong.pattern).split("|")
        assert {len(each) for each in shortest} == {len(right)}, wrong.pattern


def rows_of(value: object):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from rows_of(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in ("yields_to", "about", "only_with", "last", "question", "label", "say"):
                yield from rows_of(each)


NAMES = (*said.TABLES, said.LIE, said.THEIR_REPLY, "noted")


@pytest.mark.parametrize("name", NAMES)
def test_no_pattern_can_run_away(name):
    """Every repeat has an end, and none stands inside another that could take the same characters over and over."""
    rows = list(rows_of(table(name, PACKAGE)))
    assert rows
    for row in rows:
        assert not UNBOUNDED.search(row), row
        assert pattern(row).flags & re.UNICODE


def test_patterns_written_in_code_have_an_end_too():
    for each in (DEADLINE, WITHIN, amounts.SUM, moments.MOMENT):
        assert not re.search(r"(?<![\\\[])[*+](?!\])", each.pattern.replace("[*+", "")), each.pattern[:60]


def test_a_repeat_without_an_end_is_refused():
    with pytest.raises(ValueError, match="without an end"):
        pattern("没.*到账")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "noted"])
def test_tables_hold_against_their_questions(name):
    question = BY_ID[table(name, PACKAGE).get("question", name)]
    if question.options:
        assert words_of(name).rows


def test_a_table_with_an_option_that_is_none_is_refused(monkeypatch):
    monkeypatch.setattr("checker.read.said.table", lambda name, package: {"nonesuch": {"said": ["x"]}})
    with pytest.raises(DataError, match="nonesuch"):
        words_of.__wrapped__("goods")


def test_every_table_that_lies_there_is_read():
    from importlib.resources import files

    there = {path.name.removesuffix(".toml") for path in files(PACKAGE).iterdir() if path.name.endswith(".toml")}
    assert there == set(NAMES)


def test_speech_ends_where_the_reader_speaks_again():
    scope = scope_of("客服说已经发货了，可是我根本没收到")
    assert [scope.passage.plain[start:end] for start, end in scope.theirs] == ["已经发货了，"]
    assert scope_of("我说“不要了”").theirs == ()


def test_the_time_is_passed_in():
    later = datetime.fromisoformat("2027-03-01T09:00+08:00")
    found = read_story("11月3日付的款买点卡", later).proposals
    assert [each.value for each in found if each.question == "paid_on"] == ["11月3日"]
