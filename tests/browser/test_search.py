"""The search finds what readers type: words of their stories, none of them a heading of the site."""

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, SITE

DOCS = Path(__file__).parents[2] / "docs"
QUERIES = {
    typed: tuple(row["about"])
    for row in tomllib.loads(Path(__file__).with_name("search_queries.toml").read_text(encoding="utf-8"))["query"]
    for typed in row["typed"]
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
        """Where the first three pages and their sections lead. Emptied in between, so that no query is taken for the one before."""
        page.locator(".md-search__input").select_text()
        page.keyboard.press("Delete")
        expect(page.locator(".md-search-result__item")).to_have_count(0)
        page.keyboard.insert_text(query)
        expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("结果"))
        return found(page, site)

    return results


PAGES = 3


def found(page: Page, site: str) -> list[str]:
    """The addresses of the first pages found and of their sections, without what is marked in them."""
    links = page.locator(".md-search-result__item").evaluate_all(
        "(items, pages) => items.slice(0, pages).flatMap(item => [...item.querySelectorAll('.md-search-result__link')].map(link => link.href))",
        PAGES,
    )
    return [re.sub(r"\?[^#]*", "", link).removeprefix(site) for link in links]


def leads_to(link: str, about: str) -> bool:
    """Whether a result is about this: that page where a slash ends it, else a section or a page of that name in whatever folder."""
    return link.split("#")[0] == about if about.endswith("/") else about in re.split(r"[/#]", link)[1:]


def test_no_query_is_a_heading():
    headings = {
        re.sub(r"\s*\{#.*", "", line).lstrip("# ")
        for path in DOCS.rglob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    }
    assert len(QUERIES) >= 60 and headings
    assert not headings & set(QUERIES)


def test_readers_words_lead_to_the_page(search):
    led = {query: search(query) for query in QUERIES}
    assert {
        query: links for query, links in led.items() if not any(leads_to(link, about) for link in links for about in QUERIES[query])
    } == {}


OF_THE_SEARCH = ("search_index", "/workers/", "/searching/", "words.txt")


def test_a_page_brings_nothing_of_the_search_until_it_is_opened(open_context, site, served):
    page = open_context(PHONE)[0].new_page()
    page.goto(f"{site}process/")
    page.wait_for_load_state("networkidle")
    assert [path for path in served if any(part in path for part in OF_THE_SEARCH)] == []
    page.locator("label[for=__search]").first.click()
    # Whoever is quicker than the index is answered when it has come.
    page.keyboard.insert_text("退钱")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.locator(".md-search-result__link[href*='#']").first.click()
    expect(page.locator("mark").first).to_be_attached()


@pytest.mark.parametrize(("address", "about"), [("no/such/卡蜜用过.html", "unusable"), ("a/b/c/minor-payment/", "minor-payment")])
def test_an_address_that_leads_nowhere_is_searched_for(open_context, site, address, about):
    page = open_context(PHONE)[0].new_page()
    page.route(
        "**/*",
        lambda route: route.fulfill(path=SITE / "404.html", status=404) if route.request.is_navigation_request() else route.continue_(),
    )
    page.goto(f"{site}{address}")
    expect(page.locator("p.asked code")).to_have_text(f"/{address}")
    page.get_by_role("search", name="在本站里找").get_by_role("button", name="搜索").click()
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert any(leads_to(link, about) for link in found(page, site))


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
    expect(open_search).to_have_url(re.compile(r"/\?h="))
