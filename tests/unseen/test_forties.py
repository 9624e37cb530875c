"""Sets of forty stories never seen when the rules were written, answered through the form with only the story at hand, and what comes out of them."""

import json
import statistics
import tomllib
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from checker.ask.question import asked
from checker.ask.questions import QUESTIONS, TOPICS
from checker.bridge import check
from tests.disputes import test_disputes
from tests.disputes.adapter import answers as of_a_dispute
from tests.unseen.test_kinds import NOW, answers_to

HERE = Path(__file__).parent
WANTED = {"first": (40, 39), "second": (37, 35), "third": (40, 38)}
"""Level and step right. What was measured; no change may make it less."""
LATER = {question.id for question in QUESTIONS if question.topic in {topic.id for topic in TOPICS if topic.later}}


@cache
def cases(name: str) -> tuple[tuple[dict, dict, datetime], ...]:
    """Each story with its answers as the form of today takes them, and its time."""
    stories = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["story"]
    given = json.loads((HERE / f"{name}_answers.json").read_text(encoding="utf-8"))
    found = []
    for story in stories:
        now = datetime.fromisoformat(story.get("now", NOW))
        found.append(
            (story, {"v": 1, "answers": answers_to(given[story["id"]]["answers"], now), "parties": given[story["id"]]["parties"]}, now)
        )
    return tuple(found)


@pytest.mark.parametrize("name", WANTED)
def test_what_comes_out_of_stories_never_seen(name, capsys):
    wrong, confusion, right = [], Counter(), Counter()
    for story, case, now in cases(name):
        first = check(case, now)["matters"][0]
        levels = story["level"] if isinstance(story["level"], list) else [story["level"]]
        fits = (first["level"] in levels, first["next_step"] in story["step"])
        right.update({"level": fits[0], "step": fits[1], "both": all(fits)})
        confusion[levels[0], first["level"]] += 1
        if not all(fits):
            wrong.append(f"{story['id']}: {first['level']}/{first['next_step']}, wanted {story['level']}/{story['step']}")
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
