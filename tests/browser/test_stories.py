"""Three whole stories by touch on a phone, each in under twelve pages; one of them again without Python."""

import re

import pytest
from playwright.sync_api import Page, expect

from checker.publish.stories import complete
from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, choices, go_on, open_check, overflow, topic

NOT_DELIVERED = complete(
    {
        "goods": "direct_topup",
        "topup_signs": ["none"],
        "problem": ["not_delivered"],
        "promised": "instant",
        "paid_on": "2026-11-24 10:05",
        "paid_amount": "98",
        "channel": "wechat",
        "seller_kind": "self_run",
        "evidence": ["order", "payment", "listing"],
        "stage": "not_asked",
        "wish": "refund",
        "truthful": "yes",
    }
)
CHILD_AND_AGENT = complete(
    {
        "goods": "direct_topup",
        "topup_signs": ["none"],
        "problem": ["child_paid", "asked_to_pay_again"],
        "child_age": "8_to_15",
        "guardian_consent": "no",
        "child_spending": "beyond_age",
        "earlier_refund": "none",
        "paid_on": "2026-11-20",
        "paid_amount": "1280",
        "channel": "wechat",
        "seller_kind": "self_run",
        "evidence": ["payment", "usage_log"],
        "stage": "not_asked",
        "truthful": "yes",
    }
)
MOST_PAGES = 11


@pytest.fixture
def phone(open_context) -> Page:
    return with_clock(open_context(has_touch=True, is_mobile=True)[0].new_page())


def touch_through(page: Page, story: dict) -> list[str]:
    """Answer with a finger, page by page, to the conclusion; the pages seen, those said early included."""
    seen = []
    while True:
        seen.append(topic(page))
        assert overflow(page) == 0
        for place in page.locator(".topic:visible [data-question]").all():
            id = place.get_attribute("data-question")
            if id not in story or not place.is_visible():
                continue
            if place.evaluate("place => place.matches('fieldset')"):
                for choice in choices(page, id, story[id]):
                    page.locator(f"label[for={choice.get_attribute('id')}]").tap()
            else:
                page.locator(f"#{id}").tap()
                page.keyboard.type(story[id])
        page.locator(".go-on").tap()
        if seen[-1] == "truth":
            expect(page.locator(".result .level").first).to_be_visible()
            return seen
        expect(page.locator(f"[data-topic={seen[-1]}]")).to_be_hidden()
        if page.locator(".early:visible").count():
            seen.append("early")
            page.locator(".early button").first.tap()


@pytest.mark.parametrize(
    ("story", "levels", "titles"),
    [
        (NOT_DELIVERED, ["可以主张"], ["退款申请"]),
        (CLAIM, ["可以主张"], ["申诉"]),
        (CHILD_AND_AGENT, ["先别申请", "可以主张"], ["报警材料提纲", "监护人退款申请"]),
    ],
    ids=["not delivered", "refused as used", "child and fake agent"],
)
def test_by_touch_in_under_twelve_pages(phone, site, story, levels, titles):
    open_check(phone, site)
    seen = touch_through(phone, story)
    print(f"\n{len(seen)} pages: {' '.join(seen)}")
    assert len(seen) <= MOST_PAGES
    expect(phone.locator(".result .level")).to_have_text(levels)
    expect(phone.locator(".text > h4")).to_have_text(titles)
    assert overflow(phone) == 0


def test_without_python_the_checklist_the_table_and_a_template_lead_to_a_text(phone, site):
    phone.route(re.compile(r"/assets/runtime/"), lambda route: route.abort())
    open_check(phone, site)
    for label in ("点卡、礼品卡、充值卡（卡密）",):
        phone.get_by_text(label, exact=True).tap()
    go_on(phone)
    again = phone.locator(".state").get_by_role("button", name="再试一次")
    expect(again).to_be_visible()
    phone.evaluate("location.hash = '#/list'")
    expect(phone.locator("[data-question]:visible")).to_have_count(phone.locator("[data-question]").count())
    row = phone.locator("#table ~ * tr", has_text="用不了，不是你自己用掉的")
    expect(row).to_contain_text("可以主张")
    row.get_by_role("link").tap()
    expect(phone.locator("#unusable")).to_be_visible()
    text = phone.locator("#appeal ~ .with-copy").first
    expect(text.locator("pre")).to_contain_text("【请填写：")
    text.get_by_role("button", name="复制").tap()
    expect(text.locator("[role=status]")).to_contain_text(re.compile("已复制|已选中"))
