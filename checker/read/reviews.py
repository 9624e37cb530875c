"""What a shop's reviews give away, by a few questions that a buyer answers by looking. It ends in words, not in a score.

What was not seen is not a no: it takes nothing away and adds nothing, and it is said. The questions and their weights are rows of `reviews.toml`.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from checker.errors import AnswerError, AnswerErrors, CaseFileError
from checker.law.table import table

YES, NO, UNSEEN = "yes", "no", "unseen"
ANSWERS = (YES, NO, UNSEEN)
Weight = Literal["grave", "matters", "small"]
WEIGHTS: tuple[Weight, ...] = ("grave", "matters", "small")
"""From the heaviest: one grave answer is enough not to pay yet; a small one only says to try with little."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReviewQuestion:
    """One question. ``worry``: the answer that is a reason to be careful; ``found``: what is told then; ``why``: what it may mean; ``prevents``: what looking
    can spare; ``articles``: ids of the articles that speak of it.
    """

    id: str
    ask: str
    worry: str
    weight: Weight
    found: str
    why: str
    prevents: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """What the answers come to: ``text`` says what to do, ``because`` what was found, the heaviest first."""

    text: str
    because: tuple[str, ...]


@cache
def questions() -> tuple[ReviewQuestion, ...]:
    """The questions in the order in which they are asked, which is that of their weight."""
    return tuple(
        ReviewQuestion(
            id=row["id"],
            ask=row["ask"],
            worry=row["worry"],
            weight=row["weight"],
            found=row["found"],
            why=row["why"],
            prevents=row["prevents"],
            articles=tuple(row.get("articles", ())),
        )
        for row in _table()["question"]
    )


def weigh(answers: Mapping[str, str]) -> Said:
    """What the answers come to. ``answers``: `ANSWERS` by the question's id; a question that is not there was not answered, which weighs as one not seen.

    :raises AnswerErrors: an answer is none of the three, or its question none of these.
    """
    _check(answers)
    worries = [each for each in questions() if answers.get(each.id) == each.worry]
    because = tuple(f"{each.found}。{each.why}" for each in worries)
    seen = sum(answer != UNSEEN for answer in answers.values())
    unseen = len(questions()) - seen
    if not answers:
        return Said(text=_say("none"), because=())
    id = _comes_to(Counter(each.weight for each in worries), mostly_unseen=unseen > seen)
    counts = {"worries": len(worries), "graves": sum(each.weight == "grave" for each in worries)}
    text = _say(id, **counts)
    return Said(text=text + _say("also_unseen", unseen=unseen) if unseen and id != "unseen" else text, because=because)


def read_reviews(text: str) -> Said:
    """What answers come to that are written as JSON: an object with an answer by the id of each question.

    :raises CaseFileError: it is no such object, or has a question that is none of these.
    :raises AnswerErrors: as :func:`weigh`.
    """
    try:
        answers = json.loads(text)
    except (ValueError, RecursionError):
        answers = None
    # Names that are none of ours are not told back: they may be anything, and any number of them.
    if not isinstance(answers, dict) or not answers.keys() <= {each.id for each in questions()}:
        names = "、".join(each.id for each in questions())
        raise CaseFileError(f"答案要写成 JSON：题的名字，和 {'、'.join(ANSWERS)} 里的一个。题有 {names}")
    return weigh(answers)


def _comes_to(count: Mapping[Weight, int], *, mostly_unseen: bool) -> str:
    """The row of [say]. Small things beside one that matters count as well."""
    if count["grave"]:
        return "grave"
    if count["matters"]:
        return "several" if count["matters"] + count["small"] > 1 else "one"
    if mostly_unseen:
        return "unseen"
    return "small" if count["small"] else "clear"


def _check(answers: Mapping[str, str]) -> None:
    known = {each.id for each in questions()}
    wrong = [
        AnswerError(field=id, code="option", message="每一条选“有”“没有”或者“看不到”")
        for id, answer in answers.items()
        if id not in known or answer not in ANSWERS
    ]
    if wrong:
        raise AnswerErrors(wrong)


def _say(id: str, **counts: int) -> str:
    say = _table()["say"]
    sentence: str = say[id].format(**{name: say["numbers"][count] for name, count in counts.items()})
    return sentence


@cache
def _table() -> dict[str, Any]:
    return table("reviews", "checker.read")
