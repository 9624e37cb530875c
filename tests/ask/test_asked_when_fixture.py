"""Python prunes the questions as the page does: the same situations run through `checker/web/topics.mjs` in tests/web/topics.test.mjs."""

import json
from pathlib import Path

import pytest

from checker.ask.question import AllOf, AnyOf, Condition, Equals, Question, asked
from checker.ask.questions import QUESTIONS as REAL
from checker.plain import plain

FIXTURE = json.loads(Path(__file__, "../../web/asked-when.json").resolve().read_text(encoding="utf-8"))


def condition(tree: dict) -> Condition:
    match tree:
        case {"all": parts}:
            return AllOf(tuple(map(condition, parts)))
        case {"any": parts}:
            return AnyOf(tuple(map(condition, parts)))
        case {"question": question, "one_of": values}:
            return Equals(question, tuple(values))


def _question(id: str, asked_when: dict) -> Question:
    return Question(id=id, topic="any", kind="text", label="", hint="", why="", error="", asked_when=condition(asked_when))


QUESTIONS = tuple(_question(**row) for row in FIXTURE["questions"])


@pytest.mark.parametrize("row", FIXTURE["situations"], ids=lambda row: row["situation"])
def test_the_questions_asked_are_those_of_the_page(row):
    assert [question.id for question in asked(QUESTIONS, row["answers"])] == row["asked"]


def test_every_question_of_the_fixture_is_asked_in_some_situation_but_one():
    assert {question.id for question in QUESTIONS} - {"never"} == {id for row in FIXTURE["situations"] for id in row["asked"]}


@pytest.mark.parametrize("question", (*QUESTIONS, *REAL), ids=lambda question: question.id)
def test_the_page_is_given_the_whole_condition(question):
    assert condition(json.loads(json.dumps(plain(question.asked_when)))) == question.asked_when
