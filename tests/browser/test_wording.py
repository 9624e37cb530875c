"""How a text is worded, said while it is written: in a letter that its reader has changed, and on the page 三明确."""

import re
from datetime import datetime
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from checker.write.wording import read_wording
from tests.browser.conftest import NOW, number_in, with_clock
from tests.browser.steps import CLAIM, overflow, to_result, write
from tests.browser.test_every_page import faults
from tests.browser.test_keeping import agree, saved

PART = re.compile(r"/assets/runtime/.*-wording\.zip$")
RUNTIME = re.compile(r"/assets/runtime/.*\.wasm$")
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
SLOW_TO_LOOK = f"""{{
    const set = globalThis.setTimeout;
    globalThis.setTimeout = (run, ms, ...more) => set(run, ms === {number_in("tools/wording.mjs", "PAUSE_MS")} ? 2_000 : ms, ...more);
}}"""
"""However slowly keys come on a busy machine, there is no pause between them."""
FIRST = "我买的卡密用不了，你们这些骗子尽快处理。"


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
    letter.get_by_text("短文本，放得进对话框").click()
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
    letter.get_by_text("短文本，放得进对话框").click()
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


def open_tool(page: Page, site: str) -> tuple[Locator, Locator]:
    """The page 三明确, and its field."""
    page.goto(f"{site}wording-check/")
    field = page.locator("#wording")
    expect(field).to_be_visible()
    return page.locator(".checker.tool"), field


def summary(tool: Locator) -> Locator:
    return tool.locator(".wording > [role=status]")


def test_a_text_is_looked_at_while_it_is_written_and_said_of_once(any_page, site):
    page = any_page
    page.add_init_script(ASKED)
    page.add_init_script(SLOW_TO_LOOK)
    tool, field = open_tool(page, site)
    assert asked_of_wording(page) == []
    field.click()
    page.keyboard.type(FIRST)
    expect(summary(tool)).to_have_text("还没有写诉求、证据、时效。有 3 处可以改。")
    expect(field).to_be_focused()
    assert tool.locator(".told mark").all_inner_texts()[0].startswith("这些骗子")
    expect(tool.locator(".wording li").first).to_contain_text("骂人的话")
    assert [tool.locator(".clears dt").nth(n).inner_text() for n in range(3)] == ["没写诉求", "没写证据", "没写时效"]
    page.evaluate(
        "place => { globalThis.said = 0; new MutationObserver(() => { globalThis.said += 1; }).observe(place, { childList: true, characterData: true, subtree: true }); }",
        summary(tool).element_handle(),
    )
    page.keyboard.type("截图附上。")
    expect(summary(tool)).to_have_text("还没有写诉求、时效。有 3 处可以改。")
    expect(tool.locator(".clears dt").nth(1)).to_have_text("写了证据")
    page.keyboard.type("请记下")
    page.wait_for_function("() => globalThis.asked.some(({ text }) => text?.endsWith('请记下'))")
    assert page.evaluate("globalThis.said") == 1
    # For each pause, and for no key.
    assert asked_of_wording(page) == [FIRST, f"{FIRST}截图附上。", f"{FIRST}截图附上。请记下"]
    assert overflow(page) == 0


def test_on_the_page_sentences_are_put_in_and_taken_out_and_nothing_is_sent(watched, site):
    page, watch = watched
    tool, field = open_tool(page, site)
    watch.requests.clear()
    field.click()
    page.keyboard.type(FIRST)
    tool.locator(".wording li", has_text="骂人的话").get_by_role("button", name="换成这句").click()
    better = next(each.better for each in read_wording(FIRST, datetime.fromisoformat(NOW)).phrases if each.kind == "insult")
    changed = f"我买的卡密用不了，{better}"
    expect(field).to_have_value(changed)
    expect(tool.locator(".changed button")).to_be_focused()
    tool.locator(".clears dd").nth(0).get_by_role("button", name="加在后面").click()
    expect(field).to_have_value(re.compile(f"^{re.escape(changed)}请.*___ 元.*。$"))
    expect(tool.locator(".changed [role=status]")).to_contain_text("照实填")
    # What stands there by now is not to be added once more.
    expect(tool.locator(".clears dd").nth(0)).to_contain_text("照实填")
    expect(tool.locator(".clears dd").nth(0).get_by_role("button")).to_have_count(0)
    tool.locator(".changed button").click()
    expect(field).to_have_value(changed)
    expect(tool.locator(".changed button")).to_have_text("还是用这句")
    assert [each for each in watch.requests if "骗子" in unquote(each) or not each.endswith(" ")] == []


def test_on_the_page_a_reload_keeps_what_was_written_and_looks_at_it_again(page, site):
    tool, field = open_tool(page, site)
    keyboard = page.context.new_cdp_session(page)
    field.click()
    keyboard.send("Input.insertText", {"text": FIRST})
    page.reload()
    expect(field).to_have_value(FIRST)
    expect(summary(tool)).to_contain_text("还没有写诉求、证据、时效。")
    field.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    expect(tool.locator(".wording li, .clears dt")).to_have_count(0)
    expect(tool.locator(".onwards")).to_be_hidden()
    page.reload()
    expect(field).to_have_value("")


def test_the_text_goes_along_to_the_checker_as_what_happened(page, site):
    tool, field = open_tool(page, site)
    write(field, "前几天在店里买了张 100 块的点卡，提示已经被使用，请在三天内退还 100 元，截图附上。")
    expect(summary(tool)).to_have_text(re.compile("^三样都写了。"))
    tool.get_by_role("button", name="带去自查").click()
    expect(page.locator(".story h2")).to_have_text("你写的话里读出了这些")
    assert "点卡" in page.locator(".story mark").all_inner_texts()


def test_of_ten_million_characters_the_page_takes_what_it_reads(open_context, site):
    page = with_clock(open_context(permissions=["clipboard-read", "clipboard-write"])[0].new_page())
    tool, field = open_tool(page, site)
    write(field, "先前写的。")
    page.evaluate("navigator.clipboard.writeText('你们这些骗子😡\\n'.repeat(1.25e6))")
    field.press("End")
    field.press("ControlOrMeta+v")
    expect(tool.locator(".tell [role=status]")).to_contain_text("贴的有 10,000,000 字，最多读 20,000 字。只放进来前 19,995 字")
    assert field.input_value().startswith("先前写的。你们这些骗子😡\n")
    expect(summary(tool)).to_contain_text("处可以改")
    expect(tool.locator(".wording li")).to_have_count(20)
    expect(tool.locator(".wording")).to_contain_text("改完这些再往下看")


@pytest.mark.starts
def test_on_the_page_what_does_not_come_is_said_and_can_be_tried_again(page, site):
    page.route(PART, lambda route: route.abort())
    tool, field = open_tool(page, site)
    field.click()
    page.keyboard.type(FIRST)
    expect(summary(tool)).to_contain_text("这次没有看成")
    expect(field).to_have_value(FIRST)
    page.unroute(PART)
    tool.get_by_role("button", name="再看一次").click()
    expect(summary(tool)).to_contain_text("处可以改")
    expect(tool.get_by_role("button", name="再看一次")).to_be_hidden()


def test_without_scripts_the_page_leads_to_the_guide(open_context, site):
    plain = open_context(java_script_enabled=False)[0].new_page()
    plain.goto(f"{site}wording-check/")
    expect(plain.locator("#wording")).to_be_hidden()
    plain.get_by_role("link", name="沟通三明确的清单").click()
    expect(plain.locator("#checklist")).to_be_visible()


@pytest.mark.heavy
def test_every_state_of_the_page_before_axe(open_context, site):
    page = with_clock(open_context(bypass_csp=True, reduced_motion="reduce")[0].new_page())
    tool, field = open_tool(page, site)
    found = faults(page)
    write(field, f"{FIRST}请在三天内退还 100 元。")
    expect(summary(tool)).to_contain_text("处可以改")
    found += faults(page)
    tool.locator(".wording li").get_by_role("button").first.click()
    expect(tool.locator(".changed button")).to_be_focused()
    found += faults(page)
    assert found == []


@pytest.mark.starts
def test_who_pastes_before_python_is_ready_is_told_of_both(page, site):
    held = []
    page.route(RUNTIME, lambda route: held.append(route))
    tool, field = open_tool(page, site)
    field.click()
    page.keyboard.insert_text(FIRST)
    expect(summary(tool)).to_contain_text("还在准备，准备好就看")
    for route in held:
        route.continue_()
    expect(summary(tool)).to_contain_text("处可以改")
