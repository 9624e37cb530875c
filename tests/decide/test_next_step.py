"""Stage by stage: the one next step, and the headline that says it."""

from dataclasses import replace
from datetime import date

import pytest

from checker.ask.when import on
from checker.decide import next_steps
from checker.decide.next_steps import NEXT_STEPS, NextStep
from tests.decide.situations import AGREED, CHILD, CODE, LATE, SLIP, only

MIND = replace(
    CODE,
    problem=frozenset({"change_of_mind"}),
    goods="game_card",
    goods_used="untouched",
    confirmed_no_return="yes",
    seven_days_open=True,
)
MISTAKE = replace(SLIP, goods_used="untouched", could_correct="no", slip="item", stage="refused", goods="game_card")


@pytest.mark.parametrize(
    ("facts", "changes", "step"),
    [
        (CODE, {}, "apply_refund"),
        (CODE, {"stage": None}, "apply_refund"),
        (CODE, {"evidence": frozenset({"order"})}, "apply_refund"),
        (CODE, {"evidence": frozenset({"none"})}, "gather_evidence"),
        (CODE, {"evidence": None}, "apply_refund"),
        (CODE, {"issuer_says": "after"}, "apply_refund"),
        (CODE, {"stage": "more_proof"}, "gather_evidence"),
        (CODE, {"stage": "asked_waiting"}, "apply_refund"),
        (CODE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 20))}, "wait"),
        (CODE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 19))}, "wait"),
        (CODE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 18))}, "payment_complaint"),
        (CODE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 20)), "evidence": frozenset({"order"})}, "wait"),
        (CODE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 18)), "evidence": frozenset({"order"})}, "payment_complaint"),
        (CODE, {"stage": "refused", "evidence": frozenset({"order"})}, "appeal"),
        (CODE, {"stage": "refused", "evidence": frozenset({"none"})}, "gather_evidence"),
        (CODE, {"stage": "appeal_refused", "evidence": frozenset({"order"})}, "complaint_12315"),
        (CODE, {"stage": "partial_offer", "evidence": frozenset({"order"})}, "complaint_12315"),
        (CODE, {"stage": "outside", "evidence": frozenset({"order"})}, "payment_complaint"),
        (LATE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 20))}, "apply_refund"),
        (LATE, {"stage": "asked_waiting", "asked_on": on(date(2026, 11, 10))}, "payment_complaint"),
        (CODE, {"stage": "refused"}, "appeal"),
        (CODE, {"stage": "refused", "purpose": "resale"}, "appeal"),
        (CHILD, {"stage": "refused"}, "complaint_12315"),
        (CHILD, {"stage": "refused", "purpose": "resale"}, "payment_complaint"),
        (CHILD, {"stage": "refused", "evidence": frozenset({"payment"})}, "gather_evidence"),
        (CHILD, {"stage": "refused", "evidence": frozenset({"payment"}), "earlier_refund": "guarded"}, "complaint_12315"),
        (CHILD, {"stage": "refused", "evidence": frozenset({"payment"}), "earlier_refund": "during"}, "gather_evidence"),
        (CODE, {"stage": "appeal_refused"}, "complaint_12315"),
        (CODE, {"stage": "appeal_refused", "purpose": "resale"}, "sue"),
        (CODE, {"stage": "appeal_refused", "purpose": None}, "complaint_12315"),
        (CODE, {"stage": "appeal_refused", "seller_kind": "individual"}, "sue"),
        (CODE, {"stage": "appeal_refused", "paid_on": on(date(2023, 11, 24))}, "complaint_12315"),
        (CODE, {"stage": "appeal_refused", "paid_on": on(date(2023, 11, 23))}, "complaint_12315"),
        (CODE, {"stage": "partial_offer"}, "complaint_12315"),
        (CODE, {"stage": "partly_paid", "purpose": "resale"}, "payment_complaint"),
        (CODE, {"stage": "partly_paid", "purpose": "resale", "channel": "balance"}, "sue"),
        (CODE, {"stage": "outside"}, "payment_complaint"),
        (CODE, {"stage": "outside", "channel": "balance"}, "complaint_12315"),
        (CODE, {"stage": "refused", "elsewhere": "12315"}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "12315", "accepted_on": on(date(2026, 9, 25))}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "12315", "accepted_on": on(date(2026, 9, 22))}, "sue"),
        (CODE, {"stage": "refused", "elsewhere": "association"}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "court"}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "payment"}, "appeal"),
        (AGREED, {}, "wait"),
        (AGREED, {"agreed_on": on(date(2026, 11, 19))}, "wait"),
        (AGREED, {"agreed_on": on(date(2026, 11, 18))}, "payment_complaint"),
        (AGREED, {"stage": "asked_waiting"}, "wait"),
        (AGREED, {"refund_trouble": "to_balance"}, "apply_refund"),
        (AGREED, {"refund_trouble": "fee", "fee_basis": "after"}, "apply_refund"),
        (CODE, {"stage": "agreed"}, "apply_refund"),
        (CODE, {"stage": "agreed", "agreed_on": on(date(2026, 11, 23))}, "wait"),
        (CODE, {"stage": "agreed", "agreed_on": on(date(2026, 11, 23)), "wish": "goods"}, "apply_refund"),
        (AGREED, {"agreed_on": on(date(2026, 11, 23)), "wish": "goods"}, "wait"),
        (CHILD, {"stage": "agreed"}, "apply_refund"),
        (replace(CHILD, child_age="adult"), {}, "none"),
        (CODE, {"truthful": None}, "gather_evidence"),
        (CODE, {"truthful": "no"}, "none"),
        (CODE, {"channel": "not_paid"}, "none"),
    ],
)
def test_the_next_step(facts, changes, step):
    assert only(replace(facts, **changes)).next_step.id == step


@pytest.mark.parametrize(
    ("problem", "detail"),
    [
        ("wrong_goods", {"mismatch": "unlicensed", "knew_it": "no"}),
        ("mis_order", {"slip": "amount", "slip_grave": "yes", "could_correct": "yes", "ninety_days_open": True, "goods_used": "untouched"}),
    ],
)
def test_what_only_a_court_can_decide_is_not_appealed(problem, detail):
    facts = replace(CODE, problem=frozenset({problem}), evidence=frozenset({"listing", "official"}), **detail)
    assert only(replace(facts, stage="refused")).next_step.id == "sue"
    assert only(facts).next_step.id == "apply_refund"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"stage": "appeal_refused"}, "申诉也被拒绝"),
        ({"stage": "partly_paid"}, "只退了一部分"),
        ({"stage": "partial_offer"}, "只答应一部分"),
        ({"stage": "refused"}, "今天写申诉"),
        ({"channel": "not_paid"}, "还没有付钱"),
        ({"stage": "refused", "elsewhere": "12315"}, "12315 已经在处理"),
        ({"truthful": "no"}, "事实不是这样"),
        ({"support_fixed": "yes"}, "法律上没有依据"),
        ({"problem": frozenset({"stopped_early"})}, "还不能下结论"),
        ({"stage": "appeal_refused", "purpose": "resale"}, "平台这条路走完了"),
        ({"stage": "partly_paid", "purpose": "resale", "channel": "balance"}, "平台定不了"),
        ({"stage": "refused", "elsewhere": "12315", "accepted_on": on(date(2026, 9, 1))}, "平台这条路走完了"),
    ],
)
def test_the_headline(changes, words):
    assert words in only(replace(CODE, **changes)).headline


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        (replace(CODE, stage="agreed", agreed_on=on(date(2026, 11, 23))), "退款单号"),
        (replace(AGREED, stage="asked_waiting"), "退款单号"),
        (replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 20))), "受理编号"),
    ],
)
def test_who_waits_for_agreed_money_asks_for_its_number(facts, note):
    assert any(note in act.what for act in only(facts).acts)


def test_who_wants_the_goods_is_not_told_to_ask_for_a_refund():
    wanted = only(replace(CODE, wish="goods"))
    assert wanted.headline == "今天就把要求发出去" and "退款" not in wanted.acts[0].what
    for changes in (
        {"wish": "refund"},
        {"wish": None},
        {"wish": "goods", "problem": frozenset({"overcharged"}), "charge": "duplicate", "evidence": frozenset({"payment"})},
    ):
        matter = only(replace(CODE, **changes))
        assert matter.headline == "今天就把退款申请发出去" and "退款申请" in matter.acts[0].what, changes


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (MIND, "有没有单独一步确认不支持无理由退货"),
        (replace(SLIP, goods="game_card", goods_used="untouched"), "有没有核对、改正的那一步"),
        (replace(CODE, problem=frozenset({"expired_unused"}), goods_used="untouched", validity_stated="yes"), "有效期写在哪里"),
        (replace(CODE, problem=frozenset({"overcharged"}), charge="two_orders", second_order="unused"), "各对应哪个订单编号"),
        (replace(CODE, problem=frozenset({"promise_broken"}), promise_kind="warranty", promise_met="no"), "承诺写明的条件"),
    ],
)
def test_what_a_page_can_show_is_worth_a_second_look(facts, words):
    matter = only(facts)
    assert matter.level == "not_supported" and words in matter.acts[-1].what


@pytest.mark.parametrize(
    "facts",
    [
        replace(CODE, goods_used="redeemed"),
        replace(CODE, support_fixed="yes"),
        replace(MIND, goods="membership"),
        replace(MIND, seven_days_open=False),
        replace(MIND, goods_used="tried"),
        replace(MIND, purpose="resale"),
        SLIP,
        replace(CHILD, child_age="adult"),
        replace(CHILD, guardian_consent="yes"),
        replace(CODE, problem=frozenset({"wrong_goods"}), mismatch="as_stated"),
        replace(CODE, problem=frozenset({"wrong_goods"}), mismatch="unlicensed", knew_it="yes"),
        replace(CODE, problem=frozenset({"late"}), overdue=True, too_late="still_useful"),
        replace(CODE, problem=frozenset({"deposit_kept"}), deposit_returned="no"),
        replace(MIND, truthful="no"),
        replace(CODE, truthful="no"),
        replace(CODE, channel="not_paid"),
    ],
)
def test_nobody_is_told_which_answer_would_win(facts):
    """What one did, knew, wanted or agreed to is no mistake of memory; neither are the goods, an age and the time that has passed."""
    matter = only(facts)
    text = "\n".join(act.what for act in matter.acts)
    assert matter.level == "not_supported" and "改答案" not in text and "核对一眼" not in text


def test_who_says_that_not_all_is_true_sees_no_way_to_a_claim():
    assert only(replace(CODE, truthful="no")).platform_view == () and only(CODE).platform_view


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({"paid_on": on(date(2026, 9, 1))}, "sue"),
        ({"paid_on": on(date(2026, 9, 2))}, "sue"),
        ({"paid_on": on(date(2026, 9, 3))}, "appeal"),
        ({}, "appeal"),
        ({"paid_on": on(date(2026, 9, 1)), "stage": "not_asked"}, "sue"),
        ({"paid_on": on(date(2026, 9, 1)), "stage": "asked_waiting", "elsewhere": "12315"}, "sue"),
        ({"paid_on": on(date(2026, 9, 1)), "elsewhere": "court"}, "wait"),
        ({"paid_on": on(date(2026, 9, 1)), "stage": "agreed"}, "apply_refund"),
        ({"paid_on": None, "ninety_days_open": True}, "appeal"),
    ],
)
def test_what_only_a_court_can_revoke_does_not_wait_for_an_appeal(changes, step):
    matter = only(replace(MISTAKE, **changes))
    assert (matter.level, matter.next_step.id) == ("can_claim", step)
    if step == "sue":
        (file,) = [act for act in matter.acts if "立案" in act.what]
        assert file.by in (date(2026, 11, 30), date(2026, 12, 1)) and "快到了" in matter.headline


def test_a_mistake_beside_another_ground_still_has_its_day_in_court():
    matter = only(replace(MISTAKE, problem=frozenset({"mis_order", "unusable"}), evidence=frozenset({"error", "listing"})))
    assert matter.next_step.id == "appeal" and ("请求法院" in matter.acts[-2].what, matter.acts[-2].by) == (True, date(2027, 2, 8))


def test_who_has_not_paid_is_told_not_to():
    assert only(replace(CODE, problem=frozenset({"asked_to_pay_again"}), channel="not_paid")).headline == "还没有付钱，不要付"
    assert only(replace(CODE, channel="not_paid")).headline == "还没有付钱，谈不上退款"


def test_goods_that_may_still_come_in_time_are_waited_for():
    early = replace(LATE, overdue=False, may_be_demanded=False, promised="stated", promised_minutes=4320, due_on=date(2026, 11, 26))
    matter = only(early)
    assert (matter.level, matter.next_step.id) == ("not_supported", "wait")
    assert [row.last_day for row in matter.deadlines] == [date(2026, 11, 26)] and matter.acts[-1].by == date(2026, 11, 26)
    assert "先等到那天" in matter.headline
    for changes in (
        {"truthful": "no"},
        {"channel": "not_paid"},
        {"overdue": None},
        {"due_on": None},
        {"problem": frozenset({"not_delivered", "unusable"}), "goods_used": "redeemed"},
    ):
        assert only(replace(early, **changes)).next_step.id != "wait", changes


def test_every_step_is_one_row():
    rows = [row for row in vars(next_steps).values() if isinstance(row, NextStep)]
    assert rows == list(NEXT_STEPS)
    assert len({row.id for row in rows}) == len({row.label for row in rows}) == len(rows)
    assert len({row.letters for row in rows if row.letters}) == sum(bool(row.letters) for row in rows)
    # Whoever is gone to besides the other side is written to; a court and an authority have to know against whom.
    assert all(row.letters for row in rows if row.beyond_the_seller)
    assert all(row.beyond_the_seller for row in rows if row.names_somebody) and all(row.names_somebody for row in rows if row.to_a_court)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 23))), "先等到约定或惯常的时间，到时没有结果再催"),
        (
            replace(
                CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 23)), goods="direct_topup", topup_signs=frozenset({"password"})
            ),
            "已经提了，等答复的时候有一件事要先做",
        ),
        (replace(CODE, problem=frozenset({"stopped_early"})), "还不能下结论，先把缺的几样弄清楚"),
        (
            replace(CODE, problem=frozenset({"stopped_early"}), goods="direct_topup", topup_signs=frozenset({"password"})),
            "还不能下结论，有一件事等不得，先做它",
        ),
    ],
)
def test_a_headline_says_when_something_goes_before(facts, words):
    assert only(facts).headline == words


def test_when_to_come_back_depends_on_whether_it_was_asked_for():
    asked = only(replace(LATE, stage="asked_waiting", asked_on=on(date(2026, 11, 20))))
    assert any("还没有结果，就回来看下一步" in act.what for act in asked.acts)
    fresh = only(CODE)
    assert any("还没有答复，就回来选" in act.what for act in fresh.acts)


@pytest.mark.parametrize("paid_on", [date(2026, 8, 20), date(2026, 8, 25), date(2026, 8, 26), date(2026, 11, 20)])
def test_a_court_is_named_only_while_it_can_still_revoke(paid_on):
    """2026-08-26 and ninety days are 2026-11-24, today."""
    both = replace(MISTAKE, problem=frozenset({"mis_order", "unusable"}), evidence=frozenset({"error", "listing"}), paid_on=on(paid_on))
    named = [act for act in only(both).acts if "要撤销只能请求法院" in act.what]
    assert bool(named) == (paid_on >= date(2026, 8, 26))


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused", "outside"])
def test_who_has_no_ground_may_still_ask(stage):
    lost = replace(SLIP, slip_grave="warned", stage=stage)
    matter = only(lost)
    assert matter.level == "not_supported"
    assert matter.headline == "法律上没有依据，可以客气地问一句"
    assert any("协商请求" in act.what and "没有义务答应" in act.what for act in matter.acts)


def test_a_favour_is_for_who_slipped():
    assert not any("可以客气地请对方帮忙" in act.what for act in only(replace(CODE, support_fixed="yes")).acts)
