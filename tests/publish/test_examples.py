"""The worked examples of the pages: each rule has one, and what a page says of it comes out of the engine."""

import re

import pytest

from checker.publish import pages
from checker.publish.examples import examples
from checker.rules import PLATFORM_RULES, RULES
from checker.write.letters import TITLES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_shows_a_story_in_which_it_is_met(rule):
    shown = [example for example in examples().values() if example.shown_under == rule.id]
    assert any(rule.id in example.met for example in shown), f"{rule.id} needs an example in checker/publish/examples/"


@pytest.mark.parametrize("rule", PLATFORM_RULES, ids=lambda rule: rule.id)
def test_every_check_of_the_platform_shows_a_story_that_fails_it_and_may_be_claimed(rule):
    (example,) = [example for example in examples().values() if example.shown_under == rule.id]
    (view,) = [view for view in example.matter["platform_view"] if view["check"] == rule.title]
    assert view["status"] == "fail" and example.matter["level"] == "can_claim"


def test_an_example_belongs_to_a_rule_or_to_a_page():
    templates = "\n".join(path.read_text(encoding="utf-8") for path in pages.TEMPLATES.glob("*.md"))
    ids = {rule.id for rule in (*RULES, *PLATFORM_RULES)}
    for example in examples().values():
        assert example.shown_under in ids or f'"{example.id}"' in templates, example.id


def test_a_page_says_what_the_engine_says():
    rules = pages.pages()["rules.md"]
    for example in examples().values():
        if example.shown_under:
            story = rules.index(f"**例子** {example.story}")
            assert f"**{example.level}**。{example.matter['headline']}" in rules[story : story + 600], example.id


def test_the_library_shows_every_text_filled_in_and_blank():
    library = pages.pages()["templates.md"]
    for name, title in TITLES.items():
        shown = re.search(rf"(?ms)^### {title} {{#kind-{name.replace('_', '-')}}}.*?^```text\n(.*?)^```", library)[1]
        assert re.search(r"\d 元", shown), name
        if name in ("refund_request", "chat", "supplement", "appeal", "demand"):
            assert "199 元" in shown and "KM20261122001" in shown and not re.search("【请填写：(?!你的姓名|联系方式)", shown), name
        assert f'??? text "{title}，' in library
