"""The generated pages are what the sources give, and `--check` says so."""

import pytest

from checker.ask.question import AllOf, AnyOf, Equals
from checker.ask.questions import BY_ID
from checker.kit import ClaimRule
from checker.law import statutes
from checker.publish import pages
from checker.publish.__main__ import main
from checker.publish.stories import blanks
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS


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
    letters = {r.id: found for r, found in pages.sample_letters()}[rule]
    assert letters and rule in blanks()
    for letter in letters:
        assert "【请填写：" in letter.text
        assert "2026" not in letter.text, "a blank template carries no day of its own"
