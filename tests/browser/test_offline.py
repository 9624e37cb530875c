"""Without a network: the whole site and the checker, from what the device has. And an update that mixes nothing."""

import json
import shutil
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from checker.publish import offline
from tests.browser.conftest import PHONE, SITE, AskAgain, address, serving, stop, with_clock
from tests.browser.steps import CLAIM, another_visit, answer, conclude, fill_topic, go_on, moved_from, open_check, to_result, walk, write
from tests.browser.test_start import memory_is_kept, started
from tests.browser.test_wording import RUDE, letter_of, open_tool, rows, type_behind

# The whole site is kept anew in each.
pytestmark = [pytest.mark.starts, pytest.mark.heavy]

READY = "navigator.serviceWorker.ready.then(registration => registration.active.state)"
CACHED = "async name => { for (let tries = 0; tries < 1200; tries++) { for (const each of await caches.keys()) if (each.startsWith(name) && (await (await caches.open(each)).keys()).length > 5) return each; await new Promise(done => setTimeout(done, 50)); } throw new Error(`nothing is kept in ${name}`); }"

ALL_KEPT = """async many => {
    for (let tries = 0; tries < 1200; tries++) {
        for (const name of await caches.keys()) if (name.startsWith('anxinmai.site.') && (await (await caches.open(name)).keys()).length === many) return;
        await new Promise(done => setTimeout(done, 50));
    }
    throw new Error(`not all ${many} are kept`);
}"""
KEPT = """async part => {
    for (let tries = 0; tries < 1200; tries++) {
        for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith(part)) return;
        await new Promise(done => setTimeout(done, 50));
    }
    throw new Error(`${part} is not kept`);
}"""


@pytest.fixture
def own_site(tmp_path):
    """A copy of the site that a test may change, and its server, which it may stop."""
    folder = tmp_path / "site"
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    with serving(folder, AskAgain) as server:
        yield folder, server


@pytest.fixture
def installed(open_context, own_site) -> Page:
    """A page of a reader who has been here, controlled by the service worker."""
    page = with_clock(open_context(service_workers="allow", home=address(own_site[1]))[0].new_page())
    page.goto(f"{address(own_site[1])}")
    assert page.evaluate(READY) in ("activating", "activated")
    return page


def all_is_kept(page: Page, folder) -> None:
    """With a mouse and nothing said of a charge, the pages that come later are fetched behind the first one."""
    page.evaluate(ALL_KEPT, len(offline.kept(folder)))


@pytest.fixture
def phone(open_context, own_site) -> Page:
    """A page of a reader on the road, of whom nobody knows what a megabyte costs."""
    page = with_clock(open_context(PHONE, has_touch=True, is_mobile=True, service_workers="allow", home=address(own_site[1]))[0].new_page())
    page.goto(f"{address(own_site[1])}")
    assert page.evaluate(READY) in ("activating", "activated")
    return page


def test_on_the_road_a_page_is_there_once_it_was_read_and_the_checkers_from_the_beginning(phone, own_site):
    _, server = own_site
    site = address(server)
    phone.goto(f"{site}law/dsf/")
    phone.evaluate(KEPT, "/law/dsf/")
    assert not [name for name in phone.evaluate("caches.keys()") if name.startswith("anxinmai.runtime.")]
    stop(server)
    phone.goto(f"{site}law/dsf/index.html")
    expect(phone.locator("#dsf-62")).to_be_attached()
    for path in ("", "check/", "channels/court/"):
        phone.goto(f"{site}{path}")
        expect(phone.locator("article h1")).to_be_visible()
    phone.goto(f"{site}templates/unusable/")
    expect(phone.locator("h1")).to_have_text("这一页还没存下来")
    phone.get_by_role("link", name="再试一次").click()
    expect(phone.locator("h1")).to_have_text("这一页还没存下来")
    expect(phone).to_have_url(f"{site}templates/unusable/")


def test_what_was_read_before_an_update_is_there_after_it(phone, own_site):
    folder, server = own_site
    site = address(server)
    phone.goto(f"{site}law/dsf/")
    phone.evaluate(KEPT, "/law/dsf/")
    new_build(folder)
    phone.goto(f"{site}privacy/")
    phone.evaluate("navigator.serviceWorker.getRegistration().then(registration => registration.update())")
    expect(phone.locator(".update").or_(phone.locator("body", has_text="新版核查"))).to_be_attached()
    phone.reload()
    expect(phone.locator("body")).to_contain_text("新版核查")
    stop(server)
    phone.goto(f"{site}law/dsf/")
    expect(phone.locator("body")).to_contain_text("新版核查")
    expect(phone.locator("#dsf-62")).to_be_attached()


def test_a_page_of_a_newer_deployment_is_shown_and_not_kept_with_the_older(phone, own_site):
    folder, server = own_site
    with (folder / "law" / "dsf" / "index.html").open("a", encoding="utf-8") as changed:
        changed.write("<p id=newer>newer</p>")
    phone.goto(f"{address(server)}law/dsf/")
    expect(phone.locator("#newer")).to_be_attached()
    stop(server)
    phone.goto(f"{address(server)}law/dsf/")
    expect(phone.locator("h1")).to_have_text("这一页还没存下来")


def test_the_whole_site_and_the_checker_with_the_server_stopped(installed, own_site):
    page, (folder, server) = installed, own_site
    site = address(server)
    all_is_kept(page, folder)
    to_result(page, site, CLAIM, "可以主张")
    page.evaluate(CACHED, "anxinmai.runtime.")
    memory_is_kept(page)
    stop(server)
    for path in sorted(folder.rglob("index.html")):
        page.goto(f"{site}{path.parent.relative_to(folder).as_posix()}/".replace("/./", "/"))
        expect(page.locator("h1").first).to_be_attached()
    page = another_visit(page)
    to_result(page, site, CLAIM, "可以主张")
    started(page, "snapshot")
    page.evaluate("caches.delete('anxinmai.memory')")
    page = another_visit(page)
    to_result(page, site, CLAIM, "可以主张")
    started(page, "cold")
    for other in ("check", "check/index.html", "check/?from=x"):
        page.goto(f"{site}{other}")
        expect(page.locator(".checker")).to_have_attribute("data-view", "topic")
    page.goto(f"{site}no/such/page/")
    expect(page.locator("h1")).to_have_text("没有这一页")


def test_search_works_without_a_network(installed, own_site):
    page, (folder, server) = installed, own_site
    all_is_kept(page, folder)
    stop(server)
    page.goto(address(server))
    page.locator("label[for=__search]:visible").first.click()
    # The theme listens to keys, not to what they change.
    write(page.locator(".md-search__input"), "卡密已使用")
    page.locator(".md-search__input").press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_it_can_be_installed(installed, own_site):
    folder, _ = own_site
    manifest = json.loads((folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]} and manifest["display"] == "standalone"
    client = installed.context.new_cdp_session(installed)
    errors = [error["errorId"] for error in client.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    # Tests run in windows of their own, as a private one is.
    assert [error for error in errors if error != "in-incognito"] == []


def new_build(folder) -> None:
    """The site as a later build leaves it: other pages, other scripts under another address, and none of the old."""
    (scripts,) = (folder / "assets").glob("checker-*")
    scripts.rename(scripts.with_name("checker-000000000000"))
    for page in folder.rglob("*.html"):
        text = (
            page.read_text(encoding="utf-8")
            .replace(scripts.name, "checker-000000000000")
            .replace("自助核查", "新版核查")
            .replace("自助<wbr>核查", "新版核查")
        )
        page.write_text(text, encoding="utf-8")
    runtime = next((folder / "assets" / "runtime").iterdir())
    (folder / "service-worker.js").write_text(offline.service_worker(folder, f"assets/runtime/{runtime.name}/"), encoding="utf-8")


def test_an_update_in_the_middle_of_a_form_keeps_it_and_mixes_nothing(installed, own_site):
    page, (folder, server) = installed, own_site
    site = address(server)
    open_check(page, site)
    walk(page, CLAIM, to="use")
    new_build(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then(registration => registration.update())")
    expect(page.locator(".update")).to_contain_text("有新版本")
    expect(page.locator("[name=goods_used][value=tried]")).to_be_checked()
    go_on(page)
    moved_from(page, "use")
    walk(page, CLAIM)
    conclude(page, "可以主张")
    memory_is_kept(page)
    other = page.context.new_page()
    other.goto(f"{site}check/")
    expect(other.locator(".update")).to_contain_text("有新版本")
    expect(other.locator("h1")).to_contain_text("自助核查")
    other.close()
    # The only page that is left is loaded anew. The browser may count the one that was closed for a while.
    new = page.locator("h1", has_text="新版核查")
    for _ in range(10):
        # The page may load itself anew meanwhile, which ends this visit and begins another.
        with suppress(Error):
            page.goto(f"{site}check/")
        expect(new.or_(page.locator(".update"))).to_be_visible()
        if new.is_visible():
            break
    expect(new).to_be_visible()
    expect(page.locator(".checker")).to_have_attribute("data-view", "topic")
    assert len([name for name in page.evaluate("caches.keys()") if name.startswith("anxinmai.site.")]) == 1


def test_a_build_that_does_not_fit_together_is_not_installed(installed, own_site):
    page, (folder, _) = installed, own_site
    new_build(folder)
    with (folder / "channels" / "index.html").open("a", encoding="utf-8") as changed:
        changed.write("<p>half a deployment</p>")
    failed = page.evaluate("""async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const state = new Promise(resolve => registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => worker.state === 'redundant' && resolve('redundant'));
        }));
        await registration.update().catch(() => {});
        return state;
    }""")
    assert failed == "redundant"
    page.reload()
    expect(page.locator("body")).to_contain_text("自助核查")


def test_clearing_removes_what_was_kept_of_the_site_too(installed, own_site):
    page, (_, server) = installed, own_site
    to_result(page, address(server), CLAIM, "可以主张")
    page.evaluate(CACHED, "anxinmai.runtime.")
    memory_is_kept(page)
    page.get_by_role("button", name="清除全部").click()
    page.get_by_role("button", name="清除", exact=True).click()
    expect(page.locator(".keeping .said")).to_contain_text("全部清除了")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_a_first_visit_answers_while_the_site_is_being_kept(open_context, own_site):
    page = with_clock(open_context(service_workers="allow", home=address(own_site[1]))[0].new_page())
    open_check(page, address(own_site[1]))
    fill_topic(page, CLAIM)
    answer(page, "goods", "membership")
    expect(page.locator("[name=goods][value=membership]")).to_be_checked()


def test_a_letter_is_read_without_a_network_once_it_was_read_with_one(installed, own_site):
    page, (_, server) = installed, own_site
    site = address(server)
    _, area = letter_of(page, site)
    page.evaluate(CACHED, "anxinmai.runtime.")
    type_behind(area, f"\n{RUDE}")
    expect(rows(page.locator(".letter").first)).to_have_count(1)
    page.evaluate(KEPT, "-wording.zip")
    stop(server)
    page = another_visit(page)
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    expect(rows(letter)).to_have_count(1)


def test_without_a_network_and_never_read_before_the_lint_goes_on_alone(installed, own_site):
    page, (_, server) = installed, own_site
    site = address(server)
    letter_of(page, site)
    page.evaluate(CACHED, "anxinmai.runtime.")
    stop(server)
    page = another_visit(page)
    letter, area = letter_of(page, site)
    type_behind(area, f"\n{RUDE}")
    expect(letter.locator(".remarks p", has_text="三倍")).to_have_count(1)
    type_behind(area, "垃圾店")
    expect(letter.locator(".remarks p", has_text="骂人")).to_have_count(1)
    expect(letter.locator(".wording")).to_have_count(0)


def test_the_page_of_the_three_clears_works_without_a_network_once_it_was_used(installed, own_site):
    page, (_, server) = installed, own_site
    site = address(server)
    tool, field = open_tool(page, site)
    type_behind(field, RUDE)
    expect(rows(tool)).to_have_count(2)
    page.evaluate(CACHED, "anxinmai.runtime.")
    page.evaluate(KEPT, "-wording.zip")
    stop(server)
    page = another_visit(page)
    tool, field = open_tool(page, site)
    type_behind(field, RUDE)
    expect(rows(tool)).to_have_count(2)
