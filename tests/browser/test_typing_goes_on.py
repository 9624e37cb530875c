"""A reply that comes while somebody types takes no word and no field away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import number_in
from tests.browser.steps import CLAIM, answer, conclude, go_on, moved_from, open_check, ready, to_result, unfold, walk

HOLD = """
    const set = globalThis.setTimeout;
    globalThis.setTimeout = (run, ms, ...more) => (ms === PAUSE_MS ? 0 : set(run, ms, ...more));
    const post = Worker.prototype.postMessage;
    const held = [];
    globalThis.holding = null;
    globalThis.heard = 0;
    Worker.prototype.postMessage = function (data, ...more) {
        const { kind, id } = typeof data === 'string' ? JSON.parse(data) : {};
        if (!kind || kind !== globalThis.holding) return post.call(this, data, ...more);
        this.addEventListener('message', ({ data: reply }) => { if (JSON.parse(reply).id === id) setTimeout(() => { globalThis.heard += 1; }); });
        held.push(() => post.call(this, data, ...more));
    };
    globalThis.release = () => { globalThis.holding = null; for (const go of held.splice(0)) go(); };
    globalThis.isHeld = () => held.length > 0;
""".replace("PAUSE_MS", str(number_in("checker.mjs", "PAUSE_MS")))
"""Requests of the kind `holding` reach Python when a test says so, and nothing is asked ahead in a pause."""


@pytest.fixture
def page(page) -> Page:
    page.add_init_script(HOLD)
    return page


def hold(page: Page, kind: str) -> None:
    page.evaluate("kind => { globalThis.holding = kind; }", kind)


def let_go(page: Page) -> None:
    """The reply has come, and whatever follows from it has been done."""
    page.wait_for_function("() => globalThis.isHeld()")
    page.evaluate("globalThis.release()")
    page.wait_for_function("() => globalThis.heard === 1")


def test_who_goes_on_typing_after_going_on_stays(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="money")
    ready(page)
    hold(page, "progress")
    go_on(page)
    day = page.locator("#paid_on")
    day.click()
    page.keyboard.press("End")
    page.keyboard.type(" 14:0")
    let_go(page)
    page.keyboard.type("5")
    expect(day).to_be_focused()
    expect(day).to_have_value("2026-11-20 14:05")
    go_on(page)
    moved_from(page, "money")


def test_a_conclusion_does_not_take_away_who_has_gone_back_to_write(page, site):
    open_check(page, site)
    walk(page, {id: given for id, given in CLAIM.items() if id != "truthful"})
    ready(page)
    # It is asked ahead, with the last answer.
    hold(page, "check")
    answer(page, "truthful", "yes")
    page.wait_for_function("() => globalThis.isHeld()")
    go_on(page)
    page.locator(".topic .answers a[href='#/sums']").first.click()
    amount = page.locator("#paid_amount")
    amount.click()
    page.keyboard.press("End")
    let_go(page)
    expect(page.locator(".state [role=status]")).to_have_text("结论已经得出，答完再看。")
    page.keyboard.type(".50")
    expect(amount).to_be_focused()
    expect(amount).to_have_value("100.50")
    go_on(page)
    moved_from(page, "sums")
    conclude(page, "可以主张")
    assert "100.50 元" in page.locator(".letter textarea").first.input_value()


def test_what_follows_from_a_text_sent_leaves_answers_typed_meanwhile(page, site):
    to_result(page, site, CLAIM, "可以主张")
    hold(page, "sent")
    page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
    page.wait_for_function("() => globalThis.isHeld()")
    unfold(page, "你的回答")
    page.locator(".result .answers a[href='#/sums']").first.click()
    amount = page.locator("#paid_amount")
    amount.click()
    page.keyboard.press("End")
    page.keyboard.type(".5")
    let_go(page)
    page.keyboard.type("0")
    expect(amount).to_be_focused()
    expect(amount).to_have_value("100.50")


@pytest.mark.parametrize("kind", ["sent", "check"])
def test_texts_drawn_anew_leave_the_box_to_who_types_there(page, site, kind):
    to_result(page, site, CLAIM, "可以主张", names={})
    payment, letter = (
        page.locator("details.text", has=page.locator("summary", has_text=title)) for title in ("支付渠道投诉", "12315 投诉书")
    )
    payment.locator("> summary").click()
    hold(page, kind)
    payment.get_by_role("button", name="我今天发出去了").click()
    page.wait_for_function("() => globalThis.isHeld()")
    letter.locator("> summary").click()
    letter.get_by_label("你的通讯地址").click()
    page.keyboard.type("某市")
    let_go(page)
    expect(page.locator(".result")).to_contain_text("发出：支付渠道投诉")
    page.keyboard.type("某路")
    expect(letter.get_by_label("你的通讯地址")).to_be_focused()
    expect(letter.get_by_label("你的通讯地址")).to_have_value("某市某路")
    assert "地址：某市某路" in letter.locator("textarea").first.input_value()


def test_a_case_file_that_was_pasted_is_still_there_after_a_look_elsewhere(page, site):
    open_check(page, site)
    answer(page, "goods", "membership")
    page.evaluate("location.hash = '#/cases'")
    page.locator("#case-paste").click()
    page.keyboard.insert_text('{"v": 1, "answers"')
    page.get_by_role("link", name="回到正在答的").click()
    page.evaluate("location.hash = '#/cases'")
    expect(page.locator(".cases h2")).to_be_focused()
    expect(page.locator("#case-paste")).to_have_value('{"v": 1, "answers"')


def test_another_day_leaves_the_time_that_was_typed(page, site):
    open_check(page, site)
    walk(page, {key: value for key, value in CLAIM.items() if key != "paid_on"}, to="money")
    page.locator("#paid_on").click()
    page.keyboard.type("14:05")
    page.locator("[data-question=paid_on]").get_by_role("button", name="昨天").click()
    expect(page.locator("#paid_on")).to_have_value("2026-11-23 14:05")
