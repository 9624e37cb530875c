"""The generated pages are what the sources give, and `--check` says so."""

import pytest

from checker.ask.question import AllOf, AnyOf, Equals
from checker.ask.questions import BY_ID
from checker.kit import ClaimRule
from checker.law import statutes
from checker.publish import library, links, pages
from checker.publish.__main__ import main
from checker.publish.stories import blanks
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS
from tests.every_page import every_page


def test_publish_check(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_check_names_a_stale_page_and_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pages, "DOCS", tmp_path)
    monkeypatch.setattr(pages, "pages", every_page)
    assert main(["--write"]) == 0
    assert main(["--check"]) == 0
    (tmp_path / "law" / "xfz.md").write_text("old", encoding="utf-8")
    capsys.readouterr()
    assert main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/law/xfz.md is not what the sources give; run: make publish\n"


def test_every_rule_and_every_article_has_its_place():
    made = every_page()
    for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES):
        path, _, anchor = links.of_rule(rule.id).partition("#")
        assert f"## {rule.title} {{#{anchor}}}" in made[path]
        assert f'<tr role="row" id="{anchor}"' in made["rules.md"], "where old addresses lead"
    for article in statutes.articles().values():
        path, _, anchor = links.of_article(article.id).partition("#")
        assert f"## {article.article} {{#{anchor}}}" in made[path] and article.summary in made[path]
        assert f"{{#{anchor} .moved}}" in made["law.md"] and f"#{anchor}" in made[f"law/{article.law.id}.md"], "scripts know the law alone"


def test_what_nothing_makes_any_more_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "DOCS", tmp_path)
    monkeypatch.setattr(pages, "pages", every_page)
    assert main(["--write"]) == 0
    (tmp_path / "rules" / "old.md").write_text("old", encoding="utf-8")
    (tmp_path / "own.md").write_text("written by hand", encoding="utf-8")
    assert main(["--check"]) == 1
    assert main(["--write"]) == 0
    assert main(["--check"]) == 0
    assert not (tmp_path / "rules" / "old.md").exists() and (tmp_path / "own.md").exists()


GIVEN_BACK = Equals("stage", ("refused", "agreed"))
NEARLY_ALL = Equals("goods", tuple(option.value for option in BY_ID["goods"].options))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (AllOf(()), ""),
        (Equals("renewal_notice", ("no",)), "“扣费以前，提醒过你要续费吗？”选了“没有，短信、邮件、站内信都翻过”"),
        (GIVEN_BACK, "“退款这件事，现在到哪一步了？”选了“被拒绝了”或“答应退了，钱还没到”"),
        (NEARLY_ALL, ""),
        (AllOf((NEARLY_ALL, Equals("wish", ("goods",)))), "“你想要退钱，还是要东西？”选了“要东西：补发、换对的、恢复使用”"),
        (
            AllOf((Equals("order_stands", ("yes",)), Equals("wish", ("refund",)))),
            "“订单还在平台上吗？”选了“还在，是在平台上买的，平台还能联系”，而且“你想要退钱，还是要东西？”选了“退钱”",
        ),
        (
            AnyOf((Equals("order_stands", ("yes",)), Equals("wish", ("refund",)))),
            "“订单还在平台上吗？”选了“还在，是在平台上买的，平台还能联系”，或者“你想要退钱，还是要东西？”选了“退钱”",
        ),
        (AnyOf((NEARLY_ALL, Equals("wish", ("refund",)))), ""),
    ],
)
def test_on_paper_a_question_says_in_words_when_it_is_asked(condition, words):
    assert pages.in_words(condition) == words


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if isinstance(rule, ClaimRule) or rule.route == "scam"])
def test_every_rule_that_grants_a_text_shows_it(rule):
    letters = {r.id: found for r, found in library.sample_letters()}[rule]
    assert letters and rule in blanks()
    for letter in letters:
        assert "【请填写：" in letter.text
        assert "2026" not in letter.text, "a blank template carries no day of its own"
