"""What is kept and what is not is said where it is seen, and nothing that is kept nowhere goes without the browser asking."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, with_clock
from tests.browser.steps import CLAIM, answer, fill_topic, go_on, moved_from, open_check, overflow, to_result, turn_to, walk
from tests.browser.test_keeping import KEYS, agree, saved

MINE = "我补的一句话"
STORED = "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('anxinmai.')).sort())"


def leaving_asks(page: Page) -> bool:
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.reload()
    return asked == ["beforeunload"]


def add_to_the_letter(page: Page, words: str = MINE) -> None:
    """Into the first text, at its end, as one types."""
    area = page.locator(".letter textarea").first
    area.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    expect(area).to_have_value(re.compile(words))


def to_names(page: Page, site: str) -> None:
    """Where names are asked for, with the answers up to there."""
    open_check(page, site)
    walk(page, CLAIM, {})
    page.locator(".topic .answers a[href='#/numbers']").first.click()
    expect(page.locator("#order_no")).to_be_visible()


def type_name(page: Page, words: str = "A20261120") -> None:
    page.locator("#order_no").click()
    page.keyboard.type(words)


def in_view(page: Page, selector: str) -> bool:
    """Whether all of it is seen: inside the window, and nothing lies over its middle."""
    return page.locator(selector).evaluate("""place => {
        const box = place.getBoundingClientRect();
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && place.contains(over);
    }""")


def test_a_letter_that_is_not_kept_is_said_so_and_leaving_asks(page, site):
    to_result(page, site, CLAIM, "可以主张", names={})
    agree(page)
    saved(page)
    add_to_the_letter(page)
    bar = page.locator(".keeping > summary")
    expect(bar).to_contain_text("改过的文本没有保存")
    expect(bar).to_contain_text("答案已保存")
    expect(bar).not_to_contain_text("名称")
    expect(page.locator(".keeping .said")).to_contain_text("改过的文本没有保存，关掉这一页就没有了")
    assert MINE not in page.evaluate(STORED)
    assert leaving_asks(page)


def test_names_that_are_not_kept_are_said_so_and_leaving_asks(page, site):
    to_names(page, site)
    agree(page)
    saved(page)
    expect(page.locator(".keeping > summary")).not_to_contain_text("没有保存")
    type_name(page)
    expect(page.locator(".keeping > summary")).to_contain_text("名称、编号没有保存")
    assert leaving_asks(page)


def test_what_is_kept_whole_goes_without_a_question(page, site):
    to_names(page, site)
    agree(page, personal=True)
    type_name(page)
    page.wait_for_function("() => JSON.stringify(localStorage).includes('A20261120')")
    expect(page.locator(".keeping > summary")).not_to_contain_text("没有保存")
    assert not leaving_asks(page)


def test_what_was_typed_a_moment_ago_is_kept_and_not_asked_about(page, site):
    to_names(page, site)
    agree(page, personal=True)
    saved(page)
    type_name(page)
    assert not leaving_asks(page)
    assert "A20261120" in page.evaluate(STORED)


def test_what_was_taken_along_in_a_file_goes_without_a_question_until_it_changes(page, site):
    to_names(page, site)
    agree(page)
    type_name(page)
    expect(page.locator(".keeping > summary")).to_contain_text("名称、编号没有保存")
    with page.expect_download():
        page.get_by_role("button", name="下载案件文件").click()
    expect(page.locator(".keeping > summary")).not_to_contain_text("没有保存")
    page.locator("#order_no").click()
    page.keyboard.type("7")
    expect(page.locator(".keeping > summary")).to_contain_text("名称、编号没有保存")
    page.keyboard.press("Backspace")
    expect(page.locator(".keeping > summary")).not_to_contain_text("没有保存")
    assert not leaving_asks(page)


@pytest.mark.parametrize("switch", ["keep-personal", "keep-answers"])
def test_what_a_switch_took_from_the_device_is_not_called_kept(page, site, switch):
    to_names(page, site)
    type_name(page)
    agree(page, personal=True)
    saved(page)
    page.locator(f"label[for={switch}]").click()
    expect(page.locator(".keeping > summary")).to_contain_text("没有保存" if switch == "keep-personal" else "没有开启")
    assert "A20261120" not in page.evaluate(STORED)
    assert leaving_asks(page)


def test_a_name_without_an_answer_is_something_to_lose(page, site):
    open_check(page, site, "list")
    type_name(page)
    assert leaving_asks(page)


def test_no_room_for_names_is_said_where_one_types(open_context, site):
    page = with_clock(open_context(PHONE)[0].new_page())
    page.add_init_script("""
        const real = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key) {
            if (key.includes('.personal.')) throw new DOMException('no', 'QuotaExceededError');
            Reflect.apply(real, this, arguments);
        };""")
    to_names(page, site)
    agree(page, personal=True)
    type_name(page)
    notice = page.locator(".notice")
    expect(notice).to_contain_text("答案存上了。名称、编号和改过的文本没有存上")
    page.locator("#order_no").click()
    assert in_view(page, ".notice")
    with page.expect_download():
        notice.get_by_role("button", name="下载案件文件").click()
    expect(notice).to_contain_text("已交给浏览器下载")
    notice.get_by_role("button", name="知道了").click()
    expect(notice).to_be_hidden()
    assert not leaving_asks(page)


def two_tabs(context: BrowserContext, site: str, *, to: str = "use") -> tuple[Page, Page]:
    """A case that one tab has begun and kept, and another tab in which nothing is open yet."""
    one = with_clock(context.new_page())
    open_check(one, site)
    walk(one, CLAIM, {}, to=to)
    agree(one)
    saved(one)
    two = with_clock(context.new_page())
    open_check(two, site)
    return one, two


def open_there(two: Page) -> None:
    turn_to(two)
    two.locator(".banner").get_by_role("button", name="继续").click()
    expect(two.locator(".banner")).to_be_hidden()


def test_to_open_a_case_somewhere_else_changes_nothing(open_context, site):
    one, two = two_tabs(open_context()[0], site)
    before = one.evaluate(STORED)
    open_there(two)
    saved(two)
    assert one.evaluate(STORED) == before
    expect(one.locator(".notice")).to_be_hidden()
    # The first tab goes on, and what it says is kept.
    go_on(one)
    moved_from(one, "use")
    fill_topic(one, CLAIM)
    one.wait_for_function("() => JSON.stringify(localStorage).includes('already_used')")
    saved(one)
    expect(one.locator(".notice")).to_be_hidden()


def test_to_come_to_the_conclusion_somewhere_else_changes_nothing(open_context, site):
    """Nor does it on another day, when there is another day to look again."""
    context, _ = open_context()
    one, two = two_tabs(context, site, to="truth")
    two.clock.set_fixed_time("2026-11-27T10:00:00+08:00")
    two.reload()
    open_there(two)
    expect(two.locator(".result .level").first).to_be_visible()
    saved(two)
    two.wait_for_function(
        "() => Object.entries(localStorage).some(([key, text]) => key.includes('.case.') && JSON.parse(text).status.until > '2026-11-26')"
    )
    answer(one, "truthful", "unknown")
    one.wait_for_function(
        "() => Object.entries(localStorage).some(([key, text]) => key.includes('.case.') && JSON.parse(text).answers.truthful === 'unknown')"
    )
    expect(one.locator(".notice")).to_be_hidden()
    expect(two.locator(".notice")).to_contain_text("在另一个标签页里改过")


def test_a_page_that_has_become_old_says_so_before_one_types_there(open_context, site):
    one, two = two_tabs(open_context()[0], site)
    open_there(two)
    turn_to(two)
    two.evaluate("location.hash = '#/use'")
    answer(two, "goods_used", "redeemed")
    expect(one.locator(".notice")).to_contain_text("在另一个标签页里改过，这一页还是旧的")
    assert in_view(one, ".notice")
    assert not leaving_asks(one)


def test_a_conflict_is_said_where_one_types(open_context, site):
    context, _ = open_context(PHONE)
    one, two = with_clock(context.new_page()), with_clock(context.new_page())
    to_result(one, site, CLAIM, "可以主张")
    agree(one, personal=True)
    saved(one)
    open_check(two, site)
    open_there(two)
    expect(two.locator(".result .level").first).to_be_visible()
    add_to_the_letter(two)
    notice = one.locator(".notice")
    expect(notice).to_contain_text("在另一个标签页里改过")
    turn_to(one)
    add_to_the_letter(one, "另外一句话")
    expect(notice).to_contain_text("没有存上：这个案件在另一个标签页里也改了")
    assert in_view(one, ".notice") and overflow(one) == 0
    area = one.locator(".letter textarea").first
    expect(area).to_be_focused()
    # Typing goes on below it, and what is typed is not covered.
    one.keyboard.type("再一句")
    notice.get_by_role("button", name="另存成一件").click()
    expect(notice).to_be_hidden()
    expect(area).to_be_focused()
    saved(one)
    assert len([key for key in one.evaluate(KEYS) if ".case." in key]) == 2
    assert one.evaluate(STORED).count("再一句") == 1 and two.evaluate(STORED).count(MINE) == 1


def test_a_conflict_ends_with_this_page_s_words_if_the_reader_says_so(open_context, site):
    one, two = two_tabs(open_context()[0], site)
    open_there(two)
    turn_to(two)
    two.evaluate("location.hash = '#/use'")
    answer(two, "goods_used", "redeemed")
    answer(one, "goods_used", "unknown")
    one.locator(".notice").get_by_role("button", name="用这一页的").click()
    saved(one)
    turn_to(two)
    expect(two.locator(".notice")).to_contain_text("在另一个标签页里改过，这一页还是旧的")
    two.locator(".notice").get_by_role("button", name="换成那边的").click()
    expect(two.locator("[name=goods_used][value=unknown]")).to_be_checked()
    expect(two.locator(".notice")).to_be_hidden()


def test_a_case_deleted_somewhere_else_is_said_where_one_types_and_can_be_kept_again(open_context, site):
    one, two = two_tabs(open_context()[0], site)
    two.locator(".banner").get_by_role("button", name="删除").click()
    two.get_by_role("button", name="删除这一件").click()
    notice = one.locator(".notice")
    expect(notice).to_contain_text("在另一个标签页里删掉了")
    assert in_view(one, ".notice")
    turn_to(one)
    notice.get_by_role("button", name="再存一次").click()
    expect(notice).to_be_hidden()
    saved(one)
