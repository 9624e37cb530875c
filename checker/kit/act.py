"""Something to do."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.law.channels import Channel, channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do. ``by``: until when, ``None`` meaning today; ``latest``: for what is to be done today, the day after which it is
    too late; ``at_once``: not today but now.
    """

    what: str
    by: date | None = None
    latest: date | None = None
    at_once: bool = False


def payer(facts: Facts) -> Channel:
    """Whoever handled the payment, as a reader finds it."""
    paid_with = facts.channel if facts.channel not in (None, "not_paid") else "unknown"
    return channel(paid_with)
