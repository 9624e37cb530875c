"""What the page takes back: everything it writes, and nothing else; every problem named at once."""

import json

import pytest

from checker.ask.events import AT_MOST, LONGEST
from checker.errors import CaseFileError
from checker.keep.case_file import MAX_ITEMS, MAX_TEXT, open_case, read_case
from checker.keep.replies import REPLIES
from tests.keep.full_case import FULL, REFUSED, refusal


def test_what_the_page_writes_comes_back_as_it_is():
    assert open_case(json.loads(json.dumps(FULL))) == FULL
    assert open_case({"v": 1, "answers": {}}) == {
        "v": 1,
        "answers": {},
        "parties": {},
        "events": [],
        "texts": {},
        "replies": [],
        "status": {},
    }


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"extra": 1}, "extra"),
        ({"v": 2}, "版本"),
        ({"v": True}, "版本"),
        ({"answers": []}, "answers"),
        ({"parties": []}, "parties"),
        ({"answers": {"colour": "red"}}, "colour"),
        ({"answers": {"goods": 5}}, "goods"),
        ({"answers": {"problem": [5]}}, "problem"),
        ({"answers": {"error_text": "字" * (MAX_TEXT + 1)}}, "error_text"),
        ({"parties": {"password": "x"}}, "password"),
        ({"parties": {"order_no": ["x"]}}, "order_no"),
        ({"texts": []}, "texts"),
        ({"texts": {"x": {"from": "", "edited": ""}}}, "texts"),
        ({"texts": {"ordinary/chat/text": {"from": ""}}}, "texts"),
        ({"texts": {"ordinary/chat/text": {"from": "", "edited": 5}}}, "texts"),
        ({"replies": {}}, "replies"),
        ({"replies": [{"on": "2026-02-30", "reply": "refused"}]}, "第 1 条"),
        ({"replies": [{"on": "2026-11-24", "reply": "x"}]}, "第 1 条"),
        ({"replies": [{"on": "2026-11-24", "reply": "paid"}] * (MAX_ITEMS + 1)}, "replies"),
        ({"status": "waiting"}, "status"),
        ({"status": {"state": "rich"}}, "state"),
        ({"status": {"until": "明天"}}, "until"),
        ({"status": {"until": "2026-13-01"}}, "until"),
        ({"status": {"sent": [{"letter": "x"}]}}, "sent"),
        ({"status": {"mood": "bad"}}, "mood"),
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


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"v": "1"}, "版本"),
        ({"v": 1.0}, "版本"),
        ({"v": None}, "版本"),
        ({"answers": None}, "“answers”要是一个对象"),
        ({"parties": None}, "“parties”要是一个对象"),
        ({"answers": {"goods": None}}, "goods"),
        ({"answers": {"problem": ["a", None]}}, "problem"),
        ({"answers": {"problem": [["a"]]}}, "problem"),
        ({"answers": {"goods": {"a": "b"}}}, "goods"),
        ({"answers": {"problem": ["字" * (MAX_TEXT + 1)]}}, "problem"),
        ({"parties": {"order_no": None}}, "order_no"),
        ({"parties": {"order_no": "9" * (MAX_TEXT + 1)}}, "order_no"),
        ({"texts": None}, "texts"),
        ({"replies": None}, "replies"),
        ({"status": None}, "status"),
        ({"status": []}, "status"),
        ({"texts": {"ordinary/chat/text": None}}, "ordinary/chat/text"),
        ({"texts": {"ordinary/chat/text": {"from": "", "edited": "", "by": ""}}}, "ordinary/chat/text"),
        ({"texts": {"ordinary/chat/text": {"from": "", "edited": "字" * (MAX_TEXT + 1)}}}, "ordinary/chat/text"),
        ({"replies": [{"on": "2026-11-24", "reply": "paid"}, None]}, "第 2 条"),
        ({"replies": [{"on": "2026-11-24"}]}, "第 1 条"),
        ({"replies": [{"reply": "paid"}]}, "第 1 条"),
        ({"replies": [{"on": "2026-11-24", "reply": "paid", "by": "x"}]}, "第 1 条"),
        ({"replies": [{"on": None, "reply": "paid"}]}, "第 1 条"),
        ({"status": {"state": None}}, "state"),
        ({"status": {"state": ["open"]}}, "state"),
        ({"status": {"until": ["2026-11-24"]}}, "until"),
        ({"status": {"until": ""}}, "until"),
        ({"status": {"sent": None}}, "sent"),
        ({"status": {"sent": {}}}, "sent"),
        ({"status": {"sent": [None]}}, "sent"),
        ({"status": {"sent": [{"letter": 5, "on": "2026-11-24"}]}}, "sent"),
        ({"status": {"sent": [{"letter": "x", "on": "2026-02-29"}]}}, "sent"),
        ({"status": {"sent": [{"letter": "x", "on": "2026-11-24", "to": "y"}]}}, "sent"),
    ],
)
def test_every_other_shape_is_refused_by_name(changed, named):
    assert named in refusal(FULL | changed)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "ordinary/chat",
        "ordinary/chat/long",
        "Ordinary/chat/text",
        "ordinary/chat/text/",
        "/chat/text",
        "ordinary/chat/text\n",
        "a" * 41 + "/chat/text",
        "ordinary/聊天/text",
        "../chat/text",
        "ordinary/1-2/text",
        "ordinary/chat/text/0",
        "ordinary/chat/text/01",
        "ordinary/chat/text/1000",
        "ordinary/chat/blanks",
    ],
)
def test_a_text_has_a_route_a_name_and_a_length(key):
    assert "texts" in refusal(FULL | {"texts": {key: {"from": "1", "edited": "2"}}})


@pytest.mark.parametrize(
    "key",
    [
        "ordinary/complaint_12315/short",
        "ordinary/chat/text/1",
        "ordinary/chat/text/10",
        "ordinary/chat/short/999",
        "ordinary/chat/blank",
        "ordinary/chat/blank/12",
        "unauthorised_payment/police/text",
        "a" * 40 + "/" + "b" * 40 + "/text",
    ],
)
def test_the_names_that_texts_have(key):
    assert open_case(FULL | {"texts": {key: {"from": "", "edited": "2"}}})["texts"] == {key: {"from": "", "edited": "2"}}


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-29",
        "2026-04-31",
        "2026-00-10",
        "0000-01-01",
        "2026-1-5",
        "20261124",
        "2026/11/24",
        "2026-11-24T10:00",
        "2026-11-24 ",
        "2026-11-24\n",
        "２０２６-１１-２４",
        "٢٠٢٦-١١-٢٤",
        "2026-W48-2",
        "今天",
        "",
    ],
)
def test_a_day_that_is_none_is_refused_wherever_days_stand(day):
    for changed in (
        {"replies": [{"on": day, "reply": "paid"}]},
        {"status": {"until": day}},
        {"status": {"sent": [{"letter": "x", "on": day}]}},
    ):
        assert next(iter(changed)) in refusal(FULL | changed)


@pytest.mark.parametrize("day", ["2024-02-29", "2026-12-31", "1999-01-01", "9999-12-31"])
def test_a_day_that_is_one_comes_back(day):
    case = FULL | {
        "replies": [{"on": day, "reply": "paid"}],
        "status": {"state": "solved", "until": day, "sent": [{"letter": "x", "on": day}]},
    }
    assert open_case(case) == case


def test_at_the_limit_is_not_over_it():
    entry, sent = {"on": "2026-11-24", "reply": "silence"}, {"letter": "字" * MAX_TEXT, "on": "2026-11-24"}
    edit = {"from": "字" * MAX_TEXT, "edited": "字" * MAX_TEXT}
    names = [f"{'a' * (1 + number % 40)}/{'b' * (1 + number // 40)}/text" for number in range(MAX_ITEMS + 1)]
    full = {
        "v": 1,
        "answers": {"error_text": "字" * MAX_TEXT, "paid_on": ["字" * MAX_TEXT]},
        "parties": {"order_no": "9" * MAX_TEXT},
        "events": [{"when": "1" * 60, "what": "字" * LONGEST}] * AT_MOST + [{"of": "x" * 40}] * (MAX_ITEMS - AT_MOST),
        "texts": dict.fromkeys(names[:MAX_ITEMS], edit),
        "replies": [entry] * MAX_ITEMS,
        "status": {"sent": [sent] * MAX_ITEMS},
    }
    assert open_case(full) == full
    assert "texts" in refusal(full | {"texts": dict.fromkeys(names, edit)})
    assert "events" in refusal(full | {"events": [{"what": "a"}] * (AT_MOST + 1)})
    assert "events" in refusal(full | {"events": [{"of": "a"}] * (MAX_ITEMS + 1)})
    assert "replies" in refusal(full | {"replies": [entry] * (MAX_ITEMS + 1)})
    assert "sent" in refusal(full | {"status": {"sent": [sent] * (MAX_ITEMS + 1)}})
    assert "sent" in refusal(full | {"status": {"sent": [sent | {"letter": "字" * (MAX_TEXT + 1)}]}})


@pytest.mark.parametrize("state", ["open", "waiting", "solved"])
def test_the_three_states(state):
    assert open_case(FULL | {"status": {"state": state, "until": None}})["status"] == {"state": state, "until": None}


@pytest.mark.parametrize("reply", [reply.id for reply in REPLIES])
def test_every_reply_that_there_is_comes_back(reply):
    assert open_case(FULL | {"replies": [{"on": "2026-11-24", "reply": reply}]})["replies"] == [{"on": "2026-11-24", "reply": reply}]


def test_answers_come_back_however_they_read():
    answers = {
        "goods": "game_card",
        "problem": [],
        "paid_on": "2026-02-30",
        "paid_amount": "很多",
        "error_text": "\u202e{{ 7*7 }}\x00",
        "arrived_on": "",
    }
    assert open_case({"v": 1, "answers": answers})["answers"] == answers


@pytest.mark.parametrize(
    ("answers", "named"),
    [({"goods": "nope"}, "nope"), ({"problem": ["late", "nope"]}, "nope"), ({"goods": ["game_card", "x" * 60]}, "x" * 40)],
)
def test_a_choice_that_is_not_there_is_refused_with_its_name(answers, named):
    said = refusal({"v": 1, "answers": answers})
    assert f"“{named}”" in said and "late" not in said and "game_card" not in said


def test_what_comes_back_may_be_written_to():
    """The page adds to it; the file that was read stays as it was."""
    case = json.loads(json.dumps(FULL))
    got = open_case(case)
    got["answers"]["goods"], got["parties"]["order_no"] = "membership", "B2"
    assert case == FULL


def test_the_outside_is_judged_before_the_inside_and_all_of_it():
    said = refusal({"v": 3, "parties": [], "k\u200bey" * 20: 1, "b": 2})
    assert said.split("；") == [
        f"没有“{('key' * 20)[:40]}”这一项",
        "没有“b”这一项",
        "案件文件的版本（v）要是 1",
        "“parties”要是一个对象",
        "缺少“answers”这一项",
    ]


def test_every_part_inside_is_named_at_once():
    bad = {"on": "x", "reply": "paid"}
    said = refusal(
        {
            "v": 1,
            "answers": {"goods": 5, "colour": "red"},
            "parties": {"order_no": 5, "password": "x"},
            "texts": {"a": {}, "b": {}},
            "replies": [bad, {"on": "2026-11-24", "reply": "paid"}, bad],
            "status": {"mood": 1, "state": "rich", "until": "x", "sent": 1},
        }
    ).split("；")
    named = ["goods", "colour", "order_no", "password", "“a”", "“b”", "第 1 条", "第 3 条", "mood", "state", "until", "sent"]
    assert len(said) == len(named) and all(part in sentence for part, sentence in zip(named, said, strict=True))


@pytest.mark.parametrize("part", ["answers", "parties", "texts", "status", None])
def test_no_name_in_a_file_misleads_in_a_message(part):
    name = "\u202eab\u200b\x00\ud800" + "长" * 100
    said = refusal(FULL | ({part: {name: "x"}} if part else {name: "x"}))
    assert "“ab" + "长" * 38 + "”" in said and not set("\u202e\u200b\x00\ud800") & set(said)


def test_reading_a_case_judges_its_outside_only():
    assert read_case(FULL) == (FULL["answers"], FULL["parties"], FULL["events"])
    assert read_case({"v": 1, "answers": {"colour": 5}, "texts": 5, "status": "waiting"}) == ({"colour": 5}, {}, [])
    for bad in (
        {"v": 2, "answers": {}},
        {"v": 1},
        {"v": 1, "answers": []},
        {"v": 1, "answers": {}, "parties": []},
        {"v": 1, "answers": {}, "x": 1},
    ):
        with pytest.raises(CaseFileError):
            read_case(bad)


def test_a_choice_that_is_not_there_is_refused_before_too():
    assert "第 1 条" in refusal(FULL | {"replies": [REFUSED | {"before": {"stage": "nope"}}]})
