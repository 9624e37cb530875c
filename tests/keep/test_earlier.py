"""A case that was kept before the form changed opens with its answers."""

import pytest

from checker.errors import CaseFileError
from checker.keep.case_file import open_case
from checker.keep.earlier import of_today

KEPT = {"goods": "game_card", "problem": ["unusable"], "paid_on": "三天前"}


@pytest.mark.parametrize(
    ("before", "today"),
    [
        ({"purpose": "self", "seller_kind": "shop"}, {"seller_kind": "shop"}),
        ({"purpose": "self", "seller_kind": "unknown"}, {"seller_kind": "unclear"}),
        ({"purpose": "self"}, {"seller_kind": "unclear"}),
        ({"purpose": "resale", "seller_kind": "shop"}, {"seller_kind": "supplier"}),
        ({"purpose": "unknown", "seller_kind": "shop"}, {"seller_kind": "unknown"}),
        ({"seller_kind": "shop"}, {"seller_kind": "shop"}),
        ({"purpose": ["resale"], "seller_kind": "shop"}, {"seller_kind": "supplier"}),
        (
            {"purpose": "self", "seller_kind": "shop", "stage": "asked_waiting", "elsewhere": "12315"},
            {"seller_kind": "shop", "stage": "complained", "elsewhere": "12315"},
        ),
        ({"stage": "asked_waiting", "elsewhere": "12315"}, {"stage": "asked_waiting", "elsewhere": "12315"}),
        ({"refused_by": "person"}, {"refused_by": "unknown"}),
        ({"refused_by": "machine"}, {"refused_by": "machine"}),
    ],
)
def test_what_was_answered_before_opens_as_it_is_asked_today(before, today):
    assert of_today(KEPT | before) == KEPT | today
    assert open_case({"v": 1, "answers": KEPT | before})["answers"] == KEPT | today


def test_what_a_reply_changed_then_opens_too():
    noted = {"on": "2026-11-20", "reply": "refused", "step": 1, "before": {"refused_by": "person", "refusal_words": None}}
    sent = {"on": "2026-11-21", "letter": "appeal", "before": {"purpose": "self"}}
    case = {"v": 1, "answers": KEPT, "replies": [noted], "status": {"state": "open", "sent": [sent]}}
    opened = open_case(case)
    assert opened["replies"][0]["before"] == {"refused_by": "unknown", "refusal_words": None}
    assert opened["status"]["sent"][0]["before"] == {}


def test_what_is_no_answer_is_named_and_not_dropped():
    with pytest.raises(CaseFileError, match="purpose"):
        open_case({"v": 1, "answers": KEPT | {"purpose": 7}})
