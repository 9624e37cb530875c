"""What the other side says, or is likely to say, and what can be answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from checker.ask.facts import Facts
from checker.ask.questions import BY_ID
from checker.errors import RuleError
from checker.kit.expression import ALWAYS, Expression


@dataclass(frozen=True, slots=True, eq=False)
class Objection:
    """What the other side is likely to say, and the answer to it. ``ground``: the option of ``refusal_ground`` that says the same."""

    they_say: str
    answer: str
    ground: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What meets reasons that the other side gave (options of ``refusal_ground``), where the general answer would miss the point of a rule.

    Objections are shown before anybody gave them; these are not. Of two that fit, the later one counts.
    """

    grounds: tuple[str, ...]
    words: str
    when: Expression

    def __post_init__(self) -> None:
        """Look the reasons up.

        :raises RuleError: there is no such reason.
        """
        known = {option.value for option in BY_ID["refusal_ground"].options}
        if unknown := set(self.grounds) - known:
            raise RuleError(f"refusal_ground has no option {', '.join(sorted(unknown))}")


def to(*grounds: str, say: str, when: Expression = ALWAYS) -> Answer:
    """What to say to these reasons, where ``when`` is so."""
    return Answer(grounds, say, when)


def answers_for(answers: Iterable[Answer], facts: Facts) -> dict[str, str]:
    """For each reason that one of them answers, the words."""
    return {ground: each.words for each in answers if each.when.holds(facts) for ground in each.grounds}
