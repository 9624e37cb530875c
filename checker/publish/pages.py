"""The generated pages of ``docs/``. They are committed, so a review sees what readers will see."""

import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from jinja2.utils import htmlsafe_json_dumps

from checker.ask.answers import too_many
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import ALWAYS, AnyOf, Condition, Equals, under_headings
from checker.ask.questions import BY_ID, QUESTIONS, TOPICS
from checker.ask.questions.start import LAWFUL
from checker.decide.deadlines import demand_until
from checker.decide.standing import TABLE
from checker.decide.verdict import BASIS_WORDS
from checker.keep.archive.page import terms_module
from checker.keep.archive.terms import TERMS as ARCHIVE
from checker.keep.calendar import DISCLAIMER
from checker.keep.replies import REPLIES
from checker.kit.evidence import kinds
from checker.kit.phrases import BLANK_CLOSES, BLANK_OPENS, chinese_date
from checker.law import statutes
from checker.law.channels import channels
from checker.law.table import table
from checker.law.thresholds import threshold
from checker.plain import plain
from checker.publish import benchmark, changes, channel_pages, guide_pages, library, licences, links, rule_pages, statute_pages
from checker.publish.made import Made, headings
from checker.publish.pages_left import usual
from checker.publish.situations import Situation, situations, with_numbers
from checker.publish.stories import shown
from checker.publish.vocabulary import vocabulary
from checker.publish.words import dictionary, words_of_readers
from checker.read.reviews import questions
from checker.rules import PLATFORM_RULES, RULES, RULES_VERSION, SUPPORTS
from checker.schema import schema
from checker.write.letters import form_of
from checker.write.skeletons import environment

DOCS = Path(__file__).parents[2] / "docs"
SAMPLE_UNTIL = demand_until(date(2026, 11, 23))
"""The day that messages shown as samples give the other side: counted from the day of most stories."""

GUIDES = (
    "index.md",
    "process.md",
    "how-it-decides.md",
    "three-checks.md",
    "three-clears.md",
    "three-proofs.md",
    "myths.md",
)
"""Pages whose template needs nothing of its own: texts around data that every template has."""


def pages() -> dict[str, str]:
    """Every generated file: its name, seen from ``docs/``, and its whole text."""
    return {
        "check.md": _check(),
        **{page.path: rendered(page) for page in _several()},
        "evidence-folder.md": _text("evidence-folder.md", **_evidence()),
        "review-check.md": _text("review-check.md", reviews=questions(), review_answers=table("reviews", "checker.read")["answers"]),
        **{name: _text(name) for name in GUIDES},
        **benchmark.data(),
        "licences.md": _text("licences.md", works=licences.works()),
        "situations.md": _text("situations.md", situations=situations(), with_numbers=with_numbers),
        **{row.page: _text("situation.md", row.page, **_situation(row)) for row in situations()},
        "../checker/web/evidence/terms.mjs": terms_module(),
        "../overrides/search/words.txt": dictionary(word for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES) for word in rule.also_called),
        "schema.json": json.dumps(_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
    }


def _schema() -> dict[str, Any]:
    """What the program reads and gives, and the files of the benchmark."""
    whole = schema()
    return whole | {"title": f"{whole['title']}，公开测试题", "$defs": whole["$defs"] | benchmark.definitions()}


def _several() -> list[Made]:
    """The pages of which one template makes many, and those that lead to them."""
    return [*rule_pages.made(), *statute_pages.made(), *library.made(), *channel_pages.made(), *guide_pages.made(), *benchmark.made()]


def rendered(page: Made) -> str:
    """The whole text of one page of several."""
    return _text(page.template, page.path, **page.context)


def write() -> list[str]:
    """Rewrite what has changed and take away what nothing makes any more; the names of those files."""
    made = pages()
    changed = _stale(made)
    for name in changed:
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(made[name], encoding="utf-8")
    left_over = _left_over(made)
    for name in left_over:
        (DOCS / name).unlink()
    return [*changed, *left_over]


def stale() -> list[str]:
    """The generated files that differ from what the sources give now, and those in the folders of generated pages that nothing makes any more."""
    made = pages()
    return [*_stale(made), *_left_over(made)]


def _left_over(made: dict[str, str]) -> list[str]:
    folders = {name.partition("/")[0] for name in made if "/" in name and not name.startswith(".")}
    there = (path.relative_to(DOCS).as_posix() for folder in sorted(folders) for path in sorted((DOCS / folder).rglob("*.md")))
    return [name for name in there if name not in made]


def _stale(made: dict[str, str]) -> list[str]:
    return [name for name, text in made.items() if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text]


def _situation(row: Situation) -> dict[str, Any]:
    by_id = {each.id: each for each in situations()}
    return {"row": row, "related": [by_id[id] for id in row.related], "with_numbers": with_numbers, "form_of": form_of, "as_json": _as_json}


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


def _text(name: str, page: str = "", **context: object) -> str:
    """The page made from this template; ``page`` is its name seen from ``docs/`` where it differs."""
    return (
        _environment(autoescape=False)
        .get_template(name)
        .render(
            context
            | {
                "here": page or name,
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
                "headings": headings,
            }
        )
    )


def _environment(*, autoescape: bool) -> jinja2.Environment:
    # {#anchor} is Markdown for an anchor here, so comments need another sign.
    env = environment(jinja2.PackageLoader("checker.publish", "templates"), autoescape=autoescape).overlay(
        comment_start_string="<%#",
        comment_end_string="#%>",
    )
    env.filters["anchor"] = links.anchor
    env.filters["in_short"] = _in_short
    env.filters["iso_day"] = lambda iso: chinese_date(date.fromisoformat(iso))
    env.filters["channel_anchor"] = links.channel_anchor
    links.add_filters(env)
    return env


WINDOW = 16
"""So many characters of a title are seen in a window's bar or a list of finds, beside the name of the site."""


def _in_short(title: str) -> str:
    """The title, or as many of its parts as are seen; at least the first."""
    parts = re.split("(?=[，、：])", title)
    while len(parts) > 1 and len("".join(parts)) > WINDOW:
        parts.pop()
    return "".join(parts)
