"""What a reader does on the self-check page, with the mouse or with the keyboard, and stories to tell it."""

import json
import re
from collections.abc import Callable, Mapping

from playwright.sync_api import Locator, Page, expect

from checker.ask.parties import PARTY_FIELDS
from checker.ask.questions import QUESTIONS, TOPICS
from checker.publish.stories import complete

CLAIM = complete(
    {
        "goods": "game_card",
        "problem": ["unusable"],
        "goods_used": "tried",
        "failure": "already_used",
        "error_text": "该卡密已被使用",
        "support_fixed": "no",
        "paid_amount": "100",
        "channel": "wechat",
        "seller_kind": "unclear",
        "paid_on": "2026-11-20",
        "evidence": ["order", "payment", "error"],
        "stage": "refused",
        "refusal_words": "虚拟商品不退不换",
        "refused_on": "2026-11-22",
        "appeal_days": "3",
        "truthful": "yes",
        "wish": "refund",
    }
)
EXPIRED = complete(
    {
        "goods": "membership",
        "problem": ["expired_unused"],
        "goods_used": "untouched",
        "validity_stated": "yes",
        "channel": "alipay",
        "evidence": ["none"],
        "stage": "not_asked",
        "truthful": "yes",
    }
)
SCAM = complete({"goods": "game_card", "problem": ["asked_to_pay_again"], "channel": "transfer", "evidence": ["none"], "truthful": "yes"})
UNSURE = complete(
    {
        "goods": "unknown",
        "problem": ["unusable"],
        "goods_used": "unknown",
        "failure": "unknown",
        "support_fixed": "unknown",
        "channel": "unknown",
        "evidence": ["unknown"],
        "stage": "unknown",
        "truthful": "unknown",
    }
)
NAMES = {"platform_name": "某某卡盟", "order_no": "A20261120"}

ADDRESS = re.compile(r"/check/#/[a-z-]+$")
SHORT = 40
"""Characters that one types; more is pasted."""


def turn_to(page: Page) -> None:
    """Of several tabs, have this one in front, as one has who acts in it. One in the back draws once a second."""
    if len(page.context.pages) > 1:
        page.bring_to_front()


def open_check(page: Page, site: str, name: str = "") -> None:
    turn_to(page)
    page.goto(f"{site}check/{f'#/{name}' if name else ''}")
    expect(page.locator(".checker[data-view]")).to_be_visible()


def another_visit(page: Page) -> Page:
    """The same reader in a new tab, the old one closed: nothing of the case is on the page. What a script or a route is for is set on the context."""
    again, now = page.context.new_page(), page.evaluate("new Date().toISOString()")
    again.clock.set_fixed_time(now)
    page.close()
    return again


def topic(page: Page) -> str:
    return page.locator(".topic:visible").get_attribute("data-topic")


PLACE = """async selector => {
    const find = () => [...document.querySelectorAll(selector)].find(each => each.checkVisibility());
    while (!find()) await new Promise(requestAnimationFrame);
    const found = find();
    const inside = ({ top, bottom }) => top >= document.querySelector('.md-header').offsetHeight && bottom <= innerHeight;
    if (!inside(found.getBoundingClientRect())) found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = found.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    if (!found.contains(hit) && !hit?.contains(found)) throw new Error(`${selector} lies under ${hit?.outerHTML.slice(0, 120)}`);
    return [x, y];
}"""


def tap(page: Page, selector: str) -> None:
    """Touch the middle of what is on view, scrolled to if need be. As a locator does, but without waiting for two pictures to be alike: on the way
    to what a test is about there are many."""
    page.mouse.click(*page.evaluate(PLACE, selector))


def choices(page: Page, id: str, values: str | list[str]) -> list[Locator]:
    return [page.locator(f"[name='{id}'][value='{value}']") for value in ([values] if isinstance(values, str) else values)]


def write(field: Locator, words: str) -> None:
    """Touch a field, mark what stands in it, and write over it: by keys what one types, in one piece and without a key what one pastes."""
    turn_to(field.page)
    field.click()
    field.page.keyboard.press("ControlOrMeta+a")
    if len(words) <= SHORT:
        field.page.keyboard.type(words)
    else:
        field.page.keyboard.insert_text(words)


def answer(page: Page, id: str, given: str | list[str]) -> None:
    """Answer one question that is on view, as a mouse does: choices by their label."""
    turn_to(page)
    if page.locator(f"fieldset[data-question={id}]").count():
        for choice in choices(page, id, given):
            tap(page, f"label[for={choice.get_attribute('id')}]")
    else:
        write(page.locator(f"#{id}"), given)


def ready(page: Page) -> None:
    """Python has begun. Readers are not told, since nothing of theirs waits for it."""
    expect(page.locator(".checker")).to_have_attribute("data-start", re.compile("^(cold|snapshot)$"))


def fill_topic(page: Page, story: Mapping, names: Mapping = {}) -> None:
    """Answer what the story knows of this topic, questions that only appear meanwhile included."""
    for place in page.locator(".topic:visible [data-question]").all():
        id = place.get_attribute("data-question")
        if id in story and place.is_visible():
            answer(page, id, story[id])
    for id, text in names.items():
        if page.locator(f"#{id}").is_visible():
            write(page.locator(f"#{id}"), text)


def go_on(page: Page) -> None:
    turn_to(page)
    tap(page, ".go-on")


def walk(page: Page, story: Mapping, names: Mapping = NAMES, *, to: str = "truth", each: Callable[[], None] = lambda: None) -> list[str]:
    """Answer topic by topic until `to` is on view and answered; the topics passed, in order. What may wait is filled in from the list."""
    passed = []
    while True:
        fill_topic(page, story, names)
        each()
        passed.append(topic(page))
        if passed[-1] == "truth":
            fill_later(page, story, names, each)
        if passed[-1] == to:
            return passed
        go_on(page)
        moved_from(page, passed[-1])
        assert topic(page) not in passed, "继续 led back"


def fill_later(page: Page, story: Mapping, names: Mapping, each: Callable[[], None] = lambda: None) -> None:
    """From the list of answers to the topics that may wait, and back, for whatever the story and the names have to say there."""
    of = {q.id: q.topic for q in QUESTIONS} | {field.id: field.topic for field in PARTY_FIELDS}
    wanted = {of[id] for id in (*story, *names)}
    for id in [each.id for each in TOPICS if each.later and each.id in wanted]:
        link = page.locator(f".topic .answers a[href='#/{id}']").first
        if link.count() == 0:
            continue
        link.click()
        expect(page.locator(f"[data-topic={id}]")).to_be_visible()
        fill_topic(page, story, names)
        each()
        go_on(page)
        moved_from(page, id)


def moved_from(page: Page, name: str) -> None:
    """Wait until another topic is on view, past what may be said early; or the conclusion, from where one had come."""
    page.wait_for_function(
        "name => { const view = document.querySelector('.checker').dataset.view; const early = document.querySelector('.early:not([hidden]) button');"
        " if (early) early.click(); return view === 'result' || view === 'topic' && document.querySelector(`[data-topic=${name}]`).hidden; }",
        arg=name,
    )


def to_early(page: Page, site: str) -> None:
    """To what is said of a scam after its second question."""
    open_check(page, site)
    fill_topic(page, SCAM)
    ready(page)
    go_on(page)
    moved_from(page, "goods")
    fill_topic(page, SCAM)
    go_on(page)
    expect(page.locator(".early h2")).to_be_focused()


def conclude(page: Page, level: str) -> None:
    """See the conclusion, where it is not on view already; `level` is the word it begins with."""
    if page.locator(".checker").get_attribute("data-view") != "result":
        go_on(page)
    # An earlier conclusion stands in the page, unseen, until the new one is drawn.
    expect(page.locator(".checker")).to_have_attribute("data-view", "result")
    expect(page.locator(".result .level").first).to_have_text(level)


def walk_to_result(page: Page, site: str, story: Mapping, level: str, names: Mapping = NAMES) -> None:
    """From the first question to the conclusion, answer by answer."""
    open_check(page, site)
    walk(page, story, names)
    conclude(page, level)


def to_result(page: Page, site: str, story: Mapping, level: str, names: Mapping = NAMES) -> None:
    """To the conclusion as one comes to it who has answered elsewhere: by what was copied there. Nothing is unkept then; who needs that walks."""
    open_check(page, site, "cases")
    write(page.locator("#case-paste"), json.dumps({"v": 1, "answers": dict(story), "parties": dict(names)}, ensure_ascii=False))
    page.get_by_role("button", name="打开", exact=True).click()
    expect(page.locator(".checker")).to_have_attribute("data-view", "result")
    expect(page.locator(".result .level").first).to_have_text(level)


def unfold(page: Page, heading: str) -> Locator:
    """Open what the conclusion has under this heading, as one does who looks for it there, unless it stands open."""
    turn_to(page)
    fold = page.locator(".result details.part", has=page.get_by_role("heading", name=heading, exact=True)).first
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()
    return fold


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus. On the way, nothing that has it may lie under the header."""
    for _ in range(80):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """async selector => {
                // The browser scrolls to what has the focus with the next frame.
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                const now = document.activeElement;
                const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
                const inside = now.closest('.checker') !== null;
                const { top, bottom, height } = now.getBoundingClientRect();
                // Of what is higher than the window the place where one writes is in view.
                const covered = inside && (height < innerHeight - header ? top : bottom) < header;
                return { there: now.matches(selector), hidden: covered && `${now.outerHTML.slice(0, 120)} at ${now.getBoundingClientRect().top}, header to ${header}` };
            }""",
            selector,
        )
        assert not state["hidden"], f"under the header, on the way to {selector}: {state['hidden']}"
        if state["there"]:
            return
    raise AssertionError(f"Tab never reaches {selector}")


def answer_by_keyboard(page: Page, id: str, given: str | list[str]) -> None:
    if not page.locator(f"fieldset[data-question={id}]").count():
        tab_to(page, f"#{id}")
        page.keyboard.type(given)
    elif page.locator(f"[name='{id}'][type=checkbox]").count():
        # Arrows would not choose among these, but scroll.
        for choice in choices(page, id, given):
            tab_to(page, f"#{choice.get_attribute('id')}")
            page.keyboard.press("Space")
    else:
        # Tab enters a group of radio buttons at the first one; the arrows choose.
        tab_to(page, f"[name={id}]")
        values = page.locator(f"[name={id}]").evaluate_all("all => all.map(each => each.value)")
        page.keyboard.press("Space")
        for _ in range(values.index(given)):
            page.keyboard.press("ArrowDown")


def walk_by_keyboard(page: Page, story: Mapping) -> None:
    """From the first topic to the conclusion's request, without a mouse."""
    while True:
        now = topic(page)
        for place in page.locator(".topic:visible [data-question]").all():
            id = place.get_attribute("data-question")
            if id in story and place.is_visible():
                answer_by_keyboard(page, id, story[id])
        tab_to(page, ".go-on")
        page.keyboard.press("Enter")
        if now == "truth":
            return
        expect(page.locator(f"[data-topic={now}]")).to_be_hidden()
        expect(page.locator(".topic:visible h2")).to_be_focused()


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
