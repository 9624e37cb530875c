"""A page that prints law says so when its check is overdue, and only then."""

import pytest
from playwright.sync_api import expect

from checker.publish import changes
from tests.browser.conftest import PHONE

DUE = changes.earliest_due().due.isoformat()


def opened(open_context, site, place, time):
    page = open_context(PHONE)[0].new_page()
    page.clock.set_fixed_time(time)
    page.goto(site + place)
    page.wait_for_load_state("load")
    return page


@pytest.mark.parametrize("name", [*changes.DATED_PAGES, "law/xfz"])
def test_an_overdue_page_says_so(open_context, site, name):
    page = opened(open_context, site, f"{name}/", f"{DUE}T16:00:00Z")
    note = page.locator(".stale")
    expect(note).to_be_visible()
    expect(note).to_contain_text(DUE)
    expect(note.get_by_role("link", name="更新记录")).to_be_visible()


@pytest.mark.parametrize("name", changes.DATED_PAGES)
def test_until_the_end_of_the_day_it_says_nothing(open_context, site, name):
    page = opened(open_context, site, f"{name}/", f"{DUE}T15:59:59Z")
    expect(page.locator(".stale")).to_have_count(1)
    expect(page.locator(".stale")).to_be_hidden()


def test_pages_without_law_say_nothing(open_context, site):
    page = opened(open_context, site, "privacy/", "2040-01-01T00:00:00Z")
    expect(page.locator(".stale")).to_have_count(0)
