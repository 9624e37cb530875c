"""How many pages of the form follow a page as a rule. What is asked later depends on answers that are not given yet, so that what is known on the first
pages is far too little; what the stories answered is the better guess.
"""

from collections import defaultdict
from math import ceil

from checker.ask.question import asked
from checker.ask.questions import BY_ID, QUESTIONS, TOPICS
from checker.publish.stories import stories


def usual() -> dict[str, int]:
    """For each page that does not wait, by id, how many pages at most followed it in three of four stories that came by; 0 where none did. A number that
    shrinks faster than promised is better than one that grows.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for story in stories().values():
        path = _path({BY_ID[question.id].topic for question in asked(QUESTIONS, story.answers)})
        for place, topic in enumerate(path):
            found[topic].append(len(path) - 1 - place)
    return {topic.id: _three_of_four(found[topic.id]) if topic.id in found else 0 for topic in TOPICS if not topic.later}


def _three_of_four(counts: list[int]) -> int:
    return sorted(counts)[ceil(len(counts) * 3 / 4) - 1]


def _path(asks: set[str]) -> list[str]:
    """The pages of a way through the form, in order. The last one lists the answers and is always there."""
    return [topic.id for topic in TOPICS if not topic.later and (topic.id in asks or topic == TOPICS[-1])]
