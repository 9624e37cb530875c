"""From the conclusion to one question and back to where one was; what cannot be read stands out on the list of answers."""

from playwright.sync_api import Page, expect

from checker.ask.questions import BY_ID
from tests.browser.steps import CLAIM, go_on, open_check, ready, to_result, walk, write


def change(page: Page, label: str) -> None:
    """To the question, from the answers below the conclusion."""
    if not page.locator("#answers").evaluate("fold => fold.open"):
        page.locator("#answers > summary").click()
    page.locator("#answers .answer", has_text=label).get_by_role("link").click()


def test_a_detour_from_the_conclusion_comes_back_to_where_it_began(page, site):
    to_result(page, site, CLAIM, "可以主张")
    change(page, BY_ID["refused_on"].label)
    expect(page.locator("#refused_on")).to_be_visible()
    write(page.locator("#refused_on"), "11-21")
    go_on(page)
    expect(page.locator(".checker")).to_have_attribute("data-view", "result")
    expect(page.locator("#answers > summary")).to_be_focused()
    assert page.url.endswith("#/result")
    assert page.locator("#answers > summary").evaluate(
        "each => each.getBoundingClientRect().top >= document.querySelector('.md-header').getBoundingClientRect().bottom"
    )
    expect(page.locator("#answers .answer", has_text=BY_ID["refused_on"].label)).to_contain_text("11-21")


def test_what_cannot_be_read_is_marked_on_the_list_of_answers(page, site):
    open_check(page, site)
    walk(page, CLAIM)
    ready(page)
    page.locator(".topic .answers a[href='#/sums']").first.click()
    write(page.locator("#paid_amount"), "很多")
    page.evaluate("location.hash = '#/truth'")
    row = page.locator(".topic .answer", has_text=BY_ID["paid_amount"].label)
    expect(row.locator(".error")).to_contain_text(BY_ID["paid_amount"].error)
    row.get_by_role("link").click()
    write(page.locator("#paid_amount"), "１２８．５０")
    page.keyboard.press("Tab")
    expect(page.locator("#paid_amount")).to_have_value("128.50")
    go_on(page)
    expect(row).to_contain_text("128.50")
    expect(row.locator(".error")).to_have_count(0)
