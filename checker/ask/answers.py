"""Raw answers -> the questions that are asked -> Facts, or all errors at once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from checker.ask import read
from checker.ask.computed import COMPUTED
from checker.ask.facts import Facts
from checker.ask.periods import read_period
from checker.ask.question import UNKNOWN, Answer, Question, asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.sums import read_sum
from checker.ask.times import read_when
from checker.ask.unsure import leave_out
from checker.errors import AnswerError, AnswerErrors

RELATED = tuple((question.id, relation) for question in QUESTIONS for relation in question.relations)
SUMS = tuple((question.id, question.in_words) for question in QUESTIONS if question.kind == "money")


def read_answers(raw: Mapping[str, Any], now: datetime, *, partial: bool = False) -> Facts:
    """The facts of a case, from raw strings and lists of strings.

    Answers to questions that are not asked are dropped. ``now`` carries the reader's offset; dates are read as the
    reader's local dates. ``partial``: the reader is still answering, so what is missing is not known yet, and no error.

    :raises AnswerErrors: every answer that cannot be read or is missing, each with its question.
    """
    errors: list[AnswerError] = []
    answers: dict[str, Answer] = {}
    for id, answer in raw.items():
        if id not in BY_ID:
            errors.append(AnswerError(field=id, code="unknown-question", message=f"没有“{read.clean(id)[:40]}”这个问题"))
        elif isinstance(answer, str) or (isinstance(answer, list) and all(isinstance(v, str) for v in answer)):
            answers[id] = answer
        else:
            errors.append(AnswerError(field=id, code="type", message=f"“{BY_ID[id].label}”的答案要写成文字"))
    values: dict[str, Any] = {}
    misshapen = {error.field for error in errors}
    for question in asked(QUESTIONS, answers):
        if question.id in misshapen:
            continue
        try:
            values[question.id] = _value(question, answers.get(question.id), now)
        except read.Unreadable as problem:
            if partial and problem.code == "missing":
                continue
            errors.append(AnswerError(field=question.id, code=problem.code, message=_message(question, problem)))
    leave_out(values)
    words: dict[str, str] = {}
    for id, in_words in SUMS:
        amount = values.get(id)
        if amount is not None:
            values[id] = amount.fen
            if in_words and amount.said:
                words[in_words] = amount.said
    errors += _contradictions(values)
    if errors:
        order = list(BY_ID)
        raise AnswerErrors(sorted(errors, key=lambda e: order.index(e.field) if e.field in order else -1))
    return _facts(values, words, now)


def _message(question: Question, problem: read.Unreadable) -> str:
    if not problem.sentence:
        return question.error
    # “付款日期要写成年月日……” names what is asked for before it tells the format: 付款日期 + 不能晚于今天.
    subject, told, _ = question.error.partition("要写成")
    return f"{subject.rstrip('，')}{problem.sentence}" if told else f"{question.error}，{problem.sentence}"


def _value(question: Question, answer: Answer | None, now: datetime) -> Any:
    """The value of one answer, ``None`` for 不清楚."""
    given = [value for value in chosen(answer) if read.clean(value)]
    if not given:
        if question.required:
            raise read.Unreadable("missing")
        return None
    if question.kind in ("choice", "choices"):
        return _choice(question, given)
    if len(given) > 1:
        raise read.Unreadable("several")
    typed = given[0]
    if typed == UNKNOWN:
        return None
    match question.kind:
        case "text":
            return read.text(typed)
        case "number":
            return _number(question, typed)
        case "money":
            return read_sum(typed)
        case "when":
            return read_when(typed, now)
        case "duration":
            return read.duration(typed)
        case "period":
            return read_period(typed)


def _number(question: Question, typed: str) -> int:
    value = read.number(typed)
    if value < question.least or (question.most is not None and value > question.most):
        raise read.Unreadable("out-of-range")
    return value


def too_many(at_most: int) -> str:
    """What is said where more was chosen than goes together."""
    return f"最多选 {at_most} 项"


def _choice(question: Question, given: list[str]) -> str | frozenset[str] | None:
    known = {option.value for option in question.options}
    if not set(given) <= known:
        raise read.Unreadable("unknown-option")
    if question.kind == "choice":
        if len(given) > 1:
            raise read.Unreadable("several", "只能选一项")
        return None if given[0] == UNKNOWN else given[0]
    if question.at_most and len(set(given)) > question.at_most:
        raise read.Unreadable("too-many", too_many(question.at_most))
    for alone in (UNKNOWN, "none"):
        if alone in given and len(set(given)) > 1:
            label = next(option.label for option in question.options if option.value == alone)
            raise read.Unreadable("contradiction", f"选了“{label}”，就不要再选别的")
    return None if UNKNOWN in given else frozenset(given)


def _contradictions(values: Mapping[str, Any]) -> list[AnswerError]:
    """Answers that cannot both be right, named at the question that says so."""
    return [
        AnswerError(field=id, code=relation.code, message=relation.sentence)
        for id, relation in RELATED
        if relation.broken(values.get(id), values)
    ]


def _facts(values: Mapping[str, Any], words: Mapping[str, str], now: datetime) -> Facts:
    """What was answered, under the names of its facts, and what follows from it by computation."""
    given = {question.gives: values[question.id] for question in QUESTIONS if question.id in values}
    return Facts(**given, **words, **{row.name: row.of(values, now) for row in COMPUTED})
