"""“这里不对？”: where it stands, and what it sends."""

from urllib.parse import parse_qs, urlsplit

import pytest

from checker.publish import report
from checker.rules import RULES, RULES_VERSION

RULE = RULES[0].id.replace("_", "-")
PAGE = f"""<article><h1 id="x">页</h1><p>a</p><h2 id="group">组</h2>
<h3 id="{RULE}">一 &amp; 二<a class="headerlink" href="#">¶</a></h3><p>b</p><h4 id="more">c</h4><p>d</p>
<h3 id="other">e</h3><p>f</p><h3 id="mfd-188">条</h3><p>g</p><!--related--></article>"""


def sent(address: str) -> dict[str, str]:
    """What a program for letters or a form gets."""
    query = parse_qs(urlsplit(report.filled(address, "申诉 & 别的", "templates/#kind-appeal")).query, strict_parsing=True)
    assert all(len(values) == 1 for values in query.values())
    return {name: values[0] for name, values in query.items()}


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("mailto:law@site.example", "subject"),
        ("https://github.com/a/b/issues/new", "title"),
        ("https://gitee.com/a/b/issues/new?x=1", "title"),
    ],
)
def test_a_letter_or_an_issue_says_what_it_is_about_and_which_version(address, title):
    got = sent(address)
    assert got.pop("x", None) == ("1" if "?" in address else None)
    assert set(got) == {title, "body"} and got[title] == "这里不对：申诉 & 别的"
    for part in ("申诉 & 别的", "templates/#kind-appeal", RULES_VERSION, "请不要写"):
        assert part in got["body"]
    assert report.filled(address, "a", "b").startswith(address.partition("?")[0])


def test_a_subject_of_its_own_gives_way_and_other_fields_stay():
    got = sent("mailto:law@site.example?subject=old&cc=b%40c.example")
    assert got["cc"] == "b@c.example" and "old" not in got["subject"]


def test_spaces_and_lines_come_through_in_a_letter():
    address = report.filled("mailto:a@b.example", "a b", "c")
    assert "+" not in address and "%20" in address and "%0D%0A" in address


def test_it_stands_at_the_end_of_each_rule_article_and_text_and_nowhere_else():
    text = report.added(PAGE, "rules/", "mailto:a@b.example")
    assert text.count('class="wrong"') == 2
    before, _, after = text.partition('<p class="wrong">')
    assert before.endswith("<p>d</p>\n") and after.partition("</p>\n")[2].startswith('<h3 id="other">')
    assert 'aria-label="这里不对？一 &amp; 二"' in text and f"rules%2F%23{RULE}" in text
    assert text.index("g</p>") < text.rindex('class="wrong"') < text.index("<!--related-->")


def test_a_page_of_its_own_has_it_at_its_end():
    text = report.added(
        f'<article><h1 id="{RULE}">一</h1><h2 id="b">c</h2><p>d</p></article><footer></footer>', "x/", "https://a.example/issues/new"
    )
    assert text.count('class="wrong"') == 1 and text.index("d</p>") < text.index('class="wrong"') < text.index("</article>")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "someone"])
def test_with_nobody_to_write_to_there_is_none(address):
    assert report.added(PAGE, "rules/", address) == PAGE and report.pattern(address) == ""


def test_scripts_find_the_places_that_they_fill_in():
    assert report.pattern("mailto:a@b.example").count("%7Btitle%7D") == 2 and "%7Bwhere%7D" in report.pattern("mailto:a@b.example")
