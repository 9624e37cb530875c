"""The search finds what readers type: words of their stories, none of them a heading of the site."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

DOCS = Path(__file__).parents[2] / "docs"
QUERIES = {
    "退钱": "rules/",
    "没到账": "rules/#not-delivered",
    "不发货": "rules/#not-delivered",
    "卡密用过": "rules/#unusable",
    "激活不了": "rules/#unusable",
    "充不进去": "rules/#unusable",
    "客服不理": "rules/#after-refusal",
    "被拉黑": "rules/#scam",
    "解冻费": "rules/#scam",
    "跑路": "rules/#scam",
    "到账慢": "rules/#late-delivery",
    "面值不对": "rules/#wrong-goods",
    "发错了": "rules/#wrong-goods",
    "掉会员": "rules/#stopped-early",
    "封号": "rules/#stopped-early",
    "手滑": "rules/#mis-order",
    "充错号": "rules/#mis-order",
    "反悔": "rules/#change-of-mind",
    "七天无理由": "rules/#change-of-mind",
    "过期": "rules/#expired-unused",
    "熊孩子": "rules/#minor-payment",
    "小孩付款": "rules/#minor-payment",
    "盗刷": "rules/#unauthorised-payment",
    "说退没退": "rules/#refund-agreed",
    "外挂": "rules/#unlawful-goods",
    "补截图": "rules/#platform-proof",
    "手续费": "rules/#money-back",
    "概不退换": "rules/",
    "曝光": "templates/",
    "起诉要多少钱": "channels/#court",
}


@pytest.fixture
def search(open_context, site):
    page = open_context(PHONE)[0].new_page()
    page.goto(site)
    page.locator("label[for=__search]").first.click()

    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")

    def type_in(words: str):
        # The theme listens to keys, not to what they change.
        field.fill(words)
        field.press("End")

    def results(query: str) -> list[str]:
        """Where the results lead, best first. Emptied in between, so that no query is taken for the one before."""
        type_in("")
        expect(page.locator(".md-search-result__item")).to_have_count(0)
        type_in(query)
        expect(meta).to_have_text(re.compile("结果"))
        links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.href)")
        return [re.sub(r"\?[^#]*", "", link).removeprefix(site) for link in links]

    return results


def test_no_query_is_a_heading():
    headings = {
        re.sub(r"\s*\{#.*", "", line).lstrip("# ")
        for path in DOCS.glob("*.md") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")
    }
    assert len(QUERIES) >= 25 and headings
    assert not headings & set(QUERIES)


def test_readers_words_lead_to_the_page(search):
    found = {query: search(query)[:3] for query in QUERIES}
    assert {query: links for query, links in found.items() if not any(link.startswith(QUERIES[query]) for link in links)} == {}
