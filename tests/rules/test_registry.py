"""One test over all rules at once."""

from datetime import date
from pathlib import Path

from checker import rules
from checker.ask.facts import QUESTIONS_OF
from checker.ask.questions import BY_ID
from checker.kit.evidence import kinds
from checker.law import statutes
from checker.rules import GROUPS, PLATFORM_RULES, RULES, SUPPORTS

FOLDER = Path(rules.__file__).parent
OLDEST_ORDER = date(2026, 4, 15)


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
    listed = {f"{rule.group}/{rule.id}" for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
    assert found == listed, f"in checker/rules/__init__.py there is no line for {sorted(found - listed)}"
    assert {rule.group for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)} == {group.name for group in GROUPS}


def test_the_rules_of_a_group_have_each_their_place():
    for group in GROUPS:
        places = [rule.place for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if rule.group == group.name]
        assert sorted(places) == list(range(1, len(places) + 1)), group.name


def test_every_rule_of_a_group_with_several_pages_says_on_which_it_stands():
    for group in GROUPS:
        families = [family.name for family in group.families]
        named = [rule.family for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if rule.group == group.name]
        assert set(named) == set(families or [""]), group.name
