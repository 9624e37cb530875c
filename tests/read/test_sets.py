"""How well stories and replies are read that others wrote and labelled without sight of any word list; each set was read once before its words went into the tables.

What stands here is what the tables give today, set by set; no change may make it less. What was measured at the first reading of each set stands in
CONTRIBUTING: a set that was learned from measures nothing new.
"""

from pathlib import Path

import pytest

from tests.read.measure import of_replies, of_stories

SETS = Path(__file__).parent / "sets"
STORIES: dict[str, tuple[float, dict[str, float]]] = {}
"""By set: precision, and by question the part that is found."""
REPLIES: dict[str, int] = {}
"""By set: so many are told by their kind."""


@pytest.mark.parametrize("name", STORIES)
def test_stories(name, capsys):
    measured = of_stories(SETS / f"stories_{name}.toml")
    with capsys.disabled():
        print(f"\nstories {name}: {measured}")
    precision, recalls = STORIES[name]
    assert measured.precision() >= precision
    assert {question: measured.recall(question) >= least for question, least in recalls.items()} == dict.fromkeys(recalls, True)
    assert measured.lies["seen"] == measured.lies["right"], "a story was called made up that is none"


@pytest.mark.parametrize("name", REPLIES)
def test_replies(name, capsys):
    right, of, refusals = of_replies(SETS / f"replies_{name}.toml")
    with capsys.disabled():
        print(f"\nreplies {name}: {right} of {of} told by their kind")
    assert right >= REPLIES[name] and refusals == []


def test_every_set_is_measured():
    there = {path.stem for path in SETS.glob("*.toml")}
    assert there == {f"stories_{name}" for name in STORIES} | {f"replies_{name}" for name in REPLIES}
