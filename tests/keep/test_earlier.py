"""A case that was kept before the form changed opens with its answers."""

import pytest

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
        ({"refused_by": "person"}, {"refused_by": "unknown"}),
        ({"refused_by": "machine"}, {"refused_by": "machine"}),
    ],
)
def test_what_was_answered_before_opens_as_it_is_asked_today(before, today):
    assert of_today(KEPT | before) == KEPT | today
    assert open_case({"v": 1, "answers": KEPT | before})["answers"] == KEPT | today
