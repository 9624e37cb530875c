"""Every combination, not a sample."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from math import prod

import pytest

from checker.ask.facts import Facts
from checker.decide.acts import first_acts
from checker.decide.finding import apply
from checker.decide.next_steps import NEXT_STEPS
from checker.decide.verdict import LEVELS, assess
from checker.kit.expression import OneOf
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS
from tests.decide.domains import values

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
LIMIT = 2_000_000
ROUTING = {
    "what, what happened, how far used": ("goods", "problem", "goods_used", "truthful"),
    "where a scam hides": ("goods", "single problem", "unlawful_part", "paid_outside", "truthful"),
    "where unlawful goods hide": ("goods", "single problem", "bound_to", "topup_signs", "channel"),
}
"""The facts that choose the routes. Together with every fact that more than one rule reads they are beyond two million, so each
rule is enumerated over its own facts instead, and the routing by these three groups."""


def equalities(expression) -> Iterator[OneOf]:
    """The choices that an expression compares."""
    if isinstance(expression, OneOf):
        yield expression
    for part in (*getattr(expression, "parts", ()), *((expression.part,) if hasattr(expression, "part") else ())):
        yield from equalities(part)


def kinds_of_goods(rule) -> tuple:
    """One of all the goods that a rule does not tell apart; all of them where it looks at them in plain Python."""
    asked = [each for condition in parts_of(rule) for each in equalities(condition.so) if each.name == "goods"]
    if not asked:
        return values("goods")
    alike = {tuple(value in each.values for each in asked): value for value in values("goods") if value is not None}
    return (None, *alike.values())


def parts_of(rule) -> tuple:
    return (rule.story, *rule.conditions, *rule.exceptions, *rule.defences)


def seen_by_a_rule(name: str, rule=None) -> tuple:
    """A rule asks of the problems only whether one of some was chosen, so each alone and each beside one other is enough; all pairs are
    in the routing groups."""
    if name == "goods" and rule is not None:
        return kinds_of_goods(rule)
    if name != "problem":
        return values(name)
    alone = [value for value in values(name) if value is not None and len(value) == 1]
    return (None, *alone, *(one | other for one, other in zip(alone, alone[1:] + alone[:1], strict=True)))


def domain(name: str) -> tuple:
    if name == "single problem":
        return tuple(value for value in values("problem") if value is None or len(value) == 1)
    return values(name)


def test_the_deciding_answers_are_too_many_to_enumerate_at_once():
    uses = Counter(name for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) for name in rule.reads)
    shared = {name for name, count in uses.items() if count > 1} | {"goods", "problem", "truthful"}
    assert prod(len(values(name)) for name in shared) > LIMIT


@pytest.mark.parametrize("group", ROUTING)
def test_every_combination_of_the_routing_answers(group, capsys):
    names = ROUTING[group]
    domains = [domain(name) for name in names]
    keys = [name.replace("single ", "") for name in names]
    count = 0
    for chosen in product(*domains):
        facts = Facts(**dict(zip(keys, chosen, strict=True)))
        verdict = assess(facts, NOW)
        count += 1
        assert verdict.matters, chosen
        for matter in verdict.matters:
            assert matter.level in LEVELS and matter.next_step in NEXT_STEPS
            assert len(matter.acts) <= (4 if first_acts(matter.route, facts) else 3) and matter.headline and matter.reasons
            assert (matter.level == "needs_facts") == bool(matter.missing), chosen
            assert matter.level == "can_claim" or not matter.claims
    assert count == prod(map(len, domains)) <= LIMIT
    with capsys.disabled():
        print(f"\nevery combination of {', '.join(names)}: {count}")


@pytest.mark.parametrize("rule", (*RULES, *SUPPORTS, *PLATFORM_RULES), ids=lambda rule: rule.id)
def test_each_rule_over_all_its_facts(rule):
    """Never raises; and an added fact never turns a decided finding round, but for a defence that turns out to hold."""
    names = rule.reads
    domains = [seen_by_a_rule(name, rule) for name in names]
    defences = {name for condition in rule.defences for name in condition.so.reads}
    if prod(map(len, domains)) > LIMIT:
        pytest.fail(f"{rule.id} reads too much to be enumerated")
    status = {chosen: apply(rule, Facts(**dict(zip(names, chosen, strict=True)))).status for chosen in product(*domains)}
    assert set(status.values()) == {"met", "not_met", "undetermined"}
    for chosen, found in status.items():
        for position, value in enumerate(chosen):
            if value is None:
                continue
            before = status[(*chosen[:position], None, *chosen[position + 1 :])]
            defended = names[position] in defences and (before, found) == ("met", "not_met")
            assert before in ("undetermined", found) or defended, (
                f"{rule.id}: with {names[position]} unknown it is {before}, with {value} {found}: an answer may decide, but not turn round what "
                f"held without it; is it `~` or a defence that is meant? The rest: {dict(zip(names, chosen, strict=True))}"
            )


@pytest.mark.parametrize("rule", (*RULES, *SUPPORTS, *PLATFORM_RULES), ids=lambda rule: rule.id)
def test_every_condition_can_fail_and_can_hold(rule):
    for condition in (rule.story, *rule.conditions, *rule.exceptions, *rule.defences):
        results = {
            condition.so.holds(Facts(**dict(zip(condition.so.reads, chosen, strict=True))))
            for chosen in product(*(seen_by_a_rule(name) for name in condition.so.reads))
        }
        assert results == {True, False, None}, condition.sentence


def test_next_steps_and_deadlines_over_every_stage():
    """Stage, purpose, evidence and dates on one met claim each: never raises, and a deadline is one day or two bounds."""
    names = ("stage", "purpose", "asked_on", "refused_on", "appeal_days", "agreed_on", "offer_fen", "paid_on")
    for now in (NOW, datetime.fromisoformat("2026-12-28T09:00+08:00")):
        for chosen in product(*(values(name) for name in names)):
            facts = Facts(
                goods="game_card",
                problem=frozenset({"unusable"}),
                goods_used="tried",
                support_fixed="no",
                truthful="yes",
                **dict(zip(names, chosen, strict=True)),
            )
            (matter,) = assess(facts, now).matters
            assert matter.level == ("not_supported" if facts.stage in ("refunded", "left_at_that") else "can_claim")
            for row in matter.deadlines:
                assert row.certain == (row.last_day is not None) == (row.earliest is None) == (row.latest is None)
                assert row.certain or row.earliest <= row.latest
