"""What is known. Every fact may be unknown (``None``), and unknown is not no."""

from dataclasses import dataclass, field, fields
from datetime import date


def fact(*questions: str):
    """A fact that defaults to unknown, with the questions whose answers give it."""
    return field(default=None, metadata={"questions": questions})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one case. Choices keep the option's value; ``None`` is 不清楚 or not asked.

    Money is in 分. ``overdue``, ``seven_days_open`` and ``ninety_days_open`` are computed from dates, the promise and the
    time that was passed in; they are ``None`` wherever the dates leave both outcomes open.
    """

    goods: str | None = fact("goods")
    problem: frozenset[str] | None = fact("problem")
    goods_used: str | None = fact("goods_used")
    part_unit: str | None = fact("part_unit")
    part_total: int | None = fact("part_total")
    part_used: int | None = fact("part_used")
    mismatch: str | None = fact("mismatch")
    page_said: str | None = fact("page_said")
    got_instead: str | None = fact("got_instead")
    failure: str | None = fact("failure")
    error_text: str | None = fact("error_text")
    support_fixed: str | None = fact("support_fixed")
    stopped_cause: str | None = fact("stopped_cause")
    could_correct: str | None = fact("could_correct")
    confirmed_no_return: str | None = fact("confirmed_no_return")
    validity_stated: str | None = fact("validity_stated")
    child_age: str | None = fact("child_age")
    guardian_consent: str | None = fact("guardian_consent")
    child_spending: str | None = fact("child_spending")
    purpose: str | None = fact("purpose")
    paid_fen: int | None = fact("paid_amount")
    channel: str | None = fact("channel")
    paid_on: date | None = fact("paid_on")
    promised: str | None = fact("promised")
    promised_minutes: int | None = fact("promised_count", "promised_unit")
    overdue: bool | None = fact("promised", "promised_count", "promised_unit", "paid_on", "paid_time", "arrived_on", "arrived_time")
    seven_days_open: bool | None = fact("paid_on", "asked_on")
    ninety_days_open: bool | None = fact("paid_on")
    arrived_on: date | None = fact("arrived_on")
    too_late: str | None = fact("too_late")
    evidence: frozenset[str] | None = fact("evidence")
    stage: str | None = fact("stage")
    asked_on: date | None = fact("asked_on")
    refusal_words: str | None = fact("refusal_words")
    refused_on: date | None = fact("refused_on")
    appeal_days: int | None = fact("appeal_days")
    offer_fen: int | None = fact("offer_amount")
    agreed_on: date | None = fact("agreed_on")
    truthful: str | None = fact("truthful")

    def chose(self, *problems: str) -> bool | None:
        """Whether one of these problems was chosen; ``None`` when the reader could not say what happened."""
        return None if self.problem is None else bool(self.problem & set(problems))


QUESTIONS_OF = {item.name: item.metadata["questions"] for item in fields(Facts)}
"""For each fact, the ids of the questions that give it."""
