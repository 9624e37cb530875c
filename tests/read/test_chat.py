"""Chat records as they are pasted: who said what when. The samples in `chats/` were labelled before they were read."""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.ask.read import clean
from checker.ask.times import read_when
from checker.law.table import table
from checker.read.chat import HALF, SPACES, pattern, read_chat

TABLE = table("chat_formats", "checker.read")
CHATS = {
    f"{path.stem}: {row['id']}": row
    for path in sorted(Path(__file__).with_name("chats").glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["chat"]
}


@pytest.mark.parametrize("chat", CHATS.values(), ids=CHATS)
def test_a_labelled_chat(chat):
    read, wanted = read_chat(chat["text"]), chat["expect"]
    times = [line.when for line in read.lines] or [""]
    assert {
        "format": read.format,
        "speakers": list(read.speakers),
        "lines": len(read.lines),
        "first": times[0],
        "last": times[-1],
        "orders": list(read.orders),
        "sums": list(read.sums),
    } == {"orders": [], "sums": []} | {key: value for key, value in wanted.items() if key != "said"}
    said = [f"{line.who}|{line.words}" for line in read.lines]
    assert [each for each in wanted.get("said", []) if each not in said] == []


@pytest.mark.parametrize("row", [*TABLE["format"], TABLE["mail"]], ids=lambda row: row["id"])
def test_a_format_reads_its_own_samples(row):
    for sample in row["sample"]:
        read = read_chat(sample)
        assert (read.format, read.format_label) == (row["id"], row["label"])
        assert read.lines and all(line.who and line.words for line in read.lines)


def test_a_span_is_counted_in_code_points():
    text = "🎮\n小李🎮 2026-11-03 14:05\n退钱\n\n  第二行 \n阿强 2026-11-03 14:06\n不退"
    read = read_chat(text)
    assert [text[slice(*line.span)] for line in read.lines] == [
        "🎮",
        "小李🎮 2026-11-03 14:05\n退钱\n\n  第二行",
        "阿强 2026-11-03 14:06\n不退",
    ]
    assert read.lines[1].words == "退钱 第二行"


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        # Of yesterday a program writes the day, of today the time alone.
        (["小李 昨天 20:15", "在", "小李 21:00", "在"], ["昨天 20:15", ""]),
        (["—— 2026-11-03 ——", "小李 20:15", "在", "小李 21:00", "在"], ["2026-11-03 20:15", "2026-11-03 21:00"]),
        (["小李 2026-11-03 20:15", "在", "小李 20:10", "在"], ["2026-11-03 20:15", "2026-11-03 20:10"]),
        (["小李 2026-11-03 20:15", "在", "小李 9:10", "在"], ["2026-11-03 20:15", ""]),
        (["小李 2026-11-03 29:59", "在", "小李 2026-11-31 20:15", "在"], ["2026-11-03", ""]),
        (["小李 2月29日 20:15", "在", "小李 2月28日 20:15", "在"], ["", "2月28日 20:15"]),
        (["小李 星期三 14:05", "在", "小李 周五 下午 2:05", "在"], ["星期三 14:05", "周五 14:05"]),
        (["小李 2026-11-03 13:05 PM", "在", "小李 2026-11-03 下午25:05", "在"], ["2026-11-03 13:05", "2026-11-03"]),
    ],
)
def test_a_time_of_day_has_the_day_that_is_known_for_it(lines, times):
    assert [line.when for line in read_chat("\n".join(lines)).lines] == times


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("订单号：E20261103140512345", ["E20261103140512345"]),
        ("订单 编号 20261103140512345，单号20261103140512345", ["20261103140512345"]),
        ("交易单号\u200b：4200001234202611031234567890", ["4200001234202611031234567890"]),
        ("订单编号：１２３４５６７８９０１２", ["123456789012"]),
        ("订单261103-123456789012发了", ["261103-123456789012"]),
        ("123456789012", []),
        ("单号 123456789", []),
        ("单号 " + "1" * 33, []),
        ("单号 13812345678", []),
        ("单号 8613812345678", []),
        ("单号 138-1234-5678", []),
        ("110101199003071234 订单号110101199003071234 单号 11010119900307123X ID110101199003071234", []),
        ("6222021234567890123 卡密：1234567890123456 激活码 12345678901234567", []),
        ("单号 ABCDEFGHIJKL12", []),
    ],
)
def test_numbers_of_orders(text, orders):
    assert list(read_chat(text).orders) == orders


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("付了100元，退 100 元，￥100", ["100元", "￥100"]),
        ("￥１００.５０", ["￥１００.５０"]),
        ("¥1,299.00 RMB30 人民币 20元", ["¥1,299.00", "RMB30", "人民币 20元"]),
        ("一百二十块，五十块钱，50块5，3万元，一块钱", ["一百二十块", "五十块钱", "50块5", "3万元", "一块钱"]),
        ("一块玩 11元旦 100元宝 第二块 两块屏 单元 100", []),
        ("1234567890123元", []),
    ],
)
def test_sums(text, sums):
    assert list(read_chat(text).sums) == sums


# fmt: off
PIECES = st.sampled_from([
    "\n", "\n", "\n", "\r\n", "\u2028", " ", "\u3000", "：", ":", "张三", "客服", "2026-11-03", "2026-02-30", "昨天", "星期三", "11/3", "14:05", "29:59",
    "下午", "(", ")", "（12345678）", "元", "￥", "> ", ">>", "在", "写道：", "From: a", "Date: Tue, 31 Feb 2026 14:05:00 +1999", "发件人：", "日期：",
    "Date: Thu, 31 Dec 2999 23:00:00 -1200", "以上是打招呼的内容", "12345678901234567", "--------", "——", "[", "]", "<", "\u202e", "\u200b", "\x00",
    "\ud800", "🎮", "你",
])
# fmt: on
"""What records are made of, and what breaks them."""


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@example("From: a\nFrom: a\n")
@example("张三 14:05\n客服 14:06\n")
@example("张三：在\n客服：在\n-------- \n以上是打招呼的内容\n")
@example("\u202e\n张三 2026-11-03 14:05\n\ud800在\n")
def test_whatever_is_pasted_is_read_and_nothing_is_lost(text):
    read = read_chat(text)
    ends = [0, *(end for line in read.lines for end in line.span), len(text)]
    assert ends == sorted(ends)
    for line in read.lines:
        assert line.words and line.words == clean(line.words)
        assert not line.when or read_when(line.when, datetime(3000, 1, 1))
    start = 0
    for raw in text.splitlines(keepends=True):
        words = clean(raw.translate(SPACES))
        found = next((line for line in read.lines if line.span[0] < start + len(raw) and start < line.span[1]), None)
        if words and found is None:
            assert read.format != "plain" and any(each.match(words.translate(HALF).lstrip("> ")) for each in BETWEEN), words
        elif words and not found.who:
            assert words.lstrip(">＞ ") in found.words
        start += len(raw)


BETWEEN = [
    *(pattern(each) for row in TABLE["format"] for key in ("divider", "skip") for each in row.get(key, ())),
    *(pattern(TABLE["mail"][key]) for key in ("field", "wrote", "rule")),
    re.compile("$"),
]
"""What lines look like that nobody said."""


def test_what_was_said_is_not_lost_around_heads_without_words():
    text = "张三 2026-11-03 14:05\n付款时是\n付款 2026-11-03 14:00\n客服 2026-11-03 14:06\n在\n"
    assert [line.words for line in read_chat(text).lines] == ["付款时是", "付款 2026-11-03 14:00", "在"]


HOSTILE = {
    "one line": "字" * 200_000,
    "figures": "1" * 200_000,
    "spaces": " " * 200_000,
    "colons": ":" * 200_000,
    "quotations": ">" * 200_000,
    "quotations, deeper and deeper": "".join(">" * depth + "a\n" for depth in range(1, 620)),
    "direction marks": "\u202e" * 200_000,
    "control marks": "\x00" * 200_000,
    "short lines": "1:\n" * 66_000,
    "dashes": ("-" * 79 + "\n") * 2_500,
    "hyphens": "1-" * 100_000,
    "heads without words": "张三 14:05\n" * 22_000,
    "heads of mail": "From: a\n" * 25_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_worst_that_can_be_pasted_ends(text):
    assert bool(read_chat(text).lines) == bool(clean(text))


def patterns() -> Iterator[str]:
    """Every pattern of the table."""
    for row in [TABLE["everywhere"], TABLE["mail"], *TABLE["format"]]:
        for key, value in row.items():
            if key in ("line", "divider", "skip", "tell", "field", "wrote", "rule", "english", "chinese") or row is TABLE["everywhere"]:
                yield from [value] if isinstance(value, str) else value


def repeats(parsed, within=1) -> Iterator[int]:
    """How often what stands inside all the repeats around it may be repeated at most, of every repeat of a pattern."""
    for operation, argument in parsed:
        inner = within
        if str(operation) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            inner = within * int(argument[1])
            yield inner
        for each in argument if isinstance(argument, (tuple, list)) else ():
            for deeper in each if isinstance(each, list) else [each]:
                if isinstance(deeper, re._parser.SubPattern):
                    yield from repeats(deeper, inner)


def test_no_pattern_can_run_away():
    """A repeat without an end is what takes longer than in proportion to the text; of one with an end a line takes no more than this many steps."""
    most = {each: max(repeats(re._parser.parse(pattern(each).pattern)), default=1) for each in patterns()}
    assert len(most) > 40
    assert {each: times for each, times in most.items() if times > 200} == {}


def test_a_pattern_that_can_run_away_is_seen():
    for bad in ("(a+)+b", "a*a*b", "(?:a{1,100}){1,100}", "a++", "(?=a*)b"):
        assert max(repeats(re._parser.parse(bad))) > 200, bad
