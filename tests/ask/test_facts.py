"""Facts are made from the questions and from what is computed of them; each has one source."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, datetime

import pytest

from checker.ask import facts as module
from checker.ask import questions
from checker.ask.answers import read_answers
from checker.ask.computed import COMPUTED
from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.problems import LATE, UNUSABLE
from checker.ask.questions import QUESTIONS
from checker.ask.when import on
from checker.errors import RuleError
from checker.law import statutes

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")


def test_there_is_one_fact_for_each_question_and_for_each_computation():
    assert [field.name for field in fields(Facts)] == list(QUESTIONS_OF)
    assert len(QUESTIONS_OF) == len(QUESTIONS) + len(COMPUTED) + sum(bool(question.in_words) for question in QUESTIONS)


def test_nothing_is_known_of_empty_facts_and_facts_do_not_change():
    nothing = Facts()
    assert {getattr(nothing, name) for name in QUESTIONS_OF} == {None}
    with pytest.raises(FrozenInstanceError):
        nothing.goods = "game_card"
    assert not hasattr(nothing, "__dict__")


@pytest.mark.parametrize("rows", ["QUESTIONS", "COMPUTED"])
def test_a_fact_that_is_given_twice_is_named(monkeypatch, rows):
    monkeypatch.setattr(module, rows, (*getattr(module, rows), getattr(module, rows)[-1]))
    name = getattr(module, rows)[-1].name if rows == "COMPUTED" else QUESTIONS[-1].gives
    with pytest.raises(RuleError, match=name):
        module._questions_of()


def test_a_question_read_under_the_name_of_another_is_named(monkeypatch):
    said = next(question for question in QUESTIONS if question.in_words)
    monkeypatch.setattr(questions, "QUESTIONS", (*QUESTIONS, replace(said, id="another_sum")))
    with pytest.raises(RuleError, match=said.in_words):
        questions._by_id()


def test_a_problem_is_asked_for_by_its_row():
    facts = Facts(problem=frozenset({"unusable"}))
    assert facts.chose(UNUSABLE) is True and facts.chose(LATE) is False and facts.chose(LATE, UNUSABLE) is True
    assert facts.chose() is False and Facts().chose(UNUSABLE) is None


class Recorder(dict):
    """Values that remember which of them were looked at."""

    def __init__(self, values):
        super().__init__(values)
        self.seen = set()

    def get(self, key, default=None):
        self.seen.add(key)
        return super().get(key, default)


@pytest.mark.parametrize("row", COMPUTED, ids=lambda row: row.name)
def test_what_is_computed_reads_what_it_says_it_reads(row):
    seen = set()
    for problem in ({"late"}, {"not_delivered"}):
        for promised in ("stated", "none", None):
            for asked_on in (None, on(date(2026, 11, 22))):
                values = Recorder({"problem": problem, "promised": promised, "asked_on": asked_on, "paid_on": on(date(2024, 11, 20))})
                row.of(values, NOW)
                seen |= values.seen
    if row.name == "order_gone":
        row.of(values := Recorder({"order_stands": "no"}), NOW)
        seen |= values.seen
    assert seen == {*row.questions, *row.beside}
    for id in row.articles:
        statutes.article(id)


def test_a_sum_that_is_rough_is_told_and_not_counted_with():
    exact, rough, foreign = (
        read_answers({"goods": "game_card", "paid_amount": typed}, NOW, partial=True)
        for typed in ("60", "六千多", "19.99 美元，账单 142.60 元")
    )
    assert (exact.paid_fen, exact.paid_said) == (6000, None)
    assert (rough.paid_fen, rough.paid_said) == (None, "六千多元")
    assert (foreign.paid_fen, foreign.paid_said) == (14260, "19.99 美元")
