"""No conclusion can be had: the page says so in words, keeps the answers, and shows the ways to go on."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NOW, number_in
from tests.browser.steps import CLAIM, NAMES, answer, conclude, fill_topic, go_on, open_check, ready, walk, write

pytestmark = [pytest.mark.starts, pytest.mark.usefixtures("steadily")]

RUNTIME = re.compile(r"/assets/runtime/.*\.wasm$")
NO_WEBASSEMBLY = "delete globalThis.WebAssembly;"
OLD_BROWSERS = {
    "no WebAssembly": NO_WEBASSEMBLY,
    "module workers refused": "globalThis.Worker = class { constructor() { throw new TypeError('No modules'); } };",
    # As browsers do that know nothing of the option: they run the module as a plain script.
    "modules taken for scripts": "globalThis.Worker = class extends Worker { constructor(url) { super(url); } };",
}
NO_START_LIMIT = f"""{{
    const set = globalThis.setTimeout;
    globalThis.setTimeout = (run, ms, ...more) => (ms === {number_in("client.mjs", "startLimitMs")} ? 0 : set(run, ms, ...more));
}}"""
"""A start that takes too long is never given up: nobody is to wait for that where it cannot come at all."""
CATCH_WORKER = "globalThis.Worker = class extends Worker { constructor(...all) { super(...all); globalThis.caught = this; } };"


def in_trouble(page: Page) -> Locator:
    """The words that there is no conclusion, which say that nothing is lost."""
    expect(page.locator(".state [role=status]")).to_contain_text("得不出结论")
    go_on(page)
    trouble = page.locator(".trouble")
    expect(trouble).to_be_focused()
    expect(trouble).to_contain_text("你的回答都还在")
    return trouble


@pytest.mark.parametrize("block", [lambda route: route.abort(), lambda route: route.fulfill(status=404)], ids=["no network", "404"])
def test_without_the_runtime_there_are_words_and_trying_again_works(page, site, block):
    page.route(RUNTIME, block)
    open_check(page, site)
    walk(page, CLAIM)
    trouble = in_trouble(page)
    expect(trouble).to_contain_text("没能得出结论")
    assert page.request.get(page.evaluate("document.querySelector('.trouble a[href*=templates]').href")).ok
    page.unroute(RUNTIME)
    trouble.get_by_role("button", name="再试一次").click()
    expect(page.locator(".result .level").first).to_have_text("可以主张")
    assert "A20261120" in page.locator(".letter textarea").first.input_value()


@pytest.mark.parametrize("lacking", OLD_BROWSERS.values(), ids=OLD_BROWSERS.keys())
def test_a_browser_that_cannot_run_python_gives_words_and_the_checklist(page, site, lacking):
    page.add_init_script(NO_START_LIMIT)
    page.add_init_script(lacking)
    if lacking == NO_WEBASSEMBLY:
        # A browser without it has none in workers either, which no script of a test reaches but through what they load.
        page.route("**/worker.mjs", lambda route: route.fulfill(response=(given := route.fetch()), body=f"{lacking}\n{given.text()}"))
    open_check(page, site)
    walk(page, CLAIM)
    trouble = in_trouble(page)
    expect(trouble).to_contain_text("没能在这台浏览器里运行")
    expect(trouble.get_by_role("link", name="模板")).to_be_visible()
    trouble.get_by_role("link", name="看全部问题的清单").click()
    expect(page.locator("[data-question]:visible")).to_have_count(page.locator("[data-question]").count())
    expect(page.locator("[name=stage][value=refused]")).to_be_checked()


def test_the_checker_can_be_started_again_while_answering(page, site):
    page.route(RUNTIME, lambda route: route.abort())
    open_check(page, site)
    fill_topic(page, CLAIM)
    again = page.locator(".state").get_by_role("button", name="再试一次")
    expect(again).to_be_visible()
    page.unroute(RUNTIME)
    again.click()
    ready(page)
    expect(again).to_be_hidden()


def test_from_the_words_to_the_list_of_all_questions_and_back(page, site):
    page.route(RUNTIME, lambda route: route.abort())
    open_check(page, site)
    walk(page, CLAIM)
    go_on(page)
    page.locator(".trouble").get_by_role("link", name="看全部问题的清单").click()
    expect(page.locator("[data-question]:visible")).to_have_count(page.locator("[data-question]").count())
    expect(page.locator("#table")).to_be_visible()
    page.get_by_role("link", name="回到一页一页答题").click()
    expect(page.locator("#topic-truth")).to_be_visible()
    expect(page.locator("[name=stage][value=refused]")).to_be_checked()


def test_a_worker_killed_while_it_works(open_context, site):
    page = open_context()[0].new_page()
    page.add_init_script(CATCH_WORKER)
    page.clock.install()
    page.clock.set_system_time("2026-11-24T15:04:00+08:00")
    open_check(page, site)
    # Before the last answer, with which it is asked for the conclusion.
    walk(page, {id: given for id, given in CLAIM.items() if id != "truthful"})
    ready(page)
    page.evaluate("caught.terminate()")
    answer(page, "truthful", CLAIM["truthful"])
    go_on(page)
    expect(page.locator(".state [role=status]")).to_have_text("正在得出结论。")
    page.clock.fast_forward(20_000)
    expect(page.locator(".trouble")).to_contain_text("没能得出结论")
    assert page.locator("#order_no").input_value() == NAMES["order_no"]
    page.locator(".trouble").get_by_role("button", name="再试一次").click()
    expect(page.locator(".result .level").first).to_have_text("可以主张")


def test_a_long_wait_offers_the_templates_and_comes_to_an_end(open_context, site):
    page = open_context()[0].new_page()
    page.clock.install()
    page.clock.set_system_time("2026-11-24T15:04:00+08:00")
    held = []
    page.route(RUNTIME, lambda route: held.append(route))
    open_check(page, site)
    walk(page, CLAIM)
    expect(page.locator(".state [role=status]")).to_be_empty()
    go_on(page)
    expect(page.locator(".state [role=status]")).to_have_text("自查程序还在准备，准备好就得出结论。")
    offer = page.locator(".state").get_by_role("link", name="模板")
    expect(offer).to_be_hidden()
    page.clock.fast_forward(15_000)
    expect(offer).to_be_visible()
    page.clock.fast_forward(60_000)
    expect(page.locator(".trouble")).to_contain_text("没能得出结论")
    for route in held:
        route.abort()


def test_a_clock_that_is_far_off_is_named(page, site):
    page.clock.set_fixed_time("2001-01-01T08:00:00+08:00")
    open_check(page, site)
    walk(page, {key: text for key, text in CLAIM.items() if not key.endswith("_on")})
    go_on(page)
    expect(page.locator(".trouble")).to_contain_text("2001-01-01")


def test_an_answer_changed_while_waiting_makes_the_conclusion_void(page, site):
    held = []
    page.route(RUNTIME, lambda route: held.append(route))
    open_check(page, site)
    walk(page, CLAIM)
    go_on(page)
    expect(page.locator(".state [role=status]")).to_have_text("自查程序还在准备，准备好就得出结论。")
    answer(page, "truthful", "no")
    for route in held:
        route.continue_()
    ready(page)
    assert page.url.endswith("#/truth")
    conclude(page, "现有信息不支持")


def test_without_scripts_the_page_is_a_checklist(open_context, site):
    context, watch = open_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}check/")
    expect(page.locator("noscript p")).to_contain_text("这台浏览器没有运行脚本")
    expect(page.locator("noscript p")).to_be_visible()
    for place in page.locator("[data-question], [data-party]").all():
        expect(place).to_be_visible()
    expect(page.locator(".go-on")).to_be_hidden()
    expect(page.locator("[data-question=issuer_says] .only-if")).to_have_text("“用的时候提示什么？”选了“提示已被使用”，才答这一题。")
    links = [link.get_attribute("href") for link in page.locator("#table ~ p a, #table ~ * td a, .intro a").all()]
    assert len(links) > 12
    for link in set(links):
        assert page.request.get(f"{site}check/{link}").ok, link
    assert [each for each in watch.requests if "/assets/runtime/" in each] == []
    write(page.locator("#seller_name"), "某店")
    page.locator("#seller_name").press("Enter")
    assert page.url == f"{site}check/"


def test_if_our_script_does_not_come_the_checklist_unfolds(page, site):
    page.route("**/assets/checker-*/page.mjs", lambda route: route.abort())
    # The time that the page waits for the script stands still until it is over.
    page.clock.install(time=NOW)
    page.clock.pause_at(datetime.fromisoformat(NOW) + timedelta(seconds=1))
    page.goto(f"{site}check/")
    expect(page.locator("#topic-goods")).to_be_visible()
    expect(page.locator("#topic-problem")).to_be_hidden()
    expect(page.locator(".late")).to_be_hidden()
    page.clock.fast_forward(8_000)
    expect(page.locator("#topic-problem")).to_be_visible()
    expect(page.locator(".late")).to_contain_text("没有下载下来")
    page.locator(".late a").click()
    expect(page.locator("#table")).to_be_in_viewport()


def test_the_checklist_can_be_printed(page, site):
    open_check(page, site, "list")
    page.emulate_media(media="print")
    expect(page.locator("[data-question]:visible")).to_have_count(page.locator("[data-question]").count())
    expect(page.locator(".moves")).to_be_hidden()


def test_an_address_of_the_table_opens_the_list(page, site):
    page.goto(f"{site}check/#table")
    expect(page.locator("#table")).to_be_in_viewport()
