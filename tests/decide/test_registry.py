"""One test over all rules at once."""

import tomllib
from datetime import datetime
from pathlib import Path

from checker.ask.answers import read_answers
from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.questions import BY_ID
from checker.decide.claims import REMEDIES
from checker.decide.proof import grounds, kinds
from checker.decide.rule import apply
from checker.decide.rules import PLATFORM_RULES, RULES, SUPPORTS
from checker.law import statutes
from tests.decide.domains import values

CASES = Path(__file__).parents[1] / "cases"
OLDEST_ORDER = datetime.fromisoformat("2026-04-15T00:00+08:00").date()


def test_every_rule_is_complete():
    ids = [rule.id for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)]
    assert len(set(ids)) == len(ids)
    for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        assert rule.title and not rule.title.endswith("。")
        assert rule.meaning.endswith("。") and rule.because.endswith("。")
        assert {rule.remedy, *rule.by_wish.values()} <= {None, *REMEDIES}
        assert set(rule.by_wish) <= {"refund", "goods"}
        assert (rule.basis == "statute") == bool(rule.articles)
        for condition in (*rule.conditions, *rule.exceptions, *rule.defences):
            assert condition.sentence and not condition.sentence.endswith("。")
            assert condition.otherwise.endswith("。")
            assert set(condition.reads) <= set(QUESTIONS_OF)
        assert set(rule.proof) <= set(kinds()) <= {o.value for o in BY_ID["evidence"].options}


def test_every_article_exists_and_was_in_force():
    for rule in (*RULES, *SUPPORTS):
        for id in rule.articles:
            statutes.article(id, OLDEST_ORDER)


def test_the_table_of_proof_names_rules_and_kinds():
    assert grounds() <= {rule.id for rule in RULES}
    for ground in grounds():
        kinds(ground)


def test_every_rule_has_a_case_for_and_a_case_against():
    statuses = {rule.id: set() for rule in (*RULES, *SUPPORTS)}
    for path in CASES.glob("*.toml"):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        facts = read_answers(case["answers"], datetime.fromisoformat(case["now"]))
        for rule in (*RULES, *SUPPORTS):
            statuses[rule.id].add(apply(rule, facts).status)
    for id, found in statuses.items():
        assert {"met", "not_met"} <= found, f"{id} needs a case in which it is met and one in which it is not"


def test_every_cited_article_is_declared():
    names = ("child_age", "goods", "promised", "mismatch", "stopped_cause", "promise_kind", "purpose", "seller_kind", "channel", "problem")
    for rule in (*RULES, *SUPPORTS):
        for name in names if rule.cites else ():
            for value in values(name):
                rule.articles_for(Facts(**{name: value}))
