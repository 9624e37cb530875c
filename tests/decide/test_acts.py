"""What to do today: what cannot wait stands first, what was done is not advised again, and each act says until when."""

from dataclasses import replace
from datetime import date

import pytest

from checker.ask.facts import Facts
from checker.ask.periods import Period
from checker.ask.routes import ORDINARY
from checker.ask.when import on
from checker.decide.acts import first_acts
from tests.decide.situations import AGREED, CHILD, CODE, LATE, SLIP, only

MANY = replace(
    CODE,
    goods="direct_topup",
    problem=frozenset({"unusable", "mis_order"}),
    slip="account",
    failure="already_used",
    topup_signs=frozenset({"password"}),
)
"""Whose story calls for three first acts."""


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 23))), ("受理编号", "接平台的电话", "回来改答案")),
        (replace(AGREED, agreed_on=on(date(2026, 11, 23))), ("退款单号", "回来改答案")),
        (replace(CODE, stage="refused", elsewhere="12315"), ("接 12315 的电话", "问清哪一天受理")),
        (replace(CODE, stage="refused", elsewhere="12315", accepted_on=on(date(2026, 11, 16))), ("可以起诉",)),
        (replace(CODE, stage="refused", elsewhere="association"), ("问消费者协会",)),
        (replace(CODE, stage="refused", elsewhere="court"), ("举证期限",)),
        (replace(CODE, stage="refused", refused_on=on(date(2026, 11, 20)), appeal_days=Period(7, "natural_days", 7)), ("把写好的申诉",)),
        (replace(CODE, stage="refused", refused_on=on(date(2026, 11, 11))), ("可能已过，先去申诉入口看", "不受影响")),
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
    assert 1 <= len(acts) <= 3 + (facts.problem == frozenset({"child_paid"}))


@pytest.mark.parametrize(
    "facts",
    [
        CODE,
        replace(CODE, evidence=frozenset({"order"})),
        replace(CODE, stage="asked_waiting"),
        LATE,
        replace(LATE, stage="asked_waiting", asked_on=on(date(2026, 11, 18))),
        replace(LATE, stage="asked_waiting", asked_on=on(date(2026, 11, 23))),
        replace(CODE, stage="refused", refused_on=on(date(2026, 11, 22))),
        replace(CODE, stage="refused", evidence=frozenset({"order"})),
        replace(CODE, stage="outside"),
        replace(CODE, stage="more_proof"),
        replace(CODE, stage="agreed"),
        replace(CHILD, stage="refused", purpose="resale"),
        replace(AGREED, agreed_on=on(date(2026, 11, 10))),
    ],
)
def test_whatever_is_to_be_sent_is_sent_today(facts):
    """A text gives the other side its days from today; sent on the last of them it leaves none (民法典 563 三)."""
    sending = [act for act in only(facts).acts if any(word in act.what for word in ("发给", "发出去", "发下面"))]
    assert sending and all(act.by is None for act in sending)


def test_a_demand_goes_out_before_the_payer_is_told():
    acts = only(replace(LATE, stage="asked_waiting", asked_on=on(date(2026, 11, 18)))).acts
    assert "催告函" in acts[0].what and acts[0].by is None and "向微信支付反馈" in acts[1].what


@pytest.mark.parametrize("evidence", ["error", "order"])
def test_an_appeal_says_until_when_it_is_taken(evidence):
    facts = replace(
        CODE, stage="refused", refused_on=on(date(2026, 11, 23)), appeal_days=Period(2, "natural_days", 2), evidence=frozenset({evidence})
    )
    (send,) = [act for act in only(facts).acts if "发出去" in act.what]
    assert (send.by, send.latest) == (None, date(2026, 11, 25))
    assert [act.latest for act in only(replace(facts, appeal_days=None)).acts if "发出去" in act.what] == [date(2026, 11, 26)]


@pytest.mark.parametrize(("refused_on", "latest"), [(date(2026, 11, 21), date(2026, 11, 24)), (date(2026, 11, 22), date(2026, 11, 25))])
def test_the_last_day_of_an_appeal_is_still_open(refused_on, latest):
    matter = only(replace(CODE, stage="refused", refused_on=on(refused_on), appeal_days=Period(3, "natural_days", 3)))
    assert matter.acts[0].latest == latest and matter.acts[0].by is None and matter.deadlines[0].certain
    gone = only(replace(CODE, stage="refused", refused_on=on(date(2026, 11, 20)), appeal_days=Period(3, "natural_days", 3)))
    assert gone.next_step.id == "complaint_12315"


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused", "agreed", None])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"truthful": None},
        {"guardian_consent": "yes"},
        {"child_age": None},
        {"child_age": "incapable_adult", "child_spending": "beyond_age"},
    ],
)
def test_a_family_first_closes_the_way(changes, stage):
    for earlier in ("unguarded", "during", "none", None):
        acts = only(replace(CHILD, earlier_refund=earlier, stage=stage, **changes)).acts
        assert acts[0].what.startswith("先改支付密码") and 2 <= len(acts) <= 4, (earlier, acts)
    guarded = only(replace(CHILD, earlier_refund="guarded", stage=stage, **changes)).acts
    assert not any("先改支付密码" in act.what for act in guarded) and "查是怎么付的" in guarded[0].what
    assert not any("支付密码" in act.what for act in only(replace(CHILD, child_age="adult")).acts)
    assert not any("支付密码" in act.what for act in only(replace(CODE, earlier_refund="during")).acts)


STOLEN = replace(CODE, problem=frozenset({"not_paid_by_me"}), how_taken="stolen", channel="alipay", notified="no")
USED_UP = replace(CODE, failure="already_used", issuer_says="not_asked")
RENEWED = replace(
    CODE,
    problem=frozenset({"overcharged"}),
    goods="membership",
    goods_used="untouched",
    charge="renewal",
    renewal_notice="no",
    evidence=frozenset({"payment"}),
)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (SLIP, "打电话给商家，也打给运营商"),
        (replace(SLIP, goods="game_card"), "打电话给商家，也打给运营商"),
        (replace(SLIP, stage="refused"), "还没找过的，打电话"),
        (replace(SLIP, slip="page"), "打电话给商家"),
        (replace(SLIP, slip=None, goods_used=None, could_correct=None, slip_grave=None, truthful=None), "打电话给商家"),
        (replace(SLIP, goods="game_card", goods_used="untouched", slip="item"), "告诉商家买错了"),
        (replace(SLIP, slip="payee"), "联系微信支付，说明付错了人"),
        (replace(SLIP, slip="payee", stage="refused", elsewhere="payment"), "追问微信支付"),
        (replace(LATE, goods="direct_topup", topup_signs=frozenset({"password"})), "给出去的账号密码还没改的，改掉"),
        (
            replace(CODE, goods="game_account", problem=frozenset({"stopped_early"}), stopped_cause="taken_back", goods_used="part_used"),
            "的，解绑",
        ),
        (replace(CODE, goods="game_account", problem=frozenset({"wrong_goods"}), mismatch="type", bound_to="mine"), "买断的账号"),
        (replace(STOLEN, how_taken="gave_code"), "改支付密码和登录密码，让别的设备退出登录"),
        (replace(STOLEN, how_taken="gave_code", truthful=None), "改支付密码和登录密码"),
        (STOLEN, "通知支付宝，挂失、冻结"),
        (replace(STOLEN, truthful=None, how_taken=None), "通知支付宝，挂失、冻结"),
        (RENEWED, "取消，再到微信支付解除自动扣款"),
        (replace(RENEWED, channel="card"), "付款的那一方解除自动扣款"),
        (replace(RENEWED, renewal_notice="yes"), "关掉自动续费"),
        (replace(RENEWED, goods_used="redeemed"), "关掉自动续费"),
        (USED_UP, "问发行方"),
        (replace(USED_UP, stage="asked_waiting", asked_on=on(date(2026, 11, 24))), "问发行方"),
        (replace(USED_UP, issuer_says=None), "还没问过发行方的，问发行方"),
        (replace(USED_UP, support_fixed=None, goods_used=None), "问发行方"),
    ],
)
def test_what_cannot_wait_stands_first(facts, words):
    acts = only(facts).acts
    assert words in acts[0].what and 2 <= len(acts) <= 4, acts
    assert acts[0].by is None


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(SLIP, truthful="no"), "打电话"),
        (replace(SLIP, channel="not_paid"), "打电话"),
        (replace(SLIP, goods="game_card", goods_used="untouched", slip="item", stage="refused"), "告诉商家"),
        (replace(STOLEN, how_taken="family"), "挂失"),
        (replace(STOLEN, notified="yes"), "通知支付宝"),
        (replace(USED_UP, issuer_says="before"), "发行方"),
        (replace(USED_UP, issuer_says="after"), "发行方"),
        (replace(USED_UP, support_fixed="yes"), "发行方"),
        (replace(USED_UP, evidence=frozenset({"official"})), "发行方"),
        (replace(USED_UP, failure="invalid"), "发行方"),
        (replace(USED_UP, truthful="no"), "发行方"),
        (replace(CODE, goods="game_account", problem=frozenset({"deposit_kept"}), deposit_returned="yes"), "改密码"),
        (replace(LATE, goods="direct_topup", topup_signs=frozenset({"slow"})), "密码"),
        (CODE, "密码"),
    ],
)
def test_a_first_act_is_not_told_where_it_was_done_or_helps_nobody(facts, words):
    assert not any(words in act.what for act in only(facts).acts)


def test_a_swindled_reader_who_gave_a_password_changes_it_too():
    facts = replace(
        CODE, goods="direct_topup", problem=frozenset({"seller_vanished"}), order_gone=True, topup_signs=frozenset({"password"})
    )
    acts = only(facts).acts
    assert "停止付款" in acts[0].what and "改掉" in acts[-1].what and len(acts) == 4


def test_what_comes_after_a_first_act_loses_no_text_and_no_day():
    both = replace(SLIP, goods_used="untouched", could_correct="no", topup_signs=frozenset({"password"}))
    acts = only(both).acts
    assert ["打电话" in acts[0].what, "密码" in acts[1].what, "发出去" in acts[2].what, acts[3].by is not None] == [True] * 4


@pytest.mark.parametrize(
    ("facts", "never", "instead"),
    [
        (replace(CODE, stage="agreed"), "退款申请", "要退款单号"),
        (replace(AGREED, refund_trouble="fee", fee_basis="after"), "退款单号", "把下面的文本发给对方"),
        (replace(CHILD, stage="agreed"), "退款申请", "要退款单号"),
        (replace(CODE, stage="asked_waiting"), "退款申请", "提过了"),
        (replace(LATE, stage="asked_waiting", asked_on=on(date(2026, 11, 22))), "退款申请", "提过了"),
        (replace(CODE, stage="more_proof"), "申请", "补充凭证说明"),
        (
            replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 22)), evidence=frozenset({"order"})),
            "补上再发",
            "同时补凭证，先补一样：报错截图",
        ),
        (replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 10)), evidence=frozenset({"order"})), "补上", "同时补凭证"),
        (replace(CODE, stage="refused", evidence=frozenset({"order"})), "退款申请", "申诉"),
        (replace(CODE, stage="appeal_refused", evidence=frozenset({"order"})), "申诉发", "同时补凭证"),
        (replace(SLIP, slip="payee", evidence=frozenset({"payment"})), "平台", "发给收款人"),
        (
            replace(SLIP, slip="payee", evidence=frozenset({"payment"}), stage="asked_waiting", asked_on=on(date(2026, 11, 10))),
            "商家和平台",
            "发给收款人",
        ),
        (replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 10)), elsewhere="payment"), "反馈这笔交易", "追问微信支付"),
        (replace(CODE, stage="outside", elsewhere="payment"), "找支付方", "再催一次商家"),
        (replace(STOLEN, notified="yes"), "通知支付宝", "追问支付宝"),
        (replace(CODE, stage="refused", elsewhere="12315"), "向 12315", "接 12315 的电话"),
    ],
)
def test_what_was_done_is_not_advised_again(facts, never, instead):
    matter = only(facts)
    text = "\n".join([matter.headline, *(act.what for act in matter.acts)])
    assert never not in text and instead in text, text


def test_while_waiting_everything_is_recorded():
    waiting = only(replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 23))))
    assert "截图存好" in waiting.acts[0].what


def test_without_a_date_nothing_is_over():
    waiting = only(replace(AGREED, agreed_on=None))
    assert [act.by for act in waiting.acts] == [None, date(2026, 11, 27)]
    assert [act.by for act in only(replace(AGREED, agreed_on=on(date(2026, 11, 20)))).acts] == [None, date(2026, 11, 25)]


def test_first_acts_stand_in_the_order_of_what_they_save():
    """Money on its way before an account that is open, and that before a code to be traced."""
    assert [row.id for row in first_acts(ORDINARY, MANY)] == ["astray", "password", "code"]
    renewed = replace(MANY, problem=frozenset({"unusable", "overcharged"}), charge="renewal")
    assert [row.id for row in first_acts(ORDINARY, renewed)] == ["password", "renewal", "code"]


def test_money_on_its_way_goes_before_an_account_whoever_names_it():
    facts = replace(SLIP, slip="payee", topup_signs=frozenset({"password"}))
    assert [row.id for row in first_acts(ORDINARY, facts)] == ["payee", "password"]


def test_of_many_first_acts_two_are_said_and_what_follows_has_its_place():
    told = [row.what(MANY) for row in first_acts(ORDINARY, MANY)]
    assert len(told) == 3
    acts = [act.what for act in only(MANY).acts]
    assert acts[:2] == told[:2] and told[2] not in acts and len(acts) == 4


@pytest.mark.parametrize(("truthful", "outlined"), [("yes", True), ("no", False), (None, True)])
def test_the_outline_is_named_where_it_is_written(truthful, outlined):
    acts = only(replace(CODE, problem=frozenset({"asked_to_pay_again"}), truthful=truthful)).acts
    assert any("提纲在结论" in act.what for act in acts) is outlined
