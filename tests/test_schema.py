"""The published schema is what the program reads and gives."""

import jsonschema

from checker.publish.stories import stories
from checker.schema import schema


def validator(name: str) -> jsonschema.Draft202012Validator:
    document = schema()
    return jsonschema.Draft202012Validator(document["$defs"][name])


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_every_story_and_every_verdict_fits():
    for name, story in stories().items():
        assert not list(validator("case").iter_errors({"v": 1, "answers": story.answers, "parties": story.parties})), name
        assert not list(validator("verdict").iter_errors(story.verdict)), name


def test_the_schema_refuses():
    for bad in (
        {},
        {"v": 2, "answers": {}},
        {"v": 1, "answers": {"colour": "red"}},
        {"v": 1, "answers": {"goods": "x"}},
        {"v": 1, "answers": {}, "x": 1},
    ):
        assert list(validator("case").iter_errors(bad)), bad
