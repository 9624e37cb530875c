"""Coming back: what a text that was sent and a reply do to the answers."""

from datetime import date

import pytest

from checker.ask.questions import BY_ID as QUESTION
from checker.bridge import check, read_now
from checker.errors import CaseFileError
from checker.keep.replies import BY_ID, REPLIES, after_reply, after_sending
from checker.publish.examples import complete

TODAY = date(2026, 11, 24)
NOW = read_now("2026-11-24T15:04+08:00")
STAGES = [option.value for option in QUESTION["stage"].options]
CODE = {"goods": "game_card", "problem": ["unusable"], "goods_used": "tried", "purpose": "self", "channel": "wechat", "truthful": "yes"}


@pytest.mark.parametrize("stage", [*STAGES, None])
@pytest.mark.parametrize("reply", list(BY_ID))
def test_every_reply_from_every_stage_leads_to_a_verdict(stage, reply):
    answers = complete(CODE | ({"stage": stage} if stage else {}))
    changed = after_reply(answers, reply)
    assert not set(changed.again) & set(changed.answers)
    assert set(changed.again) <= set(QUESTION)
    assert check({"v": 1, "answers": complete(changed.answers)}, NOW)["matters"]


@pytest.mark.parametrize(
    ("before", "reply", "after"),
    [
        ("asked_waiting", "refused", "refused"), ("refused", "refused", "appeal_refused"), ("appeal_refused", "refused", "appeal_refused"),
        ("asked_waiting", "partial", "partial_offer"), ("asked_waiting", "part_paid", "partly_paid"), ("asked_waiting", "more_proof", "more_proof"),
        ("refused", "agreed", "agreed"), ("not_asked", "silence", "asked_waiting"), ("refused", "silence", "refused"), ("asked_waiting", "silence", "asked_waiting"),
        ("asked_waiting", "paid", "asked_waiting"),
    ],
)
def test_the_stage_that_follows(before, reply, after):
    assert after_reply(complete(CODE | {"stage": before}), reply).answers["stage"] == after


def test_what_was_said_before_a_refusal_is_asked_anew_and_the_rest_stays():
    answers = complete(CODE | {"stage": "refused", "refusal_ground": ["final"], "refused_on": "2026-11-20", "refusal_words": "不退", "paid_amount": "100"})
    changed = after_reply(answers, "refused")
    assert {"refusal_ground", "refused_on", "refusal_words", "truthful"} <= set(changed.again)
    assert changed.answers["paid_amount"] == "100" and "refused_on" not in changed.answers


def test_nothing_new_asks_nothing_anew():
    answers = complete(CODE | {"stage": "asked_waiting"})
    for reply in ("silence", "paid"):
        assert after_reply(answers, reply).again == () and after_reply(answers, reply).answers == answers


def test_a_request_that_was_sent_was_asked_for_today():
    changed = after_sending(complete(CODE | {"stage": "not_asked"}), "refund_request", TODAY)
    assert changed.answers["stage"] == "asked_waiting" and changed.answers["asked_on"] == "2026-11-24"
    assert changed.answers["elsewhere"] == "unknown", "nobody said that there was no complaint elsewhere"
    assert check({"v": 1, "answers": complete(changed.answers)}, NOW)["events"] == [{"what": "提出退款", "day": "2026-11-24"}]


def test_a_request_sent_again_changes_no_date():
    answers = complete(CODE | {"stage": "asked_waiting", "asked_on": "2026-11-01"})
    assert after_sending(answers, "demand", TODAY).answers == answers


@pytest.mark.parametrize(
    ("letter", "before", "after"),
    [
        ("complaint_12315", "none", "12315"), ("complaint_12315", "payment", "12315"), ("payment_complaint", "none", "payment"),
        ("payment_complaint", "12315", "12315"), ("association", "12315", "12315"), ("lawsuit", "none", "court"), ("appeal", "none", "none"),
    ],
)
def test_a_complaint_that_was_sent_is_one_elsewhere_and_displaces_no_other(letter, before, after):
    changed = after_sending(complete(CODE | {"stage": "refused", "elsewhere": before}), letter, TODAY).answers
    assert changed["elsewhere"] == after
    assert changed.get("complained_on") == ("2026-11-24" if letter == "complaint_12315" else None)


def test_what_nobody_knows_is_refused():
    with pytest.raises(CaseFileError):
        after_reply({}, "shouted")
    with pytest.raises(CaseFileError):
        after_sending({}, "poem", TODAY)


def test_replies_are_told_apart():
    assert len({reply.label for reply in REPLIES}) == len(REPLIES)


def test_the_day_to_come_back_is_that_of_an_act_or_of_the_next_period():
    sure = CODE | {"failure": "invalid", "support_fixed": "no", "evidence": ["error"], "paid_on": "2026-11-20"}
    waiting = check({"v": 1, "answers": complete(sure | {"stage": "asked_waiting", "asked_on": "2026-11-23"})}, NOW)
    acts = [act["by"] for act in waiting["matters"][0]["acts"] if act["by"]]
    assert waiting["come_back_on"] == min(acts) > "2026-11-24"
    assert check({"v": 1, "answers": complete({"goods": "cheat", "truthful": "yes"})}, NOW)["come_back_on"] is None
