"""Stage by stage: the one next step, and what to do today."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from checker.ask.facts import Facts
from checker.decide.verdict import assess

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
CODE = Facts(
    goods="game_card", problem=frozenset({"unusable"}), goods_used="tried", support_fixed="no", purpose="self", seller_kind="shop",
    truthful="yes", stage="not_asked", evidence=frozenset({"error"}), paid_on=date(2026, 11, 10), elsewhere="none", channel="wechat",
)
AGREED = replace(CODE, problem=frozenset({"refund_not_arrived"}), refund_trouble="not_arrived", stage="agreed", evidence=frozenset({"chat"}))
LATE = replace(CODE, problem=frozenset({"not_delivered"}), promised="instant", overdue=True, evidence=frozenset({"payment"}))
CHILD = replace(CODE, problem=frozenset({"child_paid"}), child_age="under_8", guardian_consent="no", evidence=frozenset({"identity"}))


def only(facts: Facts, now: datetime = NOW):
    (matter,) = assess(facts, now).matters
    return matter


@pytest.mark.parametrize(
    ("facts", "changes", "step"),
    [
        (CODE, {}, "apply_refund"),
        (CODE, {"stage": None}, "apply_refund"),
        (CODE, {"evidence": frozenset({"order"})}, "gather_evidence"),
        (CODE, {"evidence": None}, "apply_refund"),
        (CODE, {"issuer_says": "after"}, "gather_evidence"),
        (CODE, {"stage": "more_proof"}, "gather_evidence"),
        (CODE, {"stage": "asked_waiting"}, "apply_refund"),
        (CODE, {"stage": "asked_waiting", "asked_on": date(2026, 11, 20)}, "wait"),
        (CODE, {"stage": "asked_waiting", "asked_on": date(2026, 11, 19)}, "wait"),
        (CODE, {"stage": "asked_waiting", "asked_on": date(2026, 11, 18)}, "payment_complaint"),
        (LATE, {"stage": "asked_waiting", "asked_on": date(2026, 11, 20)}, "apply_refund"),
        (LATE, {"stage": "asked_waiting", "asked_on": date(2026, 11, 10)}, "payment_complaint"),
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
        (CODE, {"stage": "appeal_refused", "paid_on": date(2023, 11, 24)}, "complaint_12315"),
        (CODE, {"stage": "appeal_refused", "paid_on": date(2023, 11, 23)}, "complaint_12315"),
        (CODE, {"stage": "partial_offer"}, "complaint_12315"),
        (CODE, {"stage": "partly_paid", "purpose": "resale"}, "payment_complaint"),
        (CODE, {"stage": "partly_paid", "purpose": "resale", "channel": "balance"}, "sue"),
        (CODE, {"stage": "outside"}, "payment_complaint"),
        (CODE, {"stage": "outside", "channel": "balance"}, "complaint_12315"),
        (CODE, {"stage": "refused", "elsewhere": "12315"}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "12315", "accepted_on": date(2026, 9, 25)}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "12315", "accepted_on": date(2026, 9, 22)}, "sue"),
        (CODE, {"stage": "refused", "elsewhere": "association"}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "court"}, "wait"),
        (CODE, {"stage": "refused", "elsewhere": "payment"}, "appeal"),
        (AGREED, {}, "wait"),
        (AGREED, {"agreed_on": date(2026, 11, 19)}, "wait"),
        (AGREED, {"agreed_on": date(2026, 11, 18)}, "payment_complaint"),
        (AGREED, {"stage": "asked_waiting"}, "wait"),
        (AGREED, {"refund_trouble": "to_balance"}, "apply_refund"),
        (AGREED, {"refund_trouble": "fee", "fee_basis": "after"}, "apply_refund"),
        (CODE, {"stage": "agreed"}, "apply_refund"),
        (CODE, {"stage": "agreed", "agreed_on": date(2026, 11, 23)}, "wait"),
        (CODE, {"stage": "agreed", "agreed_on": date(2026, 11, 23), "wish": "goods"}, "apply_refund"),
        (AGREED, {"agreed_on": date(2026, 11, 23), "wish": "goods"}, "wait"),
        (CHILD, {"stage": "agreed"}, "apply_refund"),
        (replace(CHILD, child_age="adult"), {}, "none"),
        (CODE, {"truthful": None}, "gather_evidence"),
        (CODE, {"truthful": "no"}, "none"),
        (CODE, {"channel": "not_paid"}, "none"),
    ],
)
def test_the_next_step(facts, changes, step):
    assert only(replace(facts, **changes)).next_step == step


@pytest.mark.parametrize(("problem", "detail"), [("wrong_goods", {"mismatch": "unlicensed", "knew_it": "no"}), ("mis_order", {"slip": "amount", "slip_grave": "yes", "could_correct": "yes", "ninety_days_open": True, "goods_used": "untouched"})])
def test_what_only_a_court_can_decide_is_not_appealed(problem, detail):
    facts = replace(CODE, problem=frozenset({problem}), evidence=frozenset({"listing", "official"}), **detail)
    assert only(replace(facts, stage="refused")).next_step == "sue"
    assert only(facts).next_step == "apply_refund"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(CODE, stage="asked_waiting", asked_on=date(2026, 11, 23)), ("受理编号", "接平台的电话", "回来改答案")),
        (replace(AGREED, agreed_on=date(2026, 11, 23)), ("退款单号", "回来改答案")),
        (replace(CODE, stage="refused", elsewhere="12315"), ("接 12315 的电话", "问清哪一天受理")),
        (replace(CODE, stage="refused", elsewhere="12315", accepted_on=date(2026, 11, 16)), ("可以起诉",)),
        (replace(CODE, stage="refused", elsewhere="association"), ("问消费者协会",)),
        (replace(CODE, stage="refused", elsewhere="court"), ("举证期限",)),
        (replace(CODE, stage="refused", refused_on=date(2026, 11, 20), appeal_days=7), ("把写好的申诉",)),
        (replace(CODE, stage="refused", refused_on=date(2026, 11, 11)), ("已过", "不受影响")),
        (replace(CHILD, earlier_refund="during"), ("先改支付密码",)),
        (replace(CODE, stage="appeal_refused", purpose="resale"), ("证据目录", "立案窗口")),
        (replace(CODE, problem=frozenset({"not_paid_by_me"}), how_taken="stolen"), ("通知微信支付", "报警")),
        (replace(CODE, problem=frozenset({"not_paid_by_me"}), how_taken="stolen", notified="yes"), ("追问微信支付",)),
        (replace(CODE, problem=frozenset({"asked_to_pay_again"})), ("停止付款", "拨打 110", "请求止付")),
        (replace(CODE, problem=frozenset({"asked_to_pay_again"}), channel="not_paid"), ("停止付款", "拿不准")),
        (replace(CODE, problem=frozenset({"told_to_buy"})), ("冻结还没用的卡密",)),
        (replace(CODE, problem=frozenset({"stopped_early"}), stopped_cause="tainted"), ("不要说没到账",)),
        (Facts(goods="cheat", unlawful_part="used"), ("断网、查毒",)),
        (Facts(goods="cheat", unlawful_part="bought"), ("不要安装",)),
        (Facts(goods="real_name_account", unlawful_part="used"), ("停止使用，不要再登录、找回",)),
        (Facts(goods="real_name_account", unlawful_part="lent_own"), ("挂失、注销", "主动向公安说明")),
        (Facts(goods="game_account", bound_to="other_fixed"), ("解绑自己的手机号",)),
        (Facts(goods="direct_topup", topup_signs=frozenset({"told"})), ("不要再充",)),
    ],
)
def test_what_to_do_today(facts, words):
    acts = only(facts).acts
    text = "\n".join(act.what for act in acts)
    assert all(word in text for word in words), text
    assert 1 <= len(acts) <= 3


def test_a_text_never_goes_out_after_the_appeal_period():
    facts = replace(CODE, stage="refused", refused_on=date(2026, 11, 23), appeal_days=2, evidence=frozenset({"order"}))
    (send,) = [act for act in only(facts).acts if "发出去" in act.what]
    assert send.by == date(2026, 11, 25)
    assert [act.by for act in only(replace(facts, appeal_days=None)).acts if "发出去" in act.what] == [date(2026, 11, 26)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"stage": "appeal_refused"}, "申诉也被拒绝"), ({"stage": "partly_paid"}, "只退了一部分"), ({"stage": "partial_offer"}, "只答应一部分"),
        ({"stage": "refused"}, "今天写申诉"), ({"channel": "not_paid"}, "还没有付钱"), ({"stage": "refused", "elsewhere": "12315"}, "12315 已经在处理"),
        ({"truthful": "no"}, "事实不是这样"), ({"support_fixed": "yes"}, "依据不够"), ({"support_fixed": None}, "还不能下结论"),
        ({"stage": "appeal_refused", "purpose": "resale"}, "平台这条路走完了"),
        ({"stage": "partly_paid", "purpose": "resale", "channel": "balance"}, "平台定不了"),
        ({"stage": "refused", "elsewhere": "12315", "accepted_on": date(2026, 9, 1)}, "平台这条路走完了"),
    ],
)
def test_the_headline(changes, words):
    assert words in only(replace(CODE, **changes)).headline


def test_who_wants_the_goods_is_not_told_to_ask_for_a_refund():
    wanted = only(replace(CODE, wish="goods"))
    assert wanted.headline == "今天就把要求发出去" and "退款" not in wanted.acts[0].what
    for changes in ({"wish": "refund"}, {"wish": None}, {"wish": "goods", "problem": frozenset({"overcharged"}), "charge": "duplicate", "evidence": frozenset({"payment"})}):
        matter = only(replace(CODE, **changes))
        assert matter.headline == "今天就把退款申请发出去" and "退款申请" in matter.acts[0].what, changes


def test_nobody_is_told_to_change_what_cannot_have_been_a_mistake():
    """The goods, an age and how much time has passed are what they are."""
    mind = replace(CODE, problem=frozenset({"change_of_mind"}), goods="membership", goods_used="untouched", confirmed_no_return="yes", seven_days_open=False)
    text = "\n".join(act.what for act in only(mind).acts)
    assert "付款时没有单独让你确认" in text and "买的是点卡" not in text and "不超过七日" not in text
    grown = only(replace(CHILD, child_age="adult"))
    assert not any("改答案" in act.what for act in grown.acts) and grown.acts


def test_what_would_change_a_no_is_said():
    matter = only(replace(CODE, goods_used="redeemed"))
    assert matter.level == "not_supported" and "卡密不是自己或者朋友充掉的" in matter.acts[1].what


@pytest.mark.parametrize(
    ("refused_on", "by", "over"),
    [(date(2026, 11, 21), date(2026, 11, 24), False), (date(2026, 11, 20), None, True), (date(2026, 11, 22), date(2026, 11, 25), False)],
)
def test_the_last_day_of_an_appeal_is_still_open(refused_on, by, over):
    matter = only(replace(CODE, stage="refused", refused_on=refused_on, appeal_days=3))
    assert matter.acts[0].by == by and ("已过" in matter.acts[0].what) is over
    assert matter.deadlines[0].certain


def test_a_family_that_was_paid_back_once_first_closes_the_way():
    for earlier, guarded in (("unguarded", True), ("during", True), ("guarded", False), ("none", False), (None, False)):
        acts = only(replace(CHILD, earlier_refund=earlier)).acts
        assert (acts[0].what.startswith("先改支付密码"), len(acts)) == (guarded, 3), earlier
    assert not only(replace(CODE, earlier_refund="during")).acts[0].what.startswith("先改支付密码")


def test_who_has_not_paid_is_told_not_to():
    assert only(replace(CODE, problem=frozenset({"asked_to_pay_again"}), channel="not_paid")).headline == "还没有付钱，不要付"
    assert only(replace(CODE, channel="not_paid")).headline == "还没有付钱，谈不上退款"


def test_without_a_date_nothing_is_over():
    waiting = only(replace(AGREED, agreed_on=None))
    assert [act.by for act in waiting.acts] == [None, None]
    assert [act.by for act in only(replace(AGREED, agreed_on=date(2026, 11, 20))).acts] == [None, date(2026, 11, 25)]


def test_goods_that_may_still_come_in_time_are_waited_for():
    early = replace(LATE, overdue=False, promised="stated", promised_minutes=4320, due_on=date(2026, 11, 26))
    matter = only(early)
    assert (matter.level, matter.next_step) == ("not_supported", "wait")
    assert [row.last_day for row in matter.deadlines] == [date(2026, 11, 26)] and matter.acts[-1].by == date(2026, 11, 26)
    assert "先等到那天" in matter.headline
    for changes in ({"truthful": "no"}, {"channel": "not_paid"}, {"overdue": None}, {"due_on": None}, {"problem": frozenset({"not_delivered", "unusable"}), "goods_used": "redeemed"}):
        assert only(replace(early, **changes)).next_step != "wait", changes
