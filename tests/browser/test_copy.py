"""The copy button says what really happened."""

from playwright.sync_api import expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, tab_to, to_result, write

NO_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
NO_OLD_COPY = "document.execCommand = () => false;"
FULL = "已复制。打开要发去的地方，长按粘贴。"


def _letter(open_context, site, *scripts, permissions=()):
    page = with_clock(open_context(permissions=list(permissions))[0].new_page())
    for script in scripts:
        page.add_init_script(script)
    to_result(page, site, CLAIM, "可以主张")
    return page, page.locator(".letter").first


def test_the_text_is_in_the_clipboard_edits_included(open_context, site):
    page, letter = _letter(open_context, site, permissions=("clipboard-read", "clipboard-write"))
    area = letter.locator("textarea")
    write(area, area.input_value().replace("【请填写：商品名称】", "一张点卡"))
    letter.get_by_role("button", name="复制").click()
    expect(letter.locator("[role=status]")).to_contain_text(FULL)
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == area.input_value()


def test_the_old_way_when_the_new_one_is_refused(open_context, site):
    page, letter = _letter(open_context, site, NO_CLIPBOARD, permissions=("clipboard-read",))
    letter.get_by_role("button", name="复制").click()
    expect(letter.locator("[role=status]")).to_contain_text(FULL)
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == letter.locator("textarea").input_value()


def test_the_text_is_selected_when_nothing_may_copy_it(open_context, site):
    _page, letter = _letter(open_context, site, NO_CLIPBOARD, NO_OLD_COPY)
    letter.get_by_role("button", name="复制").click()
    expect(letter.locator("[role=status]")).to_contain_text("已选中，长按复制")
    expect(letter.locator("[role=status]")).not_to_contain_text("已复制")
    area = letter.locator("textarea")
    assert area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd) === area.value")


def test_blanks_are_listed_above_the_text_until_they_are_filled(open_context, site):
    _page, letter = _letter(open_context, site)
    blanks, area = letter.locator(".blanks"), letter.locator(".written textarea")
    expect(blanks).to_contain_text("商品名称")
    assert blanks.bounding_box()["y"] < area.bounding_box()["y"]
    write(area, "没有空着的地方")
    expect(blanks).to_be_empty()
    expect(letter.locator(".count")).to_have_text("共 7 字")
    expect(letter.locator(".remarks")).to_be_empty()


def test_long_and_short_keep_their_own_edits(open_context, site):
    _page, letter = _letter(open_context, site)
    area = letter.locator("textarea")
    write(area, "改过的长文本")
    letter.get_by_text("短文本，放得进对话框").click()
    expect(area).not_to_have_value("改过的长文本")
    letter.get_by_text("完整文本", exact=True).click()
    expect(area).to_have_value("改过的长文本")


def test_the_button_works_from_the_keyboard(open_context, site):
    page, letter = _letter(open_context, site, permissions=("clipboard-read", "clipboard-write"))
    tab_to(page, ".letter button")
    page.keyboard.press("Enter")
    expect(letter.locator("[role=status]")).to_contain_text(FULL)
