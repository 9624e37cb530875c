"""How long readers wait while they answer: from each tap on 继续 to the next view, on a first and a later visit, plain and with a slowed browser. `CHECKER_BROWSER=… python -m bench.answering`.

What counts is what comes after ten seconds, which anybody needs to read the first question.
"""

import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import report
from bench.chromium import LIMIT_MS, Chromium
from bench.server import serving
from tests.browser.steps import CLAIM, go_on, open_check, walk

TOP = Path(__file__).resolve().parents[1]
ROUNDS = 3
READING_MS = 10_000
WAIT_MS = 100
#: As quick as one is from the last answer of a page to the button.
FINGER_SECONDS = 1
DRAWN_SECONDS = 10
#: From the tap until what came of it has been drawn.
NOTED = """
globalThis.waits = [];
let tapped = null;
const onView = () => {
    const view = document.querySelector('.checker')?.dataset.view;
    return view === 'topic' ? document.querySelector('[data-topic]:not([hidden])')?.dataset.topic : view;
};
addEventListener('click', event => { if (event.target.closest('.go-on')) tapped = { at: event.timeStamp, from: onView() }; }, true);
new MutationObserver(() => {
    const to = onView();
    if (!tapped || to === tapped.from || to === 'waiting') return;
    const { at, from } = tapped;
    tapped = null;
    requestAnimationFrame(() => setTimeout(() => waits.push({ at, from, to, milliseconds: performance.now() - at })));
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['hidden', 'data-view'] });
"""


def main() -> None:
    with sync_playwright() as play, serving({"/": TOP / "site"}, compressed=True) as host:
        for speed, slow in (("plain", False), ("slowed", True)):
            opened = Chromium(play, slow=slow)
            for _ in range(ROUNDS):
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                    for which in ("first", "later"):
                        told(f"{speed}, {which}", answered(opened, Path(profile), f"{host.address}/"))


def answered(opened: Chromium, profile: Path, address: str) -> list[dict]:
    with opened(profile) as driver:
        page = driver.page
        page.set_default_timeout(LIMIT_MS)
        page.add_init_script(NOTED)
        open_check(page, address)
        page.wait_for_function("ms => performance.now() > ms", arg=READING_MS)
        walk(page, CLAIM, {}, each=lambda: time.sleep(FINGER_SECONDS))
        time.sleep(FINGER_SECONDS)
        go_on(page)
        # While it draws, nobody asks the page anything.
        time.sleep(DRAWN_SECONDS)
        waits = page.evaluate("waits")
        assert waits[-1]["to"] == "result", waits
        return waits


def told(name: str, waits: list[dict]) -> None:
    longest = max(waits, key=lambda each: each["milliseconds"])
    each = ", ".join(f"{wait['from']} {wait['milliseconds']:.0f}" for wait in waits)
    print(f"{name}: {report.at_most(longest['milliseconds'], WAIT_MS, ' ms')} {each}", flush=True)


if __name__ == "__main__":
    main()
