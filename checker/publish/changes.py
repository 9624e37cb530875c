"""What changed and when, when each table was last compared with its sources, and when that is due again."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal

from checker.law.table import table
from checker.law.thresholds import threshold
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS

Kind = Literal["rules", "data", "law"]

TABLES = {"counters": "窗口的表格", "statutes": "法律条文", "thresholds": "期限和数字", "channels": "渠道", "holidays": "节假日"}
"""The tables of `checker.law` that carry a ``checked_on``, and what readers call them."""

DATED_PAGES = (
    "check",
    "rules",
    "law",
    "channels",
    "process",
    "myths",
    "three-checks",
    "three-clears",
    "three-proofs",
    "templates",
    "situations",
)
"""Pages that print law or channels, and those below them: they say so when the check is overdue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. ``hearsay``: known from reports, its text was not read."""

    date: date
    kind: Kind
    what: str
    version: str | None = None
    rules: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    hearsay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """When a table was last compared with its sources, and by when it is to be done again."""

    title: str
    checked_on: date
    due: date


@cache
def changes() -> tuple[Change, ...]:
    """Every change, the newest first."""
    rows = tomllib.loads(files(__package__).joinpath("changes.toml").read_text(encoding="utf-8"))["change"]
    found = [Change(**row | {name: tuple(row.get(name, ())) for name in ("rules", "articles")}) for row in rows]
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))


def of_kind(*kinds: Kind) -> tuple[Change, ...]:
    """The changes of these kinds, the newest first."""
    return tuple(change for change in changes() if change.kind in kinds)


def checks() -> tuple[Check, ...]:
    """One for each table."""
    again = timedelta(days=threshold("recheck").value)
    days = {name: table(name)["checked_on"] for name in TABLES}
    return tuple(Check(title=TABLES[name], checked_on=day, due=day + again) for name, day in days.items())


def earliest_due() -> Check:
    """The check that is due first: after its day, the pages of `DATED_PAGES` warn."""
    return min(checks(), key=lambda check: check.due)


def rule_title(id: str) -> str:
    """The title of a rule that a change is about.

    :raises StopIteration: there is no such rule.
    """
    return next(rule.title for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if rule.id == id)
