"""The reading pages on a phone: none too long, the table of rules filtered, old addresses that lead on."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, SITE

MOST_PIXELS = 6_000
NOT_READ = ("check",)
"""Without scripts it is a form to print."""


def test_no_page_is_longer_than_one_scrolls_and_none_is_wider_than_the_screen(open_context, site):
    page = open_context(PHONE)[0].new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    names = [path.parent.relative_to(SITE).as_posix() for path in sorted(SITE.rglob("index.html"))]
    found = {}
    for name in names:
        page.goto(f"{site}{'' if name == '.' else f'{name}/'}")
        found[name] = page.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    assert len(found) > 100
    assert {name: size for name, size in found.items() if name not in NOT_READ and (size[0] > MOST_PIXELS or size[1] > 390)} == {}


def test_the_table_of_rules_is_narrowed_by_what_is_typed(open_context, site):
    page = open_context(PHONE)[0].new_page()
    page.goto(f"{site}rules/")
    rows, field, said = (
        page.locator("[data-words]:visible"),
        page.get_by_role("searchbox", name="用你的话找"),
        page.locator(".rule-filter [role=status]"),
    )
    everything = rows.count()
    field.press_sequentially("没到账")
    expect(page.locator("#not-delivered")).to_be_visible()
    expect(page.locator("#scam")).to_be_hidden()
    expect(page.locator("#group-stop")).to_be_hidden()
    expect(said).to_have_text(re.compile(rf"^{everything} 条里有 \d+ 条。$"))
    field.press_sequentially("彩票中奖")
    field.select_text()
    page.keyboard.insert_text("彩票")
    expect(rows).to_have_count(0)
    expect(page.locator(".rule-none").get_by_role("link", name="自助核查")).to_be_visible()
    field.select_text()
    page.keyboard.press("Delete")
    expect(rows).to_have_count(everything)
    expect(said).to_be_empty()


OLD = {
    "law/#mfd-497": r"law/mfd-\d+/#mfd-497$",
    "law/mfd/#mfd-497": r"law/mfd-\d+/#mfd-497$",
    "templates/#kind-appeal": "templates/kind-appeal/$",
    "templates/#not-delivered": "templates/not-delivered/$",
    "channels/#court-fee": "channels/court/#court-fee$",
    "rules/#money-back": "rules/money-back/$",
    "rules/#not-delivered": "rules/#not-delivered$",
}
"""Addresses that stand in texts people have sent, and where they lead."""


def test_an_old_address_leads_to_what_it_was_for(open_context, site):
    page = open_context(PHONE)[0].new_page()
    for old, new in OLD.items():
        page.goto("about:blank")
        page.goto(f"{site}{old}")
        expect(page).to_have_url(re.compile(new))
        if anchor := page.url.partition("#")[2]:
            expect(page.locator(f"[id='{anchor}']")).to_be_visible()
