"""How well a text is read: proposals held against labels that were written down from the text alone, before it was read."""

import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from checker.ask.read import Unreadable
from checker.ask.sums import read_sum
from checker.ask.times import read_when
from checker.keep.replies import BY_ID as REPLIES
from checker.read.reply import read_reply
from checker.read.story import read_story

HERE = Path(__file__).parent
NOW = datetime.fromisoformat("2026-11-27T15:00+08:00")
SUMS, TIMES = ("paid_amount", "offer_amount"), ("paid_on", "asked_on", "refused_on", "agreed_on")
LABELLED = ("goods", "problem", "goods_used", "channel", "promised", "stage", "seller_kind", "refusal_ground", "evidence", *SUMS, *TIMES)
"""The questions for which the sets have labels."""
THRICE = {"stage", *SUMS, *TIMES}
"""A wrong one costs its reader most, and counts three times."""


@dataclass(slots=True)
class Measured:
    """What came out of a set: by question how many were proposed, right, wanted and found; besides, stories of a lie."""

    by: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lies: Counter[str] = field(default_factory=Counter)

    def recall(self, question: str) -> float:
        """The part of what the labels name that was proposed."""
        return self.by[question]["found"] / max(1, self.by[question]["wanted"])

    def precision(self) -> float:
        """The part of what was proposed that is right."""
        right = sum(count["right"] for count in self.by.values())
        wrong = sum((count["proposed"] - count["right"]) * (3 if question in THRICE else 1) for question, count in self.by.items())
        return right / max(1, right + wrong)

    def __str__(self) -> str:
        rows = (
            f"{question}: {count['right']}/{count['proposed']} right, {count['found']}/{count['wanted']} found"
            for question, count in self.by.items()
        )
        return "\n  ".join((f"precision {self.precision():.3f}, lies {dict(self.lies)}", *rows))


def stories(path: Path) -> list[dict[str, Any]]:
    """The stories of a set, each with its labels."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["story"]
    return found


def labels_of(row: dict[str, Any]) -> dict[str, Any]:
    """What was written down of a story or a reply."""
    labels: dict[str, Any] = row.get("expect") or row.get("labels") or {}
    return labels


def of_stories(path: Path) -> Measured:
    """A set of stories, each read."""
    measured = Measured()
    for row in stories(path):
        story, labels = read_story(row["text"], NOW), labels_of(row)
        is_lie = bool(labels.get("made_up") or labels.get("invented"))
        measured.lies.update({"told": is_lie, "seen": bool(story.made_up)})
        if is_lie or story.made_up:
            measured.lies["right"] += is_lie and bool(story.made_up)
            continue
        for question in LABELLED:
            got = [each.value for each in story.proposals if each.question == question]
            _count(measured.by[question], question, got, _listed(labels.get(question)), _listed(labels.get(f"{question}_also")))
    return measured


def _count(count: Counter[str], question: str, got: list[str], wanted: list[str], also: list[str]) -> None:
    right = [each for each in got if any(_same(question, each, other) for other in (*wanted, *also))]
    found = [each for each in wanted if any(_same(question, each, other) for other in got)]
    if len(wanted) == 1 and right:
        found = wanted
    count.update(proposed=len(got), right=len(right), wanted=len(wanted), found=len(found))


def _listed(label: object) -> list[str]:
    labels = label if isinstance(label, list) else [] if label is None else [label]
    return [str(each) for each in labels if each != "unknown"]


def _same(question: str, one: str, other: str) -> bool:
    """Sums by what they are, times where they can be one and the same."""
    if question not in (*SUMS, *TIMES):
        return one == other
    try:
        if question in SUMS:
            first, second = read_sum(one), read_sum(other)
            return (first.fen, first.said.replace("大约", "")) == (second.fen, second.said.replace("大约", ""))
        earlier, later = read_when(one, NOW), read_when(other, NOW)
    except Unreadable:
        return one == other
    return earlier is not None and later is not None and earlier.first <= later.last and later.first <= earlier.last


def replies(path: Path) -> list[dict[str, Any]]:
    """The replies of a set, each with its labels."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["reply"]
    return found


def stage_of_kind(kind: str) -> str:
    """The stage that a kind of reply stands for; none for one that says nothing of the refund."""
    if kind == "none" or kind not in REPLIES:
        return "" if kind == "none" else kind
    stage = REPLIES[kind].stage
    return stage.id if stage else "refunded"


def of_replies(path: Path) -> tuple[int, int, list[str]]:
    """How many of a set of replies were told by their kind, of how many, and those taken for a refusal that are none."""
    right, refusals = 0, []
    rows = replies(path)
    for row in rows:
        labels = labels_of(row)
        kinds = {
            stage_of_kind(kind)
            for kind in (
                *_listed(labels.get("kind", labels.get("stage", "none"))),
                *_listed(labels.get("kind_also")),
                *_listed(labels.get("stage_also")),
            )
        }
        stage = read_reply(row["text"], NOW).stage
        right += stage in kinds
        if stage == "refused" and "refused" not in kinds:
            refusals.append(row["id"])
    return right, len(rows), refusals
