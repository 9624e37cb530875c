"""Whether 12315 would take it: each condition by itself."""

from datetime import date

import pytest

from checker.ask.facts import Facts
from checker.ask.when import on
from checker.decide.acceptance import complaint_checks, refused_for_sure

TODAY = date(2026, 11, 24)
GOOD = {"purpose": "self", "seller_kind": "shop", "paid_on": on(date(2026, 11, 1)), "elsewhere": "none"}


@pytest.mark.parametrize(
    ("changes", "states"),
    [
        ({}, ["ok", "ok", "ok", "ok"]),
        ({"purpose": None}, ["open", "ok", "ok", "ok"]),
        ({"purpose": "resale"}, ["fails", "ok", "ok", "ok"]),
        ({"seller_kind": None}, ["ok", "open", "ok", "ok"]),
        ({"seller_kind": "self_run"}, ["ok", "ok", "ok", "ok"]),
        ({"seller_kind": "individual"}, ["ok", "fails", "ok", "ok"]),
        ({"paid_on": None}, ["ok", "ok", "open", "ok"]),
        ({"paid_on": on(date(2023, 11, 24))}, ["ok", "ok", "ok", "ok"]),
        ({"paid_on": on(date(2023, 11, 23))}, ["ok", "ok", "open", "ok"]),
        ({"paid_on": on(date(2001, 1, 1))}, ["ok", "ok", "open", "ok"]),
        ({"elsewhere": None}, ["ok", "ok", "ok", "open"]),
        ({"elsewhere": "payment"}, ["ok", "ok", "ok", "ok"]),
        ({"elsewhere": "12315"}, ["ok", "ok", "ok", "fails"]),
        ({"elsewhere": "association"}, ["ok", "ok", "ok", "fails"]),
        ({"elsewhere": "court"}, ["ok", "ok", "ok", "fails"]),
    ],
)
def test_each_condition(changes, states):
    facts = Facts(**GOOD | changes)
    checks = complaint_checks(facts, TODAY)
    assert [check.state for check in checks] == states
    assert refused_for_sure(facts, TODAY) == ("fails" in states)
    assert all(bool(check.advice) == (check.state != "ok") for check in checks)
