"""Kinds of evidence: what each proves and how to get it; and what a rule says more exactly of one."""

from dataclasses import dataclass, replace
from functools import cache

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.errors import DataNotCovered, RuleError
from checker.law.table import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of evidence: its name on the page, as a letter lists it, what it proves, how to get it."""

    name: str
    attached: str
    proves: str
    how_to_get: str
    to_a_shop: str = ""
    """As a letter to a shop lists it, where a shop does not get it itself."""


@cache
def kinds() -> dict[str, Kind]:
    """Every kind, by option of the question ``evidence``, in the order of the table."""
    return {id: Kind(**row) for id, row in table("evidence", __package__).items()}


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One kind of evidence as it is for one rule: who holds it, and how to demand it, where that is more exact than in general."""

    kind: str
    proves: str | None = None
    how_to_get: str | None = None

    def __post_init__(self) -> None:
        """Look the kind up.

        :raises RuleError: there is no such kind.
        """
        if self.kind not in kinds():
            raise RuleError(f"there is no kind of evidence {self.kind}")

    @property
    def exact(self) -> Kind:
        """The kind with what this rule says of it."""
        general = kinds()[self.kind]
        return Kind(
            name=general.name,
            attached=general.attached,
            proves=self.proves or general.proves,
            how_to_get=self.how_to_get or general.how_to_get,
            to_a_shop=general.to_a_shop,
        )


def told_of(row: Kind, facts: Facts) -> Kind:
    """The kind in the words for what was bought: ``{goods}`` stands for it in the tables."""
    proves = row.proves.format(goods=goods_of(facts.goods).called)
    return row if proves == row.proves else replace(row, proves=proves)


def kind(id: str) -> Kind:
    """One kind, as it is in general.

    :raises DataNotCovered: there is no such kind.
    """
    if id not in kinds():
        raise DataNotCovered(f"no kind of evidence {id}")
    return kinds()[id]
