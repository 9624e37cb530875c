"""The generated pages of ``docs/``. They are committed, so a review sees what readers will see."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jinja2
from jinja2.utils import htmlsafe_json_dumps

from checker.ask.answers import too_many
from checker.ask.facts import Facts
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import ALWAYS, AnyOf, Condition, Equals, under_headings
from checker.ask.questions import BY_ID, QUESTIONS, TOPICS
from checker.ask.questions.start import LAWFUL
from checker.ask.routes import CLAIMING
from checker.decide.deadlines import demand_until
from checker.decide.standing import TABLE
from checker.decide.verdict import BASIS_WORDS, assess
from checker.keep.archive.page import terms_module
from checker.keep.archive.terms import TERMS as ARCHIVE
from checker.keep.calendar import DISCLAIMER
from checker.keep.replies import REPLIES
from checker.kit.evidence import kinds
from checker.kit.phrases import BLANK_CLOSES, BLANK_OPENS
from checker.kit.rule import ClaimRule, Group, PlatformRule, Rule
from checker.law import statutes
from checker.law.channels import channels
from checker.law.table import table
from checker.law.thresholds import threshold, thresholds
from checker.plain import plain
from checker.publish import changes
from checker.publish.pages_left import usual
from checker.publish.stories import blanks, shown, stories
from checker.publish.vocabulary import vocabulary
from checker.publish.words import dictionary, words_of_readers
from checker.read.reviews import questions
from checker.rules import GROUPS, PLATFORM_RULES, RULES, RULES_VERSION, SUPPORTS
from checker.schema import schema
from checker.write.form import PLATFORM, SELLER
from checker.write.letters import LETTERS, form_of
from checker.write.skeletons import environment
from checker.write.writing import Letter, fill_in

DOCS = Path(__file__).parents[2] / "docs"
TEMPLATES = Path(__file__).parent / "templates"
SAMPLE_NOW = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=8)))
"""Blank texts carry no date of their own; any supported time gives the same text."""
SAMPLE_UNTIL = demand_until(date(2026, 11, 23))
"""The day that messages shown as samples give the other side: counted from the day of most stories."""

ON_THE_PAGE = tuple(sorted(LETTERS, key=lambda form: form.shown.place))
PER_RULE = tuple(sorted((form for form in ON_THE_PAGE if form.by_rule), key=lambda form: not form.asks))
"""Texts of which the library shows a blank for every rule. The others differ little from rule to rule: one blank each."""

GUIDES = (
    "process.md",
    "how-it-decides.md",
    "three-checks.md",
    "three-clears.md",
    "three-proofs.md",
    "channels.md",
    "myths.md",
    "changes.md",
)
"""Pages whose template needs nothing of its own: texts around data that every template has."""


def pages() -> dict[str, str]:
    """Every generated file: its name, seen from ``docs/``, and its whole text."""
    return {
        "check.md": _check(),
        "rules.md": _text("rules.md", **_rules()),
        "law.md": _text("law.md", **_law()),
        "templates.md": _text("templates.md", **_library()),
        "evidence-folder.md": _text("evidence-folder.md", **_evidence()),
        "review-check.md": _text("review-check.md", reviews=questions(), review_answers=table("reviews", "checker.read")["answers"]),
        **{name: _text(name) for name in GUIDES},
        "../checker/web/evidence/terms.mjs": terms_module(),
        "../overrides/search/words.txt": dictionary(word for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) for word in rule.also_called),
        "schema.json": json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
    }


def write() -> list[str]:
    """Rewrite what has changed; the names of the files that were written."""
    made = pages()
    changed = _stale(made)
    for name in changed:
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(made[name], encoding="utf-8")
    return changed


def stale() -> list[str]:
    """The generated files that differ from what the sources give now."""
    return _stale(pages())


def _stale(made: dict[str, str]) -> list[str]:
    return [name for name, text in made.items() if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text]


OPEN, SLIPPED = "number-stopped-no-reason", "wrong-server-credited"
"""Stories without a claim that the page of templates tells: one that is open, and one that the law does not help."""
AGREED_LONG_AGO, FAKED = "agreed-long-ago", "fake-admitted"
"""Stories whose texts only few matters get: a refund promised in writing and not paid, and goods whose origin is in doubt."""


def sample_letters() -> list[tuple[Rule, list[Letter]]]:
    """For each rule that leads to a text: those of its texts that differ from rule to rule, with blanks."""
    found = []
    # In the order of the rules page, so that the two can be read side by side.
    for rule in (each for group in GROUPS for each in _of(group) if each.id in blanks()):
        letters = _blank_letters(blanks()[rule.id].blank_facts)
        wanted = [form for form in PER_RULE if rule.route not in CLAIMING or form.to in (SELLER, PLATFORM)]
        found.append((rule, [letters[form.name] for form in wanted if form.name in letters]))
    return found


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


def _library() -> dict[str, Any]:
    story = shown()["code-already-used"]
    refused: dict[str, Any] = {"asked_on": "2026-11-22", "refused_on": "2026-11-23", "refusal_ground": ["used"], "refused_by": "platform"}
    return {
        "samples": sample_letters(),
        "others": other_letters(),
        "forms": ON_THE_PAGE,
        "own_words": "、".join(
            f"[{rule.title.partition('，')[0]}](#{_anchor(rule.id)})" for rule in RULES if isinstance(rule, ClaimRule) and rule.to_payer
        ),
        "filled_from": {
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
        },
    }


def _of(group: Group) -> list[Rule]:
    """The rules of one group, in the order in which the page shows them."""
    return sorted((rule for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) if rule.group == group.name), key=lambda rule: rule.place)


def _rules() -> dict[str, Any]:
    by_id = {rule.id: rule for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
    return {
        "groups": [{"title": group.title, "anchor": f"group-{group.anchor}", "lead": group.lead, "rules": _of(group)} for group in GROUPS],
        "articles_of": {id: _by_law(rule.articles) for id, rule in by_id.items()},
        "exceptions_of": {id: _exceptions(rule) for id, rule in by_id.items()},
        "stories_of": {id: [s for s in shown().values() if s.rule == id and s.shown == "rules"] for id in by_id},
        "letter_rules": {rule.id: "、".join(form_of(letter.name).title for letter in letters) for rule, letters in sample_letters()},
    }


def _by_law(ids: tuple[str, ...]) -> list[str]:
    """Articles law by law, in the order in which the laws are cited, each law's in its own order."""
    laws = list(dict.fromkeys(id.rpartition("-")[0] for id in ids))
    return sorted(ids, key=lambda id: (laws.index(id.rpartition("-")[0]), int(id.rpartition("-")[2])))


def _exceptions(rule: Rule) -> list[str]:
    """What stands against it: the rule's exceptions and defences, and every condition that fails, but for the story that it is about."""
    against = (*rule.exceptions, *rule.defences, *((rule.story,) if isinstance(rule, PlatformRule) else ()), *rule.conditions)
    return [condition.fails for condition in against]


def _law() -> dict[str, Any]:
    by_law = defaultdict(list)
    for item in sorted(statutes.articles().values(), key=lambda item: int(item.id.split("-")[1])):
        by_law[item.law.id].append(item)
    used_by = defaultdict(list)
    for rule in (*RULES, *SUPPORTS):
        for id in rule.articles:
            used_by[id].append(rule)
    return {
        "laws": [(law, by_law[law.id]) for law in statutes.laws().values() if by_law[law.id]],
        "used_by": used_by,
        "thresholds": list(thresholds().values()),
    }


def _evidence() -> dict[str, Any]:
    """What the page of the evidence folder has to know: the kinds, which field fills which blank of a text, what a hash tells."""
    listing = next(field for field in PARTY_FIELDS if field.lines > 1)
    called = {id: row.proves.format(goods=ARCHIVE["folder"]["goods"]) for id, row in kinds().items()}
    return {
        "kinds": [
            {"id": id, "name": row.name, "attached": row.attached, "proves": called[id], "how": row.how_to_get}
            for id, row in kinds().items()
        ],
        "blanks": {field.blank: field.id for field in PARTY_FIELDS},
        "fields": {"list": listing.id, "kinds": "evidence"},
        "most": listing.lines,
        "blank": [BLANK_OPENS, BLANK_CLOSES],
        "terms": ARCHIVE,
        "as_json": _as_json,
    }


def _as_json(data: object) -> str:
    return htmlsafe_json_dumps(plain(data), ensure_ascii=False, separators=(",", ":"))


def _check() -> str:
    by_topic = defaultdict(list)
    for question in QUESTIONS:
        by_topic[question.topic].append(question)
    return (
        _environment(autoescape=True)
        .get_template("check.md")
        .render(
            topics=TOPICS,
            questions=QUESTIONS,
            questions_of=lambda topic: by_topic[topic],
            usual=usual(),
            parties_of=lambda topic: [field for field in PARTY_FIELDS if field.topic == topic],
            replies=REPLIES,
            form_version=RULES_VERSION,
            always=ALWAYS,
            lawful=LAWFUL,
            as_json=_as_json,
            in_words=in_words,
            vocabulary=vocabulary(),
            too_many=too_many,
            under_headings=under_headings,
            disclaimer=DISCLAIMER,
        )
    )


FEW = 3
"""A list of more values than this holds for nearly everyone, so that only a shorter one is worth words on paper."""


def in_words(condition: Condition) -> str:
    """When a question is asked, for a reader on paper; nothing where that is nearly always."""
    if isinstance(condition, Equals):
        earlier = BY_ID[condition.question]
        labels = [f"“{option.label.split('（')[0]}”" for option in earlier.options if option.value in condition.one_of]
        return f"“{earlier.label}”选了{'或'.join(labels)}" if len(labels) <= FEW else ""
    if isinstance(condition, AnyOf):
        parts = [in_words(part) for part in condition.any]
        return "，或者".join(parts) if all(parts) else ""
    return "，而且".join(words for part in condition.all if (words := in_words(part)))


def _text(name: str, **context: object) -> str:
    return (
        _environment(autoescape=False)
        .get_template(name)
        .render(
            context
            | {
                "rules_version": RULES_VERSION,
                "checked_on": statutes.checked_on().isoformat(),
                "basis_words": BASIS_WORDS,
                "article": statutes.article,
                "threshold": threshold,
                "channels": channels(),
                "stories": shown(),
                "words_of_readers": words_of_readers,
                "sample_until": f"{SAMPLE_UNTIL.month} 月 {SAMPLE_UNTIL.day} 日",
                "changes": changes,
                "next_step_table": TABLE,
            }
        )
    )


def _environment(*, autoescape: bool) -> jinja2.Environment:
    # {#anchor} is Markdown for an anchor here, so comments need another sign.
    env = environment(jinja2.PackageLoader("checker.publish", "templates"), autoescape=autoescape).overlay(
        comment_start_string="<%#",
        comment_end_string="#%>",
    )
    env.filters["anchor"] = _anchor
    return env


def _anchor(id: str) -> str:
    return id.replace("_", "-")
