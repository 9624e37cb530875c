"""The conclusion is worked out and drawn while the last answer is given, and is that of the answers when it is asked for."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NOW
from tests.browser.steps import CLAIM, answer, conclude, go_on, moved_from, open_check, walk

#: What was asked of Python, and how many fields for texts were made.
COUNTING = """
globalThis.asked = [];
globalThis.fields = 0;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (text, ...more) { if (typeof text === 'string') asked.push(JSON.parse(text)); return post.call(this, text, ...more); };
const make = Document.prototype.createElement;
Document.prototype.createElement = function (name, ...more) { if (name === 'textarea') fields += 1; return make.call(this, name, ...more); };
"""
CHECKS = "asked.filter(({ kind }) => kind === 'check').length"


@pytest.fixture
def last_page(page, site):
    """All is answered, and the conclusion is drawn and on no page."""
    page.add_init_script(COUNTING)
    open_check(page, site)
    walk(page, CLAIM)
    page.wait_for_function("() => fields > 2")
    assert page.locator(".result *").count() == 0
    return page


def test_it_is_there_at_once(last_page):
    checks, fields = last_page.evaluate(f"[{CHECKS}, fields]")
    conclude(last_page, "可以主张")
    assert last_page.evaluate(f"[{CHECKS}, fields]") == [checks, fields]
    expect(last_page.locator(".result .answers a[href='#/sums']")).to_have_count(1)


def test_what_is_changed_after_that_stands_in_it(last_page):
    last_page.locator(".topic .answers a[href='#/sums']").first.click()
    answer(last_page, "paid_amount", "86.5")
    go_on(last_page)
    moved_from(last_page, "sums")
    conclude(last_page, "可以主张")
    assert "86.50 元" in last_page.locator(".letter textarea").first.input_value()


def test_who_says_no_after_that_gets_no_text(last_page):
    answer(last_page, "truthful", "no")
    last_page.wait_for_function(f"() => {CHECKS} > 1")
    go_on(last_page)
    expect(last_page.locator(".result h2").first).to_be_visible()
    expect(last_page.locator(".result .letter")).to_have_count(0)


def test_it_is_of_the_minute(page, site):
    page.clock.install(time=NOW)
    page.add_init_script(COUNTING)
    open_check(page, site)
    walk(page, CLAIM)
    page.wait_for_function("() => fields > 2")
    page.clock.fast_forward(61_000)
    page.wait_for_function("() => new Set(asked.filter(({ kind }) => kind === 'check').map(({ now }) => now)).size > 1")
