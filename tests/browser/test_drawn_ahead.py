"""The conclusion is worked out and drawn while the last answer is given, and is that of the answers when it is asked for."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NOW
from tests.browser.steps import CLAIM, NAMES, answer, conclude, go_on, moved_from, open_check, walk, write
from tests.browser.test_own_words import VANISHED

#: What was asked of Python, and how many fields for texts were made since a conclusion was asked for last.
COUNTING = """
globalThis.asked = [];
globalThis.fields = 0;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (text, ...more) {
  if (typeof text === 'string') {
    asked.push(JSON.parse(text));
    if (asked.at(-1).kind === 'check') fields = 0;
  }
  return post.call(this, text, ...more);
};
const make = Document.prototype.createElement;
Document.prototype.createElement = function (name, ...more) { if (name === 'textarea') fields += 1; return make.call(this, name, ...more); };
"""
CHECKS = "asked.filter(({ kind }) => kind === 'check').length"
LAST = "asked.findLast(({ kind }) => kind === 'check')"
#: Whoever answers slowly has conclusions drawn on the way, of what was answered until then.
IS_DRAWN = """([answers, parties]) => {
  const last = @;
  const holds = (given, wanted) => Object.entries(wanted).every(([id, value]) => JSON.stringify(given[id]) === JSON.stringify(value));
  return last && holds(last.answers, answers) && holds(last.parties, parties) && fields > 0;
}""".replace("@", LAST)


@pytest.fixture
def last_page(page, site):
    """All is answered, and the conclusion is drawn and not on view."""
    page.add_init_script(COUNTING)
    open_check(page, site)
    walk(page, CLAIM)
    page.wait_for_function(IS_DRAWN, arg=[CLAIM, NAMES])
    return page


def test_it_is_there_at_once(last_page):
    checks, fields = last_page.evaluate(f"[{CHECKS}, fields]")
    conclude(last_page, "可以主张")
    assert last_page.evaluate(f"[{CHECKS}, fields]") == [checks, fields]
    expect(last_page.locator(".result .answers a[href='#/sums']")).to_have_count(1)


def test_whoever_asks_for_it_does_not_wait_for_its_style_and_layout(last_page):
    """Whether the browser looks at all elements of the conclusion again, which is most of what there is to wait for on a cheap phone."""
    browser = last_page.context.new_cdp_session(last_page)
    noted, done = [], []
    browser.on("Tracing.dataCollected", lambda part: noted.extend(part["value"]))
    browser.on("Tracing.tracingComplete", lambda _: done.append(True))
    browser.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": ["devtools.timeline"]}})
    conclude(last_page, "可以主张")
    browser.send("Tracing.end")
    expect(last_page.locator(".result h2").first).to_be_visible()
    while not done:
        # Messages of the browser are heard while one waits for another.
        last_page.evaluate("new Promise(requestAnimationFrame)")
    looked_at = [each["args"]["elementCount"] for each in noted if each["name"] == "UpdateLayoutTree" and "elementCount" in each["args"]]
    assert 0 < sum(looked_at) < last_page.locator(".result *").count() / 6


def test_nobody_meets_it_before_it_is_asked_for(last_page):
    level = last_page.locator(".result .level").first
    expect(level).to_have_text("可以主张")
    expect(level).to_be_hidden()
    assert level.bounding_box()["height"] > 0, "laid out it is"
    gap = "document.querySelector('.keeping').getBoundingClientRect().top - document.querySelector('.moves').getBoundingClientRect().bottom"
    room = last_page.evaluate(gap)
    last_page.evaluate("document.querySelector('.result').style.setProperty('display', 'none', 'important')")
    assert last_page.evaluate(gap) == room, "it takes no room"
    last_page.evaluate("document.querySelector('.result').style.removeProperty('display')")
    assert "可以主张" not in last_page.locator("body").aria_snapshot()
    assert last_page.evaluate("find('看结论')") and not last_page.evaluate("find('可以主张')")
    last_page.keyboard.press("ControlOrMeta+a")
    assert "可以主张" not in last_page.evaluate("`${getSelection()}`")
    last_page.locator(".go-back").focus()
    last_page.keyboard.press("Tab")
    assert last_page.evaluate("document.activeElement.closest('.result') === null")
    last_page.emulate_media(media="print")
    expect(last_page.locator(".result")).to_have_css("display", "none")


def test_what_is_changed_after_that_stands_in_it(last_page):
    last_page.locator(".topic .answers a[href='#/sums']").first.click()
    answer(last_page, "paid_amount", "86.5")
    go_on(last_page)
    moved_from(last_page, "sums")
    conclude(last_page, "可以主张")
    assert "86.50 元" in last_page.locator(".letter textarea").first.input_value()


def test_who_says_no_after_that_gets_no_text(last_page):
    answer(last_page, "truthful", "no")
    last_page.wait_for_function(f"() => {LAST}.answers.truthful === 'no'")
    go_on(last_page)
    expect(last_page.locator(".result h2").first).to_be_visible()
    expect(last_page.locator(".result .letter")).to_have_count(0)
    # Where nothing is to be sent, the reasons are all there is; that they stood closed beneath a text nobody has seen.
    expect(last_page.locator(".result #why-1")).to_have_attribute("open", "")


def test_what_the_reader_has_opened_stands_open_whatever_was_drawn_unseen_since(last_page):
    conclude(last_page, "可以主张")
    text = last_page.locator(".result details.text").first
    text.locator("> summary").click()
    expect(text).to_have_attribute("open", "")
    last_page.go_back()
    answer(last_page, "truthful", "no")
    last_page.wait_for_function("() => document.querySelector('.result .letter') === null")
    answer(last_page, "truthful", "yes")
    conclude(last_page, "可以主张")
    expect(text).to_have_attribute("open", "")


def test_a_story_that_is_told_anew_after_that_is_the_one_in_the_texts(page, site):
    page.add_init_script(COUNTING)
    open_check(page, site)
    write(page.locator("#story"), "客服把我删了")
    walk(page, VANISHED)
    page.wait_for_function(IS_DRAWN, arg=[VANISHED, {}])
    page.locator(".topic .answers a[href='#/goods']").first.click()
    moved_from(page, "truth")
    write(page.locator("#story"), "网站打不开了")
    go_on(page)
    moved_from(page, "goods")
    conclude(page, "先别申请")
    page.locator(".letter .blank").get_by_role("button", name="放进你写的话").click()
    expect(page.get_by_role("textbox", name="什么时间、怎样联系不上")).to_have_value("网站打不开了")


def test_it_is_of_the_minute(page, site):
    page.clock.install(time=NOW)
    page.add_init_script(COUNTING)
    open_check(page, site)
    walk(page, CLAIM)
    page.wait_for_function(IS_DRAWN, arg=[CLAIM, NAMES])
    before = page.evaluate(LAST)
    page.clock.fast_forward(61_000)
    page.wait_for_function(f"before => {LAST}.now > before.now && fields > 0", arg=before)
    after = page.evaluate(LAST)
    assert (after["answers"], after["parties"]) == (before["answers"], before["parties"])
    conclude(page, "可以主张")
    assert page.evaluate(LAST) == after, "what was drawn for this minute is on view"
