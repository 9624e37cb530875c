"""The text for the next step of every story, whole. After a wanted change: pytest --update-golden, then read the difference."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from checker.publish.stories import stories
from checker.write.letters import LETTERS

GOLDEN = Path(__file__).parents[1] / "golden"


IN_FULL = ("fake-admitted", "agreed-long-ago", "still-looking-into-it")
"""Of these stories every text is kept; of the others the one for the next step. What the rest must say stands in the stories."""


@cache
def texts() -> dict[str, str]:
    found = {}
    for name, story in stories().items():
        for matter in story.verdict["matters"]:
            for letter in matter["letters"] if name in IN_FULL else matter["letters"][:1]:
                found[f"{name}.{letter['name']}.txt"] = f"{letter['text']}\n\n---- 短文本 ----\n{letter['short']}\n"
    return found


def test_golden_texts(request):
    rendered = texts()
    if request.config.getoption("--update-golden"):
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for name, text in rendered.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    there = {path.name for path in GOLDEN.glob("*.txt")}
    assert there == set(rendered), (
        f"run `make texts`; not there: {sorted(set(rendered) - there)}, of no story: {sorted(there - set(rendered))}"
    )


@pytest.mark.parametrize("name", texts())
def test_golden_text(name):
    assert texts()[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_every_letter_is_there():
    assert {name.split(".")[1] for name in texts()} >= {form.name for form in LETTERS} - {"chat", "demand"}
    assert datetime.fromisoformat(next(iter(stories().values())).now).tzinfo
