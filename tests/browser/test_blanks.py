"""Blanks of a text, filled in on a phone and with a keyboard: a box stays where it is, a tap does what it says, no word is lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, SCAM, answer, conclude, go_on, moved_from, tab_to, to_result, unfold, write

GOODS, ORDER = "蓝色点卡一张", "1234567890123"
PAYMENTS = ("11 月 3 日，100 元，尾号 0001", "11 月 4 日，200 元，尾号 0002")


@pytest.fixture
def page(open_context) -> Page:
    """A phone that is touched, with a clipboard that can be read."""
    context, _ = open_context(has_touch=True, is_mobile=True, permissions=["clipboard-read", "clipboard-write"])
    return with_clock(context.new_page())


def to_letter(page: Page, site: str, story=CLAIM, level="可以主张") -> Locator:
    to_result(page, site, story, level, names={})
    letter = page.locator(".letter").first
    letter.locator(".blanks").evaluate("blanks => blanks.scrollIntoView({ block: 'center' })")
    return letter


def box(letter: Locator, blank: str) -> Locator:
    return letter.locator(f".blank[data-blank='{blank}']").locator("input, textarea")


def touch(field: Locator) -> None:
    field.tap()
    expect(field).to_be_focused()


def text(letter: Locator) -> str:
    return letter.locator(".written textarea").input_value()


def middle(place: Locator) -> tuple[float, float]:
    where = place.bounding_box()
    return where["x"] + where["width"] / 2, where["y"] + where["height"] / 2


def tap_at(page: Page, spot: tuple[float, float]) -> None:
    """A finger that aims at what it saw: nothing is scrolled, nothing waited for."""
    page.touchscreen.tap(*spot)


def say(page: Page, words: str) -> None:
    """As a candidate chosen, dictated or pasted: the words come without a key."""
    page.keyboard.insert_text(words)


def copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.closest('.blank')?.dataset.blank ?? document.activeElement.tagName")


def test_one_box_after_the_other_with_taps(page, site):
    letter = to_letter(page, site)
    goods, order = middle(box(letter, "商品名称")), middle(box(letter, "订单编号"))
    tap_at(page, goods)
    expect(box(letter, "商品名称")).to_be_focused()
    say(page, GOODS)
    tap_at(page, order)
    expect(box(letter, "订单编号")).to_be_focused()
    page.keyboard.type(ORDER)
    assert (middle(box(letter, "商品名称")), middle(box(letter, "订单编号"))) == (goods, order)
    assert GOODS in text(letter) and f"订单编号{ORDER}" in text(letter)
    tap_at(page, goods)
    expect(box(letter, "商品名称")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("，面值 100")
    assert f"购买卡密（{GOODS}，面值 100），" in text(letter)


def test_the_first_tap_on_copy_copies_what_was_just_typed(page, site):
    letter = to_letter(page, site)
    button = letter.get_by_role("button", name="复制")
    touch(box(letter, "订单编号"))
    spot = middle(button)
    page.keyboard.type("13800138000")
    tap_at(page, spot)
    expect(letter.locator(".said")).to_contain_text("已复制")
    assert "13800138000" in copied(page) and copied(page) == text(letter)
    assert middle(button) == spot


def test_the_first_tap_on_what_follows_does_what_it_says(page, site):
    letter = to_letter(page, site)
    letter.get_by_role("button", name="复制").tap()
    expect(letter.locator(".said")).to_contain_text("已复制")
    summary = page.locator("details.text > summary").first
    touch(box(letter, "订单编号"))
    say(page, "13800138000")
    # The phone is not high enough for all that stands between.
    summary.evaluate("summary => summary.scrollIntoView({ block: 'center' })")
    spot = middle(summary)
    tap_at(page, spot)
    expect(page.locator("details.text[open]")).to_have_count(1)


def test_words_still_being_composed_are_copied_too(page, site):
    """An input method writes into the box before its reader has chosen; a tap elsewhere is the choice."""
    letter = to_letter(page, site)
    touch(box(letter, "商品名称"))
    spot = middle(letter.get_by_role("button", name="复制"))
    keyboard = page.context.new_cdp_session(page)
    for words in ("d", "dian", "dian ka"):
        keyboard.send("Input.imeSetComposition", {"text": words, "selectionStart": len(words), "selectionEnd": len(words)})
    keyboard.send("Input.imeSetComposition", {"text": GOODS, "selectionStart": len(GOODS), "selectionEnd": len(GOODS)})
    tap_at(page, spot)
    expect(letter.locator(".said")).to_contain_text("已复制")
    assert GOODS in copied(page) and "dian" not in copied(page)


def test_tab_and_enter_walk_from_box_to_box(page, site):
    letter = to_letter(page, site)
    order = letter.locator(".blank[data-blank]").evaluate_all("rows => rows.map(row => row.dataset.blank)")
    tab_to(page, f".blank[data-blank='{order[0]}'] input")
    for index, blank in enumerate(order):
        assert focused(page) == blank
        page.keyboard.type(f"第{index}空")
        page.keyboard.press("Enter")
        assert focused(page) == blank
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.written textarea')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "复制"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == order[-1]
    assert [box(letter, blank).input_value() for blank in order] == [f"第{index}空" for index in range(len(order))]
    assert "【请填写" not in text(letter) and "购买卡密（第1空）" in text(letter)


def test_what_was_typed_can_be_mended_and_taken_back(page, site):
    letter = to_letter(page, site)
    touch(box(letter, "订单编号"))
    page.keyboard.type("99")
    page.keyboard.press("Tab")
    assert "订单编号99" in text(letter)
    # A finger elsewhere first: two touches of one place within a moment are a gesture of their own.
    touch(box(letter, "商品名称"))
    touch(box(letter, "订单编号"))
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.keyboard.type("8")
    expect(box(letter, "订单编号")).to_have_value("98")
    assert "订单编号98" in text(letter) and "订单编号99" not in text(letter)
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    assert "【请填写：订单编号】" in text(letter)
    expect(letter.locator(".blanks > p")).to_contain_text("还有 3 处要填")


def test_several_payments_get_a_line_each(page, site):
    letter = to_letter(page, site, SCAM, "先别申请")
    payments = box(letter, "每一笔的时间、金额、交易单号、收款账户，一笔一行")
    touch(payments)
    page.keyboard.type(PAYMENTS[0])
    page.keyboard.press("Enter")
    say(page, PAYMENTS[1])
    assert "\n".join(PAYMENTS) in text(letter)
    button = letter.get_by_role("button", name="复制")
    button.scroll_into_view_if_needed()
    tap_at(page, middle(button))
    expect(letter.locator(".said")).to_contain_text("已复制")
    assert "\n".join(PAYMENTS) in copied(page)
    assert payments.bounding_box()["height"] > 60


def test_a_name_is_in_the_new_text_and_in_the_old_one(page, site):
    """A text changed by hand, then another answer: both are there, and both take what is typed into a box right before they are chosen."""
    letter = to_letter(page, site)
    touch(letter.locator(".written textarea"))
    page.keyboard.press("Control+End")
    say(page, "\n我补的一句。")
    unfold(page, "你的回答")
    page.locator(".result .answers a[href='#/sums']").first.tap()
    answer(page, "paid_amount", "90")
    go_on(page)
    moved_from(page, "sums")
    conclude(page, "可以主张")
    old, new = letter.get_by_label("我改过的"), letter.get_by_label("按新答案写的")
    expect(new).to_be_checked()
    touch(box(letter, "商品名称"))
    say(page, GOODS)
    old.tap()
    expect(old).to_be_checked()
    assert GOODS in text(letter) and "我补的一句" in text(letter)
    touch(box(letter, "订单编号"))
    page.keyboard.type(ORDER)
    new.tap()
    expect(new).to_be_checked()
    assert GOODS in text(letter) and ORDER in text(letter) and "90 元" in text(letter) and "我补的一句" not in text(letter)
    assert box(letter, "商品名称").input_value() == GOODS


def test_the_text_can_be_changed_around_what_was_filled_in(page, site):
    letter = to_letter(page, site)
    touch(box(letter, "商品名称"))
    say(page, GOODS)
    area = letter.locator(".written textarea")
    touch(area)
    page.keyboard.press("Control+Home")
    say(page, "尊敬的")
    touch(box(letter, "商品名称"))
    page.keyboard.press("End")
    say(page, "，两张")
    assert text(letter).startswith("尊敬的") and f"购买卡密（{GOODS}，两张），" in text(letter)
    page.keyboard.press("Tab")
    touch(area)
    page.keyboard.press("Control+a")
    say(page, "全部重写。")
    expect(letter.locator(".blanks")).to_be_empty()
    assert text(letter) == "全部重写。"


def in_text(page: Page, letter: Locator, blank: str) -> None:
    """Touch a blank where its words stand in the text. The paper behind the field has the same words in the same places."""
    where = """(paper, at) => {
        const range = document.createRange();
        range.setStart(paper.firstChild, at);
        range.setEnd(paper.firstChild, at + 1);
        paper.parentElement.scrollIntoView({ behavior: 'instant' });
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    }"""
    tap_at(page, tuple(letter.locator(".paper").evaluate(where, text(letter).index(blank) + 4)))
    expect(letter.locator(".written textarea")).to_be_focused()


def compose(page: Page, *steps: str) -> None:
    """As an input method writes: what is not chosen yet stands in the text already."""
    keyboard = page.context.new_cdp_session(page)
    for words in steps:
        keyboard.send("Input.imeSetComposition", {"text": words, "selectionStart": len(words), "selectionEnd": len(words)})
    keyboard.send("Input.insertText", {"text": steps[-1]})


@pytest.mark.parametrize("how", ["keys", "without a key", "composed", "caret moved without a word"])
def test_who_writes_into_a_blank_of_the_text_replaces_it_as_a_whole(page, site, how):
    letter = to_letter(page, site)
    before, blank = text(letter), "【请填写：商品名称】"
    area = letter.locator(".written textarea")
    if how == "caret moved without a word":
        # An input method may move the caret without telling: what is composed there has the blank go all the same.
        area.evaluate("(area, at) => { area.focus(); area.setSelectionRange(at, at); }", before.index(blank) + 4)
    else:
        in_text(page, letter, blank)
    {"keys": page.keyboard.type, "without a key": lambda words: say(page, words)}.get(how, lambda words: compose(page, "dian", words))(
        "card"
    )
    assert text(letter) == before.replace(blank, "card", 1)
    expect(letter.locator(".blank[data-blank='商品名称']")).to_have_count(before.count(blank) - 1)
    if how in ("keys", "without a key"):
        for _ in range(5):
            page.keyboard.press("Control+z")
        assert text(letter) == before


def test_what_deletes_a_part_of_a_blank_deletes_all_of_it(page, site):
    letter = to_letter(page, site)
    area, before, blank = letter.locator(".written textarea"), text(letter), "【请填写：订单编号】"
    end = before.index(blank) + len(blank)
    for start, key in ((end, "Backspace"), (end - len(blank), "Delete"), (end - 3, "Backspace"), (end, "Control+Backspace")):
        area.evaluate("(area, at) => { area.focus(); area.setSelectionRange(at, at); }", start)
        page.keyboard.press(key)
        assert text(letter) == before.replace(blank, "", 1), key
        page.keyboard.press("Control+z")
        if key != "Control+Backspace":
            assert text(letter) == before, key
    # A selection that begins in one is grown over it, and what is pasted stands in its place.
    write(area, before)
    area.evaluate("(area, range) => { area.focus(); area.setSelectionRange(...range); }", [end - 3, end + 1])
    say(page, "A1，")
    assert f"订单编号A1，{before[end + 1 :]}" in text(letter)


def test_copying_stays_in_reach_and_out_of_the_way_of_who_writes(page, site):
    letter = to_letter(page, site)
    area, bar = letter.locator(".written textarea"), letter.locator(".bar")
    assert area.evaluate("area => area.scrollHeight - area.clientHeight") <= 0, "the field is as high as its text"
    area.evaluate("area => scrollTo(0, area.getBoundingClientRect().top + scrollY - 200)")
    for name in ("复制", "下载 .docx"):
        expect(bar.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    area.tap(position={"x": 60, "y": 60})
    expect(area).to_be_focused()
    expect(bar).not_to_be_in_viewport()
    for words in ("甲\n" * 30,):
        say(page, words)
    assert area.evaluate("area => area.scrollHeight - area.clientHeight") <= 0
    page.locator(".result h4").first.tap()
    area.evaluate("area => scrollTo(0, area.getBoundingClientRect().top + scrollY - 200)")
    expect(bar.get_by_role("button", name="复制")).to_be_in_viewport(ratio=1)


def test_what_no_question_asks_for_stays_when_the_text_is_drawn_anew(page, site):
    """An address, for instance, which only this text wants; the page notes it and gives it to whatever the text becomes."""
    to_result(page, site, CLAIM, "可以主张", names={})
    complaint = page.locator("details.text", has_text="12315 投诉书")
    complaint.locator("> summary").tap()
    touch(box(complaint, "你的通讯地址"))
    say(page, "某市某路 1 号")
    complaint.get_by_role("button", name="我今天发出去了").tap()
    expect(page.locator(".result")).to_contain_text("2026 年 11 月 24 日发出：12315 投诉书")
    page.get_by_role("button", name="点错了，撤销最后一条").click()
    expect(page.locator(".history li")).to_have_count(0)
    unfold(page, "你的回答")
    page.locator(".result .answers a[href='#/sums']").first.tap()
    answer(page, "paid_amount", "90")
    go_on(page)
    moved_from(page, "sums")
    conclude(page, "可以主张")
    complaint.locator("> summary").tap()
    assert "地址：某市某路 1 号" in text(complaint) and "90 元" in text(complaint)
    assert box(complaint, "你的通讯地址").input_value() == "某市某路 1 号"
    expect(complaint.locator(".versions")).to_be_empty()
