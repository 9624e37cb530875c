"""The kinds of matters that a story can have. A matter goes one of these ways, and a rule belongs to one."""

from typing import Literal

Route = Literal["ordinary", "minor", "unauthorised_payment", "unlawful_goods", "scam"]
ORDINARY: Route = "ordinary"
MINOR: Route = "minor"
UNAUTHORISED_PAYMENT: Route = "unauthorised_payment"
UNLAWFUL_GOODS: Route = "unlawful_goods"
SCAM: Route = "scam"

URGENCY: tuple[Route, ...] = (SCAM, UNAUTHORISED_PAYMENT, UNLAWFUL_GOODS, MINOR, ORDINARY)
"""The most urgent first."""
CLAIMING: tuple[Route, ...] = (ORDINARY, MINOR)
"""Where something is asked of the one that sold."""
STOPPING: tuple[Route, ...] = (SCAM, UNLAWFUL_GOODS)
"""Where nobody is asked for a refund."""
