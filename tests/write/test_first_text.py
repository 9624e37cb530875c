"""The text that stands on top is the one that today's first act about a text speaks of."""

import pytest

from checker.publish.stories import stories
from checker.write.letters import LETTERS

NAMED = {form.title.split()[-1] for form in LETTERS}
"""Words by which acts speak of a text: its title, without the body that it goes to."""


@pytest.mark.parametrize("story", stories().values(), ids=stories())
def test_what_the_acts_name_first_is_on_top(story):
    for matter in story.verdict["matters"]:
        titles = [letter["title"] for letter in matter["letters"]]
        told = [
            word for act in matter["acts"] for word in sorted(NAMED) if f"写好的{word}" in act["what"] or f"下面的{word}" in act["what"]
        ]
        if told and titles:
            assert told[0] in titles[0], (told, titles)
