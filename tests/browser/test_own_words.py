"""One's own words in place of taps: the story, the reply that came, the chat; and the field of the home page. What Python reads out of them is tried in
`tests/read`: here most of it is said by a stand-in, so that a test is about the page.
"""

import json
import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, expect

from checker.publish.stories import complete
from tests.browser.conftest import with_clock
from tests.browser.own_words import CHAT, FOUND, PROPOSALS, STORY, read_chat, row, says, take, tell, tick, to_reply, to_story
from tests.browser.steps import CLAIM, answer, conclude, fill_topic, go_on, moved_from, open_check, overflow, to_result, walk, write
from tests.browser.test_every_page import faults
from tests.browser.test_keeping import agree, saved

VANISHED = complete({"goods": "game_card", "problem": ["seller_vanished"], "truthful": "yes"})
RUNTIME = re.compile(r"/assets/runtime/.*\.wasm$")


def test_the_story_is_read_and_what_is_ticked_is_answered(any_page, site):
    story = to_story(any_page, site)
    assert any_page.url.endswith("#/story") and overflow(any_page) == 0
    assert story.locator("mark").all_inner_texts() == ["前几天", "100 块", "点卡", "已经被使用了", "微信付的"]
    expect(story.locator(".told")).to_have_text(STORY)
    expect(story.locator(":checked:is(input)")).to_have_count(0)
    expect(row(story, "买的是什么？")).to_contain_text("原话：“点卡”")
    story.get_by_role("button", name="都对，全部勾上").click()
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(any_page.locator("#topic-use")).to_be_focused()
    walk(any_page, {key: CLAIM[key] for key in CLAIM if key not in {each["question"] for each in PROPOSALS}})
    conclude(any_page, "可以主张")
    assert "100 元" in any_page.locator(".letter textarea").first.input_value()


def test_nothing_is_taken_over_that_is_not_ticked(page, site):
    story = to_story(page, site)
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(story.locator(".error")).to_contain_text("还没有勾")
    tick(story, "买的是什么？")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-problem")).to_be_focused()
    expect(page.locator("[data-topic=problem] :checked")).to_have_count(0)
    page.evaluate("location.hash = '#/story'")
    expect(row(story, "买的是什么？").locator(".already")).to_have_text("你已经填了，一样。")
    story.get_by_role("button", name="都不用，从头答").click()
    expect(page.locator("#topic-problem")).to_be_focused()
    assert json.loads(page.evaluate("sessionStorage['anxinmai.tab']"))["answers"] == {"goods": "game_card"}


def test_what_is_not_right_is_put_right_with_the_forms_own_options_or_by_typing(page, site):
    story = to_story(page, site)
    goods, sum_paid = row(story, "买的是什么？"), row(story, "实际付了多少钱？")
    goods.get_by_role("button", name="不对，改成").click()
    options = page.locator("[data-question=goods] .option label").all_text_contents()
    assert goods.locator("option").all_text_contents() == options
    goods.locator("select").press("ArrowDown")
    expect(goods.locator(".option label")).to_contain_text(options[1])
    expect(goods.locator("input[type=checkbox]")).to_be_checked()
    sum_paid.get_by_role("button", name="不对，改成").click()
    write(sum_paid.locator("input[type=text]"), "98.5")
    expect(sum_paid.locator(".option label")).to_contain_text("98.5")
    tick(story, "什么时候付的款？")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(page.locator("#topic-problem")).to_be_focused()
    kept = json.loads(page.evaluate("sessionStorage['anxinmai.tab']"))["answers"]
    value = page.locator("[name=goods]").nth(1).get_attribute("value")
    # “三天前” means another day tomorrow.
    assert kept == {"goods": value, "paid_amount": "98.5", "paid_on": "三天前（2026-11-24 15:04 说的）"}


def test_what_was_answered_already_is_said_before_it_is_changed(page, site):
    says(page, story=FOUND)
    open_check(page, site)
    answer(page, "goods", "membership")
    tell(page)
    already = row(page.locator(".story"), "买的是什么？").locator(".already")
    expect(already).to_have_text(re.compile("^你已经填了：影视、音乐、阅读会员。勾上就换成这里的。$"))
    expect(row(page.locator(".story"), "出了什么事？").locator(".already")).to_be_empty()


def test_a_reason_that_was_made_up_gets_no_text_and_may_have_been_meant_otherwise(page, site):
    story = to_story(page, site, {**FOUND, "proposals": [], "made_up": [[STORY.index("我根本"), STORY.index("我根本") + 6]]})
    expect(story.locator("h2")).to_have_text("你写的话里说，理由是编的")
    expect(story).to_contain_text("这里不写文本")
    assert story.locator("mark").all_inner_texts() == ["我根本没用过"] and story.locator("input").count() == 0
    story.get_by_role("button", name="回去改这段话").click()
    expect(page.locator("#story")).to_be_focused()
    expect(page.locator("#story")).to_have_value(STORY)


def test_nothing_found_and_nothing_written_are_said_in_words(page, site):
    story = to_story(page, site, {**FOUND, "proposals": [], "cut": True})
    expect(story).to_contain_text("没读出能填的")
    expect(story).to_contain_text("只读了前 20,000 字")
    story.get_by_role("button", name="从第一题答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    tell(page, " ")
    expect(page.locator("#story")).to_be_focused()
    expect(page.locator("#story")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#story-error")).to_contain_text("先写一两句")
    page.keyboard.type("a")
    expect(page.locator("#story-error")).to_have_count(0)


@pytest.mark.starts
def test_python_that_is_not_ready_is_waited_for_and_the_form_goes_on(page, site):
    held = []
    page.route(RUNTIME, lambda route: held.append(route))
    says(page, story=FOUND)
    open_check(page, site)
    tell(page)
    expect(page.locator(".topic:visible .said")).to_contain_text("还在准备，准备好就读")
    answer(page, "goods", "game_card")
    go_on(page)
    expect(page.locator("#topic-problem")).to_be_focused()
    for route in held:
        route.continue_()
    # Who has gone on is not taken away from there.
    expect(page.locator(".state [role=status]")).to_contain_text("写的话读好了")
    expect(page.locator("#topic-problem")).to_be_visible()
    page.locator(".go-back").click()
    page.get_by_role("link", name="看读出了什么").click()
    expect(page.locator(".story h2")).to_be_focused()


@pytest.mark.starts
def test_python_that_does_not_come_is_said_and_the_words_stay(page, site):
    page.route(RUNTIME, lambda route: route.abort())
    open_check(page, site)
    tell(page)
    expect(page.locator(".topic:visible .said")).to_contain_text("这次没有读成")
    expect(page.locator("#story")).to_have_value(STORY)
    fill_topic(page, CLAIM)
    go_on(page)
    expect(page.locator("#topic-problem")).to_be_focused()


def test_what_was_typed_is_there_after_a_reload_and_goes_with_its_case(page, site):
    open_check(page, site)
    keyboard = page.context.new_cdp_session(page)
    page.locator("#story").click()
    keyboard.send("Input.imeSetComposition", {"text": "mai", "selectionStart": 3, "selectionEnd": 3})
    keyboard.send("Input.insertText", {"text": "买了张卡"})
    expect(page.locator("#story")).to_have_value("买了张卡")
    page.reload()
    expect(page.locator("#story")).to_have_value("买了张卡")
    walk(page, CLAIM, to="goods")
    agree(page)
    saved(page)
    page.reload()
    expect(page.locator("#story")).to_have_value("买了张卡")
    page.locator(".banner").get_by_role("button", name="继续").click()
    expect(page.locator("[name=goods][value=game_card]")).to_be_checked()
    expect(page.locator("#story")).to_have_value("买了张卡")
    page.evaluate("location.hash = '#/cases'")
    page.get_by_role("button", name="查一件新的").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    expect(page.locator("#story")).to_have_value("")
    assert "买了张卡" not in page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")


def test_a_story_alone_is_asked_about_before_it_goes_and_cleared_with_everything(page, site):
    open_check(page, site)
    write(page.locator("#story"), "买了张卡")
    page.evaluate("location.hash = '#/cases'")
    page.get_by_role("button", name="查一件新的").click()
    expect(page.locator("#another-ask")).to_contain_text("写的话没有保存")
    page.get_by_role("button", name="不换").click()
    page.get_by_role("button", name="清除全部").click()
    page.get_by_role("button", name="清除", exact=True).click()
    expect(page.locator(".keeping .said")).to_contain_text("全部清除了")
    expect(page.locator("#story")).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("path", ["", "check/"], ids=["home", "checker"])
def test_ten_million_characters_do_not_get_into_the_field(open_context, site, path):
    page = with_clock(open_context(permissions=["clipboard-read", "clipboard-write"])[0].new_page())
    page.goto(f"{site}{path}")
    field = page.locator("#told, #story")
    write(field, "先前写的。")
    page.evaluate("navigator.clipboard.writeText('一二三四😡'.repeat(2e6))")
    field.press("End")
    field.press("ControlOrMeta+v")
    said = page.locator(".tell-first [role=status], .topic:visible .said")
    expect(said).to_contain_text("贴的有 10,000,000 字，最多读 20,000 字。只放进来前 19,995 字")
    expect(said).to_contain_text("还在剪贴板里")
    value = field.input_value()
    assert len(value) == 20_000 and value.startswith("先前写的。一二三四😡")


def test_a_reply_that_is_pasted_moves_the_case_with_what_was_ticked(page, site):
    form = to_reply(page, site)
    expect(form.locator(":is([type=radio], [type=checkbox]):checked")).to_have_count(0)
    expect(form.locator(".found")).to_contain_text("对方给你定的期限：“今天 18:00 前”")
    form.get_by_role("button", name="对，是这样").click()
    expect(form.get_by_label("拒绝了", exact=True)).to_be_checked()
    expect(form.get_by_label("拒绝了", exact=True)).to_be_focused()
    tick(form, "对方用什么理由拒绝？")
    tick(form, "对方的原话是什么？")
    tick(form, "这句话值得留着")
    assert overflow(page) == 0
    form.get_by_role("button", name="继续").click()
    # The ground and the words are known, so that the day is what is left to say.
    expect(page.locator("#topic-since")).to_be_focused()
    expect(page.locator("[name=refusal_ground][value=final]")).to_be_checked()
    expect(page.locator("#refusal_words")).to_have_value("虚拟商品售出不退不换")
    fill_topic(page, {"refused_on": "2026-11-23"})
    go_on(page)
    moved_from(page, "since")
    answer(page, "truthful", "yes")
    conclude(page, "可以主张")
    letter = page.locator(".letter textarea").first.input_value()
    assert "对方说：“确实是我们的问题”" in letter and "虚拟商品售出不退不换" in letter
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    expect(page.locator("#their-words")).to_have_value("")


def test_a_reply_that_says_nothing_clear_leaves_the_choice_to_the_reader(page, site):
    form = to_reply(page, site, reply=None, answers=[])
    expect(form.locator(".found")).to_contain_text("看不出是哪一种回复，在下面选")
    form.get_by_role("button", name="继续").click()
    expect(form.locator(".error-summary")).to_be_focused()
    form.get_by_text("没有回复", exact=True).click()
    form.get_by_role("button", name="继续").click()
    expect(page.locator(".checker")).to_have_attribute("data-view", "result")


@pytest.fixture
def chat(page, site) -> Locator:
    says(page, chat=CHAT)
    to_result(page, site, CLAIM, "可以主张", names={})
    return read_chat(page)


def test_lines_of_a_chat_become_quotations_in_every_text(page, chat):
    expect(chat.locator(".rows .option")).to_have_count(200)
    take(chat, 1, 2)
    expect(chat.locator(".error")).to_contain_text("先选哪一个是你")
    chat.get_by_label("张三", exact=True).click()
    take(chat)
    expect(page.locator(".course > .said")).to_have_text("加进去了 2 条，文本里已经有了。")
    letter = page.locator(".letter textarea").first.input_value()
    assert "2026 年 11 月 20 日，我说：“第 0 句”" in letter
    quoted = re.search(r"对方说：“(不+)……”", letter)
    assert quoted and len(f"对方说：“{quoted[1]}……”") == 120
    take(chat, 1)
    expect(chat.locator(".error")).to_have_text("这几条经过里已经有了。")
    chat.get_by_label("分不出").click()
    take(chat, 3)
    expect(page.locator(".course li", has_text="聊天记录里写着：“第 2 句”")).to_be_visible()


def test_a_long_chat_is_drawn_in_parts_and_twenty_lines_are_all(page, chat):
    chat.get_by_label("客服小美", exact=True).click()
    chat.get_by_role("button", name="再看 200 条，还有 250 条").click()
    chat.get_by_role("button", name="再看 50 条，还有 50 条").click()
    expect(chat.locator(".rows .option")).to_have_count(450)
    assert overflow(page) == 0
    for number in (*range(3, 22), 450):
        chat.locator(f"label[for=chat-line-{number}]").click()
    chat.locator("label[for=chat-line-400]").click()
    expect(chat.locator(".error")).to_have_text("经过里你写的最多 20 条，还能加 20 条。")
    expect(chat.locator("#chat-line-400")).not_to_be_checked()
    take(chat)
    expect(page.locator(".course > .said")).to_contain_text("加进去了 20 条")
    chat.locator("label[for=chat-line-400]").click()
    expect(chat.locator(".error")).to_contain_text("已经满了")


def test_home_hands_the_story_over_without_an_address_and_it_is_read_at_once(watched, site, served):
    page, watch = watched
    page.goto(site)
    write(page.locator("#told"), STORY)
    page.reload()
    expect(page.locator("#told")).to_have_value(STORY)
    watch.requests.clear()
    page.get_by_role("button", name="继续").click()
    # Read by Python itself: the parts that lead from the one page to the other hold together.
    expect(page.locator(".story h2")).to_have_text("你写的话里读出了这些")
    assert "点卡" in page.locator(".story mark").all_inner_texts()
    assert [each for each in watch.requests if "点卡" in unquote(each) or not each.endswith(" ")] == []
    assert page.evaluate("Object.keys(sessionStorage)") == ["anxinmai.words.story"]
    page.go_back()
    expect(page.locator("#story")).to_have_value(STORY)


@pytest.mark.starts
def test_what_was_told_at_home_is_waited_for_where_it_will_be_read(page, site):
    held = []
    page.route(RUNTIME, lambda route: held.append(route))
    page.goto(site)
    write(page.locator("#told"), STORY)
    page.get_by_role("button", name="继续").click()
    expect(page).to_have_url(re.compile("#/story$"))
    story = page.locator(".story")
    expect(story.locator("h2")).to_have_text("正在读你写的话")
    expect(story.get_by_role("status")).to_contain_text("不用再点")
    story.get_by_role("button", name="不等了，从第一题答").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    expect(page.locator("#story")).to_have_value(STORY)
    page.go_back()
    expect(story.locator("h2")).to_have_text("正在读你写的话")
    for route in held:
        route.continue_()
    expect(story.locator("h2")).to_have_text("你写的话里读出了这些")
    expect(story.locator("h2")).to_be_focused()


@pytest.mark.starts
def test_what_was_told_at_home_and_cannot_be_read_leads_to_the_first_question_with_the_reason(page, site):
    page.route(RUNTIME, lambda route: route.abort())
    page.goto(site)
    write(page.locator("#told"), STORY)
    page.get_by_role("button", name="继续").click()
    expect(page.locator("#topic-goods")).to_be_focused()
    expect(page.locator("#story")).to_have_value(STORY)
    expect(page.locator(".tell [role=status]").first).to_contain_text("这次没有读成")
    page.unroute(RUNTIME)
    page.locator(".tell .read-it").first.click()
    expect(page.locator(".story h2")).to_have_text("你写的话里读出了这些")


def test_what_was_told_is_put_where_the_text_asks_what_happened(page, site):
    open_check(page, site)
    write(page.locator("#story"), "客服把我删了。\n网站打不开了。")
    walk(page, VANISHED)
    conclude(page, "先别申请")
    blank = page.locator(".letter .blank", has=page.get_by_role("button", name="放进你写的话"))
    field = page.get_by_role("textbox", name="什么时间、怎样联系不上")
    write(field, "昨天晚上")
    blank.get_by_role("button").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("昨天晚上。客服把我删了。网站打不开了")
    expect(page.locator(".letter .written textarea").first).to_have_value(re.compile("昨天晚上。客服把我删了。网站打不开了。"))
    expect(blank).to_have_count(0)


def test_home_goes_on_without_a_word_and_has_a_link_without_scripts(page, open_context, site):
    page.goto(site)
    page.get_by_role("button", name="继续").click()
    expect(page.locator("#topic-goods")).to_be_visible()
    plain = open_context(java_script_enabled=False)[0].new_page()
    plain.goto(site)
    expect(plain.locator("#told")).to_be_hidden()
    plain.get_by_role("link", name="不想写，直接答题").click()
    expect(plain.locator("#topic-goods")).to_be_visible()
    expect(plain.locator("#story")).to_be_hidden()


@pytest.mark.heavy
def test_every_new_state_before_axe(open_context, site):
    page = with_clock(open_context(bypass_csp=True, reduced_motion="reduce")[0].new_page())
    says(page, story=FOUND)
    page.goto(site)
    found = faults(page)
    open_check(page, site)
    tell(page, " ")
    found += faults(page)
    tell(page)
    story = page.locator(".story")
    expect(story.locator("h2")).to_be_focused()
    row(story, "买的是什么？").get_by_role("button", name="不对，改成").click()
    row(story, "实际付了多少钱？").get_by_role("button", name="不对，改成").click()
    story.get_by_role("button", name="用勾上的，接着答").click()
    found += faults(page)
    again = with_clock(page.context.new_page())
    says(again, chat=CHAT)
    form = to_reply(again, site)
    found += faults(again)
    form.get_by_role("button", name="返回").click()
    chat = read_chat(again)
    chat.get_by_role("button", name="把勾上的写进经过").click()
    found += faults(again)
    assert found == []
