"""Which evidence a matter wants: what it proves, whether the reader has it, and how to get it."""

from dataclasses import dataclass

from checker.ask.facts import Facts
from checker.ask.routes import MINOR
from checker.ask.stages import stage_of
from checker.decide.verdict import Matter
from checker.kit.evidence import kind, told_of
from checker.kit.rule import ClaimRule

ALWAYS = ("order", "payment", "chat")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """One item of the list. ``have``: ``None`` where the reader did not say. ``needed``: it belongs to the core of the case and nothing of its
    kind is there yet, as far as was said.
    """

    name: str
    proves: str
    have: bool | None
    needed: bool
    how_to_get: str


def inventory(matter: Matter, facts: Facts) -> tuple[Evidence, ...]:
    """The evidence of one matter, the core of the case first."""
    if matter.level == "not_supported":
        return ()
    rule = matter.primary if isinstance(matter.primary, ClaimRule) else None
    core = [each.kind for each in rule.proof] if rule else []
    exact = {each.kind: each.exact for each in (*rule.proof, *rule.also_proof)} if rule else {}
    have = facts.evidence or frozenset()
    refused = ("reply",) if stage_of(facts.stage).denied else ()
    who = ("seller",) if matter.next_step.names_somebody else ()
    also = ("usage_log",) if matter.route == MINOR else ()
    proven = not have.isdisjoint(core)
    items = []
    for id in dict.fromkeys((*core, *also, *ALWAYS, *refused, *who)):
        row = told_of(exact.get(id) or kind(id), facts)
        items.append(
            Evidence(
                name=row.name,
                proves=row.proves,
                have=None if facts.evidence is None else id in have,
                needed=id in core and not proven,
                how_to_get=row.how_to_get,
            )
        )
    return tuple(items)
