"""The rules of a platform: what deserves doubt in them, what is fair, and what they promise, held against labels that were written from the text alone."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.ask.periods import read_period
from checker.ask.questions import BY_ID
from checker.ask.read import duration
from checker.law.statutes import article, articles
from checker.law.table import table
from checker.plain import plain
from checker.read.policy import LONGEST, Clause, Number, Policy, read_policy
from checker.read.policy_numbers import expanded
from tests.test_copy_style import banned, spacing, too_long

HERE = Path(__file__).parent / "policies"
OWN = ("cards", "games", "members", "topups", "varied", "voices", "rooms", "real", "round", "last", "plain", "formal", "shops", "fair")
"""Labelled by who wrote the tables; of these ``real`` says in other words what was met in rules that are in use."""
BLIND = ("blind", "unseen")
"""Written by somebody who had not seen the tables."""
READ_AS_TYPED = {"duration": duration, "period": read_period}
ABOUT_A_NUMBER = ("kind", "least", "most", "unit", "fen")


def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["clause"]
    return found


@cache
def read(text: str) -> Policy:
    return read_policy(text)


def doubts(policy: Policy) -> list[Clause]:
    return [clause for clause in policy.clauses if clause.doubtful]


def is_found(label: dict[str, Any], numbers: tuple[Number, ...]) -> bool:
    """A label leaves out what the text does not say."""
    percent = float(label["percent"]) if "percent" in label else None
    return any(
        all(getattr(number, name) == label[name] for name in ABOUT_A_NUMBER if name in label)
        and (float(number.percent) if number.percent else None) == percent
        for number in numbers
    )


def covers(clauses: list[Clause], text: str, quote: str) -> bool:
    place = text.index(quote)
    return any(first < place + len(quote) and place < last for clause in clauses for first, last in clause.spans)


@pytest.mark.parametrize("name", [*OWN, *BLIND])
def test_sets(name, capsys):
    every = rows(name)
    doubtful, fair = [row for row in every if row["doubtful"]], [row for row in every if not row["doubtful"]]
    missed = [row["id"] for row in doubtful if not doubts(read(row["text"]))]
    elsewhere = [row["id"] for row in doubtful if "quote" in row and not covers(doubts(read(row["text"])), row["text"], row["quote"])]
    alarms = [row["id"] for row in fair if doubts(read(row["text"]))]
    kinds = [(row["id"], kind) for row in every for kind in row.get("kinds", ())]
    unnamed = [
        (id, kind)
        for row in every
        for id, kind in kinds
        if id == row["id"] and kind not in {each.kind for each in doubts(read(row["text"]))}
    ]
    labels = [(row, label) for row in every for label in row.get("numbers", ())]
    unread = [(row["id"], label) for row, label in labels if not is_found(label, read(row["text"]).numbers)]
    with capsys.disabled():
        found = len(doubtful) - len(missed)
        print(f"\npolicies {name}: {found}/{len(doubtful)} doubtful found, {len(alarms)}/{len(fair)} fair ones called doubtful, ", end="")
        print(f"{len(kinds) - len(unnamed)}/{len(kinds)} kinds, {len(labels) - len(unread)}/{len(labels)} numbers")
    assert len(missed) <= 0.05 * len(doubtful), missed
    assert len(alarms) <= 0.02 * len(fair), alarms
    assert len(elsewhere) <= 0.05 * len(doubtful), elsewhere
    assert len(unnamed) <= 0.05 * len(kinds), unnamed
    assert len(unread) <= 0.03 * len(labels), unread


def test_the_sets_are_large_and_half_of_them_fair():
    own = [row for name in OWN for row in rows(name)]
    assert len(own) >= 100 and sum(not row["doubtful"] for row in own) * 2 >= len(own)
    assert {path.stem for path in HERE.glob("*.toml")} == {*OWN, *BLIND}


def test_every_kind_of_doubt_stands_in_a_set():
    wanted = {kind for name in OWN for row in rows(name) for kind in row.get("kinds", ())}
    assert wanted == {row["kind"] for row in table("policy_clauses", "checker.read")["doubt"]}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("激活码兑换后不支持退款。", "写明不退：兑换后"),
        ("软件已下载的，不予退款。", "写明不退：已下载"),
        ("下单超过 30 天的不予退款。", "写明不退：超过期限"),
        ("赠品不退不换。", "写明不退：赠品、优惠券"),
        ("因违规被封禁的账号不予退款。", "写明不退：违规、封号"),
        ("以下情况不予退款：已经激活的；账号被封的。如有疑问请联系我们。", "写明不退：激活后、违规、封号"),
    ],
)
def test_what_a_refusal_names(text, title):
    (clause,) = read(text).clauses
    assert not clause.doubtful and clause.title == title and clause.for_letter == ""


def test_a_limit_of_the_return_without_a_reason_stops_no_claim_for_defects():
    (clause,) = read("卡密激活后不支持七日无理由退货。").clauses
    assert "商品本身有问题" in clause.say and "xfz-24" in clause.grounds


@pytest.mark.parametrize(
    ("sharp", "softened"),
    [
        ("卡密一经售出概不退换。", "卡密一经售出概不退换，质量问题除外。"),
        ("卡密一经售出概不退换。", "除法律另有规定外，卡密一经售出概不退换。"),
        ("卡密一经售出概不退换。", "卡密一经售出概不退换吗？"),
        ("卡密一经售出概不退换。", "卖家不得写卡密一经售出概不退换。"),
        ("卡密一经售出概不退换。", "卡密一经售出不退换。但卡密无效的，可以换一张或者退款。"),
        ("收到卡密两小时内没有反馈的，视为商品合格。", "收到卡密七日内没有反馈的，视为商品合格。"),
        ("收到卡密两小时内没有反馈的，视为商品合格。", "收到卡密两小时内没有反馈的，不会视为商品合格。"),
        ("系统故障造成的损失，本站概不负责。", "因你自己泄露密码造成的损失，本站概不负责。"),
        ("退款扣除 20% 手续费。", "退款扣除支付通道实际收取的 20% 手续费。"),
        ("退款扣除 20% 手续费。", "退款扣除 1% 手续费。"),
        ("押金一律不退。", "押金一律不退。该条款可能违法，建议删去。"),
        ("本店“一经售出概不退换”。", "有的人写“一经售出概不退换”。"),
        ("会员费不支持退款。", "会员费不支持退款。开通七天内没有使用的，可以申请退款。"),
        ("会员费不支持退款。", "如果资料没有按时补齐的，会员费不支持退款。"),
        ("无论买错还是卡密无效，都不退款。", "买错的不退款。"),
        ("一旦激活，无论是否成功都不退款。", "一旦激活，不退款。"),
        ("对于未到账等情况，本站概不负责。", "因你填错账号未充值的，本站概不负责。"),
    ],
)
def test_what_takes_the_doubt_away(sharp, softened):
    assert doubts(read(sharp)) and not doubts(read(softened))


@pytest.mark.parametrize(
    "text",
    [
        "有的人写“售后好”，本店一经售出概不退换。",
        "对于未到账、重复充值等情况，本站概不负责。",
        "会员费一律不退款。余额可以申请退款。",
    ],
)
def test_what_takes_no_doubt_away(text):
    assert doubts(read(text))


def test_what_others_answer_for_is_no_refusal():
    assert not doubts(read("本页有第三方网站的链接，对它们的内容本站概不负责。"))


def test_a_line_that_ends_early_ends_a_sentence():
    lines = ["本页写明店铺的发货规则和售后规则", "充值一般五分钟到账", "下单后的卡密概不退换", "联系方式见订单页面里的客服入口"]
    text = "\n".join(lines)
    (clause,) = doubts(read(text))
    assert [text[first:last] for first, last in clause.spans] == [lines[2]]


def test_a_line_that_a_picture_breaks_goes_on():
    text = "卡密一经售出概不退换质\n量有问题的除外请在付款\n以前先看清楚商品的面值\n和使用地区有疑问找客服"
    assert not doubts(read(text)) and doubts(read(text.replace("除外", "也是")))


def test_a_number_that_is_told_twice():
    (number,) = read("款项将在五（5）至十（10）个营业日内退回。").numbers
    assert (number.least, number.most, number.unit) == (5, 10, "workday")


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("下单后半小时内发货。", "arrival", "30 分钟"),
        ("充值一至三个工作日到账。", "arrival", "1 至 3 个工作日"),
        ("发货时间：1—5 分钟", "arrival", "1 至 5 分钟"),
        ("退款申请 T+1 审核。", "review", "1 个工作日"),
        ("退款当天到账。", "refund", "当天"),
        ("Refund will be issued in 5-7 business days, 退款 5-7 business days 到账。", "refund", "5 至 7 个工作日"),
        ("请在收到之日起二十四小时内反馈问题。", "claim", "24 小时"),
        ("申诉期限为 15 日。", "appeal", "15 天"),
        ("退款收取百分之二点五的手续费。", "fee", "2.5%"),
        ("退款收取千分之六的手续费。", "fee", "0.6%"),
        ("退款扣两成违约金。", "fee", "20%"),
        ("退款每笔收取 2.5 元手续费。", "fee", "2.5 元"),
        ("退款需扣除手续费。", "fee", "比例没有写"),
    ],
)
def test_numbers(text, kind, shown):
    assert (kind, shown) in [(number.kind, number.shown) for number in read(text).numbers]


@pytest.mark.parametrize(
    "text",
    [
        "客服 QQ：24 小时在线。",
        "11 月 3 日起停止发货。",
        "2024 年发货量第一。",
        "账号连续 180 天未登录。",
        "本店免收手续费。",
        "全场打 8 折，退款 100 元起。",
        "学习进度不超过 10% 的可以退款。",
    ],
)
def test_what_is_no_promise(text):
    assert read(text).numbers == ()


@pytest.mark.parametrize("unit", ["分钟", "小时", "天", "个工作日", "个自然日", "周", "个月", "年"])
@pytest.mark.parametrize("count", [1, 3, 30, 999])
@pytest.mark.parametrize("sentence", ["付款后 {} 内到账。", "我们会在 {} 内审核。", "退款 {} 内原路退回。", "可在收到通知后 {} 内申诉。"])
def test_each_proposal_can_be_typed_into_its_field(sentence, count, unit):
    for proposal in read(sentence.format(f"{count} {unit}")).proposals:
        question = BY_ID[proposal.question]
        if question.kind == "choice":
            assert proposal.shown == {each.value: each.label for each in question.options}[proposal.value]
        else:
            READ_AS_TYPED[question.kind](proposal.value)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("付款后 1-3 分钟到账。", {"promised": "stated", "promised_time": "3 分钟"}),
        ("付款后 1 至 3 个工作日到账。", {"promised": "stated"}),
        ("付款后系统自动发货。", {"promised": "instant"}),
        ("我们在 3 个工作日内审核，退款 7 个工作日内原路退回。", {"answer_within": "3 个工作日", "refund_within": "7 个工作日"}),
        ("我们在 3 个工作日内审核。复杂的，我们在 7 个工作日内审核。", {}),
        ("审核不通过的，可以在 48 小时内申诉。", {"appeal_days": "48 小时"}),
        ("我们在 999 天内审核。", {}),
    ],
)
def test_proposals(text, proposed):
    found = read(text).proposals
    assert {each.question: each.value for each in found} == proposed
    assert all(first < last <= len(text) for each in found for first, last in each.spans)


def test_ways_of_contact():
    text = "未到账请联系在线客服或拨打 400-123-4567，也可以加客服微信、发邮件、提交工单，订单页有投诉订单按钮，QQ 群里也有人。"
    assert {each.kind for each in read(text).contacts} == {"online", "phone", "wechat", "mail", "ticket", "complaint", "qq_group"}
    assert read("QQ 会员、微信支付都有货，充 Q 币也行。").contacts == ()


def test_grounds_stand_in_the_table_of_statutes_and_bans_are_called_so():
    rows_of_law = table("policy_clauses", "checker.read")
    bans, duties = set(rows_of_law["bans"]), set(rows_of_law["duties"])
    assert not bans & duties and {article(id).law.kind for id in duties} <= {"行政法规", "部门规章"}
    assert {article(id).law.kind for id in bans} == {"行政法规", "部门规章"}
    seen = set()
    for name in (*OWN, *BLIND):
        for row in rows(name):
            for clause in read(row["text"]).clauses:
                assert set(clause.grounds) <= set(articles())
                banned_here = [id for id in clause.grounds if id in bans]
                seen |= set(banned_here)
                assert ("行政禁止性规定，本身不使条款无效" in clause.say) == bool(banned_here)
                duties_here = [id for id in clause.grounds if id in duties and clause.doubtful]
                assert ("行政管理规定，本身不使条款无效" in clause.say) == bool(duties_here)
                assert all(article(id).article in clause.say for id in (*banned_here, *duties_here))
    assert seen


def test_a_sentence_for_a_letter_quotes_and_decides_nothing():
    for name in (*OWN, *BLIND):
        for row in rows(name):
            for clause in doubts(read(row["text"])):
                said = clause.for_letter
                assert said.startswith("“") and said.count("“") == said.count("”") == 1 and said.endswith("。")
                assert "无效" not in said.replace("可能无效", "").partition("”")[2] and "可能无效" in said
                assert len(said) <= 120 and said.isprintable()


def test_a_quotation_within_the_quotation():
    (clause,) = doubts(read("点击“提取卡密”\n即视为\u202e商品已使用。"))
    assert clause.for_letter.startswith("“点击‘提取卡密’即视为商品已使用”")


def every_word() -> list[str]:
    """What a reader sees of the tables."""
    clauses, numbers = table("policy_clauses", "checker.read"), table("policy_numbers", "checker.read")
    rows = [*clauses["doubt"], *clauses["limits"].values(), *clauses["names"].values(), *numbers["contacts"].values()]
    return [row[name] for row in rows for name in ("title", "say", "letter", "label") if name in row]


@pytest.mark.parametrize("words", every_word())
def test_words_for_readers(words):
    assert not banned(words) and not too_long(words) and not spacing(words)


def test_it_becomes_json_of_words_and_whole_numbers():
    text = "退款扣 20% 手续费，3 个工作日内审核。付款后 5 分钟到账，一经售出概不退换。客服 QQ 在线。"

    def leaves(value):
        if isinstance(value, dict):
            return [leaf for each in value.values() for leaf in leaves(each)]
        return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [value]

    found = plain(read(text))
    assert json.loads(json.dumps(found)) == found
    assert {type(leaf) for leaf in leaves(found)} == {str, int, bool, type(None)}
    assert all(found[name] for name in ("clauses", "numbers", "contacts", "proposals"))


def test_what_is_too_long_is_cut_and_said():
    clause = "卡密一经售出概不退换。"
    filler = "我们卖卡。"
    at_the_end = filler * ((LONGEST - len(clause)) // len(filler)) + clause
    at_the_end = at_the_end.rjust(LONGEST, "。")
    assert len(at_the_end) == LONGEST and not read_policy(at_the_end).cut
    (found,) = doubts(read_policy(at_the_end))
    assert found.spans == ((LONGEST - len(clause), LONGEST - 1),)
    behind = read_policy(filler * (LONGEST // len(filler)) + clause)
    assert behind.cut and behind.read == LONGEST and behind.clauses == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00" * 50,
        "\u202e概不退款\u202c",
        "“" * 3000 + "概不退款" + "”" * 3000,
        "😀不退😀" * 500,
        "\ud800不退款",
        "。" * 5000,
        "百分之点",
        "百分之百分之百",
        "零%零成半日半年半工作日",
        "9999999999999 元手续费 99999999 个工作日",
        "<script>alert(1)</script>概不退款{{7*7}}",
        "3～5～7～天到账" * 300,
    ],
)
def test_any_string_can_be_read(text):
    policy = read_policy(text)
    for each in (*policy.clauses, *policy.numbers, *policy.contacts, *policy.proposals):
        assert all(0 <= first < last <= len(text) for first, last in each.spans)
    json.dumps(plain(policy))


def test_a_row_without_an_end_is_refused():
    with pytest.raises(ValueError, match="without an end"):
        expanded("<a>+", {"a": "退"})


def test_two_clauses_in_one_sentence_are_two_and_what_is_not_granted_is_no_term():
    found = doubts(read("查看卡密即视为确认收货，2 小时内未反馈视为合格。"))
    assert [each.kind for each in found] == ["deemed_accepted", "silence"]
    assert read("激活后不支持七日无理由退货。").numbers == ()
    assert [number.most for number in read("本商品支持七天无理由退货。").numbers] == [7]
