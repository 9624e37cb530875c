"""What the reader takes along: files, the calendar, paper; and what a web view in another app is told."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, with_clock
from tests.browser.steps import CLAIM, NAMES, answer, conclude, go_on, moved_from, open_check, overflow, to_result, unfold, write

WECHAT = "Mozilla/5.0 (Linux; Android 14; V2301A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240301 MicroMessenger/8.0.49.2600 WeChat/arm64 Language/zh_CN"


def test_the_text_as_a_file(page, site):
    to_result(page, site, CLAIM, "可以主张")
    letter = page.locator(".letter").first
    with page.expect_download() as waiting:
        letter.get_by_role("button", name="下载 .txt").click()
    assert waiting.value.suggested_filename == "申诉 2026-11-24.txt"
    text = waiting.value.path().read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    assert text.strip() == letter.locator("textarea").input_value().strip()
    expect(letter.locator(".said")).to_contain_text("已交给浏览器下载")
    expect(letter.locator(".said")).to_contain_text("没填，填好再发")


def test_the_dates_as_a_calendar(page, site):
    to_result(page, site, CLAIM, "可以主张")
    with page.expect_download() as waiting:
        unfold(page, "时间表").get_by_role("button", name="加入日历").click()
    text = waiting.value.path().read_bytes().decode()
    assert text.replace("\r\n ", "").count("（某某卡盟，点卡、礼品卡、充值卡，100 元）") == 2 * text.count("BEGIN:VEVENT")
    assert text.startswith("BEGIN:VCALENDAR\r\n") and "DTSTART;VALUE=DATE:20261125" in text
    assert text.count("BEGIN:VEVENT") == text.count("BEGIN:VALARM") > 1
    shown = page.locator(".timeline > .ahead .when").all_inner_texts()
    assert "2026 年 11 月 25 日" in shown


def test_a_case_file_goes_out_and_comes_back_the_same(open_context, site):
    page = with_clock(open_context()[0].new_page())
    to_result(page, site, CLAIM, "可以主张")
    write(page.locator(".letter textarea").first, "我改过的文字")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载案件文件").click()
    written = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert set(written) == {"v", "answers", "parties", "events", "texts", "replies", "status"}
    other = with_clock(open_context()[0].new_page())
    open_check(other, site, "cases")
    other.locator("#case-file").set_input_files(waiting.value.path())
    expect(other.locator(".result .level").first).to_have_text("可以主张")
    assert other.locator(".letter textarea").first.input_value() == "我改过的文字"
    with other.expect_download() as again:
        other.get_by_role("button", name="下载案件文件").click()
    assert json.loads(again.value.path().read_text(encoding="utf-8")) == written


def test_a_case_goes_by_the_clipboard_where_files_do_not(open_context, site):
    context, _ = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = with_clock(context.new_page())
    to_result(page, site, CLAIM, "可以主张")
    page.get_by_role("button", name="复制案件内容").click()
    expect(page.locator(".keeping .said")).to_contain_text("案件内容已复制")
    text = page.evaluate("navigator.clipboard.readText()")
    page = with_clock(context.new_page())
    open_check(page, site, "cases")
    write(page.locator("#case-paste"), text)
    page.get_by_role("button", name="打开", exact=True).click()
    expect(page.locator(".result .level").first).to_have_text("可以主张")
    assert NAMES["order_no"] in page.locator(".letter textarea").first.input_value()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "读不懂这份内容"),
        ("[]", "最外层要是一个对象"),
        ('{"v": 2, "answers": {}}', "版本（v）要是 1"),
        ('{"v": 1, "answers": {"colour": "red"}, "evil": 1}', "evil"),
        ('{"v": 1, "answers": {"goods": {"a": 1}}}', "goods"),
        ('{"v": 1, "answers": {}, "texts": {"<img>": {}}, "status": {"state": "rich"}}', "texts"),
    ],
)
def test_a_file_that_is_none_changes_nothing_and_says_why(page, site, text, words):
    open_check(page, site)
    answer(page, "goods", "membership")
    page.evaluate("location.hash = '#/cases'")
    write(page.locator("#case-paste"), text)
    page.get_by_role("button", name="打开", exact=True).click()
    expect(page.locator(".cases .said")).to_contain_text(words)
    expect(page.locator(".cases .said")).to_contain_text("页面上的答案没有动")
    assert page.locator("#case-paste").input_value() == text
    page.get_by_role("link", name="回到正在答的").click()
    expect(page.locator("[name=goods][value=membership]")).to_be_checked()


def test_wechat_is_told_what_works_there(open_context, site):
    page = with_clock(open_context(user_agent=WECHAT)[0].new_page())
    open_check(page, site)
    page.locator(".keeping > summary").click()
    expect(page.locator(".host")).to_contain_text("你在微信里打开了这一页")
    expect(page.locator(".host")).to_contain_text("在浏览器打开")


def test_a_browser_is_told_nothing_of_the_kind(page, site):
    open_check(page, site)
    expect(page.locator(".host")).to_have_count(0)


def test_paper_holds_the_texts_in_full_and_nothing_to_press(page, site):
    to_result(page, site, CLAIM, "可以主张")
    page.emulate_media(media="print")
    letter = page.locator(".letter").first
    expect(letter.locator(".paper")).to_be_visible()
    assert letter.locator(".paper").inner_text().strip() == letter.locator("textarea").input_value().strip()
    assert page.locator("button:visible, textarea:visible, .md-header:visible, .md-footer:visible").count() == 0
    pdf = page.pdf(format="A4")
    # Two sheets a text, and as many again as all the rest of the conclusion has.
    sheets = pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")
    assert pdf.startswith(b"%PDF") and 0 < sheets <= 2 * page.locator(".letter").count() + 8


def test_an_edited_text_survives_a_changed_answer(page, site):
    to_result(page, site, CLAIM, "可以主张")
    area = page.locator(".letter textarea").first
    mine = area.input_value() + "\n我补的一句。"
    write(area, mine)
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="实际付了多少钱").get_by_role("link").click()
    answer(page, "paid_amount", "90")
    go_on(page)
    moved_from(page, "sums")
    conclude(page, "可以主张")
    area = page.locator(".letter textarea").first
    expect(page.get_by_label("按新答案写的").first).to_be_checked()
    assert "90 元" in area.input_value() and "我补的一句" not in area.input_value()
    page.get_by_label("我改过的").first.check()
    assert area.input_value() == mine


def test_a_blank_is_filled_once_for_every_text(page, site):
    to_result(page, site, CLAIM, "可以主张", {})
    letter = page.locator(".letter").first
    letter.get_by_label("订单编号").click()
    page.keyboard.type("B777")
    assert "B777" in letter.locator("textarea").input_value()
    other = page.locator(".letter").nth(1).locator("textarea")
    assert "B777" in other.input_value() and "【请填写：订单编号】" not in other.input_value()
    expect(page.locator(".result .answer", has_text="订单编号").locator("dd").first).to_have_text("B777")
    page.evaluate("location.hash = '#/numbers'")
    expect(page.locator("#order_no")).to_have_value("B777")


def test_a_text_that_is_no_longer_offered_is_still_there(page, site):
    to_result(page, site, CLAIM, "可以主张")
    write(page.locator(".letter textarea").first, "我写的申诉")
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="退款这件事").get_by_role("link").click()
    answer(page, "stage", "not_asked")
    go_on(page)
    moved_from(page, "stage")
    conclude(page, "可以主张")
    page.locator("details.text", has_text="我写的申诉").locator("> summary").click()
    expect(page.get_by_label("改过的文本 1")).to_have_value("我写的申诉")


def test_each_rung_opens_its_text_or_leads_to_it(page, site):
    to_result(page, site, CLAIM, "可以主张")
    rungs = unfold(page, "对方拒绝或者不回复，怎么办")
    rungs.get_by_role("button", name="打开“12315 投诉书”").click()
    assert "投诉" in page.evaluate("document.activeElement.value")
    rungs.get_by_role("button", name="已经这样了，写“起诉状要点”").click()
    expect(page.locator("#reply")).to_be_focused()
    expect(page.locator("form.reply").get_by_label("拒绝了")).to_be_checked()


@pytest.mark.parametrize("width", [320, 640])
def test_the_result_fits_a_narrow_window_and_twice_the_size(open_context, site, width):
    """A window of 1280 pixels at 200 % has 640 of its own."""
    page = with_clock(open_context(PHONE | {"width": width})[0].new_page())
    to_result(page, site, CLAIM, "可以主张")
    page.get_by_role("button", name="我的案件").wait_for()
    for text in page.locator("details.text").all():
        text.evaluate("details => { details.open = true; }")
    assert overflow(page) == 0
