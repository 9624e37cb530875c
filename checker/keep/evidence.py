"""Which evidence a matter wants: what it proves, whether the reader has it, and how to get it."""

from dataclasses import dataclass

from checker.ask.facts import Facts
from checker.decide.proof import grounds, kinds
from checker.decide.verdict import Matter
from checker.errors import DataNotCovered

ALWAYS = ("order", "payment", "chat")
TO_NAME_SOMEBODY = ("complaint_12315", "sue")
"""Next steps that need to know who the other side is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One item of the list. ``needed``: it belongs to the core of the case and nothing of its kind is there yet."""

    name: str
    proves: str
    have: bool
    needed: bool
    how_to_get: str


def inventory(matter: Matter, facts: Facts) -> tuple[Evidence, ...]:
    """The evidence of one matter, the core of the case first.

    :raises DataNotCovered: a rule names a kind that stands in no table.
    """
    if matter.level == "not_supported":
        return ()
    core = matter.primary.proof if matter.primary else ()
    rows = kinds(matter.primary.id if matter.primary and matter.primary.id in grounds() else None)
    have = facts.evidence or frozenset()
    refused = ("reply",) if facts.stage in ("refused", "partial_offer", "partly_paid", "appeal_refused") else ()
    who = ("seller",) if matter.next_step in TO_NAME_SOMEBODY else ()
    also = ("usage_log",) if matter.route == "minor" else ()
    proven = bool(have & set(core))
    items = []
    for kind in dict.fromkeys((*core, *also, *ALWAYS, *refused, *who)):
        if kind not in rows:
            raise DataNotCovered(f"no kind of evidence {kind}")
        row = rows[kind]
        items.append(
            Evidence(
                name=row.name,
                proves=row.proves,
                have=kind in have,
                needed=kind in core and not proven,
                how_to_get=row.how_to_get,
            )
        )
    return tuple(items)
