"""Texts as Word files: what stands on the page stands in them, and what does not come is said."""

import re
import zipfile

from playwright.sync_api import Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, to_result, write
from tests.write.test_docx import words_of

PART = re.compile(r"/assets/runtime/.*-word\.zip$")


def result(open_context, site) -> Page:
    page = with_clock(open_context()[0].new_page())
    to_result(page, site, CLAIM, "可以主张")
    return page


def words_in(download) -> str:
    with zipfile.ZipFile(download.path()) as opened:
        return "".join("".join(words_of(opened.read("word/document.xml"))).split())


def test_the_text_as_its_reader_has_it_and_all_of_them(open_context, site):
    page = result(open_context, site)
    fetched = []
    page.on("request", lambda request: fetched.append(request.url) if PART.search(request.url) else None)
    letter = page.locator(".letter").first
    area = letter.locator("textarea")
    write(area, area.input_value().replace("【请填写：商品名称】", "一张点卡"))
    with page.expect_download() as one:
        letter.get_by_role("button", name="下载 .docx").click()
    assert one.value.suggested_filename == "申诉 2026-11-24.docx"
    assert words_in(one.value) == "".join(area.input_value().split()) and "一张点卡" in words_in(one.value)
    with page.expect_download() as every:
        page.get_by_role("button", name="下载全部，一个 .docx").click()
    assert words_in(every.value).startswith(words_in(one.value))
    assert all(title in words_in(every.value) for title in ("催告函", "支付交易投诉", "12315投诉书"))
    assert len(fetched) == 1, "the part is fetched where it is used, and once"


def test_what_does_not_come_is_said_and_may_be_asked_for_again(open_context, site):
    page = result(open_context, site)
    page.route(PART, lambda route: route.abort())
    letter = page.locator(".letter").first
    letter.get_by_role("button", name="下载 .docx").click()
    expect(letter.locator(".said")).to_contain_text("Word 文件这次没有做成")
    page.unroute(PART)
    with page.expect_download() as late:
        letter.get_by_role("button", name="下载 .docx").click()
    assert "申诉" in words_in(late.value)
