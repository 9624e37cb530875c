"""The rows of `wording.toml`, made into patterns: what a text has to say, and what hurts its writer."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.errors import DataError
from checker.law.table import table
from checker.read.phrases import pattern

KINDS = ("vague", "insult", "threat", "self_defeating", "overclaim", "secret")
"""How a phrase can hurt."""
CLEARS = ("demand", "proof", "deadline")
NAME = re.compile(r"<([a-z]{3,8})>")
NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClearRow:
    """One of the three clears: its words, what right around them makes them none, and what to say. ``before_of``: words with which a match begins that
    ``before`` is about, all of them where it is empty. ``kinds``: another sentence to add, by what the text says.
    """

    id: str
    label: str
    present: str
    missing: str
    add: str
    said: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    before_of: re.Pattern[str]
    behind: re.Pattern[str]
    kinds: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SumRow:
    """Of a demand for money, whether it says how much."""

    asked: re.Pattern[str]
    sum: re.Pattern[str]
    without: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OfficeRow:
    """Texts to those for whom the law sets the periods."""

    named: re.Pattern[str]
    by_law: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TellingRow:
    """What makes a sentence a telling of the purchase, and what it should have. ``asking``: how a sentence begins that goes on to something else."""

    happened: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    asking: re.Pattern[str]
    time: re.Pattern[str]
    result: re.Pattern[str]
    say: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhraseRow:
    """Words that hurt. The properties are those that the table's own words explain."""

    kind: str
    why: str
    better: str
    said: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    unless: re.Pattern[str]
    beside: re.Pattern[str] | None
    unless_clear: frozenset[str]
    unless_timed: bool
    unless_dated: bool
    quotes: bool
    asked: bool
    not_to_offices: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """The whole table."""

    clears: tuple[ClearRow, ...]
    sums: SumRow
    offices: OfficeRow
    telling: TellingRow
    timed: re.Pattern[str]
    dated: re.Pattern[str]
    phrases: tuple[PhraseRow, ...]


@cache
def rows() -> Rows:
    """The rows of the table.

    :raises DataError: one has a property that is not known, or a pattern that is none.
    """
    raw = table("wording", __package__)
    try:
        return _rows(raw)
    except (KeyError, TypeError, ValueError) as problem:
        raise DataError(f"wording.toml: {problem}") from None


def _rows(raw: Mapping[str, Any]) -> Rows:
    names, telling = raw["names"], raw["telling"]
    clears = tuple(_clear(row, names) for row in raw["clear"])
    if tuple(each.id for each in clears) != CLEARS:
        raise ValueError(f"the clears are {', '.join(CLEARS)}")
    return Rows(
        clears=clears,
        sums=SumRow(**{key: _one(words, names) for key, words in raw["sum"].items() if key != "without"}, without=raw["sum"]["without"]),
        offices=OfficeRow(named=_one(raw["offices"]["named"], names), by_law=raw["offices"]["by_law"]),
        telling=TellingRow(
            **{key: _one(telling[key], names) for key in ("happened", "before", "behind", "asking", "time", "result")}, say=telling["say"]
        ),
        timed=_one(raw["timed"], names),
        dated=_one(raw["dated"], names),
        phrases=tuple(_phrase(row, names) for row in raw["phrase"]),
    )


def _clear(row: Mapping[str, Any], names: Mapping[str, str]) -> ClearRow:
    words = {"before", "before_of", "behind"}
    plain = {key: value for key, value in row.items() if key not in {*words, "said", "kinds"}}
    return ClearRow(
        **plain,
        said=_all(row["said"], names),
        before=_one(row.get("before"), names),
        before_of=_one(row.get("before_of", ""), names),
        behind=_one(row.get("behind"), names),
        kinds=tuple((_one(each["when"], names), each["add"]) for each in row.get("kinds", ())),
    )


def _phrase(row: Mapping[str, Any], names: Mapping[str, str]) -> PhraseRow:
    if row["kind"] not in KINDS:
        raise ValueError(f"{row['kind']} is no kind of phrase")
    flags = ("unless_timed", "unless_dated", "quotes", "asked", "not_to_offices")
    known = {"kind", "why", "better", "said", "before", "behind", "unless", "with", "unless_clear", *flags}
    if unknown := set(row) - known:
        raise ValueError(f"{', '.join(sorted(unknown))} is no property of a phrase")
    return PhraseRow(
        kind=row["kind"],
        why=row["why"],
        better=row["better"],
        said=_all(row["said"], names),
        before=_one(row.get("before"), names),
        behind=_one(row.get("behind"), names),
        unless=_one(row.get("unless"), names),
        beside=_one(row["with"], names) if "with" in row else None,
        unless_clear=frozenset(row.get("unless_clear", ())),
        **{flag: bool(row.get(flag, False)) for flag in flags},
    )


def _all(words: Iterable[str], names: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(_one(each, names) for each in words)


def _one(words: str | None, names: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of a row; of no row one that nothing matches."""
    return NEVER if words is None else expanded(words, names)


def expanded(words: str, names: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of a row with the names in it put in.

    :raises KeyError: there is no such name.
    :raises ValueError: it has a repeat without an end, or is no pattern.
    """
    while used := NAME.search(words):
        words = words.replace(used[0], f"(?:{names[used[1]]})")
    return pattern(words)
