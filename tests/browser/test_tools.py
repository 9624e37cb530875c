"""Tools on pages of their own: a platform's rules, links, reviews. What Python reads out of a text is tried in `tests/read`; here the page is."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import with_clock
from tests.browser.own_words import row, tick
from tests.browser.steps import CLAIM, answer, conclude, go_on, overflow, walk, write
from tests.browser.test_every_page import faults

RULES = "第三条 本店商品一经售出概不退换，最终解释权归本店。退款 3 个工作日内原路退回。激活后不支持七日无理由退货。客服微信：xiaodian"
MESSAGE = "【通知】订单异常，点 http://taoba0.com/x 处理，官网 www.taobao.com"
RUNTIME = re.compile(r"/assets/runtime/.*\.wasm$")


def open_tool(page: Page, site: str, name: str) -> Locator:
    page.goto(f"{site}{name}/")
    tool = page.locator("[data-tool]")
    expect(tool).to_be_visible()
    return tool


def read(page: Page, words: str) -> Locator:
    write(page.locator("[data-tool] textarea"), words)
    page.get_by_role("button", name="查一查").click()
    found = page.locator(".found")
    expect(found.locator("h2")).to_be_focused(timeout=60_000)
    return found


def test_rules_are_read_and_what_is_ticked_stands_in_the_letter(page, site):
    open_tool(page, site, "policy-scan")
    found = read(page, RULES)
    assert overflow(page) == 0
    expect(found.locator("h2")).to_contain_text("2 处存疑")
    clause = found.locator(".clauses > li").first
    expect(clause.locator(".quote")).to_contain_text("概不退换")
    expect(clause).to_contain_text("可能无效")
    assert clause.locator(".grounds a").first.get_attribute("href").startswith("../law/")
    expect(found.locator("mark").first).to_be_visible()
    expect(found).to_contain_text("激活后不支持七日无理由退货")
    sentence = clause.locator(".for-letter").inner_text()
    found.get_by_role("button", name="带上勾选的，去自查").click()
    expect(found.get_by_role("alert").last).to_contain_text("还没有勾")
    clause.get_by_text("这一句带去自查").click()
    found.locator("label", has_text="3 个工作日").click()
    found.get_by_role("button", name="带上勾选的，去自查").click()
    story = page.locator(".story")
    expect(story.locator("h2")).to_have_text("从平台规则带来的")
    assert page.evaluate("sessionStorage['anxinmai.words.given']") is None
    expect(story.locator(":checked:is(input)")).to_have_count(0)
    expect(row(story, "对方说退款多久到账？")).to_contain_text("平台规则：“3 个工作日”")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(story.locator(".error")).to_contain_text("还没有勾")
    tick(story, sentence)
    tick(story, "对方说退款多久到账？")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    walk(page, CLAIM)
    conclude(page, "可以主张")
    texts = [area.input_value() for area in page.locator(".letter textarea").all()]
    assert any(sentence in text for text in texts)


def test_a_domain_stands_large_and_goes_along_as_the_name_of_the_platform(any_page, site):
    page = any_page
    open_tool(page, site, "link-check")
    found = read(page, MESSAGE)
    assert overflow(page) == 0
    links = found.locator(".links > li")
    assert links.locator(".domain").all_inner_texts() == ["taoba0.com", "taobao.com"]
    expect(links.first.locator(".grave")).to_contain_text("当心：")
    expect(links.nth(1)).to_contain_text("这是淘宝的域名")
    assert found.locator("a").count() == 0, "nothing that was pasted can be tapped"
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert links.first.locator(".domain").evaluate(size) > 1.4 * links.first.locator(".as-written").evaluate(size)
    expect(found).to_contain_text("不说明卖家讲不讲信用")
    found.locator("label", has_text="taoba0.com").click()
    found.get_by_role("button", name="带上勾选的，去自查").click()
    story = page.locator(".story")
    tick(story, "平台或网站叫什么？")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    walk(page, CLAIM, {})
    expect(page.locator("#platform_name")).to_have_value("taoba0.com")


@pytest.mark.parametrize(
    "given",
    [
        "{",
        "null",
        "[1]",
        json.dumps({"from": 5, "lines": ["a"]}),
        json.dumps({"from": "平台规则", "lines": [5, "", None], "proposals": [{"question": "goods"}, 7]}),
        json.dumps({"from": "平台规则", "proposals": "x", "lines": {}}),
    ],
)
def test_what_was_not_handed_over_by_us_is_nothing(page, site, given):
    page.goto(f"{site}link-check/")
    page.evaluate("given => sessionStorage.setItem('anxinmai.words.given', given)", given)
    page.goto(f"{site}check/")
    expect(page.locator("#topic-goods")).to_be_visible()
    page.evaluate("async () => { while ('anxinmai.words.given' in sessionStorage) await new Promise(done => setTimeout(done, 20)); }")
    assert "#/story" not in page.url


WATCH_SHIFTS = """() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shifted += value))).observe({ type: 'layout-shift' });
}"""
FRAMES = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"
)


@pytest.mark.parametrize("name", ["policy-scan", "link-check", "review-check", "wording-check"])
def test_nothing_moves_when_the_tool_comes(page, site, name):
    """Who has begun to read below it would lose the place. Measured as browsers do: 0.1 is what they call a little."""
    held: list[Route] = []
    page.route(re.compile(r"/tools/tool\.mjs$"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"/tools/tool\.mjs$")):
        page.goto(f"{site}{name}/", wait_until="commit")
    expect(page.locator(".md-footer")).to_be_visible()
    page.evaluate(FRAMES)
    expect(page.locator("[data-tool]")).to_be_hidden()
    page.evaluate(WATCH_SHIFTS)
    held[0].continue_()
    expect(page.locator("[data-tool]")).to_be_visible()
    page.evaluate(FRAMES)
    assert page.evaluate("shifted") < 0.05


@pytest.fixture
def looked_through(open_context) -> Page:
    """Without the policy of the page, which would keep axe out, and with nothing that moves."""
    return with_clock(open_context(bypass_csp=True, reduced_motion="reduce")[0].new_page())


@pytest.mark.heavy
def test_every_state_is_for_everybody(looked_through, site):
    page, found = looked_through, []
    for name, words in (("policy-scan", RULES), ("link-check", MESSAGE)):
        tool = open_tool(page, site, name)
        found += faults(page)
        page.get_by_role("button", name="查一查").click()
        expect(tool.locator(".error")).to_be_visible()
        found += faults(page)
        read(page, words)
        found += faults(page)
    page.locator("label", has_text="taoba0.com").click()
    page.get_by_role("button", name="带上勾选的，去自查").click()
    expect(page.locator(".story h2")).to_be_focused()
    found += faults(page)
    tool = open_tool(page, site, "review-check")
    tool.locator("fieldset").first.get_by_text("有", exact=True).click()
    page.get_by_role("button", name="看结果").click()
    expect(tool.locator(".found h2")).to_be_focused(timeout=60_000)
    found += faults(page)
    assert found == []


def test_a_page_of_a_situation_takes_its_first_answers_along(page, site):
    page.goto(f"{site}situations/code-used/")
    assert overflow(page) == 0
    page.get_by_role("link", name="答几题，按我的情况写").click()
    story = page.locator(".story")
    expect(story.locator("h2")).to_have_text("从“卡密已使用”这一页带来的")
    expect(story.locator(":checked:is(input)")).to_have_count(0)
    expect(row(story, "用的时候提示什么？")).to_contain_text("这一页：“提示已被使用”")
    tick(story, "出了什么事？")
    tick(story, "用的时候提示什么？")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    answer(page, "goods", CLAIM["goods"])
    go_on(page)
    expect(page.locator("[name=problem]:checked")).to_have_value("unusable")
