"""Raw answers -> the questions that are asked -> Facts, or all errors at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from checker.ask import read
from checker.ask.facts import Facts
from checker.ask.question import UNKNOWN, Answer, Question, asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.errors import AnswerError, AnswerErrors
from checker.law.days import add_years
from checker.law.thresholds import threshold

AFTER_PAYMENT = {
    "arrived_on": "到账日期",
    "asked_on": "提出退款的日期",
    "refused_on": "被拒绝的日期",
    "agreed_on": "答应退款的日期",
    "complained_on": "收到投诉的日期",
}
PARTS_OF_PAYMENT = {
    "offer_amount": "对方答应退的，或者已经退的，不能超过你实际付的",
    "extra_amount": "多扣的，不能超过你实际付的",
    "balance_left": "剩下的余额不能超过你实际付的。送的不算，分几次充的把几次加起来，想不起来就把付款金额留空",
}


MOMENTS = {"paid_on": "paid_time", "arrived_on": "arrived_time"}
"""Questions for a day and a time in one field, with the name that the time goes by here."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time known only to lie between two bounds."""

    least: timedelta
    most: timedelta


def read_answers(raw: Mapping[str, Any], now: datetime, *, partial: bool = False) -> Facts:
    """The facts of a case, from raw strings and lists of strings.

    Answers to questions that are not asked are dropped. ``now`` carries the reader's offset; dates are read as the
    reader's local dates. ``partial``: the reader is still answering, so what is missing is not known yet, and no error.

    :raises AnswerErrors: every answer that cannot be read or is missing, each with its question.
    """
    errors: list[AnswerError] = []
    answers: dict[str, Answer] = {}
    for id, answer in raw.items():
        if id not in BY_ID:
            errors.append(AnswerError(field=id, code="unknown-question", message=f"没有“{read.clean(id)[:40]}”这个问题"))
        elif isinstance(answer, str) or (isinstance(answer, list) and all(isinstance(v, str) for v in answer)):
            answers[id] = answer
        else:
            errors.append(AnswerError(field=id, code="type", message=f"“{BY_ID[id].label}”的答案要写成文字"))
    values: dict[str, Any] = {}
    misshapen = {error.field for error in errors}
    for question in asked(QUESTIONS, answers):
        if question.id in misshapen:
            continue
        try:
            values[question.id] = _value(question, answers.get(question.id), now.date())
        except read.Unreadable as problem:
            if partial and problem.code == "missing":
                continue
            errors.append(AnswerError(field=question.id, code=problem.code, message=_message(question, problem)))
    for id in MOMENTS & values.keys():
        values[id], values[MOMENTS[id]] = values[id] or (None, None)
    errors += _contradictions(values)
    if errors:
        order = list(BY_ID)
        raise AnswerErrors(sorted(errors, key=lambda e: order.index(e.field) if e.field in order else -1))
    return _facts(values, now)


def _message(question: Question, problem: read.Unreadable) -> str:
    if not problem.sentence:
        return question.error
    # “付款日期要写成年月日……” names what is asked for before it tells the format: 付款日期 + 不能晚于今天.
    subject, told, _ = question.error.partition("要写成")
    return f"{subject.rstrip('，')}{problem.sentence}" if told else f"{question.error}，{problem.sentence}"


def _value(question: Question, answer: Answer | None, today: date) -> Any:
    """The value of one answer, ``None`` for 不清楚."""
    given = [value for value in chosen(answer) if read.clean(value)]
    if not given:
        if question.required:
            raise read.Unreadable("missing")
        return None
    if question.kind in ("choice", "choices"):
        return _choice(question, given)
    if len(given) > 1:
        raise read.Unreadable("several")
    typed = given[0]
    if typed == UNKNOWN:
        return None
    match question.kind:
        case "text":
            return read.text(typed)
        case "number":
            return _number(question, typed)
        case "money":
            return read.money(typed)
        case "date":
            return read.day(typed, today)
        case "moment":
            return read.moment(typed, today)
        case "duration":
            return read.duration(typed)


def _number(question: Question, typed: str) -> int:
    value = read.number(typed)
    most = {"appeal_days": 365, "promise_times": 10}.get(question.id)
    if (value == 0 and question.id not in ("part_used", "count_got")) or (most and value > most):
        raise read.Unreadable("out-of-range")
    return value


def _choice(question: Question, given: list[str]) -> str | frozenset[str] | None:
    known = {option.value for option in question.options}
    if not set(given) <= known:
        raise read.Unreadable("unknown-option")
    if question.kind == "choice":
        if len(given) > 1:
            raise read.Unreadable("several", "只能选一项")
        return None if given[0] == UNKNOWN else given[0]
    if question.at_most and len(set(given)) > question.at_most:
        raise read.Unreadable("too-many", f"最多选 {question.at_most} 项")
    for alone in (UNKNOWN, "none"):
        if alone in given and len(set(given)) > 1:
            label = next(option.label for option in question.options if option.value == alone)
            raise read.Unreadable("contradiction", f"选了“{label}”，就不要再选别的")
    return None if UNKNOWN in given else frozenset(given)


def _contradictions(values: Mapping[str, Any]) -> list[AnswerError]:
    """Answers that cannot both be right; the later one is named."""
    found = []

    def not_before(later: str, earlier: str, sentence: str) -> None:
        if values.get(later) and values.get(earlier) and values[later] < values[earlier]:
            found.append(AnswerError(field=later, code="before-" + earlier.replace("_", "-"), message=sentence))

    if values.get("part_total") and values.get("part_used") is not None and values["part_used"] > values["part_total"]:
        found.append(AnswerError(field="part_used", code="more-than-total", message="已经用了的，不能超过一共买的"))
    counted = values.get("count_promised") and values.get("count_got") is not None
    if "short" in (values.get("problem") or ()) and counted and values["count_got"] >= values["count_promised"]:
        found.append(AnswerError(field="count_got", code="not-less", message="实际到了的不比页面写的少，就不是“只到了一部分”"))
    for later, what in AFTER_PAYMENT.items():
        not_before(later, "paid_on", f"{what}不能早于付款日期")
    not_before("refused_on", "asked_on", "被拒绝的日期不能早于提出退款的日期")
    not_before("agreed_on", "asked_on", "答应退款的日期不能早于提出退款的日期")
    not_before("accepted_on", "complained_on", "受理的日期不能早于收到投诉的日期")
    back, paid = values.get("offer_amount"), values.get("paid_amount")
    if values.get("stage") == "partly_paid" and back and back == paid and "seller_cancelled" not in (values.get("problem") or ()):
        found.append(AnswerError(field="offer_amount", code="all-paid-back", message="已经全部退给你了，就不是只退了一部分"))
    for part, sentence in PARTS_OF_PAYMENT.items():
        if values.get(part) and values.get("paid_amount") and values[part] > values["paid_amount"]:
            found.append(AnswerError(field=part, code="more-than-paid", message=sentence))
    return found


def _facts(values: Mapping[str, Any], now: datetime) -> Facts:
    minutes = values.get("promised_time")
    paid_on = values.get("paid_on")
    renamed = {"paid_amount": "paid_fen", "offer_amount": "offer_fen", "extra_amount": "extra_fen", "balance_left": "balance_fen"}
    derived_only = ("paid_time", "promised_time", "arrived_time")
    plain = {renamed.get(id, id): value for id, value in values.items() if id not in derived_only}
    return Facts(
        **plain,
        promised_minutes=minutes,
        overdue=_overdue(values, minutes, now),
        due_on=_due_on(values, minutes),
        seven_days_open=_open(values.get("asked_on"), paid_on, threshold("no_reason_return").value, now),
        ninety_days_open=_may_revoke(values.get("asked_on"), paid_on, now.date()),
        stalled=_not(_open(None, values.get("asked_on"), threshold("stalling").value, now)),
    )


def _open(acted_on: date | None, start: date | None, natural_days: int, now: datetime) -> bool | None:
    """Whether a period of natural days was still open when the reader acted, or is open now."""
    if start is None:
        return None
    return ((acted_on or now.date()) - start).days <= natural_days


def _may_revoke(asked_on: date | None, paid_on: date | None, today: date) -> bool | None:
    """Whether a court can still be asked to revoke for mistake: ninety days from knowing, at most five years from the order (民法典 152)."""
    from_knowing = threshold("mistake_revocation").value
    if paid_on is not None and (today - paid_on).days <= from_knowing:
        return True
    if asked_on is not None and (today - asked_on).days > from_knowing:
        return False
    return False if paid_on is not None and add_years(paid_on, threshold("revocation_longest").value) < today else None


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _overdue(values: Mapping[str, Any], promised_minutes: int | None, now: datetime) -> bool | None:
    """Whether delivery took, or has been taking, longer than was promised."""
    problem = values.get("problem") or frozenset()
    if "late" in problem and "not_delivered" not in problem:
        end = _moment(values.get("arrived_on"), values.get("arrived_time"))
    else:
        end = (now.replace(tzinfo=None),) * 2
    start = _moment(values.get("paid_on"), values.get("paid_time"))
    limit = _allowed(values, promised_minutes)
    if start is None or end is None or limit is None:
        return None
    took = Span(least=end[0] - start[1], most=end[1] - start[0])
    if took.least > limit:
        return True
    return False if took.most <= limit else None


def _allowed(values: Mapping[str, Any], promised_minutes: int | None) -> timedelta | None:
    """How long delivery may take: as promised, or as is customary where “at once” or nothing was promised."""
    by_promise: Mapping[str | None, int | None] = {
        "instant": threshold("instant_delivery").value,
        "none": threshold("unstated_delivery").value,
        "stated": promised_minutes,
    }
    minutes = by_promise.get(values.get("promised"))
    return None if minutes is None else timedelta(minutes=minutes)


def _due_on(values: Mapping[str, Any], promised_minutes: int | None) -> date | None:
    """The last day on which delivery may still be in time, as late as the answers leave it."""
    start, limit = _moment(values.get("paid_on"), values.get("paid_time")), _allowed(values, promised_minutes)
    return None if start is None or limit is None else (start[1] + limit).date()


def _moment(day: date | None, at: time | None) -> tuple[datetime, datetime] | None:
    """Earliest and latest moment that a date with or without a time can mean."""
    if day is None:
        return None
    if at is not None:
        return (datetime.combine(day, at),) * 2
    return datetime.combine(day, time.min), datetime.combine(day, time(23, 59))
