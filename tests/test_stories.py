"""Every story comes out as it expects: route, level, next step, rules, articles, amount, sentences; and every rule has one for and one against."""

import pytest

from checker.ask.questions import BY_ID
from checker.decide.finding import apply
from checker.publish.stories import TOGETHER, Story, stories
from checker.rules import RULES, SUPPORTS

SUPPORT_IDS = {rule.id for rule in SUPPORTS}
BY_RULE = {rule.id: rule for rule in (*RULES, *SUPPORTS)}
TOLD = pytest.mark.parametrize("story", stories().values(), ids=lambda story: f"{story.place}:{story.id}")


@TOLD
def test_story(story: Story):
    at, found = f"{story.place}, {story.id}", story.verdict
    assert [m["route"] for m in found["matters"]] == [m.route for m in story.expect], at
    for matter, wanted in zip(found["matters"], story.expect, strict=True):
        assert (matter["level"], matter["next_step"]) == (wanted.level, wanted.next_step), at
        met = [f["rule"] for f in matter["findings"] if f["status"] == "met"]
        assert [rule for rule in met if rule not in SUPPORT_IDS] == wanted.rules, at
        if wanted.supports is not None:
            assert [rule for rule in met if rule in SUPPORT_IDS] == wanted.supports, at
        assert set(wanted.articles) <= {article["id"] for reason in matter["reasons"] for article in reason["articles"]}, at
        amounts = [claim["amount_fen"] for claim in matter["claims"]]
        assert (amounts[0] if amounts else None) == wanted.amount_fen, at
        assert amounts[1:] == wanted.besides_fen, at
        assert [letter["name"] for letter in matter["letters"]] == wanted.letters, at
        if wanted.last_days is not None:
            assert {row["what"]: row["last_day"] for row in matter["deadlines"] if row["what"] in wanted.last_days} == wanted.last_days, at
        for letter in matter["letters"]:
            assert {remark["advice"] for remark in letter["lint"]} <= {"还有没填的地方，填好再发。"}, f"{at}, {letter['name']}"
        text = "\n".join(letter["text"] + letter["short"] for letter in matter["letters"])
        assert [sentence for sentence in wanted.must if sentence not in text] == [], at
        assert [sentence for sentence in wanted.must_not if sentence in text] == [], at
        if wanted.missing is not None:
            assert found["missing"] == wanted.missing, at


@pytest.mark.parametrize("id", BY_RULE)
def test_every_rule_has_a_story_for_it_and_one_against(id):
    rule = BY_RULE[id]
    findings = [apply(rule, story.facts) for story in stories().values() if story.rule == id]
    assert any(each.status == "met" for each in findings), f"the file of {id} needs a story in which it is met"
    # Where the story of a rule is all there is to it, what comes close to it is another story.
    contested = [each for each in findings if each.relevant or not (rule.conditions or rule.exceptions or rule.defences)]
    assert any(each.status != "met" for each in contested), f"the file of {id} needs a story in which it is contested and not met"


def test_where_two_rules_meet_there_are_two():
    for story in stories().values():
        if story.place.startswith(f"{TOGETHER}/"):
            facts = story.facts
            assert sum(apply(rule, facts).relevant for rule in RULES) >= 2, f"{story.place}, {story.id}"


def test_no_two_stories_are_alike():
    """What tells two apart is more than a day, a sum or a word that was typed."""
    known: dict[tuple, str] = {}
    for story in stories().values():
        chosen = tuple((id, tuple(answer)) for id, answer in story.answers.items() if BY_ID[id].kind in ("choice", "choices"))
        kind = tuple(sorted(chosen)), tuple((each.level, each.next_step, tuple(each.letters)) for each in story.expect)
        assert kind not in known, f"{story.place}, {story.id} is like {known.get(kind)}"
        known[kind] = story.id
