"""The shape of a rule, and how one is applied. Code inside a skeleton of data: only the predicates are code."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from checker.ask.facts import QUESTIONS_OF, Facts
from checker.errors import RuleError
from checker.law.thresholds import Basis

Truth = bool | None
Status = Literal["met", "not_met", "undetermined"]
Route = Literal["ordinary", "minor", "unauthorised_payment", "unlawful_goods", "scam"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that has to be so: a sentence for the page, a sentence for when it is not, and a three-valued predicate.

    ``reads`` names the facts that the predicate looks at; those of them that are unknown would decide it.
    """

    sentence: str
    otherwise: str
    reads: tuple[str, ...]
    holds: Callable[[Facts], Truth]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What the other side is likely to say, and the answer to it."""

    they_say: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: met when every condition holds and no exception does.

    ``basis`` tells law from a platform's own rule and from common practice. ``articles`` are ids of the statute table; the
    finding cites those among them that fit the day, the buyer and the goods. ``proof`` lists kinds of evidence of which one
    is enough to show the core of the case. ``meaning`` explains the rule on the generated page, ``because`` is the reason
    given when it is met.
    """

    id: str
    route: Route
    title: str
    basis: Basis
    articles: tuple[str, ...]
    meaning: str
    because: str
    conditions: tuple[Condition, ...]
    exceptions: tuple[Condition, ...] = ()
    remedy: str | None = None
    proof: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    cites: Callable[[Facts], tuple[str, ...]] | None = None
    """Which of ``articles`` fit these facts, where not all of them do."""

    def articles_for(self, facts: Facts) -> tuple[str, ...]:
        """The articles to cite for these facts.

        :raises RuleError: ``cites`` names an article that ``articles`` does not declare.
        """
        cited = self.cites(facts) if self.cites else self.articles
        if not set(cited) <= set(self.articles):
            raise RuleError(f"rule {self.id} cites an article that it does not declare")
        return cited

    @property
    def reads(self) -> tuple[str, ...]:
        """The facts that this rule looks at, each once, in the order of its conditions."""
        return tuple(dict.fromkeys(name for c in (*self.conditions, *self.exceptions) for name in c.reads))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule applied to the facts. ``missing`` names the questions that would decide it, ``failed`` what stands
    against it, ``would_change`` the conditions that would have to hold instead."""

    rule: Rule
    status: Status
    missing: tuple[str, ...]
    failed: tuple[str, ...]
    would_change: tuple[str, ...]
    relevant: bool
    """Whether the rule's first condition, the story it is about, is not ruled out."""


def apply(rule: Rule, facts: Facts) -> Finding:
    """Apply one rule. Unknown facts never count as no: they leave the finding undetermined unless a condition fails anyway."""
    results = [(c, c.holds(facts)) for c in rule.conditions]
    results += [(c, None if (held := c.holds(facts)) is None else not held) for c in rule.exceptions]
    failing = [c for c, held in results if held is False]
    failed = tuple(c.otherwise for c in failing)
    would_change = tuple(c.sentence for c in failing if c not in rule.exceptions)
    open_conditions = [c for c, held in results if held is None]
    relevant = results[0][1] is not False
    if failed:
        return Finding(rule=rule, status="not_met", missing=(), failed=failed, would_change=would_change, relevant=relevant)
    if open_conditions:
        return Finding(rule=rule, status="undetermined", missing=missing_questions(open_conditions, facts), failed=(), would_change=(), relevant=relevant)
    return Finding(rule=rule, status="met", missing=(), failed=(), would_change=(), relevant=relevant)


def missing_questions(conditions: Iterable[Condition], facts: Facts) -> tuple[str, ...]:
    """The questions behind the unknown facts of these conditions.

    :raises RuleError: a condition is open although every fact it declares is known.
    """
    found: list[str] = []
    for condition in conditions:
        unknown = [name for name in condition.reads if getattr(facts, name) is None]
        if not unknown:
            raise RuleError(f"condition is open but reads only known facts: {condition.sentence}")
        found += [id for name in unknown for id in QUESTIONS_OF[name]]
    return tuple(dict.fromkeys(found))


def chose(*problems: str, sentence: str) -> Condition:
    """The story is one of these problems."""
    return Condition(
        sentence=sentence, otherwise="你说的不是这种情况。", reads=("problem",), holds=lambda facts: facts.chose(*problems),
    )


def among(name: str, *values: str, sentence: str, otherwise: str) -> Condition:
    """The fact ``name`` is one of ``values``; unknown when it is unknown."""

    def holds(facts: Facts) -> Truth:
        value = getattr(facts, name)
        return None if value is None else value in values

    return Condition(sentence=sentence, otherwise=otherwise, reads=(name,), holds=holds)


def true(name: str, *, sentence: str, otherwise: str) -> Condition:
    """The three-valued fact ``name`` is true."""
    return Condition(sentence=sentence, otherwise=otherwise, reads=(name,), holds=lambda facts: getattr(facts, name))
