"""A rule's words look at the facts that they declare to be carried by, and at no others."""

import random
from dataclasses import fields
from datetime import date, datetime
from itertools import product
from math import prod

import pytest

from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.periods import Period
from checker.ask.questions import BY_ID
from checker.ask.times import read_when
from checker.ask.when import on
from checker.decide.acts import WHATEVER_THE_RULE
from checker.errors import RuleError
from checker.kit import ClaimRule, Sentence, Telling
from checker.kit.expression import Reading
from checker.rules import RULES
from tests.decide.domains import values

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
TYPED = {
    "text": (None, "原话"),
    "money": (None, 4000),
    "when": (None, on(date(2026, 11, 20)), *(read_when(said, NOW) for said in ("两个月前", "等了一个多小时"))),
    "duration": (None, 45, 120, 4320),
    "period": (None, Period(7, "natural_days", 7), Period(15, "working_days", 15)),
}
MANY = 5_000
"""Combinations of the facts that one sentence declares."""
PARTS = ("happened", "in_short", "their_records")
PARTED = ("report", "to_payer")
"""Parts of a rule that consist of sentences."""
CLAIMS = tuple(rule for rule in RULES if isinstance(rule, ClaimRule))


class Watched:
    """Facts that note which of them were looked at."""

    def __init__(self, facts: Facts):
        self._facts, self.seen = facts, set()

    def chose(self, *problems):
        self.seen.add("problem")
        return self._facts.chose(*problems)

    @property
    def only_contract(self):
        self.seen |= {"purpose", "seller_kind"}
        return self._facts.only_contract

    def __getattr__(self, name):
        self.seen.add(name)
        return getattr(self._facts, name)


def declared(sentence: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in sentence.reads for name in each.names))


def possible(name: str) -> tuple:
    if any(BY_ID[id].in_words == name for id in QUESTIONS_OF[name]):
        return (None, "六千多元", "19.99 美元")
    kinds = {BY_ID[id].kind for id in QUESTIONS_OF[name]}
    return TYPED.get(kinds.pop()) or values(name) if len(kinds) == 1 else values(name)


def told(sentence: Sentence, **facts) -> tuple[str | None, set[str]]:
    """The words for these facts, ``None`` where there are none, and the facts that were looked at."""
    watched = Watched(Facts(**facts))
    try:
        words = sentence.words(Telling(f=watched, seller_called="卖家", now=NOW))
    except RuleError:
        words = None
    return words, watched.seen


def hold_to_what_it_declares(sentence: Sentence, where: str) -> None:
    """Every combination of what it declares, or of very many a drawn part: it looks at nothing else, and whatever it declares makes a difference to the words."""
    names = declared(sentence)
    seen, moved = set(), set()
    domains = [possible(name) for name in names]
    chance = random.Random(14)
    drawn = (tuple(map(chance.choice, domains)) for _ in range(MANY))
    for chosen in product(*domains) if prod(map(len, domains)) <= MANY else drawn:
        given = dict(zip(names, chosen, strict=True))
        words, looked_at = told(sentence, **given)
        seen |= looked_at
        for name in set(names) - moved:
            if words is not None and any(told(sentence, **given | {name: other})[0] not in (words, None) for other in possible(name)):
                moved.add(name)
    assert seen == set(names), f"{where}: declares {sorted(names)}, looks at {sorted(seen)}"
    assert moved == set(names), f"{where}: whatever {sorted(set(names) - moved)} is, the words are the same"


def sentences():
    """Every sentence of every rule, whatever text it is for: the rule, where it stands in it, the sentence."""
    for rule in RULES:
        parts = [(each.name, getattr(rule, each.name)) for each in fields(rule)]
        parts += [
            (f"{name}.{each.name}", getattr(part, each.name)) for name, part in parts if name in PARTED and part for each in fields(part)
        ]
        yield from ((rule, name, part) for name, part in parts if isinstance(part, Sentence))


def test_every_claim_has_its_words_for_every_text():
    found = {(rule.id, name) for rule, name, _ in sentences()}
    assert {(rule.id, part) for rule in CLAIMS for part in PARTS} <= found
    assert {name.partition(".")[0] for _, name in found} >= set(PARTED)


@pytest.mark.parametrize(("rule", "part", "sentence"), [pytest.param(*each, id=f"{each[0].id}-{each[1]}") for each in sentences()])
def test_words_look_at_what_they_declare_and_depend_on_all_of_it(rule, part, sentence):
    hold_to_what_it_declares(sentence, f"{rule.id}, {part}")


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(act, id=f"{place}-{act.id}")
        for place, acts in (*((rule.id, rule.first_acts) for rule in RULES), *WHATEVER_THE_RULE.items())
        for act in acts
    ],
)
def test_first_acts_are_worded_from_the_facts_that_they_name(act):
    names = [name for each in act.reads for name in (each.names if isinstance(each, Reading) else (each.name,))]
    seen, words = set(), set()
    for chosen in product(*(possible(name) for name in names)):
        watched = Watched(Facts(**dict(zip(names, chosen, strict=True))))
        words.add(act.what(watched))
        seen |= watched.seen
    assert seen == set(names)
    assert len(words) > 1 or not names


def test_looking_at_a_fact_that_is_not_declared_is_found():
    assert told(Sentence(lambda t: f"{t.f.goods}"))[1] == {"goods"}
