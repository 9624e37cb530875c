"""The reminder before an automatic renewal: the law gives no number of days, and whoever was reminded signs nothing else."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from checker.ask.parties import Parties
from checker.decide.verdict import assess
from checker.publish.stories import blanks
from checker.write.writing import letters

TOP = Path(__file__).parents[2]
NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
COUNTED = re.compile(r"[前早][一二三四五六七八九十两0-9]+ ?个?(?:工作)?[日天]")
TOLD = TOP / "docs" / "benchmark" / "stories.json"
"""Stories as people tell them: a day that somebody says stands there as it was said."""
PRINTED = {".md", ".py", ".toml", ".txt", ".mjs", ".html", ".json"}


def test_no_number_of_days_stands_beside_a_renewal():
    found = []
    for folder in ("checker", "docs", "overrides"):
        for path in sorted((TOP / folder).rglob("*")):
            if path.suffix in PRINTED and path != TOLD:
                found += [
                    (path.name, said)
                    for said in re.split(r"[。；\n|]", path.read_text(encoding="utf-8"))
                    if re.search("续费|展期|扣费", said) and COUNTED.search(said)
                ]
    assert found == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [("no", "没有收到显著的提醒"), ("faint", "提醒不显著，本人当时没有看到"), (None, None)],
)
def test_the_texts_say_of_the_reminder_what_was_answered(answer, told):
    facts = replace(blanks()["auto_renewal"].blank_facts, renewal_notice=answer)
    (matter,) = assess(facts, NOW).matters
    for letter in letters(matter, facts, Parties(), NOW):
        assert told is None or told in letter.text
        assert not [each for each in ("没有收到", "提醒不显著") if each not in (told or "") and each in letter.text + letter.short], (
            letter.name
        )


def test_whoever_was_reminded_signs_nothing_about_a_reminder():
    facts = replace(blanks()["auto_renewal"].blank_facts, renewal_notice="yes")
    (matter,) = assess(facts, NOW).matters
    assert matter.level == "not_supported"
    assert not any("提醒" in letter.text + letter.short for letter in letters(matter, facts, Parties(), NOW))
