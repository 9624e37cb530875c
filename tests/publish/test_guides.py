"""The three guides: each part has a bad and a better way, a list to tick, and what the engine makes of a story."""

import re

import pytest

from checker.publish import stories
from tests.every_page import every_page

PARTS = {
    "three-checks.md": ("check-rules", "check-reviews", "check-source"),
    "three-clears.md": ("clear-demand", "clear-evidence", "clear-time"),
    "three-proofs.md": ("proof-order", "proof-chat", "proof-use"),
}
WEAK = {
    "three-checks.md": ("face-value-photographed", "checks-face-value-no-proof"),
    "three-clears.md": ("code-already-used", "clears-only-not-working"),
    "three-proofs.md": ("code-already-used", "proofs-first-try-not-recorded"),
}
"""A story as it should be told, and the same story told or kept badly."""


@pytest.mark.parametrize("name", PARTS)
def test_a_guide_is_whole(name):
    text = every_page()[name]
    for anchor in PARTS[name]:
        part = re.search(rf"(?ms)^## [^\n]*{{#{anchor}}}\n(.*?)(?=^## )", text)[1]
        for words in (
            "**做什么**",
            "**防什么**",
            "**谁说的**",
            "**不要这样**",
            '<span class="basis">法定</span>',
            '<span class="basis">惯例</span>',
            "](law/",
        ):
            assert words in part, f"{anchor} lacks {words}"
        assert part.count("**不要这样**") == len(re.findall(r"\*\*这样[做写]\*\*", part)), anchor
    assert "](check.md)" in text


@pytest.mark.parametrize("name", PARTS)
def test_each_box_to_tick_has_its_label(name):
    text = every_page()[name]
    boxes = re.findall(r'<input type="checkbox" id="([^"]+)"><label for="([^"]+)">[^<]+</label>', text)
    assert len(boxes) >= 6 and len(boxes) == text.count("<input") and len(set(boxes)) == len(boxes)
    assert all(box == label for box, label in boxes)


@pytest.mark.parametrize("name", PARTS)
def test_the_stories_of_a_guide_go_through_the_engine(name):
    text = every_page()[name.replace(".md", "/examples.md")]
    shown = re.findall(r"(?m)^\*\*例子\*\* (.+)$", text)
    assert len(shown) >= 2 and set(shown) <= {story.story for story in stories.shown().values()}
    good, weak = (stories.shown()[id] for id in WEAK[name])
    assert good.story in shown and weak.story in shown
    assert good.step != weak.step, "the reader sees no difference"
