"""What the reader is not sure of is left out, and the rest is true."""

from collections.abc import Mapping
from typing import Any

LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    "use": ("goods_used", "part_unit", "part_total", "part_used", "second_order", "too_late", "bought_before"),
    "times": (
        *(
            "promised_time",
            "arrived_on",
            "paid_on",
            "noticed_on",
            "refused_on",
            "asked_on",
            "agreed_on",
            "complained_on",
            "accepted_on",
            "identity_asked_on",
        ),
        *("refund_within", "answer_within", "appeal_days"),
    ),
    "sums": (
        *("paid_amount", "extra_amount", "balance_left", "offer_amount", "scam_amount", "count_promised", "count_got"),
        *("promise_times", "payments", "part_paid_to"),
    ),
    "page": (
        *("promised", "page_said", "promise_kind", "promise_met", "promise_words", "could_correct", "confirmed_no_return"),
        *(
            "validity_stated",
            "one_device",
            "price_protected",
            "service_agreed",
            "renewal_notice",
            "prepaid_over_time",
            "ad_seen",
            "fee_basis",
        ),
    ),
    "cause": (
        "stopped_cause",
        "mismatch",
        "failure",
        "slip",
        "cancel_reason",
        "not_done_how",
        "false_intent",
        "how_taken",
        "charge",
        "balance_trouble",
        "refund_trouble",
        "deposit_returned",
        "slip_grave",
        "pressure",
        "knew_it",
        "topup_signs",
        "order_shows",
    ),
    "replies": ("refusal_ground", "refused_by", "refusal_words", "support_fixed", "issuer_says", "got_instead", "error_text", "heard"),
}
"""For each option of the question ``unsure_about`` the questions whose answers are left out."""


def leave_out(values: dict[str, Any]) -> None:
    """Of the values that were read, take those as not known of which the reader said so; who named them vouches for the others."""
    unsure = values.get("unsure_about")
    if not unsure:
        return
    for id in (id for each in unsure for id in LEFT_OUT[each]):
        if id in values:
            values[id] = None
    values["truthful"] = "yes"
