"""Amounts and day counts that law, platforms or practice set."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from checker.errors import DataNotCovered
from checker.law.table import table

Basis = Literal["statute", "platform", "practice"]
"""Who says so: the law, one platform's own rule, or common practice."""
UNIT_WORDS = {
    "minutes": "分钟",
    "natural_days": "日（自然日）",
    "working_days": "个工作日",
    "months": "个月",
    "years": "年",
    "fen": "分",
    "characters": "字",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Threshold:
    """One number: ``value`` in ``unit``, who says so (``own``: this site had to choose one), and where that was read."""

    id: str
    value: int
    unit: str
    basis: Basis | Literal["own"]
    title: str
    source: str
    article: str | None = None

    @property
    def words(self) -> str:
        """The number with its unit as a text prints it, whole hours and whole 元 where it comes to such."""
        if self.unit == "minutes" and self.value % 60 == 0:
            return f"{self.value // 60} 小时"
        if self.unit == "fen" and self.value % 100 == 0:
            return f"{self.value // 100} 元"
        return f"{self.value} {UNIT_WORDS[self.unit]}"


@cache
def thresholds() -> dict[str, Threshold]:
    """Every row of the table, by id."""
    return {id: Threshold(id=id, **row) for id, row in table("thresholds").items() if isinstance(row, dict)}


def threshold(id: str) -> Threshold:
    """One row.

    :raises DataNotCovered: no such row.
    """
    if id not in thresholds():
        raise DataNotCovered(f"no threshold {id}")
    return thresholds()[id]
