"""The modules of the texts: what a skeleton may use, and what its own sentences are made from."""

import re
from dataclasses import MISSING, fields

import jinja2.meta
import pytest

from checker.ask.questions import QUESTIONS
from checker.errors import UnknownLetter
from checker.keep.replies import REPLIES
from checker.publish.stories import stories
from checker.rules import SUPPORTS
from checker.write.fields import Context
from checker.write.form import LetterForm
from checker.write.letters import LETTERS, form_of
from checker.write.letters.chat import LETTER as CHAT
from checker.write.skeletons import letters_environment, sources

FIELDS = {each.name for each in fields(Context)}
SET_BY_ANOTHER = {"heading", "period"}
"""What a text that includes another one sets for it."""
THROUGH_PARTS = {
    "attachments": "evidence",
    "held": "evidence",
    "evidence_list": "evidence",
    "order": "paid_on",
    "signed_if_true": "truthful",
}
ELSEWHERE = {option.value for question in QUESTIONS if question.id == "elsewhere" for option in question.options}


@pytest.mark.parametrize("name", sources())
def test_a_skeleton_uses_the_fields_of_the_context_and_nothing_else(name):
    used = jinja2.meta.find_undeclared_variables(letters_environment().parse(sources()[name]))
    assert used <= FIELDS | SET_BY_ANOTHER | {"blank"}, name


def test_every_field_of_the_context_is_used_by_some_skeleton():
    used = {name for source in sources().values() for name in jinja2.meta.find_undeclared_variables(letters_environment().parse(source))}
    # The rest is what others are worked out from.
    assert FIELDS - used <= {"demand", "to_the_other_party", "request"} | used


@pytest.mark.parametrize("form", LETTERS, ids=lambda form: form.name)
def test_a_text_declares_the_facts_that_its_own_sentences_are_made_from(form):
    source = f"{form.skeleton}\n{form.short}"
    included = [form_of(name).skeleton for name in re.findall(r'include "(\w+)"', source)]
    whole = "\n".join((source, *included))
    looked_at = set(re.findall(r"\bf\.([a-z_]+)", whole)) | {fact for macro, fact in THROUGH_PARTS.items() if f"parts.{macro}" in whole}
    assert looked_at == {fact.name for fact in form.carried_by}, f"{form.name} (checker/write/letters/{form.name}.py)"


def test_a_part_that_is_left_out_fails_by_its_name():
    needed = [each.name for each in fields(LetterForm) if each.default is MISSING]
    assert {"title", "channel", "to", "offered", "skeleton", "short", "carried_by", "shown"} <= set(needed)
    given = {name: getattr(CHAT, name) for name in needed}
    for name in needed:
        with pytest.raises(TypeError, match=rf"'{name}'"):
            LetterForm(**{each: value for each, value in given.items() if each != name})


def test_names_places_and_answers_are_told_apart():
    assert len({form.name for form in LETTERS}) == len({form.title for form in LETTERS}) == len(LETTERS)
    assert sorted(form.shown.place for form in LETTERS) == list(range(1, len(LETTERS) + 1))
    assert {form.then_elsewhere for form in LETTERS if form.then_elsewhere} <= ELSEWHERE
    assert {rule.told_with for rule in SUPPORTS if rule.told_with} == {part for form in LETTERS for part in form.has}
    assert {form.then_dated for form in LETTERS if form.then_dated} <= {question.id for question in QUESTIONS if question.kind == "when"}
    assert {form.rung.reply for form in LETTERS if form.rung} <= {reply.id for reply in REPLIES}
    assert {letter["name"] for story in stories().values() for matter in story.verdict["matters"] for letter in matter["letters"]} == {
        form.name for form in LETTERS
    }


def test_there_is_no_other_text():
    with pytest.raises(UnknownLetter):
        form_of("poem")
