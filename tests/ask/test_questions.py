"""The questions themselves: complete, in the house's words, each one used."""

import inspect
import random
import re
from collections import Counter
from pathlib import Path

from checker.ask.facts import QUESTIONS_OF
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import asked
from checker.ask.questions import BY_ID, QUESTIONS, STAGES, TOPICS
from checker.decide.rules import PLATFORM_RULES, RULES, SUPPORTS

ROOT = Path(inspect.getfile(inspect.currentframe())).parents[2] / "checker"


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


def test_questions_depend_only_on_earlier_ones_and_on_their_real_options():
    seen = set()
    for question in QUESTIONS:
        for source, values in question.asked_when:
            assert source in seen, question.id
            assert set(values) <= {option.value for option in BY_ID[source].options}, question.id
        seen.add(question.id)


def test_every_fact_asked_is_used_and_every_fact_used_is_asked():
    used = {name for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) for name in rule.reads}
    texts = [p.read_text(encoding="utf-8") for p in (ROOT / "write" / "templates").glob("*.txt")]
    texts += [p.read_text(encoding="utf-8") for folder in ("decide", "write", "keep") for p in (ROOT / folder).rglob("*.py")]
    used |= {name for text in texts for name in re.findall(r"\b(?:f|facts)\.([a-z_]+)", text)} & set(QUESTIONS_OF)
    assert used == set(QUESTIONS_OF), "a fact that nothing uses, or a fact that nobody asks for"
    assert {id for ids in QUESTIONS_OF.values() for id in ids} == set(BY_ID)


def test_a_page_asks_at_most_three_things_and_what_decides_the_way_stands_alone():
    draw = random.Random(20261124)
    most = Counter()
    for _ in range(4000):
        answers = {
            q.id: draw.sample([o.value for o in q.options], 2) if q.kind == "choices" else draw.choice(q.options).value
            for q in QUESTIONS
            if q.options
        }
        for topic, count in Counter(question.topic for question in asked(QUESTIONS, answers)).items():
            most[topic] = max(most[topic], count)
    most.update(Counter(field.topic for field in PARTY_FIELDS))
    assert max(most.values()) <= 3, most
    for id in ("goods", "problem", "goods_used", "stage"):
        assert [question.id for question in QUESTIONS if question.topic == BY_ID[id].topic] == [id]


def test_what_may_wait_need_not_be_answered():
    later = {topic.id for topic in TOPICS if topic.later}
    assert all(not question.required for question in QUESTIONS if question.topic in later)
    assert {field.topic for field in PARTY_FIELDS} <= later


def test_questions_stand_in_the_order_of_their_pages():
    order = [topic.id for topic in TOPICS]
    places = [order.index(question.topic) for question in QUESTIONS]
    assert places == sorted(places) and set(order) == {question.topic for question in QUESTIONS} | {field.topic for field in PARTY_FIELDS}
