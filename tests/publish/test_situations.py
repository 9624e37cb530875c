"""The pages of what people run into: each stands on rules, stories and answers that are there, says no law of its own, and is no copy of another."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from checker.ask.question import asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.decide.finding import apply
from checker.errors import DataError
from checker.law.statutes import laws
from checker.publish import pages
from checker.publish.situations import SituationError, situations, with_numbers
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS

TOP = Path(__file__).parents[2]
ROWS = {row.id: row for row in situations()}
MOST_SHARED = 0.4
OWN_WORDS = ("title", "name", "description", "lead", "hinges", "text_note")
OWN_LISTS = ("labels", "today", "besides", "also")
LAW = re.compile(r"第[一二三四五六七八九十百零\d]+条|有权|应当|必须|法定|违约")
every_row = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)


@cache
def written() -> dict[str, str]:
    """The pages as they are committed, which `test_pages.py` holds to be what the sources give."""
    return {path.relative_to(pages.DOCS).as_posix(): path.read_text(encoding="utf-8") for path in pages.DOCS.glob("situation*/*.md")}


def body(row) -> str:
    return written()[row.page]


@every_row
def test_the_example_is_met_by_a_rule_of_the_page(row):
    met = [rule.id for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if apply(rule, row.example.facts).status == "met"]
    assert set(met) & set(row.rules), met


@every_row
def test_what_is_known_of_everybody_comes_out_as_the_example_does(row):
    assert row.matter.level == row.example.matter["level"]
    assert row.urgent_acts or row.acts
    assert bool(row.urgent_acts) or not row.urgent, "an urgent page says first what cannot wait"
    assert row.kept and 0 < len(row.kept) + len(row.kept_besides) <= 5
    assert 0 < len(row.rungs) <= 4 or row.matter.level == "stop" or not row.matter.claims or row.matter.route != "ordinary"


@every_row
def test_two_stories_come_out_differently(row):
    outcomes = [(story.level, row.outcome(story)) for story in row.told]
    assert len(set(outcomes)) == len(row.told)


@every_row
def test_what_goes_along_can_be_answered(row):
    for proposal in row.given_along["proposals"]:
        question = BY_ID[proposal["question"]]
        assert proposal["value"] in {option.value for option in question.options}
        assert question in asked(QUESTIONS, row.example.answers)
        label = next(option.label for option in question.options if option.value == proposal["value"])
        # The words are the page's: an option that covers several things is not what the reader said.
        assert proposal["words"] and (proposal["words"] != label or not re.search("[、，（]", label)), label


@every_row
def test_the_text_holds_nothing_of_a_story(row):
    if row.letter is None:
        return
    text = row.letter.short if row.short else row.letter.text
    typed = [
        value
        for story in (row.base, *row.told)
        for id, given in story.answers.items()
        if BY_ID[id].kind not in ("choice", "choices")
        for value in chosen(given)
    ]
    assert "【请填写：" in text and not [value for value in (*typed, *row.example.parties.values()) if len(value) > 1 and value in text]


@every_row
def test_law_is_said_by_the_rules_alone(row):
    own = [getattr(row, name) for name in OWN_WORDS] + [words for name in OWN_LISTS for words in getattr(row, name)]
    named = [law.title for law in laws().values()]
    assert not [words for words in own if LAW.search(words) or any(law in words for law in named)]


@every_row
def test_the_page_shows_what_is_asked_for_first(row):
    text = body(row)
    headings = re.findall(r"(?m)^## .*\{#([a-z-]+)\}$", text)
    order = ["in-three-lines", "today", "text", "keep", "next", "example", "they-say", "more"]
    assert headings == [each for each in order if each in headings] and {"in-three-lines", "keep", "example", "more"} <= set(headings)
    assert text.count("](../check.md)") == 1
    assert text.index("**先做") < text.index("{#in-three-lines}") if row.urgent_acts else "**先做" not in text


def test_the_menu_lists_them_in_the_order_of_the_index():
    menu = yaml.load((TOP / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["nav"]
    (listed,) = [section["遇到的事"] for section in menu if "遇到的事" in section]
    assert listed[1:] == [{row.name: row.page} for row in situations()]
    index = (pages.DOCS / "situations.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((situations/[^)]+)\)", index) == [row.page for row in situations()]
    assert len(ROWS) >= 18


def sentences(text: str) -> set[str]:
    """What is read as one, letters included. Headings are the frame and not what is said."""
    text = re.sub(r"(?s)\A---\n.*?\n---\n|<!--.*?-->", "", text)
    text = re.sub(r"(?m)^#.*$|<[^>]*>|\{[#:][^}]*\}", "\n", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = (re.sub(r"^[-\d. ]+", "", part).strip("* ") for part in re.split(r"[。；？\n|]", text))
    return {part for part in parts if re.search(r"[\u4e00-\u9fff]", part)}


def too_alike(texts: Iterable[tuple[str, str]]) -> list[str]:
    said = {name: sentences(text) for name, text in texts}
    shared = {(a, b): len(said[a] & said[b]) / min(len(said[a]), len(said[b])) for a, b in combinations(said, 2)}
    return [f"{a}, {b}: {share:.2f}" for (a, b), share in shared.items() if share > MOST_SHARED]


def test_no_two_pages_say_the_same():
    assert not too_alike((row.id, body(row)) for row in situations())


def test_pages_that_say_the_same_are_found():
    one, other = (body(row) for row in list(situations())[:2])
    assert too_alike([("one", one), ("other", other.partition("## ")[0] + one.partition("## ")[2])]) != []


@pytest.mark.parametrize(
    ("changed", "ask"),
    [
        ({"rules": ["no_such_rule"]}, "ruled"),
        ({"story": "no-such-story"}, "example"),
        ({"text": "no_such_text"}, "letter"),
        ({"carries": {"paid_amount_of_another": "钱"}}, "given_along"),
        ({"carries": {"evidence": "凭证"}}, "given_along"),
        ({"objected": ["没有人这样说"]}, "objections"),
        ({"first": [{"act": "no-such-act", "where": "谁"}]}, "urgent_acts"),
    ],
)
def test_a_row_that_names_what_is_not_there_fails(changed, ask):
    row = replace(ROWS["not-arrived"], **changed)
    with pytest.raises(SituationError, match="not-arrived"):
        getattr(row, ask)


def test_a_sentence_that_no_rule_says_fails():
    row = ROWS["not-arrived"]
    with pytest.raises(SituationError, match="begins"):
        row.said(["没有一条规则这样说"])
    assert row.said(["谁的|过了时间还没到账"]).startswith("谁的：过了时间还没到账")


def test_a_number_that_is_not_there_fails():
    assert with_numbers("{limitation.words}") == "3 年"
    with pytest.raises(DataError):
        with_numbers("{no_such_number.words}")


def test_a_page_leads_to_others_that_are_there():
    for row in situations():
        assert 2 <= len(row.related) <= 3 and set(row.related) <= set(ROWS) - {row.id}
    known = {field.name for field in fields(ROWS["not-arrived"])}
    assert {*OWN_WORDS, *OWN_LISTS} <= known
