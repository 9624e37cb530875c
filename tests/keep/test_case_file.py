"""What the page takes back: everything it writes, and nothing else; every problem named at once."""

import json

import pytest

from checker.errors import CaseFileError
from checker.keep.case_file import MAX_ITEMS, MAX_TEXT, open_case, read_case

FULL = {
    "v": 1,
    "answers": {"goods": "game_card", "problem": ["unusable"], "paid_on": "不记得是哪天"},
    "parties": {"order_no": "A1"},
    "texts": {"ordinary/refund_request/text": {"from": "原文", "edited": "改过"}},
    "replies": [{"on": "2026-11-24", "reply": "refused"}],
    "status": {"state": "waiting", "until": "2026-11-30", "sent": [{"letter": "退款申请", "on": "2026-11-24"}]},
}


def test_what_the_page_writes_comes_back_as_it_is():
    assert open_case(json.loads(json.dumps(FULL))) == FULL
    assert open_case({"v": 1, "answers": {}}) == {"v": 1, "answers": {}, "parties": {}, "texts": {}, "replies": [], "status": {}}


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"extra": 1}, "extra"), ({"v": 2}, "版本"), ({"v": True}, "版本"), ({"answers": []}, "answers"), ({"parties": []}, "parties"),
        ({"answers": {"colour": "red"}}, "colour"), ({"answers": {"goods": 5}}, "goods"), ({"answers": {"problem": [5]}}, "problem"),
        ({"answers": {"error_text": "字" * (MAX_TEXT + 1)}}, "error_text"), ({"parties": {"password": "x"}}, "password"),
        ({"parties": {"order_no": ["x"]}}, "order_no"), ({"texts": []}, "texts"), ({"texts": {"x": {"from": "", "edited": ""}}}, "texts"),
        ({"texts": {"ordinary/chat/text": {"from": ""}}}, "texts"), ({"texts": {"ordinary/chat/text": {"from": "", "edited": 5}}}, "texts"),
        ({"replies": {}}, "replies"), ({"replies": [{"on": "2026-02-30", "reply": "refused"}]}, "第 1 条"), ({"replies": [{"on": "2026-11-24", "reply": "x"}]}, "第 1 条"),
        ({"replies": [{"on": "2026-11-24", "reply": "paid"}] * (MAX_ITEMS + 1)}, "replies"), ({"status": "waiting"}, "status"), ({"status": {"state": "rich"}}, "state"),
        ({"status": {"until": "明天"}}, "until"), ({"status": {"until": "2026-13-01"}}, "until"), ({"status": {"sent": [{"letter": "x"}]}}, "sent"), ({"status": {"mood": "bad"}}, "mood"),
    ],
)
def test_anything_else_is_refused_by_name(changed, named):
    with pytest.raises(CaseFileError) as caught:
        open_case(FULL | changed)
    assert named in str(caught.value)


def test_all_problems_are_named_at_once_and_names_cannot_mislead():
    with pytest.raises(CaseFileError) as caught:
        open_case({"v": 1, "answers": {"a\u202eb" + "x" * 60: "1"}, "parties": {"p": "1"}, "texts": [], "status": 5})
    said = str(caught.value)
    assert all(part in said for part in ("“answers”里没有“abx", "“parties”里没有“p”", "“texts”", "“status”")) and "\u202e" not in said
    assert "x" * 41 not in said


@pytest.mark.parametrize("case", [None, [], "x", 5])
def test_a_file_that_is_no_object(case):
    with pytest.raises(CaseFileError):
        read_case(case)
