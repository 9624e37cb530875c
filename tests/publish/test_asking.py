"""When a question is asked follows from what reads its fact."""

from dataclasses import replace
from functools import partial
from itertools import product

import pytest

from checker.ask.question import ALWAYS, AllOf, AnyOf, Equals, asked
from checker.ask.questions import BY_ID, QUESTIONS
from checker.kit import Caution, Due, F, FirstAct, Saves, Sentence, to
from checker.publish import asking
from checker.rules.money import auto_renewal
from checker.rules.stop import scam

STATED = tuple(question for question in QUESTIONS if question.asked_instead)
LATER = BY_ID["truthful"]
EARLIER = {question.id: question.asked_when for question in QUESTIONS}
RENEWAL = Equals("charge", ("renewal",))


def test_the_table_is_what_follows_from_the_sources_now():
    assert not asking.stale()
    assert {question.id: question.asked_when for question in QUESTIONS} == asking.asked_when()


@pytest.mark.parametrize("question", STATED, ids=lambda question: question.id)
def test_an_exception_has_a_reason_and_is_needed(question):
    assert question.asked_instead.because.endswith(".")
    assert asking.computed(question, EARLIER) != question.asked_instead.when, f"{question.id}: what is computed says the same"


def test_fewer_than_a_third_of_the_questions_are_exceptions():
    assert 3 * len(STATED) < len(QUESTIONS)


@pytest.mark.parametrize(
    ("expression", "condition"),
    [
        (F.charge.is_("renewal"), RENEWAL),
        (F.charge.is_("renewal") & F.overdue.holds, AllOf((RENEWAL, ALWAYS))),
        (F.charge.is_("renewal") | F.overdue.holds, AnyOf((RENEWAL,))),
        (~F.renewal_notice.is_("no"), Equals("renewal_notice", ("faint", "yes", "unknown"))),
        (F.renewal_notice.is_("no", "faint", "yes"), ALWAYS),
        (~(F.charge.is_("renewal") & ~F.renewal_notice.is_("yes")), None),
        (F.overdue.holds, ALWAYS),
    ],
)
def test_what_earlier_answers_tell(expression, condition):
    if condition is None:
        others = tuple(option.value for option in BY_ID["charge"].options if option.value != "renewal")
        condition = AnyOf((Equals("charge", others), Equals("renewal_notice", ("yes",))))
    assert asking.condition_told(expression, LATER) == condition


def test_what_is_asked_later_tells_nothing():
    assert asking.condition_told(F.charge.is_("renewal"), BY_ID["goods"]) == ALWAYS


@pytest.mark.parametrize(
    ("expression", "condition"),
    [
        (F.renewal_notice.is_("yes"), ALWAYS),
        (F.charge.is_("renewal") & F.renewal_notice.is_("yes"), RENEWAL),
        (~(F.charge.is_("renewal") & F.renewal_notice.is_("yes")), RENEWAL),
        (~F.charge.is_("renewal") | F.renewal_notice.is_("yes"), RENEWAL),
    ],
)
def test_when_a_fact_has_a_part_in_an_expression(expression, condition):
    found = asking.matters(expression, "renewal_notice", LATER)
    options = [option.value for option in BY_ID["charge"].options]
    assert [found.holds({"charge": each}, {"charge"}) for each in options] == [
        condition.holds({"charge": each}, {"charge"}) for each in options
    ]


def test_what_is_computed_says_the_same_as_the_readers_it_is_made_of():
    """Simplifying leaves nothing out and puts nothing in, over the answers on which the condition hangs."""
    for id, earlier in (
        ("renewal_notice", ("goods", "problem", "charge")),
        ("fee_basis", ("goods", "problem", "balance_trouble", "refund_trouble")),
    ):
        question = BY_ID[id]
        whole, simple = AnyOf(tuple(asking._wanted(question))), asking.computed(question, EARLIER)
        for chosen in product(*([option.value for option in BY_ID[each].options] for each in earlier)):
            given = {each: [value] if each == "problem" else value for each, value in zip(earlier, chosen, strict=True)}
            open_ids = {each.id for each in asked(QUESTIONS, given)} & given.keys()
            assert whole.holds(given, open_ids) == simple.holds(given, open_ids), given


def test_a_question_that_the_table_does_not_know_yet_is_asked_of_everybody():
    assert BY_ID["goods"].asked_when == ALWAYS


READS = F.earlier_refund.is_("guarded")
WORDED = Sentence(lambda t: f"{t.f.earlier_refund}", F.earlier_refund)


@pytest.mark.parametrize(
    "part",
    [
        {"first_acts": (FirstAct(id="x", saves=Saves.PROOF, what=lambda f: "x", when=READS),)},
        {"first_acts": (FirstAct(id="x", saves=Saves.PROOF, what=lambda f: f"{f.earlier_refund}", reads=(F.earlier_refund,)),)},
        {"deadlines": (Due(period="stalling", row=lambda facts: None, when=READS),)},
        {"deadlines": (Due(period="stalling", row=lambda facts: None, reads=(F.earlier_refund,)),)},
        {"cautions": (Caution(words="x", when=READS),)},
        {"report": replace(scam.RULE.report, asks=WORDED)},
        {"order": replace(auto_renewal.RULE.order, who=WORDED)},
        {"happened": WORDED},
        {"answers": (to("other", say="x", when=READS),)},
    ],
    ids=lambda part: next(iter(part)),
)
def test_whatever_part_of_a_rule_looks_at_a_fact_asks_for_it(part):
    wanted = partial(asking._wanted_by, name="earlier_refund", question=BY_ID["earlier_refund"])
    assert not list(wanted(auto_renewal.RULE))
    assert list(wanted(replace(auto_renewal.RULE, **part)))
