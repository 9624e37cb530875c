"""The pages with tools once more: clause by clause, what they keep and what goes, where Python or the network is missing, what is as long as may be. Python's reply
is read beside the browser by the same code, so that most of it is about the page.
"""

import json
import re
from datetime import datetime
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from checker.read.reviews import questions
from checker.reading import read
from tests.browser.conftest import NOW, SITE, address, with_clock
from tests.browser.own_words import says
from tests.browser.steps import CLAIM, answer, conclude, open_check, overflow, tap, walk, write
from tests.browser.test_offline import CACHED, installed, own_site, stop  # noqa: F401 (fixtures)

RUNTIME = re.compile(r"/assets/runtime/")
ENGINE = re.compile(r"/assets/runtime/.*\.wasm$")
POLICY = "\n".join(
    (
        "购买须知 <b>请细看</b>😡",
        "一、虚拟商品一经售出概不退换。",
        "二、本店活动的最终解释权归本店所有。",
        "三、激活后不支持退款。",
        "四、退款申请通过后 3 个工作日内原路退回。",
        "五、客服QQ：123456。",
    )
)
MESSAGE = "【某某】订单异常，点 http://taobao.com.taoba0.top/pay?id=1 处理，官网 https://www.jd.com/ ，勿回"
TASKS = """
    globalThis.tasks = [];
    new PerformanceObserver(list => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    const get = DataTransfer.prototype.getData;
    globalThis.taken = 0;
    DataTransfer.prototype.getData = function (...type) {
        const before = performance.now();
        const text = get.apply(this, type);
        globalThis.taken = Math.max(globalThis.taken, performance.now() - before);
        return text;
    };
"""
"""How long the page was busy at once, and how long of that the browser itself took to hand out what was on the clipboard: told here, and not judged."""
PLACES = {"policy": "policy-scan", "link": "link-check", "reviews": "review-check"}
GIVEN = "anxinmai.words.given"


def read_by_python(what: str, text: str) -> dict:
    return json.loads(json.dumps(read(what, text, datetime.fromisoformat(NOW))))


def open_tool(page: Page, site: str, what: str) -> Locator:
    page.goto(f"{site}{PLACES[what]}/")
    place = page.locator("[data-tool]")
    expect(place).to_be_visible()
    return place


def scan(page: Page, site: str, what: str, text: str) -> Locator:
    """What was found in a text, with Python's reply read beside the browser."""
    says(page, **{what: read_by_python(what, text)})
    return ask(page, site, what, text)


def ask(page: Page, site: str, what: str, text: str) -> Locator:
    place = open_tool(page, site, what)
    write(page.locator(f"#{what}"), text)
    # Below what is said of a long text as soon as it stands there.
    page.locator(".read-it").click()
    expect(place.locator(".found h2")).to_be_focused()
    return place.locator(".found")


def choose(page: Page, answers: dict[str, str]) -> None:
    for id, value in answers.items():
        tap(page, f"label[for={id}-{value}]")


def doubtful(text: str = POLICY) -> list[dict]:
    return [each for each in read_by_python("policy", text)["clauses"] if each["doubtful"]]


def to_given(page: Page) -> Locator:
    """What was taken along is on view in the checker."""
    page.locator(".found").get_by_role("button", name="带上勾选的，去自查").click()
    expect(page.locator(".story h2")).to_be_focused()
    return page.locator(".story")


# 查规则


def test_a_policy_is_read_clause_by_clause_with_its_grounds(any_page, site):
    found = ask(any_page, site, "policy", POLICY)
    clauses = doubtful()
    assert [each["kind"] for each in clauses] == ["no_refund", "final_say"]
    rows = found.locator(".clauses > li")
    expect(rows).to_have_count(len(clauses))
    for row, clause in zip(rows.all(), clauses, strict=True):
        expect(row.locator("h3")).to_have_text(clause["title"])
        expect(row.locator(".quote")).to_have_text(f"“{POLICY[slice(*clause['spans'][0])]}”")
        expect(row.locator(".for-letter")).to_have_text(clause["for_letter"])
        expect(row).to_contain_text(clause["say"])
        assert "可能无效" in row.inner_text()
        links = row.locator(".grounds a")
        assert links.all_inner_texts() == [each["title"] for each in clause["grounds"]]
        for link in links.all():
            home, _, id = link.evaluate("link => link.href").partition("#")
            page = SITE / home.removeprefix(site) / "index.html"
            assert home.startswith(f"{site}law/") and f'id="{id}"' in page.read_text(encoding="utf-8")
    expect(found).to_contain_text("3 个工作日")
    expect(found).to_contain_text("激活后不支持退款")
    expect(found).to_contain_text("客服QQ")
    assert found.locator("mark").count() >= len(clauses) and "<b>请细看</b>😡" in found.locator(".told").inner_text()
    assert found.locator("b").count() == 0 and "object" not in found.inner_text()
    assert overflow(any_page) == 0
    expect(found.locator("input:checked")).to_have_count(0)


def test_nothing_doubtful_is_said_and_proves_nothing(page, site):
    found = scan(page, site, "policy", "欢迎光临，祝你购物愉快。")
    expect(found.locator("h2")).to_have_text("没读出要留意的条款")
    expect(found).to_contain_text("不等于没有问题")
    expect(found.locator("button, input")).to_have_count(0)


def test_a_sentence_is_copied(open_context, site):
    page = with_clock(open_context(permissions=["clipboard-read", "clipboard-write"])[0].new_page())
    found = scan(page, site, "policy", POLICY)
    row = found.locator(".clauses > li").nth(1)
    row.get_by_role("button", name="复制这一句").click()
    expect(row.locator(".said")).to_have_text("已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == doubtful()[1]["for_letter"]


def test_what_is_ticked_goes_along_and_stands_in_the_texts_once_it_is_ticked_there(watched, site):
    page, watch = watched
    found = scan(page, site, "policy", POLICY)
    watch.requests.clear()
    found.get_by_role("button", name="带上勾选的，去自查").click()
    expect(found.locator(".error")).to_have_text("还没有勾要带走的。")
    for row in (0, 1):
        found.locator(".clauses > li").nth(row).locator(".option label").click()
    story = to_given(page)
    expect(story.locator("h2")).to_have_text("从平台规则带来的")
    expect(story.locator("input:checked")).to_have_count(0)
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(story.locator(".error")).to_contain_text("还没有勾")
    story.locator(".proposals .option label", has_text=doubtful()[1]["for_letter"][:20]).click()
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    assert GIVEN not in page.evaluate("Object.keys(sessionStorage)")
    walk(page, CLAIM)
    conclude(page, "可以主张")
    letter = page.locator(".letter textarea").first.input_value()
    assert doubtful()[1]["for_letter"] in letter and doubtful()[0]["for_letter"] not in letter
    assert [each for each in watch.requests if "解释权" in unquote(each) or not each.endswith(" ")] == []


# 查渠道


def test_where_to_look_further_does_not_promise_what_it_cannot(page, site):
    found = scan(page, site, "link", MESSAGE)
    for row in read_by_python("link", MESSAGE)["look_up"]:
        place = found.locator("li", has=page.locator("strong", has_text=row["name"])).last
        expect(place).to_contain_text(row["entry"])
        # A channel's row says what it cannot do; without the negation it would say that it can.
        assert not row["cannot"] or re.search("不|没", place.locator(".hint").inner_text())
    for each in read_by_python("link", MESSAGE)["never_proves"]:
        expect(found).to_contain_text(each)


def test_a_number_is_offered_as_nobodys_name(page, site):
    found = scan(page, site, "link", "充值点 http://192.0.2.7/pay 或 http://taoba0.top/x")
    assert found.locator(".domain").all_inner_texts() == ["192.0.2.7", "taoba0.top"]
    assert found.locator(".option label").all_inner_texts() == ["taoba0.top"]


def test_no_link_in_a_message_is_said(page, site):
    found = scan(page, site, "link", "你好，在吗")
    expect(found.locator("h2")).to_have_text("没有读出链接")
    expect(found.locator("input, button")).to_have_count(0)


# 查评价


@pytest.mark.parametrize(("value", "words"), [("yes", "先别付款"), ("unseen", "看不到不等于没有问题")])
def test_reviews_are_weighed_in_words(page, site, value, words):
    open_tool(page, site, "reviews")
    choose(page, {each.id: value for each in questions()})
    tap(page, ".read-it")
    found = page.locator(".found")
    expect(found.locator("h2")).to_be_focused()
    expect(found).to_contain_text(words)
    assert found.locator("..").get_attribute("hidden") is None and overflow(page) == 0
    worried = [each for each in questions() if each.worry == value]
    expect(found.locator("li")).to_have_count(len(worried))
    for row, each in zip(found.locator("li").all(), worried, strict=True):
        expect(row).to_contain_text(each.found)
        assert "。。" not in row.inner_text()


# All of them


@pytest.mark.starts
@pytest.mark.parametrize("what", PLACES)
def test_who_only_reads_loads_no_python_and_without_scripts_there_is_a_way(open_context, site, what):
    context, watch = open_context()
    page = context.new_page()
    open_tool(page, site, what)
    page.wait_for_load_state("networkidle")
    assert [each for each in watch.requests if RUNTIME.search(each)] == []
    plain = open_context(java_script_enabled=False)[0].new_page()
    plain.goto(f"{site}{PLACES[what]}/")
    expect(plain.locator("[data-tool]")).to_be_hidden()
    # Playwright's own scripts run, so that it takes what is in there for hidden.
    assert "没有运行脚本" in plain.locator("noscript").text_content()
    plain.locator("article a[href*='three-checks']").first.click()
    expect(plain.locator("h1")).to_contain_text("三查")
    plain.locator(f"article a[href*='{PLACES[what]}']").first.click()
    expect(plain).to_have_url(re.compile(f"/{PLACES[what]}/$"))


@pytest.mark.starts
@pytest.mark.parametrize("what", PLACES)
def test_a_tool_that_does_not_come_is_said_and_one_whose_python_does_not_keeps_the_words(open_context, site, what):
    page = with_clock(open_context()[0].new_page())
    page.route(re.compile(r"/tools/(policy|link|reviews)\.mjs$"), lambda route: route.abort())
    page.goto(f"{site}{PLACES[what]}/")
    expect(page.locator(".late")).to_contain_text("没有下载下来")
    page.unroute_all()
    page.route(ENGINE, lambda route: route.abort())
    open_tool(page, site, what)
    expect(page.locator(".late")).to_be_hidden()
    if what == "reviews":
        choose(page, {questions()[0].id: "yes"})
    else:
        write(page.locator(f"#{what}"), "一经售出概不退换")
    tap(page, ".read-it")
    expect(page.locator(".said")).to_contain_text("这次没有")
    expect(page.locator(".found")).to_be_empty()
    page.reload()
    expect(page.locator(f"#{questions()[0].id}-yes") if what == "reviews" else page.locator(f"#{what}")).to_have_js_property(
        "checked" if what == "reviews" else "value", True if what == "reviews" else "一经售出概不退换"
    )


@pytest.mark.parametrize("what", ["policy", "link"])
def test_what_was_pasted_is_there_after_a_reload_and_goes_with_everything(page, site, what):
    open_tool(page, site, what)
    tap(page, ".read-it")
    expect(page.locator(f"#{what}")).to_be_focused()
    expect(page.locator(f"#{what}-error")).to_contain_text("先")
    write(page.locator(f"#{what}"), "看 taoba0.com 这家店")
    expect(page.locator(f"#{what}-error")).to_have_count(0)
    page.reload()
    expect(page.locator(f"#{what}")).to_have_value("看 taoba0.com 这家店")
    open_check(page, site, "cases")
    page.get_by_role("button", name="清除全部").click()
    page.get_by_role("button", name="清除", exact=True).click()
    expect(page.locator(".keeping .said")).to_contain_text("全部清除了")
    assert page.evaluate("sessionStorage.length") == 0
    open_tool(page, site, what)
    expect(page.locator(f"#{what}")).to_have_value("")


@pytest.mark.parametrize("what", ["policy", "link"])
def test_other_words_make_the_result_void(page, site, what):
    found = scan(page, site, what, MESSAGE)
    expect(found.locator("h2")).to_be_visible()
    page.locator(f"#{what}").press("End")
    page.keyboard.type("x")
    expect(found).to_be_empty()


@pytest.mark.parametrize(("what", "most"), [("policy", "200,000"), ("link", "20,000")])
def test_ten_million_characters_do_not_hold_up_the_page(open_context, site, what, most):
    page = with_clock(open_context(permissions=["clipboard-read", "clipboard-write"])[0].new_page())
    page.add_init_script(TASKS)
    open_tool(page, site, what)
    field = page.locator(f"#{what}")
    write(field, "先前写的。")
    page.evaluate("navigator.clipboard.writeText('一二三四😡'.repeat(2e6))")
    page.evaluate("globalThis.tasks.length = 0")
    field.press("End")
    field.press("ControlOrMeta+v")
    expect(page.locator(".said").first).to_contain_text(f"贴的有 10,000,000 字，最多读 {most} 字")
    expect(page.locator(".said").first).to_contain_text("还在剪贴板里")
    assert field.input_value().startswith("先前写的。一二三四😡")
    longest, taken = page.evaluate("[Math.max(0, ...globalThis.tasks), globalThis.taken]")
    print(f"\n{what}: longest task {longest:.0f} ms, of which the clipboard {taken:.0f} ms")


def test_a_policy_as_long_as_may_be_is_read_and_can_be_replaced(page, site):
    text = "第一条 虚拟商品一经售出概不退换。" + "本条为普通说明。" * 24_900
    page.add_init_script(TASKS)
    found = scan(page, site, "policy", text)
    expect(found.locator(".told")).to_contain_text("只显示标出来的前后")
    assert len(found.locator(".told").inner_text()) < 3_000
    field = page.locator("#policy")
    assert field.input_value().endswith("……") and len(field.input_value()) < 2_000
    assert page.evaluate("sessionStorage['anxinmai.tool.policy'].length") == len(text)
    page.reload()
    expect(field).to_have_value(re.compile("^第一条.*……$"))
    page.get_by_role("button", name="清空，另贴一篇").click()
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    assert page.evaluate("sessionStorage.length") == 0


def test_what_is_handed_over_is_text_and_an_unknown_question_is_left_out(page, site):
    line = '<img src=x onerror="alert(1)">' + "长" * 200
    proposals = [
        {"question": "no_such", "label": "甲", "value": "乙", "shown": "丙", "words": "丁"},
        {"question": "goods", "label": "买的是什么？", "value": "no_such", "shown": "丙", "words": "丁"},
    ]
    page.goto(f"{site}schema.json")
    value = json.dumps({"from": "平台规则", "lines": [line], "proposals": proposals})
    page.evaluate("([key, value]) => sessionStorage.setItem(key, value)", [GIVEN, value])
    page.goto(f"{site}check/")
    story = page.locator(".story")
    expect(story.locator("h2")).to_have_text("从平台规则带来的")
    expect(story.locator("input[type=checkbox]")).to_have_count(1)
    assert story.locator("img").count() == 0
    story.locator(".proposals .option label").click()
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    # It is there before anything is answered, and after that.
    page.reload()
    answer(page, "goods", "game_card")
    page.wait_for_function("JSON.parse(sessionStorage['anxinmai.tab'] ?? '{}').answers?.goods === 'game_card'")
    (kept,) = json.loads(page.evaluate("sessionStorage['anxinmai.tab']"))["events"]
    assert len(kept["what"]) <= 120 and kept["what"].startswith("<img")


@pytest.mark.heavy
@pytest.mark.starts
def test_the_tools_go_on_with_the_server_stopped(installed, own_site):  # noqa: F811 (fixtures)
    page, (_, server) = installed, own_site
    site = address(server)

    def use(page: Page) -> None:
        for what, text in (("policy", POLICY), ("link", MESSAGE)):
            ask(page, site, what, text)
        open_tool(page, site, "reviews")
        choose(page, {questions()[0].id: "yes"})
        tap(page, ".read-it")
        expect(page.locator(".found h2")).to_be_focused()

    use(page)
    page.evaluate(CACHED, "anxinmai.runtime.")
    stop(server)
    use(page)
