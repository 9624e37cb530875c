"""The course of events on the conclusion: added to, moved, left out and dated on a phone, and every text follows."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, conclude, go_on, moved_from, to_result, write

REFUSED = CLAIM | {
    "goods_used": "untouched",
    "stage": "refused",
    "refusal_ground": ["used"],
    "refused_by": "shop",
    "refused_on": "2026-11-22",
    "seller_kind": "shop",
    "seller_identity": "known",
    "money_held": "unknown",
    "elsewhere": "none",
}


@pytest.fixture
def page(open_context) -> Page:
    context, _ = open_context(has_touch=True, is_mobile=True)
    return with_clock(context.new_page())


@pytest.fixture
def course(page, site) -> Locator:
    to_result(page, site, REFUSED, "可以主张", names={})
    fold = page.locator("details.course")
    fold.locator("> summary").tap()
    return fold


def facts(page: Page) -> list[str]:
    text = page.locator(".letter textarea").first.input_value()
    return text.partition("一、事实\n")[2].partition("\n\n二、")[0].split("\n")


def add(course: Locator, when: str, what: str) -> None:
    write(course.locator("[name=when]"), when)
    write(course.locator("[name=what]"), what)
    course.get_by_role("button", name="加进去").tap()


def test_a_line_that_is_added_stands_in_the_text_where_its_day_says(page, course):
    before = facts(page)
    add(course, "昨天", "客服说“请联系店铺”")
    expect(course.locator(".said")).to_contain_text("加进去了")
    expect(course.locator(".said")).to_be_focused()
    expect(course.locator("li", has_text="客服说“请联系店铺”")).to_contain_text("你写的")
    assert any("2026 年 11 月 23 日，客服说“请联系店铺”。" in line for line in facts(page))
    assert len(facts(page)) == len(before) + 1
    expect(course.locator("[name=what]")).to_have_value("")


def test_what_cannot_be_taken_says_why_and_nothing_typed_is_lost(page, course):
    add(course, "明天", "客服会答复")
    expect(course.locator(".error")).to_contain_text("时间")
    expect(course.locator("[name=when]")).to_be_focused()
    expect(course.locator("[name=what]")).to_have_value("客服会答复")
    page.reload()
    again = page.locator("details.course")
    expect(again.locator("[name=what]")).to_have_value("客服会答复")
    expect(again).to_have_attribute("open", "")


def test_a_line_is_changed_and_taken_out_again(page, course):
    add(course, "", "问过三次")
    line = course.locator("li", has_text="问过三次")
    line.get_by_role("button", name="改：").tap()
    write(course.locator("[name=what]"), "问过两次")
    course.get_by_role("button", name="改好了").tap()
    expect(course.locator("li", has_text="问过两次")).to_be_visible()
    assert any("问过两次。" in line for line in facts(page)) and not any("三次" in line for line in facts(page))
    course.locator("li", has_text="问过两次").get_by_role("button", name="删掉").tap()
    expect(course.locator("li", has_text="问过两次")).to_have_count(0)
    assert not any("问过" in line for line in facts(page))


def test_a_line_from_the_answers_is_left_out_moved_and_dated(page, course):
    tried = course.locator("li", has_text="卡密没有使用过")
    tried.get_by_role("button", name="不写这条").tap()
    expect(course.locator("li.struck", has_text="卡密没有使用过")).to_contain_text("不写进文本")
    assert not any("卡密没有使用过" in line for line in facts(page))
    course.locator("li.struck").get_by_role("button", name="写回去").tap()
    expect(course.locator("li.struck")).to_have_count(0)
    course.locator("li", has_text="卡密没有使用过").get_by_role("button", name="上移").tap()
    expect(course.locator("li").nth(1)).to_contain_text("卡密没有使用过")
    assert "卡密没有使用过" in facts(page)[1]
    asked = course.locator("li", has_text="提出退款")
    asked.get_by_role("button", name="补日期").tap()
    expect(course.locator("[name=when]")).to_be_focused()
    write(course.locator("[name=when]"), "2026-11-21")
    course.get_by_role("button", name="改好了").tap()
    expect(course.locator("li", has_text="2026 年 11 月 21 日，本人提出退款")).to_be_visible()
    assert any("2026 年 11 月 21 日，本人提出退款。" in line for line in facts(page))


def test_what_a_claim_rests_on_leads_to_its_answer(page, course):
    course.locator("li", has_text="不能正常使用").get_by_role("button", name="改答案").tap()
    expect(page.locator("[data-question=problem]")).to_be_visible()
    go_on(page)
    moved_from(page, "problem")
    conclude(page, "可以主张")


def test_a_line_that_says_otherwise_than_the_answers_is_told_so(page, course):
    add(course, "", "钱已经全部退到账了")
    expect(course.locator(".remark")).to_contain_text("答案不是这样")


def test_another_conclusion_keeps_the_lines(page, course):
    add(course, "昨天", "客服说“请联系店铺”")
    expect(course.locator(".said")).to_contain_text("加进去了")
    page.reload()
    expect(page.locator("details.course summary")).to_contain_text("你写的 1 条")
    assert any("客服说“请联系店铺”。" in line for line in facts(page))
