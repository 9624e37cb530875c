"""What holds of every text, for every rule at every stage and for every kind of goods that it can be about.

A rule's own stories give the facts, with all that was typed and without any of it; stage and goods are put in their place. A fault names the
rule, the letter, which of its two lengths, and the file in which the rule's words stand.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from checker.ask.goods import GOODS
from checker.ask.parties import Parties
from checker.ask.question import UNKNOWN
from checker.ask.questions import BY_ID
from checker.decide.verdict import assess
from checker.kit import ClaimRule, StopRule
from checker.publish.stories import stories
from checker.rules import RULES
from checker.write.writing import Letter, letters

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
STAGES = (None, *(option.value for option in BY_ID["stage"].options if option.value != UNKNOWN))
KINDS = tuple(goods for goods in GOODS if goods.lawful and goods.id != UNKNOWN)
HEADING = re.compile(r"[一二三四五]、")
DOUBLED = re.compile(r"[，；：、][，。；：、！？]|。[，。；：、！？]|（）|“”|[（“][，。；：、]|  |[\u4e00-\u9fff] [，。；：、]")
WORDS_OF_ONE_KIND = {
    "卡密": {"game_card", "activation_code"},
    "点卡": {"game_card"},
    "激活码": {"activation_code"},
    "序列号": {"activation_code"},
    "会员": {"membership"},
    "话费": {"direct_topup", "platform_balance"},
    "装备": {"game_account"},
}
TYPED = re.compile(r"“[^”]*”|（[^）]*）")
"""What somebody else said or typed stands in quotation marks, or in brackets behind what it explains."""


def texts(rule: ClaimRule | StopRule) -> Iterator[tuple[str, str, Letter]]:
    """Every text that rests on the rule: the kind of goods, the case in words, the text."""
    told = [story for story in stories().values() if story.rule == rule.id]
    for story in told:
        for facts in (story.facts, story.blank_facts):
            for goods in KINDS if isinstance(rule, ClaimRule) else [each for each in KINDS if each.id == facts.goods]:
                for stage in STAGES:
                    # Every kind of goods at every stage for one story; for the others every kind at their own stage, and every stage for their own kind.
                    if story is not told[0] and goods.id != facts.goods and stage != facts.stage:
                        continue
                    changed = replace(facts, goods=goods.id, stage=stage)
                    for matter in assess(changed, NOW).matters:
                        if matter.primary is rule:
                            where = f"{story.place}, {story.id}, goods {goods.id}, stage {stage}, {'typed' if facts is story.facts else 'blank'}"
                            yield from ((goods.id, where, letter) for letter in letters(matter, changed, Parties(), NOW))


def faults_in(text: str, *, short: bool) -> Iterator[str]:
    """What is wrong with a text whatever it is about."""
    if found := DOUBLED.search(text):
        yield f"punctuation: {text[max(0, found.start() - 12) : found.end() + 8]!r}"
    if found := re.search(r"None|Undefined|\{\{|\{%|<checker", text):
        yield f"a name instead of words: {found[0]}"
    lines = text.split("\n")
    if short and not text.endswith("。"):
        yield f"it does not end: {text[-12:]!r}"
    part = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if HEADING.match(line):
            part = line
            if not following.strip():
                yield f"nothing stands under {line}"
        elif not line.strip():
            part = ""
        elif line.endswith("：") and following.startswith(("1. ", "【")):
            continue
        elif part and "附件" not in part and "落款" not in part and not line.endswith(("。", "】")):
            yield f"a sentence without its end: {line[-16:]!r}"
        if re.fullmatch(r"\d+\.\s*。?", line):
            yield f"an item without words: {line!r}"


def words_of_another_kind(text: str, goods: str) -> Iterator[str]:
    own = TYPED.sub("", text)
    yield from (f"{word} is no word for {goods}" for word, kinds in WORDS_OF_ONE_KIND.items() if goods not in kinds and word in own)


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, ClaimRule) or rule.route == "scam"], ids=lambda rule: rule.id)
def test_every_text_of_a_rule_is_whole(rule):
    file, seen, faults = f"checker/rules/{rule.group}/{rule.id}.py", 0, {}
    for goods, where, letter in texts(rule):
        for field, text in (("text", letter.text), ("short", letter.short)):
            seen += 1
            for fault in (*faults_in(text, short=field == "short"), *words_of_another_kind(text, goods)):
                faults.setdefault(f"{rule.id}, {letter.name}, {field} ({file}): {fault}", where)
    assert seen, f"{rule.id}: no story of it comes to a text"
    assert not faults, "\n".join(f"{fault}\n    {where}" for fault, where in faults.items())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("一、事实\n\n二、请求\n请退款。", "nothing stands under 一、事实"),
        ("一、事实\n没有到账。。", "punctuation"),
        ("一、事实\n商品，，没有到账。", "punctuation"),
        ("二、请求\n1. 。", "an item without words"),
        ("二、请求\n请退还 100 元", "a sentence without its end"),
        ("一、事实\nNone。", "a name instead of words"),
    ],
)
def test_each_fault_is_found(text, fault):
    assert any(found.startswith(fault) for found in faults_in(text, short=False))


def test_a_short_text_has_an_end():
    assert list(faults_in("订单。没有到账", short=True))


def test_what_is_quoted_may_be_any_word():
    assert not list(words_of_another_kind("提示原文是“该激活码已被使用”。", "membership"))
    assert list(words_of_another_kind("该卡密已被使用。", "membership"))
