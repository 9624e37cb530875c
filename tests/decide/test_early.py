"""What can be said before the last question, and that nothing after it turns it round."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.ask.answers import read_answers
from checker.ask.question import UNKNOWN, asked
from checker.ask.questions import QUESTIONS
from checker.decide.early import decided
from checker.decide.verdict import assess
from checker.publish.examples import complete

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")


def early(**answers):
    return decided(read_answers(answers, NOW, partial=True), NOW)


@pytest.mark.parametrize(
    ("answers", "route", "level"),
    [
        ({"goods": "cheat"}, "unlawful_goods", "stop"),
        ({"goods": "game_card", "problem": ["asked_to_pay_again"]}, "scam", "stop"),
        ({"goods": "membership", "problem": ["not_delivered"], "promised": "stated", "promised_time": "3天", "paid_on": "2026-11-24"}, "ordinary", "not_supported"),
        ({"goods": "game_card", "problem": ["expired_unused"], "goods_used": "untouched", "validity_stated": "yes"}, "ordinary", "not_supported"),
        ({"goods": "membership", "problem": ["unusable"], "channel": "not_paid"}, "ordinary", "not_supported"),
    ],
)
def test_what_is_decided_is_said(answers, route, level):
    matter = early(**answers)
    assert (matter.route, matter.level) == (route, level)


@pytest.mark.parametrize(
    "answers",
    [
        {}, {"goods": "game_card"}, {"goods": "game_card", "problem": ["unusable"]}, {"goods": UNKNOWN, "problem": [UNKNOWN]},
        {"goods": "membership", "problem": ["not_delivered"], "promised": "stated", "promised_time": "1小时", "paid_on": "2026-11-23"},
        {"goods": "game_card", "problem": ["expired_unused", "unusable"], "validity_stated": "yes"},
    ],
)
def test_what_is_open_and_what_holds_is_not_said(answers):
    assert early(**answers) is None


def one(question):
    if not question.options:
        return st.sampled_from({"money": ["100"], "number": ["3"], "date": ["2026-11-22"], "moment": ["2026-11-20 10:00", "2026-11-24 15:00"], "duration": ["3天", "1小时"], "text": ["原话"]}[question.kind])
    value = st.sampled_from([option.value for option in question.options])
    return value.map(lambda chosen: [chosen]) if question.kind == "choices" else value


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.fixed_dictionaries({question.id: one(question) for question in QUESTIONS}), st.integers(1, 12))
def test_no_later_answer_makes_a_claim_of_it(drawn, count):
    """Whatever is answered after it was said: no claim comes of it unless a refund was agreed to, and a stop stays one."""
    drawn = drawn | {"paid_amount": "", "offer_amount": "", "extra_amount": "", "balance_left": "", "part_used": "", "part_total": "", "count_got": "", "asked_on": "", "arrived_on": "", "complained_on": "", "accepted_on": ""}
    first = {question.id: drawn[question.id] for question in asked(QUESTIONS, drawn)[:count]}
    try:
        matter = decided(read_answers(first, NOW, partial=True), NOW)
        whole = assess(read_answers(complete(drawn), NOW), NOW)
    except Exception as error:  # only dates that contradict each other
        assert type(error).__name__ == "AnswerErrors", error
        return
    if matter is None:
        return
    if matter.level == "stop":
        # Another matter may turn out to be more urgent; this one stays what it is.
        assert (matter.route, "stop") in [(each.route, each.level) for each in whole.matters]
    else:
        agreed = drawn["stage"] in ("agreed", UNKNOWN)
        assert agreed or all(each.level not in ("can_claim", "needs_facts") for each in whole.matters)
