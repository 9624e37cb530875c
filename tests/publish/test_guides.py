"""The three guides: each part has a bad and a better way, a list to tick, and what the engine makes of a story."""

import re

import pytest

from checker.publish import pages
from checker.publish.examples import examples

PARTS = {
    "three-checks.md": ("check-rules", "check-reviews", "check-source"),
    "three-clears.md": ("clear-demand", "clear-evidence", "clear-time"),
    "three-proofs.md": ("proof-order", "proof-chat", "proof-use"),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_guide_is_whole(name):
    text = pages.pages()[name]
    for anchor in PARTS[name]:
        part = re.search(rf"(?ms)^## [^\n]*{{#{anchor}}}\n(.*?)(?=^## )", text)[1]
        assert "**不要这样**" in part and "**这样更好**" in part and "**做什么**" in part, anchor
        assert "law.md#" in part, f"{anchor} says who says so"
    boxes = re.findall(r'<input type="checkbox" id="([^"]+)"><label for="([^"]+)">[^<]+</label>', text)
    assert len(boxes) >= 6 and all(box == label for box, label in boxes) and len(set(boxes)) == len(boxes)
    shown = [example for example in examples().values() if f"**例子** {example.story}" in text]
    assert len(shown) >= 2
    assert "](check.md)" in text
