"""The shape of a question, and when it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["choice", "choices", "date", "moment", "duration", "money", "number", "text"]
"""``moment`` is a date, with a time of day where it is known; ``duration`` a number with its unit."""
Answer = str | list[str]

UNKNOWN = "unknown"
"""The option value that means 不清楚. It becomes ``None`` in :class:`checker.ask.facts.Facts`."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value in the data and the words on the page."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One page of the form. ``stage`` is one of the four named stages, ``heading`` what the page is about.

    A ``later`` page holds only what a text can use and the conclusion can do without. It is not on the way to the conclusion;
    the list of answers and the conclusion lead to it.
    """

    id: str
    stage: str
    heading: str
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, with every word the reader sees about it.

    ``asked_when`` holds pairs (question id, values). The question is asked when, for each pair, that earlier question is
    itself asked and its answer is one of the values (for several choices: contains one of them). Equality is all there is,
    because the page must reach the same result in JavaScript. ``required`` means that an answer has to be given, 不清楚
    included; other questions may be left empty, which says 不清楚.
    """

    id: str
    topic: str
    kind: Kind
    label: str
    hint: str
    why: str
    error: str
    options: tuple[Option, ...] = ()
    asked_when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    required: bool = True
    at_most: int = 1
    """For ``choices``: how many may be chosen; 0 means any number."""
    event: str = ""
    """For dates: what happened on that day, as the timeline of the result says it."""
    blank: str = ""
    """What stands in a text as 【请填写：…】 when the answer is open, where a text has such a place."""


def chosen(answer: Answer | None) -> tuple[str, ...]:
    """The values of an answer, whatever its shape; an empty answer has none."""
    if answer is None or answer == "":
        return ()
    return (answer,) if isinstance(answer, str) else tuple(answer)


def asked(questions: tuple[Question, ...], answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """The questions that are asked given these answers, in order. Questions only ever depend on earlier ones."""
    open_ids: set[str] = set()
    result = []
    for question in questions:
        if all(source in open_ids and set(values) & set(chosen(answers.get(source))) for source, values in question.asked_when):
            open_ids.add(question.id)
            result.append(question)
    return tuple(result)
