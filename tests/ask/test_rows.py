"""Goods, problems, refusal grounds and stages: one row each, all of them offered, each property with a reason to be there."""

import ast
import inspect
import itertools
from dataclasses import fields

import pytest

from checker.ask import answers, goods, problems, question, refusal_grounds, stages
from checker.ask.question import UNKNOWN
from checker.ask.questions import BY_ID
from checker.ask.unsure import LEFT_OUT

KINDS = {
    "goods": (goods, goods.Goods, goods.GOODS),
    "problem": (problems, problems.Problem, problems.PROBLEMS),
    "refusal_ground": (refusal_grounds, refusal_grounds.RefusalGround, refusal_grounds.REFUSAL_GROUNDS),
    "stage": (stages, stages.Stage, stages.STAGES),
}


@pytest.mark.parametrize("id", KINDS)
def test_every_row_is_an_option_in_its_words(id):
    module, kind, rows = KINDS[id]
    assert {row.id for row in vars(module).values() if isinstance(row, kind)} == {row.id for row in rows}
    options = [(option.value, option.label) for option in BY_ID[id].options]
    assert options[: len(rows)] == [(row.id, row.label) for row in rows]
    assert len({row.id for row in rows}) == len(rows) and options[-1][0] == UNKNOWN


@pytest.mark.parametrize("id", KINDS)
def test_a_property_of_one_row_says_which_second_row_would_have_it(id):
    module, kind, rows = KINDS[id]
    (body,) = (
        node.body for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef) and node.name == kind.__name__
    )
    said = {
        first.target.id: second.value.value
        for first, second in itertools.pairwise(body)
        if isinstance(first, ast.AnnAssign) and isinstance(second, ast.Expr)
    }
    for field in (field for field in fields(kind) if field.default in (True, False, None)):
        others = sum(getattr(row, field.name) != field.default for row in rows)
        assert others, f"no row has {field.name}"
        assert others > 1 or ("One row" in said[field.name] and "second" in said[field.name]), f"{field.name} is there for one row alone"


@pytest.mark.parametrize("module", [answers, question], ids=lambda module: module.__name__)
def test_what_reads_the_answers_names_no_question(module):
    """Docstrings aside, no string of the source is the id of a question, a fact or an option of a row."""
    names = {*BY_ID, *(each.gives for each in BY_ID.values()), *(row.id for _, _, rows in KINDS.values() for row in rows)} - {UNKNOWN}
    strings = {node.value: node.lineno for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Constant)}
    assert not names & strings.keys(), {name: strings[name] for name in names & strings.keys()}


@pytest.mark.parametrize("stage", stages.STAGES, ids=lambda stage: stage.id)
def test_a_stage_contradicts_itself_in_nothing(stage):
    assert sum([stage.undecided, stage.denied, stage.at_an_end and not stage.denied]) == 1, (
        "they have said no, sent the reader away, or neither"
    )
    assert stage.asked or not (stage.denied or stage.agreed or stage.under_review or stage.their_turn or stage.at_an_end)
    assert not (stage.may_appeal and stage.at_an_end) and (stage.denied or not stage.may_appeal)
    assert not (stage.agreed and stage.denied) and not (stage.refused and stage.names_a_sum)


def test_a_stage_that_is_not_known_is_one_in_which_nobody_was_asked():
    assert stages.stage_of(None) is stages.NOT_KNOWN and not stages.NOT_KNOWN.asked
    assert stages.stage_of("refused") is stages.REFUSED
    assert stages.stages_that(lambda stage: stage.names_a_sum) == (
        stages.PARTIAL_OFFER,
        stages.PARTLY_PAID,
        stages.AGREED,
        stages.PARTIAL_FINAL,
    )


STAYS = {
    "goods",
    "unlawful_part",
    "problem",
    "bound_to",
    "child_age",
    "own_income",
    "guardian_consent",
    "child_spending",
    "earlier_refund",
    "notified",
    "channel",
    "order_stands",
    "paid_outside",
    "seller_kind",
    "money_held",
    "seller_identity",
    "paid_by",
    "evidence",
    "stage",
    "elsewhere",
    "wish",
    "refund_account",
    "truthful",
    "unsure_about",
}
"""Which case it is, who stands where and what is wanted: without these there is no other case that could be true."""


def test_whatever_one_can_be_unsure_of_can_be_left_out():
    left_out = [id for ids in LEFT_OUT.values() for id in ids]
    assert len(left_out) == len(set(left_out))
    assert set(left_out) | STAYS == set(BY_ID) and not STAYS & set(left_out)
