"""What can be said before the last question, and that nothing after it turns it round."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.ask.answers import read_answers
from checker.ask.goods import GOODS
from checker.ask.question import UNKNOWN, asked
from checker.ask.questions import QUESTIONS
from checker.decide.acts import first_acts
from checker.decide.early import at_once, decided
from checker.decide.verdict import assess
from checker.errors import AnswerErrors
from checker.publish.stories import complete

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")


def early(**answers):
    return decided(read_answers(answers, NOW, partial=True), NOW)


@pytest.mark.parametrize(
    ("answers", "route", "level"),
    [
        ({"goods": "cheat"}, "unlawful_goods", "stop"),
        ({"goods": "game_card", "problem": ["asked_to_pay_again"]}, "scam", "stop"),
        (
            {"goods": "membership", "problem": ["not_delivered"], "promised": "stated", "promised_time": "3天", "paid_on": "2026-11-24"},
            "ordinary",
            "not_supported",
        ),
        (
            {"goods": "game_card", "problem": ["expired_unused"], "goods_used": "untouched", "validity_stated": "yes"},
            "ordinary",
            "not_supported",
        ),
        ({"goods": "membership", "problem": ["unusable"], "channel": "not_paid"}, "ordinary", "not_supported"),
    ],
)
def test_what_is_decided_is_said(answers, route, level):
    matter = early(**answers)
    assert (matter.route, matter.level) == (route, level)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"goods": "game_card"},
        {"goods": "game_card", "problem": ["unusable"]},
        {"goods": UNKNOWN, "problem": [UNKNOWN]},
        {"goods": "membership", "problem": ["not_delivered"], "promised": "stated", "promised_time": "1小时", "paid_on": "2026-11-23"},
        {"goods": "game_card", "problem": ["expired_unused", "unusable"], "validity_stated": "yes"},
    ],
)
def test_what_is_open_and_what_holds_is_not_said(answers):
    assert early(**answers) is None


def first(**answers):
    return [row.id for row in at_once(read_answers(answers, NOW, partial=True), NOW)]


@pytest.mark.parametrize(
    ("answers", "ids"),
    [
        ({"goods": "direct_topup", "problem": ["mis_order"]}, ["astray"]),
        ({"goods": "game_card", "problem": ["mis_order"]}, []),
        ({"goods": "game_card", "problem": ["mis_order"], "slip": "account"}, ["astray"]),
        ({"goods": UNKNOWN, "problem": ["mis_order"], "slip": "payee"}, ["payee"]),
        ({"goods": "direct_topup", "problem": ["mis_order"], "slip": UNKNOWN, "goods_used": UNKNOWN, "truthful": UNKNOWN}, ["astray"]),
        ({"goods": "direct_topup", "problem": ["not_delivered"], "topup_signs": ["cheap", "password"]}, ["password"]),
        ({"goods": "game_account", "problem": ["stopped_early"], "stopped_cause": "taken_back"}, ["password"]),
        ({"goods": "game_card", "problem": ["child_paid"]}, ["child"]),
        ({"goods": "game_card", "problem": ["child_paid"], "child_age": "adult"}, []),
        ({"goods": "game_card", "problem": ["not_paid_by_me"]}, ["stop_payment", "passwords"]),
        ({"goods": "game_card", "problem": ["not_paid_by_me"], "how_taken": "gave_code"}, ["passwords", "stop_payment"]),
        ({"goods": "game_card", "problem": ["child_paid", "asked_to_pay_again"]}, ["child"]),
        ({"goods": "membership", "problem": ["overcharged"], "charge": "renewal"}, []),
        ({"goods": "cheat"}, []),
        ({}, []),
    ],
)
def test_what_cannot_wait_is_said_as_soon_as_the_answers_call_for_it(answers, ids):
    assert first(**answers) == ids


def one(question):
    if not question.options:
        return st.sampled_from(
            {
                "money": ["100"],
                "number": ["3"],
                "when": ["2026-11-20 10:00", "2026-11-22", "2026-11-24 15:00", "上个月"],
                "duration": ["3天", "1小时"],
                "period": ["7天", "15个工作日"],
                "text": ["原话"],
            }[question.kind]
        )
    value = st.sampled_from([option.value for option in question.options])
    return value.map(lambda chosen: [chosen]) if question.kind == "choices" else value


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.fixed_dictionaries({question.id: one(question) for question in QUESTIONS}), st.integers(1, 12))
def test_no_later_answer_makes_a_claim_of_it(drawn, count):
    """Whatever is answered after it was said: no claim comes of it unless a refund was agreed to, and a stop stays one."""
    # Who is not sure of an answer takes it back, and what was said stood on it.
    drawn = drawn | {question.id: "" for question in QUESTIONS if question.relations} | {"unsure_about": [UNKNOWN]}
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


@pytest.mark.parametrize("goods", [goods.id for goods in GOODS if not goods.lawful])
def test_unlawful_goods_are_said_after_the_first_answer(goods):
    matter = early(goods=goods)
    assert (matter.route, matter.level) == ("unlawful_goods", "stop") and matter.headline and matter.reasons and matter.acts


@pytest.mark.parametrize("problem", ["asked_to_pay_again", "told_to_buy"])
def test_a_scam_is_said_after_the_second_answer(problem):
    for goods in ({"goods": "game_card"}, {"goods": UNKNOWN}, {}):
        matter = early(problem=[problem], **goods)
        assert (matter.route, matter.level) == ("scam", "stop") and matter.acts
    assert early(goods="cheat", problem=[problem]).route == "scam", "the more urgent of the two"


def test_a_seller_who_is_gone_is_a_scam_once_no_platform_stands_behind_the_order():
    gone = {"goods": "game_card", "problem": ["seller_vanished"], "channel": "wechat"}
    assert early(**gone) is None
    for stands in ("no", UNKNOWN):
        assert early(**gone, order_stands=stands).route == "scam"
    assert early(**gone, order_stands="yes") is None


def test_goods_within_the_promised_time_and_then_no_more():
    late = {"goods": "membership", "problem": ["not_delivered"], "promised": "stated", "promised_time": "3天"}
    assert early(**late, paid_on="2026-11-22").level == "not_supported"
    assert early(**late, paid_on="2026-11-20") is None
    assert early(**late) is None, "without the day of payment it is open"
    assert early(**late | {"promised": "unknown"}, paid_on="2026-11-22") is None


@pytest.mark.parametrize("slip", ["account", "amount", "item"])
def test_a_mis_order_that_could_have_been_corrected(slip):
    order = {"goods": "direct_topup", "problem": ["mis_order"], "goods_used": "untouched", "slip": slip, "slip_grave": "no"}
    assert early(**order, could_correct="yes").level == "not_supported"
    assert early(**order | {"slip_grave": "yes"}, could_correct="yes") is None, "a grave mistake is another way"
    for open_still in ({}, {"could_correct": "unknown"}, {"could_correct": "no"}):
        assert early(**order, **open_still) is None, open_still


@pytest.mark.parametrize("slip", ["page", "payee"])
def test_a_mis_order_that_the_page_or_the_payee_answers_for_is_not_settled_by_a_correction(slip):
    assert (
        early(goods="direct_topup", problem=["mis_order"], goods_used="untouched", slip=slip, slip_grave="no", could_correct="yes") is None
    )


def test_a_story_that_is_not_true_is_decided():
    assert early(goods="membership", problem=["unusable"], truthful="no").level == "not_supported"


def test_a_claim_that_holds_is_not_said_even_when_all_is_answered():
    sure = complete(
        {
            "goods": "game_card",
            "problem": ["unusable"],
            "goods_used": "tried",
            "failure": "invalid",
            "support_fixed": "no",
            "evidence": ["error"],
            "channel": "wechat",
            "stage": "not_asked",
            "truthful": "yes",
        }
    )
    facts = read_answers(sure, NOW)
    assert assess(facts, NOW).matters[0].level == "can_claim" and decided(facts, NOW) is None
    assert decided(read_answers(sure | {"truthful": UNKNOWN}, NOW), NOW) is None


def test_one_of_two_problems_that_stays_open_keeps_both_open():
    gone = {"goods": "game_card", "goods_used": "untouched", "validity_stated": "yes"}
    assert early(**gone, problem=["expired_unused"]).level == "not_supported"
    assert early(**gone, problem=["expired_unused", "child_paid"]) is None


def test_a_refund_that_was_agreed_is_owed_though_nothing_else_would_be():
    """The one thing that this supposes, and that whoever says it early has to say too."""
    gone = {
        "goods": "game_card",
        "problem": ["expired_unused"],
        "goods_used": "untouched",
        "validity_stated": "yes",
        "truthful": "yes",
        "channel": "wechat",
    }
    assert early(**gone).level == "not_supported" and early(**gone, stage="refused").level == "not_supported"
    assert early(**gone, stage="agreed") is None
    assert assess(read_answers(complete(gone | {"stage": "agreed"}), NOW), NOW).matters[0].level == "can_claim"


READABLE = {
    "money": ["100", "50", ""],
    "number": ["3", "1", "10", "0", ""],
    "when": ["2026-11-20 10:00", "2026-11-24", "2024-01-05", "昨天", "两个月前", ""],
    "duration": ["3天", "1小时", "30天"],
    "period": ["7天", "15个工作日", ""],
    "text": ["原话", ""],
}
LAWFUL = [goods.id for goods in GOODS if goods.lawful and goods.id != UNKNOWN]


@st.composite
def story(draw):
    """Answers to everything in turn, amounts and two problems included, and how many of them were given so far."""
    answers = {}
    for question in QUESTIONS:
        if not question.options:
            answers[question.id] = draw(st.sampled_from(READABLE[question.kind]))
            continue
        values = [option.value for option in question.options]
        if question.kind == "choice":
            answers[question.id] = draw(st.sampled_from(values))
            continue
        chosen = draw(st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True))
        answers[question.id] = chosen[:1] if {UNKNOWN, "none"} & set(chosen) else chosen
    if draw(st.booleans()):
        answers["goods"] = draw(st.sampled_from(LAWFUL))
    return answers, draw(st.integers(0, 14))


@settings(max_examples=800, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(story())
def test_the_complete_answers_never_turn_it_round(drawn):
    answers, count = drawn
    first = {question.id: answers[question.id] for question in asked(QUESTIONS, answers)[:count]}
    try:
        matter = decided(read_answers(first, NOW, partial=True), NOW)
        found = assess(read_answers(complete(answers), NOW), NOW).matters
    except AnswerErrors:  # answers that contradict each other
        return
    if matter is None:
        return
    if matter.level == "stop":
        # Who has not paid himself may still be told to report that first, and nothing else goes before a stop.
        assert found[0].level == "stop" or found[0].route == "unauthorised_payment"
        assert [each.level for each in found if each.route == matter.route] == ["stop"]
    elif answers["stage"] != "agreed":
        assert "can_claim" not in [each.level for each in found] and "stop" not in [
            each.level for each in found if each.route == matter.route
        ]


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(story())
def test_what_was_to_be_done_at_once_stands_in_the_conclusion(drawn):
    """Unless a later answer says that it was done, that nothing was paid, or that it is not true."""
    answers, count = drawn
    so_far = {question.id: answers[question.id] for question in asked(QUESTIONS, answers)[:count]}
    try:
        said = at_once(read_answers(so_far, NOW, partial=True), NOW)
        facts = read_answers(complete(answers), NOW)
    except AnswerErrors:  # answers that contradict each other
        return
    found = assess(facts, NOW).matters
    for row in said:
        for matter in found:
            if row in first_acts(matter.route, facts):
                assert row.what(facts) in [act.what for act in matter.acts]
    for matter in found:
        ids = [row.id for row in first_acts(matter.route, facts)]
        assert len(set(ids)) == len(ids) and len(matter.acts) <= 4
