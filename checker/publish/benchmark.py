"""The public benchmark: stories never seen when the rules were written, with their labels and answers by the form, as data for anybody's checker.

The stories lie in ``tests/unseen``, the words for those who do not know our engine in ``benchmark.toml``. What is right is said in ``bench/score.py`` alone,
which is published as it is; what our own checker comes to is measured by ``python -m bench.ours`` and kept in ``docs/benchmark/results.json``.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from checker.ask.parties import PARTY_FIELDS
from checker.ask.questions import QUESTIONS
from checker.decide.next_steps import NEXT_STEPS
from checker.decide.verdict import LEVELS
from checker.plain import plain
from checker.publish.made import Made

TOP = Path(__file__).parents[2]
UNSEEN = TOP / "tests" / "unseen"
FOLDER = "benchmark"
"""Where it is published, seen from the site's root."""
AS_IT_IS = {f"{FOLDER}/score.py": TOP / "bench" / "score.py"}
"""What the site hands out from elsewhere in the repository: by address, where it lies."""
RESULTS = TOP / "docs" / FOLDER / "results.json"
FORMAT = 1
"""Of the file: another shape is another format, another story another version."""
TOLD = "2026-11-27T15:00+08:00"
"""When a story is told that has no time of its own."""
MENDED_AFTER = "-0"
"""How the id of a story ends after which rules were mended: it is held to, and measures nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One story with its label and the answers that were given with only the story and the form in sight. ``levels`` and ``steps``: any of them is right. ``must_not``: patterns of
    what no text may say.
    """

    id: str
    part: str
    origin: str
    now: str
    story: str
    levels: tuple[str, ...]
    steps: tuple[str, ...]
    must_not: tuple[str, ...]
    answers: dict[str, Any]
    parties: dict[str, str]


@cache
def words() -> dict[str, Any]:
    """The words of the benchmark, and its version."""
    return tomllib.loads(files(__package__).joinpath("benchmark.toml").read_text(encoding="utf-8"))


@cache
def labelled(part: str) -> tuple[Labelled, ...]:
    """All stories of one part as they lie in ``tests/unseen``, those included that are not published."""
    rows = tomllib.loads((UNSEEN / f"{part}.toml").read_text(encoding="utf-8"))["story"]
    given = json.loads((UNSEEN / f"{part}_answers.json").read_text(encoding="utf-8"))
    return tuple(
        Labelled(
            id=row["id"],
            part=part,
            origin="retold" if row.get("source", "").startswith("http") else "made_up",
            now=row.get("now", TOLD),
            story=row["story"],
            levels=tuple(row["level"]) if isinstance(row["level"], list) else (row["level"],),
            steps=tuple(row["step"] if "step" in row else row["next"]),
            must_not=tuple(row.get("must_not", ())),
            **given[row["id"]],
        )
        for row in rows
    )


def published() -> Iterator[Labelled]:
    """The stories of the benchmark."""
    for part in words()["parts"]:
        yield from (story for story in labelled(part) if not story.id.endswith(MENDED_AFTER))


@cache
def benchmark() -> dict[str, Any]:
    """The whole file, as its schema says."""
    stories = plain(tuple(published()))
    asked = {id for story in stories for id in story["answers"]}
    said = words()
    return {
        "format": FORMAT,
        "version": said["version"],
        **said["words"],
        "levels": {id: {"label": label, "means": said["levels"][id]} for id, label in LEVELS.items()},
        "steps": {step.id: {"label": step.label, "means": said["steps"][step.id]} for step in NEXT_STEPS},
        "parts": said["parts"],
        "origins": said["origins"],
        "questions": {
            question.id: {"label": question.label, "options": {option.value: option.label for option in question.options}}
            for question in QUESTIONS
            if question.id in asked
        },
        "parties": {field.id: field.label for field in PARTY_FIELDS if any(field.id in story["parties"] for story in stories)},
        "stories": stories,
    }


def digest(stories: list[dict[str, Any]]) -> str:
    """The hash by which a version is known."""
    return sha256(json.dumps(stories, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def definitions() -> dict[str, Any]:
    """What the file and a reply to it look like, for the published JSON Schema."""
    text, strings = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    named = {"type": "object", "additionalProperties": _object({"label": text, "means": text})}
    level, step = {"enum": list(LEVELS)}, {"enum": [each.id for each in NEXT_STEPS]}
    said = words()
    story = _object(
        {
            "id": text,
            "part": {"enum": list(said["parts"])},
            "origin": {"enum": list(said["origins"])},
            "now": text,
            "story": text,
            "levels": {"type": "array", "items": level, "minItems": 1},
            "steps": {"type": "array", "items": step, "minItems": 1},
            "must_not": strings,
            # As it was typed and ticked: the form of today may ask for more, or for less.
            "answers": {"type": "object", "additionalProperties": {"anyOf": [text, strings]}},
            "parties": {"type": "object", "additionalProperties": text},
        }
    )
    options = {"type": "object", "additionalProperties": text}
    whole = _object(
        {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1},
            **dict.fromkeys(said["words"], text),
            "levels": named,
            "steps": named,
            "parts": {"type": "object", "additionalProperties": _object(dict.fromkeys(("title", "means", "seen"), text))},
            "origins": options,
            "questions": {"type": "object", "additionalProperties": _object({"label": text, "options": options})},
            "parties": options,
            "stories": {"type": "array", "items": story},
        }
    )
    reply = {
        "type": "object",
        "properties": {
            "id": text,
            "level": {"enum": [*LEVELS, None]},
            "step": {"enum": [*(each.id for each in NEXT_STEPS), None]},
            "text": {"anyOf": [text, strings, {"type": "null"}]},
        },
    }
    return {"benchmark": whole, "benchmark_reply": reply}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False, "required": list(properties)}


def data() -> dict[str, str]:
    """The files that are published besides the pages: their names, seen from ``docs/``, and their texts."""
    return {f"{FOLDER}/stories.json": json.dumps(benchmark(), ensure_ascii=False, indent=1) + "\n"}


def made() -> list[Made]:
    """The page, with what was measured of our own checker, and the one that says what each word of the file means."""
    found = benchmark()
    stories = found["stories"]
    measured = {
        "benchmark": found,
        "results": json.loads(RESULTS.read_text(encoding="utf-8")),
        "sizes": {part: sum(story["part"] == part for story in stories) for part in found["parts"]},
        "retold": sum(story["origin"] == "retold" for story in stories),
    }
    return [
        Made(path="benchmark.md", title="公开测试题", template="benchmark.md", context=measured),
        Made(path=f"{FOLDER}/labels.md", title="标签和字段", template="benchmark-labels.md", context={"benchmark": found}),
    ]
