"""The record of changes cites what there is, and a change of the rules version needs its entry."""

from datetime import date, timedelta

from checker.law import statutes
from checker.law.table import table
from checker.law.thresholds import threshold
from checker.publish import changes, pages
from checker.rules import RULES_VERSION
from tests.every_page import every_page


def test_every_change_cites_what_there_is():
    for change in changes.changes():
        assert change.kind in ("rules", "data", "law") and change.what and not change.what.endswith("。")
        assert (change.kind == "rules") == (change.version is not None), change
        for id in change.articles:
            statutes.article(id)
        for id in change.rules:
            changes.rule_title(id)


def test_newest_first_and_the_rules_version_is_the_last_one_recorded():
    days = [change.date for change in changes.changes()]
    assert days == sorted(days, reverse=True)
    assert changes.of_kind("rules")[0].version == RULES_VERSION


def test_a_check_is_due_again_after_the_time_of_the_table():
    again = timedelta(days=threshold("recheck").value)
    found = changes.checks()
    assert [(row.checked_on, row.due) for row in found] == [
        (table(name)["checked_on"], table(name)["checked_on"] + again) for name in changes.TABLES
    ]
    assert changes.earliest_due().due == min(row.due for row in found)


def test_the_page_prints_both():
    made = every_page()
    text = made["changes.md"]
    for row in changes.checks():
        assert f"| {row.title} | {row.checked_on.isoformat()} | {row.due.isoformat()} |" in text
    whole = "".join(found for name, found in made.items() if name.startswith("changes"))
    for change in changes.changes():
        assert whole.count(f"** {change.what}。") == 1
    assert changes.of_kind("rules")[0].what in text and all(change.what in text for change in changes.of_kind("law"))
    hearsay = next(change for change in changes.changes() if change.hearsay)
    assert "据公开报道" in next(line for line in text.splitlines() if hearsay.what in line)


def test_pages_that_warn_exist():
    names = {path.stem for path in pages.DOCS.glob("*.md")}
    assert set(changes.DATED_PAGES) <= names


def test_a_law_change_is_dated_by_the_day_from_which_it_holds():
    for change in changes.of_kind("law"):
        assert change.date <= date(2026, 11, 24)
        for id in change.articles:
            assert statutes.article(id).law.start == change.date, id
