"""The shape of a rule, and how one is applied. Code inside a skeleton of data: only the predicates are code."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.problems import Problem
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
    """What the other side is likely to say, and the answer to it. ``ground``: the option of ``refusal_ground`` that says the same."""

    they_say: str
    answer: str
    ground: str | None = None


ENDING = ("mfd-563", "mfd-565", "mfd-566")
"""When a contract may be ended, how, and what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: met when every condition holds, no exception does, and no defence is known to hold.

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
    defences: tuple[Condition, ...] = ()
    """What the other side has to show (民法典 496, 民诉法 67 and the like). Known to be so, it defeats the rule; not known, it
    leaves the rule met, and the reader is told what would defeat it."""
    remedy: str | None = None
    by_wish: dict[str, str] = field(default_factory=dict)
    """Other remedies, by what the reader wants (``wish``): ``refund`` or ``goods``."""
    proof: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    cites: Callable[[Facts], tuple[str, ...]] | None = None
    """Which of ``articles`` fit these facts, where not all of them do."""
    answers: Callable[[Facts], Mapping[str, str]] | None = None
    """What meets a reason that the other side gave (an option of ``refusal_ground``), where the general answer would miss the point of
    this rule. ``objections`` are shown before anybody gave them; these are not."""
    ends_contract: Callable[[Facts], bool] | None = None
    """Whether the money back rests on ending the contract. The text to the other party is then the notice that ends it (民法典 563, 565),
    and what is asked for follows from 566."""
    conduct_on: tuple[str, ...] | None = None
    """For rules about what the other side did later: the facts that say on which day. The law of that day governs it, today's where the day
    is not known; without it, that of the day of payment."""

    def ends_the_contract(self, facts: Facts) -> bool:
        """Whether what this rule grants rests on ending the contract. Who still wants the goods does not end it."""
        return facts.wish != "goods" and self.ends_contract is not None and self.ends_contract(facts)

    def articles_for(self, facts: Facts) -> tuple[str, ...]:
        """The articles to cite for these facts.

        :raises RuleError: ``cites`` names an article that ``articles`` does not declare.
        """
        cited = self.cites(facts) if self.cites else self.articles
        if self.ends_the_contract(facts):
            cited = tuple(dict.fromkeys((*cited, *ENDING)))
        if not set(cited) <= set(self.articles):
            raise RuleError(f"rule {self.id} cites an article that it does not declare")
        return cited

    def remedy_for(self, facts: Facts) -> str | None:
        """What this rule grants to a reader who wants this."""
        return self.by_wish.get(facts.wish or "", self.remedy)

    @property
    def reads(self) -> tuple[str, ...]:
        """The facts that this rule looks at, each once, in the order of its conditions."""
        return tuple(dict.fromkeys(name for c in (*self.conditions, *self.exceptions, *self.defences) for name in c.reads))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule applied to the facts. ``missing`` names the questions that would decide it, ``failed`` what stands
    against it, ``lookups`` what is worth a second look where that alone stands against it,
    ``open_defences`` what the other side could still show.
    """

    rule: Rule
    status: Status
    missing: tuple[str, ...]
    failed: tuple[str, ...]
    lookups: tuple[str, ...]
    open_defences: tuple[str, ...]
    relevant: bool
    """Whether the rule's first condition, the story it is about, is not ruled out."""


LOOKED_UP = {
    "could_correct": "付款以前，有没有核对、改正的那一步",
    "confirmed_no_return": "付款的时候，有没有单独一步确认不支持无理由退货",
    "validity_stated": "商品页、付款页上，有效期写在哪里",
    "charge": "账单上的每一笔，各对应哪个订单编号",
    "promise_kind": "承诺写明的条件是哪几条",
    "promise_met": "承诺写明的条件是哪几条",
}
"""What stands on a page or a bill, so that one can misremember it honestly and look it up, said without the answer that would help. What
the reader did, knew, wanted or agreed to is not among it: to say which answer would win is to ask for it."""


def apply(rule: Rule, facts: Facts) -> Finding:
    """Apply one rule. Unknown facts never count as no: they leave the finding undetermined unless a condition fails anyway."""
    results = [(c, c.holds(facts)) for c in rule.conditions]
    results += [(c, _not(c.holds(facts))) for c in rule.exceptions]
    defences = [(c, c.holds(facts)) for c in rule.defences]
    against = [c for c, held in results if held is False] + [c for c, held in defences if held]
    open_conditions = [c for c, held in results if held is None]
    status: Status = "not_met" if against else "undetermined" if open_conditions else "met"
    return Finding(
        rule=rule,
        status=status,
        missing=missing_questions(open_conditions, facts) if status == "undetermined" else (),
        failed=tuple(c.otherwise for c in against),
        lookups=_lookups(against) if against else (),
        open_defences=tuple(c.sentence for c, held in defences if held is None) if status == "met" else (),
        relevant=results[0][1] is not False,
    )


def _lookups(against: list[Condition]) -> tuple[str, ...]:
    """What to look up, if nothing stands against a rule but what can be looked up."""
    names = dict.fromkeys(name for condition in against for name in condition.reads)
    return tuple(dict.fromkeys(LOOKED_UP[name] for name in names)) if names.keys() <= LOOKED_UP.keys() else ()


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


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


def all_of(*truths: Truth) -> Truth:
    """True when all are, false as soon as one is, unknown otherwise."""
    if False in truths:
        return False
    return None if None in truths else True


def any_of(*truths: Truth) -> Truth:
    """True as soon as one is, false when all are, unknown otherwise."""
    return _not(all_of(*(_not(truth) for truth in truths)))


def is_one_of(value: str | None, *values: str) -> Truth:
    """Whether a choice is among ``values``; unknown when it is unknown."""
    return None if value is None else value in values


def is_none_of(value: str | None, *values: str) -> Truth:
    """Whether a choice is outside ``values``; unknown when it is unknown."""
    return _not(is_one_of(value, *values))


def chose(*problems: Problem | str, sentence: str) -> Condition:
    """The story is one of these problems."""
    return Condition(
        sentence=sentence,
        otherwise="你说的不是这种情况。",
        reads=("problem",),
        holds=lambda facts: facts.chose(*problems),
    )


def story(problem: str, name: str, *values: str, sentence: str) -> Condition:
    """The story is this problem, and of the kind that the finer answer ``name`` gives."""
    return Condition(
        sentence=sentence,
        otherwise="你说的不是这种情况。",
        reads=("problem", name),
        holds=lambda facts: all_of(facts.chose(problem), is_one_of(getattr(facts, name), *values)),
    )


def among(name: str, *values: str, sentence: str, otherwise: str) -> Condition:
    """The fact ``name`` is one of ``values``; unknown when it is unknown."""
    return Condition(
        sentence=sentence,
        otherwise=otherwise,
        reads=(name,),
        holds=lambda facts: is_one_of(getattr(facts, name), *values),
    )


def true(name: str, *, sentence: str, otherwise: str) -> Condition:
    """The three-valued fact ``name`` is true."""
    return Condition(sentence=sentence, otherwise=otherwise, reads=(name,), holds=lambda facts: getattr(facts, name))
