"""Stories: what somebody answered, and what comes of it. They lie beside the rules, and nobody else tells any.

``checker/rules/<group>/<rule_id>.toml`` holds the stories of one rule, ``checker/rules/together/`` those in which two rules meet. The tests
hold the engine to what each expects; the pages show some of them, and the library its blank texts from them.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from checker.ask.answers import read_answers
from checker.ask.facts import QUESTIONS_OF, Facts
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import UNKNOWN, Answer, asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.bridge import check
from checker.decide.verdict import LEVELS
from checker.errors import AnswerErrors, DataError
from checker.publish import asking
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS

FOLDER = Path(__file__).parents[1] / "rules"
TOGETHER = "together"
"""The folder of the stories that belong to no single rule."""


class StoryError(DataError):
    """A story that cannot be told as it is written. The message names its file and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is to come of one matter. Only the first claim's sum is ``amount_fen``; a name with a default is looked at where it is given.

    ``rules`` are those met, in the order of the registry, without those that only support; ``articles`` are cited among others;
    ``last_days`` gives dates by what has to be done; ``must`` and ``must_not`` are looked for in all texts of the matter.
    """

    route: str
    level: str
    next_step: str
    rules: list[str]
    articles: list[str]
    letters: list[str]
    supports: list[str] | None = None
    amount_fen: int | None = None
    besides_fen: list[int] = field(default_factory=list)
    last_days: dict[str, str] | None = None
    must: list[str] = field(default_factory=list)
    must_not: list[str] = field(default_factory=list)
    missing: list[str] | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """One story with its answers, as the page would post them at the time ``now``."""

    id: str
    place: str
    """Its file below ``checker/rules``."""
    rule: str | None
    """The rule whose story it is; ``None`` where two rules meet."""
    story: str
    now: str
    answers: dict[str, Answer]
    parties: dict[str, str] = field(default_factory=dict)
    shown: str | None = None
    """The page that it is there for: ``rules``, where it stands under its rule, or the name of a guide. Any page may show it as well."""
    blank: bool = False
    """Whether the library takes the blank texts of the rule from it."""
    expect: tuple[Expected, ...] = ()

    @cached_property
    def verdict(self) -> dict[str, Any]:
        """What the engine says, as the page gets it (Verdict JSON, see the schema)."""
        return check({"v": 1, "answers": self.answers, "parties": self.parties}, datetime.fromisoformat(self.now))

    @property
    def facts(self) -> Facts:
        """What is known in it."""
        return read_answers(self.answers, datetime.fromisoformat(self.now))

    @property
    def blank_facts(self) -> Facts:
        """What is known in it but for everything that was typed, and for what is counted from that: texts made of it have blanks there.
        What holds or does not hold of a period stays.
        """
        facts = self.facts
        typed = {
            name: None
            for name, ids in QUESTIONS_OF.items()
            if any(BY_ID[id].kind not in ("choice", "choices") for id in ids) and not isinstance(getattr(facts, name), bool)
        }
        return replace(facts, **typed)

    @property
    def matter(self) -> dict[str, Any]:
        """The most urgent matter."""
        first: dict[str, Any] = self.verdict["matters"][0]
        return first

    @property
    def level(self) -> str:
        """The level in the reader's words."""
        return LEVELS[self.matter["level"]]

    @property
    def step(self) -> str:
        """The next step in the reader's words."""
        label: str = self.matter["next_step_label"]
        return label

    def platform_says(self, check: str) -> str:
        """What the platform's reviewer will say to one of the three checks, by its title.

        :raises StopIteration: there is no such check.
        """
        sentence: str = next(view["sentence"] for view in self.matter["platform_view"] if view["check"] == check)
        return sentence

    def later(self, **answers: Answer) -> "Story":
        """The same story further on, with these answers added or changed; what is newly asked is answered 不清楚."""
        return replace(self, answers=complete(self.answers | answers), expect=())

    def letter(self, name: str) -> dict[str, Any]:
        """One text of the first matter.

        :raises StopIteration: the story gets no such text.
        """
        found: dict[str, Any] = next(letter for letter in self.matter["letters"] if letter["name"] == name)
        return found


def complete(answers: dict[str, Answer]) -> dict[str, Answer]:
    """These answers, and 不清楚 to every other question that has to be answered."""
    found = dict(answers)
    while open_ids := [q.id for q in asked(QUESTIONS, found) if q.required and not chosen(found.get(q.id))]:
        found |= {id: [UNKNOWN] if BY_ID[id].kind == "choices" else UNKNOWN for id in open_ids}
    return found


@cache
def stories() -> dict[str, Story]:
    """Every story by its id, file after file in the order of their names.

    :raises StoryError: a story has an unknown key, rule or question, an answer that is not asked for or cannot be read, or the id of another.
    """
    try:
        return load(FOLDER)
    except StoryError as problem:
        if asking.stale():
            raise StoryError(
                f"checker/ask/asked_when.toml is not what rules and questions give; run: make publish. Until then: {problem}"
            ) from problem
        raise


def load(folder: Path) -> dict[str, Story]:
    """The stories below this folder.

    :raises StoryError: as :func:`stories`.
    """
    found: dict[str, Story] = {}
    for path in sorted(folder.rglob("*.toml")):
        for story in _of_file(path, path.relative_to(folder).as_posix()):
            if story.id in found:
                raise StoryError(f"{story.place}, {story.id}: {found[story.id].place} has a story of this id too")
            found[story.id] = story
    return found


@cache
def shown() -> dict[str, Story]:
    """The stories that pages show, by their ids."""
    return {id: story for id, story in stories().items() if story.shown}


@cache
def blanks() -> dict[str, Story]:
    """The stories that give the blank texts of the library, by their rules."""
    return {story.rule: story for story in stories().values() if story.blank and story.rule}


_RULES = {rule.id for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
_KEYS = {each.name for each in fields(Story)} - {"place", "rule"}
_NEEDED = {"id", "story", "now", "answers", "expect"}


def _of_file(path: Path, place: str) -> Iterator[Story]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if set(table) != {"story"}:
        raise StoryError(f"{place}: a file holds an array of tables [[story]] and nothing else, not {sorted(table)}")
    rule = None if path.parent.name == TOGETHER else path.stem
    if rule is not None and rule not in _RULES:
        raise StoryError(f'{place}: there is no rule {rule}; does "{path.parent.name}.{rule}" stand in checker/rules/__init__.py?')
    blank = [row.get("id") for row in table["story"] if row.get("blank")]
    if len(blank) > (0 if rule is None else 1):
        raise StoryError(f"{place}, {', '.join(map(str, blank))}: the blank texts come from one story of one rule")
    for row in table["story"]:
        yield _story(row, place, rule)


def _story(row: dict[str, Any], place: str, rule: str | None) -> Story:
    at = f"{place}, {row.get('id', 'a story without id')}"
    if wrong := sorted(_NEEDED - set(row)) or sorted(set(row) - _KEYS):
        raise StoryError(f"{at}: {wrong[0]} is {'missing' if wrong[0] in _NEEDED else 'no key of a story'}")
    if rule is None and row.get("shown") == "rules":
        raise StoryError(f"{at}: a story of two rules has no place on the rules page")
    if unknown := sorted(set(row.get("parties", {})) - {each.id for each in PARTY_FIELDS}):
        raise StoryError(f"{at}: there is no party field {unknown[0]}")
    open_ids = {question.id for question in asked(QUESTIONS, row["answers"])}
    if superfluous := [id for id in row["answers"] if id not in open_ids]:
        raise StoryError(f"{at}: {superfluous[0]} is not asked, yet it is answered{_because_of(superfluous[0])}")
    for id, given in row["answers"].items():
        options = [option.value for option in BY_ID[id].options]
        if options and (wrong := [value for value in chosen(given) if value not in options]):
            raise StoryError(f"{at}: {id}: {wrong[0]} is no option of it; there are {', '.join(options)}")
    try:
        story = Story(**row | {"place": place, "rule": rule, "expect": tuple(_expected(each, at) for each in row["expect"])})
        story.facts  # noqa: B018  Reading the answers is what may fail.
    except AnswerErrors as problem:
        id = problem.errors[0].field
        raise StoryError(f"{at}: {id}: {problem}{_because_of(id)}") from problem
    return story


def _because_of(question: str) -> str:
    """Which rules look at what a question gives, and so have it asked."""
    names = {name for name, ids in QUESTIONS_OF.items() if question in ids}
    readers = [rule.id for rule in (*RULES, *SUPPORTS) if names & set(rule.reads)]
    return f" (rules that decide by it: {', '.join(readers)})" if readers else ""


def _expected(row: dict[str, Any], at: str) -> Expected:
    known = {each.name for each in fields(Expected)}
    if unknown := sorted(set(row) - known):
        raise StoryError(f"{at}: {unknown[0]} is nothing that can be expected")
    if missing := [name for name in ("route", "level", "next_step", "rules", "articles", "letters") if name not in row]:
        raise StoryError(f"{at}: {missing[0]} is not expected, and it has to be")
    if unknown := [id for id in (*row["rules"], *row.get("supports", [])) if id not in _RULES]:
        raise StoryError(f"{at}: there is no rule {unknown[0]}")
    return Expected(**row)
