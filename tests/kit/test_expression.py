"""Facts as expressions: three values, what they read, and mistakes that fail where they are made."""

from itertools import product

import pytest

from checker.ask.facts import Facts
from checker.ask.goods import CHEAT
from checker.errors import RuleError
from checker.kit import ALWAYS, NEVER, F, computed, reading, unless

A, B = F.wish.is_("refund"), F.charge.is_("renewal")
TRUTHS = {"refund": True, "goods": False, None: None}


def both(a, b) -> Facts:
    return Facts(wish={True: "refund", False: "goods", None: None}[a], charge={True: "renewal", False: "excess", None: None}[b])


@pytest.mark.parametrize(("a", "b"), list(product((True, False, None), repeat=2)))
def test_not_known_is_never_no(a, b):
    facts = both(a, b)
    assert A.holds(facts) is a and B.holds(facts) is b
    assert (A & B).holds(facts) is (False if False in (a, b) else None if None in (a, b) else True)
    assert (A | B).holds(facts) is (True if True in (a, b) else None if None in (a, b) else False)
    assert (~A).holds(facts) is {True: False, False: True, None: None}[a]
    assert unless(A).holds(facts) is (a is not True)


def test_an_expression_names_what_it_reads_once_and_in_its_order():
    assert (B & (A | ~B)).reads == ("charge", "wish")
    assert computed(lambda facts: None, F.paid_on, F.goods).reads == ("paid_on", "goods")
    assert ALWAYS.reads == NEVER.reads == ()
    assert reading(F.paid_on, F.goods, when=A).names == ("paid_on", "goods")


def test_several_choices_need_one_of_the_wanted():
    wanted = F.evidence.has("chat", "reply")
    assert wanted.holds(Facts(evidence=frozenset({"order", "reply"}))) is True
    assert wanted.holds(Facts(evidence=frozenset({"order"}))) is False
    assert wanted.holds(Facts()) is None


def test_a_row_stands_for_its_option():
    assert F.goods.is_(CHEAT).holds(Facts(goods="cheat")) is True


def test_a_computed_fact_is_an_expression_itself():
    assert [F.overdue.holds.holds(Facts(overdue=each)) for each in (True, False, None)] == [True, False, None]


def test_mistakes_fail_where_they_are_made_and_by_name():
    with pytest.raises(RuleError, match="no fact chrage"):
        _ = F.chrage
    with pytest.raises(RuleError, match="charge has no option renewl"):
        F.charge.is_("renewal", "renewl")
    with pytest.raises(RuleError, match="wish has no option unknown"):
        F.wish.is_("unknown")
