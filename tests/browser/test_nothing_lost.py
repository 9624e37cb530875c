"""What a reader has typed stays until that reader says otherwise: cases that change places, texts with two versions, switches, tabs."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, answer, conclude, fill_topic, go_on, moved_from, open_check, to_result, unfold, walk, write
from tests.browser.test_keeping import KEYS, agree, saved

MINE = "我自己改过的一段话"


def my_text(page: Page) -> None:
    write(page.locator(".letter textarea").first, MINE)


def to_cases(page: Page) -> None:
    page.get_by_role("button", name="我的案件").click()
    expect(page.locator(".cases h2")).to_be_focused()


def test_the_case_on_the_page_goes_on_with_what_is_kept_nowhere(page, site):
    """Names and edited texts are not on the device here; fetching the case from there would take them away."""
    to_result(page, site, CLAIM, "可以主张")
    agree(page)
    saved(page)
    my_text(page)
    saved(page)
    to_cases(page)
    page.locator(".case-list").get_by_role("button", name="继续").click()
    expect(page.locator(".result h2").first).to_be_focused()
    assert page.locator(".letter textarea").first.input_value() == MINE
    to_cases(page)
    page.locator(".case-list").get_by_role("button", name="他们回复了").click()
    page.locator("form.reply").get_by_label("没有回复").check()
    page.locator("form.reply button[type=submit]").click()
    expect(page.locator(".confirmed [role=status]")).to_be_focused()
    assert page.locator("#order_no").input_value() != ""


def test_a_new_case_waits_until_the_old_one_is_safe(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="use")
    page.evaluate("location.hash = '#/cases'")
    another, ask = page.get_by_role("button", name="查一件新的"), page.locator("#another-ask")
    another.click()
    expect(ask).to_contain_text("没有保存，换掉就没有了")
    expect(ask.get_by_role("button", name="先下载案件文件")).to_be_focused()
    ask.get_by_role("button", name="不换").click()
    expect(another).to_be_focused()
    expect(page.locator("[name=goods]:checked")).to_have_count(1)
    another.click()
    with page.expect_download():
        ask.get_by_role("button", name="先下载案件文件").click()
    expect(page.locator("[name=goods]:checked")).to_have_count(1)
    another.click()
    expect(page.locator("#topic-goods")).to_be_focused()
    expect(page.locator("[name=goods]:checked")).to_have_count(0)


def test_a_new_case_can_be_begun_at_once_when_the_old_one_does_not_matter(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="use")
    page.evaluate("location.hash = '#/cases'")
    page.get_by_role("button", name="查一件新的").click()
    page.get_by_role("button", name="不要了，换掉").click()
    expect(page.locator("[name=goods]:checked")).to_have_count(0)


def test_a_case_from_a_file_waits_until_the_old_one_is_safe(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="use")
    page.evaluate("location.hash = '#/cases'")
    write(page.locator("#case-paste"), '{"v": 1, "answers": {"goods": "membership"}}')
    page.get_by_role("button", name="打开", exact=True).click()
    ask = page.locator("#import-ask")
    expect(ask).to_contain_text("没有保存，换掉就没有了")
    expect(page.locator("[name=goods][value=game_card]")).to_be_checked()
    ask.get_by_role("button", name="不要了，换掉").click()
    expect(page.locator("[name=goods][value=membership]")).to_be_checked()


def test_a_file_with_a_choice_that_is_not_there_is_refused_in_words(page, site):
    open_check(page, site)
    page.evaluate("location.hash = '#/cases'")
    write(page.locator("#case-paste"), '{"v": 1, "answers": {"goods": "nope"}}')
    page.get_by_role("button", name="打开", exact=True).click()
    expect(page.locator(".cases .said")).to_contain_text("选项“nope”这里没有")


def add_by_hand(page: Page, letter: Locator, words: str) -> None:
    letter.locator("textarea").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def change(page: Page, topic: str, id: str, value: str) -> None:
    """Another answer, and the conclusion once more."""
    unfold(page, "你的回答")
    page.locator(f".result .answers a[href='#/{topic}']").first.click()
    page.locator(f"#{id}").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(value)
    go_on(page)
    moved_from(page, topic)
    conclude(page, "可以主张")


def test_a_text_changed_before_and_after_the_answers_changed_is_there_twice(page, site):
    to_result(page, site, CLAIM, "可以主张")
    letter = page.locator(".letter").first
    add_by_hand(page, letter, MINE)
    change(page, "sums", "paid_amount", "99.50")
    text, versions = letter.locator("textarea").first, letter.locator(".versions")
    expect(versions.get_by_label("按新答案写的")).to_be_checked()
    assert "99.50" in text.input_value() and MINE not in text.input_value()
    add_by_hand(page, letter, "新的这份也改了")
    versions.get_by_label("我改过的").check()
    assert text.input_value().endswith(MINE) and "99.50" not in text.input_value()
    expect(versions.locator(".hint")).to_contain_text("按以前的答案写的")
    add_by_hand(page, letter, "又添")
    versions.get_by_label("按新答案写的").check()
    expect(versions.locator(".hint")).to_be_empty()
    assert text.input_value().endswith("新的这份也改了")
    # The same sum, so the same text, but concluded and drawn anew.
    change(page, "sums", "paid_amount", "99.5")
    assert text.input_value().endswith("新的这份也改了")
    versions.get_by_label("我改过的").check()
    assert text.input_value().endswith(f"{MINE}又添")


@pytest.mark.parametrize(
    ("topic", "id", "value"), [("sums", "paid_amount", "90"), ("names", "platform_name", "另一家卡盟")], ids=["a sum", "a name"]
)
def test_the_new_text_is_copied_and_the_old_one_can_still_be(open_context, site, topic, id, value):
    page = with_clock(open_context(permissions=["clipboard-read", "clipboard-write"])[0].new_page())
    to_result(page, site, CLAIM, "可以主张")
    letter = page.locator(".letter").first
    add_by_hand(page, letter, MINE)
    change(page, topic, id, value)
    copy, said = letter.get_by_role("button", name="复制"), letter.locator(".said")
    copy.click()
    expect(said).to_contain_text("已复制")
    assert value in page.evaluate("navigator.clipboard.readText()") and MINE not in page.evaluate("navigator.clipboard.readText()")
    letter.get_by_label("我改过的").check()
    copy.click()
    expect(said).to_contain_text("已复制")
    assert MINE in page.evaluate("navigator.clipboard.readText()")


def test_after_a_refusal_the_new_complaint_is_on_view_and_the_old_one_beside_it(page, site):
    to_result(page, site, CLAIM | {"elsewhere": "none"}, "可以主张")
    letter = page.locator(".letter", has=page.get_by_label("12315 投诉书的文字，可以修改"))
    page.locator("details.text > summary", has_text="12315 投诉书").click()
    add_by_hand(page, letter, MINE)
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    page.locator("form.reply").get_by_label("拒绝了").check()
    page.locator("form.reply button[type=submit]").click()
    expect(page.locator("#topic-since")).to_be_focused()
    walk(page, CLAIM | {"elsewhere": "none"}, {})
    conclude(page, "可以主张")
    assert MINE not in letter.locator("textarea").first.input_value()
    letter.get_by_label("我改过的").check()
    assert MINE in letter.locator("textarea").first.input_value()


def test_a_name_filled_in_keeps_what_was_changed_by_hand(page, site):
    """The text that the answers give has the name now and nothing else is new, so there is nothing to choose between."""
    to_result(page, site, CLAIM, "可以主张", names={})
    letter = page.locator(".letter").first
    add_by_hand(page, letter, MINE)
    letter.get_by_label("商品名称").click()
    page.keyboard.type("点卡")
    unfold(page, "你的回答")
    page.locator(".result .answers a[href='#/sums']").first.click()
    answer(page, "paid_amount", "100.00")
    go_on(page)
    moved_from(page, "sums")
    conclude(page, "可以主张")
    text = letter.locator("textarea").first.input_value()
    assert text.endswith(MINE) and "购买卡密（“点卡”）" in text
    expect(letter.locator(".versions")).to_be_empty()


def test_a_text_that_is_no_longer_offered_can_be_copied(open_context, site):
    page = with_clock(open_context(permissions=["clipboard-read", "clipboard-write"])[0].new_page())
    to_result(page, site, CLAIM, "可以主张", names={})
    letter = page.locator(".letter").first
    add_by_hand(page, letter, MINE)
    letter.get_by_label("商品名称").click()
    page.keyboard.insert_text("蓝色点卡")
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="退款这件事").get_by_role("link").click()
    answer(page, "stage", "not_asked")
    go_on(page)
    moved_from(page, "stage")
    conclude(page, "可以主张")
    old = page.locator("details.text", has=page.get_by_label("改过的文本 1"))
    old.locator("> summary").click()
    old.get_by_role("button", name="复制").click()
    expect(old.locator(".said")).to_contain_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert MINE in copied and "蓝色点卡" in copied


def test_a_blank_takes_what_was_typed_as_it_is(page, site):
    """In the browser's own replacing, `$&` would stand for the blank."""
    to_result(page, site, CLAIM, "可以主张", names={})
    row = page.locator(".letter").first.locator(".blank:has(input)").first
    blank = row.get_attribute("data-blank")
    row.locator("input").click()
    page.keyboard.type("A$&B$1")
    text = page.locator(".letter textarea").first.input_value()
    assert "A$&B$1" in text and f"【请填写：{blank}】" not in text


def test_turning_off_names_how_many_cases_go(page, site):
    open_check(page, site)
    fill_topic(page, CLAIM)
    agree(page)
    saved(page)
    page.evaluate(
        'localStorage[\'anxinmai.case.other\'] = \'{"v":1,"rev":"1-x","title":"x","savedAt":1,"answers":{},"replies":[],"status":{}}\''
    )
    page.locator("label[for=keep-answers]").click()
    ask = page.locator("#keeping-ask")
    expect(ask).to_contain_text("1 件案件会一起删除")
    expect(page.locator("#keep-answers")).to_be_checked()
    ask.get_by_role("button", name="不关").click()
    assert len([key for key in page.evaluate(KEYS) if ".case." in key]) == 2
    page.locator("label[for=keep-answers]").click()
    ask.get_by_role("button", name="关掉并删除").click()
    expect(page.locator("#keep-answers")).not_to_be_checked()
    assert page.evaluate(KEYS) == []


def test_a_switch_touched_in_one_tab_is_seen_in_the_other(open_context, site):
    context, _ = open_context()
    one, two = with_clock(context.new_page()), with_clock(context.new_page())
    for tab in (one, two):
        open_check(tab, site)
        walk(tab, CLAIM, to="use")
    agree(two)
    saved(two)
    saved(one)
    expect(one.locator("#keep-answers")).to_be_checked()
    two.locator("label[for=keep-answers]").click()
    two.get_by_role("button", name="关掉并删除").click()
    expect(one.locator("#keep-answers")).not_to_be_checked()
    expect(one.locator(".keeping > summary")).to_have_text("保存：没有开启")


def test_a_case_that_was_deleted_is_not_called_kept(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="use")
    agree(page)
    saved(page)
    to_cases(page)
    page.locator(".case-list").get_by_role("button", name="删除").click()
    page.locator(".case-list").get_by_role("button", name="删除这一件").click()
    expect(page.locator(".case-list [role=status]")).to_be_focused()
    expect(page.locator(".keeping .said")).to_contain_text("从这台设备上删掉了")
    expect(page.locator("[name=goods]:checked")).to_have_count(1)


def test_money_that_has_come_ends_the_matter_and_urges_nobody(page, site):
    to_result(page, site, CLAIM | {"stage": "asked_waiting", "elsewhere": "none"}, "可以主张")
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    page.locator("form.reply").get_by_label("钱全部到账了").check()
    page.locator("form.reply button[type=submit]").click()
    result = page.locator(".result")
    expect(result.locator("h2").first).to_have_text("这件事已经解决")
    expect(result.locator(".level, .acts, .letter").first).to_be_hidden()
    expect(result).to_contain_text("对方：钱全部到账了")
    result.locator("details.earlier > summary").click()
    expect(result.locator(".level").first).to_be_visible()
    agree(page, personal=True)
    saved(page)
    page.reload()
    page.locator(".banner").get_by_role("button", name="继续").click()
    expect(result.locator("h2").first).to_have_text("这件事已经解决")
    result.get_by_role("button", name="没有全部到账，改回来").click()
    expect(result.locator("h2").first).not_to_have_text("这件事已经解决")
    expect(result.locator(".level").first).to_be_visible()


def test_what_was_noted_by_mistake_is_taken_back(page, site):
    to_result(page, site, CLAIM | {"stage": "not_asked"}, "可以主张")
    before = page.locator(".letter textarea").first.input_value()
    page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
    expect(page.locator(".result")).to_contain_text("2026 年 11 月 24 日发出：退款申请")
    page.get_by_role("button", name="点错了，撤销最后一条").click()
    expect(page.locator(".history li")).to_have_count(0)
    expect(page.locator("[name=stage][value=not_asked]")).to_be_checked()
    assert page.locator(".letter textarea").first.input_value() == before
    expect(page.get_by_role("button", name="点错了")).to_have_count(0)


def test_no_reply_chosen_is_said_at_the_top_and_beside_and_not_for_ever(page, site):
    to_result(page, site, CLAIM | {"stage": "asked_waiting", "elsewhere": "none"}, "可以主张")
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    reply = page.locator("form.reply")
    reply.locator("button[type=submit]").click()
    expect(reply.locator(".error-summary")).to_be_focused()
    expect(reply.locator("fieldset p.error")).to_have_text("错误：选择对方怎么回复的")
    assert page.title().startswith("错误：")
    reply.get_by_label("没有回复").check()
    expect(reply.locator("p.error, .error-summary")).to_have_count(0)


def test_an_error_is_whole_when_one_comes_back_to_it(page, site):
    open_check(page, site)
    fill_topic(page, CLAIM)
    go_on(page)
    moved_from(page, "goods")
    page.locator(".go-on").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.go_back()
    expect(page.locator(".error-summary")).to_have_count(0)
    assert not page.title().startswith("错误：")
    page.go_forward()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.locator(".topic:visible p.error")).to_be_visible()
    assert page.title().startswith("错误：")


@pytest.mark.parametrize(
    "agent", ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49"]
)
def test_inside_wechat_the_way_out_is_said_before_anything_is_typed(open_context, site, agent):
    context, _ = open_context(user_agent=agent)
    page = with_clock(context.new_page())
    open_check(page, site)
    expect(page.locator(".host")).to_be_visible()
    expect(page.locator(".host")).to_contain_text("在浏览器打开")
    fill_topic(page, CLAIM)
    go_on(page)
    moved_from(page, "goods")
    expect(page.locator(".host")).to_be_hidden()


def test_every_reason_says_whose_rule_it_is_and_where_it_stands(page, site):
    to_result(page, site, CLAIM, "可以主张")
    unfold(page, "为什么")
    reasons = page.locator(".reasons > li")
    assert reasons.count() >= 1
    for reason in reasons.all():
        assert reason.locator(".basis").inner_text() in ("法定", "平台规则", "惯例", "本站取值")
        assert re.search(r"/rules/[a-z-]+/#", reason.get_by_role("link", name="看这条规则").evaluate("link => link.href"))
    assert re.search(r"/law/[a-z]+/#", reasons.locator(".sources a").first.evaluate("link => link.href"))
