"""The questions themselves: complete, in the house's words, each one used."""

import inspect
import re
from pathlib import Path

from checker.ask.facts import QUESTIONS_OF
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
    texts += [p.read_text(encoding="utf-8") for folder in ("decide", "write", "keep") for p in (ROOT / folder).glob("*.py")]
    used |= {name for text in texts for name in re.findall(r"\b(?:f|facts)\.([a-z_]+)", text)} & set(QUESTIONS_OF)
    assert used == set(QUESTIONS_OF), "a fact that nothing uses, or a fact that nobody asks for"
    assert {id for ids in QUESTIONS_OF.values() for id in ids} == set(BY_ID)
