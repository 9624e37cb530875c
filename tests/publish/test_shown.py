"""The stories on the pages: each rule shows one, and what a page says of it comes out of the engine."""

import re

import pytest

from checker.decide.finding import apply
from checker.kit import ClaimRule
from checker.publish import links
from checker.publish.stories import blanks, shown
from checker.rules import PLATFORM_RULES, RULES
from checker.write.letters import LETTERS
from tests.every_page import every_page


def on_rules_page(rule: str):
    return [story for story in shown().values() if (story.rule, story.shown) == (rule, "rules")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_shows_a_story_in_which_it_is_met(rule):
    found = [apply(rule, story.facts).status for story in on_rules_page(rule.id)]
    assert "met" in found, f'the file of {rule.id} needs a story in which it is met and that is shown = "rules"'


@pytest.mark.parametrize("rule", PLATFORM_RULES, ids=lambda rule: rule.id)
def test_every_check_of_the_platform_shows_a_story_that_fails_it_and_may_be_claimed(rule):
    (story,) = on_rules_page(rule.id)
    (view,) = [view for view in story.matter["platform_view"] if view["check"] == rule.title]
    assert view["status"] == "fail" and story.matter["level"] == "can_claim", story.id


def test_a_story_stands_on_the_page_that_it_is_there_for():
    texts = every_page()
    for story in shown().values():
        place = links.of_rule(story.rule).partition("#")[0].removesuffix(".md") if story.shown == "rules" else story.shown
        there = "".join(text for name, text in texts.items() if name.startswith((f"{place}.", f"{place}/")))
        assert f"**例子** {story.story}" in there, f"{story.place}, {story.id}"


def test_a_page_says_what_the_engine_says():
    made = every_page()
    for story in shown().values():
        if story.shown == "rules":
            rules = made[links.of_rule(story.rule).partition("#")[0]]
            begins = rules.index(f"**例子** {story.story}")
            assert f"**{story.level}**。{story.matter['headline']}" in rules[begins : begins + 600], story.id


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, ClaimRule) or rule.route == "scam"], ids=lambda rule: rule.id)
def test_every_rule_with_a_text_has_a_story_that_gives_its_blanks(rule):
    assert rule.id in blanks(), f"the file of {rule.id} needs a story that is blank = true"
    assert apply(rule, blanks()[rule.id].blank_facts).status == "met", blanks()[rule.id].id


def test_the_library_shows_every_text_filled_in_and_blank():
    made = every_page()
    table = made["templates.md"]
    assert f"## {len(LETTERS)} 种文本" in table
    for form in LETTERS:
        name, title = form.name, form.title
        page = made[links.of_kind(name)]
        assert f"[{title}](templates/kind-{links.anchor(name)}.md){{#kind-{links.anchor(name)} .moved}}" in table
        found = re.search(r"(?ms)^## 填好的例子 {#filled}.*?^```text\n(.*?)^```", page)[1]
        assert re.search(r"\d 元", found), name
        if name in ("refund_request", "chat", "supplement", "appeal", "demand"):
            assert "199 元" in found and "KM20261122001" in found and not re.search("【请填写：(?!你的姓名|联系方式)", found), name
        blank = page.partition("{#blank}")[2] or made.get(links.of_blank(name), "")
        per_rule = [text for path, text in made.items() if path.startswith("templates/") and f"## {title}，发到{form.channel}" in text]
        assert "【请填写：" in blank or per_rule, name
