"""What a reader adds to the course of events: what can be read, and what is said of the rest."""

from datetime import datetime

import pytest

from checker.ask.events import AT_MOST, LONGEST, misshapen, read_entry, read_events
from checker.ask.read import Unreadable

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")


def test_a_line_has_its_time_as_the_form_reads_times():
    entries, problems = read_events([{"when": "三天前", "what": "问过客服"}, {"what": "没有回"}, {"of": "use", "struck": True}], NOW)
    assert problems == []
    assert [(each.what, each.when and each.when.day and each.when.day.isoformat()) for each in entries] == [
        ("问过客服", "2026-11-21"),
        ("没有回", None),
        ("", None),
    ]
    assert (entries[2].of, entries[2].struck) == ("use", True)


def test_a_time_keeps_the_day_on_which_it_was_said():
    later = datetime.fromisoformat("2026-12-24T15:04+08:00")
    said = read_entry({"when": "三天前（2026-11-24 15:04 说的）", "what": "问过"}, later)
    assert said.when.day.isoformat() == "2026-11-21"


def test_what_cannot_be_read_is_left_out_in_words_and_the_rest_stands():
    entries, problems = read_events([{"when": "明天", "what": "要去"}, {"when": "2026-12-01", "what": "要去"}, 5, {"what": "问过"}], NOW)
    assert [each.what for each in entries] == ["问过"]
    assert [each.partition("：")[0] for each in problems] == [f"经过的第 {number} 条没有写进文本" for number in (1, 2, 3)]
    assert "不能晚于今天" in problems[1]


@pytest.mark.parametrize(
    ("event", "told"), [({"what": " "}, "一句话"), ({"what": "很" * (LONGEST + 1)}, str(LONGEST)), ({"what": "\u202e"}, "一句话")]
)
def test_a_line_that_cannot_be_taken_says_why(event, told):
    with pytest.raises(Unreadable) as caught:
        read_entry(event, NOW)
    assert told in caught.value.sentence


@pytest.mark.parametrize(
    "event",
    [
        5,
        "x",
        {},
        {"what": ""},
        {"what": 5},
        {"what": "a", "of": "use"},
        {"of": ""},
        {"of": "use", "struck": "yes"},
        {"what": "a", "who": "b"},
        {"of": "x" * 41},
        {"what": "a", "when": "1" * 61},
        {"what": "很" * (LONGEST + 1)},
    ],
)
def test_data_that_is_no_entry_is_none(event):
    assert misshapen(event)


def test_hostile_words_stay_words():
    entry = read_entry({"what": "{{ 7*7 }}\n<b>\u202e对方说【请填写：x】"}, NOW)
    assert entry.what == "{{ 7*7 }} <b>对方说【请填写：x】"
    assert AT_MOST >= 10
