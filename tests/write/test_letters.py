"""What a text may say, over every combination that can reach one. Each red line has a test of its own."""

import re
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import product

import jinja2
import pytest

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.ask.when import on
from checker.decide.verdict import assess
from checker.errors import RuleError
from checker.law.thresholds import threshold
from checker.publish.stories import blanks, shown, stories
from checker.write.letters import LETTERS
from checker.write.letters.refund_request import LETTER as REFUND_REQUEST
from checker.write.render import render_full
from checker.write.skeletons import environment
from checker.write.writing import Letter, fill_in, letters
from tests.write.sentences import LAW

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
NOBODY = Parties()
LONGEST = Parties(
    platform_name="平" * 60,
    seller_name="店" * 60,
    goods_name="货" * 60,
    order_no="9" * 40,
    pay_no="8" * 40,
    buyer_name="名" * 60,
    buyer_contact="号" * 60,
)
STAGES = (
    "not_asked",
    "asked_waiting",
    "more_proof",
    "refused",
    "partial_offer",
    "partly_paid",
    "agreed",
    "appeal_refused",
    "outside",
    None,
)
USED = ("untouched", "tried", "redeemed", "fault_after_activation", "part_used", None)
KNOWN = {
    "paid_fen": 100000,
    "paid_on": on(date(2026, 11, 20)),
    "asked_on": on(date(2026, 11, 21)),
    "offer_fen": 5000,
    "part_total": 30,
    "part_used": 12,
    "count_promised": 100,
    "count_got": 40,
    "extra_fen": 3000,
    "balance_fen": 4000,
    "promise_times": 3,
    "agreed_on": on(date(2026, 10, 10)),
    "evidence": frozenset({"reply"}),
}
PARTS = {
    "chat": ("诉求：", "证据：", "时效："),
    "lawsuit": ("一、事实", "二、请求", "三、依据", "四、附件", "属实"),
    "payment_order": ("一、事实", "二、请求", "三、依据", "四、附件", "属实"),
    "court_form": ("一、当事人", "二、诉讼请求", "三、约定管辖", "四、事实与理由", "五、对纠纷", "没有核对过官方的原件", "属实"),
    "public_complaint": ("一、事实", "二、请求", "三、凭证", "四、期限"),
    "tip_off": ("一、事实", "二、请求", "三、依据", "四、期限", "五、附件", "由贵局认定"),
    "letter": ("一、事实", "二、请求", "三、依据", "四、期限", "五、附件", "属实"),
}
CONSUMER_TEXTS = ("complaint_12315", "association")
SILENT_ON_USE = (
    "not_delivered",
    "refund_agreed",
    "refund_fee",
    "refund_to_balance",
    "minor_payment",
    "overcharged",
    "preticked",
    "prepaid_broken",
    "frozen_balance",
    "wrong_account_by_page",
    "scam",
    "tainted_topup",
    "unauthorised_payment",
)


def texts(facts: Facts, parties: Parties = NOBODY) -> list[Letter]:
    return [letter for matter in assess(facts, NOW).matters for letter in letters(matter, facts, parties, NOW)]


@cache
def reachable() -> tuple:
    """Each rule's sample at each stage and state of use, with and without dates and amounts, and what is then written."""
    found = []
    for (rule, sample), stage, used, more, purpose in product(
        ((id, story.blank_facts) for id, story in blanks().items()), STAGES, USED, ({}, KNOWN), ("self", "resale", None)
    ):
        facts = replace(sample, stage=stage, goods_used=used, purpose=purpose, **more)
        for matter in assess(facts, NOW).matters:
            found += [(rule, facts, matter, letter) for letter in letters(matter, facts, LONGEST, NOW)]
    return tuple(found)


def test_every_text_is_reached_whole_and_short_enough():
    names = set()
    for rule, facts, _, letter in reachable():
        names.add(letter.name)
        whole = letter.text + letter.short
        assert not re.search(r"None|Undefined|\{\{|\{%", whole), (rule, letter.name, facts)
        assert len(letter.short) <= threshold("short_text").value, (rule, letter.name, letter.short)
        for part in PARTS[letter.name if letter.name in PARTS else "letter"]:
            assert part in letter.text, (letter.name, rule, facts)
        assert not re.search(r"\n{3,}|  |。。|，。", letter.text), letter.text
        assert not re.search("三、依据\n。", letter.text), (rule, facts)
    assert names == {form.name for form in LETTERS} and len(reachable()) > 5000


def test_used_goods_are_never_called_unused():
    for rule, facts, _, letter in reachable():
        if facts.goods_used in ("redeemed", "part_used", "fault_after_activation"):
            assert not re.search("没有使用过|未使用|没用过", letter.text + letter.short), (rule, letter.name)


def test_what_is_unknown_is_not_asserted():
    for rule, facts, _, letter in reachable():
        whole = letter.text + letter.short
        if facts.goods_used is None and rule not in SILENT_ON_USE:
            assert not re.search("商品没有使用过|没有使用成功|已经使用了", whole), (rule, letter.name)
        if facts.paid_fen is None and facts.offer_fen is None:
            assert not re.search(r"\d 元", re.sub("每件 50 元", "", whole)), (rule, letter.name)
        if facts.issuer_says != "before":
            assert "官方已确认" not in whole
        if facts.renewal_notice != "no":
            assert "没有收到显著的提醒" not in whole


def test_only_the_supported_amount_is_asked_for():
    for rule, _facts, matter, letter in reachable():
        wanted = {claim.amount_fen for claim in matter.claims}
        asked = re.findall(
            r"(?:请退还|请返还|返还上述付款|没有用到的部分|退还的款项|这一部分|没有使用的余额|多扣的|请全额退还|请照承诺赔付|请照承诺退还|被告退还|投诉人退还) ([0-9.]+) 元",
            letter.text,
        )
        assert {round(float(each) * 100) for each in asked} <= wanted, (rule, letter.name, asked, wanted)


def test_the_lint_has_nothing_against_our_own_texts():
    for rule, _, _, letter in reachable():
        assert {remark.advice for remark in letter.lint} <= {"还有没填的地方，填好再发。"}, (rule, letter.name, letter.lint)


def test_no_deceit_and_no_treble_without_proof_of_intent():
    for rule, _, _, letter in reachable():
        assert not re.search("欺诈|三倍|故意告知", letter.text + letter.short), (rule, letter.name)
    shown = replace(
        blanks()["wrong_goods"].blank_facts,
        false_intent="yes",
        seller_kind="shop",
        stage="appeal_refused",
        paid_fen=10000,
        evidence=frozenset({"listing", "chat"}),
    )
    by_name = {letter.name: letter.text for letter in texts(shown)}
    assert "另外赔偿 500 元" in by_name["complaint_12315"] and "另外赔偿" not in by_name["appeal"]
    for closed in ({"purpose": "resale"}, {"purpose": None}, {"seller_kind": "individual"}, {"seller_kind": None}, {"false_intent": None}):
        assert not any("另外赔偿" in letter.text for letter in texts(replace(shown, **closed))), closed


@pytest.mark.parametrize(
    ("rule", "facts", "there"),
    [
        ("unusable", {"failure": "already_used"}, "已经由本人使用"),
        ("unusable", {"failure": "invalid"}, "能正常使用"),
        ("unusable", {"failure": None}, "能正常使用"),
        ("stopped_early", {"stopped_cause": "term"}, "写明钟点的那一处"),
        ("stopped_early", {"stopped_cause": "shut"}, "停用的时间、原因和依据的条款"),
        ("stopped_early", {"stopped_cause": "taken_back"}, "为什么能被原来的主人找回"),
        ("stopped_early", {"stopped_cause": "banned"}, "违反了哪一条"),
    ],
)
def test_the_records_asked_for_are_those_of_the_dispute(rule, facts, there):
    refused = replace(blanks()[rule].blank_facts, stage="refused", evidence=frozenset({"error"}), **facts)
    (text,) = [letter.text for letter in texts(refused) if letter.name == "appeal"]
    assert there in text and ("已经由本人使用" in text) is (facts.get("failure") == "already_used")


def test_a_reason_chosen_from_a_list_is_nobody_elses_words():
    refused = replace(
        blanks()["unusable"].blank_facts,
        stage="appeal_refused",
        purpose="resale",
        evidence=frozenset({"error"}),
        refusal_ground=frozenset({"used", "final", "own_fault"}),
    )
    by_name = {letter.name: letter.text for letter in texts(refused)}
    assert "关于已经用过这一点：" in by_name["appeal"] and "理由大意是已经用过" in by_name["lawsuit"]
    assert not re.search("“[^”]*(?:用过|概不退换|本人自己)", by_name["appeal"] + by_name["lawsuit"])


def test_whose_guardian_the_writer_is_stays_open():
    for sample, wanted in (
        (blanks()["minor_payment"].blank_facts, "本人是孩子的【请填写："),
        (replace(blanks()["minor_payment"].blank_facts, child_age="incapable_adult"), "本人是其【请填写："),
    ):
        for letter in texts(sample):
            assert letter.text.count(wanted) == 1, letter.name


def test_no_threat_and_no_report_in_exchange_for_money():
    for rule, _, _, letter in reachable():
        # A clue is one by its name, and asks for no money.
        words = "曝光|不退就|后果自负|骗子" + ("|退还|赔" if letter.name == "tip_off" else "|举报")
        assert not re.search(words, LAW.sub("", letter.text) + letter.short), (rule, letter.name)


def test_consumer_law_and_consumer_bodies_are_for_consumers():
    for rule, facts, _, letter in reachable():
        if facts.purpose == "resale":
            assert letter.name not in CONSUMER_TEXTS, rule
        if facts.purpose != "self":
            assert "消费者权益保护法" not in letter.text, (rule, letter.name)
    individual = replace(blanks()["unusable"].blank_facts, seller_kind="individual", stage="appeal_refused", evidence=frozenset({"error"}))
    assert not {letter.name for letter in texts(individual)} & set(CONSUMER_TEXTS)


def test_nobody_else_is_named_and_no_number_of_a_card_or_an_identity_is_asked_for():
    for rule, _, _, letter in reachable():
        for blank in letter.blanks:
            assert not re.search("身份证号|卡密|密码是", blank), (rule, letter.name, blank)


def test_human_review_only_where_a_machine_refused_on_a_platform():
    refused = replace(blanks()["unusable"].blank_facts, stage="refused", evidence=frozenset({"error"}))
    for by, seller, wanted in (
        ("machine", "shop", True),
        ("machine", "self_run", False),
        ("person", "shop", False),
        (None, "shop", False),
        ("machine", None, False),
    ):
        text = next(letter.text for letter in texts(replace(refused, refused_by=by, seller_kind=seller)) if letter.name == "appeal")
        assert ("人工判定" in text) is wanted, (by, seller)


@pytest.mark.parametrize(
    "facts",
    [
        Facts(goods="cheat", problem=frozenset({"unusable"})),
        Facts(goods="game_account", problem=frozenset({"stopped_early"}), bound_to="other_fixed", truthful="yes"),
        Facts(goods="direct_topup", problem=frozenset({"not_delivered"}), topup_signs=frozenset({"told"}), overdue=True, truthful="yes"),
        replace(blanks()["unusable"].blank_facts, truthful="no"),
        replace(blanks()["scam"].blank_facts, truthful="no"),
        replace(blanks()["tainted_topup"].blank_facts, truthful="no"),
        replace(blanks()["unauthorised_payment"].blank_facts, truthful="no"),
        replace(blanks()["unusable"].blank_facts, channel="not_paid"),
        replace(blanks()["unusable"].blank_facts, failure=None, channel="not_paid"),
        Facts(truthful="no"),
    ],
)
def test_no_text_at_all(facts):
    assert texts(facts) == []


@pytest.mark.parametrize(
    "facts",
    [
        Facts(),
        replace(blanks()["unusable"].blank_facts, truthful=None),
        replace(blanks()["not_delivered"].blank_facts, overdue=None, may_be_demanded=None),
    ],
)
def test_who_cannot_be_told_yet_asks_the_other_side(facts):
    (only,) = texts(facts)
    assert only.name == "inquiry" and "不提出要求，也不放弃要求" in only.text


@pytest.mark.parametrize("stage", ["not_asked", "asked_waiting", "refused", "outside"])
@pytest.mark.parametrize(
    "facts",
    [
        shown()["wrong-server-credited"].facts,
        Facts(goods="membership", problem=frozenset({"change_of_mind"}), goods_used="redeemed"),
    ],
)
def test_without_a_ground_one_asks_and_claims_nothing(facts, stage):
    (only,) = texts(replace(facts, stage=stage, truthful="yes"))
    assert only.name == "courtesy" and "不主张权利，也不放弃权利" in only.text and "不主张权利" in only.short
    assert not re.search("应当|必须|依据《|请退还", only.text + only.short)


def test_who_only_has_to_wait_asks_when_it_comes():
    story = stories()["not-yet-late"]
    (only,) = fill_in(assess(story.facts, NOW).matters[0], story.facts)
    assert only.name == "courtesy" and "预计什么时候到账" in only.text and "预计什么时候到账" in only.short


@pytest.mark.parametrize("problem", ["asked_to_pay_again", "seller_vanished", "told_to_buy"])
def test_a_scam_gets_what_the_police_need_and_no_request_for_a_refund(problem):
    for facts in (
        Facts(goods="game_card", problem=frozenset({problem}), order_gone=True, truthful="yes"),
        Facts(goods="game_card", problem=frozenset({problem}), order_gone=True, truthful=None),
        Facts(goods="cheat", problem=frozenset({problem}), order_gone=True, truthful="yes"),
    ):
        found = texts(facts)
        assert [letter.name for letter in found] == ["police"]
        assert not re.search("退还|退款申请", found[0].text)


def test_a_swindling_seller_gets_no_letter_for_another_ground_either():
    facts = replace(blanks()["not_delivered"].blank_facts, problem=frozenset({"not_delivered", "asked_to_pay_again"}))
    assert [letter.name for letter in texts(facts)] == ["police"]
    assert any("单独再查一遍" in warning for warning in assess(facts, NOW).warnings)


def test_user_text_is_data():
    nasty = "{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>"
    facts = replace(blanks()["unusable"].blank_facts, error_text=nasty)
    found = texts(facts, replace(NOBODY, goods_name=nasty))
    assert [letter.text.count(nasty) for letter in found] == [2, 2]


def test_a_misspelt_name_raises():
    with pytest.raises(RuleError):
        render_full(REFUND_REQUEST, [])
    env = environment(jinja2.DictLoader({"x": "{{ nothing }}"}), autoescape=False)
    with pytest.raises(jinja2.UndefinedError):
        env.get_template("x").render()


def test_blanks_are_listed_once_and_in_order():
    letter, _ = texts(blanks()["wrong_goods"].blank_facts)
    assert letter.blanks[0] == "店铺名称"
    assert len(set(letter.blanks)) == len(letter.blanks) and "页面原来怎么写的" in letter.blanks
    assert letter.characters == len(letter.text)


def test_the_complaint_is_checked_before_it_is_sent():
    facts = replace(
        blanks()["unusable"].blank_facts,
        stage="appeal_refused",
        paid_on=on(date(2026, 11, 1)),
        paid_fen=10000,
        evidence=frozenset({"error"}),
    )
    known = replace(facts, seller_kind="shop", elsewhere="none")
    parties = replace(NOBODY, buyer_name="某人", buyer_contact="某号", seller_name="某市某某有限公司")

    def states(facts: Facts, parties: Parties) -> dict[str, str]:
        (letter,) = [each for each in texts(facts, parties) if each.name == "complaint_12315"]
        return {check.condition: check.state for check in letter.checks}

    assert set(states(known, parties).values()) == {"ok"}
    assert list(states(facts, NOBODY).values()) == ["open", "open", "ok", "ok", "ok", "open", "ok", "open"]
    assert all(check.advice for each in texts(facts, NOBODY) for check in each.checks if check.state != "ok")


@pytest.mark.parametrize(
    "change",
    [{"elsewhere": "association"}, {"elsewhere": "12315"}, {"elsewhere": "court"}],
)
def test_no_complaint_that_would_be_turned_away(change):
    facts = replace(blanks()["unusable"].blank_facts, stage="appeal_refused", evidence=frozenset({"error"}), **change)
    names = {letter.name for letter in texts(facts)}
    assert not names & set(CONSUMER_TEXTS) and "lawsuit" in names


@pytest.mark.parametrize("stage", ["appeal_refused", "partly_paid", "partial_offer"])
def test_a_day_that_has_gone_by_takes_no_text_away(stage):
    """L3: what runs from knowing may still be open, and the reader is told what to expect."""
    facts = replace(
        blanks()["unusable"].blank_facts, stage=stage, evidence=frozenset({"error"}), paid_on=on(date(2023, 11, 23)), elsewhere="none"
    )
    found = texts(facts)
    names = {letter.name for letter in found}
    assert set(CONSUMER_TEXTS) <= names and "lawsuit" in names
    late = [check for letter in found for check in letter.checks if "三年" in check.condition]
    assert late and all(check.state == "open" and "写明哪天知道" in check.advice for check in late)


def test_no_day_counted_from_payment_stands_in_a_statement_of_claim_once_it_has_gone_by():
    facts = replace(
        blanks()["material_mistake"].blank_facts,
        stage="refused",
        evidence=frozenset({"order"}),
        paid_on=on(date(2023, 7, 20)),
        ninety_days_open=None,
    )
    (lawsuit,) = [letter for letter in texts(facts) if letter.name == "lawsuit"]
    assert not re.search("2023 年 10 月 18 日|2026 年 7 月 20 日", lawsuit.text)
