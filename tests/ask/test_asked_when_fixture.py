"""Python prunes the questions as the page does: the same situations run through `checker/web/topics.mjs` in tests/web/topics.test.mjs."""

import json
from pathlib import Path

import pytest

from checker.ask.question import Question, asked

FIXTURE = json.loads(Path(__file__, "../../web/asked-when.json").resolve().read_text(encoding="utf-8"))


def _question(id: str, asked_when: str) -> Question:
    pairs = tuple((source, tuple(values.split("|"))) for source, values in (pair.split("=") for pair in asked_when.split("&") if pair))
    return Question(id=id, topic="any", kind="text", label="", hint="", why="", error="", asked_when=pairs)


QUESTIONS = tuple(_question(**row) for row in FIXTURE["questions"])


@pytest.mark.parametrize("row", FIXTURE["situations"], ids=lambda row: row["situation"])
def test_the_questions_asked_are_those_of_the_page(row):
    assert [question.id for question in asked(QUESTIONS, row["answers"])] == row["asked"]


def test_every_question_of_the_fixture_is_asked_in_some_situation():
    assert {question.id for question in QUESTIONS} == {id for row in FIXTURE["situations"] for id in row["asked"]}
