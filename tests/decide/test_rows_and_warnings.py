"""Which periods a conclusion shows, in which order, and what it warns of."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from checker.ask.facts import Facts
from checker.ask.when import on
from checker.decide.verdict import assess
from checker.rules.agreement.voluntary_promise import RULE as VOLUNTARY_PROMISE
from tests.decide import situations
from tests.decide.situations import NOW

CODE = replace(situations.CODE, channel="alipay")
MIND = replace(
    CODE,
    problem=frozenset({"change_of_mind"}),
    goods_used="untouched",
    confirmed_no_return="no",
    seven_days_open=True,
    paid_on=on(date(2026, 11, 20)),
    evidence=frozenset({"order"}),
)
BALANCE = Facts(
    goods="platform_balance",
    problem=frozenset({"balance_refused"}),
    balance_trouble="not_wanted",
    bought_before="no",
    seven_days_open=True,
    purpose="self",
    truthful="yes",
    stage="not_asked",
    paid_on=on(date(2026, 11, 20)),
)


def rows(facts: Facts, now: datetime = NOW) -> list[str]:
    (matter,) = assess(facts, now).matters
    days = [row.safe for row in matter.deadlines]
    assert days == sorted(days), "the soonest first"
    return [row.what for row in matter.deadlines]


def has(facts: Facts, word: str) -> bool:
    return any(word in what for what in rows(facts))


@pytest.mark.parametrize(
    ("facts", "word", "shown"),
    [
        (replace(CODE, paid_on=on(date(2026, 11, 20))), "直接要求退货", True),
        (CODE, "直接要求退货", False),
        (replace(CODE, arrived_on=on(date(2026, 11, 12))), "直接要求退货", True),
        (replace(CODE, stage="refused"), "直接要求退货", False),
        (replace(CODE, purpose="resale"), "直接要求退货", False),
        (CODE, "一般会在这天以前答复", False),
        (replace(CODE, stage="asked_waiting", asked_on=on(date(2026, 11, 23))), "一般会在这天以前答复", True),
        (replace(CODE, stage="more_proof", asked_on=on(date(2026, 11, 23))), "一般会在这天以前答复", True),
        (replace(CODE, stage="refused", asked_on=on(date(2026, 11, 20))), "一般会在这天以前答复", False),
        (replace(CODE, stage="refused", asked_on=on(date(2026, 11, 20))), "视为故意拖延", True),
        (replace(CODE, stage="refused", asked_on=on(date(2026, 11, 20)), purpose="resale"), "视为故意拖延", False),
        (replace(CODE, stage="agreed", agreed_on=on(date(2026, 11, 23))), "退款一般会在这天以前到账", True),
        (replace(CODE, stage="refused", agreed_on=on(date(2026, 11, 23))), "退款一般会在这天以前到账", False),
        (CODE, "答复是否受理", False),
        (replace(CODE, stage="appeal_refused"), "今天向 12315 投诉的话", True),
        (replace(CODE, stage="refused", elsewhere="12315", complained_on=on(date(2026, 11, 20))), "12315 最晚这天答复", True),
        (
            replace(CODE, stage="refused", elsewhere="12315", complained_on=on(date(2026, 11, 10)), accepted_on=on(date(2026, 11, 16))),
            "答复是否受理",
            False,
        ),
        (
            replace(CODE, stage="refused", elsewhere="12315", complained_on=on(date(2026, 11, 10)), accepted_on=on(date(2026, 11, 16))),
            "12315 调解的最后一天",
            True,
        ),
        (MIND, "发出无理由退货通知", True),
        (replace(MIND, stage="asked_waiting"), "发出无理由退货通知", False),
        (CODE, "发出无理由退货通知", False),
        (BALANCE, "预付款本金", True),
        (replace(BALANCE, stage="refused"), "预付款本金", False),
        (CODE, "预付款本金", False),
        (replace(CODE, stage="refused", refusal_ground=frozenset({"silence"})), "没有约定反馈期", True),
        (replace(CODE, stage="refused", refusal_ground=frozenset({"used"})), "没有约定反馈期", False),
        (CODE, "微信支付能原路退回", False),
        (replace(CODE, channel="wechat"), "微信支付能原路退回", True),
        (CODE, "通知解除合同", True),
        (replace(CODE, problem=frozenset({"overcharged"}), charge="duplicate"), "通知解除合同", False),
        (CODE, "（欺诈）", False),
        (replace(CODE, false_intent="yes"), "（欺诈）", True),
        (CODE, "以前向 12315 投诉", True),
        (replace(CODE, purpose="resale"), "以前向 12315 投诉", False),
        (replace(CODE, seller_kind="individual"), "以前向 12315 投诉", False),
        (CODE, "诉讼时效", False),
        (replace(CODE, stage="appeal_refused"), "诉讼时效", True),
        (replace(CODE, stage="outside"), "诉讼时效", True),
        (replace(CODE, purpose="resale"), "诉讼时效", True),
        (CODE, "是否立案", False),
        (replace(CODE, stage="appeal_refused", purpose="resale"), "是否立案", True),
        (
            replace(CODE, problem=frozenset({"mis_order"}), slip="item", could_correct="no", slip_grave="no", ninety_days_open=True),
            "（重大误解）",
            True,
        ),
        (CODE, "（重大误解）", False),
    ],
)
def test_a_period_is_shown_where_it_matters(facts, word, shown):
    assert has(facts, word) is shown


def test_no_period_where_nothing_can_be_claimed():
    assert rows(replace(CODE, truthful="no")) == [] == rows(Facts(goods="cheat"))
    assert rows(replace(CODE, problem=frozenset({"stopped_early"}))) != []


HIDDEN_FEE = replace(CODE, problem=frozenset({"wrong_goods"}), mismatch="hidden_fee", goods_used="part_used")


@pytest.mark.parametrize(
    ("facts", "word", "there"),
    [
        (CODE, "函里", False),
        (replace(CODE, purpose="resale"), "转卖、批量拿货的", True),
        (replace(CODE, purpose=None), "还不清楚是不是自己用", True),
        (replace(CODE, seller_kind="individual"), "偶尔转让的个人", True),
        (replace(CODE, purpose="resale", truthful="no"), "转卖", False),
        (replace(CODE, paid_by="other"), "钱是别人付的", True),
        (replace(CODE, paid_by="me"), "钱是别人付的", False),
        (replace(CODE, goods="direct_topup", topup_signs=frozenset({"cheap", "slow"})), "来路不正", True),
        (replace(CODE, goods="direct_topup", topup_signs=frozenset({"cheap", "slow", "password"})), "来路不正", True),
        (CODE, "事情说清以后", False),
        (replace(CODE, goods="direct_topup", topup_signs=frozenset({"cheap"})), "来路不正", False),
        (replace(CODE, goods="direct_topup", topup_signs=frozenset({"none"})), "来路不正", False),
        (
            replace(CODE, goods="game_account", problem=frozenset({"child_paid"}), child_age="under_8", guardian_consent="no"),
            "绑定的是谁",
            False,
        ),
        (replace(CODE, goods="game_account"), "绑定的是谁", True),
        (replace(CODE, goods="game_account", bound_to="mine"), "绑定的是谁", False),
        (replace(CODE, goods="game_account", truthful="no"), "绑定的是谁", False),
        (replace(CODE, goods=None), "绑定的是谁", False),
        (HIDDEN_FEE, "要求全额退不一定", True),
        (replace(HIDDEN_FEE, goods_used="tried"), "要求全额退不一定", False),
        (replace(HIDDEN_FEE, mismatch="type"), "要求全额退不一定", False),
        (replace(HIDDEN_FEE, truthful="no"), "要求全额退不一定", False),
        (replace(CODE, problem=frozenset({"unusable", "asked_to_pay_again"})), "单独再查一遍", True),
        (replace(CODE, problem=frozenset({"child_paid", "asked_to_pay_again"})), "单独再查一遍", False),
        (replace(CODE, problem=frozenset({"unusable", "told_to_buy"})), "单独再查一遍", False),
        (replace(CODE, problem=frozenset({"asked_to_pay_again"})), "单独再查一遍", False),
        (replace(CODE, problem=frozenset({"stopped_early"}), stopped_cause="tainted"), "事情说清以后", True),
        (replace(CODE, seller_kind="overseas"), "对方在境外", True),
        (CODE, "对方在境外", False),
        (replace(CODE, seller_kind="overseas", truthful="no"), "对方在境外", False),
        (replace(CODE, problem=frozenset({"overcharged"}), charge="renewal", goods_used="untouched"), "扣费以前已经显著提醒过", True),
        (replace(CODE, problem=frozenset({"overcharged"}), charge="renewal", goods_used="untouched", renewal_notice="no"), "提醒过", False),
    ],
)
def test_warnings(facts, word, there):
    assert any(word in warning for warning in assess(facts, NOW).warnings) is there


def test_a_warning_of_what_may_be_so_goes_before_one_of_what_is_so():
    topup = replace(CODE, goods="direct_topup", topup_signs=frozenset({"cheap", "slow"}), problem=frozenset({"late", "asked_to_pay_again"}))
    found = assess(topup, NOW).warnings
    assert ["来路不正" in found[-2], "单独再查一遍" in found[-1]] == [True, True], found


OLD = replace(CODE, stage="appeal_refused", paid_on=on(date(2023, 10, 1)), channel="wechat", false_intent="yes")


def test_nothing_that_runs_from_knowing_is_shown_as_over():
    """L3: paid three years ago, and when it stopped is not asked. 办法 16 (四)、民法典 152、188、564 run from knowing."""
    stopped = replace(OLD, problem=frozenset({"stopped_early"}), stopped_cause="banned", goods_used="part_used")
    for facts in (OLD, stopped):
        verdict = assess(facts, NOW)
        (matter,) = verdict.matters
        over = [row for row in matter.deadlines if row.surely_over_after < NOW.date()]
        assert [row.what for row in over] == ["微信支付能原路退回的最后一天"], "which does run from payment"
        assert not any("法定最后一天" in row.what or (row.basis == "statute" and "付款当天" in row.counted) for row in matter.deadlines)
        assert sum("从付款算" in warning for warning in verdict.warnings) == 1
        assert matter.next_step.id == "complaint_12315" and [check.state for check in matter.complaint][2] == "open"
    assert not any("从付款算" in warning for warning in assess(replace(OLD, paid_on=on(date(2026, 10, 1))), NOW).warnings)


def test_on_the_last_safe_day_it_is_still_a_row_and_the_day_after_a_sentence():
    last = next(row.last_day for row in assess(CODE, NOW).matters[0].deadlines if "解除合同" in row.what)
    for days, shown in ((0, True), (1, False)):
        later = datetime.combine(last + timedelta(days=days), NOW.timetz())
        verdict = assess(CODE, later)
        assert any("解除合同" in row.what for row in verdict.matters[0].deadlines) is shown
        assert any("通知解除合同的期限可能过了" in warning for warning in verdict.warnings) is not shown


def test_a_customary_appeal_period_that_has_gone_by_may_be_over():
    """L35: the reader did not say how long this platform's is."""
    refused = replace(CODE, stage="refused", refused_on=on(date(2026, 11, 12)))
    assert has(refused, "平台的申诉期可能已过，先去申诉入口看") and not has(refused, "最后一天，要看平台")
    assert has(replace(refused, refused_on=on(date(2026, 11, 20))), "平台申诉的最后一天，要看平台怎么写")


def test_a_warning_for_the_year_whose_calendar_is_not_known():
    late = datetime.fromisoformat("2026-12-28T09:00+08:00")
    assert any("放假安排" in warning for warning in assess(replace(CODE, stage="appeal_refused"), late).warnings)
    assert not any("放假安排" in warning for warning in assess(replace(CODE, stage="appeal_refused"), NOW).warnings)


def test_supports_stand_beside_a_claim_only():
    facts = replace(CODE, seller_kind="self_run", stage="refused", refusal_ground=frozenset({"final"}))
    (matter,) = assess(facts, NOW).matters
    assert [rule.id for rule in matter.supports] == ["platform_is_seller", "final_sale_clause"]
    assert {"wxf-4", "mfd-497"} <= {article.id for article in matter.claims[0].articles}
    (without,) = assess(replace(facts, truthful="no"), NOW).matters
    assert without.supports == () and without.complaint == ()


@pytest.mark.parametrize(("seller", "cited"), [("shop", True), ("individual", True), ("self_run", False), (None, False)])
def test_the_measure_on_platforms_binds_platforms(seller, cited):
    facts = Facts(
        goods="platform_balance",
        problem=frozenset({"balance_refused"}),
        balance_trouble="frozen",
        truthful="yes",
        stage="not_asked",
        seller_kind=seller,
    )
    (matter,) = assess(facts, NOW).matters
    assert ("ptgz-19" in {article.id for article in matter.claims[0].articles}) is cited


@pytest.mark.parametrize(
    ("kind", "goods", "seller", "cited"),
    [
        ("return", "game_card", "shop", {"wxf-2"}),
        ("return", "membership", "shop", set()),
        ("return", None, "shop", set()),
        ("multiple", "game_card", "shop", {"wxf-10"}),
        ("multiple", "game_card", "self_run", set()),
        ("multiple", "game_card", None, set()),
        ("warranty", "game_card", "shop", set()),
    ],
)
def test_a_promise_is_argued_from_no_more_than_it_reaches(kind, goods, seller, cited):
    """网络消费纠纷规定（一） 2 is about goods that 消法 25 excepts, 10 about sellers on a platform; the rest stands on the promise itself."""
    facts = Facts(
        goods=goods,
        problem=frozenset({"promise_broken"}),
        promise_kind=kind,
        promise_met="yes",
        purpose="self",
        seller_kind=seller,
        goods_used="untouched",
        truthful="yes",
        stage="not_asked",
    )
    found = set(VOLUNTARY_PROMISE.articles_for(facts))
    assert found & {"wxf-2", "wxf-10"} == cited and "xfzss-12" in found


def test_what_keeps_a_claim_open_is_named():
    def last(facts: Facts) -> str:
        (matter,) = assess(facts, NOW).matters
        return matter.reasons[-1].sentence

    assert "有些答案还不确定" in last(replace(CODE, truthful=None))
    assert "提前停了" in last(replace(CODE, problem=frozenset({"stopped_early"})))
