"""The search finds what readers type: words of their stories, none of them a heading of the site."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE

DOCS = Path(__file__).parents[2] / "docs"
QUERIES = {
    "退钱": "rules/",
    "没到账": "rules/arrival/#not-delivered",
    "不发货": "rules/arrival/#not-delivered",
    "卡密用过": "rules/quality/#unusable",
    "激活不了": "rules/quality/#unusable",
    "充不进去": "rules/quality/#unusable",
    "客服不理": "rules/after-refusal/",
    "被拉黑": "rules/stop/#scam",
    "解冻费": "rules/stop/#scam",
    "跑路": "rules/stop/#scam",
    "到账慢": "rules/arrival/#late-delivery",
    "面值不对": "rules/quality/#wrong-goods",
    "发错了": "rules/quality/#wrong-goods",
    "掉会员": "rules/afterwards/#stopped-early",
    "封号": "rules/afterwards/#stopped-early",
    "手滑": "rules/slip/#mis-order",
    "充错号": "rules/slip/#mis-order",
    "反悔": "rules/regret/#change-of-mind",
    "七天无理由": "rules/regret/#change-of-mind",
    "过期": "rules/regret/#expired-unused",
    "熊孩子": "rules/payer/#minor-payment",
    "小孩付款": "rules/payer/#minor-payment",
    "盗刷": "rules/stop/#unauthorised-payment",
    "说退没退": "rules/agreement/#refund-agreed",
    "外挂": "rules/stop/#unlawful-goods",
    "补截图": "rules/platform/#platform-proof",
    "手续费": "rules/agreement/#refund-fee",
    "概不退换": "rules/",
    "曝光": "templates/",
    "起诉要多少钱": "channels/court/",
}


@pytest.fixture
def open_search(open_context, site) -> Page:
    """A page on a phone, with the search open and waiting for words."""
    page = open_context(PHONE, permissions=["clipboard-read", "clipboard-write"])[0].new_page()
    page.goto(site)
    page.locator("label[for=__search]").first.click()
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator(".md-search-result__meta")).to_have_text("键入以开始搜索")
    return page


@pytest.fixture
def search(open_search, site):
    page = open_search

    def results(query: str) -> list[str]:
        """Where the first three pages lead, and what they have of it, best first. Emptied in between, so that no query is taken for the one before."""
        page.locator(".md-search__input").select_text()
        page.keyboard.press("Delete")
        expect(page.locator(".md-search-result__item")).to_have_count(0)
        page.keyboard.insert_text(query)
        expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("结果"))
        first = page.locator(".md-search-result__item:nth-child(-n + 3) .md-search-result__link")
        links = first.evaluate_all("links => links.map(link => link.href)")
        return [re.sub(r"\?[^#]*", "", link).removeprefix(site) for link in links]

    return results


def test_no_query_is_a_heading():
    headings = {
        re.sub(r"\s*\{#.*", "", line).lstrip("# ")
        for path in DOCS.rglob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    }
    assert len(QUERIES) >= 25 and headings
    assert not headings & set(QUERIES)


def test_readers_words_lead_to_the_page(search):
    found = {query: search(query) for query in QUERIES}
    assert {query: links for query, links in found.items() if not any(link.startswith(QUERIES[query]) for link in links)} == {}


def insert(page: Page, words: str) -> None:
    """As speech, handwriting and many phone keyboards do: text comes, and no key."""
    page.keyboard.insert_text(words)


def paste(page: Page, words: str) -> None:
    """From a menu: a command to the field, and no key that is let go."""
    page.evaluate("words => navigator.clipboard.writeText(words)", words)
    page.context.new_cdp_session(page).send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "commands": ["paste"]})


def compose(page: Page, words: str) -> None:
    """Letters first, then the word that was chosen from the candidates for them."""
    session = page.context.new_cdp_session(page)
    for letters in ("t", "tui", "tui qian"):
        session.send("Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
    session.send("Input.insertText", {"text": words})


@pytest.mark.parametrize("bring", [insert, paste, compose])
def test_words_that_come_without_a_key_are_searched_for(open_search, bring):
    bring(open_search, "退钱")
    expect(open_search.locator(".md-search__input")).to_have_value("退钱")
    expect(open_search.locator(".md-search-result__meta")).to_have_text(re.compile("结果"))
    expect(open_search.locator(".md-search-result__link").first).to_be_visible()


def test_a_composition_that_ends_with_nothing_new_is_searched_for(open_search):
    """Some keyboards change the field while they compose and say so only at the end."""
    open_search.locator(".md-search__input").evaluate(
        "field => { field.value = '退钱'; field.dispatchEvent(new CompositionEvent('compositionend', { data: '退钱', bubbles: true })); }",
    )
    expect(open_search.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "ArrowDown", "Escape"])
def test_a_key_that_chooses_among_candidates_does_nothing_else(open_search, key):
    open_search.keyboard.insert_text("退钱")
    expect(open_search.locator(".md-search-result__link").first).to_be_visible()
    at = open_search.url
    open_search.locator(".md-search__input").evaluate(
        "(field, key) => field.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }))",
        key,
    )
    expect(open_search.locator(".md-search__input")).to_be_focused()
    expect(open_search.locator(".md-search-result__link").first).to_be_visible()
    assert open_search.url == at


def test_the_keys_still_do_what_they_did(open_search):
    open_search.keyboard.insert_text("退钱")
    expect(open_search.locator(".md-search-result__link").first).to_be_visible()
    open_search.keyboard.press("Enter")
    expect(open_search).to_have_url(re.compile(r"rules/.*#"))
