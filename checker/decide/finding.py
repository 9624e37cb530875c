"""One rule applied to the facts of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.questions import QUESTIONS
from checker.errors import RuleError
from checker.kit.rule import ClaimRule, Condition, Rule, Status
from checker.kit.truth import negated

Given = TypeVar("Given", bound=Rule)
Kind = TypeVar("Kind", bound=Rule, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding(Generic[Kind]):
    """One rule applied to the facts. ``missing`` names the questions that would decide it, ``failed`` what stands
    against it, ``lookups`` what is worth a second look where that alone stands against it,
    ``open_defences`` what the other side could still show.
    """

    rule: Kind
    status: Status
    missing: tuple[str, ...]
    failed: tuple[str, ...]
    lookups: tuple[str, ...]
    open_defences: tuple[str, ...]
    relevant: bool
    """Whether the story that the rule is about is not ruled out."""
    story_told: bool
    """Whether the reader told that story."""


_LOOKED_UP = {question.gives: question.looked_up for question in QUESTIONS if question.looked_up}


def apply(rule: Given, facts: Facts) -> Finding[Given]:
    """Apply one rule. Unknown facts never count as no: they leave the finding undetermined unless a condition fails anyway."""
    told = rule.story.so.holds(facts)
    results = [(rule.story, told), *((c, c.so.holds(facts)) for c in rule.conditions)]
    results += [(c, negated(c.so.holds(facts))) for c in rule.exceptions]
    defences = [(c, c.so.holds(facts)) for c in rule.defences]
    against = [c for c, held in results if held is False] + [c for c, held in defences if held]
    open_conditions = [c for c, held in results if held is None]
    status: Status = "not_met" if against else "undetermined" if open_conditions else "met"
    return Finding(
        rule=rule,
        status=status,
        missing=missing_questions(open_conditions, facts) if status == "undetermined" else (),
        failed=tuple(c.fails for c in against),
        lookups=_lookups(against) if against else (),
        open_defences=tuple(c.sentence for c, held in defences if held is None) if status == "met" else (),
        relevant=told is not False,
        story_told=told is True,
    )


def is_met(finding: Finding[Rule]) -> bool:
    """Whether the rule is met."""
    return finding.status == "met"


def claims_met(findings: Iterable[Finding[Rule]]) -> tuple[ClaimRule, ...]:
    """The rules among these that are met and grant something, in order."""
    return tuple(finding.rule for finding in findings if is_met(finding) and isinstance(finding.rule, ClaimRule))


def at_issue(leading: ClaimRule, findings: Iterable[Finding[Rule]]) -> ClaimRule:
    """What the dispute is about: the rule that leads, or where that is an agreed refund, what the refund was agreed for."""
    if not leading.after_agreement:
        return leading
    return next((rule for rule in claims_met(findings) if not rule.after_agreement), leading)


def _lookups(against: list[Condition]) -> tuple[str, ...]:
    """What to look up, if nothing stands against a rule but what can be looked up."""
    names = dict.fromkeys(name for condition in against for name in condition.so.reads)
    return tuple(dict.fromkeys(_LOOKED_UP[name] for name in names)) if names.keys() <= _LOOKED_UP.keys() else ()


def missing_questions(conditions: Iterable[Condition], facts: Facts) -> tuple[str, ...]:
    """The questions behind the unknown facts of these conditions.

    :raises RuleError: a condition is open although every fact it declares is known.
    """
    found: list[str] = []
    for condition in conditions:
        unknown = [name for name in condition.so.reads if getattr(facts, name) is None]
        if not unknown:
            raise RuleError(f"condition is open but reads only known facts: {condition.sentence}")
        found += [id for name in unknown for id in QUESTIONS_OF[name]]
    return tuple(dict.fromkeys(found))
