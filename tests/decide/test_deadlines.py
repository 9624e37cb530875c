"""Until when: kind, start, natural or working days, months and years, and years whose calendar is not known."""

from datetime import date

import pytest

from checker.ask.facts import Facts
from checker.decide import deadlines
from checker.errors import DataNotCovered
from checker.law.thresholds import Threshold, threshold

D = date


def row(unit: str, value: int) -> Threshold:
    return Threshold(id="r", value=value, unit=unit, basis="statute", title="", source="", article="mfd-188")


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        (D(2026, 2, 13), D(2026, 3, 2)), (D(2026, 4, 29), D(2026, 5, 12)), (D(2026, 6, 18), D(2026, 6, 30)),
        (D(2026, 9, 24), D(2026, 10, 12)), (D(2026, 9, 29), D(2026, 10, 14)), (D(2026, 8, 21), D(2026, 9, 1)),
    ],
)
def test_12315_answers_within_seven_working_days_of_receipt(received, answer):
    assert deadlines.complaint_decision(Facts(complained_on=received), D(2026, 11, 24)).last_day == answer
    assert deadlines.complaint_decision(Facts(), received).last_day == answer


def test_an_answer_that_reaches_into_a_year_without_a_notice_has_two_bounds():
    found = deadlines.complaint_decision(Facts(), D(2026, 12, 28))
    assert not found.certain and found.last_day is None
    assert D(2027, 1, 5) <= found.earliest < found.latest and "2027 年" in found.counted
    assert found.safe == found.earliest and found.surely_over_after == found.latest
    assert found.words == f"{found.earliest.isoformat()} 至 {found.latest.isoformat()}"


def test_mediation_runs_from_acceptance_in_natural_days():
    assert deadlines.mediation(Facts(complained_on=D(2026, 11, 10))) is None
    found = deadlines.mediation(Facts(complained_on=D(2026, 11, 10), accepted_on=D(2026, 11, 16)))
    assert found.last_day == D(2027, 1, 15) and found.words == "2027-01-15" and "受理（2026-11-16）" in found.counted


def test_mediation_that_ends_on_a_free_day_ends_on_the_next_working_day():
    # 2026-08-02 + 60 days is 2026-10-01, a holiday until the 7th.
    assert deadlines.mediation(Facts(accepted_on=D(2026, 8, 2))).last_day == D(2026, 10, 8)
    assert deadlines.mediation(Facts(accepted_on=D(2026, 8, 3))).last_day == D(2026, 10, 8)
    assert "顺延" in deadlines.mediation(Facts(accepted_on=D(2026, 8, 3))).counted


def test_the_day_after_tomorrow_of_an_unknown_year_may_be_free():
    # 2026-12-09 + 60 days is 2027-02-07, the Spring Festival.
    found = deadlines.mediation(Facts(accepted_on=D(2026, 12, 9)))
    assert (found.last_day, found.certain) == (None, False) and found.earliest > D(2027, 2, 8) and found.latest > found.earliest


def test_which_measure_governs_mediation():
    old = deadlines.mediation(Facts(accepted_on=D(2026, 1, 5)))
    assert old.last_day == D(2026, 3, 13) and "45 个工作日" in old.counted
    open_then = deadlines.mediation(Facts(accepted_on=D(2026, 2, 13)))
    assert not open_then.certain and "没有定论" in open_then.counted
    assert (open_then.earliest, open_then.latest) == (D(2026, 4, 14), D(2026, 4, 24))
    assert deadlines.mediation(Facts(accepted_on=D(2026, 4, 15))).last_day == D(2026, 6, 15)  # the 14th is a Sunday


@pytest.mark.parametrize(
    ("unit", "value", "start", "last"),
    [
        ("natural_days", 90, D(2026, 11, 20), D(2027, 2, 18)), ("months", 3, D(2026, 11, 30), D(2027, 2, 28)), ("months", 5, D(2026, 9, 30), D(2027, 2, 28)),
        ("years", 1, D(2024, 2, 29), D(2025, 2, 28)), ("years", 3, D(2026, 11, 24), D(2029, 11, 24)), ("working_days", 3, D(2026, 11, 20), D(2026, 11, 25)),
    ],
)
def test_units(unit, value, start, last):
    found = deadlines.period("", start, row(unit, value), "付款")
    assert found.last_day == last and found.certain
    assert start.isoformat() in found.counted and row(unit, value).words in found.counted


def test_a_threshold_that_is_no_period_raises():
    with pytest.raises(DataNotCovered):
        deadlines.period("", D(2026, 1, 1), threshold("short_text"), "")


def test_years_ahead_keep_their_plain_day():
    assert deadlines.theirs("", D(2026, 11, 24), row("years", 3), "").last_day == D(2029, 11, 24)


PAID = Facts(paid_on=D(2026, 11, 20), asked_on=D(2026, 11, 21), channel="wechat", arrived_on=D(2026, 11, 22), agreed_on=D(2026, 11, 23))


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("review", D(2026, 11, 25)), ("refund_arrival", D(2026, 11, 26)), ("complaint_latest", D(2029, 11, 20)), ("limitation", D(2029, 11, 20)),
        ("revocation", D(2027, 2, 18)), ("no_reason_return", D(2026, 11, 27)), ("fraud_revocation", D(2027, 11, 20)),
        ("termination", D(2027, 11, 20)), ("prepaid_return", D(2026, 11, 27)), ("quality_return", D(2026, 11, 29)),
        ("latest_notice", D(2028, 11, 20)), ("stalling", D(2026, 12, 7)), ("wechat_window", D(2027, 11, 20)),
    ],
)
def test_each_row_of_the_table(name, last):
    assert getattr(deadlines, name)(PAID).last_day == last
    assert getattr(deadlines, name)(Facts(channel="wechat")) is None, "no date is made up"


def test_quality_return_counts_from_payment_where_arrival_is_unknown():
    assert deadlines.quality_return(Facts(paid_on=D(2026, 11, 20))).last_day == D(2026, 11, 27)


def test_the_words_say_from_when_it_was_counted():
    assert "按付款当天算" in deadlines.quality_return(Facts(paid_on=D(2026, 11, 20))).counted
    assert "按付款当天算" not in deadlines.quality_return(PAID).counted
    plain = deadlines.stalling(Facts(asked_on=D(2026, 11, 10)))
    assert plain.last_day == D(2026, 11, 25) and "顺延" not in plain.counted


def test_only_wechat_has_its_window():
    assert deadlines.wechat_window(Facts(paid_on=D(2026, 11, 20), channel="alipay")) is None


def test_an_appeal_has_the_platforms_term_or_the_customary_range():
    refused = Facts(stage="refused", refused_on=D(2026, 11, 22))
    found = deadlines.appeal(refused)
    assert (found.earliest, found.latest, found.basis, found.certain) == (D(2026, 11, 25), D(2026, 11, 29), "practice", False)
    own = deadlines.appeal(Facts(stage="refused", refused_on=D(2026, 11, 22), appeal_days=7))
    assert (own.last_day, own.basis) == (D(2026, 11, 29), "platform")
    assert deadlines.appeal(Facts(stage="appeal_refused", refused_on=D(2026, 11, 22))) is None
    assert deadlines.appeal(Facts(stage="refused")) is None


def test_the_text_gives_three_days_and_a_court_decides_in_seven():
    assert deadlines.demand_until(D(2026, 11, 24)) == D(2026, 11, 27)
    assert deadlines.filing_decision(D(2026, 11, 24)).last_day == D(2026, 12, 1)
    assert deadlines.filing_decision(D(2026, 11, 21)).last_day == D(2026, 11, 30)  # the 28th is a Saturday


@pytest.mark.parametrize(("promised", "basis", "words"), [("stated", "platform", "页面承诺"), ("instant", "practice", "30 分钟"), ("none", "own", "24 小时")])
def test_who_says_when_delivery_is_late(promised, basis, words):
    found = deadlines.delivery(Facts(promised=promised, due_on=D(2026, 11, 26)))
    assert (found.last_day, found.basis, found.certain) == (D(2026, 11, 26), basis, True) and words in found.counted
    assert deadlines.delivery(Facts(promised=promised)) is None
