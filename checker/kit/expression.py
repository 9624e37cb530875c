"""Facts as expressions: ``F.charge.is_("renewal") & F.goods_used.is_("untouched")``.

An expression is a three-valued predicate that knows which facts it reads, and can be taken apart: when a question is asked is computed
from it. A name that is no fact and a value that is no option fail while the module that says them is imported.
"""

from collections.abc import Callable
from typing import Protocol

from checker.ask.computed import COMPUTED
from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.question import UNKNOWN
from checker.ask.questions import BY_ID
from checker.errors import RuleError
from checker.kit.truth import Truth, all_of, any_of, negated

ONE_OF = {row.name: set(row.one_of) for row in COMPUTED}


class Expression:
    """Something that is so, is not so, or is not known. ``holds`` says which; ``reads``: the facts it looks at, each once, in the order in which
    it says them. Not a dataclass: hundreds are made whenever the rules are imported.
    """

    __slots__ = ("holds", "reads")

    def __init__(self, holds: Callable[[Facts], Truth], reads: tuple[str, ...]) -> None:
        self.holds = holds
        self.reads = reads

    def __and__(self, other: "Expression") -> "All":
        return All((self, other))

    def __or__(self, other: "Expression") -> "Any":
        return Any((self, other))

    def __invert__(self) -> "Not":
        return Not(self)


def _reads(parts: tuple[Expression, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part.reads))


class All(Expression):
    """All of the parts."""

    __slots__ = ("parts",)
    __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Expression, ...]) -> None:
        predicates = tuple(part.holds for part in parts)
        super().__init__(lambda facts: all_of(predicate(facts) for predicate in predicates), _reads(parts))
        self.parts = parts


class Any(Expression):
    """At least one of the parts."""

    __slots__ = ("parts",)
    __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Expression, ...]) -> None:
        predicates = tuple(part.holds for part in parts)
        super().__init__(lambda facts: any_of(predicate(facts) for predicate in predicates), _reads(parts))
        self.parts = parts


class Not(Expression):
    """The part is not so."""

    __slots__ = ("part",)
    __match_args__ = ("part",)

    def __init__(self, part: Expression) -> None:
        predicate = part.holds
        super().__init__(lambda facts: negated(predicate(facts)), part.reads)
        self.part = part


class Unless(Expression):
    """The part is not known to be so."""

    __slots__ = ("part",)
    __match_args__ = ("part",)

    def __init__(self, part: Expression) -> None:
        predicate = part.holds
        super().__init__(lambda facts: predicate(facts) is not True, part.reads)
        self.part = part


class OneOf(Expression):
    """A choice is one of these values; of several choices, one of them was made."""

    __slots__ = ("name", "values")

    def __init__(self, holds: Callable[[Facts], Truth], name: str, values: frozenset[str]) -> None:
        super().__init__(holds, (name,))
        self.name = name
        self.values = values


def computed(holds: Callable[[Facts], Truth], *reads: "Fact") -> Expression:
    """A predicate in plain Python, for what the operators can not say, with the facts that it reads."""
    return Expression(holds, tuple(fact.name for fact in reads))


ALWAYS = Expression(lambda facts: True, ())
NEVER = Expression(lambda facts: False, ())


class Row(Protocol):
    """A row that stands for one option: a problem, a kind of goods, a reason for a refusal."""

    @property
    def id(self) -> str:
        """The option's value."""


class Fact:
    """One fact, by name. The methods make expressions; each is unknown where the fact is."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def is_(self, *values: "str | Row") -> OneOf:
        """The choice is one of these options."""
        wanted, name = self._options(values), self.name

        def holds(facts: Facts) -> Truth:
            value = getattr(facts, name)
            return None if value is None else value in wanted

        return OneOf(holds, name, wanted)

    def has(self, *values: "str | Row") -> OneOf:
        """Among the choices is at least one of these options."""
        wanted, name = self._options(values), self.name

        def holds(facts: Facts) -> Truth:
            chosen = getattr(facts, name)
            return None if chosen is None else not wanted.isdisjoint(chosen)

        return OneOf(holds, name, wanted)

    @property
    def holds(self) -> Expression:
        """The three-valued fact is true."""
        name = self.name
        return Expression(lambda facts: getattr(facts, name), (name,))

    def _options(self, options: "tuple[str | Row, ...]") -> frozenset[str]:
        """The values, once they are known to be options of the one question behind this fact.

        :raises RuleError: they are not.
        """
        values = [each if isinstance(each, str) else each.id for each in options]
        known = ONE_OF.get(self.name) or {option.value for id in QUESTIONS_OF[self.name] for option in BY_ID[id].options} - {UNKNOWN}
        if unknown := [value for value in values if value not in known]:
            raise RuleError(f"{self.name} has no option {', '.join(unknown)}")
        return frozenset(values)


class Reading:
    """Facts that words or sums are made from, and when they are looked at. From it follows when their questions are asked."""

    __slots__ = ("names", "when")

    def __init__(self, names: tuple[str, ...], when: Expression) -> None:
        self.names = names
        self.when = when


def reading(*facts: Fact, when: Expression = ALWAYS) -> Reading:
    """These facts, looked at where ``when`` is known to be so."""
    return Reading(tuple(fact.name for fact in facts), when)


class _Facts:
    """``F.goods`` is the fact ``goods``."""

    def __getattr__(self, name: str) -> Fact:
        if name not in QUESTIONS_OF:
            raise RuleError(f"there is no fact {name}")
        return Fact(name)


F = _Facts()


def unless(known: Expression) -> "Unless":
    """Yes as long as ``known`` is not known to be so: what is not known does not stand in the way."""
    return Unless(known)
