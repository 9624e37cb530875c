"""216 small stories, six of each of 36 kinds of fault, with what has to come out of them, written down before they were run."""

import json
import re
import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path

from checker.ask.answers import read_answers
from checker.ask.question import asked
from checker.ask.questions import BY_ID, QUESTIONS
from checker.bridge import check
from checker.decide.next_steps import NEXT_STEPS
from checker.decide.verdict import LEVELS
from checker.errors import AnswerErrors

HERE = Path(__file__).parent
NOW = "2026-11-27T15:00+08:00"
STORIES = tomllib.loads((HERE / "kinds.toml").read_text(encoding="utf-8"))["story"]
ANSWERS = json.loads((HERE / "kinds_answers.json").read_text(encoding="utf-8"))
WANTED = {"level": 216, "step": 216, "patterns": 184}
"""What was measured when the answers were given; no change may make it less."""


def answers_to(given: dict, now: datetime) -> dict:
    """The answers as the form of today takes them: what it does not ask left out, what it asks besides not known."""
    answers = dict(given)
    while True:
        open_ids = {question.id for question in asked(QUESTIONS, answers)}
        answers = {id: value for id, value in answers.items() if id in open_ids}
        try:
            read_answers(answers, now)
        except AnswerErrors as found:
            if any(error.code != "missing" for error in found.errors):
                raise
            for error in found.errors:
                answers[error.field] = ["unknown"] if BY_ID[error.field].kind == "choices" else "unknown"
            continue
        return answers


@cache
def verdicts() -> dict[str, dict]:
    """What comes out of each story."""
    found = {}
    for story in STORIES:
        now, given = datetime.fromisoformat(story.get("now", NOW)), ANSWERS[story["id"]]
        found[story["id"]] = check({"v": 1, "answers": answers_to(given["answers"], now), "parties": given["parties"]}, now)
    return found


def outcome(story: dict) -> dict[str, bool]:
    verdict = verdicts()[story["id"]]
    first = verdict["matters"][0]
    levels = story["level"] if isinstance(story["level"], list) else [story["level"]]
    page = json.dumps(verdict, ensure_ascii=False)
    texts = "\n".join(letter["text"] + letter["short"] for matter in verdict["matters"] for letter in matter["letters"])
    says = all(re.search(pattern, page) for pattern in story.get("must", ()))
    silent = not any(re.search(pattern, texts) for pattern in story.get("must_not", ()))
    return {
        "level": first["level"] in levels,
        "step": first["next_step"] in story["next"],
        "patterns": says and silent and bool(texts) == story["texts"],
    }


def test_what_comes_out_of_small_stories_of_every_kind(capsys):
    found = {story["id"]: outcome(story) for story in STORIES}
    right = {name: sum(each[name] for each in found.values()) for name in WANTED}
    with capsys.disabled():
        print(f"\nkinds: of {len(found)}, {right}")
        for name in ("level", "step"):
            print(f"  {name} wrong:", *(id for id, each in found.items() if not each[name]))
    assert len(found) == 216
    assert all(right[name] >= wanted for name, wanted in WANTED.items()), right


def test_what_a_text_must_not_say_it_says_in_none():
    for story in STORIES:
        for matter in verdicts()[story["id"]]["matters"]:
            for letter in matter["letters"]:
                for pattern in story.get("must_not", ()):
                    assert not re.search(pattern, letter["text"] + letter["short"]), (story["id"], letter["name"], pattern)


def test_the_sets_still_to_be_answered_are_whole():
    for name in ("first", "second"):
        rows = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["story"]
        assert [row["id"] for row in rows] == [f"{name}-{number:02}" for number in range(1, 41)]
        assert sum(row["source"] != "own" for row in rows) >= 20
        assert sum(row["level"] in ("not_supported", "stop") for row in rows) >= 10
        assert all({row["level"]} <= LEVELS.keys() and 1 <= len(row["step"]) <= 2 for row in rows)
        assert {step for row in rows for step in row["step"]} <= {step.id for step in NEXT_STEPS}
