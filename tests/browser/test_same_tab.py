"""A page that is loaded anew in its tab has lost no answer; names, contacts and texts are nowhere but in the page."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, answer, conclude, go_on, open_check, ready, to_early, walk, write
from tests.browser.test_keeping import agree

KEPT = "sessionStorage.getItem('anxinmai.tab') ?? ''"


@pytest.fixture
def answered(page, site) -> Page:
    open_check(page, site)
    walk(page, CLAIM, to="money")
    return page


def test_after_a_reload_everything_answered_is_there_and_one_goes_on(answered):
    answered.reload()
    expect(answered.locator(".checker")).to_have_attribute("data-view", "topic")
    expect(answered.locator("#topic-money")).to_be_visible()
    expect(answered.locator("#paid_on")).to_have_value("2026-11-20")
    expect(answered.locator("[name=goods][value=game_card]")).to_be_checked()
    walk(answered, CLAIM)
    conclude(answered, "可以主张")


def test_who_left_and_comes_back_has_the_answers(answered, site):
    answered.goto(f"{site}templates/")
    open_check(answered, site, "money")
    expect(answered.locator("#paid_on")).to_have_value("2026-11-20")


def test_a_conclusion_is_drawn_again(page, site):
    open_check(page, site)
    walk(page, CLAIM)
    conclude(page, "可以主张")
    page.reload()
    expect(page.locator(".result .level").first).to_have_text("可以主张")
    assert page.url.endswith("#/result")


def test_no_name_no_contact_and_no_text_is_kept_in_the_tab(page, site):
    open_check(page, site)
    walk(page, CLAIM, {"platform_name": "某某卡盟", "buyer_name": "林知夏", "buyer_contact": "13800001111", "order_no": "A20261120"})
    conclude(page, "可以主张")
    write(page.locator(".letter textarea").first, "我自己写的一句")
    kept = page.evaluate(KEPT)
    assert json.loads(kept)["answers"]["paid_amount"] == "100"
    assert not [word for word in ("某某卡盟", "林知夏", "13800001111", "A20261120", "我自己写的一句") if word in kept]


def test_another_tab_knows_nothing_of_it(answered, site):
    other = with_clock(answered.context.new_page())
    open_check(other, site)
    expect(other.locator("[name=goods]:checked")).to_have_count(0)


def test_who_turns_keeping_off_has_nothing_kept_in_the_tab_either(answered):
    answered.evaluate("document.querySelector('.keeping').open = true")
    agree(answered)
    assert answered.evaluate(KEPT) == "", "a case that is kept on the device is fetched from there"
    answered.locator("label[for=keep-answers]").click()
    answer(answered, "channel", "alipay")
    assert "alipay" not in answered.evaluate(KEPT) and "game_card" not in answered.evaluate(KEPT)


def test_everything_forgotten_is_forgotten_there_too(answered):
    answered.evaluate("document.querySelector('.keeping').open = true")
    answered.get_by_role("button", name="清除全部").click()
    answered.get_by_role("button", name="清除", exact=True).click()
    expect(answered.locator(".keeping .said")).to_contain_text("全部清除了")
    assert answered.evaluate(KEPT) == ""
    answered.reload()
    expect(answered.locator("[name=goods]:checked")).to_have_count(0)


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        '{"v": 2, "answers": {"goods": "x"}}',
        '{"v": 1}',
        "null",
        '{"v":1,"id":"a","answers":{"goods":"nope"},"replies":[],"status":{},"seen":[]}',
    ],
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(page, site, kept):
    open_check(page, site)
    page.evaluate("kept => sessionStorage.setItem('anxinmai.tab', kept)", kept)
    page.reload()
    expect(page.locator("[name=goods]:checked")).to_have_count(0)
    answer(page, "goods", "game_card")
    go_on(page)
    expect(page.locator("#topic-problem")).to_be_visible()


def test_what_cannot_wait_is_said_again(page, site):
    """Who left in the middle of it may not have read it."""
    to_early(page, site)
    page.reload()
    expect(page.locator(".topic:visible")).to_have_count(1)
    page.locator(".go-back").click()
    expect(page.locator("#topic-problem")).to_be_visible()
    page.reload()
    ready(page)
    go_on(page)
    expect(page.locator(".early h2")).to_be_focused()


def test_kept_on_the_device_no_more_is_kept_in_no_tab(answered, site):
    answered.evaluate("document.querySelector('.keeping').open = true")
    agree(answered)
    other = with_clock(answered.context.new_page())
    open_check(other, site)
    other.evaluate("document.querySelector('.keeping').open = true")
    other.locator("label[for=keep-answers]").click()
    other.get_by_role("button", name="关掉并删除").click()
    expect(answered.locator("#keep-answers")).not_to_be_checked()
    answered.bring_to_front()
    answer(answered, "channel", "alipay")
    assert "alipay" not in answered.evaluate(KEPT)
    expect(answered.locator(".keeping .said")).to_have_text("没有保存，关掉或者刷新这一页，答案就没有了。")


def test_what_the_device_has_no_room_for_stays_in_the_tab(answered):
    answered.evaluate("document.querySelector('.keeping').open = true")
    agree(answered)
    answered.evaluate(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { if (this === localStorage) throw new DOMException('full', 'QuotaExceededError'); return set.call(this, key, value); }; null"
    )
    answer(answered, "channel", "alipay")
    expect(answered.locator(".notice")).to_contain_text("没有存上")
    assert "alipay" in answered.evaluate(KEPT)


def test_a_complaint_that_was_sent_leads_to_its_conclusion_again(page, site):
    open_check(page, site)
    walk(page, CLAIM)
    conclude(page, "可以主张")
    letter = page.locator("[data-text='ordinary/complaint_12315']")
    letter.locator("xpath=..").locator("> summary").click()
    letter.get_by_role("button", name="我今天").click()
    expect(page.locator(".history")).to_contain_text("投诉书")
    page.reload()
    expect(page.locator(".result .level").first).to_have_text("可以主张")


def test_a_page_that_comes_back_as_it_was_left_gives_way_to_what_came_after(answered):
    kept = json.loads(answered.evaluate(KEPT))
    kept["answers"]["paid_on"] = "2026-11-18"
    answered.evaluate("kept => sessionStorage.setItem('anxinmai.tab', kept)", json.dumps(kept, ensure_ascii=False))
    answered.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(answered.locator("#paid_on")).to_have_value("2026-11-18")


def test_a_page_that_comes_back_after_everything_was_cleared_is_empty(answered):
    answered.evaluate("sessionStorage.removeItem('anxinmai.tab')")
    answered.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(answered.locator("[name=goods]:checked")).to_have_count(0)
