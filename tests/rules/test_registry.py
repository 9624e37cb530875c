"""One test over all rules at once."""

import tomllib
from datetime import datetime
from pathlib import Path

from checker import rules
from checker.ask.answers import read_answers
from checker.ask.facts import QUESTIONS_OF
from checker.ask.questions import BY_ID
from checker.decide.finding import apply
from checker.kit.evidence import kinds
from checker.law import statutes
from checker.rules import GROUPS, PLATFORM_RULES, RULES, SUPPORTS

FOLDER = Path(rules.__file__).parent
CASES = Path(__file__).parents[1] / "cases"
OLDEST_ORDER = datetime.fromisoformat("2026-04-15T00:00+08:00").date()


def test_every_rule_is_complete():
    ids = [rule.id for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)]
    assert len(set(ids)) == len(ids)
    for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        assert rule.title and not rule.title.endswith("。")
        assert rule.meaning.endswith("。") and rule.because.endswith("。")
        assert (rule.basis == "statute") == bool(rule.articles)
        for condition in (rule.story, *rule.conditions, *rule.exceptions, *rule.defences):
            assert condition.sentence and not condition.sentence.endswith("。")
            assert condition.fails.endswith("。")
            assert set(condition.so.reads) <= set(QUESTIONS_OF)
    assert set(kinds()) <= {o.value for o in BY_ID["evidence"].options}


def test_every_article_exists_and_was_in_force():
    for rule in (*RULES, *SUPPORTS):
        for id in rule.articles:
            statutes.article(id, OLDEST_ORDER)


def test_the_registry_holds_every_module_of_the_folder():
    found = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.glob("*/*.py") if path.stem != "__init__"}
    assert found == {f"{rule.group}/{rule.id}" for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
    assert {rule.group for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)} == {group.name for group in GROUPS}


def test_the_rules_of_a_group_have_each_their_place():
    for group in GROUPS:
        places = [rule.place for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if rule.group == group.name]
        assert sorted(places) == list(range(1, len(places) + 1)), group.name


def test_every_rule_has_a_case_for_and_a_case_against():
    statuses = {rule.id: set() for rule in (*RULES, *SUPPORTS)}
    for path in CASES.glob("*.toml"):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        facts = read_answers(case["answers"], datetime.fromisoformat(case["now"]))
        for rule in (*RULES, *SUPPORTS):
            statuses[rule.id].add(apply(rule, facts).status)
    for id, found in statuses.items():
        assert {"met", "not_met"} <= found, f"{id} needs a case in which it is met and one in which it is not"
