"""The shape of a question: its words, when it is asked, what its answer may be, and which fact it gives. All of it is data."""

import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from checker.ask.when import When

Kind = Literal["choice", "choices", "when", "duration", "period", "money", "number", "text"]
"""``when`` is a time as one knows it (:mod:`checker.ask.when`), ``money`` a sum (:mod:`checker.ask.sums`), ``duration`` a number with its unit, ``period`` days or working days."""
Answer = str | list[str]

UNKNOWN = "unknown"
"""The option value that means 不清楚. It becomes ``None`` in :class:`checker.ask.facts.Facts`."""


def chosen(answer: str | Iterable[str] | None) -> tuple[str, ...]:
    """The values of an answer, whatever its shape; an empty answer has none."""
    if answer is None or answer == "":
        return ()
    return (answer,) if isinstance(answer, str) else tuple(answer)


@dataclass(frozen=True, slots=True)
class Equals:
    """That earlier question is itself asked, and its answer is one of these values (for several choices: contains one of them)."""

    question: str
    one_of: tuple[str, ...]

    def holds(self, answers: Mapping[str, Any], asked: Collection[str]) -> bool:
        """Whether it is so, given all answers and the ids of the questions that are asked."""
        return self.question in asked and any(value in self.one_of for value in chosen(answers.get(self.question)))


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; of no parts, always."""

    all: "tuple[Condition, ...]"

    def holds(self, answers: Mapping[str, Any], asked: Collection[str]) -> bool:
        """Whether it is so, given all answers and the ids of the questions that are asked."""
        # Not all(…): a generator for every question of every request is what this would cost.
        for part in self.all:  # noqa: SIM110
            if not part.holds(answers, asked):
                return False
        return True


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; of no parts, never."""

    any: "tuple[Condition, ...]"

    def holds(self, answers: Mapping[str, Any], asked: Collection[str]) -> bool:
        """Whether it is so, given all answers and the ids of the questions that are asked."""
        return any(part.holds(answers, asked) for part in self.any)


Condition = Equals | AllOf | AnyOf
"""When a question is asked. This is all there is, because the page must reach the same result in JavaScript: it gets the same tree as JSON,
field for field (`checker/web/topics.mjs`)."""

ALWAYS = AllOf(())


def condition(row: Mapping[str, Any]) -> Condition:
    """The condition that a row of the table ``asked_when`` stands for."""
    if "question" in row:
        return Equals(row["question"], tuple(row["one_of"]))
    if "all" in row:
        return AllOf(tuple(condition(part) for part in row["all"]))
    return AnyOf(tuple(condition(part) for part in row["any"]))


MustBe = Literal["<=", "<", ">=", "!="]
_HOLDS: Mapping[MustBe, Callable[[Any, Any], bool]] = {"<=": operator.le, "<": operator.lt, ">=": operator.ge, "!=": operator.ne}


def _ends(must_be: MustBe, value: Any, other: Any) -> tuple[Any, Any]:
    """What is compared: of times the days that leave it possible, so that only what cannot be right is called wrong."""
    if not isinstance(value, When):
        return value, other
    return (value.last, other.first) if must_be == ">=" else (value.first, other.last)


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """What has to be so between the answer that carries it and that to ``other``, a question of the same kind.

    Where either is not known there is nothing to compare. ``code`` is for machines, ``sentence`` tells the reader what cannot both be
    right. ``only_if`` and ``unless`` narrow it to the stories in which it is so, by the answers to choices.
    """

    must_be: MustBe
    other: str
    code: str
    sentence: str
    only_if: Condition = ALWAYS
    unless: Condition = AnyOf(())

    def broken(self, value: Any, values: Mapping[str, Any]) -> bool:
        """Whether ``value`` contradicts the other value among those that were read, each under the id of its question."""
        other = values.get(self.other)
        if value is None or other is None or _HOLDS[self.must_be](*_ends(self.must_be, value, other)):
            return False
        return self.only_if.holds(values, values.keys()) and not self.unless.holds(values, values.keys())


@dataclass(frozen=True, slots=True, eq=False)
class Instead:
    """An exception: when a question is asked, and why not as it is computed from what reads its fact."""

    when: Condition
    because: str


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One choice: the value in the data, the words on the page, and the heading above it and its like, where the options have headings."""

    value: str
    label: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Topic:
    """One page of the form. ``stage`` is one of the four named stages, ``heading`` what the page is about.

    A ``later`` page holds only what a text can use and the conclusion can do without. It is not on the way to the conclusion;
    the list of answers and the conclusion lead to it.
    """

    id: str
    stage: str
    heading: str
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """One question, with every word the reader sees about it and all that its answer has to satisfy.

    ``required`` means that an answer has to be given, 不清楚 included; other
    questions may be left empty, which says 不清楚.
    """

    id: str
    topic: str
    kind: Kind
    label: str
    hint: str
    why: str
    error: str
    options: tuple[Option, ...] = ()
    asked_instead: "Instead | None" = None
    """When it is asked, where that is not what follows from what reads its fact."""
    asked_when: Condition = ALWAYS
    """When it is asked; no question states it, the table ``asked_when`` does, which is made at build time."""
    required: bool = True
    at_most: int = 1
    """For ``choices``: how many may be chosen; 0 means any number."""
    least: int = 1
    """For numbers: the smallest that can be meant."""
    most: int | None = None
    """For numbers: the largest that can be meant, where there is one."""
    relations: tuple[Relation, ...] = ()
    """How the answer must stand to those given before; each that is broken is named."""
    fact: str = ""
    """The name of the fact that the answer gives, where it is not the question's id."""
    in_words: str = ""
    """For sums: the name of the fact that holds how it was said where it is not to the 分, or in the money of another country."""
    event: str = ""
    """For times: what happened then, as the timeline of the result says it."""
    looked_up: str = ""
    """What to look up where the answer alone stands against a claim: what stands on a page or a bill, so that one can misremember it
    honestly, said without the answer that would help. What the reader did, knew, wanted or agreed to has none: to say which answer would win is
    to ask for it."""
    ask_them: str = ""
    """What the other side is asked to show where it is open and can be known to it, as the end of “请说明：”."""
    blank: str = ""
    """What stands in a text as 【请填写：…】 when the answer is open, where a text has such a place."""

    @property
    def gives(self) -> str:
        """The name of the fact that the answer gives."""
        return self.fact or self.id


def under_headings(options: tuple[Option, ...]) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """The options that stand together under one heading, in their order."""
    return tuple((heading, tuple(group)) for heading, group in groupby(options, key=lambda option: option.heading))


def asked(questions: tuple[Question, ...], answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """The questions that are asked given these answers, in order. Questions only ever depend on earlier ones."""
    open_ids: set[str] = set()
    result = []
    for question in questions:
        if question.asked_when.holds(answers, open_ids):
            open_ids.add(question.id)
            result.append(question)
    return tuple(result)
