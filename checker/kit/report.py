"""What a rule says to the police, and to whoever handled the payment where it is that one who has to do something."""

from dataclasses import dataclass

from checker.kit.expression import F
from checker.kit.phrases import paid, paid_by, paid_is_known
from checker.kit.sentence import Sentence, Telling


def _paid(t: Telling) -> str:
    known = paid_is_known(t.f) and t.f.channel != "not_paid"
    return f"{t.f.paid_on.said if t.f.paid_on else ''}{f'付款{paid(t.f)}{paid_by(t.f)}。' if known else ''}"


PAID = Sentence(_paid, F.paid_on, F.paid_fen, F.paid_said, F.channel)
"""When what was paid, as far as it is known."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Report:
    """What the text to the police says. ``by`` is what whoever tells it is called, ``happened`` the lines of what happened,
    ``asks`` the numbered requests, a line each. Which articles apply is left to the police. ``announced``, ``in_short``, ``paid_in_short`` and ``asks_in_short`` are the short text.
    """

    by: str
    happened: Sentence
    asks: Sentence
    announced: str
    in_short: Sentence
    asks_in_short: Sentence
    paid_in_short: Sentence = PAID
    title: str = ""
    """Its title, where the text is no report. A second: what is told of an account lent to somebody who misused it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ToPayer:
    """What a claim on whoever handled the payment says to that one: the heading, what happened, the numbered requests, a line each."""

    heading: str
    happened: Sentence
    asks: Sentence
