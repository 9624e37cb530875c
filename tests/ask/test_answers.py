"""Raw answers become facts, or all errors at once."""

from datetime import date, datetime

import pytest

from checker.ask.answers import read_answers
from checker.ask.parties import PARTY_FIELDS, read_parties
from checker.ask.question import asked
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.read import clean
from checker.ask.when import on
from checker.errors import AnswerErrors
from checker.publish.stories import complete

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
CODE = complete(
    {
        "goods": "game_card",
        "problem": ["unusable"],
        "goods_used": "tried",
        "failure": "already_used",
        "support_fixed": "no",
        "channel": "wechat",
        "evidence": ["error"],
        "stage": "not_asked",
        "truthful": "yes",
    }
)
DELIVERY = complete(
    {
        "goods": "game_card",
        "problem": ["not_delivered"],
        "channel": "wechat",
        "evidence": ["order"],
        "stage": "not_asked",
        "truthful": "yes",
        "promised": "instant",
    }
)


def errors(raw: dict) -> dict[str, str]:
    with pytest.raises(AnswerErrors) as caught:
        read_answers(raw, NOW)
    return {error.field: error.code for error in caught.value.errors}


def test_unknown_becomes_none_and_no_stays_no():
    facts = read_answers(CODE | {"failure": "unknown"}, NOW)
    assert facts.failure is None
    assert facts.support_fixed == "no"


def test_all_errors_come_together_in_the_order_of_the_questions():
    found = errors({**CODE, "paid_amount": "1.234", "paid_on": "2026-02-30", "goods_used": "", "nonsense": "x", "seller_kind": 7})
    assert found == {
        "nonsense": "unknown-question",
        "goods_used": "missing",
        "seller_kind": "type",
        "paid_amount": "three-decimals",
        "paid_on": "no-such-day",
    }
    assert list(found)[1:] == sorted(list(found)[1:], key=list(BY_ID).index)


def test_error_sentences_use_the_words_of_the_question_and_say_what_to_do():
    with pytest.raises(AnswerErrors) as caught:
        read_answers(CODE | {"paid_on": "2026-02-30", "paid_amount": "0"}, NOW)
    assert [error.message for error in caught.value.errors] == ["付款日期在日历上找不到", "付款金额要大于 0，没有付过钱就留空"]


@pytest.mark.parametrize("question", [q for q in BY_ID.values() if q.kind not in ("choice", "choices", "text")], ids=lambda q: q.id)
def test_every_typed_answer_has_an_error_that_names_it_first(question):
    """What is wrong with it goes on after the name: 付款日期 + 不能晚于今天."""
    subject, told, _ = question.error.partition("要写成")
    assert told and 2 <= len(subject.rstrip("，")) <= 14
    assert not any(word in question.error for word in ("请", "无效的", "非法", "错误："))


def test_who_topped_up_more_than_once_is_told_how_to_go_on():
    story = complete(
        {
            "goods": "platform_balance",
            "problem": ["balance_refused"],
            "balance_trouble": "part",
            "paid_amount": "100",
            "balance_left": "112",
            "truthful": "yes",
        }
    )
    with pytest.raises(AnswerErrors) as caught:
        read_answers(story, NOW)
    assert caught.value.errors[0].message.endswith("想不起来就把付款金额留空")
    assert read_answers(story | {"paid_amount": ""}, NOW).balance_fen == 11200


@pytest.mark.parametrize(
    ("goods", "problem", "question", "there"),
    [
        ("game_account", ["child_paid"], "bound_to", False),
        ("game_account", ["child_paid", "stopped_early"], "bound_to", True),
        ("game_account", ["seller_vanished"], "bound_to", True),
        ("game_account", ["unknown"], "bound_to", True),
        ("platform_balance", ["change_of_mind"], "confirmed_no_return", False),
        ("game_card", ["change_of_mind"], "goods_used", True),
    ],
)
def test_who_is_asked_what_means_something_to_them(goods, problem, question, there):
    assert (question in {each.id for each in asked(QUESTIONS, {"goods": goods, "problem": problem})}) is there


def test_a_day_that_has_not_come_is_called_so():
    with pytest.raises(AnswerErrors) as caught:
        read_answers(CODE | {"paid_on": "2026-12-30"}, NOW)
    assert [error.message for error in caught.value.errors] == ["付款日期不能晚于今天"]


def test_answers_to_questions_that_are_not_asked_are_dropped():
    facts = read_answers(CODE | {"child_age": "under_8", "arrived_on": "not a date at all", "could_correct": "no"}, NOW)
    assert facts.child_age is None and facts.arrived_on is None and facts.could_correct is None


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        ([], "missing"),
        (["unknown", "late"], "contradiction"),
        (["late", "unusable", "mis_order", "short"], "too-many"),
        (["nothing"], "unknown-option"),
    ],
)
def test_choices(problem, code):
    assert errors(CODE | {"problem": problem})["problem"] == code


def test_a_choice_takes_one_value():
    assert errors(CODE | {"goods_used": ["tried", "untouched"]})["goods_used"] == "several"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"goods_used": "part_used", "part_unit": "days", "part_total": "10", "part_used": "11"}, "part_used"),
        ({"goods_used": "part_used", "part_unit": "days", "part_total": "0"}, "part_total"),
        (
            {
                "problem": ["change_of_mind"],
                "goods_used": "untouched",
                "confirmed_no_return": "no",
                "stage": "refused",
                "asked_on": "2026-11-20",
                "refused_on": "2026-11-19",
            },
            "refused_on",
        ),
        ({"paid_on": "2026-11-20", "stage": "asked_waiting", "asked_on": "2026-11-19"}, "asked_on"),
        ({"stage": "partial_offer", "paid_amount": "10", "offer_amount": "11"}, "offer_amount"),
        ({"stage": "refused", "appeal_days": "366"}, "appeal_days"),
    ],
)
def test_answers_that_cannot_both_be_right(changed, field):
    assert field in errors(CODE | changed)


@pytest.mark.parametrize(
    ("times", "overdue"),
    [
        ({"paid_on": "2026-11-24 14:00"}, True),
        ({"paid_on": "2026-11-24 14:40"}, False),
        ({"paid_on": "2026-11-24"}, None),
        ({"paid_on": "2026-11-23"}, True),
        ({"paid_on": "2026-11-24", "promised": "unknown"}, None),
        ({"paid_on": "2026-11-22", "promised": "unknown"}, True),
        ({"paid_on": "2026-11-22", "promised": "none"}, True),
        ({"paid_on": "2026-11-22", "promised": "none", "goods": "direct_topup", "topup_signs": ["none"]}, None),
        ({"paid_on": "2026-11-23 15:04", "promised": "stated", "promised_time": "24 小时"}, False),
        ({"paid_on": "2026-11-23 15:03", "promised": "stated", "promised_time": "24 小时"}, True),
        ({"paid_on": "2026-11-24", "promised": "stated", "promised_time": ""}, None),
        ({}, None),
    ],
)
def test_overdue_is_three_valued(times, overdue):
    assert read_answers(DELIVERY | times, NOW).overdue is overdue


def test_money_and_dates_arrive_as_numbers_and_dates():
    facts = read_answers(CODE | {"paid_amount": "￥１００元", "paid_on": "2026年11月3日"}, NOW)
    assert facts.paid_fen == 10000 and facts.paid_on == on(date(2026, 11, 3))


def test_every_question_can_be_answered_with_not_knowing():
    raw = {}
    for question in QUESTIONS:
        raw[question.id] = "unknown"
    facts = read_answers(raw, NOW)
    assert facts.goods is None and facts.problem is None and facts.truthful is None
    for question in QUESTIONS:
        values = [option.value for option in question.options]
        assert not question.options or "unknown" in values, question.id
        assert question.options or not question.required, question.id


def test_parties():
    parties, found = read_parties({"order_no": " A1\u202e ", "buyer_name": "长" * 61, "password": "x", "goods_name": 5}, clean)
    assert parties.order_no == "A1" and parties.platform_name is None
    assert [(e.field, e.code) for e in found] == [("goods_name", "type"), ("buyer_name", "too-long"), ("password", "unknown-field")]
    assert len({field.id for field in PARTY_FIELDS}) == len(PARTY_FIELDS)


def test_a_list_has_a_line_for_each_thing():
    parties, found = read_parties({"exhibits": " 证据 1：订单截图。\r\n\n证据 2：\u202e录屏；\x0b", "order_no": "A1\nA2"}, clean)
    assert parties.exhibits == "证据 1：订单截图\n证据 2：录屏" and parties.order_no == "A1 A2" and not found
    assert read_parties({"exhibits": "\n \n"}, clean)[0].exhibits is None
    _, found = read_parties({"exhibits": f"{'长' * 120}\n" * 41}, clean)
    assert [(error.field, error.code) for error in found] == [("exhibits", "too-many-lines"), ("exhibits", "too-long")]


@pytest.mark.parametrize(
    ("story", "field", "code"),
    [
        ({"problem": ["short"], "count_promised": "10", "count_got": "10"}, "count_got", "not-less"),
        ({"problem": ["short"], "count_promised": "0"}, "count_promised", "out-of-range"),
        ({"problem": ["overcharged"], "charge": "duplicate", "paid_amount": "50", "extra_amount": "51"}, "extra_amount", "more-than-paid"),
        (
            {"problem": ["balance_refused"], "balance_trouble": "closing", "paid_amount": "50", "balance_left": "51"},
            "balance_left",
            "more-than-paid",
        ),
        ({"problem": ["promise_broken"], "promise_kind": "multiple", "promise_times": "11"}, "promise_times", "out-of-range"),
        ({"problem": ["unusable"], "stage": "partly_paid", "paid_amount": "50", "offer_amount": "50"}, "offer_amount", "all-paid-back"),
        (
            {"problem": ["unusable"], "stage": "refused", "paid_on": "2026-11-20", "refused_on": "2026-11-19"},
            "refused_on",
            "before-paid-on",
        ),
        (
            {"problem": ["unusable"], "stage": "refused", "elsewhere": "12315", "paid_on": "2026-11-20", "complained_on": "2026-11-19"},
            "complained_on",
            "before-paid-on",
        ),
        (
            {"problem": ["unusable"], "stage": "refused", "elsewhere": "12315", "complained_on": "2026-11-19", "accepted_on": "2026-11-18"},
            "accepted_on",
            "before-complained-on",
        ),
    ],
)
def test_each_contradiction_has_its_own_code(story, field, code):
    assert errors(complete({"goods": "game_card", "truthful": "yes"} | story)) == {field: code}


@pytest.mark.parametrize(
    "story",
    [
        {"problem": ["short"], "count_promised": "10", "count_got": "0"},
        {"problem": ["balance_refused"], "balance_trouble": "closing", "paid_amount": "50", "balance_left": "50"},
        {"problem": ["seller_cancelled"], "stage": "partly_paid", "paid_amount": "50", "offer_amount": "50"},
        {"problem": ["unusable"], "stage": "agreed", "paid_amount": "50", "offer_amount": "50"},
    ],
)
def test_answers_that_can_both_be_right(story):
    assert read_answers(complete({"goods": "game_card", "truthful": "yes"} | story), NOW)


@pytest.mark.parametrize(
    ("times", "due"),
    [
        ({"paid_on": "2026-11-24 14:50"}, date(2026, 11, 24)),
        ({"paid_on": "2026-11-23 23:45"}, date(2026, 11, 24)),
        ({"paid_on": "2026-11-23"}, date(2026, 11, 24)),
        ({"paid_on": "2026-11-23", "promised": "none"}, None),
        ({"paid_on": "2026-11-23", "promised": "stated", "promised_time": "3天"}, date(2026, 11, 26)),
        ({"paid_on": "2026-11-23", "promised": "unknown"}, None),
        ({"paid_on": ""}, None),
    ],
)
def test_the_last_day_on_which_delivery_is_in_time(times, due):
    assert read_answers(complete(DELIVERY | times), NOW).due_on == due
