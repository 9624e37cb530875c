"""The parts of a rule: what is left out or misspelt fails when the rule is made, by name."""

from dataclasses import MISSING, fields, replace

import pytest

from checker.ask.facts import Facts
from checker.ask.goods import GAME_CARD, MEMBERSHIP
from checker.errors import RuleError
from checker.kit import ClaimRule, Evidence, Group, Sentence, StopRule, SupportRule, Telling, Use, to
from checker.kit.evidence import kind, kinds, told_of
from checker.kit.phrases import length
from checker.rules.fault.unusable import RULE
from checker.rules.stop.scam import RULE as STOP
from checker.rules.stop.unauthorised_payment import RULE as ON_THE_PAYER
from checker.rules.support.human_review import RULE as SUPPORT

TEXTS = {"happened", "in_short", "their_records", "use", "objections", "answers", "proof", "remedy"}


@pytest.mark.parametrize("made", [RULE, STOP, SUPPORT], ids=lambda rule: type(rule).__name__)
def test_a_part_that_is_left_out_fails_by_its_name(made):
    needed = [each.name for each in fields(made) if each.default is MISSING and each.default_factory is MISSING]
    given = {name: getattr(made, name) for name in needed}
    for name in needed:
        with pytest.raises(TypeError, match=rf"missing 1 required keyword-only argument: '{name}'"):
            type(made)(**{each: value for each, value in given.items() if each != name})


def test_no_text_of_a_rule_has_a_default():
    without = {each.name for each in fields(ClaimRule) if each.default is MISSING and each.default_factory is MISSING}
    assert without >= TEXTS | {"title", "meaning", "because", "also_called", "place", "story", "cites"}
    assert {"headline", "acts"} <= {each.name for each in fields(StopRule) if each.default is MISSING}
    assert "told_with" in {each.name for each in fields(SupportRule) if each.default is MISSING}


def test_a_rule_is_called_as_its_file_and_grouped_as_its_folder():
    assert (RULE.id, RULE.group) == ("unusable", "fault")
    assert Group(module="checker.rules.fault", anchor="", title="", lead="").name == "fault"


def test_a_reason_or_a_kind_of_evidence_that_does_not_exist_fails():
    with pytest.raises(RuleError, match="no option usd"):
        to("used", "usd", say="")
    with pytest.raises(RuleError, match="no kind of evidence recipt"):
        Evidence("recipt")


def test_a_claim_on_whoever_handled_the_payment_says_what_is_told_there():
    with pytest.raises(RuleError, match="unauthorised_payment: to_payer"):
        replace(ON_THE_PAYER, to_payer=None)
    with pytest.raises(RuleError, match="unusable: to_payer"):
        replace(RULE, to_payer=ON_THE_PAYER.to_payer)


def test_a_value_without_words_says_which_fact_it_was():
    sentence = replace(
        RULE,
        happened=Sentence(
            lambda t: {"a": "x"}[t.f.charge],
            *(),
        ),
    ).happened
    with pytest.raises(RuleError, match="no words for 'excess'"):
        sentence.words(Telling(f=Facts(charge="excess"), seller_called="卖家", now=None))


def test_evidence_is_told_in_the_words_for_what_was_bought():
    assert told_of(kind("official"), Facts(goods=GAME_CARD.id)).proves == "卡密什么时候、在哪个账号被用掉"
    assert told_of(kind("official"), Facts(goods=MEMBERSHIP.id)).proves == "会员什么时候、在哪个账号被用掉"
    assert Evidence("order").exact == kinds()["order"]


@pytest.mark.parametrize(
    ("use", "facts", "words"),
    [
        (Use(), Facts(goods_used="untouched"), "商品没有使用过。"),
        (Use(untouched="续费以后没有使用过。"), Facts(goods_used="untouched"), "续费以后没有使用过。"),
        (Use(), Facts(goods_used="fault_after_activation"), ""),
        (Use(found_later=True), Facts(goods_used="fault_after_activation"), "本人收到以后才发现上述问题。"),
        (
            Use(),
            Facts(goods_used="part_used", part_unit="days", part_total=30, part_used=12),
            "本人已经使用了一部分：共 30 天，已用 12 天。",
        ),
        (Use(), Facts(goods_used="part_used", part_total=30), "本人已经使用了一部分。"),
        (Use(), Facts(), ""),
        (Use(is_mentioned=False), Facts(goods_used="redeemed"), ""),
    ],
)
def test_what_is_said_of_use(use, facts, words):
    assert use.words(facts) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1439, "1439 分钟"),
        (1440, "24 小时"),
        (2880, "48 小时"),
        (4320, "3 天"),
        (60, "1 小时"),
        (120, "2 小时"),
        (90, "90 分钟"),
        (1, "1 分钟"),
    ],
)
def test_a_length_is_said_in_the_largest_unit_that_leaves_no_rest(minutes, words):
    assert length(minutes) == words
