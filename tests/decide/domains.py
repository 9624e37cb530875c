"""All values that each fact can take, unknown included; dates and amounts by a few that differ in effect.

They are drawn from what the question says of its answer, so that a new one needs no line here.
"""

from datetime import date
from itertools import combinations
from typing import get_type_hints

from checker.ask.computed import COMPUTED
from checker.ask.periods import Period
from checker.ask.question import UNKNOWN, Question
from checker.ask.questions import QUESTIONS
from checker.ask.when import on

BY_FACT = {question.gives: question for question in QUESTIONS}
ONE_OF = {row.name: row.one_of for row in COMPUTED}
COMPUTED_AS = {row.name: get_type_hints(row.of)["return"] for row in COMPUTED}
BY_TYPE = {bool | None: (None, True, False), date | None: (None, date(2026, 11, 26))}
WHOLE, PART = 30, 12
ALSO = {
    "paid_on": (date(2026, 2, 1),),
    "accepted_on": (date(2026, 3, 2), date(2026, 1, 5)),
}
"""Days with another effect: before the law of today, or so long ago that a period is over."""


def values(name: str) -> tuple:
    """Every value of the fact ``name``."""
    if ONE_OF.get(name):
        return (None, *ONE_OF[name])
    if name in COMPUTED_AS:
        return BY_TYPE[COMPUTED_AS[name]]
    question = BY_FACT[name]
    options = [option.value for option in question.options if option.value != UNKNOWN]
    match question.kind:
        case "choice":
            return (None, *options)
        case "choices" if not question.at_most:
            return (
                None,
                frozenset({"none"}),
                *(frozenset({kind}) for kind in options if kind != "none"),
                frozenset(set(options) - {"none"}),
            )
        case "choices":
            return (None, *(frozenset(chosen) for size in (1, 2) for chosen in combinations(options, size)))
        case "when":
            return (None, on(date(2026, 11, 20)), *map(on, ALSO.get(name, ())))
        case "period":
            return (None, Period(7, "natural_days", 7), Period(15, "working_days", 15))
        case "number":
            return (None, *_numbers(question))
        case "money":
            return (None, 5000 if question.relations else 9999)
    raise AssertionError(f"no rule may read {name}, which is {question.kind}")


def _numbers(question: Question) -> tuple[int, ...]:
    """A whole, or of a part: as little as there can be, some, and as much as the whole allows."""
    if not question.relations:
        return (min(WHOLE, question.most or WHOLE),)
    return (question.least, PART, *((WHOLE,) if all(relation.must_be == "<=" for relation in question.relations) else ()))
