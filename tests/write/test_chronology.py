"""The facts part of a text: its lines, their order, and what the reader makes of them."""

import json
import re
from datetime import datetime
from itertools import pairwise, permutations

import pytest

from checker.ask.answers import read_answers
from checker.ask.events import read_events
from checker.ask.parties import Parties
from checker.bridge import check
from checker.decide.verdict import assess
from checker.publish.stories import stories
from checker.write.writing import course, letters

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
REFUSED = {
    "goods": "game_card",
    "problem": ["unusable"],
    "goods_used": "untouched",
    "failure": "already_used",
    "support_fixed": "no",
    "issuer_says": "not_asked",
    "seller_kind": "shop",
    "seller_identity": "known",
    "paid_amount": "268",
    "paid_on": "2026-11-18",
    "channel": "wechat",
    "evidence": ["order", "error", "chat"],
    "stage": "refused",
    "asked_on": "2026-11-19",
    "refusal_ground": ["used"],
    "refusal_words": "卡密已使用，不予退款",
    "refused_by": "shop",
    "wish": "refund",
    "refused_on": "2026-11-21",
    "elsewhere": "none",
    "truthful": "yes",
}


def told(answers: dict, events: list | None = None, name: str = "appeal") -> list[str]:
    """The numbered lines of the facts part of one text."""
    verdict = check({"v": 1, "answers": answers, "events": events or []}, NOW)
    letter = next(each for matter in verdict["matters"] for each in matter["letters"] if each["name"] == name)
    facts = letter["text"].partition("一、事实\n")[2].partition("\n\n二、")[0]
    return [match[1] for line in facts.splitlines() if (match := re.match(r"\d+\. (.*)", line))]


def ids(answers: dict, events: list) -> list[str]:
    (matter, *_) = check({"v": 1, "answers": answers, "events": events}, NOW)["matters"]
    return [line["id"] + ("-" if line["struck"] else "") for line in matter["chronology"]]


def test_the_facts_are_told_in_the_order_of_time():
    lines = told(REFUSED, [{"of": "asked", "when": "2026-11-19"}])
    assert lines[0].startswith("2026 年 11 月 18 日，本人在") and "实际付款 268 元（微信支付）" in lines[0]
    assert lines[3] == "2026 年 11 月 19 日，本人提出退款。" and "原话是“卡密已使用，不予退款”" in lines[4]


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        ("nothing", "至今没有收到任何答复。"),
        ("automatic", "至今只收到自动回复，没有处理结果。"),
        ("put_off", "至今没有处理结果，得到的答复只是等待，没有说等到哪一天。"),
        ("unknown", "至今没有得到处理结果。"),
    ],
)
def test_silence_a_machine_and_stalling_each_have_their_sentence_and_are_no_refusal(heard, words):
    lines = told(REFUSED | {"stage": "asked_waiting", "heard": heard}, name="demand")
    assert words in lines and not any("拒绝" in line for line in lines)


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("partial_offer", "只得到退还 100 元的答复，原话是“卡密已使用，不予退款”"),
        ("partly_paid", "已经退还 100 元，其余没有退"),
        ("appeal_refused", "申诉以后仍被拒绝"),
        ("outside", "平台让本人自己找卖家"),
    ],
)
def test_a_half_answer_is_told_as_what_it_is(stage, words):
    answers = REFUSED | {"stage": stage, "offer_amount": "100"}
    name = "complaint_12315" if stage in ("appeal_refused", "outside") else "appeal"
    assert any(words in line for line in told(answers, name=name))


def test_a_line_of_ones_own_stands_where_its_day_says_with_its_words_as_they_are():
    lines = told(REFUSED, [{"when": "2026-11-20", "what": "客服说“稍等”，没有再回"}, {"what": "换了手机试过，一样"}])
    assert lines[4] == "2026 年 11 月 20 日，客服说“稍等”，没有再回。"
    assert lines[-1] == "换了手机试过，一样。"


def test_what_a_claim_rests_on_cannot_be_left_out_and_what_it_does_not_can():
    struck = [{"of": id, "struck": True} for id in ("order", "unusable", "use", "asked", "answered")]
    assert ids(REFUSED, struck) == ["order", "unusable", "use-", "asked", "answered"]
    assert "卡密没有使用过。" not in told(REFUSED, struck)
    used = REFUSED | {"goods_used": "part_used", "part_unit": "pieces", "part_total": "3", "part_used": "1"}
    assert any("已经使用了一部分" in line for line in told(used, struck))


def test_the_order_given_holds_but_no_line_passes_one_that_is_known_to_be_earlier():
    wanted = [{"of": "answered"}, {"of": "use"}, {"of": "asked"}, {"of": "unusable"}, {"of": "order"}]
    found = ids(REFUSED, [{"of": "asked", "when": "2026-11-19"} if each == {"of": "asked"} else each for each in wanted])
    assert found.index("order") < found.index("asked") < found.index("answered")
    assert ids(REFUSED, [{"of": "order"}, {"of": "use"}, {"of": "unusable"}])[:3] == ["order", "use", "unusable"]


def test_in_whatever_order_days_are_given_the_lines_stand_by_them():
    own = [{"when": f"2026-11-{day}", "what": f"第 {day}"} for day in (17, 19, 20, 22)]
    for order in permutations(own):
        lines = told(REFUSED, list(order))
        days = [int(match[1]) for line in lines if (match := re.match(r"2026 年 11 月 (\d+) 日", line))]
        assert days == sorted(days)


def test_a_line_that_came_later_stands_where_it_belongs_in_an_order_given_before():
    before = [{"of": "order"}, {"of": "use"}, {"of": "unusable"}]
    assert ids(REFUSED, before) == ["order", "use", "unusable", "asked", "answered"]


def test_a_line_may_rise_only_where_its_day_allows():
    (matter, *_) = check({"v": 1, "answers": REFUSED, "events": [{"of": "asked", "when": "2026-11-19"}]}, NOW)["matters"]
    assert [line["may_rise"] for line in matter["chronology"]] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("他们是骗子", "骂人"),
        ("卡密是 ABCD-1234-EFGH-5678", "遮住"),
        ("钱已经全部退到账了", "答案不是这样"),
        ("客服答应退款", "答案不是这样"),
        ("官方已确认是假的", "官方"),
        ("这张卡从未用过", ""),
        ("客服拒绝了", ""),
    ],
)
def test_ones_own_words_are_read_again(words, remark):
    (matter, *_) = check({"v": 1, "answers": REFUSED, "events": [{"what": words}]}, NOW)["matters"]
    (line,) = [each for each in matter["chronology"] if each["by_reader"]]
    assert remark in "".join(each["advice"] for each in line["remarks"]) and bool(line["remarks"]) is bool(remark)


def test_days_and_sums_of_ones_own_lines_are_no_surprise_to_the_lint():
    own = [{"when": "2026-11-20", "what": "客服说只能退 30 元，2026-11-23 以前答复"}]
    verdict = check({"v": 1, "answers": REFUSED, "events": own}, NOW)
    remarks = [each for matter in verdict["matters"] for letter in matter["letters"] for each in letter["lint"]]
    assert not [each for each in remarks if "30 元" in each["sentence"] or "11-23" in each["sentence"]]


def test_an_event_that_cannot_be_read_takes_no_conclusion_away():
    verdict = check({"v": 1, "answers": REFUSED, "events": [{"when": "2099-01-01", "what": "要去"}]}, NOW)
    assert verdict["matters"][0]["letters"] and any("第 1 条" in each for each in verdict["warnings"])


@pytest.mark.parametrize("name", stories())
def test_no_text_of_a_story_tells_a_line_twice_or_a_later_day_first(name):
    story = stories()[name]
    now = datetime.fromisoformat(story.now)
    facts = read_answers(json.loads(json.dumps(story.answers)), now)
    for matter in assess(facts, now).matters:
        for letter in (each for each in letters(matter, facts, Parties(), now) if "一、事实\n" in each.text):
            lines = re.findall(r"^\d+\. (.*)$", letter.text.partition("一、事实\n")[2].partition("\n\n二、")[0], re.MULTILINE)
            assert lines and len(lines) == len(set(lines)), letter.text
        for line, after in pairwise(course(matter, facts, Parties(), now)):
            assert line.when is None or after.when is None or line.when.earliest <= after.when.latest


def test_entries_that_name_no_line_of_this_case_change_nothing():
    entries, _ = read_events([{"of": "nothing", "struck": True}, {"of": "ghost"}], NOW)
    facts = read_answers(REFUSED, NOW)
    (matter, *_) = assess(facts, NOW).matters
    assert [line.id for line in course(matter, facts, Parties(), NOW, entries)] == [
        line.id for line in course(matter, facts, Parties(), NOW)
    ]


def test_a_day_given_to_a_line_that_has_none_stands_at_its_head_and_an_answers_day_stays():
    given = [{"of": "asked", "when": "2026-11-19"}, {"of": "answered", "when": "2026-11-23"}]
    lines = told(REFUSED, given)
    assert "2026 年 11 月 19 日，本人提出退款。" in lines
    assert any(line.startswith("2026 年 11 月 21 日，这个要求被拒绝") for line in lines)
    (matter, *_) = check({"v": 1, "answers": REFUSED, "events": given}, NOW)["matters"]
    assert {line["id"]: line["dated"] for line in matter["chronology"]}["asked"] is True


def test_a_day_given_to_one_line_moves_no_other():
    given = [{"of": "asked", "when": "2026-11-19"}, {"what": "问过三次"}]
    assert ids(REFUSED, given) == ["order", "unusable", "use", "asked", "answered", "own-1"]


def test_what_a_file_names_twice_is_told_once():
    assert ids(REFUSED, [{"of": "use"}, {"of": "use"}, {"of": "order"}]).count("use") == 1
    assert told(REFUSED, [{"what": "问过三次"}, {"what": "问过三次"}]).count("问过三次。") == 1


def test_a_line_with_a_blank_for_its_day_is_given_none_beside_it():
    without = {key: value for key, value in REFUSED.items() if key != "paid_on"}
    assert told(without, [{"of": "order", "when": "2026-11-18"}])[0].startswith("【请填写：付款日期】，本人")
