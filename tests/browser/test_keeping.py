"""Keeping a case: off until agreed, found again, apart for names, and no word lost when storage fails or another tab writes."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import (
    CLAIM,
    NAMES,
    answer,
    conclude,
    fill_topic,
    go_on,
    moved_from,
    open_check,
    to_result,
    topic,
    walk,
    write,
)

KEYS = "Object.keys(localStorage).filter(key => key.startsWith('anxinmai.'))"


def agree(page: Page, *, personal: bool = False) -> None:
    if not page.locator(".keeping").evaluate("details => details.open"):
        page.locator(".keeping > summary").click()
    page.locator("label[for=keep-answers]").click()
    if personal:
        page.locator("label[for=keep-personal]").click()


def saved(page: Page) -> None:
    expect(page.locator(".keeping > summary")).to_contain_text("已保存")


def test_nothing_is_kept_until_the_reader_agrees(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="use")
    expect(page.locator(".keeping > summary")).to_have_text("保存：没有开启")
    assert page.evaluate(KEYS) == [] and page.evaluate("document.cookie") == ""
    assert "game_card" not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    expect(page.locator("#topic-use")).to_be_visible()
    expect(page.locator(".banner")).to_be_hidden()


def test_leaving_without_keeping_makes_the_browser_ask(page, site):
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    open_check(page, site)
    fill_topic(page, CLAIM)
    page.reload()
    assert asked == ["beforeunload"]


def test_a_kept_case_is_offered_and_goes_on_where_it_was(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="evidence")
    agree(page)
    saved(page)
    page.reload()
    banner = page.locator(".banner")
    expect(banner).to_contain_text("点卡、礼品卡、充值卡：用不了")
    expect(page.locator("[name=goods]:checked")).to_have_count(0)
    banner.get_by_role("button", name="继续").click()
    expect(page.locator("#topic-stage")).to_be_focused()
    walk(page, CLAIM, {})
    conclude(page, "可以主张")
    assert "100" in page.locator(".letter textarea").first.input_value()


def test_a_kept_case_is_told_from_others_and_gets_a_name(page, site):
    to_result(page, site, CLAIM, "可以主张")
    agree(page, personal=True)
    saved(page)
    page.get_by_role("button", name="我的案件").click()
    row = page.locator(".case-list > li")
    expect(row).to_contain_text("点卡、礼品卡、充值卡：用不了")
    expect(row).to_contain_text(f"{NAMES['platform_name']}，2026-11-20，100 元")
    row.get_by_role("button", name="改名字").click()
    expect(row.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("双十一那张卡")
    page.keyboard.press("Enter")
    expect(row.locator("strong")).to_be_focused()
    expect(row.locator("strong")).to_have_text("双十一那张卡")
    row.get_by_role("button", name="继续").click()
    # Another save leaves it its name.
    page.evaluate("location.hash = '#/stage'")
    answer(page, "stage", "asked_waiting")
    expect(page.locator(".keeping > summary")).to_contain_text("已保存")
    page.goto(f"{site}privacy/")
    open_check(page, site)
    expect(page.locator(".banner")).to_contain_text("双十一那张卡")
    # One way on is filled, and the other says what it goes on with.
    assert page.get_by_role("button", name="继续", exact=True).count() == 1


def test_names_and_edited_texts_want_a_consent_of_their_own(page, site):
    to_result(page, site, CLAIM, "可以主张")
    agree(page)
    saved(page)
    assert NAMES["order_no"] not in page.evaluate("JSON.stringify(localStorage)")
    page.locator("label[for=keep-personal]").click()
    write(page.locator(".letter textarea").first, "我改过的文字")
    expect(page.locator(".keeping .said")).not_to_contain_text("没有保存")
    page.wait_for_function("() => JSON.stringify(localStorage).includes('我改过的文字')")
    page.reload()
    page.locator(".banner").get_by_role("button", name="继续").click()
    expect(page.locator(".result .level").first).to_have_text("可以主张")
    assert page.locator(".letter textarea").first.input_value() == "我改过的文字"
    page.locator("label[for=keep-personal]").click()
    page.wait_for_function("() => !JSON.stringify(localStorage).includes('我改过的文字')")
    page.locator("label[for=keep-answers]").click()
    assert page.evaluate(KEYS) == []


def test_the_banner_deletes(page, site):
    open_check(page, site)
    fill_topic(page, CLAIM)
    agree(page)
    saved(page)
    page.reload()
    banner = page.locator(".banner")
    banner.get_by_role("button", name="删除").click()
    banner.get_by_role("button", name="不删").click()
    expect(banner.get_by_role("button", name="删除")).to_be_focused()
    assert [key for key in page.evaluate(KEYS) if ".case." in key]
    banner.get_by_role("button", name="删除").click()
    banner.get_by_role("button", name="删除这一件").click()
    expect(banner.get_by_role("status")).to_contain_text("已删除：点卡")
    expect(banner).to_be_focused()
    assert [key for key in page.evaluate(KEYS) if ".case." in key] == []


def test_clearing_leaves_nothing_on_the_device_or_on_the_page(page, site):
    to_result(page, site, CLAIM, "可以主张")
    agree(page, personal=True)
    saved(page)
    page.evaluate("""async () => {
        await (await caches.open('anxinmai.site')).put('/x', new Response('x'));
        await new Promise(done => { const ask = indexedDB.open('anxinmai.snapshot'); ask.onsuccess = () => { ask.result.close(); done(); }; });
    }""")
    page.locator(".md-header__option label:visible").click()
    page.get_by_role("button", name="清除全部").click()
    page.get_by_role("button", name="清除", exact=True).click()
    expect(page.locator(".keeping .said")).to_contain_text("全部清除了")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    expect(page.locator("#topic-goods")).to_be_visible()
    expect(page.locator(".checker input:checked")).to_have_count(0)
    assert NAMES["order_no"] not in page.content() and "该卡密已被使用" not in page.content()
    for worker in page.workers:
        if "/assets/checker-" in worker.url:
            # Ended in the middle of something, it takes a moment to go.
            with worker.expect_event("close"):
                pass


def test_two_tabs_lose_nothing_and_say_what_happened(open_context, site):
    context, _ = open_context()
    one, two = with_clock(context.new_page()), with_clock(context.new_page())
    open_check(one, site)
    walk(one, CLAIM, to="use")
    agree(one)
    saved(one)
    open_check(two, site)
    two.locator(".banner").get_by_role("button", name="继续").click()
    expect(two.locator("#topic-money")).to_be_visible()
    fill_topic(two, CLAIM)
    go_on(two)
    saved(two)
    expect(one.locator(".notice")).to_contain_text("在另一个标签页里改过")
    expect(one.locator("[name=goods_used][value=tried]")).to_be_checked()
    answer(one, "goods_used", "unknown")
    expect(one.locator(".notice")).to_contain_text("在另一个标签页里也改了")
    one.get_by_role("button", name="另存成一件").click()
    saved(one)
    assert len([key for key in one.evaluate(KEYS) if ".case." in key]) == 2
    expect(two.locator("#topic-evidence")).to_be_visible()


def test_the_other_tab_s_answers_can_be_taken_instead(open_context, site):
    context, _ = open_context()
    one, two = with_clock(context.new_page()), with_clock(context.new_page())
    open_check(one, site)
    walk(one, CLAIM, to="use")
    agree(one)
    saved(one)
    open_check(two, site)
    two.locator(".banner").get_by_role("button", name="继续").click()
    two.evaluate("location.hash = '#/use'")
    answer(two, "goods_used", "redeemed")
    expect(one.locator(".notice")).to_contain_text("在另一个标签页里改过")
    one.get_by_role("button", name="换成那边的").click()
    expect(one.locator("[name=goods_used][value=redeemed]")).to_be_checked()


@pytest.mark.parametrize(
    ("script", "place", "words"),
    [
        (
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
            ".keeping .said",
            "这个浏览器不让网页保存",
        ),
        (
            "Storage.prototype.setItem = function (key) { if (key.includes('.case.')) throw new DOMException('no', 'QuotaExceededError'); Reflect.apply(Storage.prototype.real, this, arguments); };",
            ".notice",
            "空间满了",
        ),
    ],
    ids=["blocked", "full"],
)
def test_storage_that_fails_is_named_and_the_page_goes_on(open_context, site, script, place, words):
    context, watch = open_context()
    page = with_clock(context.new_page())
    page.add_init_script(f"Storage.prototype.real = Storage.prototype.setItem; {script}")
    open_check(page, site)
    walk(page, CLAIM, to="use")
    agree(page)
    expect(page.locator(place)).to_contain_text(words)
    expect(page.locator("[name=goods_used][value=tried]")).to_be_checked()
    go_on(page)
    moved_from(page, "use")
    walk(page, CLAIM)
    conclude(page, "可以主张")
    # The theme's own switch for light and dark does not expect a storage that is blocked.
    watch.thrown[:] = [message for message in watch.thrown if message != "no"]


def test_a_reply_leads_to_the_next_text(page, site):
    to_result(page, site, CLAIM | {"stage": "not_asked"}, "可以主张")
    agree(page, personal=True)
    page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
    expect(page.locator(".confirmed [role=status]")).to_be_focused()
    expect(page.locator("#back")).to_be_visible()
    expect(page.locator(".result")).to_contain_text("2026 年 11 月 24 日发出：退款申请")
    saved(page)
    page.get_by_role("button", name="我的案件").click()
    expect(page.locator(".case-list .standing")).to_have_text("等待回复")
    page.locator(".case-list").get_by_role("button", name="他们回复了").click()
    expect(page.locator("#reply")).to_be_focused()
    page.locator("form.reply").get_by_label("拒绝了").check()
    page.locator("form.reply button[type=submit]").click()
    expect(page.locator("#topic-since")).to_be_focused()
    page.get_by_role("button", name="今天：哪一天被拒绝的？").click()
    assert page.locator("#refused_on").input_value() == "2026-11-24"
    answer(page, "elsewhere", "none")
    go_on(page)
    moved_from(page, "since")
    assert topic(page) == "truth"
    page.locator(".topic .answers a[href='#/refusal-reasons']").click()
    answer(page, "refusal_ground", ["final"])
    answer(page, "refused_by", "platform")
    go_on(page)
    moved_from(page, "refusal-reasons")
    assert topic(page) == "truth"
    answer(page, "truthful", "yes")
    conclude(page, "可以主张")
    expect(page.locator(".text > h4").first).to_have_text("申诉")


@pytest.mark.parametrize(
    ("reply", "ends"),
    [
        ("没有回复", "result"),
        ("只答应退一部分", "truth"),
        ("退了一部分", "truth"),
        ("要我再补材料", "truth"),
        ("答应退了", "agreed"),
        ("钱全部到账了", "result"),
    ],
)
def test_every_reply_leads_somewhere(page, site, reply, ends):
    to_result(page, site, CLAIM | {"stage": "asked_waiting", "elsewhere": "none"}, "可以主张")
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    page.locator("form.reply").get_by_label(reply).check()
    page.locator("form.reply button[type=submit]").click()
    if ends == "result":
        expect(page.locator(".confirmed [role=status]")).to_be_focused()
        expect(page.locator(".confirmed [role=status]")).to_have_text(f"记下了，2026 年 11 月 24 日对方：{reply}。")
    else:
        expect(page.locator(f"#topic-{ends}")).to_be_focused()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ({"state": "waiting", "until": "2026-11-30"}, "等待回复"),
        ({"state": "waiting", "until": "2026-11-24"}, "今天到期"),
        ({"state": "waiting", "until": "2026-11-23"}, "已过期"),
        ({"state": "solved", "until": "2026-11-23"}, "已解决"),
        ({}, "还没发出"),
    ],
)
def test_the_list_says_how_each_case_stands(page, site, status, words):
    entry = {
        "v": 1,
        "rev": "1-x",
        "title": "会员：没到账",
        "savedAt": 1,
        "answers": {"goods": "membership"},
        "replies": [],
        "status": status,
    }
    open_check(page, site)
    page.evaluate(
        "entry => { localStorage['anxinmai.consent'] = '{\"v\":1,\"answers\":true}'; localStorage['anxinmai.case.abc'] = entry; }",
        json.dumps(entry),
    )
    page.evaluate("location.hash = '#/cases'")
    expect(page.locator(".case-list .standing")).to_have_text(words)
