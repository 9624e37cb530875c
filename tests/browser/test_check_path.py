"""The self-check from the first question to the conclusion, and the ways back."""

import re

import pytest
from playwright.sync_api import expect

from checker.publish.stories import complete
from tests.browser.conftest import PHONE, with_clock
from tests.browser.steps import (
    ADDRESS,
    CLAIM,
    EXPIRED,
    NAMES,
    SCAM,
    UNSURE,
    answer,
    conclude,
    fill_topic,
    go_on,
    moved_from,
    open_check,
    overflow,
    ready,
    to_result,
    unfold,
    walk,
    walk_by_keyboard,
    walk_to_result,
    write,
)

UNDER_THE_HEADER = """() => [...document.querySelectorAll('.result :is(h2, h3, h4, summary, textarea, input, a, button, [tabindex])')].filter(each => {
    if (!each.checkVisibility()) return false;
    each.scrollIntoView({ behavior: 'instant' });
    return each.getBoundingClientRect().top < document.querySelector('.md-header').getBoundingClientRect().bottom;
}).map(each => each.outerHTML.slice(0, 120))"""
"""What a reader can be led to, and would not see when led there."""


def test_the_whole_path_with_the_mouse(any_page, site):
    open_check(any_page, site)
    passed = walk(any_page, CLAIM)
    assert passed == [
        "goods",
        "problem",
        "use",
        "money",
        "evidence",
        "stage",
        "since",
        "truth",
    ]
    conclude(any_page, "可以主张")
    result = any_page.locator(".result")
    expect(result.locator("h2").first).to_be_focused()
    text = result.locator(".letter textarea").first
    assert "A20261120" in text.input_value() and "该卡密已被使用" in text.input_value()
    expect(any_page.locator(".colophon")).to_contain_text("2026 年 11 月 24 日，规则版本")
    expect(any_page.locator(".colophon")).to_contain_text("自查结论不是法律意见")
    assert result.locator("h3").all_inner_texts() == [
        "今天要做的事",
        "要发的文本",
        "为什么",
        "可以要求什么",
        "两边怎么看",
        "凭证",
        "时间表",
        "对方可能怎么说",
        "对方拒绝或者不回复，怎么办",
        "发出去以后",
        "你的回答",
    ]
    # What holds, what to ask for and what to do today is the first thing one sees; what one may leave is closed, and can be opened.
    expect(result.locator("h2").first).to_have_text(re.compile("^可以主张：."))
    expect(any_page).to_have_title(re.compile("^可以主张 – 结论"))
    first = result.locator(".acts li").first.bounding_box()
    assert first["y"] + first["height"] < any_page.viewport_size["height"]
    folds = result.locator("details.part")
    assert folds.evaluate_all("all => all.filter(each => each.open)") == []
    for heading in ("为什么", "可以要求什么", "两边怎么看", "凭证", "时间表", "对方可能怎么说", "对方拒绝或者不回复，怎么办", "你的回答"):
        expect(unfold(any_page, heading).locator("> div")).to_be_visible()
    assert any_page.locator(".checker [disabled]").count() == 0
    assert any_page.evaluate(UNDER_THE_HEADER) == []
    heights = [any_page.locator(place).first.bounding_box()["y"] for place in (".result .answers", ".keeping", ".colophon")]
    assert heights == sorted(heights)


def test_the_whole_path_with_the_keyboard_alone(any_page, site):
    open_check(any_page, site)
    any_page.locator("body").focus()
    walk_by_keyboard(any_page, CLAIM)
    expect(any_page.locator(".result .level").first).to_have_text("可以主张")
    expect(any_page.locator(".result h2").first).to_be_focused()


@pytest.mark.parametrize(
    ("story", "level", "letters"),
    [(EXPIRED, "现有信息不支持", ["协商请求"]), (SCAM, "先别申请", ["报警材料提纲"]), (UNSURE, "还缺信息", ["核对情况的询问"])],
    ids=["not supported", "stop", "needs facts"],
)
def test_a_conclusion_without_a_refund_text_is_a_page_and_no_error(page, site, story, level, letters):
    to_result(page, site, story, level)
    expect(page.locator(".error-summary")).to_have_count(0)
    expect(page.locator(".trouble")).to_be_hidden()
    expect(page.locator(".text > h4")).to_have_text(letters)


def test_what_is_missing_leads_to_its_question(page, site):
    to_result(page, site, UNSURE, "还缺信息")
    page.locator(".result").get_by_role("link", name="你选的、写的，都是实际情况吗？", exact=True).first.click()
    expect(page).to_have_url(re.compile("#/truth$"))
    expect(page.locator("#truthful-1")).to_be_focused()


def test_a_scammed_reader_is_not_asked_about_a_refund(page, site):
    open_check(page, site)
    assert walk(page, SCAM) == ["goods", "problem", "money", "outside", "evidence", "truth"]


def test_goods_that_may_still_come_in_time_are_said_before_the_last_question(page, site):
    story = complete(
        {
            "goods": "membership",
            "problem": ["not_delivered"],
            "promised": "stated",
            "promised_time": "3天",
            "paid_on": "2026-11-24",
            "truthful": "yes",
        }
    )
    open_check(page, site)
    walk(page, story, to="problem")
    ready(page)
    go_on(page)
    moved_from(page, "problem")
    walk(page, story, to="money")
    go_on(page)
    expect(page.locator(".early h2")).to_be_focused()
    expect(page.locator(".early")).to_contain_text("先等到那天")
    page.get_by_role("button", name="返回改答案").click()
    expect(page.locator("#topic-money")).to_be_focused()
    go_on(page)
    expect(page.locator("#topic-evidence")).to_be_focused()


def test_the_answers_are_listed_stage_by_stage(page, site):
    open_check(page, site)
    walk(page, CLAIM)
    shown = page.locator(".topic .answers")
    assert shown.locator("h3").all_inner_texts() == ["先看能不能退", "订单和商家", "凭证", "诉求", "可以补充，不补也能得出结论"]
    shown.locator(".answer", has_text="哪一天被拒绝的？").get_by_role("link").click()
    expect(page.locator("#refused_on")).to_have_value("2026-11-22")
    go_on(page)
    expect(page.locator("#topic-truth")).to_be_focused()


def test_the_title_says_question_stage_and_site(page, site):
    open_check(page, site)
    expect(page).to_have_title("买的是什么？ – 先看能不能退 – 安心买·放心退")
    walk(page, CLAIM, to="money")
    expect(page).to_have_title("这笔订单 – 订单和商家 – 安心买·放心退")
    expect(page.locator(".topic:visible .stage")).to_have_text("订单和商家，还有大约 4 页")


def test_back_and_forward_walk_through_the_topics_and_the_address_has_no_answer(page, site):
    open_check(page, site)
    addresses = []
    walk(page, CLAIM, each=lambda: addresses.append(page.url))
    conclude(page, "可以主张")
    addresses.append(page.url)
    assert [address for address in addresses if not ADDRESS.search(address)] == []
    page.go_back()
    expect(page.locator("#topic-truth")).to_be_focused()
    page.go_back()
    # The last topic before the list that was filled in from it.
    expect(page.locator("#topic-refusal-words")).to_be_focused()
    assert page.locator("#order_no").input_value() == NAMES["order_no"]
    page.go_forward()
    page.go_forward()
    expect(page.locator(".result h2").first).to_be_focused()


def test_the_back_button_of_the_page_does_what_the_browser_does(page, site):
    open_check(page, site)
    expect(page.locator(".go-back")).to_be_hidden()
    walk(page, CLAIM, to="use")
    page.locator(".go-back").click()
    expect(page.locator("#topic-problem")).to_be_focused()
    page.go_forward()
    expect(page.locator("#topic-use")).to_be_focused()


def test_a_topic_that_cannot_be_reached_yet_leads_to_the_first_open_one(page, site):
    open_check(page, site, "evidence")
    expect(page).to_have_url(re.compile("#/goods$"))
    walk(page, CLAIM, to="use")
    page.evaluate("location.hash = '#/result'")
    expect(page).to_have_url(re.compile("#/use$"))
    page.evaluate("location.hash = '#/no-such-topic'")
    expect(page).to_have_url(re.compile("#/use$"))


def test_the_link_past_the_navigation_does_not_change_what_is_on_view(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="use")
    page.evaluate("location.hash = '#check'")
    expect(page.locator("#topic-use")).to_be_visible()


def test_one_changed_answer_asks_only_what_is_new_and_keeps_the_rest(page, site):
    walk_to_result(page, site, CLAIM | {"stage": "not_asked"}, "可以主张")
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="退款这件事").get_by_role("link").click()
    expect(page.locator("#topic-stage")).to_be_focused()
    expect(page.locator("[name=stage][value=not_asked]")).to_be_checked()
    answer(page, "stage", "refused")
    go_on(page)
    expect(page.locator("#topic-since")).to_be_focused()
    fill_topic(page, CLAIM)
    # Whence one came, and not to the list of all answers.
    conclude(page, "可以主张")
    expect(page.locator("#answers > summary")).to_be_focused()
    expect(page.locator(".result .answer", has_text="订单编号是多少").locator("dd").first).to_have_text(NAMES["order_no"])
    expect(page.locator(".text > h4")).to_have_text(["申诉"])
    expect(page.locator(".text > summary")).to_have_text(["催告函", "支付渠道投诉", "12315 投诉书", "消费者协会投诉", "公开投诉平台的文本"])


def test_an_answer_that_is_no_longer_asked_is_kept_and_counts_for_nothing(page, site):
    to_result(page, site, CLAIM, "可以主张")
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="买的是什么？").get_by_role("link").click()
    answer(page, "goods", "cheat")
    go_on(page)
    expect(page.locator(".early h2")).to_be_focused()
    page.get_by_role("button", name="继续答题").click()
    expect(page.locator("#topic-unlawful")).to_be_focused()
    answer(page, "unlawful_part", "used")
    conclude(page, "先别申请")
    expect(page.locator(".result .answers")).not_to_contain_text("该卡密已被使用")
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="买的是什么？").get_by_role("link").click()
    answer(page, "goods", "game_card")
    go_on(page)
    expect(page.locator(".result .answers")).to_contain_text("该卡密已被使用")


def test_an_edited_text_is_read_again(page, site):
    to_result(page, site, CLAIM, "可以主张")
    area = page.locator(".letter textarea").first
    write(area, area.input_value() + "\n不退就曝光你们。")
    remarks = page.locator(".letter .remarks").first
    expect(remarks).to_contain_text("可能被指敲诈")
    expect(remarks).to_contain_text("可以改成：协商不成的，本人将依法投诉或者起诉。")
    write(area, "请退还 100 元，三日内答复，截图见附件。")
    expect(remarks).to_be_empty()


def test_an_edited_text_survives_a_look_back(page, site):
    to_result(page, site, CLAIM, "可以主张")
    write(page.locator(".letter textarea").first, "我改过的文字")
    page.go_back()
    expect(page.locator("#topic-truth")).to_be_focused()
    go_on(page)
    expect(page.locator(".result h2").first).to_be_focused()
    assert page.locator(".letter textarea").first.input_value() == "我改过的文字"


def test_none_of_the_choices_and_the_others_exclude_each_other(page, site):
    open_check(page, site)
    walk(page, CLAIM, to="evidence")
    answer(page, "evidence", ["none"])
    assert page.locator("[name=evidence]:checked").evaluate_all("all => all.map(each => each.value)") == ["none"]
    answer(page, "evidence", ["chat"])
    assert page.locator("[name=evidence]:checked").evaluate_all("all => all.map(each => each.value)") == ["chat"]


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_the_window_and_targets_are_large(open_context, site, width):
    page = with_clock(open_context(PHONE | {"width": width})[0].new_page())
    wide = []
    note = lambda: wide.append((page.url, overflow(page))) if overflow(page) else None  # noqa: E731
    open_check(page, site)
    go_on(page)
    note()
    walk(page, CLAIM | {"refusal_words": "W" * 190}, NAMES | {"platform_name": "https://example.com/" + "a" * 39}, each=note)
    assert (
        page.locator(".option label:visible, button:visible").evaluate_all(
            "all => all.filter(each => each.closest('.checker') && each.getBoundingClientRect().height < 44).map(each => each.textContent)"
        )
        == []
    )
    conclude(page, "可以主张")
    note()
    page.evaluate("location.hash = '#/list'")
    expect(page.locator(".checker[data-view=list]")).to_be_visible()
    note()
    assert wide == []
