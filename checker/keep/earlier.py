"""Answers that were kept while the form asked otherwise, as the form of today asks.

The page does the same with what a browser has kept (`checker/web/earlier.mjs`), by the same rows.
"""

from collections.abc import Mapping
from typing import Any

from checker.ask.question import UNKNOWN, chosen

NO_ANSWER = ""
GONE = ("purpose",)
"""Questions that are asked no more."""
ASKED_THEN = ("self", "resale", UNKNOWN)
"""Until 0.9 it was asked apart what it was bought for (``purpose``); an answer to it tells a case of that time."""
ROWS: tuple[tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]], ...] = (
    # The seller is chosen under what it was bought for as a heading. Of a supplier it is not asked what kind of seller he is.
    ({"purpose": ("resale",)}, {"seller_kind": "supplier"}),
    ({"purpose": ("self",), "seller_kind": (NO_ANSWER, UNKNOWN)}, {"seller_kind": "unclear"}),
    ({"purpose": (UNKNOWN,)}, {"seller_kind": UNKNOWN}),
    # A refusal by somebody who had looked did not say whether it was the shop or the platform.
    ({"refused_by": ("person",)}, {"refused_by": UNKNOWN}),
    # Who else deals with it was asked while an answer was still waited for.
    (
        {
            "purpose": ASKED_THEN,
            "stage": ("asked_waiting", "more_proof"),
            "elsewhere": ("payment", "12315", "12315_over", "association", "court"),
        },
        {"stage": "complained"},
    ),
)
"""What was answered then, each of it, and what is answered instead; in this order."""


def of_today(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with what was asked otherwise before translated. What is no answer stays, to be named as wrong."""
    found = dict(answers)
    for was, becomes in ROWS:
        if all((_given(found.get(id)) or (NO_ANSWER,))[0] in values for id, values in was.items()):
            found |= becomes
    return {id: answer for id, answer in found.items() if id not in GONE or _given(answer) is None}


def _given(answer: object) -> tuple[str, ...] | None:
    """What was chosen; nothing where it is no answer."""
    if answer is None or isinstance(answer, str) or (isinstance(answer, list) and all(isinstance(each, str) for each in answer)):
        return chosen(answer)
    return None
