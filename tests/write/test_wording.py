"""How a text is worded: its three clears, what a telling lacks and what hurts its writer, held against labels that were written from the text alone."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from checker.bridge import plain
from checker.law.statutes import articles
from checker.law.table import table
from checker.publish.library import other_letters, sample_letters
from checker.publish.stories import stories
from checker.read.passage import LONGEST
from checker.write import wording_rows
from checker.write.wording import Wording, read_wording
from tests.read.measure import NOW
from tests.test_copy_style import banned, spacing, too_long

HERE = Path(__file__).parent / "wording"
OWN = ("own", "near", "round", "voices")
"""Labelled by who wrote the tables; ``near`` says each fault in other ways and puts what is harmless next to it."""
BLIND = ("blind", "unseen")
"""Written by somebody who had not seen the tables."""
PACKAGE = Path(wording_rows.__file__).parent
GUIDE = Path(__file__).parents[2] / "docs" / "three-clears.md"


def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["text"]
    return found


@cache
def read(text: str, now: datetime = NOW) -> Wording:
    return read_wording(text, now)


def words(text: str) -> list[tuple[str, str]]:
    """What hurts, by its kind."""
    return [(each.kind, text[first:last]) for each in read(text).phrases for first, last in each.spans]


def there(text: str) -> set[str]:
    return {each.id for each in read(text).clears if each.present}


def lacking(text: str) -> set[str]:
    return {each for statement in read(text).statements for each in statement.missing}


def is_found(fault: dict[str, str], text: str) -> bool:
    place = text.index(fault["quote"])
    return any(
        each.kind == fault["kind"] and first < place + len(fault["quote"]) and place < last
        for each in read(text).phrases
        for first, last in each.spans
    )


@pytest.mark.parametrize("name", [*OWN, *BLIND])
def test_sets(name, capsys):
    every = rows(name)
    faults = [(row, fault) for row in every for fault in row["faults"]]
    missed = [(row["id"], fault["quote"]) for row, fault in faults if not is_found(fault, row["text"])]
    good = [row for row in every if not row["faults"]]
    alarms = [(row["id"], words(row["text"])) for row in good if words(row["text"])]
    labels = [(row, clear) for row in every for clear in wording_rows.CLEARS]
    wrong = [(row["id"], clear) for row, clear in labels if (clear in there(row["text"])) != (clear in row["clears"])]
    told = [row for row in every if "missing" in row]
    untold = [row["id"] for row in told if lacking(row["text"]) != set(row["missing"])]
    with capsys.disabled():
        print(
            f"\nwording {name}: {len(faults) - len(missed)}/{len(faults)} faults found, {len(alarms)}/{len(good)} good texts alarmed, ",
            end="",
        )
        print(f"{len(labels) - len(wrong)}/{len(labels)} clears, {len(told) - len(untold)}/{len(told)} tellings")
    assert len(missed) <= 0.07 * len(faults), missed
    assert len(alarms) <= 0.02 * len(good), alarms
    assert len(wrong) <= 0.03 * len(labels), wrong
    assert len(untold) <= 0.03 * len(told), untold


def test_the_sets_are_large_and_have_every_kind():
    every = [row for name in (*OWN, *BLIND) for row in rows(name)]
    assert len(every) >= 300 and sum(not row["faults"] for row in every) * 5 >= len(every) * 2
    for kind in wording_rows.KINDS:
        assert sum(fault["kind"] == kind for row in every for fault in row["faults"]) >= 15, kind
    assert {path.stem for path in HERE.glob("*.toml")} == {*OWN, *BLIND}


@cache
def own_letters() -> dict[tuple[str, str], datetime]:
    """Every text that the stories come to, by its letter, and when it was written."""
    return {
        (letter["name"], letter[part]): datetime.fromisoformat(story.now)
        for story in stories().values()
        for matter in story.verdict["matters"]
        for letter in matter["letters"]
        for part in ("text", "short")
        if letter[part]
    }


@cache
def blank_letters() -> tuple[str, ...]:
    """The texts of the library, with blanks for everything that was typed."""
    every = [*(letter for _, letters in sample_letters() for letter in letters), *other_letters()]
    return tuple({text for letter in every for text in (letter.text, letter.short) if text})


def test_nothing_that_the_letters_of_the_project_write_hurts():
    alarms = {
        (name, each.kind, each.why, text[slice(*each.clause)])
        for (name, text), now in own_letters().items()
        for each in read(text, now).phrases
    }
    assert not alarms
    assert not {(each.kind, text[slice(*each.clause)]) for text in blank_letters() for each in read(text).phrases}


def test_the_letters_of_the_project_have_the_three_clears():
    whole = {letter["text"] for story in stories().values() for matter in story.verdict["matters"] for letter in matter["letters"]}
    lack = {
        (name, each.id)
        for (name, text), now in own_letters().items()
        if text in whole
        for each in read(text, now).clears
        if not each.present
    }
    assert len(whole) >= 500 and not lack


def test_the_guide_and_the_reader_say_the_same():
    pairs = re.findall(r"\*\*(不要这样|这样写)\*\*\s+“((?:[^”“]|“[^”]*”)*)”", GUIDE.read_text(encoding="utf-8"))
    assert {name for name, _ in pairs} == {"不要这样", "这样写"} and len(pairs) >= 10
    for name, text in pairs:
        assert words(text) == [] if name == "这样写" else there(text) == set(), text
        assert name == "不要这样" or not read(text).statements or "demand" not in there(text), text


@pytest.mark.parametrize(
    ("hurts", "harmless"),
    [
        ("你们就是骗子。", "客服说我是骗子。"),
        ("你们就是骗子。", "我没有说你们是骗子。"),
        ("不退就曝光你全家。", "对方说“不退就曝光你全家”。"),
        ("我找人弄你。", "我会向 12315 投诉，也会起诉。"),
        ("可能是我自己不小心用了。", "客服说可能是我自己不小心用了。"),
        ("可能是我自己不小心用了。", "不是我自己用的。"),
        ("不退也行。", "不退的，我会申请平台介入。"),
        ("你们这是欺诈。", "是否构成欺诈，请贵局依法认定。"),
        ("必须三倍赔偿。", "页面承诺三倍赔偿，请兑现。"),
        ("请尽快处理。", "请尽快处理，11 月 30 日以前答复。"),
        ("等了很久。", "等了很久，11 月 20 日到今天一共 9 天。"),
        ("问了好几次。", "11 月 20 日、21 日问了好几次，一共 3 次。"),
        ("卡密 GX7K-92PD-QW4M-11ZT 无效。", "卡密 GX7K-****-****-11ZT 无效。"),
        ("卖家电话 13812345678。", "请打给我，电话 13812345678。"),
        ("卡号 6222020200012345678。", "订单号 6222020200012345678。"),
        ("身份证 320106199508172415。", "某某派出所：\n报案人身份证 320106199508172415。"),
        ("我买的是骗子的激活码。", "我买的是《骗子酒馆》的激活码。"),
        ("你们这是诈骗。", "1. 《刑法》第二百六十六条：诈骗公私财物，数额较大的。"),
        ("必须三倍赔偿。", "三倍积分没有到账。"),
        ("客服说不能退，你们就是骗子。", "客服说不能退，说我就是骗子。"),
        ("商家发来的会员卡少一个月，这就是欺诈。", "商家说这就是欺诈。"),
        ("等了很久\n共 3 天", "等了很久，共 3 天"),
    ],
)
def test_who_says_it_and_what_stands_around_it(hurts, harmless):
    assert words(hurts) and not words(harmless)


@pytest.mark.parametrize(
    ("text", "clears"),
    [
        ("请退还 50 元。", {"demand"}),
        ("麻烦明天下午五点前退五十块到我支付宝", {"demand", "deadline"}),
        ("请补 300 点券。", {"demand"}),
        ("客服说请等退款。", set()),
        ("卖家说我违规，请退 70 元。", {"demand"}),
        ("我 11 月 3 日申请过退款，被驳回。", set()),
        ("报错我录了屏。", {"proof"}),
        ("请你们提供聊天记录。", {"demand"}),
        ("截图我没留。", set()),
        ("最迟 11 月 30 日。", {"deadline"}),
        ("页面写 3 天内到账。", set()),
        ("你们说最晚三天。", set()),
        ("客服说“不能退，请退回卡，截图附上”。", set()),
        ("卖家说我违规，请退 70 元，他只回了“截图附上，最迟今晚 8 点答复”。", {"demand"}),
    ],
)
def test_clears(text, clears):
    assert there(text) == clears


def test_the_longest_of_overlapping_words_stands_and_its_sentence_has_a_day():
    for name in (*OWN, *BLIND):
        for row in rows(name):
            spans = [span for each in read(row["text"]).phrases for span in each.spans]
            assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert words("退多少你们心里有数。") == [("self_defeating", "退多少你们心里有数")]
    assert words("死骗子。") == [("insult", "死骗子")]
    (phrase,) = read("请尽快处理。").phrases
    assert phrase.better == "请在 2026 年 11 月 30 日以前处理并答复。"


def test_what_is_missing_has_a_sentence_to_add():
    demand, proof, deadline = read("在吗").clears
    assert not (demand.present or proof.present or deadline.present)
    assert (
        demand.add.startswith("请退还 ___ 元") and "___" in proof.add and re.fullmatch(r"请在 \d+ 年 \d+ 月 \d+ 日以前答复。", deadline.add)
    )
    (undelivered, *_) = read("充值没有到账。").clears
    assert "以前交付" in undelivered.add and "{" not in undelivered.add
    (sumless, *_) = read("请退款。").clears
    assert sumless.present and "多少" in sumless.say and "___" in sumless.add


def test_the_law_sets_the_periods_of_offices():
    (*_, deadline) = read("某某派出所：\n我报案，请立案。截图附上。").clears
    assert deadline.present and deadline.spans == () and deadline.add == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("我买了一张卡。", {"time", "result"}),
        ("11 月 20 日我买了一张卡。", {"result"}),
        ("我买了一张卡，提示无效。", {"time"}),
        ("11 月 20 日我买了一张卡，提示无效。", set()),
        ("你好，请退还 50 元。", set()),
        ("客服说我买了一张卡。", set()),
        ("到期仍未交付的，请退还 50 元。", set()),
    ],
)
def test_tellings(text, missing):
    assert lacking(text) == missing


def every_sentence() -> Iterator[str]:
    """What the reader is shown of the tables."""
    raw = table("wording", "checker.write")
    for row in (*raw["clear"], *raw["phrase"], raw["sum"], raw["offices"], raw["telling"]["say"]):
        yield from (
            row[name] for name in ("label", "present", "missing", "why", "without", "by_law", "time", "result", "both") if name in row
        )
    yield from proposed()


def proposed() -> Iterator[str]:
    """The sentences that are proposed, with a day."""
    raw = table("wording", "checker.write")
    kinds = [each for row in raw["clear"] for each in row.get("kinds", ())]
    for row in (*raw["clear"], *kinds, *raw["phrase"]):
        yield from (row[name].replace("{until}", "11 月 26 日") for name in ("add", "better") if name in row)


@pytest.mark.parametrize("sentence", list(every_sentence()))
def test_words_for_readers(sentence):
    assert not banned(sentence) and not too_long(sentence) and not spacing(sentence)


SAYS_WHAT_HAPPENED = re.compile(r"没有(?!写)|没收到|(?<!仍)未|附上(?! ___)|使用成功|自己使用|按约定|不是本人|已经(?! ___)|\d(?! 月| 日)")
"""What only the writer can know."""


@pytest.mark.parametrize("sentence", sorted(set(proposed())))
def test_a_proposed_sentence_is_clean_and_leaves_open_what_only_its_writer_knows(sentence):
    assert not read(sentence).phrases and not read(sentence).statements
    told = re.sub(r"从 ___ 月 ___ 日到今天，没有 ___", "", sentence)
    assert not SAYS_WHAT_HAPPENED.search(told.replace("11 月 26 日", "")), sentence


@pytest.mark.parametrize("name", [*OWN, *BLIND])
def test_a_better_sentence_in_the_place_of_its_clause_takes_the_fault_away(name):
    stay = []
    for row in rows(name):
        text, limit = row["text"], len(row["text"]) + 1
        for phrase in sorted(read(text).phrases, key=lambda each: each.clause, reverse=True):
            first, last = phrase.clause
            assert first <= phrase.spans[0][0] < phrase.spans[-1][1] <= last
            if last <= limit:
                text, limit = f"{text[:first]}{phrase.better}{text[last:]}", first
        if words(text):
            stay.append((row["id"], words(text)))
    assert not stay


def test_each_article_that_is_named_stands_in_the_table_of_statutes():
    titles = {f"{name}{each.article}" for each in articles().values() for name in (f"《{each.law.title}》", f"《{each.law.short}》")}
    named = {
        f"《{law.removeprefix('中华人民共和国')}》{number}"
        for path in PACKAGE.glob("wording*")
        if path.suffix in (".py", ".toml")
        for law, number in re.findall(r"《([^》]+)》(第[一二三四五六七八九十百]+条(?:之一)?)", path.read_text(encoding="utf-8"))
    }
    assert named and named <= titles


def test_it_becomes_json_of_words_and_whole_numbers():
    found = plain(read("骗子，我买了一张卡，卡密 GX7K-92PD-QW4M-11ZT，请退还 50 元。"))
    assert json.loads(json.dumps(found)) == found and found["phrases"] and found["statements"] and len(found["clears"]) == 3

    def leaves(value):
        if isinstance(value, dict):
            return [leaf for each in value.values() for leaf in leaves(each)]
        return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [value]

    assert {type(leaf) for leaf in leaves(found)} == {str, int, bool}


def test_what_is_too_long_is_cut_and_said():
    filler = "我记下了。"
    whole = (filler * (LONGEST // len(filler)))[: LONGEST - 4] + "看着办。"
    found = read(whole)
    assert not found.cut and found.read == LONGEST and [each.spans for each in found.phrases] == [((LONGEST - 4, LONGEST - 1),)]
    behind = read(filler * (LONGEST // len(filler)) + "看着办。")
    assert behind.cut and behind.read == LONGEST and behind.phrases == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00" * 50,
        "骗\u202e子\u202c，\u200b看\u200b着\u200b办",
        "“" * 3000 + "骗子" + "”" * 3000,
        "😀骗子😀" * 500,
        "\ud800看着办",
        "。" * 5000,
        "\n" * 5000 + "看着办",
        "《" * 2000 + "骗子",
        "1. 《" + "法" * 300 + "》第一条：欺诈",
        "<script>alert(1)</script>你们看着办{{7*7}}{until}",
        "退" * 3000,
        "卡密" * 2000 + "A1B2C3D4E5F6",
        "10:00" * 1000,
    ],
)
def test_any_string_can_be_read(text):
    found = read(text)
    spans = [span for each in (*found.clears, *found.statements, *found.phrases) for span in each.spans]
    assert all(0 <= first < last <= len(text) for first, last in (*spans, *(each.clause for each in found.phrases)))
    json.dumps(plain(found))


def test_marks_between_the_letters_of_a_word_do_not_hide_it():
    text = "骗\u202e子\u202c"
    assert words(text) == [("insult", "骗\u202e子")]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"kind": "rude"}, "no kind"),
        ({"said": ["骗+"]}, "without an end"),
        ({"wherever": True}, "no property"),
    ],
)
def test_a_row_that_is_wrong_is_refused(change, problem):
    row = {"kind": "insult", "why": "", "better": "", "said": ["骗子"]} | change
    with pytest.raises(ValueError, match=problem):
        wording_rows._phrase(row, {})
