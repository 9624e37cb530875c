"""The pictures that are drawn once and committed: icons and the card for links from `docs/images/`, the pictures of README from the built site.

`make pictures` runs it after a build. Nothing here is drawn by hand but `docs/images/icon.svg`.
"""

import json
import sys
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from bench.server import serving  # noqa: E402

IMAGES = TOP / "docs" / "images"
README = TOP / ".github" / "pictures"
STORY = TOP / "checker" / "rules" / "fault" / "unusable.toml"
PHONE = {"width": 390, "height": 844}

CARD = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 78px 88px; background: #fbf9f4; color: #20302b;
  font: 40px/1.5 "Noto Sans CJK SC", "PingFang SC", sans-serif; border-top: 16px solid #0c5c4c; }
header { display: flex; gap: 28px; align-items: center; font-weight: 700; }
svg { width: 88px; height: 88px; border-radius: 10px; }
h1 { margin: 56px 0 28px; font-size: 76px; line-height: 1.3; }
mark { color: inherit; background: linear-gradient(transparent 60%, #ffe27a 60%, #ffe27a 94%, transparent 94%); }
p { margin: 0; color: #515e58; }
</style><header>ICON安心买·放心退</header><h1>点卡、会员、卡密、代充<br><mark>能不能退，怎么退</mark></h1><p>答几页题，写好要发的文字。只在你的浏览器里算。</p>"""


def icons(browser: Browser) -> None:
    """The sign in the sizes that phones ask for, and the card that a link to the site is shown with."""
    sign = (IMAGES / "icon.svg").read_text(encoding="utf-8")
    for size in (180, 192, 512):
        page = browser.new_page(viewport={"width": size, "height": size})
        page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{sign}")
        page.screenshot(path=IMAGES / f"icon-{size}.png")
        page.close()
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(CARD.replace("ICON", sign))
    page.screenshot(path=IMAGES / "card.png")
    page.close()


def tour(browser: Browser, site: str) -> None:
    """What a reader sees on the way from the home page to the letter, on a phone."""
    README.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport=PHONE, device_scale_factor=1.5, locale="zh-CN", service_workers="block")
    page = context.new_page()
    page.goto(site)
    _shot(page, "home")
    page.goto(f"{site}situations/code-used/")
    _shot(page, "situation")
    page.goto(f"{site}check/")
    page.locator("[data-topic=goods] h2").evaluate("heading => heading.scrollIntoView({ block: 'center' })")
    _shot(page, "question")
    _to_result(page, site)
    _shot(page, "conclusion")
    page.locator(".result .letter").first.scroll_into_view_if_needed()
    page.locator(".result .letter textarea").first.evaluate("field => field.scrollIntoView({ block: 'start' })")
    _shot(page, "letter")
    context.close()


def _to_result(page: Page, site: str) -> None:
    story = next(each for each in tomllib.loads(STORY.read_text(encoding="utf-8"))["story"] if each.get("shown") == "rules")
    page.goto(f"{site}check/#/cases")
    page.locator("#case-paste").type(json.dumps({"v": 1, "answers": story["answers"], "parties": {}}, ensure_ascii=False))
    page.get_by_role("button", name="打开", exact=True).click()
    page.locator(".result .level").first.wait_for(timeout=60_000)


def _shot(page: Page, name: str) -> None:
    page.screenshot(path=README / f"{name}.png", animations="disabled")


def main() -> None:
    """Draw all of them anew. The browser's path is what `make browser` found."""
    path = (TOP / "build" / "browser-path").read_text().strip()
    with sync_playwright() as playwright, serving({"/": TOP / "site"}) as server:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        icons(browser)
        if "icons" not in sys.argv:
            tour(browser, f"{server.address.rstrip('/')}/")
        browser.close()


if __name__ == "__main__":
    main()
