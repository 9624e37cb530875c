"""Whatever comes in: every error at once in plain Chinese, or the text literally; never a traceback, nothing lost."""

import json
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ask.answers import read_answers
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import Question, asked
from checker.ask.questions import QUESTIONS
from checker.ask.routes import CLAIMING
from checker.bridge import check, handle
from checker.errors import AnswerErrors
from checker.publish.stories import complete

NOW = "2026-11-24T15:04+08:00"
NOW_AT = datetime.fromisoformat(NOW)
TOP = Path(__file__).parents[1]
NASTY = [
    "",
    " ",
    "字" * 10_000,
    "１００",
    "￥100元",
    "2027-01-01",
    "1999-12-31",
    "2026-02-30",
    "0",
    "-5",
    "1e9",
    "1.234",
    "😀",
    "\u202e倒过来",
    "{{ 7*7 }}",
    "{% raw %}",
    "<img src=x onerror=alert(1)>",
    "\x00",
    "'; drop",
    "NaN",
    "Ⅳ",
    "一百",
]
WRONG_TYPES = [None, 0, 1e9, True, {}, {"a": 1}, [[]], [None], ["x", 1]]
READABLE = {
    "money": ["100", "￥９９.５元", "1", "六千多", "19.99美元，账单142.6元"],
    "when": ["2026-11-20 14:05", "2026-11-20", "昨天下午3点半", "11月3日", "2024-02-29", "上个月", "两个月前", "等了一个多小时"],
    "period": ["7 天", "15 个工作日"],
    "duration": ["30 分钟", "３天", "半小时"],
    "number": ["3", "１２天"],
    "text": ["照抄的原话"],
}


def reply(answers: object, parties: object = {}) -> dict:
    return json.loads(handle(json.dumps({"v": 1, "id": "1", "kind": "check", "answers": answers, "parties": parties, "now": NOW})))


def answer(question: Question, readable: bool) -> st.SearchStrategy:
    if question.options:
        values = [option.value for option in question.options]
        if question.kind == "choice":
            return st.sampled_from(values)
        alone = [[value] for value in values]
        many = [[a, b] for a in values for b in values if a < b and not {a, b} & {"none", "unknown"}]
        return st.sampled_from(alone + many)
    good = st.sampled_from(READABLE[question.kind])
    return good if readable else good | st.sampled_from(NASTY) | st.text(max_size=300)


def whole(readable: bool) -> st.SearchStrategy:
    return st.fixed_dictionaries({}, optional={question.id: answer(question, readable) for question in QUESTIONS}).map(complete)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    whole(readable=False),
    st.dictionaries(st.sampled_from([field.id for field in PARTY_FIELDS]), st.sampled_from(NASTY[1:]) | st.text(max_size=50)),
)
def test_any_answers_give_a_verdict_or_all_their_errors(answers, parties):
    got = reply(answers, parties)
    assert got["kind"] in ("verdict", "answer-errors")
    if got["kind"] == "answer-errors":
        ids = {q.id for q in asked(QUESTIONS, answers)} | {field.id for field in PARTY_FIELDS}
        assert {error["field"] for error in got["errors"]} <= ids
        for error in got["errors"]:
            assert re.search(r"[\u4e00-\u9fff]", error["message"]) and "Traceback" not in error["message"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(whole(readable=True).map(lambda answers: answers | {"truthful": "yes"}))
def test_any_story_gets_one_of_four_levels_and_texts_that_hold_together(answers):
    got = reply(answers)
    if got["kind"] == "answer-errors":  # dates that contradict each other
        assert got["errors"]
        return
    verdict = got["verdict"]
    for matter in verdict["matters"]:
        assert matter["level"] in ("can_claim", "needs_facts", "not_supported", "stop")
        asking = {"needs_facts": ["inquiry"], "not_supported": ["courtesy"]}.get(matter["level"])
        names = [letter["name"] for letter in matter["letters"]]
        if asking and answers.get("channel") != "not_paid" and matter["route"] in CLAIMING:
            assert names == asking
        elif matter["level"] != "can_claim":
            assert set(names) <= {"police"}
        amounts = {claim["amount_fen"] for claim in matter["claims"]}
        for letter in matter["letters"]:
            assert not re.search(r"None|Undefined|\{\{|\{%", letter["text"] + letter["short"])
            assert len(letter["short"]) <= 200
            assert {remark["advice"] for remark in letter["lint"]} <= {"还有没填的地方，填好再发。"}, letter
            if amounts <= {None} and matter["route"] not in ("scam",):
                assert not re.search(r"请(?:全额)?退还 [0-9]", letter["text"])


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_json_gets_an_answer(value):
    for request in (
        value,
        {"v": 1, "id": "1", "kind": "check", "answers": value, "now": NOW},
        {"v": 1, "kind": "lint", "answers": {}, "text": value, "now": NOW},
    ):
        assert json.loads(handle(json.dumps(request)))["kind"] in ("failed", "answer-errors", "verdict")


@pytest.mark.parametrize("typed", NASTY)
@pytest.mark.parametrize("id", ["paid_amount", "paid_on", "error_text", "part_total"])
def test_what_cannot_be_read_is_named_and_everything_else_too(id, typed):
    story = complete(
        {"goods": "game_card", "problem": ["unusable"], "goods_used": "part_used", "truthful": "yes", "seller_kind": "", id: typed}
    )
    story["seller_kind"] = "nobody"
    with pytest.raises(AnswerErrors) as caught:
        read_answers(story, NOW_AT)
    fields = [error.field for error in caught.value.errors]
    assert "seller_kind" in fields and set(fields) <= {"seller_kind", id}


@pytest.mark.parametrize("value", WRONG_TYPES)
@pytest.mark.parametrize("id", [question.id for question in QUESTIONS])
def test_no_type_breaks_a_question(id, value):
    got = reply(complete({"goods": "game_card", "problem": ["unusable"], "truthful": "yes"}) | {id: value})
    assert got["kind"] in ("answer-errors", "verdict")


@pytest.mark.parametrize("typed", ["😀", "{{ 7*7 }}", "{% raw %}", "<img src=x onerror=alert(1)>", "'; drop", "a & b"])
def test_what_can_be_read_comes_out_literally(typed):
    story = complete(
        {
            "goods": "game_card",
            "problem": ["unusable"],
            "goods_used": "tried",
            "support_fixed": "no",
            "error_text": typed,
            "truthful": "yes",
        }
    )
    letter = check({"v": 1, "answers": story, "parties": {"goods_name": typed}}, NOW_AT)["matters"][0]["letters"][0]
    assert letter["text"].count(typed) == 2


@pytest.mark.parametrize("typed", ["\u202e倒过来", "\x00", "零\u200b宽"])
def test_signs_that_mislead_do_not_reach_a_text(typed):
    story = complete(
        {
            "goods": "game_card",
            "problem": ["unusable"],
            "goods_used": "tried",
            "support_fixed": "no",
            "error_text": typed,
            "truthful": "yes",
        }
    )
    text = check({"v": 1, "answers": story}, NOW_AT)["matters"][0]["letters"][0]["text"]
    assert not set("\u202e\x00\u200b") & set(text)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("{", "JSON"),
        ("[]", "最外层"),
        ('{"v": 2, "answers": {}}', "版本"),
        ('{"v": 1, "answers": {}, "x": 1}', "“x”"),
        ('{"v": 1}', "answers"),
        ('{"v": 1, "answers": {"goods": "game_card", "nonsense": "x"}}', "nonsense"),
        ("\udcff", "读不了"),
    ],
)
def test_the_command_line_says_what_is_wrong_with_a_file(tmp_path, content, part):
    file = tmp_path / "case.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    done = subprocess.run([sys.executable, "-m", "checker", "check", str(file), "--now", NOW], cwd=TOP, capture_output=True, text=True)
    assert done.returncode == 2 and part in done.stderr and "Traceback" not in done.stderr and re.search(r"[\u4e00-\u9fff]", done.stderr)
