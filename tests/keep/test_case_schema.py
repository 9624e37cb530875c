"""The schema of the case file says the same as the reader of it."""

import jsonschema
import pytest

from checker.keep.case_file import MAX_ITEMS, MAX_TEXT, open_case
from checker.schema import schema
from tests.keep.full_case import FULL, REFUSED, refusal

SENT = {"letter": "申诉", "on": "2026-11-24"}


def fits(case: object) -> bool:
    return jsonschema.Draft202012Validator(schema()["$defs"]["case"]).is_valid(case)


def test_what_the_page_writes_fits_the_schema():
    assert fits(FULL) and fits({"v": 1, "answers": {}})
    assert fits(FULL | {"status": {"state": "solved", "until": None}, "texts": {}, "replies": []})


@pytest.mark.parametrize(
    "changed",
    [
        {"extra": 1},
        {"v": 2},
        {"v": True},
        {"v": "1"},
        {"answers": []},
        {"answers": None},
        {"parties": []},
        {"answers": {"colour": "red"}},
        {"answers": {"goods": 5}},
        {"answers": {"problem": [5]}},
        {"answers": {"paid_on": ["x", None]}},
        {"parties": {"password": "x"}},
        {"parties": {"order_no": ["x"]}},
        {"parties": {"order_no": "9" * (MAX_TEXT + 1)}},
        {"texts": []},
        {"texts": {"x": {"from": "", "edited": ""}}},
        {"texts": {"ordinary/chat/long": {"from": "", "edited": ""}}},
        {"texts": {"ordinary/chat/text": {"from": ""}}},
        {"texts": {"ordinary/chat/text": {"from": "", "edited": 5}}},
        {"texts": {"ordinary/chat/text": {"from": "", "edited": "", "by": ""}}},
        {"texts": {"ordinary/chat/text": {"from": "", "edited": "字" * (MAX_TEXT + 1)}}},
        {
            "texts": {
                f"{'a' * (1 + number % 40)}/{'b' * (1 + number // 40)}/text": {"from": "", "edited": ""} for number in range(MAX_ITEMS + 1)
            }
        },
        {"replies": {}},
        {"replies": [None]},
        {"replies": [{"on": "2026-11-24", "reply": "x"}]},
        {"replies": [{"on": "2026-11-24"}]},
        {"replies": [{"on": "2026-11-24", "reply": "paid", "by": "x"}]},
        {"replies": [{"on": "2026-11-24", "reply": "paid"}] * (MAX_ITEMS + 1)},
        {"status": "waiting"},
        {"status": {"state": "rich"}},
        {"status": {"state": None}},
        {"status": {"until": 5}},
        {"status": {"sent": {}}},
        {"status": {"sent": [{"letter": "x"}]}},
        {"status": {"sent": [{"letter": 5, "on": "2026-11-24"}]}},
        {"status": {"mood": "bad"}},
        {"status": {"sent": [{"letter": "x", "on": "2026-11-24"}] * (MAX_ITEMS + 1)}},
        {"status": {"sent": [{"letter": "字" * (MAX_TEXT + 1), "on": "2026-11-24"}]}},
    ],
)
def test_what_is_refused_does_not_fit_the_schema(changed):
    case = FULL | changed
    assert refusal(case) and not fits(case)


@pytest.mark.parametrize(
    "more",
    [
        {"step": 0},
        {"step": True},
        {"step": "1"},
        {"step": 1.5},
        {"step": 10_001},
        {"step": None},
        {"before": []},
        {"before": None},
        {"before": {"colour": None}},
        {"before": {"stage": 5}},
        {"before": {"problem": ["late", None]}},
        {"before": {"refusal_words": "字" * (MAX_TEXT + 1)}},
    ],
)
def test_what_was_noted_says_its_place_and_what_it_changed_or_is_refused(more):
    for changed in ({"replies": [REFUSED | more]}, {"status": {"sent": [SENT | more]}}):
        case = FULL | changed
        assert next(iter(changed)) in refusal(case) and not fits(case)


def test_many_replies_of_one_day_come_back_in_their_order():
    replies = [
        {"on": "2026-11-24", "reply": reply, "step": step, "before": {}}
        for step, reply in enumerate(("silence", "refused", "silence", "more_proof"), 1)
    ]
    case = FULL | {"replies": replies}
    assert open_case(case)["replies"] == replies and fits(case)
