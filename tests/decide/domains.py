"""All values that each fact can take, unknown included; dates and amounts by a few that differ in effect."""

from datetime import date
from itertools import combinations

from checker.ask.question import UNKNOWN
from checker.ask.questions import BY_ID

MULTIPLE = {"problem", "evidence", "topup_signs", "refusal_ground"}
TRUTH = (None, True, False)
OTHER = {
    "overdue": TRUTH,
    "seven_days_open": TRUTH,
    "ninety_days_open": TRUTH,
    "paid_on": (None, date(2026, 11, 20), date(2026, 2, 1)),
    "paid_fen": (None, 9999),
    "part_total": (None, 30),
    "part_used": (None, 0, 12, 30),
    "offer_fen": (None, 5000),
    "asked_on": (None, date(2026, 11, 21)),
    "extra_fen": (None, 3000),
    "balance_fen": (None, 4000),
    "count_promised": (None, 100),
    "count_got": (None, 40),
    "promise_times": (None, 3),
    "due_on": (None, date(2026, 11, 26)),
    "complained_on": (None, date(2026, 11, 12)),
    "accepted_on": (None, date(2026, 11, 16), date(2026, 3, 2), date(2026, 1, 5)),
    "refused_on": (None, date(2026, 11, 22)),
    "appeal_days": (None, 7),
    "agreed_on": (None, date(2026, 11, 23)),
}


def values(name: str) -> tuple:
    """Every value of the fact ``name``."""
    if name in OTHER:
        return OTHER[name]
    options = [option.value for option in BY_ID[name].options if option.value != UNKNOWN]
    if name not in MULTIPLE:
        return (None, *options)
    if not BY_ID[name].at_most:
        return (None, frozenset({"none"}), *(frozenset({kind}) for kind in options if kind != "none"), frozenset(set(options) - {"none"}))
    most = BY_ID[name].at_most
    return (None, *(frozenset(chosen) for size in range(1, most + 1) for chosen in combinations(options, size)))
