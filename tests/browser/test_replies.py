"""What came back: every reply stays with its day and in its order, and each can be taken back, the last one first."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, with_clock
from tests.browser.steps import CLAIM, answer, conclude, go_on, moved_from, overflow, to_result
from tests.browser.test_keeping import agree, saved
from tests.browser.test_kept_and_not import in_view

WAITING = CLAIM | {"stage": "asked_waiting", "elsewhere": "none"}
DAY = "2026 年 11 月 24 日"


def came_back(page: Page, reply: str) -> None:
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    page.locator("form.reply").get_by_text(reply, exact=True).click()
    page.locator("form.reply button[type=submit]").click()


def history(page: Page) -> list[str]:
    expect(page.locator(".checker")).to_have_attribute("data-view", "result")
    return page.locator(".history li").all_inner_texts()


def take_back(page: Page) -> None:
    """From the history, where it is said what was taken back."""
    last = page.locator(".history li").last.inner_text()
    page.get_by_role("button", name="点错了").locator("visible=true").click()
    expect(page.locator(".confirmed p")).to_have_text(f"撤销了，没有记“{last}”。")
    expect(page.locator(".confirmed p")).to_be_focused()


def noted(page: Page, words: str) -> None:
    """It is said what was noted and of which day, in view and with the focus, and the way back stands beside it."""
    line = page.locator(".confirmed")
    expect(line.locator("[role=status]")).to_have_text(f"记下了，{DAY}{words}。")
    expect(line.locator("[role=status]")).to_be_focused()
    expect(line.get_by_role("button", name="撤销")).to_be_visible()
    assert in_view(page, ".confirmed")


def through_refusal(page: Page, *, elsewhere: str = "") -> None:
    """The questions that a refusal leads to, up to the conclusion; with `elsewhere`, that one is asked for the first time."""
    expect(page.locator("#topic-since")).to_be_focused()
    page.get_by_role("button", name="今天：哪一天被拒绝的？").click()
    if elsewhere:
        answer(page, "elsewhere", elsewhere)
    go_on(page)
    moved_from(page, "since")
    answer(page, "truthful", "yes")
    conclude(page, "可以主张")


def test_replies_of_one_day_all_stay_between_what_was_sent(page, site):
    to_result(page, site, CLAIM | {"stage": "not_asked"}, "可以主张")
    page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
    noted(page, "发出：退款申请")
    came_back(page, "没有回复")
    # Who waits is asked how long the answer was to take.
    expect(page.locator("#topic-since")).to_be_focused()
    go_on(page)
    moved_from(page, "since")
    conclude(page, "可以主张")
    came_back(page, "拒绝了")
    through_refusal(page, elsewhere="none")
    page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
    expected = [f"{DAY}发出：退款申请", f"{DAY}对方：没有回复", f"{DAY}对方：拒绝了", f"{DAY}发出：申诉"]
    expect(page.locator(".history li")).to_have_text(expected)
    assert overflow(page) == 0


def test_what_was_sent_is_noted_beside_its_text_and_taken_back_there(page, site):
    to_result(page, site, CLAIM | {"stage": "not_asked"}, "可以主张")
    letter = page.locator(".letter").first
    letter.get_by_role("button", name="我今天发出去了").click()
    noted(page, "发出：退款申请")
    expect(letter.locator(".confirmed")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="撤销", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(letter.locator(".confirmed p")).to_have_text(f"撤销了，没有记“{DAY}发出：退款申请”。")
    expect(letter.locator(".confirmed p")).to_be_focused()
    expect(page.locator(".history li")).to_have_count(0)
    # A text that is not offered any more once it was sent is noted all the same, and so is what came back.
    came_back(page, "没有回复")
    expect(page.locator("#topic-since")).to_be_focused()


def test_each_is_taken_back_the_last_first_also_by_a_later_visit(page, site):
    to_result(page, site, WAITING, "可以主张")
    agree(page, personal=True)
    came_back(page, "没有回复")
    noted(page, "对方：没有回复")
    came_back(page, "拒绝了")
    through_refusal(page)
    saved(page)
    page.reload()
    page.locator(".banner").get_by_role("button", name="继续").click()
    expect(page.locator(".history li")).to_have_text([f"{DAY}对方：没有回复", f"{DAY}对方：拒绝了"])
    take_back(page)
    assert history(page) == [f"{DAY}对方：没有回复"]
    expect(page.locator("[name=stage][value=asked_waiting]")).to_be_checked()
    take_back(page)
    assert history(page) == []
    expect(page.get_by_role("button", name="点错了")).to_have_count(0)


def test_a_wrong_reply_is_taken_back_before_its_questions_are_answered(page, site):
    to_result(page, site, WAITING, "可以主张")
    letter = page.locator(".letter textarea").first.input_value()
    came_back(page, "拒绝了")
    expect(page.locator("#topic-since")).to_be_focused()
    expect(page.locator(".noted")).to_contain_text(f"记下了，{DAY}对方：拒绝了。")
    assert in_view(page, ".noted") and in_view(page, "#topic-since")
    page.get_by_role("button", name="点错了，撤销").locator("visible=true").click()
    expect(page.locator(".result h2").first).to_be_focused()
    assert history(page) == []
    assert page.locator(".letter textarea").first.input_value() == letter
    expect(page.locator(".noted")).to_be_hidden()


def test_what_was_put_right_meanwhile_stays_when_a_reply_is_taken_back(page, site):
    to_result(page, site, WAITING, "可以主张")
    came_back(page, "要我再补材料")
    expect(page.locator("#topic-truth")).to_be_focused()
    page.locator(".topic .answers a[href='#/sums']").first.click()
    page.locator("#paid_amount").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("88")
    go_on(page)
    moved_from(page, "sums")
    answer(page, "truthful", "yes")
    conclude(page, "可以主张")
    take_back(page)
    expect(page.locator("[name=stage][value=asked_waiting]")).to_be_checked()
    assert "88 元" in page.locator(".letter textarea").first.input_value()


@pytest.mark.parametrize("width", [320, 390])
def test_the_line_above_the_questions_fits(open_context, site, width):
    page = with_clock(open_context(PHONE | {"width": width})[0].new_page())
    to_result(page, site, WAITING, "可以主张")
    came_back(page, "只答应退一部分，钱没到")
    expect(page.locator(".noted")).to_be_visible()
    assert overflow(page) == 0
