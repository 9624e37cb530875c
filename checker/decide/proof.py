"""What proves what. ``PROOF``: for each problem, the kinds of evidence of which one shows the core of the case (options of the
question ``evidence``); the table beside this module says what a kind proves and how to get it, for each ground.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.errors import DataNotCovered
from checker.law.table import table

PROOF: dict[str, tuple[str, ...]] = {
    "not_delivered": ("payment", "order", "listing"),
    "short": ("usage_log", "order", "chat"),
    "late": ("listing", "order", "chat"),
    "wrong_goods": ("listing", "order", "chat"),
    "unlicensed": ("official", "listing", "payment"),
    "unusable": ("error", "official", "usage_log"),
    "stopped_early": ("usage_log", "official", "error", "reply", "chat"),
    "seller_cancelled": ("order", "chat", "reply"),
    "overcharged": ("payment",),
    "preticked": ("listing", "payment", "order"),
    "auto_renewal": ("payment",),
    "promise_broken": ("listing", "chat"),
    "deposit_kept": ("payment", "order", "chat"),
    "wrong_payee": ("payment",),
    "balance_refused": ("payment", "order", "error"),
    "mis_order": ("listing", "order", "chat"),
    "wrong_account_by_page": ("error", "order", "listing"),
    "change_of_mind": ("listing", "order", "payment"),
    "expired_unused": ("listing", "order", "error"),
    "refund_not_arrived": ("reply", "chat", "order"),
    "refund_fee": ("reply", "chat", "payment"),
    "refund_to_balance": ("reply", "chat", "payment"),
    "child_paid": ("identity",),
    "not_paid_by_me": ("payment",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of evidence: its name on the page, as a letter lists it, what it proves, how to get it."""

    name: str
    attached: str
    proves: str
    how_to_get: str


@cache
def _table() -> dict[str, dict[str, Any]]:
    return table("proof", __package__)


@cache
def kinds(ground: str | None = None) -> dict[str, Kind]:
    """Every kind, by option value, in the order of the table; with ``ground``, as it is for that rule.

    :raises DataNotCovered: the table speaks of a kind that it does not have.
    """
    rows, exact = _table(), _table()["ground"].get(ground or "", {})
    if not set(exact) <= set(rows["kind"]):
        raise DataNotCovered(f"{ground} has evidence of an unknown kind")
    return {id: Kind(**row | exact.get(id, {})) for id, row in rows["kind"].items()}


@cache
def grounds() -> frozenset[str]:
    """The rules for which the table is more exact."""
    return frozenset(_table()["ground"])
