"""The door: one JSON text in, one JSON text out, and never an exception."""

import json

import pytest

from checker.bridge import check, handle, read_now
from checker.errors import AnswerErrors, CaseFileError
from checker.publish.stories import complete

NOW = "2026-11-24T15:04+08:00"
ANSWERS = complete(
    {
        "goods": "game_card",
        "problem": ["unusable"],
        "goods_used": "tried",
        "failure": "already_used",
        "support_fixed": "no",
        "channel": "wechat",
        "evidence": ["error"],
        "stage": "not_asked",
        "truthful": "yes",
    }
)


def ask(**changes) -> dict:
    return json.loads(handle(json.dumps({"v": 1, "id": "7", "kind": "check", "answers": ANSWERS, "parties": {}, "now": NOW} | changes)))


def test_a_verdict_echoes_version_and_id():
    reply = ask()
    assert (reply["v"], reply["id"], reply["kind"]) == (1, "7", "verdict")
    assert reply["verdict"]["now"] == NOW


def test_answer_errors_carry_field_code_and_message():
    reply = ask(answers=ANSWERS | {"paid_on": "2026-02-30"}, parties={"order_no": "9" * 41})
    assert reply["kind"] == "answer-errors"
    assert [(e["field"], e["code"]) for e in reply["errors"]] == [("paid_on", "no-such-day"), ("order_no", "too-long")]


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"kind": "run"},
        {"now": "yesterday"},
        {"now": "2026-11-24T15:04"},
        {"now": None},
        {"now": "2026-04-14T12:00+08:00"},
        {"now": "9999-01-01T12:00+08:00"},
        {"answers": []},
        {"answers": None},
        {"parties": "x"},
    ],
)
def test_what_cannot_be_handled_is_a_message(changes):
    reply = ask(**changes)
    assert reply["kind"] == "failed" and reply["code"] == "request" and reply["message"]


@pytest.mark.parametrize("text", ["", "null", "[]", "{", "[" * 100000, '{"v": 1}', "\x00"])
def test_no_text_makes_it_raise(text):
    assert json.loads(handle(text))["kind"] == "failed"


@pytest.mark.parametrize(
    "value",
    [0, None, True, 1e9, {"a": 1}, ["x", 1], [], [[]], "x" * 10000, "\u202e", "{{ 7*7 }}", "<img src=x onerror=1>", "\x00"],
)
@pytest.mark.parametrize("field", ["goods", "problem", "paid_amount", "paid_on", "error_text"])
def test_no_answer_makes_it_raise(field, value):
    assert ask(answers=ANSWERS | {field: value})["kind"] in ("verdict", "answer-errors")


def test_the_case_file_names_every_problem():
    with pytest.raises(CaseFileError) as caught:
        check({"v": "1", "answers": {}, "extra": 1, "parties": []}, read_now(NOW))
    assert all(part in str(caught.value) for part in ("“extra”", "版本", "“parties”"))


def test_the_case_file_may_carry_what_the_page_adds():
    assert check({"v": 1, "answers": ANSWERS, "texts": {}, "replies": [], "status": "waiting"}, read_now(NOW))["matters"]


def test_unknown_questions_are_refused_by_name():
    with pytest.raises(AnswerErrors) as caught:
        check({"v": 1, "answers": ANSWERS | {"colour": "red"}}, read_now(NOW))
    assert "colour" in str(caught.value)


def read_again(typed: object, **changes) -> dict:
    return ask(**{"kind": "lint", "answers": ANSWERS, "route": "ordinary", "letter": "refund_request", "text": typed} | changes)


def test_a_changed_text_is_read_again_against_its_answers():
    reply = read_again("请退还 900 元，截图见附件，三日内答复。不退就曝光。")
    assert reply["kind"] == "remarks" and reply["id"] == "7"
    assert [set(remark) for remark in reply["remarks"]] == [{"sentence", "advice", "better"}] * len(reply["remarks"])
    assert any("敲诈" in remark["advice"] for remark in reply["remarks"])
    assert read_again("请补发，截图见附件，三日内答复。")["remarks"] == []


@pytest.mark.parametrize(
    "changes",
    [{"letter": "lawsuit"}, {"letter": None}, {"route": "minor"}, {"route": None}, {"text": None}, {"text": "字" * 20_001}, {"now": "x"}],
)
def test_a_text_that_the_case_does_not_have_is_a_message(changes):
    reply = read_again("请退款", **changes)
    assert reply["kind"] == "failed" and reply["code"] == "request" and reply["message"]


def test_a_changed_text_of_a_case_that_cannot_be_read_names_the_answers():
    assert read_again("请退款", answers=ANSWERS | {"paid_on": "2026-02-30"})["kind"] == "answer-errors"
