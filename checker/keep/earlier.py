"""Answers that were kept while the form asked otherwise, as the form of today asks."""

from collections.abc import Mapping
from typing import Any

SELLER_UNTOLD = (None, "", "unknown")


def of_today(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with what was asked otherwise before translated; nothing that was answered is lost, and nothing is made up.

    Until 0.9 it was asked apart what it was bought for (``purpose``); since then the seller is chosen under that as a heading. A refusal by
    somebody who had looked (``person``) did not say whether it was the shop or the platform.
    """
    found = dict(answers)
    purpose = found.pop("purpose", None)
    if purpose == "resale":
        found["seller_kind"] = "supplier"
    elif purpose == "self" and found.get("seller_kind") in SELLER_UNTOLD:
        found["seller_kind"] = "unclear"
    elif purpose == "unknown":
        found["seller_kind"] = "unknown"
    if found.get("refused_by") == "person":
        found["refused_by"] = "unknown"
    return found
