"""Answers that are missing or cannot be read: all of them at once, each with a way to its field, and nothing lost."""

import re

import pytest
from playwright.sync_api import expect

from checker.ask.questions import BY_ID
from checker.publish.stories import complete
from tests.browser.steps import CLAIM, NAMES, answer, conclude, fill_topic, go_on, moved_from, open_check, ready, walk, write

RUNTIME = re.compile(r"/assets/runtime/.*\.wasm$")
PARTS = BY_ID["part_used"].topic
BAD_DAY, BAD_SUM = "付款日期在日历上找不到", "付款金额要写成数字，例如 100 或 99.50"


def page_says(place) -> list[str]:
    """The name of a group and what describes it: what is heard when it takes the focus."""
    return place.evaluate(
        "each => ['aria-labelledby', 'aria-describedby'].map(name => document.getElementById(each.getAttribute(name)).textContent)"
    )


def test_a_required_question_without_an_answer(any_page, site):
    open_check(any_page, site)
    go_on(any_page)
    summary = any_page.locator(".error-summary")
    expect(summary).to_be_focused()
    # It is heard by the focus; an alert would be heard besides.
    assert page_says(summary) == ["有问题需要处理", "选择买的是什么，不确定就选“不清楚属于哪一种”"]
    expect(any_page.locator("[data-question=goods][role=radiogroup]")).to_have_attribute("aria-invalid", "true")
    expect(summary.locator("h2")).to_have_text("有问题需要处理")
    expect(any_page).to_have_title("错误：买的是什么？ – 先看能不能退 – 安心买·放心退")
    message = "选择买的是什么，不确定就选“不清楚属于哪一种”"
    expect(any_page.locator("#goods-error")).to_have_text(f"错误：{message}")
    assert "goods-error" in any_page.locator("[data-question=goods]").get_attribute("aria-describedby")
    summary.get_by_role("link", name=message).click()
    expect(any_page.locator("#goods-1")).to_be_focused()
    assert any_page.url.endswith("#/goods")
    assert any_page.evaluate(
        "document.querySelector('#goods-1').getBoundingClientRect().top >= document.querySelector('.md-header').getBoundingClientRect().bottom"
    )
    answer(any_page, "goods", "game_card")
    expect(any_page.locator("#goods-error")).to_have_count(0)
    expect(summary).to_have_count(0)
    expect(any_page.locator("[data-question=goods][aria-invalid]")).to_have_count(0)
    expect(any_page).to_have_title("买的是什么？ – 先看能不能退 – 安心买·放心退")
    go_on(any_page)
    expect(any_page.locator("#topic-problem")).to_be_focused()
    expect(any_page).to_have_title("出了什么事？ – 先看能不能退 – 安心买·放心退")


def test_all_missing_answers_are_named_at_once_and_what_was_typed_stays(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="evidence")
    page.evaluate("location.hash = '#/money'")
    write(page.locator("#paid_on"), "2026-11-")
    page.locator("[name=channel]:checked").evaluate("input => { input.checked = false; }")
    page.evaluate("location.hash = '#/evidence'")
    expect(page.locator("#topic-money")).to_be_visible()
    ready(page)
    go_on(page)
    # What is missing and what cannot be read, in the order of the page; the field and its group say the same of themselves.
    expect(page.locator(".error-summary li")).to_have_text([BY_ID["paid_on"].error, BY_ID["channel"].error])
    expect(page.locator("#paid_on")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-question=channel]")).to_have_attribute("aria-invalid", "true")
    answer(page, "channel", CLAIM["channel"])
    expect(page.locator(".error-summary li")).to_have_count(1)
    assert page.locator("#paid_on").input_value() == "2026-11-"


def test_what_was_put_right_at_the_other_end_is_wrong_no_more(page, site):
    story = complete(CLAIM | {"goods": "membership", "problem": ["stopped_early"], "goods_used": "part_used"})
    open_check(page, site)
    walk(page, story, {})
    ready(page)
    page.locator(f".topic .answers a[href='#/{PARTS}']").click()
    fill_topic(page, {"part_unit": "times", "part_total": "3", "part_used": "5"})
    go_on(page)
    expect(page.locator(".error-summary")).to_be_focused()
    write(page.locator("#part_total"), "10")
    go_on(page)
    moved_from(page, PARTS)
    expect(page.locator("#part_used-error")).to_have_count(0)


def test_a_fourth_problem_is_one_too_many(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="goods")
    go_on(page)
    answer(page, "problem", ["unusable", "late", "mis_order", "overcharged"])
    # Said at once and where it was ticked, not at the end of the page.
    fourth = page.locator(".option:has([name=problem][value=overcharged])")
    expect(fourth.locator("+ .error[role=alert]")).to_have_text("错误：最多选 3 项")
    expect(page.locator("[name=problem][value=overcharged]")).to_have_attribute("aria-invalid", "true")
    go_on(page)
    expect(page.locator(".error-summary li")).to_have_text(["最多选 3 项"])
    answer(page, "problem", ["overcharged"])
    expect(page.locator(".error-summary, #problem-error, [name=problem][aria-invalid]")).to_have_count(0)


def test_while_python_is_ready_a_topic_is_not_left_with_what_cannot_be_read(any_page, site):
    open_check(any_page, site)
    walk(any_page, CLAIM, to="use")
    ready(any_page)
    go_on(any_page)
    moved_from(any_page, "use")
    walk(any_page, CLAIM | {"stage": "asked_waiting", "asked_on": "2026-02-30", "answer_within": "很久"}, to="since")
    go_on(any_page)
    summary = any_page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_text(["提出退款的日期在日历上找不到", "多久答复要写成数字加单位，例如 3 个工作日、48 小时"])
    assert any_page.url.endswith("#/since") and any_page.title().startswith("错误：")
    expect(any_page.locator("#asked_on")).to_have_value("2026-02-30")
    write(any_page.locator("#asked_on"), "2026年11月21日")
    write(any_page.locator("#answer_within"), "３ 个工作日")
    go_on(any_page)
    expect(any_page.locator("#topic-truth")).to_be_focused()


def test_what_was_passed_before_python_was_ready_is_named_at_the_end(page, site):
    held = []
    page.route(RUNTIME, lambda route: held.append(route))
    open_check(page, site)
    walk(page, CLAIM | {"paid_on": "2026-02-30", "paid_amount": "很多"})
    go_on(page)
    for route in held:
        route.continue_()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_text([BAD_DAY, BAD_SUM])
    assert page.url.endswith("#/truth")
    summary.get_by_role("link", name="付款日期").click()
    expect(page.locator("#paid_on")).to_be_focused()
    expect(page.locator("#paid_on")).to_have_value("2026-02-30")
    expect(page.locator("#paid_on")).to_have_attribute("aria-invalid", "true")
    assert page.title().startswith("错误：")
    write(page.locator("#paid_on"), "2026年11月20日")
    go_on(page)
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_text([BAD_SUM])
    summary.get_by_role("link", name="付款金额").click()
    expect(page.locator("#paid_amount")).to_be_focused()
    expect(page.locator("#paid_amount")).to_have_value("很多")
    write(page.locator("#paid_amount"), "￥１００ 元")
    go_on(page)
    expect(page.locator("#topic-truth")).to_be_focused()
    assert not page.title().startswith("错误：")
    conclude(page, "可以主张")
    expect(page.locator(".claim .amount")).to_have_text("退款 100 元")


def test_a_name_that_is_too_long_is_named_beside_its_field(page, site):
    open_check(page, site)
    walk(page, CLAIM, {})
    page.locator(".topic .answers a[href='#/names']").click()
    write(page.locator("#seller_name"), "长" * 61)
    go_on(page)
    page.locator(".error-summary").get_by_role("link").click()
    expect(page.locator("#seller_name")).to_be_focused()


TYPED = ["<img src=x onerror=alert(1)>", "{{ 7*7 }}", "</textarea><script>alert(1)</script>", "${7*7} {% raw %}"]


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_shown_as_typed(page, site, typed):
    """A dialog or an error thrown would fail this test in `open_context`."""
    open_check(page, site)
    walk(page, CLAIM | {"refusal_words": typed}, NAMES | {"platform_name": typed})
    expect(page.locator(".topic .answer", has_text="对方的原话").locator("dd").first).to_have_text(typed)
    conclude(page, "可以主张")
    expect(page.locator(".result .answer", has_text="对方的原话").locator("dd").first).to_have_text(typed)
    assert typed in page.locator(".letter textarea").first.input_value()
    assert page.locator(".checker img, .checker .result script").count() == 0
