"""A story that is written wrongly fails while it is read, with its file and its id."""

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from checker.publish import runtime, stories

PACKAGE = Path(stories.__file__).parents[1]
GOOD = """
[[story]]
id = "kept"
story = "租的号还了，押金不退。"
now = "2026-11-24T15:04+08:00"

[story.answers]
goods = "game_card"
problem = ["asked_to_pay_again"]
paid_amount = "200"
channel = "wechat"
evidence = ["none"]
truthful = "yes"

[[story.expect]]
route = "scam"
level = "stop"
next_step = "report_police"
rules = ["scam"]
articles = []
letters = ["police"]
"""


def load(folder: Path, text: str, place: str = "stop/scam.toml"):
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return stories.load(folder)


def test_a_good_one_is_read(tmp_path):
    (story,) = load(tmp_path, GOOD).values()
    assert (story.id, story.place, story.rule, story.shown, story.blank) == ("kept", "stop/scam.toml", "scam", None, False)
    assert story.facts.paid_fen == 20000 and story.blank_facts.paid_fen is None and story.blank_facts.channel == "wechat"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('now = "2026', 'told_on = 1\nnow = "2026', "told_on is no key of a story"),
        ('now = "2026-11-24T15:04+08:00"', "", "now is missing"),
        ('goods = "game_card"', 'goods = "game_card"\nslip = "payee"', "slip is not asked"),
        ('goods = "game_card"', 'goods = "game_card"\ncolour = "red"', "colour is not asked"),
        ('evidence = ["none"]', "", "evidence: "),
        ('channel = "wechat"', 'channel = "gold"', "channel: "),
        ('letters = ["police"]', 'letters = ["police"]\namount = 3', "amount is nothing that can be expected"),
        ('next_step = "report_police"\n', "", "next_step is not expected"),
        ('rules = ["scam"]', 'rules = ["swindle"]', "there is no rule swindle"),
        ("[[story.expect]]", '[story.parties]\ncolour = "red"\n\n[[story.expect]]', "there is no party field colour"),
    ],
)
def test_a_fault_is_named_with_its_file_and_its_story(tmp_path, right, wrong, said):
    assert GOOD.count(right) == 1
    with pytest.raises(stories.StoryError, match=f"^stop/scam.toml, kept: {said}"):
        load(tmp_path, GOOD.replace(right, wrong))


def test_an_id_is_used_once(tmp_path):
    load(tmp_path, GOOD, "together/both.toml")
    with pytest.raises(stories.StoryError, match=r"^together/both.toml, kept: stop/scam.toml has a story of this id too"):
        load(tmp_path, GOOD)


def test_a_file_is_that_of_a_rule(tmp_path):
    with pytest.raises(stories.StoryError, match=r"^stop/swindle.toml: there is no rule swindle"):
        load(tmp_path, GOOD, "stop/swindle.toml")


def test_a_story_of_two_rules_has_no_place_under_one(tmp_path):
    with pytest.raises(stories.StoryError, match=r"^together/both.toml, kept: a story of two rules has no place on the rules page"):
        load(tmp_path, GOOD.replace('story = "', 'shown = "rules"\nstory = "'), "together/both.toml")


@pytest.mark.parametrize("place", ["together/both.toml", "stop/scam.toml"])
def test_blank_texts_come_from_one_story_of_one_rule(tmp_path, place):
    blank = GOOD.replace('story = "', 'blank = true\nstory = "')
    with pytest.raises(stories.StoryError, match=f"^{place}, kept.*: the blank texts come from one story of one rule"):
        load(tmp_path, blank + (blank.replace("kept", "kept-too") if place.startswith("stop") else ""), place)


def test_stories_do_not_travel_to_readers():
    told = {path.relative_to(PACKAGE.parent).as_posix() for path in stories.FOLDER.rglob("*.toml")}
    served = {path.relative_to(PACKAGE.parent).as_posix() for path in runtime.package_files(PACKAGE)}
    packed = {file.distribution_path for file in WheelBuilder(str(PACKAGE.parent)).recurse_included_files()}
    assert told and "checker/law/statutes.toml" in served & packed
    assert not told & served and not told & packed
