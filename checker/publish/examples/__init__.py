"""Worked examples for the pages. Each is a story with answers; what the pages say of it comes out of the engine at build time."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from checker.ask.question import UNKNOWN, Answer, asked, chosen
from checker.ask.questions import QUESTIONS
from checker.bridge import check
from checker.decide.next_step import NEXT_STEPS
from checker.decide.verdict import LEVELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One story, and the verdict on it as the page gets it (Verdict JSON, see the schema)."""

    id: str
    story: str
    answers: dict[str, Any]
    parties: dict[str, str]
    now: str
    verdict: dict[str, Any]
    shown_under: str | None
    """The rule whose entry on the rules page shows it; ``None`` for the examples of other pages."""

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
        return NEXT_STEPS[self.matter["next_step"]]

    @property
    def met(self) -> tuple[str, ...]:
        """The ids of the rules that are met."""
        return tuple(f["rule"] for m in self.verdict["matters"] for f in m["findings"] if f["status"] == "met")

    def platform_says(self, check: str) -> str:
        """What the platform's reviewer will say to one of the three checks, by its title.

        :raises StopIteration: there is no such check.
        """
        sentence: str = next(view["sentence"] for view in self.matter["platform_view"] if view["check"] == check)
        return sentence

    def later(self, **answers: Any) -> "Example":
        """The same story further on, with these answers added or changed; what is newly asked is answered 不清楚."""
        return _example(
            self.id,
            {
                "story": self.story,
                "now": self.now,
                "answers": complete(self.answers | answers),
                "parties": self.parties,
            },
        )

    def letter(self, name: str) -> dict[str, Any]:
        """One text of the first matter.

        :raises StopIteration: the story gets no such text.
        """
        return next(letter for letter in self.matter["letters"] if letter["name"] == name)


def complete(answers: dict[str, Answer]) -> dict[str, Answer]:
    """These answers, and 不清楚 to every other question that has to be answered."""
    found = dict(answers)
    while open_ids := [q.id for q in asked(QUESTIONS, found) if q.required and not chosen(found.get(q.id))]:
        found |= dict.fromkeys(open_ids, UNKNOWN)
    return found


@cache
def examples() -> dict[str, Example]:
    """Every example, by the name of its file.

    :raises AnswerErrors: an example has answers that the questions do not take.
    """
    return {
        path.name.removesuffix(".toml"): _example(path.name.removesuffix(".toml"), tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(files(__package__).iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
    }


def _example(id: str, row: dict[str, Any]) -> Example:
    parties = row.get("parties", {})
    return Example(
        id=id,
        story=row["story"],
        answers=row["answers"],
        parties=parties,
        now=row["now"],
        shown_under=row.get("shown_under"),
        verdict=check({"v": 1, "answers": row["answers"], "parties": parties}, datetime.fromisoformat(row["now"])),
    )
