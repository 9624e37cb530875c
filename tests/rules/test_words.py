"""Every sentence of every rule, and every request, in all the words that it can take. After a wanted change: pytest --update-golden, then read the difference."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import combinations, product
from pathlib import Path

import pytest

from checker.ask.facts import Facts
from checker.errors import RuleError
from checker.kit import ClaimRule
from checker.kit.expression import Reading
from checker.kit.remedy import Asking, Remedy
from checker.rules import RULES
from tests.rules.test_sentences import declared, possible, sentences, told

GOLDEN = Path(__file__).parents[1] / "golden" / "words"
WHOLE = 48
"""So many combinations of facts are written down all together; of more, any two known and nothing else, and all known but for one."""
SHOWN = 6
UNTIL = date(2026, 12, 4)


@cache
def texts() -> dict[str, str]:
    """For each rule its words: facts, then what is said of them. Remedies are listed with the first rule that grants them."""
    found: dict[str, list[str]] = {rule.id: [] for rule in RULES}
    for rule, part, sentence in sentences():
        found[rule.id] += _block(part, ((facts, told(sentence, **facts)[0]) for facts in _cases(declared(sentence))))
    granted: set[str] = set()
    for rule in RULES:
        for remedy in _remedies(rule):
            if remedy.id not in granted:
                granted.add(remedy.id)
                found[rule.id] += _block(f"remedy {remedy.id}", _asked(remedy))
    return {f"{id}.txt": "\n".join(lines) for id, lines in found.items() if lines}


def _remedies(rule: object) -> Iterator[Remedy]:
    if isinstance(rule, ClaimRule):
        yield from (remedy for remedy in (rule.remedy, rule.remedy_for_goods) if remedy is not None)


def _cases(names: tuple[str, ...]) -> list[dict]:
    """Combinations of values of these facts."""
    options = [possible(name) for name in names]
    count = 1
    for each in options:
        count *= len(each)
    if count <= WHOLE:
        chosen = list(product(*options))
    else:
        first, last = tuple(each[0] for each in options), tuple(each[-1] for each in options)
        one_off = [(*last[:i], value, *last[i + 1 :]) for i, each in enumerate(options) for value in each]
        pairs = [
            (*first[:i], one, *first[i + 1 : j], other, *first[j + 1 :])
            for (i, some), (j, others) in combinations(enumerate(options), 2)
            for one, other in product(some, others)
        ]
        chosen = list(dict.fromkeys((first, last, *pairs, *one_off)))
    return [dict(zip(names, each, strict=True)) for each in chosen]


def _asked(remedy: Remedy) -> Iterator[tuple[dict, str | None]]:
    names = tuple(
        dict.fromkeys(("stage", *(name for each in remedy.reads for name in (each.names if isinstance(each, Reading) else (each.name,)))))
    )
    for facts in _cases(names):
        for ends in (False, True):
            try:
                known = Facts(**facts)
                asked = Asking(f=known, fen=9900, extent=remedy.extent(known), until=UNTIL, me="本函", ends=ends, ending="")
                # A notice ends it; somebody else is asked for the end.
                words = f"{remedy.request(asked)} / {remedy.demand(replace(asked, ending='解除合同，' if ends else ''))}"
            except (RuleError, KeyError):
                words = None
            yield facts | ({"ends": True} if ends else {}), words


def _block(head: str, cases: Iterable[tuple[dict, str | None]]) -> list[str]:
    """Each wording once, and under it the facts that lead to it, case by case."""
    found: dict[str, list[str]] = {}
    for facts, words in cases:
        if words is not None:
            given = " ".join(f"{name}={_shown(value)}" for name, value in facts.items() if value is not None)
            found.setdefault(words.replace("\n", "⏎"), []).append(given or "-")
    return [f"## {head}", "", *(line for words, given in found.items() for line in (words, f"    {_listed(given)}")), ""]


def _listed(cases: list[str]) -> str:
    """The first cases to read; for the rest, something that changes when one of them does."""
    all_of_them = " | ".join(cases)
    if len(cases) <= SHOWN:
        return all_of_them
    return f"{' | '.join(cases[:SHOWN])} | … {len(cases)} cases, {blake2b(all_of_them.encode(), digest_size=4).hexdigest()}"


def _shown(value: object) -> str:
    return "+".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def test_there_is_one_list_of_words_for_every_rule_that_says_something(request):
    rendered = texts()
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for name, text in rendered.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    assert sorted(path.name for path in GOLDEN.glob("*.txt")) == sorted(rendered)


@pytest.mark.parametrize("name", texts())
def test_words_are_those_that_were_read(name):
    assert texts()[name] == (GOLDEN / name).read_text(encoding="utf-8")
