import re
from datetime import date
from pathlib import Path

import pytest

from checker.errors import DataNotCovered, UnknownArticle
from checker.kit import ClaimRule, StopRule
from checker.law import statutes
from checker.law.channels import channel
from checker.law.thresholds import threshold, thresholds
from checker.rules import RULES, SUPPORTS
from checker.write.render import chinese_date

FOLDER = Path(__file__).parents[2] / "docs"
DOCS = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.md"))}


def test_an_article_is_asked_for_by_date():
    assert statutes.article("tsjb-23", date(2026, 4, 15)).law.short == "市场监督管理投诉举报处理办法"
    with pytest.raises(DataNotCovered):
        statutes.article("tsjb-23", date(2026, 4, 14))
    with pytest.raises(DataNotCovered):
        statutes.article("tsjb2019-21", date(2026, 4, 15))
    with pytest.raises(UnknownArticle):
        statutes.article("xfz-999")


def test_citable_leaves_out_what_does_not_fit():
    ids = ("xfz-24", "dsf-20", "mfd-577", "tsjb-15")
    day = date(2026, 3, 1)
    assert [a.id for a in statutes.citable(ids, day=day, consumer=True, content=False)] == ["xfz-24", "dsf-20", "mfd-577"]
    assert [a.id for a in statutes.citable(ids, day=day, consumer=False, content=False)] == ["dsf-20", "mfd-577"]
    assert [a.id for a in statutes.citable(ids, day=day, consumer=False, content=True)] == ["mfd-577"]


def test_citation_names_each_law_once():
    found = [statutes.article(id) for id in ("mfd-563", "mfd-577", "dsf-20")]
    assert statutes.citation(found) == "《民法典》第五百六十三条、第五百七十七条；《电子商务法》第二十条"


def test_every_article_has_a_summary_and_every_law_an_article():
    for article in statutes.articles().values():
        assert article.summary.endswith("。"), article.id
        assert article.law.url.startswith("https://"), article.id
    assert {a.law.id for a in statutes.articles().values()} == set(statutes.laws())


def test_no_page_says_from_when_a_text_is_in_force_that_was_not_found_out():
    """Some measures were compared in an amended text, of which only the first version's day is known, or their date was read nowhere."""
    unsure = [law for law in statutes.laws().values() if not law.start_known]
    assert {law.id for law in unsure} == {"qrbf", "wjb", "htjg", "qhcf", "cfcx", "mmbj", "tsjb2019"}
    for law in unsure:
        (said,) = re.findall(r"(?m)^# .*\n+(.*)$", DOCS[f"law/{law.id}.md"])
        assert chinese_date(law.start).strip() not in said and "没有核实" in said, law.id
        for name, text in DOCS.items():
            assert not re.search(rf"{law.start.year} 年[^。\n]*{law.short}|{law.short}[^。\n]*{law.start.year} 年", text), (name, law.id)


def test_no_paragraph_is_named_where_the_stored_text_has_lost_them():
    for name, text in DOCS.items():
        assert not re.search(r"(投诉举报处理|网络交易监督管理)[^。\n]*第[一二三四五六]款", text), name
    for id, article in statutes.articles().items():
        if article.law.id in ("tsjb", "tsjb2019", "wjb"):
            assert not re.search(r"第[一二三四五六]款|(前|这|那)一?款", article.summary), id


def test_every_threshold_says_who_and_where():
    for row in thresholds().values():
        assert row.title and row.source and row.value > 0
        assert (row.basis == "statute") == (row.article is not None), row.id
        if row.article:
            statutes.article(row.article)
    with pytest.raises(DataNotCovered):
        threshold("nothing")


def test_every_channel_says_what_it_cannot_do():
    for id in ("wechat", "alipay", "card", "balance", "transfer", "unknown", "12315", "police"):
        row = channel(id)
        assert row.name and row.entry and row.can and row.cannot and row.confidence
    with pytest.raises(DataNotCovered):
        channel("checked_on")


def test_every_article_that_a_text_can_cite_has_one_line_for_it():
    """What a text says of an article is a row of the table, and no summary of several sentences."""
    cited = {id for rule in (*RULES, *SUPPORTS) for id in rule.articles if not isinstance(rule, StopRule)}
    cited |= {id for rule in RULES if isinstance(rule, ClaimRule) and rule.defendant for id in rule.defendant.basis}
    assert not [id for id in sorted(cited | {"dsf-38", "dsf-61", "dsf-62", "xfz-44", "mss-225"}) if not statutes.article(id).in_letter]
