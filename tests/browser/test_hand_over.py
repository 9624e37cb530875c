"""Whatever a device can or cannot do, a text ends in its reader's hands or in a sentence that says how."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, to_result, write

WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.53(0x18003531) NetType/WIFI Language/zh_CN"
SHARES = """
window.shared = [];
Object.defineProperty(navigator, 'canShare', { configurable: true, value: (what) => KINDS.some((kind) => kind in what) });
Object.defineProperty(navigator, 'share', { configurable: true, value: async (what) => { OUTCOME; shared.push(what.text ?? [...what.files].map(({ name }) => name).join()); } });
"""
NO_SHARE = "for (const name of ['share', 'canShare']) Object.defineProperty(navigator, name, { configurable: true, value: undefined });"
REFUSED_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async () => { throw new DOMException('no', 'NotAllowedError'); } } }); document.execCommand = () => false;"


def sharing(*kinds: str, outcome: str = "") -> str:
    return SHARES.replace("KINDS", str(list(kinds))).replace("OUTCOME", outcome)


def letter(open_context, site, script: str, **more) -> tuple[Page, Locator]:
    context, _ = open_context(has_touch=True, is_mobile=True, permissions=["clipboard-read", "clipboard-write"], **more)
    page = with_clock(context.new_page())
    # On the page: contexts are used again, and what is added to one stays.
    page.add_init_script(script)
    to_result(page, site, CLAIM, "可以主张")
    return page, page.locator(".letter").first


def press(place: Locator, name: str) -> Locator:
    place.get_by_role("button", name=name, exact=True).tap()
    said = place.locator(".said").first
    expect(said).not_to_be_empty()
    return said


@pytest.mark.parametrize("kinds", [("text", "files"), ("text",)])
def test_a_text_goes_to_the_sheet_of_the_device(open_context, site, kinds):
    page, place = letter(open_context, site, sharing(*kinds))
    expect(press(place, "发给别的应用")).to_contain_text("已交给你选的应用")
    assert page.evaluate("shared[0]").startswith("申诉")


def test_a_sheet_that_was_closed_leaves_the_text_and_says_so(open_context, site):
    page, place = letter(open_context, site, sharing("text", outcome="throw new DOMException('closed', 'AbortError')"))
    expect(press(place, "发给别的应用")).to_contain_text("文本还在这里")
    assert page.evaluate("shared.length") == 0


def test_a_sheet_that_fails_ends_in_the_clipboard(open_context, site):
    page, place = letter(open_context, site, sharing("text", outcome="throw new DOMException('no', 'NotAllowedError')"))
    expect(press(place, "发给别的应用")).to_contain_text(re.compile("已复制"))
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == place.locator("textarea").first.input_value()


def test_without_a_sheet_there_is_no_button_for_it_and_copying_is(open_context, site):
    _, place = letter(open_context, site, NO_SHARE)
    expect(place.get_by_role("button", name="发给别的应用")).to_have_count(0)
    expect(press(place, "复制")).to_contain_text("已复制")


def test_a_refused_clipboard_ends_in_a_marked_text_and_in_words(open_context, site):
    page, place = letter(open_context, site, REFUSED_CLIPBOARD)
    expect(press(place, "复制")).to_contain_text("已选中，长按复制")
    area = "document.querySelector('.letter textarea')"
    assert page.evaluate(f"{area}.selectionEnd - {area}.selectionStart === {area}.value.length")


def test_on_a_home_screen_a_file_goes_to_the_sheet(open_context, site):
    alone = "Object.defineProperty(navigator, 'standalone', { value: true });"
    page, place = letter(open_context, site, alone + sharing("text", "files"))
    expect(press(place, "下载 .txt")).to_contain_text("已交给你选的应用")
    assert re.fullmatch(r"申诉 \d{4}-\d\d-\d\d\.txt", page.evaluate("shared[0]"))


def test_on_a_home_screen_that_takes_no_file_it_is_said_what_to_do(open_context, site):
    alone = "Object.defineProperty(navigator, 'standalone', { value: true });"
    _, place = letter(open_context, site, alone + sharing("text", "files", outcome="throw new DOMException('no', 'NotAllowedError')"))
    expect(press(place, "下载 .txt")).to_contain_text("在 Safari 里打开这一页再下载")


def test_in_wechat_it_is_said_beforehand_and_copying_works(open_context, site):
    _, place = letter(open_context, site, NO_SHARE, user_agent=WECHAT)
    expect(place).to_contain_text("微信里多半不能下载和打印，用“复制”。")
    expect(press(place, "复制")).to_contain_text("已复制")


def printed(page: Page, place: Locator, choice: str) -> None:
    """Ask for it on paper, and look at the paper."""
    page.emulate_media(media="screen")
    if place.locator("details.print").get_attribute("open") is None:
        place.locator("details.print > summary").tap()
    place.get_by_role("button", name=choice, exact=True).tap()
    page.emulate_media(media="print")


def test_on_paper_stand_the_texts_that_were_chosen_whole_and_nothing_to_press(open_context, site):
    page, place = letter(open_context, site, NO_SHARE + "window.print = () => window.dispatchEvent(new Event('beforeprint'));")
    texts = page.locator(".written textarea").count()
    sheets = page.locator(".to-print .paper:visible")
    written = place.locator(".written textarea").input_value().replace("一、事实", "一、发生的事")
    write(place.locator(".written textarea"), written)
    printed(page, place, "只打这一份")
    expect(sheets).to_have_count(1)
    assert sheets.first.text_content() == written
    expect(page.locator(".result, .keeping, .colophon").locator("visible=true")).to_have_count(0)
    printed(page, place, "打全部文本")
    expect(sheets).to_have_count(texts)
    printed(page, place, "打结论和全部文本")
    expect(page.locator(".to-print")).to_have_count(0)
    expect(page.locator(".result .acts, .result .reasons, .result .answer").locator("visible=true").first).to_be_visible()
    expect(page.locator(".letter .paper:visible")).to_have_count(texts)
    for gone in (".md-header", ".md-footer", ".course", ".letter .buttons", ".letter textarea"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    # The width of A4 without its margins: no line runs over the edge.
    page.set_viewport_size({"width": 673, "height": 1000})
    assert page.evaluate("Math.max(...[...document.querySelectorAll('.paper')].map((each) => each.scrollWidth - each.clientWidth)) <= 1")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".result details:is(.text, .part)[open]").count() == 0


def test_a_complaint_comes_apart_for_a_form_that_is_filled_in_place_by_place(open_context, site):
    context, _ = open_context(has_touch=True, is_mobile=True, permissions=["clipboard-read", "clipboard-write"])
    page = with_clock(context.new_page())
    to_result(page, site, CLAIM | {"stage": "appeal_refused", "seller_kind": "shop", "seller_identity": "known"}, "可以主张")
    place = page.locator(".letter[data-text='ordinary/complaint_12315']")
    place.locator("details.places > summary").tap()
    expect(place.locator(".places dt").first).to_contain_text("必填，依据《市场监督管理投诉举报处理办法》第十条")
    place.get_by_role("button", name="复制：投诉请求").tap()
    expect(place.locator(".places .said")).to_contain_text("投诉请求：已复制")
    assert page.evaluate("navigator.clipboard.readText()").startswith("请被投诉人解除合同，退还 100 元")
