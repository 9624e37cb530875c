"""From a story to a conclusion: who ticks what is so comes out where the plain form leads, and who ticks all of it hardly elsewhere."""

from collections import Counter

import pytest

from bench import score
from checker.ask.question import asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.bridge import check
from checker.errors import AnswerErrors
from checker.read.story import read_story
from tests.disputes.adapter import answers as of_a_dispute
from tests.disputes.test_disputes import FACTS, LABELS, fits
from tests.disputes.test_disputes import NOW as THEN
from tests.unseen.test_forties import WANTED, cases

BLINDLY = (113, 105)
"""Level, and level and step, right of the 120 where everything proposed is ticked; by the plain form 117 and 112."""

DISPUTES_BLINDLY = 36
"""Of the 38 labelled disputes, those whose verdict is right where everything proposed is ticked."""


def ticked(story: str, answers: dict, now, *, blindly: bool) -> dict:
    """The answers once proposals were taken over: those that agree with the reader's own, or all of them."""
    found: dict[str, list[str]] = {}
    for each in read_story(story, now).proposals:
        found.setdefault(each.question, []).append(each.value)
    taken = dict(answers)
    for id, values in found.items():
        question, own = BY_ID[id], chosen(answers.get(id))
        if not blindly:
            values = [value for value in values if value in own] if question.options else []
            if not values:
                continue
            values = list(own) if question.kind == "choices" else values
        taken[id] = values if question.kind == "choices" else values[0]
    # What is asked only now has no answer in the set.
    for question in (question for _ in range(3) for question in asked(QUESTIONS, taken)):
        if question.required and question.options and not chosen(taken.get(question.id)):
            taken[question.id] = ["unknown"] if question.kind == "choices" else "unknown"
    return taken


@pytest.mark.parametrize("blindly", [False, True], ids=["what is so", "everything"])
def test_ticks_lead_where_the_form_leads(blindly, capsys):
    right = Counter()
    for name in WANTED:
        for story, case, now in cases(name):
            try:
                first = check(case | {"answers": ticked(story["story"], case["answers"], now, blindly=blindly)}, now)["matters"][0]
                plain = check(case, now)["matters"][0]
            except AnswerErrors:
                right["to be put right"] += 1
                continue
            level, step = score.fits(story, first["level"], first["next_step"])
            right["level"] += level
            right["both"] += level and step
            right["same"] += (first["level"], first["next_step"]) == (plain["level"], plain["next_step"])
    with capsys.disabled():
        print(f"\nfrom stories, {'everything' if blindly else 'what is so'} ticked: {dict(right)}")
    assert right["same"] == 120 if not blindly else (right["level"], right["both"]) >= BLINDLY


def test_labelled_disputes_lead_likewise(capsys):
    """The same with the labelled disputes: verdict and step as by the form where what is so is ticked, and what all of it leads to."""
    right = Counter()
    for id, row in FACTS.items():
        given = of_a_dispute(row["facts"], THEN)
        plain = check({"v": 1, "answers": given}, THEN)["matters"][0]
        right["verdict by the form"] += any(fits(each, plain, given["stage"]) for each in LABELS[id]["verdict"])
        for name, blindly in (("what is so", False), ("everything", True)):
            taken = ticked(row["story"], given, THEN, blindly=blindly)
            try:
                first = check({"v": 1, "answers": taken}, THEN)["matters"][0]
            except AnswerErrors:
                right[f"{name}, to be put right"] += 1
                continue
            right[f"{name}, same"] += (first["level"], first["next_step"]) == (plain["level"], plain["next_step"])
            right[f"{name}, verdict"] += any(fits(each, first, taken["stage"]) for each in LABELS[id]["verdict"])
    with capsys.disabled():
        print(f"\nlabelled disputes told: {dict(right)}")
    assert right["what is so, same"] == len(FACTS)
    assert right["everything, verdict"] >= DISPUTES_BLINDLY
