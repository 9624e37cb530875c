"""What a reader does who uses own words in place of taps, and what a stand-in for Python reads out of them."""

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import CLAIM, open_check, tap, to_result, write

STORY = "前几天在一个店买了张 100 块的点卡😡 兑换提示<b>已经被使用了</b>。\n我根本没用过，找客服他说不退，微信付的。"
THEIRS = "亲亲，已核实，确实是我们的问题，但是虚拟商品售出不退不换哦，补偿 20 元，今天 18:00 前回复。"
STAND_IN = """replies => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (data, ...more) {
        const { kind, what, id } = typeof data === 'string' ? JSON.parse(data) : {};
        if (kind !== 'read' || !replies[what]) return post.call(this, data, ...more);
        const reply = JSON.stringify({ v: 1, id, ...replies[what] });
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: reply })));
    };
}"""
"""Answers requests to read in the place of Python."""


def proposal(question: str, label: str, value: str, shown: str, words: str, text: str = STORY) -> dict[str, Any]:
    start = text.index(words)
    return {"question": question, "label": label, "value": value, "shown": shown, "spans": [[start, start + len(words)]]}


PROPOSALS = (
    proposal("goods", "买的是什么？", "game_card", "点卡、礼品卡、充值卡（卡密）", "点卡"),
    proposal("problem", "出了什么事？", "unusable", "用不了", "已经被使用了"),
    proposal("paid_on", "什么时候付的款？", "三天前", "三天前", "前几天"),
    proposal("channel", "用什么付的？", "wechat", "微信支付", "微信付的"),
    proposal("paid_amount", "实际付了多少钱？", "100", "100", "100 块"),
)
READ = {"read": 60, "cut": False}
FOUND = {"kind": "story", **READ, "made_up": [], "proposals": PROPOSALS}
REFUSED = {
    "kind": "their-reply",
    **READ,
    "reply": {"id": "refused", "label": "拒绝了", "spans": [[THEIRS.index("不退不换"), THEIRS.index("不退不换") + 4]]},
    "answers": [
        proposal("refusal_ground", "对方用什么理由拒绝？", "final", "说一经售出、概不退换", "售出不退不换", THEIRS),
        proposal("refusal_words", "对方的原话是什么？", "虚拟商品售出不退不换", "虚拟商品售出不退不换", "虚拟商品售出不退不换", THEIRS),
    ],
    "noted": [
        {"id": "admission", "label": "这句话值得留着", "say": "截图存好。", "words": "确实是我们的问题", "event": True, "spans": []},
        {
            "id": "deadline",
            "label": "对方给你定的期限",
            "say": "记下来，在这以前回复。",
            "words": "今天 18:00 前",
            "event": False,
            "spans": [],
        },
    ],
}
LINES = [
    {
        "when": f"2026-11-{20 + number // 240:02d} {number // 60 % 4 + 9:02d}:{number % 60:02d}",
        "who": ("张三", "客服小美")[number % 2],
        "words": f"第 {number} 句",
        "span": [0, 1],
    }
    for number in range(450)
]
LINES[1]["words"] = "不" * 300
CHAT = {
    "kind": "chat",
    "format": "wechat",
    "format_label": "微信聊天记录",
    "speakers": ["张三", "客服小美"],
    "orders": ["2026110300012345"],
    "sums": ["100 元"],
    "lines": LINES,
}


def says(page: Page, **replies: Mapping[str, Any]) -> None:
    page.add_init_script(f"({STAND_IN})({json.dumps(replies, ensure_ascii=False)})")


def tell(page: Page, words: str = STORY) -> None:
    write(page.locator("#story"), words)
    tap(page, ".tell .read-it")


def to_story(page: Page, site: str, found: Mapping[str, Any] = FOUND) -> Locator:
    """What was read out of a story is on view."""
    says(page, story=found)
    open_check(page, site)
    tell(page)
    expect(page.locator(".story h2")).to_be_focused()
    return page.locator(".story")


def row(place: Locator, label: str) -> Locator:
    return place.locator(".proposals > li", has_text=label)


def tick(place: Locator, label: str) -> None:
    row(place, label).locator(".option label").click()


def to_reply(page: Page, site: str, **more: Any) -> Locator:
    """The page of the reply, with the reply pasted and read."""
    says(page, reply={**REFUSED, **more})
    to_result(page, site, CLAIM | {"stage": "asked_waiting", "elsewhere": "none"}, "可以主张")
    page.locator(".result").get_by_role("button", name="他们回复了").click()
    write(page.locator("#their-words"), THEIRS)
    tap(page, "form.reply .read-it")
    expect(page.locator("form.reply .found li").first).to_be_visible()
    return page.locator("form.reply")


def read_chat(page: Page) -> Locator:
    """From the conclusion to a chat that was pasted and read."""
    page.locator("details.course > summary").click()
    page.locator(".chat > button").click()
    write(page.locator("#chat"), "张三 2026-11-20 09:00\n在吗")
    page.locator(".course .chat").get_by_role("button", name="读一读").click()
    expect(page.locator(".course .chat .rows .option").first).to_be_visible()
    return page.locator(".course .chat")


def take(chat: Locator, *numbers: int) -> None:
    for number in numbers:
        chat.locator(f"label[for=chat-line-{number}]").click()
    chat.get_by_role("button", name="把勾上的写进经过").click()
