"""Which evidence a matter wants: what it proves, whether the reader has it, and how to get it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.ask.facts import Facts
from checker.decide.verdict import Matter
from checker.errors import DataNotCovered

ALWAYS = ("order", "payment", "chat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One item of the list. ``needed``: it belongs to the core of the case and nothing of its kind is there yet."""

    name: str
    proves: str
    have: bool
    needed: bool
    how_to_get: str


@cache
def kinds() -> dict[str, dict[str, str]]:
    """The table of kinds, by option value."""
    return tomllib.loads(files(__package__).joinpath("evidence.toml").read_text(encoding="utf-8"))


def inventory(matter: Matter, facts: Facts) -> tuple[Evidence, ...]:
    """The evidence of one matter, the core of the case first.

    :raises DataNotCovered: a rule names a kind that stands in no table.
    """
    if matter.level == "not_supported":
        return ()
    core = matter.primary.proof if matter.primary else ()
    have = facts.evidence or frozenset()
    refused = ("reply",) if facts.stage in ("refused", "partial_offer", "partly_paid", "appeal_refused") else ()
    proven = bool(have & set(core))
    items = []
    for kind in dict.fromkeys((*core, *ALWAYS, *refused)):
        if kind not in kinds():
            raise DataNotCovered(f"no kind of evidence {kind}")
        row = kinds()[kind]
        items.append(Evidence(
            name=row["name"], proves=row["proves"], have=kind in have, needed=kind in core and not proven,
            how_to_get=row["how_to_get"],
        ))
    return tuple(items)
