"""The theme's menu and search by keyboard on a narrow screen: what is shut takes no focus, what opens does, Escape gives it back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import with_clock
from tests.browser.steps import open_check, tab_to

NARROW = {"width": 320, "height": 640}
MENU, SEARCH = ".md-header__button[for=__drawer] > [role=button]", ".md-header__button[for=__search] > [role=button]"


@pytest.fixture
def narrow(open_context) -> Page:
    return with_clock(open_context(NARROW)[0].new_page())


def stops(page: Page, most: int = 40) -> list[str]:
    """What takes the focus one after the other, up to the end of the page or of what is open: its address, or what it says."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found.append(
            page.evaluate(
                "() => { const now = document.activeElement; return now.closest('.md-sidebar--primary') ? `menu: ${now.textContent.trim()}` : now.tagName; }"
            )
        )
        if found[-1] == "BODY":
            break
    return found


def test_the_menu(narrow, site):
    narrow.goto(f"{site}privacy/")
    menu = narrow.locator(MENU)
    narrow.keyboard.press("Tab")
    expect(narrow.locator(".md-skip")).to_be_focused()
    expect(narrow.locator(".md-skip")).to_have_text("跳到正文")
    assert not [each for each in stops(narrow) if each.startswith("menu")]
    narrow.evaluate("document.querySelector('.md-skip').focus()")
    tab_to(narrow, MENU)
    assert menu.inner_text() == "菜单" and menu.get_attribute("aria-expanded") == "false"
    narrow.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(narrow.locator(".md-sidebar--primary :focus")).to_be_visible()
    # One level lies over the other: of each only what is seen takes the focus, and nothing of the page behind.
    there = stops(narrow)
    assert "menu: 隐私" in there and "menu: 首页" not in there and "A" not in there[: there.index("menu: 隐私")]
    narrow.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    narrow.keyboard.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    # The title of the level leads to the one below it.
    narrow.keyboard.press("Enter")
    assert "menu: 首页" in stops(narrow)


def test_the_search(narrow, site):
    open_check(narrow, site)
    narrow.keyboard.press("Tab")
    expect(narrow.locator(".md-skip")).to_have_text("跳到问题")
    narrow.evaluate("selector => document.querySelector(selector).focus()", SEARCH)
    narrow.keyboard.press("Enter")
    expect(narrow.locator(".md-search__input")).to_be_focused()
    narrow.keyboard.type("kami")
    narrow.keyboard.press("Escape")
    expect(narrow.locator(SEARCH)).to_be_focused()
    # The next stop is the menu, and then the page: no empty place for results, none of the results that are not seen.
    narrow.keyboard.press("Tab")
    expect(narrow.locator(MENU)).to_be_focused()
    narrow.keyboard.press("Tab")
    assert narrow.evaluate("document.activeElement.closest('.checker') !== null")


def test_the_search_box_is_seen_where_backgrounds_are_gone(narrow, site):
    narrow.set_viewport_size({"width": 1280, "height": 800})
    narrow.emulate_media(forced_colors="active")
    narrow.goto(site)
    assert narrow.locator(".md-search__form").evaluate("form => getComputedStyle(form).borderTopWidth") == "1px"
