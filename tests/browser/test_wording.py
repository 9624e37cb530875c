"""How a text is worded, said while it is written: in a letter that its reader has changed, and on the page 三明确."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, overflow, to_result
from tests.browser.test_every_page import faults
from tests.browser.test_keeping import agree, saved

PART = re.compile(r"/assets/runtime/.*-wording\.zip$")
CHEATED, TRIPLE = "你们店骗我的钱，", "必须给我三倍赔偿。"
RUDE = CHEATED + TRIPLE
OF_LINT = "对方没有按约定履行。"
ASKED = """
    const post = Worker.prototype.postMessage;
    globalThis.asked = [];
    Worker.prototype.postMessage = function (data, ...more) {
        if (typeof data === 'string') globalThis.asked.push(JSON.parse(data));
        return post.call(this, data, ...more);
    };
"""
"""Whatever Python is asked is on record."""


def letter_of(page: Page, site: str) -> tuple[Locator, Locator]:
    """The first text of a conclusion, and its field."""
    to_result(page, site, CLAIM, "可以主张")
    letter = page.locator(".letter").first
    return letter, letter.locator("textarea").first


def type_behind(area: Locator, words: str) -> None:
    """Goes to the end of what stands in a field, and types there."""
    area.click()
    area.press("ControlOrMeta+End")
    area.page.keyboard.type(words)


def rows(letter: Locator) -> Locator:
    return letter.locator(".wording li")


def asked_of_wording(page: Page) -> list[str]:
    return page.evaluate("globalThis.asked.filter(({ kind, what }) => kind === 'read' && what === 'wording').map(({ text }) => text)")


def test_a_letter_that_was_changed_is_read_for_its_words_beside_the_lint(watched, site):
    page, watch = watched
    letter, area = letter_of(page, site)
    watch.requests.clear()
    type_behind(area, f"\n{RUDE}")
    expect(rows(letter)).to_have_count(1)
    expect(rows(letter).locator(".words")).to_have_text(f"“{CHEATED.removesuffix('，')}”")
    assert rows(letter).locator("mark").inner_text() in CHEATED
    expect(letter.locator(".wording > [role=status]")).to_have_text("措辞上还有 1 处可以改。")
    # Of the other words the lint speaks: once, and with the same way to put it right.
    expect(letter.locator(".remarks p", has_text="三倍")).to_have_count(1)
    expect(letter.locator(".remarks p", has_text="三倍").get_by_role("button")).to_have_text(f"换成这句：{OF_LINT}")
    expect(area).to_be_focused()
    assert area.evaluate("area => area.selectionStart === area.value.length")
    assert overflow(page) == 0
    assert [each for each in watch.requests if "三倍" in unquote(each) or not each.endswith(" ")] == []


def test_better_words_are_put_in_by_one_tap_and_taken_out_by_another(page, site):
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    typed = area.input_value()
    better = rows(letter).locator(".better").inner_text().removeprefix("可以改成：")
    rows(letter).get_by_role("button", name="换成这句").click()
    expect(area).to_have_value(typed.replace(CHEATED, better))
    undo = letter.locator(".changed button")
    expect(undo).to_be_focused()
    expect(rows(letter)).to_have_count(0)
    letter.locator(".remarks").get_by_role("button", name="换成这句").click()
    expect(area).to_have_value(typed.replace(CHEATED, better).replace(TRIPLE, OF_LINT))
    expect(letter.locator(".remarks p", has_text="三倍")).to_have_count(0)
    undo.click()
    expect(area).to_have_value(typed.replace(CHEATED, better))
    expect(undo).to_have_text("还是用这句")
    expect(undo).to_be_focused()
    undo.click()
    expect(area).to_have_value(typed.replace(CHEATED, better).replace(TRIPLE, OF_LINT))


def test_what_was_written_meanwhile_stays_when_a_sentence_is_changed_or_taken_back(page, site):
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    expect(rows(letter)).to_have_count(1)
    area.press("ControlOrMeta+Home")
    page.keyboard.insert_text("😡你好。\n")
    typed = area.input_value()
    rows(letter).get_by_role("button", name="换成这句").click()
    expect(area).not_to_have_value(typed)
    changed = area.input_value()
    assert changed.startswith("😡你好。\n") and CHEATED not in changed and TRIPLE in changed
    type_behind(area, "又及")
    letter.locator(".changed button").click()
    expect(area).to_have_value(f"{typed}又及")


def test_what_was_deleted_is_asked_for_once_and_can_be_added(page, site):
    letter, area = letter_of(page, site)
    area.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("商品没有用过，请退还 100 元，按原支付方式退回。订单截图附上。")
    lacks = letter.locator(".remarks p, .wording li").filter(has_text=re.compile("期限|什么时候"))
    expect(lacks.get_by_role("button")).to_have_count(1)
    assert lacks.count() == 1
    lacks.get_by_role("button").click()
    expect(area).to_have_value(re.compile("订单截图附上。请在.+答复。$"))
    expect(lacks).to_have_count(0)


def test_a_letter_that_nobody_has_changed_is_not_read_and_one_put_back_says_nothing(page, site):
    page.add_init_script(ASKED)
    letter, area = letter_of(page, site)
    before = area.input_value()
    blank = letter.locator(".blank :is(input, textarea)").first
    blank.click()
    page.keyboard.type("一张点卡")
    page.wait_for_function("() => globalThis.asked.some(({ kind }) => kind === 'lint')")
    letter.get_by_text("短文本，放得进客服对话框").click()
    letter.get_by_text("完整文本", exact=True).click()
    assert area.input_value() != before and asked_of_wording(page) == []
    type_behind(area, CHEATED)
    expect(rows(letter)).to_have_count(1)
    for _ in CHEATED:
        area.press("Backspace")
    expect(rows(letter)).to_have_count(0)
    expect(letter.locator(".wording > [role=status]")).to_be_empty()



def test_the_short_text_is_read_as_well(page, site):
    letter, area = letter_of(page, site)
    letter.get_by_text("短文本，放得进客服对话框").click()
    type_behind(area, RUDE)
    expect(rows(letter)).to_have_count(2)
    letter.get_by_text("完整文本", exact=True).click()
    expect(rows(letter)).to_have_count(0)


@pytest.mark.starts
def test_without_the_part_that_reads_the_lint_goes_on_alone(page, site):
    page.add_init_script(ASKED)
    refused = []
    page.route(PART, lambda route: (refused.append(route.request.url), route.abort()))
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    expect(letter.locator(".remarks p", has_text="三倍")).to_have_count(1)
    type_behind(area, "垃圾店")
    expect(letter.locator(".remarks p", has_text="骂人")).to_have_count(1)
    assert refused and asked_of_wording(page) == []
    expect(letter.locator(".wording")).to_have_count(0)
    expect(area).to_be_focused()


@pytest.mark.starts
def test_a_part_that_takes_its_time_holds_up_nobody(page, site):
    held, is_slow = [], [True]
    page.route(PART, lambda route: held.append(route) if is_slow else route.continue_())
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    expect(letter.locator(".remarks p", has_text="三倍")).to_have_count(1)
    type_behind(area, "垃圾店")
    expect(letter.locator(".remarks p", has_text="骂人")).to_have_count(1)
    is_slow.clear()
    for route in held:
        route.continue_()
    expect(rows(letter).first).to_be_visible()
    expect(area).to_be_focused()


def test_what_was_put_in_is_there_after_a_reload_and_read_again(page, site):
    letter, area = letter_of(page, site)
    agree(page, personal=True)
    saved(page)
    type_behind(area, f"\n{RUDE}")
    rows(letter).get_by_role("button", name="换成这句").click()
    changed = area.input_value()
    type_behind(area, "看着办吧。")
    saved(page)
    page.reload()
    page.locator(".banner").get_by_role("button", name="继续").click()
    expect(page.locator(".checker")).to_have_attribute("data-view", "result")
    expect(area).to_have_value(f"{changed}看着办吧。")
    expect(letter.locator(".remarks, .wording").get_by_role("button", name="换成这句").first).to_be_visible()


@pytest.mark.heavy
def test_every_state_of_a_letter_before_axe(open_context, site):
    page = with_clock(open_context(bypass_csp=True, reduced_motion="reduce")[0].new_page())
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    expect(rows(letter).first).to_be_visible()
    found = faults(page)
    rows(letter).get_by_role("button", name="换成这句").click()
    expect(letter.locator(".changed button")).to_be_focused()
    found += faults(page)
    assert found == []
