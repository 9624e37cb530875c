"""One test over all rules at once."""

import tomllib
from datetime import datetime
from pathlib import Path

from checker.ask.answers import read_answers
from checker.ask.facts import QUESTIONS_OF
from checker.ask.questions import BY_ID
from checker.decide.claims import REMEDIES
from checker.decide.rule import apply
from checker.decide.rules import PLATFORM_RULES, RULES
from checker.keep.evidence import kinds
from checker.law import statutes

CASES = Path(__file__).parents[1] / "cases"
OLDEST_ORDER = datetime.fromisoformat("2026-04-15T00:00+08:00").date()


def test_every_rule_is_complete():
    ids = [rule.id for rule in (*RULES, *PLATFORM_RULES)]
    assert len(set(ids)) == len(ids)
    for rule in (*RULES, *PLATFORM_RULES):
        assert rule.title and not rule.title.endswith("。")
        assert rule.meaning.endswith("。") and rule.because.endswith("。")
        assert rule.remedy is None or rule.remedy in REMEDIES
        assert (rule.basis == "statute") == bool(rule.articles)
        for condition in (*rule.conditions, *rule.exceptions):
            assert condition.sentence and not condition.sentence.endswith("。")
            assert condition.otherwise.endswith("。")
            assert set(condition.reads) <= set(QUESTIONS_OF)
        assert set(rule.proof) <= set(kinds()) <= {o.value for o in BY_ID["evidence"].options}


def test_every_article_exists_and_was_in_force():
    for rule in RULES:
        for id in rule.articles:
            statutes.article(id, OLDEST_ORDER)


def test_every_rule_has_a_case_for_and_a_case_against():
    statuses = {rule.id: set() for rule in RULES}
    for path in CASES.glob("*.toml"):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        facts = read_answers(case["answers"], datetime.fromisoformat(case["now"]))
        for rule in RULES:
            statuses[rule.id].add(apply(rule, facts).status)
    for id, found in statuses.items():
        assert {"met", "not_met"} <= found, f"{id} needs a case in which it is met and one in which it is not"


def test_every_cited_article_is_declared():
    for rule in RULES:
        if rule.cites is None:
            continue
        from checker.ask.facts import Facts
        from tests.decide.domains import values

        for name in ("child_age", "goods", "promised"):
            for value in values(name):
                rule.articles_for(Facts(**{name: value}))
