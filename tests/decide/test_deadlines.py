"""Until when: kind, start, natural or working days, months and years, and years whose calendar is not known."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from checker.ask.facts import Facts
from checker.ask.periods import Period
from checker.ask.when import on
from checker.decide import deadlines
from checker.errors import DataNotCovered
from checker.kit import deadlines as periods
from checker.kit.counting import period, theirs
from checker.law.thresholds import Threshold, threshold

ROWS = SimpleNamespace(
    **vars(deadlines),
    **{name: row for name, row in vars(periods).items() if name not in vars(deadlines)},
    mistake_revocation=periods.FOR_MISTAKE.due,
    pressure_revocation=periods.FOR_PRESSURE.due,
)

D = date


def row(unit: str, value: int) -> Threshold:
    return Threshold(id="r", value=value, unit=unit, basis="statute", title="", source="", article="mfd-188")


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        (D(2026, 2, 13), D(2026, 3, 2)),
        (D(2026, 4, 29), D(2026, 5, 12)),
        (D(2026, 6, 18), D(2026, 6, 30)),
        (D(2026, 9, 24), D(2026, 10, 12)),
        (D(2026, 9, 29), D(2026, 10, 14)),
        (D(2026, 8, 21), D(2026, 9, 1)),
    ],
)
def test_12315_answers_within_seven_working_days_of_receipt(received, answer):
    assert deadlines.complaint_decision(Facts(complained_on=on(received)), D(2026, 11, 24)).last_day == answer
    assert deadlines.complaint_decision(Facts(), received).last_day == answer


def test_an_answer_that_reaches_into_a_year_without_a_notice_has_two_bounds():
    found = deadlines.complaint_decision(Facts(), D(2026, 12, 28))
    assert not found.certain and found.last_day is None
    assert D(2027, 1, 5) <= found.earliest < found.latest and "2027 年" in found.counted
    assert found.safe == found.earliest and found.surely_over_after == found.latest
    assert found.words == f"{found.earliest.isoformat()} 至 {found.latest.isoformat()}"


def test_mediation_runs_from_acceptance_in_natural_days():
    assert deadlines.mediation(Facts(complained_on=on(D(2026, 11, 10)))) is None
    found = deadlines.mediation(Facts(complained_on=on(D(2026, 11, 10)), accepted_on=on(D(2026, 11, 16))))
    assert found.last_day == D(2027, 1, 15) and found.words == "2027-01-15" and "受理（2026-11-16）" in found.counted


def test_mediation_that_ends_on_a_free_day_ends_on_the_next_working_day():
    # 2026-08-02 + 60 days is 2026-10-01, a holiday until the 7th.
    assert deadlines.mediation(Facts(accepted_on=on(D(2026, 8, 2)))).last_day == D(2026, 10, 8)
    assert deadlines.mediation(Facts(accepted_on=on(D(2026, 8, 3)))).last_day == D(2026, 10, 8)
    assert "顺延" in deadlines.mediation(Facts(accepted_on=on(D(2026, 8, 3)))).counted


def test_the_day_after_tomorrow_of_an_unknown_year_may_be_free():
    # 2026-12-09 + 60 days is 2027-02-07, the Spring Festival.
    found = deadlines.mediation(Facts(accepted_on=on(D(2026, 12, 9))))
    assert (found.last_day, found.certain) == (None, False) and found.earliest > D(2027, 2, 8) and found.latest > found.earliest


def test_which_measure_governs_mediation():
    old = deadlines.mediation(Facts(accepted_on=on(D(2026, 1, 5))))
    assert old.last_day == D(2026, 3, 13) and "45 个工作日" in old.counted
    open_then = deadlines.mediation(Facts(accepted_on=on(D(2026, 2, 13))))
    assert not open_then.certain and "没有定论" in open_then.counted
    assert (open_then.earliest, open_then.latest) == (D(2026, 4, 14), D(2026, 4, 24))
    assert deadlines.mediation(Facts(accepted_on=on(D(2026, 4, 15)))).last_day == D(2026, 6, 15)  # the 14th is a Sunday


@pytest.mark.parametrize(
    ("unit", "value", "start", "last"),
    [
        ("natural_days", 90, D(2026, 11, 20), D(2027, 2, 18)),
        ("months", 3, D(2026, 11, 30), D(2027, 2, 28)),
        ("months", 5, D(2026, 9, 30), D(2027, 2, 28)),
        ("years", 1, D(2024, 2, 29), D(2025, 2, 28)),
        ("years", 3, D(2026, 11, 24), D(2029, 11, 24)),
        ("working_days", 3, D(2026, 11, 20), D(2026, 11, 25)),
    ],
)
def test_units(unit, value, start, last):
    found = period("", on(start), row(unit, value), "付款")
    assert found.last_day == last and found.certain
    assert start.isoformat() in found.counted and row(unit, value).words in found.counted


def test_a_threshold_that_is_no_period_raises():
    with pytest.raises(DataNotCovered):
        period("", on(D(2026, 1, 1)), threshold("short_text"), "")


def test_past_the_table_there_is_one_day_called_about():
    """The reader's own as early as an arrangement can make it, the other side's as late (issue: the bomb of 2028)."""
    own = period("", on(D(2028, 3, 1)), row("working_days", 7), "")
    assert (own.last_day, own.certain, own.earliest, own.latest) == (D(2028, 3, 8), False, None, None)
    other = theirs("", on(D(2028, 3, 1)), row("working_days", 7), "")
    assert (other.last_day, other.certain) == (D(2028, 3, 21), False)
    assert other.safe == other.surely_over_after == D(2028, 3, 21) and other.words == "大约 2028-03-21"
    plain = theirs("", on(D(2028, 3, 1)), row("natural_days", 15), "")
    assert (plain.last_day, plain.certain) == (D(2028, 3, 25), False)
    for found, way in ((own, "最早"), (other, "最晚"), (plain, "最晚")):
        assert f"2028 年的放假安排还没有收录，按可能的{way}一天算" in found.counted
    assert period("", on(D(2028, 3, 1)), row("natural_days", 15), "").certain, "an own period in natural days knows no holidays"


def test_a_custom_is_not_waited_out_for_a_rest_that_only_may_be():
    asked = Facts(asked_on=on(D(2028, 3, 1)))
    found = deadlines.review(asked)
    assert (found.go_on_after, found.surely_over_after) == (D(2028, 3, 6), D(2028, 3, 15))
    assert deadlines.still_ahead([found], D(2028, 3, 6)) == (found,) and deadlines.still_ahead([found], D(2028, 3, 7)) == ()
    law = deadlines.complaint_decision(Facts(complained_on=on(D(2028, 3, 1))), D(2028, 3, 1))
    assert deadlines.still_ahead([law], D(2028, 3, 14)) == (law,), "the law's own period is waited out"
    certain = deadlines.review(Facts(asked_on=on(D(2026, 11, 20))))
    assert certain.go_on_after == certain.surely_over_after == D(2026, 11, 25) and deadlines.still_ahead([certain], D(2026, 11, 30)) == (
        certain,
    )


def test_a_period_that_begins_in_the_table_and_ends_past_it():
    found = theirs("", on(D(2027, 12, 24)), row("working_days", 7), "")
    assert found.last_day > D(2028, 1, 10) and not found.certain and "2028 年" in found.counted
    assert theirs("", on(D(2026, 11, 24)), row("years", 3), "").last_day == D(2029, 12, 3)


def test_the_year_that_is_named_is_the_one_that_is_not_there():
    """2025 is in the table, so nothing is said of it."""
    before = deadlines.review(Facts(asked_on=on(D(2024, 12, 30))))
    assert "2024 年的放假安排没有收录" in before.counted and not before.certain and before.last_day is not None
    assert deadlines.review(Facts(asked_on=on(D(2024, 12, 31)))).last_day == D(2025, 1, 6)
    assert "2027 年" in deadlines.review(Facts(asked_on=on(D(2026, 12, 30)))).counted
    assert "2028 年" in deadlines.review(Facts(asked_on=on(D(2027, 12, 29)))).counted


def test_what_the_other_side_has_is_never_over_too_early():
    for name, facts in (("review", Facts(asked_on=on(D(2030, 5, 1)))), ("refund_arrival", Facts(agreed_on=on(D(2030, 5, 1))))):
        assert getattr(ROWS, name)(facts).surely_over_after == D(2030, 5, 15), name
    assert deadlines.complaint_decision(Facts(), D(2030, 5, 1)).surely_over_after == D(2030, 5, 21)
    assert deadlines.filing_decision(D(2030, 5, 1)).surely_over_after == D(2030, 5, 17)
    assert deadlines.mediation(Facts(accepted_on=on(D(2030, 5, 1)))).surely_over_after == D(2030, 7, 9)


PAID = Facts(
    paid_on=on(D(2026, 11, 20)),
    asked_on=on(D(2026, 11, 21)),
    channel="wechat",
    arrived_on=on(D(2026, 11, 22)),
    agreed_on=on(D(2026, 11, 23)),
)


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("review", D(2026, 11, 25)),
        ("refund_arrival", D(2026, 11, 26)),
        ("complaint_latest", D(2029, 11, 20)),
        ("limitation", D(2029, 11, 20)),
        ("mistake_revocation", D(2027, 2, 18)),
        ("pressure_revocation", D(2027, 11, 20)),
        ("no_reason_return", D(2026, 11, 29)),
        ("fraud_revocation", D(2027, 11, 20)),
        ("termination", D(2027, 11, 20)),
        ("prepaid_return", D(2026, 11, 27)),
        ("quality_return", D(2026, 11, 29)),
        ("latest_notice", D(2028, 11, 22)),
        ("stalling", D(2026, 12, 7)),
        ("wechat_window", D(2027, 11, 20)),
    ],
)
def test_each_row_of_the_table(name, last):
    assert getattr(ROWS, name)(PAID).last_day == last
    assert getattr(ROWS, name)(Facts(channel="wechat")) is None, "no date is made up"


KNOWING = ("complaint_latest", "limitation", "mistake_revocation", "pressure_revocation", "fraud_revocation", "termination")


@pytest.mark.parametrize("name", KNOWING)
def test_what_runs_from_knowing_is_no_last_day_of_the_law(name):
    """办法 16 (四)、民法典 152、188、564: the day of knowing is not asked for, so payment is no more than a cautious beginning."""
    found = getattr(ROWS, name)(PAID)
    assert found.what.startswith("最稳妥，在这天以前") and found.basis == "own"
    assert "从知道" in found.counted and "知道得更晚的，会更晚" in found.counted and "2026-11-20" in found.counted
    assert deadlines.still_ahead([found], found.last_day) == (found,)
    after = found.last_day + timedelta(days=1)
    assert deadlines.still_ahead([found], after) == (), "never shown as over"
    assert deadlines.expectations([found], found.last_day) == ()
    (sentence,) = deadlines.expectations([found], after)
    assert "照样可以用" in sentence and "可能" in sentence


def test_what_to_expect_is_said_once_for_all():
    rows = [getattr(ROWS, name)(PAID) for name in KNOWING]
    (sentence,) = deadlines.expectations(rows, D(2031, 1, 1))
    assert all(word in sentence for word in ("向 12315 投诉", "起诉", "解除合同", "12315 也可能不受理"))
    assert "12315" not in deadlines.expectations([periods.termination(PAID)], D(2031, 1, 1))[0]


def test_a_demand_restarts_limitation_only_while_it_runs():
    """民法典 195: what is over is not interrupted any more."""
    assert "没有过期的时候提出过要求的，从那天重新算，过期以后再提的不算" in periods.limitation(PAID).counted


@pytest.mark.parametrize("name", ["no_reason_return", "quality_return", "latest_notice"])
def test_receipt_that_is_not_known_is_no_last_day_of_the_law_either(name):
    guessed, known = (
        getattr(ROWS, name)(Facts(paid_on=on(D(2026, 11, 20)), arrived_on=day and on(day))) for day in (None, D(2026, 11, 22))
    )
    assert guessed.basis == "own" and guessed.what.startswith("最稳妥") and "按付款当天算" in guessed.counted
    assert deadlines.still_ahead([guessed], guessed.last_day + timedelta(days=1)) == ()
    assert deadlines.expectations([guessed], D(2040, 1, 1)) == (), "nothing to expect where a later right stands behind it"
    assert known.basis == "statute" and known.last_day == guessed.last_day + timedelta(days=2)
    assert deadlines.still_ahead([known], D(2040, 1, 1)) == (known,)


def test_quality_return_counts_from_payment_where_arrival_is_unknown():
    assert periods.quality_return(Facts(paid_on=on(D(2026, 11, 20)))).last_day == D(2026, 11, 27)


def test_the_words_say_from_when_it_was_counted():
    assert "按付款当天算" in periods.quality_return(Facts(paid_on=on(D(2026, 11, 20)))).counted
    assert "按付款当天算" not in periods.quality_return(PAID).counted
    plain = periods.stalling(Facts(asked_on=on(D(2026, 11, 10))))
    assert plain.last_day == D(2026, 11, 25) and "顺延" not in plain.counted


def test_only_wechat_has_its_window():
    assert periods.wechat_window(Facts(paid_on=on(D(2026, 11, 20)), channel="alipay")) is None


def test_an_appeal_has_the_platforms_term_or_the_customary_range():
    refused, today = Facts(stage="refused", refused_on=on(D(2026, 11, 22))), D(2026, 11, 24)
    found = deadlines.appeal(refused, today)
    assert (found.earliest, found.latest, found.basis, found.certain) == (D(2026, 11, 25), D(2026, 11, 29), "practice", False)
    own = deadlines.appeal(Facts(stage="refused", refused_on=on(D(2026, 11, 22)), appeal_days=Period(7, "natural_days", 7)), today)
    assert (own.last_day, own.basis) == (D(2026, 11, 29), "platform")
    assert deadlines.appeal(Facts(stage="appeal_refused", refused_on=on(D(2026, 11, 22))), today) is None
    assert deadlines.appeal(Facts(stage="refused"), today) is None


def test_a_customary_appeal_period_may_be_over_and_is_not_said_to_be():
    refused = Facts(stage="refused", refused_on=on(D(2026, 11, 20)))
    assert deadlines.appeal(refused, D(2026, 11, 27)).what == "平台申诉的最后一天，要看平台怎么写"
    assert deadlines.appeal(refused, D(2026, 11, 28)).what == "平台的申诉期可能已过，先去申诉入口看"
    assert (
        deadlines.appeal(
            Facts(stage="refused", refused_on=on(D(2026, 11, 20)), appeal_days=Period(3, "natural_days", 3)), D(2026, 12, 28)
        ).what
        == "平台申诉的最后一天"
    )


def test_the_text_gives_three_days_and_a_court_decides_in_seven():
    assert deadlines.demand_until(D(2026, 11, 24)) == D(2026, 11, 27)
    assert deadlines.filing_decision(D(2026, 11, 24)).last_day == D(2026, 12, 1)
    assert deadlines.filing_decision(D(2026, 11, 21)).last_day == D(2026, 11, 30)  # the 28th is a Saturday


@pytest.mark.parametrize(("promised", "basis", "words"), [("stated", "platform", "页面承诺"), ("instant", "practice", "30 分钟")])
def test_who_says_when_delivery_is_late(promised, basis, words):
    found = deadlines.delivery(Facts(promised=promised, due_on=D(2026, 11, 26)))
    assert (found.last_day, found.basis, found.certain) == (D(2026, 11, 26), basis, True) and words in found.counted
    assert deadlines.delivery(Facts(promised=promised)) is None


def test_that_a_period_was_extended_is_said_where_it_was():
    rest = deadlines.mediation(Facts(accepted_on=on(D(2026, 4, 15))))
    assert rest.last_day == D(2026, 6, 15) and rest.counted.endswith("，最后一天放假的，顺延到上班那天")
    plain = deadlines.mediation(Facts(accepted_on=on(D(2026, 4, 16))))
    assert plain.last_day == D(2026, 6, 15) and "顺延" not in plain.counted
