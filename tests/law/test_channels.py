"""Every channel says what a reader needs before going there, and cites only what the tables have."""

import re

import pytest

from checker.ask.questions import QUESTIONS
from checker.law import statutes
from checker.law.channels import Channel, channels, checked_on
from checker.law.thresholds import threshold
from checker.publish import links
from tests.every_page import every_page

ROWS = pytest.mark.parametrize("row", channels().values(), ids=lambda row: row.id)


@ROWS
def test_a_channel_says_what_a_reader_needs(row: Channel):
    assert row.name and row.title and row.entry and row.takes and row.needs and row.can and row.cannot and row.confidence
    assert row.limits or row.how_long, "how long it takes, or that no time is known"
    assert row.checked_on >= checked_on()


@ROWS
def test_a_channel_cites_what_the_tables_have(row: Channel):
    for id in row.articles:
        statutes.article(id)
    for id in row.limits:
        threshold(id)


@ROWS
def test_texts_are_phrases_that_the_page_ends(row: Channel):
    for text in (row.entry, row.takes, row.can, row.cannot, row.confidence, row.how_long or "", *row.needs):
        assert not re.search(r"[。；！]$", text), text
        assert "您" not in text and "保证" not in text


def test_places_on_the_page_are_distinct():
    places = [row.order for row in channels().values() if row.group]
    assert len(set(places)) == len(places) and 0 not in places


def test_every_way_of_paying_has_a_channel():
    paid_by = next(question for question in QUESTIONS if question.id == "channel")
    assert {option.value for option in paid_by.options} - {"not_paid"} <= set(channels())


def test_nobody_but_a_court_can_order_a_refund():
    for id in ("wechat", "alipay", "card", "unknown"):
        assert "替商家决定退款" in channels()[id].cannot
    for id in ("12315", "consumers_association", "12345"):
        assert "强制退款" in channels()[id].cannot
    assert "退款" in channels()["cyber_reports"].cannot
    assert "法律效力" in channels()["media"].cannot


def test_the_page_has_a_section_for_every_channel_with_a_place():
    made = every_page()
    for row in channels().values():
        if row.group:
            path, _, anchor = links.of_channel(row.id).partition("#")
            assert f"({path}#{anchor}){{#{anchor} .moved}}" in made["channels.md"], "where old addresses lead"
            part = made[path][made[path].index(f"## {row.title} {{#{anchor}}}") :]
            for words in (row.takes, row.cannot, row.entry, row.checked_on.isoformat(), *row.needs):
                assert words in part.partition("</dl>")[0], (row.id, words)


def test_the_page_sends_nobody_to_several_places_at_once():
    text = every_page()["channels.md"]
    assert f"({links.of_article('tsjb-16')})" in text[: text.index("{#complaint-or-report}")]
    assert "换不来退款" in text
