"""The public benchmark: its files are what their sources say, and the figures on its page are what the script measures today."""

import json
import re
import sys
import tomllib
from datetime import date

import jsonschema

from bench import ours, score
from checker.publish import benchmark, pages
from checker.publish.stories import stories

PUBLISHED = json.loads((pages.DOCS / "benchmark" / "stories.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((pages.DOCS / "schema.json").read_text(encoding="utf-8"))["$defs"]


def rows() -> dict[str, dict]:
    """What somebody wrote down, by its id, read without our help."""
    files = sorted(benchmark.UNSEEN.glob("*.toml"))
    return {row["id"]: row for path in files for row in tomllib.loads(path.read_text(encoding="utf-8"))["story"]}


def test_the_published_stories_are_those_that_were_written_down():
    written = rows()
    for story in PUBLISHED["stories"]:
        row = written[story["id"]]
        level = row["level"] if isinstance(row["level"], list) else [row["level"]]
        assert (story["story"], story["levels"], story["steps"]) == (row["story"], level, row.get("step", row.get("next")))
        assert story["must_not"] == row.get("must_not", [])
        given = json.loads((benchmark.UNSEEN / f"{story['part']}_answers.json").read_text(encoding="utf-8"))[story["id"]]
        assert {key: story[key] for key in ("answers", "parties")} == given
    left_out = written.keys() - {story["id"] for story in PUBLISHED["stories"]}
    assert len(PUBLISHED["stories"]) == 300 and all(id.endswith("-0") for id in left_out)


def test_no_story_of_a_rule_is_among_them():
    told = {story.story for story in stories().values()}
    assert told and not told & {story["story"] for story in PUBLISHED["stories"]}


def test_another_story_is_another_version():
    found = benchmark.digest(benchmark.benchmark()["stories"])
    assert found == benchmark.words()["sha256"], f"in checker/publish/benchmark.toml, raise version and write sha256 = {found!r}"


def test_the_file_is_as_its_schema_says():
    validator = jsonschema.Draft202012Validator(SCHEMA["benchmark"])
    assert not list(validator.iter_errors(PUBLISHED))
    for key in ("levels", "steps", "now"):
        bad = [{name: value for name, value in PUBLISHED["stories"][0].items() if name != key}]
        assert list(validator.iter_errors(PUBLISHED | {"stories": bad})), key


def test_replies_as_the_schema_has_them_are_those_that_can_be_read():
    validator = jsonschema.Draft202012Validator(SCHEMA["benchmark_reply"])
    for reply in (
        {"id": "first-01", "level": "stop", "step": "none", "text": ["一", "二"]},
        {"id": "first-01", "level": None},
        {"id": "first-01", "level": "perhaps"},
        {"id": "first-01", "step": 1},
        {"id": "first-01", "text": [1]},
    ):
        fits, problems = not list(validator.iter_errors(reply)), score.read_reply(reply, PUBLISHED)[1]
        assert fits == (problems == []), reply


def test_every_word_of_an_answer_is_explained():
    for story in PUBLISHED["stories"]:
        for id, given in story["answers"].items():
            options = PUBLISHED["questions"][id]["options"]
            assert not options or set(given if isinstance(given, list) else [given]) <= options.keys(), (story["id"], id)
        assert story["parties"].keys() <= PUBLISHED["parties"].keys()


def test_every_pattern_can_be_looked_for():
    patterns = [pattern for story in PUBLISHED["stories"] for pattern in story["must_not"]]
    assert len(patterns) > 200 and all(re.compile(pattern) and not re.search(pattern, "") for pattern in patterns)


def test_our_own_figures_are_what_the_script_measures_today():
    found = json.loads(benchmark.RESULTS.read_text(encoding="utf-8"))
    today = ours.measured(date.fromisoformat(found["measured_on"]))
    assert found == json.loads(json.dumps(today)), "run: make measure"


def test_what_was_first_said_of_the_third_part_can_be_read():
    replies = score.from_file(str(ours.FIRST_SEEN), PUBLISHED)
    assert replies.problems == [] and replies.by_id.keys() == {s["id"] for s in PUBLISHED["stories"] if s["part"] == ours.FIRST_SEEN_PART}


def test_our_checker_answers_as_a_command_does():
    one = PUBLISHED | {"stories": PUBLISHED["stories"][:1]}
    for with_answers in (False, True):
        said = score.from_command(f"{sys.executable} -m bench.ours", one, with_answers=with_answers, seconds=60)
        assert said.problems == [] and [reply.level for reply in said.by_id.values()] == ["can_claim"]


def test_answers_that_do_not_go_together_get_no_conclusion():
    story = PUBLISHED["stories"][0]
    assert ours.reply(story | {"answers": story["answers"] | {"paid_on": "昨天", "asked_on": "2026-01-01"}}) == {"id": story["id"]}


def test_the_page_prints_what_was_measured(tmp_path, monkeypatch):
    changed = json.loads(benchmark.RESULTS.read_text(encoding="utf-8"))
    for measured, right in (("with_answers", 13), ("story_only", 14)):
        changed[measured]["parts"]["second"]["step"] = {"right": right, "low": 0.204, "high": 0.486}
        changed[measured]["wrong_can_claim"]["said"] = 40 + right
    changed["first_seen"]["all"]["level"]["right"] = 15
    (tmp_path / "results.json").write_text(json.dumps(changed), encoding="utf-8")
    monkeypatch.setattr(benchmark, "RESULTS", tmp_path / "results.json")
    text = next(pages.rendered(page) for page in benchmark.made() if page.path == "benchmark.md")
    for words in ("13 / 40<br>20 到 49", "14 / 40<br>20 到 49", "题里，说了 53 次", "题里，说了 54 次", "结论对 15，"):
        assert words in text
