"""The generated pages are what the sources give, and `--check` says so."""

import pytest

from checker.decide.rules import PLATFORM_RULES, RULES, SUPPORTS
from checker.law import statutes
from checker.publish import pages
from checker.publish.__main__ import main
from checker.publish.samples import SAMPLES


def test_publish_check(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_check_names_a_stale_page_and_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pages, "DOCS", tmp_path)
    assert main(["--write"]) == 0
    assert main(["--check"]) == 0
    (tmp_path / "law.md").write_text("old", encoding="utf-8")
    capsys.readouterr()
    assert main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/law.md is not what the sources give; run: make publish\n"


def test_every_rule_and_every_article_has_its_place():
    rules, law = pages.pages()["rules.md"], pages.pages()["law.md"]
    for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        assert f"### {rule.title} {{#{rule.id.replace('_', '-')}}}" in rules
    for article in statutes.articles().values():
        assert f"{{#{article.id}}}" in law and article.summary in law


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if rule.remedy or rule.route == "scam"])
def test_every_rule_that_grants_a_text_shows_it(rule):
    letters = {r.id: found for r, found in pages.sample_letters()}[rule]
    assert letters and rule in SAMPLES
    for letter in letters:
        assert "【请填写：" in letter.text
        assert "2026" not in letter.text, "a blank template carries no day of its own"
