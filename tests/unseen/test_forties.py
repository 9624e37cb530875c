"""Sets of forty stories never seen when the rules were written, answered through the form with only the story at hand, and what comes out of them."""

import statistics
from collections import Counter
from datetime import datetime
from functools import cache

import pytest

from bench.ours import answers_to
from bench.score import fits
from checker.ask.question import asked
from checker.ask.questions import QUESTIONS, TOPICS
from checker.bridge import check
from checker.plain import plain
from checker.publish.benchmark import labelled
from tests.disputes import test_disputes
from tests.disputes.adapter import answers as of_a_dispute

WANTED = {"first": (40, 39), "second": (37, 35), "third": (40, 38)}
"""Level and step right. What was measured; no change may make it less."""
LATER = {question.id for question in QUESTIONS if question.topic in {topic.id for topic in TOPICS if topic.later}}


@cache
def cases(name: str) -> tuple[tuple[dict, dict, datetime], ...]:
    """Each story with its answers as the form of today takes them, and its time."""
    found = []
    for story in map(plain, labelled(name)):
        now = datetime.fromisoformat(story["now"])
        found.append((story, {"v": 1, "answers": answers_to(story["answers"], now), "parties": story["parties"]}, now))
    return tuple(found)


@pytest.mark.parametrize("name", WANTED)
def test_what_comes_out_of_stories_never_seen(name, capsys):
    wrong, confusion, right = [], Counter(), Counter()
    for story, case, now in cases(name):
        first = check(case, now)["matters"][0]
        level, step = fits(story, first["level"], first["next_step"])
        right.update({"level": level, "step": step, "both": level and step})
        confusion[story["levels"][0], first["level"]] += 1
        if not (level and step):
            wrong.append(f"{story['id']}: {first['level']}/{first['next_step']}, wanted {story['levels']}/{story['steps']}")
    with capsys.disabled():
        print(f"\n{name} forty: {dict(right)} {dict(confusion)}", *wrong, sep="\n  ")
    assert len(cases(name)) == 40
    assert (right["level"], right["step"]) >= WANTED[name] and right["step"] >= WANTED[name][1]


def test_few_questions_lead_to_the_conclusion(capsys):
    """Pages that can wait are not counted."""
    answered = [case["answers"] for name in WANTED for _, case, _ in cases(name)]
    now = test_disputes.NOW
    answered += [answers_to(of_a_dispute(test_disputes.FACTS[id]["facts"], now), now) for id in test_disputes.FACTS]
    counts = sorted(sum(question.id not in LATER for question in asked(QUESTIONS, answers)) for answers in answered)
    with capsys.disabled():
        print(f"\nquestions up to the conclusion, {len(counts)} cases: median {statistics.median(counts)}, most {counts[-1]}")
    assert statistics.median(counts) <= 12 and counts[-1] <= 18
