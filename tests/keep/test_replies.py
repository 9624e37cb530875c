"""Coming back: what a text that was sent and a reply do to the answers."""

from datetime import date
from types import SimpleNamespace

import pytest

from checker.ask.questions import BY_ID as QUESTION
from checker.bridge import check, read_now
from checker.errors import CaseFileError, UnknownLetter
from checker.keep.replies import BY_ID, REPLIES, Changed, after_reply, after_sending, come_back_on
from checker.publish.stories import complete
from checker.write.letters import LETTERS, form_of

TODAY = date(2026, 11, 24)
NAMES = [form.name for form in LETTERS]
NOW = read_now("2026-11-24T15:04+08:00")
STAGES = [option.value for option in QUESTION["stage"].options]
CODE = {"goods": "game_card", "problem": ["unusable"], "goods_used": "tried", "channel": "wechat", "truthful": "yes"}


def sent(answers: dict, letter: str) -> Changed:
    """The answers after this text was sent today."""
    form = form_of(letter)
    return after_sending(answers, TODAY, asks=form.asks, elsewhere=form.then_elsewhere, dated=form.then_dated)


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
        ("asked_waiting", "refused", "refused"),
        ("refused", "refused", "appeal_refused"),
        ("appeal_refused", "refused", "appeal_refused"),
        ("asked_waiting", "partial", "partial_offer"),
        ("asked_waiting", "part_paid", "partly_paid"),
        ("asked_waiting", "more_proof", "more_proof"),
        ("refused", "agreed", "agreed"),
        ("not_asked", "silence", "asked_waiting"),
        ("refused", "silence", "refused"),
        ("asked_waiting", "silence", "asked_waiting"),
        ("asked_waiting", "paid", "asked_waiting"),
    ],
)
def test_the_stage_that_follows(before, reply, after):
    assert after_reply(complete(CODE | {"stage": before}), reply).answers["stage"] == after


def test_what_was_said_before_a_refusal_is_asked_anew_and_the_rest_stays():
    answers = complete(
        CODE | {"stage": "refused", "refusal_ground": ["final"], "refused_on": "2026-11-20", "refusal_words": "不退", "paid_amount": "100"}
    )
    changed = after_reply(answers, "refused")
    assert {"refusal_ground", "refused_on", "refusal_words", "truthful"} <= set(changed.again)
    assert changed.answers["paid_amount"] == "100" and "refused_on" not in changed.answers


def test_nothing_new_asks_nothing_anew():
    answers = complete(CODE | {"stage": "asked_waiting"})
    for reply in ("silence", "paid"):
        assert after_reply(answers, reply).again == () and after_reply(answers, reply).answers == answers


def test_a_request_that_was_sent_was_asked_for_today():
    changed = sent(complete(CODE | {"stage": "not_asked"}), "refund_request")
    assert changed.answers["stage"] == "asked_waiting" and changed.answers["asked_on"] == "2026-11-24"
    assert check({"v": 1, "answers": complete(changed.answers)}, NOW)["events"] == [
        {"what": "提出退款", "said": "2026 年 11 月 24 日", "earliest": "2026-11-24", "latest": "2026-11-24"}
    ]


def test_a_request_sent_again_changes_no_date():
    answers = complete(CODE | {"stage": "asked_waiting", "asked_on": "2026-11-01"})
    assert sent(answers, "demand").answers == answers


@pytest.mark.parametrize(
    ("letter", "before", "after"),
    [
        ("complaint_12315", "none", "12315"),
        ("complaint_12315", "payment", "12315"),
        ("payment_complaint", "none", "payment"),
        ("payment_complaint", "12315", "12315"),
        ("association", "12315", "12315"),
        ("lawsuit", "none", "court"),
        ("appeal", "none", "none"),
    ],
)
def test_a_complaint_that_was_sent_is_one_elsewhere_and_displaces_no_other(letter, before, after):
    changed = sent(complete(CODE | {"stage": "refused", "elsewhere": before}), letter).answers
    assert changed["elsewhere"] == after
    assert changed.get("complained_on") == ("2026-11-24" if letter == "complaint_12315" else None)


def test_what_nobody_knows_is_refused():
    with pytest.raises(CaseFileError):
        after_reply({}, "shouted")


def test_replies_are_told_apart():
    assert len({reply.label for reply in REPLIES}) == len(REPLIES)


def test_the_day_to_come_back_is_that_of_an_act_or_of_the_next_period():
    sure = CODE | {"failure": "invalid", "support_fixed": "no", "evidence": ["error"], "paid_on": "2026-11-20"}
    waiting = check({"v": 1, "answers": complete(sure | {"stage": "asked_waiting", "asked_on": "2026-11-23"})}, NOW)
    acts = [act["by"] for act in waiting["matters"][0]["acts"] if act["by"]]
    assert waiting["come_back_on"] == min(acts) > "2026-11-24"
    assert check({"v": 1, "answers": complete({"goods": "cheat", "truthful": "yes"})}, NOW)["come_back_on"] is None


ASKED_AGAIN = {
    "silence": ("truthful",),
    "refused": ("refusal_ground", "refused_by", "refusal_words", "refused_on", "appeal_days", "truthful"),
    "partial": ("refusal_ground", "offer_amount", "agreed_on", "truthful"),
    "part_paid": ("refusal_ground", "offer_amount", "agreed_on", "truthful"),
    "more_proof": ("truthful",),
    "agreed": ("offer_amount", "agreed_on", "truthful"),
    "paid": (),
}
FOLLOWS = {"refused": "refused", "partial": "partial_offer", "part_paid": "partly_paid", "more_proof": "more_proof", "agreed": "agreed"}
BEFORE_ASKING = [None, "", "unknown", "not_asked"]
AFTER_ASKING = [stage for stage in STAGES if stage not in BEFORE_ASKING]
SAID = {
    "refusal_ground": ["final"],
    "refused_by": "platform",
    "refusal_words": "不退",
    "refused_on": "2026-11-20",
    "appeal_days": "7",
    "offer_amount": "5",
    "agreed_on": "2026-11-21",
    "truthful": "yes",
}


def before(stage) -> dict:
    """The answers of one who is at ``stage``, with everything that a reply may ask anew."""
    answers = CODE | SAID | {"asked_on": "2026-11-19", "elsewhere": "none"}
    return answers if stage is None else answers | {"stage": stage}


@pytest.mark.parametrize("stage", [*BEFORE_ASKING, *AFTER_ASKING])
@pytest.mark.parametrize("reply", list(ASKED_AGAIN))
def test_exactly_what_the_reply_speaks_to_is_asked_again(stage, reply):
    answers = before(stage)
    changed = after_reply(answers, reply)
    again = () if reply == "silence" and stage in AFTER_ASKING else ASKED_AGAIN[reply]
    assert changed.again == again
    if not again:
        assert changed.answers == answers
        return
    wanted = FOLLOWS.get(reply, "asked_waiting")
    if reply == "refused" and stage in ("refused", "appeal_refused"):
        wanted = "appeal_refused"
    if reply == "partial" and stage in ("appeal_refused", "partial_final"):
        wanted = "partial_final"
    assert changed.answers == {id: answer for id, answer in answers.items() if id not in again} | {"stage": wanted}


def test_every_reply_is_one_of_these():
    assert list(ASKED_AGAIN) == list(BY_ID)


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_that_was_answered_is_changed_in_place(stage):
    answers = before(stage)
    kept = dict(answers)
    for reply in BY_ID:
        after_reply(answers, reply).answers["goods"] = "other"
    for letter in NAMES:
        sent(answers, letter).answers["goods"] = "other"
    assert answers == kept


@pytest.mark.parametrize("letter", ["refund_request", "guardian_request", "chat", "demand"])
@pytest.mark.parametrize("stage", BEFORE_ASKING)
def test_whichever_request_was_sent_first_counts_as_asking(stage, letter):
    answers = CODE | ({} if stage is None else {"stage": stage})
    changed = sent(answers, letter)
    assert changed.answers == answers | {"stage": "asked_waiting", "asked_on": "2026-11-24"} and changed.again == ()
    assert sent(answers | {"elsewhere": "12315"}, letter).answers["elsewhere"] == "12315", "what was answered stays"


@pytest.mark.parametrize("stage", AFTER_ASKING)
@pytest.mark.parametrize("letter", ["refund_request", "guardian_request", "chat", "demand"])
def test_a_request_after_asking_says_nothing_new(stage, letter):
    assert sent(before(stage), letter).answers == before(stage)


@pytest.mark.parametrize("letter", ["appeal", "supplement", "police"])
@pytest.mark.parametrize("stage", [*BEFORE_ASKING, *STAGES])
def test_some_texts_change_no_answer(stage, letter):
    changed = sent(before(stage), letter)
    assert changed.answers == before(stage) and changed.again == ()


WITH_OTHERS = ("refused", "partial_offer", "partly_paid", "agreed", "appeal_refused", "partial_final", "outside", "complained")
THIRD = {"payment_complaint": "payment", "association": "association", "lawsuit": "court", "complaint_12315": "12315"}


@pytest.mark.parametrize("letter", THIRD)
@pytest.mark.parametrize("stage", [*BEFORE_ASKING, *AFTER_ASKING])
@pytest.mark.parametrize("elsewhere", [None, "", "unknown", "none", "payment", "association", "12315", "court"])
def test_a_third_party_is_noted_where_none_has_it_that_would_be_written_over(stage, letter, elsewhere):
    answers = CODE | ({} if stage is None else {"stage": stage}) | ({} if elsewhere is None else {"elsewhere": elsewhere})
    changed = sent(answers, letter)
    written = stage in AFTER_ASKING and stage not in ("refunded", "left_at_that") and elsewhere in (None, "", "unknown", "none", "payment")
    day = {"complained_on": "2026-11-24"} if letter == "complaint_12315" else {}
    # Where nobody was asked who else deals with it, that is a stage of its own.
    now_at = {} if stage in WITH_OTHERS else {"stage": "complained"}
    assert changed.answers == (answers | {"elsewhere": THIRD[letter]} | now_at | day if written else answers) and changed.again == ()


def test_the_day_of_a_complaint_that_already_runs_is_kept():
    answers = before("refused") | {"elsewhere": "12315", "complained_on": "2026-11-10"}
    assert sent(answers, "complaint_12315").answers == answers


@pytest.mark.parametrize("stage", [None, *STAGES])
@pytest.mark.parametrize("letter", NAMES)
def test_every_text_sent_from_every_stage_leads_to_a_verdict(stage, letter):
    """Every text that there is can have been sent, and the answers can still be read."""
    changed = sent(complete(CODE | ({"stage": stage} if stage else {})), letter)
    assert check({"v": 1, "answers": complete(changed.answers)}, NOW)["matters"]


@pytest.mark.parametrize("first", list(BY_ID))
@pytest.mark.parametrize("second", list(BY_ID))
def test_one_reply_after_another_leads_to_a_verdict(first, second):
    answers = sent(complete(CODE | {"stage": "not_asked"}), "refund_request").answers
    for reply in (first, second):
        answers = complete(after_reply(complete(answers), reply).answers)
    assert check({"v": 1, "answers": answers}, NOW)["matters"]


@pytest.mark.parametrize("name", ["", "Refused", "refused ", "拒绝了", "stage", "\x00"])
def test_a_name_that_only_looks_like_one_is_refused(name):
    with pytest.raises(CaseFileError, match="没有这一种答复"):
        after_reply(CODE, name)
    with pytest.raises(UnknownLetter, match="没有这一份文本"):
        sent(CODE, name)


def looked_at(*, acts=(), safe=()):
    days = [SimpleNamespace(acts=[SimpleNamespace(by=day) for day in acts], deadlines=[SimpleNamespace(safe=day) for day in safe])]
    return come_back_on(SimpleNamespace(now=NOW, matters=days))


def test_a_day_that_is_over_is_no_day_to_come_back():
    past, later = date(2026, 11, 23), date(2026, 12, 1)
    assert looked_at(acts=[past, None, later, date(2026, 12, 9)]) == later
    assert looked_at(acts=[past], safe=[past, later]) == later
    assert looked_at(acts=[TODAY], safe=[]) == TODAY and looked_at(acts=[], safe=[later, TODAY]) == TODAY
    assert looked_at(acts=[later], safe=[TODAY]) == later, "an act goes before a period"
    assert looked_at(acts=[past, None], safe=[past]) is None and looked_at() is None
