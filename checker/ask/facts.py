"""What is known. Every fact may be unknown (``None``), and unknown is not no."""

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any


def fact(*questions: str) -> Any:
    """A fact that defaults to unknown, with the questions whose answers give it."""
    # Typed as nothing, as `field` is: each line of the class says what the fact holds.
    return field(default=None, metadata={"questions": questions})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one case. Choices keep the option's value; ``None`` is 不清楚 or not asked.

    Money is in 分. ``overdue``, ``due_on`` (the last day on which delivery is in time), ``seven_days_open``, ``ninety_days_open`` and ``stalled`` (a demand was
    left open for longer than 侵害消费者权益行为处罚办法 10 allows) are computed from dates, the promise and the time that was passed in; they are ``None`` wherever the dates leave both outcomes open. The ninety days (民法典 152) run from knowing: surely open while payment is no longer
    ago, surely over once a refund was asked for longer ago, for who asks knows.
    """

    goods: str | None = fact("goods")
    unlawful_part: str | None = fact("unlawful_part")
    problem: frozenset[str] | None = fact("problem")
    bound_to: str | None = fact("bound_to")
    topup_signs: frozenset[str] | None = fact("topup_signs")
    goods_used: str | None = fact("goods_used")
    part_unit: str | None = fact("part_unit")
    part_total: int | None = fact("part_total")
    part_used: int | None = fact("part_used")
    mismatch: str | None = fact("mismatch")
    knew_it: str | None = fact("knew_it")
    count_promised: int | None = fact("count_promised")
    count_got: int | None = fact("count_got")
    page_said: str | None = fact("page_said")
    got_instead: str | None = fact("got_instead")
    failure: str | None = fact("failure")
    error_text: str | None = fact("error_text")
    support_fixed: str | None = fact("support_fixed")
    issuer_says: str | None = fact("issuer_says")
    false_intent: str | None = fact("false_intent")
    stopped_cause: str | None = fact("stopped_cause")
    one_device: str | None = fact("one_device")
    charge: str | None = fact("charge")
    extra_fen: int | None = fact("extra_amount")
    renewal_notice: str | None = fact("renewal_notice")
    cancel_reason: str | None = fact("cancel_reason")
    promise_kind: str | None = fact("promise_kind")
    promise_met: str | None = fact("promise_met")
    promise_times: int | None = fact("promise_times")
    balance_trouble: str | None = fact("balance_trouble")
    balance_fen: int | None = fact("balance_left")
    bought_before: str | None = fact("bought_before")
    deposit_returned: str | None = fact("deposit_returned")
    refund_trouble: str | None = fact("refund_trouble")
    fee_basis: str | None = fact("fee_basis")
    slip: str | None = fact("slip")
    could_correct: str | None = fact("could_correct")
    slip_grave: str | None = fact("slip_grave")
    confirmed_no_return: str | None = fact("confirmed_no_return")
    validity_stated: str | None = fact("validity_stated")
    child_age: str | None = fact("child_age")
    own_income: str | None = fact("own_income")
    guardian_consent: str | None = fact("guardian_consent")
    child_spending: str | None = fact("child_spending")
    earlier_refund: str | None = fact("earlier_refund")
    how_taken: str | None = fact("how_taken")
    notified: str | None = fact("notified")
    purpose: str | None = fact("purpose")
    seller_kind: str | None = fact("seller_kind")
    seller_identity: str | None = fact("seller_identity")
    paid_by: str | None = fact("paid_by")
    paid_fen: int | None = fact("paid_amount")
    channel: str | None = fact("channel")
    paid_outside: str | None = fact("paid_outside")
    paid_on: date | None = fact("paid_on")
    promised: str | None = fact("promised")
    promised_minutes: int | None = fact("promised_time")
    overdue: bool | None = fact("promised", "promised_time", "paid_on", "arrived_on")
    due_on: date | None = fact("promised", "promised_time", "paid_on")
    seven_days_open: bool | None = fact("paid_on", "asked_on")
    ninety_days_open: bool | None = fact("paid_on", "asked_on")
    stalled: bool | None = fact("asked_on")
    arrived_on: date | None = fact("arrived_on")
    too_late: str | None = fact("too_late")
    evidence: frozenset[str] | None = fact("evidence")
    wish: str | None = fact("wish")
    stage: str | None = fact("stage")
    asked_on: date | None = fact("asked_on")
    refusal_ground: frozenset[str] | None = fact("refusal_ground")
    refused_by: str | None = fact("refused_by")
    refusal_words: str | None = fact("refusal_words")
    refused_on: date | None = fact("refused_on")
    appeal_days: int | None = fact("appeal_days")
    offer_fen: int | None = fact("offer_amount")
    agreed_on: date | None = fact("agreed_on")
    elsewhere: str | None = fact("elsewhere")
    complained_on: date | None = fact("complained_on")
    accepted_on: date | None = fact("accepted_on")
    truthful: str | None = fact("truthful")

    def chose(self, *problems: str) -> bool | None:
        """Whether one of these problems was chosen; ``None`` when the reader could not say what happened."""
        return None if self.problem is None else bool(self.problem & set(problems))

    @property
    def may_complain_as_consumer(self) -> bool:
        """Whether consumer law is open: bought for daily life, and not from a private person who sells now and then."""
        return self.purpose == "self" and self.seller_kind != "individual"

    @property
    def only_contract(self) -> bool:
        """Whether consumer law is known to be closed. Not knowing is not the same."""
        return self.purpose == "resale" or self.seller_kind == "individual"


QUESTIONS_OF = {item.name: item.metadata["questions"] for item in fields(Facts)}
"""For each fact, the ids of the questions that give it."""
