"""What cannot wait is said on a page of its own as soon as the answers call for it, once, and stands first in the conclusion."""

import pytest
from playwright.sync_api import Page, expect

from checker.publish.stories import complete
from tests.browser.conftest import with_clock
from tests.browser.steps import choices, open_check, overflow, ready, topic

MISTYPED = complete(
    {
        "goods": "direct_topup",
        # Of a slip alone it is not asked where the credit came from.
        "problem": ["mis_order", "late"],
        "topup_signs": ["password"],
        "goods_used": "redeemed",
        "slip": "account",
        "slip_grave": "place",
        "could_correct": "yes",
        "channel": "wechat",
        "seller_kind": "self_run",
        "evidence": ["order"],
        "stage": "not_asked",
        "truthful": "yes",
    }
)
CHILD = complete(
    {
        "goods": "game_card",
        "problem": ["child_paid"],
        "child_age": "8_to_15",
        "child_spending": "beyond_age",
        "guardian_consent": "no",
        "earlier_refund": "none",
        "channel": "wechat",
        "seller_kind": "self_run",
        "evidence": ["identity"],
        "stage": "not_asked",
        "truthful": "yes",
    }
)
CHILD_AND_SCAM = complete(CHILD | {"problem": ["child_paid", "asked_to_pay_again"]})


@pytest.fixture
def phone(open_context) -> Page:
    return with_clock(open_context(has_touch=True, is_mobile=True)[0].new_page())


def tap_through(page: Page, story: dict) -> dict[str, list[str]]:
    """Answer with a finger to the conclusion. What was to be done at once, by the topic after which it was said."""
    said = {}
    expect(page.locator(".topic:visible")).to_be_visible()
    while True:
        now = topic(page)
        for place in page.locator(".topic:visible [data-question]").all():
            id = place.get_attribute("data-question")
            if id in story and place.is_visible() and place.evaluate("place => place.matches('fieldset')"):
                for choice in choices(page, id, story[id]):
                    page.locator(f"label[for={choice.get_attribute('id')}]").tap()
        if now == "goods":
            ready(page)
        page.locator(".go-on").tap()
        if now == "truth":
            expect(page.locator(".result .level").first).to_be_visible()
            return said
        expect(page.locator(f"[data-topic={now}]")).to_be_hidden()
        if page.locator(".early:visible").count():
            expect(page.locator(".early h2")).to_be_focused()
            assert overflow(page) == 0
            said[now] = page.locator(".early .acts li").all_inner_texts()
            page.get_by_role("button", name="继续答题").tap()


def test_a_mistyped_top_up_is_called_off_before_the_next_question(phone, site):
    open_check(phone, site)
    said = tap_through(phone, MISTYPED)
    assert list(said)[:2] == ["problem", "source"], "each is said once, with the answer that calls for it"
    assert [line.startswith("现在：打电话给商家，也打给运营商") for line in said["problem"]] == [True]
    assert len(said["source"]) == 1 and "密码" in said["source"][0]
    order = phone.locator(".result h3").all_inner_texts()
    assert order[0] == "今天要做的事", "what cannot wait stands above all else"
    acts = phone.locator(".result .acts li").all_inner_texts()
    assert "打电话" in acts[0] and "密码" in acts[1] and len(acts) <= 4
    expect(phone.locator(".text > h4")).to_have_text(["协商请求"])


def test_a_family_closes_the_way_before_the_next_question(phone, site):
    open_check(phone, site)
    said = tap_through(phone, CHILD)
    assert [(name, len(lines), "先改支付密码" in lines[0]) for name, lines in said.items()] == [("problem", 1, True)]
    assert "先改支付密码" in phone.locator(".result .acts li").first.inner_text()
    expect(phone.locator(".result").get_by_role("heading", name="发出去以后")).to_be_visible()


def test_what_cannot_wait_is_not_lost_beside_a_scam(phone, site):
    open_check(phone, site)
    said = tap_through(phone, CHILD_AND_SCAM)
    assert list(said) == ["problem"] and "停止付款" in said["problem"][0] and "先改支付密码" in said["problem"][-1]


def test_back_from_what_cannot_wait_leads_to_the_answer(phone, site):
    open_check(phone, site)
    for id, values in (("goods", "game_card"), ("problem", ["child_paid"])):
        for choice in choices(phone, id, values):
            phone.locator(f"label[for={choice.get_attribute('id')}]").tap()
        ready(phone)
        phone.locator(".go-on").tap()
        expect(phone.locator(f"[data-topic={id}]")).to_be_hidden()
    expect(phone.locator(".early h2")).to_have_text("先做这件事，再接着答")
    phone.get_by_role("button", name="返回改答案").tap()
    expect(phone.locator("#topic-problem")).to_be_focused()
    phone.locator(".go-on").tap()
    expect(phone.locator("#topic-child")).to_be_focused()
