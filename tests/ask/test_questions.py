"""The questions themselves: complete, in the house's words, each one used."""

import random
import re
from collections import Counter
from pathlib import Path

import checker
from checker.ask.facts import QUESTIONS_OF
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import AnyOf, Condition, Equals, asked
from checker.ask.questions import BY_ID, QUESTIONS, STAGES, TOPICS
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS

ROOT = Path(checker.__file__).parent


def test_every_question_is_complete():
    topics = {topic.id for topic in TOPICS}
    for question in QUESTIONS:
        assert question.topic in topics
        assert question.label.endswith("？"), question.id
        assert question.why.endswith("。"), question.id
        assert question.error and not question.error.endswith("。"), question.id
        assert not re.search("请|无效的|非法", question.error), question.id
        assert len({option.value for option in question.options}) == len(question.options)
        assert bool(question.options) == (question.kind in ("choice", "choices"))
    assert {topic.stage for topic in TOPICS} == set(STAGES)
    assert len(BY_ID) == len(QUESTIONS)


def equalities(condition: Condition) -> list[Equals]:
    if isinstance(condition, Equals):
        return [condition]
    return [found for part in (condition.any if isinstance(condition, AnyOf) else condition.all) for found in equalities(part)]


def test_questions_depend_only_on_earlier_ones_and_on_their_real_options():
    seen = set()
    for question in QUESTIONS:
        conditions = (question.asked_when, *(c for relation in question.relations for c in (relation.only_if, relation.unless)))
        for each in (found for condition in conditions for found in equalities(condition)):
            assert each.question in seen, question.id
            assert set(each.one_of) <= {option.value for option in BY_ID[each.question].options}, question.id
        for relation in question.relations:
            assert relation.other in BY_ID, question.id
        seen.add(question.id)


def test_what_is_said_of_a_question_fits_its_kind():
    for question in QUESTIONS:
        numbers = (question.least, question.most) != (1, None)
        assert not numbers or question.kind == "number", question.id
        assert not question.in_words or question.kind == "money", question.id
        for relation in question.relations:
            assert question.kind == BY_ID[relation.other].kind, question.id
            assert relation.sentence and not relation.sentence.endswith("。"), question.id


def test_every_fact_asked_is_used_and_every_fact_used_is_asked():
    used = {name for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) for name in rule.reads}
    texts = [p.read_text(encoding="utf-8") for folder in ("kit", "rules", "decide", "write", "keep") for p in (ROOT / folder).rglob("*.py")]
    used |= {name for text in texts for name in re.findall(r"\b(?:f|facts|F)\.([a-z_]+)", text)} & set(QUESTIONS_OF)
    # Taken in while the answers are read: the one says what to leave out, from the other the kind of seller and the purpose are computed.
    beforehand = {"unsure_about", "bought_from"}
    assert used - beforehand == set(QUESTIONS_OF) - beforehand, "a fact that nothing uses, or a fact that nobody asks for"
    assert {id for ids in QUESTIONS_OF.values() for id in ids} == set(BY_ID)


def test_a_page_asks_at_most_three_things_what_happened_four_and_what_decides_the_way_stands_alone():
    """Of somebody to whom one thing happened. The page of what happened goes on with each thing more, and so does that of the one who paid."""
    draw = random.Random(20261124)
    most = Counter()
    problems = [option.value for option in BY_ID["problem"].options]
    for _ in range(8000):
        answers = {
            q.id: draw.sample([o.value for o in q.options], 2) if q.kind == "choices" else draw.choice(q.options).value
            for q in QUESTIONS
            if q.options
        } | {"problem": [draw.choice(problems)]}
        for topic, count in Counter(question.topic for question in asked(QUESTIONS, answers)).items():
            most[topic] = max(most[topic], count)
    most.update(Counter(field.topic for field in PARTY_FIELDS))
    assert {topic: count for topic, count in most.items() if count > 3} == {"use": 4, "child": 4}
    for id in ("goods", "problem", "stage"):
        assert [question.id for question in QUESTIONS if question.topic == BY_ID[id].topic] == [id]


def test_what_may_wait_need_not_be_answered():
    later = {topic.id for topic in TOPICS if topic.later}
    assert all(not question.required for question in QUESTIONS if question.topic in later)
    assert {field.topic for field in PARTY_FIELDS} <= later


def test_questions_stand_in_the_order_of_their_pages():
    order = [topic.id for topic in TOPICS]
    places = [order.index(question.topic) for question in QUESTIONS]
    assert places == sorted(places) and set(order) == {question.topic for question in QUESTIONS} | {field.topic for field in PARTY_FIELDS}
