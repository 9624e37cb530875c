"""What texts tell beside what rules say looks at the facts that it declares to be carried by, and at no others."""

import pytest

from checker.kit import ClaimRule, Sentence
from checker.rules import RULES
from checker.write import telling
from tests.rules.test_sentences import hold_to_what_it_declares

OWN = {name: each for name, each in vars(telling).items() if isinstance(each, Sentence)}
ORDERS = {rule.id: rule.order for rule in reversed(RULES) if isinstance(rule, ClaimRule)}


@pytest.mark.parametrize("name", OWN)
def test_words_of_texts_look_at_what_they_declare_and_depend_on_all_of_it(name):
    hold_to_what_it_declares(OWN[name], f"checker/write/telling.py, {name}")


def test_the_order_is_told_from_what_it_declares():
    for order, rule in {order: rule for rule, order in ORDERS.items()}.items():
        hold_to_what_it_declares(telling.ordered(order), f"{rule}, order")
