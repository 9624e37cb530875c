"""Every page of the form and every other state: reached, walked back from, and looked at by axe in light and dark."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import asked
from checker.ask.questions import QUESTIONS, TOPICS
from checker.publish.stories import Story, stories
from tests.browser.conftest import NOW, SITE, with_clock
from tests.browser.steps import (
    CLAIM,
    EXPIRED,
    SCAM,
    UNSURE,
    answer,
    conclude,
    fill_topic,
    go_on,
    moved_from,
    open_check,
    overflow,
    to_early,
    to_result,
    topic,
    unfold,
    walk,
    write,
)

# Some forty pages in two colour schemes, read by axe through and through.
pytestmark = pytest.mark.heavy

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
RUNTIME = re.compile(r"/assets/runtime/.*\.wasm$")
ON_THE_WAY, LATER = ({each.id for each in TOPICS if each.later == later} for later in (False, True))
OF_NAMES = {field.topic for field in PARTY_FIELDS}
"""Pages that hold no question and may wait whatever the story."""


def topics_of(story: Story) -> set[str]:
    return {question.topic for question in asked(QUESTIONS, story.answers)}


def leading_to(pages: set[str]) -> dict[str, Story]:
    """Few stories that between them lead to these pages: each time the one with most pages that none before it had."""
    told = [story for story in stories().values() if datetime.fromisoformat(story.now) == datetime.fromisoformat(NOW)]
    open_topics, found = set(pages), {}
    while open_topics:
        best = max(told, key=lambda story: len(topics_of(story) & open_topics))
        if not topics_of(best) & open_topics:
            break
        found[best.id] = best
        open_topics -= topics_of(best)
    return found


WALKED, WAITING = leading_to(ON_THE_WAY), leading_to(LATER - OF_NAMES)


def faults(page: Page) -> list[str]:
    """What axe finds in light and in dark, one line for each place."""
    found = []
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        # What stays at the edge of the screen lies over something at any moment, and over something else once one scrolls.
        page.add_style_tag(content=".md-header, .checker .bar { position: static !important; }")
    for name, scheme in (("dark", "slate"), ("light", "default")):
        # What the theme's own switch sets. In the dark, only colours can be others.
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished))")
        wanted = {"type": "tag", "values": TAGS} if name == "light" else {"type": "rule", "values": ["color-contrast"]}
        broken = page.evaluate(
            """async wanted => {
                const { violations } = await axe.run(document, { runOnly: wanted, resultTypes: ['violations'] });
                return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
            }""",
            wanted,
        )
        found += [f"{name} {page.url.partition('/check/')[2]}: {each}" for each in broken]
    return found


@pytest.fixture
def page(open_context) -> Page:
    """As everywhere, but without the policy of the page, which would keep axe out, and with nothing that moves."""
    return with_clock(open_context(bypass_csp=True, reduced_motion="reduce")[0].new_page())


@pytest.fixture(scope="module")
def looked() -> set:
    """States that axe has seen in this run."""
    return set()


@pytest.mark.parametrize("story", WALKED.values(), ids=WALKED)
def test_forward_and_back(page, site, story, looked):
    open_check(page, site)
    found = faults(page)

    def look():
        # Most stories share their first and last pages; once in a run is enough for each.
        state = (topic(page), page.locator(".error-summary").count(), page.locator(".topic:visible input:checked").count() > 0)
        if topic(page) == "truth" or state not in looked:
            found.extend(faults(page))
        looked.add(state)

    passed = []
    while True:
        passed.append(topic(page))
        if page.locator(".topic:visible [data-required]:visible").count():
            go_on(page)
            expect(page.locator(".error-summary")).to_be_focused()
            look()
        fill_topic(page, story.answers)
        look()
        if passed[-1] == "truth":
            break
        go_on(page)
        moved_from(page, passed[-1])
    assert found == []
    for expected in reversed(passed[:-1]):
        page.go_back()
        if page.locator(".checker[data-view=early]").count():
            page.go_back()
        expect(page.locator(f"[data-topic={expected}]")).to_be_visible()


def test_every_page_of_the_form_is_walked_by_a_story():
    walked, waiting = (set().union(*map(topics_of, told.values())) for told in (WALKED, WAITING))
    missed = ON_THE_WAY - walked | LATER - OF_NAMES - waiting
    assert not missed, "no story beside the rules, told at the time of the browser's clock, leads there"


@pytest.mark.parametrize("story", WAITING.values(), ids=WAITING)
def test_the_pages_that_may_wait(page, site, story, looked):
    to_result(page, site, story.answers, story.level, {})
    page.evaluate("location.hash = '#/truth'")
    expect(page.locator("#topic-truth")).to_be_focused()
    found = faults(page)
    listed = page.locator(".topic:visible .answers a[href^='#/']").evaluate_all("all => all.map(each => each.hash.slice(2))")
    assert LATER & {*listed} == LATER & topics_of(story) | OF_NAMES
    for id in sorted(LATER & {*listed} - looked):
        page.locator(f".topic:visible .answers a[href='#/{id}']").first.click()
        expect(page.locator(f"[data-topic={id}]")).to_be_visible()
        found += faults(page)
        looked.add(id)
        go_on(page)
        moved_from(page, id)
        assert topic(page) == "truth"
    assert found == []


@pytest.mark.parametrize(
    ("story", "level"),
    [(CLAIM, "可以主张"), (EXPIRED, "现有信息不支持"), (SCAM, "先别申请"), (UNSURE, "还缺信息")],
    ids=["claim", "no", "stop", "facts"],
)
def test_conclusions(page, site, story, level):
    to_result(page, site, story, level)
    found = faults(page)
    page.locator(".result details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    found += faults(page)
    # A link under a pointer has another colour.
    page.locator(".result .sources a").first.hover()
    found += faults(page)
    if story is CLAIM:
        page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
        expect(page.locator(".confirmed p")).to_be_focused()
        found += faults(page)
    assert found == []


def test_what_stands_around_the_form(page, site):
    to_early(page, site)
    found = faults(page)
    page.locator(".keeping > summary").click()
    page.locator("label[for=keep-answers]").click()
    found += faults(page)
    page.get_by_role("button", name="清除全部").click()
    found += faults(page)
    page.get_by_role("button", name="不清除").click()
    page.get_by_role("button", name="我的案件").click()
    expect(page.locator(".cases h2")).to_be_focused()
    found += faults(page)
    write(page.locator("#case-paste"), "{")
    page.get_by_role("button", name="打开", exact=True).click()
    expect(page.locator(".cases .said")).to_contain_text("没有打开")
    found += faults(page)
    page.get_by_role("button", name="他们回复了").first.click()
    expect(page.locator("#reply")).to_be_focused()
    found += faults(page)
    page.locator("form.reply button[type=submit]").click()
    expect(page.locator("form.reply .error-summary")).to_be_focused()
    found += faults(page)
    page.evaluate("location.hash = '#/list'")
    found += faults(page)
    page.goto(f"{site}check/")
    expect(page.locator(".banner")).to_be_visible()
    found += faults(page)
    page.locator(".banner").get_by_role("button", name="删除").click()
    assert found + faults(page) == []


def test_a_case_that_is_solved(page, site):
    to_result(page, site, CLAIM | {"stage": "asked_waiting", "elsewhere": "none"}, "可以主张")
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    page.locator("form.reply").get_by_label("钱全部到账了").check()
    page.locator("form.reply button[type=submit]").click()
    expect(page.locator(".result h2").first).to_have_text("这件事已经解决")
    found = faults(page)
    page.locator("details.earlier > summary").click()
    assert found + faults(page) == []


def test_an_address_that_leads_nowhere_has_words_and_ways_on(page, site):
    page.goto(f"{site}404.html")
    expect(page.locator("h1")).to_have_text("没有这一页")
    assert faults(page) == [] and overflow(page) == 0
    page.get_by_role("link", name="自助核查").last.click()
    expect(page.locator(".checker")).to_be_visible()


def test_no_conclusion_and_a_text_in_two_versions(page, site):
    page.route(RUNTIME, lambda route: route.abort())
    open_check(page, site)
    walk(page, CLAIM, {})
    go_on(page)
    expect(page.locator(".trouble")).to_be_focused()
    found = faults(page)
    page.unroute(RUNTIME)
    page.locator(".trouble").get_by_role("button", name="再试一次").click()
    expect(page.locator(".result .level").first).to_have_text("可以主张")
    write(page.locator(".letter textarea").first, "我改过的文字")
    unfold(page, "你的回答")
    page.locator(".result .answer", has_text="实际付了多少钱").get_by_role("link").click()
    answer(page, "paid_amount", "90")
    go_on(page)
    moved_from(page, "sums")
    conclude(page, "可以主张")
    expect(page.locator(".versions fieldset").first).to_be_visible()
    assert found + faults(page) == []


@pytest.mark.parametrize("path", [each.relative_to(SITE).parent.as_posix() for each in sorted(SITE.rglob("index.html"))] or ["site"])
def test_reading_pages(page, site, path):
    page.goto(f"{site}{path}/")
    assert faults(page) == []
    assert overflow(page) == 0
    # Text of twice the size, as a reader sets it, on a window that stays as narrow.
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert overflow(page) == 0


def test_pages_are_read_without_scripts(open_context, site):
    """The text stands open, and whatever only a script could do is not offered."""
    page = open_context(java_script_enabled=False)[0].new_page()
    for path in sorted(SITE.rglob("index.html")):
        page.goto(f"{site}{path.parent.relative_to(SITE).as_posix()}/")
        expect(page.locator("h1").first).to_be_visible()
        assert len(page.locator("article").inner_text()) > 200 and overflow(page) == 0, path
    page.goto(f"{site}404.html")
    expect(page.locator("form.look-for, p.asked").first).to_be_hidden()
    expect(page.locator("article").get_by_role("link", name="退款规则")).to_be_visible()
