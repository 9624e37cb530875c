"""Something to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from checker.ask.facts import Facts
from checker.kit.expression import ALWAYS, Expression, Fact, Reading
from checker.law.channels import Channel, channel


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Act:
    """Something to do. ``by``: until when, ``None`` meaning today; ``latest``: for what is to be done today, the day after which it is
    too late; ``at_once``: not today but now.
    """

    what: str
    by: date | None = None
    latest: date | None = None
    at_once: bool = False


class Saves(IntEnum):
    """What a first act saves, the most urgent first."""

    PAYMENT = 1
    """What is on its way and can still be stopped or got back."""
    ACCESS = 2
    """What somebody can still reach and take."""
    PROOF = 3
    """What can be shown only as long as somebody looks it up."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FirstAct:
    """Something that goes before all else, whatever the rules say in the end. ``id`` says what it is about, so that the page says it once; two
    rows of one id never hold together. ``at_once``: what it saves can be lost while the rest is answered. ``what`` words it from the facts in ``reads``.
    """

    id: str
    saves: Saves
    what: Callable[[Facts], str]
    reads: tuple[Fact | Reading, ...] = ()
    when: Expression = ALWAYS
    at_once: bool = False

    def act(self, facts: Facts) -> Act:
        """What to do, as these facts word it."""
        return Act(what=self.what(facts), at_once=self.at_once)


def payer(facts: Facts) -> Channel:
    """Whoever handled the payment, as a reader finds it."""
    paid_with = facts.channel if facts.channel not in (None, "not_paid") else "unknown"
    return channel(paid_with)
