"""What is known. Every fact may be unknown (``None``), and unknown is not no."""

from dataclasses import field, make_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from checker.ask.computed import COMPUTED
from checker.ask.problems import Problem
from checker.ask.questions import QUESTIONS
from checker.errors import RuleError


def _questions_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, questions in (
        *((question.gives, (question.id,)) for question in QUESTIONS),
        *((question.in_words, (question.id,)) for question in QUESTIONS if question.in_words),
        *((row.name, row.questions) for row in COMPUTED),
    ):
        if name in found:
            raise RuleError(f"the fact {name} is given twice, by {'、'.join(found[name])} and by {'、'.join(questions)}")
        found[name] = questions
    return found


QUESTIONS_OF = _questions_of()
"""For each fact, the ids of the questions that give it."""


class _Read:
    """What follows from the facts alone."""

    __slots__ = ()

    if TYPE_CHECKING:
        problem: frozenset[str] | None
        purpose: str | None
        seller_kind: str | None
        channel: str | None
        money_held: str | None

    def chose(self, *problems: Problem) -> bool | None:
        """Whether one of these problems was chosen; ``None`` when the reader could not say what happened."""
        chosen = self.problem
        if chosen is None:
            return None
        for each in problems:  # noqa: SIM110 (asked a hundred times for each verdict)
            if each.id in chosen:
                return True
        return False

    @property
    def may_complain_as_consumer(self) -> bool:
        """Whether consumer law is open: bought for daily life, and not from a private person who sells now and then."""
        return self.purpose == "self" and self.seller_kind != "individual"

    @property
    def past_any_platform(self) -> bool:
        """Whether the money went to a person past any platform that could step in."""
        return self.channel == "transfer" and self.money_held != "held"

    @property
    def only_contract(self) -> bool:
        """Whether consumer law is known to be closed. Not knowing is not the same."""
        return self.purpose == "resale" or self.seller_kind == "individual"


if TYPE_CHECKING:

    class Facts(_Read):
        """The facts as a type checker sees them: what is computed by its type, and anything that a question gives."""

        __dataclass_fields__: ClassVar[dict[str, Any]]
        overdue: bool | None
        may_be_demanded: bool | None
        due_on: date | None
        seven_days_open: bool | None
        ninety_days_open: bool | None
        stalled: bool | None
        order_gone: bool | None

        def __init__(self, **facts: Any) -> None: ...

        def __getattr__(self, name: str) -> Any: ...

else:
    Facts = make_dataclass(
        "Facts",
        [(name, Any, field(default=None)) for name in QUESTIONS_OF],
        bases=(_Read,),
        namespace={
            "__module__": __name__,
            "__doc__": """The facts of one case, one field for each question and each row of :mod:`checker.ask.computed`.

    Choices keep the option's value, several choices a set of values; ``None`` is 不清楚 or not asked. Money is in 分, durations in minutes, a
    time is a :class:`checker.ask.when.When`.
    """,
        },
        frozen=True,
        slots=True,
        kw_only=True,
    )
