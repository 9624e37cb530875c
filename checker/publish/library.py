"""The library of texts: which text when, a page for each kind of text, and the blank texts of each rule."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from math import ceil
from typing import Any

from checker.ask.facts import Facts
from checker.ask.routes import CLAIMING
from checker.decide.verdict import assess
from checker.kit.rule import ClaimRule, Rule
from checker.publish import links
from checker.publish.families import rules_of
from checker.publish.made import Made, in_a_row
from checker.publish.stories import Story, blanks, shown, stories
from checker.rules import GROUPS, RULES
from checker.write.form import PLATFORM, SELLER, LetterForm
from checker.write.letters import LETTERS
from checker.write.writing import Letter, fill_in

SAMPLE_NOW = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=8)))
"""Blank texts carry no date of their own; any supported time gives the same text."""

ON_THE_PAGE = tuple(sorted(LETTERS, key=lambda form: form.shown.place))
PER_RULE = tuple(sorted((form for form in ON_THE_PAGE if form.by_rule), key=lambda form: not form.asks))
"""Texts of which the library shows a blank for every rule. The others differ little from rule to rule: one blank each."""


OPEN, SLIPPED = "number-stopped-no-reason", "wrong-server-credited"
"""Stories without a claim that the page of templates tells: one that is open, and one that the law does not help."""
AGREED_LONG_AGO, FAKED = "agreed-long-ago", "fake-admitted"
"""Stories whose texts only few matters get: a refund promised in writing and not paid, and goods whose origin is in doubt."""


@cache
def sample_letters() -> list[tuple[Rule, list[Letter]]]:
    """For each rule that leads to a text: those of its texts that differ from rule to rule, with blanks."""
    found = []
    # In the order of the rules page, so that the two can be read side by side.
    for rule in (each for group in GROUPS for each in rules_of(group) if each.id in blanks()):
        letters = _blank_letters(blanks()[rule.id].blank_facts)
        wanted = [form for form in PER_RULE if rule.route not in CLAIMING or form.to in (SELLER, PLATFORM)]
        found.append((rule, [letters[form.name] for form in wanted if form.name in letters]))
    return found


@cache
def other_letters() -> list[Letter]:
    """The texts that differ little from rule to rule, each once, with blanks."""
    rule = shown()["code-already-used"].rule
    unclaimed = (replace(shown()[id].facts, paid_on=None, paid_fen=None, channel=None, evidence=None) for id in (OPEN, SLIPPED))
    letters = {name: letter for facts in unclaimed for name, letter in _blank_letters(facts).items()}
    sample = blanks()[rule or ""].blank_facts
    # What only few stories come to: a refund promised and not paid, goods whose origin is in doubt, a shop that does not answer.
    agreed = blanks()[stories()[AGREED_LONG_AGO].rule or ""].blank_facts
    doubted = replace(
        stories()[FAKED].facts, **dict.fromkeys(("paid_on", "paid_fen", "channel", "page_said", "got_instead", "refused_on", "evidence"))
    )
    for facts in (agreed, doubted, replace(sample, seller_kind="shop")):
        letters |= _blank_letters(facts)
    letters |= _blank_letters(sample)
    return [letters[form.name] for form in ON_THE_PAGE if form.name in letters and not (form.by_rule and form.to in (SELLER, PLATFORM))]


def _blank_letters(facts: Facts) -> dict[str, Letter]:
    """Every text that these facts can come to, by name, each as in the earliest stage that has it."""
    stages = () if facts.stage in (None, "agreed") else ("more_proof", "outside", "refused", "appeal_refused")
    return {
        letter.name: letter
        for each in reversed((facts, *(replace(facts, stage=stage) for stage in stages)))
        for matter in assess(each, SAMPLE_NOW).matters
        for letter in fill_in(matter, each)
    }


MOST_LINES = 150
"""So many lines of texts stand on a page for reading on a phone; what is more gets a page of its own."""
LINE = 20
"""Characters in a line of a text on a phone."""


def made() -> list[Made]:
    """Every page of texts, the one that says which text when first."""
    samples = sample_letters()
    shared = {"own_rules": [rule for rule in RULES if isinstance(rule, ClaimRule) and rule.to_payer]}
    index = Made(
        path="templates.md",
        title="模板",
        template="templates.md",
        context=shared | {"forms": [{"form": form, "when": _when(form)} for form in ON_THE_PAGE], "samples": samples},
    )
    of_rules = [
        Made(
            path=links.of_texts(rule.id),
            title=rule.title,
            template="blank-texts.md",
            context={"rule": rule, "letters": letters},
        )
        for rule, letters in samples
    ]
    return [index, *in_a_row([page for form in ON_THE_PAGE for page in _of_kind(form, shared)]), *in_a_row(of_rules)]


def _when(form: LetterForm) -> str:
    """When a text is used: its lead without the words that lead on to a list."""
    return form.shown.lead if form.shown.lead.endswith("。") else form.shown.lead.rpartition("。")[0] + "。"


def _of_kind(form: LetterForm, shared: dict[str, Any]) -> list[Made]:
    """The page of one kind of text, filled in and blank, or two pages where that is too much for one."""
    story = _filled_from()[form.shown.story]
    filled = story.letter(form.name)
    blank = next((letter for letter in other_letters() if letter.name == form.name), None)
    together = blank is None or _lines(filled["text"]) + _lines(blank.text) <= MOST_LINES
    context = shared | {"form": form, "story": story, "filled": filled, "blank": blank, "together": together}
    page = Made(path=links.of_kind(form.name), title=form.title, template="kind-of-text.md", context=context)
    if together:
        return [page]
    return [page, Made(path=links.of_blank(form.name), title=f"{form.title}，空白", template="blank-text.md", context=context)]


def _lines(text: str) -> int:
    return sum(max(1, ceil(len(line) / LINE)) for line in text.splitlines())


@cache
def _filled_from() -> dict[str, Story]:
    """The stories that fill in the texts, each as far on as its text needs."""
    story = shown()["code-already-used"]
    refused: dict[str, Any] = {"asked_on": "2026-11-22", "refused_on": "2026-11-23", "refusal_ground": ["used"], "refused_by": "platform"}
    return {
        "first": story,
        "more_proof": story.later(stage="more_proof", asked_on="2026-11-22"),
        "waiting": story.later(stage="asked_waiting", asked_on="2026-11-22"),
        "refused": story.later(stage="refused", refusal_words="后台显示卡密已使用，不予退款", **refused),
        "appealed": story.later(stage="appeal_refused", **refused),
        "shop_silent": story.later(stage="asked_waiting", asked_on="2026-11-22", seller_kind="shop", seller_identity="not_asked"),
        "promised_in_writing": stories()[AGREED_LONG_AGO],
        "faked": stories()[FAKED],
        "child": shown()["child-of-seven"],
        "scammed": shown()["scam-deposit"],
        "open": shown()[OPEN],
        "slipped": shown()[SLIPPED],
    }
