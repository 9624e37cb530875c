"""216 small stories, six of each of 36 kinds of fault, with what has to come out of them, written down before they were run."""

import json
import re
import tomllib
from datetime import datetime
from functools import cache

from bench.ours import answers_to
from bench.score import fits, forbidden
from checker.bridge import check
from checker.decide.next_steps import NEXT_STEPS
from checker.decide.verdict import LEVELS
from checker.plain import plain
from checker.publish.benchmark import UNSEEN, Labelled, labelled

STORIES = labelled("kinds")
SAID = {row["id"]: row for row in tomllib.loads((UNSEEN / "kinds.toml").read_text(encoding="utf-8"))["story"]}
"""What the page or a text has to say of each story, and whether there is a text at all."""
WANTED = {"level": 216, "step": 216, "patterns": 184}
"""What was measured when the answers were given; no change may make it less."""


@cache
def verdicts() -> dict[str, dict]:
    """What comes out of each story."""
    found = {}
    for story in STORIES:
        now = datetime.fromisoformat(story.now)
        found[story.id] = check({"v": 1, "answers": answers_to(story.answers, now), "parties": story.parties}, now)
    return found


def texts(verdict: dict) -> list[str]:
    return [letter["text"] + letter["short"] for matter in verdict["matters"] for letter in matter["letters"]]


def outcome(story: Labelled) -> dict[str, bool]:
    verdict, said = verdicts()[story.id], SAID[story.id]
    first = verdict["matters"][0]
    level, step = fits(plain(story), first["level"], first["next_step"])
    page, written = json.dumps(verdict, ensure_ascii=False), texts(verdict)
    says = all(re.search(pattern, page) for pattern in said["must"])
    silent = not forbidden(plain(story), written)
    return {"level": level, "step": step, "patterns": says and silent and bool(written) == said["texts"]}


def test_what_comes_out_of_small_stories_of_every_kind(capsys):
    found = {story.id: outcome(story) for story in STORIES}
    right = {name: sum(each[name] for each in found.values()) for name in WANTED}
    with capsys.disabled():
        print(f"\nkinds: of {len(found)}, {right}")
        for name in ("level", "step"):
            print(f"  {name} wrong:", *(id for id, each in found.items() if not each[name]))
    assert len(found) == 216
    assert all(right[name] >= wanted for name, wanted in WANTED.items()), right


def test_what_a_text_must_not_say_it_says_in_none():
    assert {story.id: found for story in STORIES if (found := forbidden(plain(story), texts(verdicts()[story.id])))} == {}


def test_the_sets_still_to_be_answered_are_whole():
    for name in ("first", "second"):
        rows = tomllib.loads((UNSEEN / f"{name}.toml").read_text(encoding="utf-8"))["story"]
        assert [row["id"] for row in rows] == [f"{name}-{number:02}" for number in range(1, 41)]
        assert sum(row["source"] != "own" for row in rows) >= 20
        assert sum(row["level"] in ("not_supported", "stop") for row in rows) >= 10
        assert all({row["level"]} <= LEVELS.keys() and 1 <= len(row["step"]) <= 2 for row in rows)
        assert {step for row in rows for step in row["step"]} <= {step.id for step in NEXT_STEPS}
