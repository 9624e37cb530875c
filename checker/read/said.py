"""The tables of words of `checker/ask/said/`, made into patterns, each held against the question that it is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.ask.questions import BY_ID
from checker.errors import DataError
from checker.law.table import table
from checker.read.phrases import pattern

READER, THEM, ANYBODY = "said", "theirs", "either"
VOICES = (READER, THEM, ANYBODY)
PACKAGE = "checker.ask.said"

Beside = Mapping[str, frozenset[str]]
"""Options by question."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """The words of one option, by who says them. The properties are those of `checker/ask/said/__init__.py`."""

    option: str
    voices: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]
    yields_to: frozenset[str]
    about: Beside
    beside: tuple[re.Pattern[str], ...]
    not_with: tuple[re.Pattern[str], ...]
    wonders: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SaidTable:
    """The words of one question with options."""

    question: str
    rows: tuple[Said, ...]
    nothing: tuple[re.Pattern[str], ...]
    told_nothing: tuple[re.Pattern[str], ...]
    near: re.Pattern[str] | None
    last: frozenset[str]
    turns: re.Pattern[str] | None
    general: re.Pattern[str] | None
    personal: re.Pattern[str] | None
    only_with: Beside
    together: bool


@cache
def words_of(name: str) -> SaidTable:
    """A table of a question with options: the one named like it, or one that names it.

    :raises DataError: it names an option that a question does not have, or holds a pattern that is none.
    """
    raw = dict(table(name, PACKAGE))
    question = raw.pop("question", name)
    nothing, told_nothing = raw.pop("nothing", ()), raw.pop("told_nothing", ())
    near, last = raw.pop("near", None), raw.pop("last", ())
    turns = raw.pop("turns", None)
    general, personal = raw.pop("general", None), raw.pop("personal", None)
    only_with = _beside(name, raw.pop("only_with", {}))
    together = raw.pop("together", False)
    _beside(name, {question: last})
    rows = tuple(_row(name, question, option, row) for option, row in raw.items())
    try:
        return SaidTable(
            question=question,
            rows=rows,
            nothing=_patterns(nothing),
            told_nothing=_patterns(told_nothing),
            near=re.compile(near) if near else None,
            last=frozenset(last),
            turns=pattern(turns) if turns else None,
            general=pattern(general) if general else None,
            personal=pattern(personal) if personal else None,
            only_with=only_with,
            together=together,
        )
    except ValueError as problem:
        raise DataError(f"said/{name}.toml: {problem}") from None


@cache
def only_with(question: str) -> Beside:
    """What must have been read before the answer to a question can be, whatever its kind."""
    return _beside(question, table(question, PACKAGE).get("only_with", {}))


def _row(name: str, question: str, option: str, row: Mapping[str, Any]) -> Said:
    if set(row) - {*VOICES, "yields_to", "about", "with", "not_with", "wonders", "unless"}:
        raise DataError(f"said/{name}.toml, {option}: a property that is not known")
    _beside(name, {question: [option, *row.get("yields_to", ())]})
    try:
        return Said(
            option=option,
            voices=tuple((voice, _patterns(row[voice])) for voice in VOICES if voice in row),
            yields_to=frozenset(row.get("yields_to", ())),
            about=_beside(name, row.get("about", {})),
            beside=_patterns(row.get("with", ())),
            not_with=_patterns(row.get("not_with", ())),
            wonders=_patterns(row.get("wonders", ())),
            unless=_patterns(row.get("unless", ())),
        )
    except ValueError as problem:
        raise DataError(f"said/{name}.toml, {option}: {problem}") from None


def _beside(question: str, options: Mapping[str, Iterable[str]]) -> Beside:
    for other, values in options.items():
        known = {option.value for option in BY_ID[other].options} if other in BY_ID else set()
        if missing := set(values) - known:
            raise DataError(f"said/{question}.toml: {other} has no {', '.join(sorted(missing))}")
    return {other: frozenset(values) for other, values in options.items()}


def _patterns(rows: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern(row) for row in rows)
