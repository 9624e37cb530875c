"""How Python begins: at first cold, later from memory that a fresh worker made; and without it whenever it does not hold."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from checker.ask.parties import PARTY_FIELDS
from checker.ask.questions import QUESTIONS
from tests.browser.conftest import SITE, with_clock
from tests.browser.steps import CLAIM, another_visit, answer, conclude, open_check, ready, to_result, walk, write

pytestmark = pytest.mark.starts

MARK = "Q7ZX3MARK"
UNTIL = """async test => {
    for (let tries = 0; tries < 1200; tries++) {
        if (test((await (await caches.open('anxinmai.memory')).keys()).map(({ url }) => url))) return;
        await new Promise(done => setTimeout(done, 50));
    }
    throw new Error('no memory is kept');
}"""
CHANGE = """async change => {
    const cache = await caches.open('anxinmai.memory');
    const [key] = await cache.keys();
    const response = await cache.match(key);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { sum } = await import(document.querySelector('script[src$="/page.mjs"]').src.replace('page.mjs', 'python/memory.mjs'));
    const headers = new Headers(response.headers);
    const honest = { byte: () => { bytes[bytes.length >> 1] ^= 1; return false; }, none: () => { bytes.fill(7); return true; },
        heap: () => { bytes.fill(0, 4_000_000, bytes.length - 4_000_000); return true; } }[change]();
    if (honest) headers.set('x-sum', String(sum(bytes)));
    await cache.put(key, new Response(bytes, { headers }));
}"""


def started(page: Page, how: str) -> None:
    expect(page.locator(".checker")).to_have_attribute("data-start", how)


def memory_is_kept(page: Page) -> None:
    page.evaluate(f"({UNTIL})(addresses => addresses.length === 1 && !addresses[0].includes('/old/'))")


@pytest.fixture
def visited(page, site) -> Page:
    """A page after a first visit that came to a conclusion."""
    to_result(page, site, CLAIM, "可以主张")
    started(page, "cold")
    memory_is_kept(page)
    return page


def test_python_loads_while_the_first_question_is_read(watched, site):
    page, watch = watched
    watch.requests.clear()
    open_check(page, site)
    started(page, "cold")
    # Not before the page has all that is its own.
    first = next(index for index, each in enumerate(watch.requests) if "/assets/runtime/" in each)
    assert not [each for each in watch.requests[first:] if each.split()[0].endswith((".css", "/page.mjs", ".min.js"))]
    expect(page.locator(".state [role=status]")).to_have_text("")
    answer(page, "goods", "game_card")
    ready(page)


def test_who_saves_data_loads_python_with_the_first_answer(watched, site):
    page, watch = watched
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });")
    open_check(page, site)
    page.wait_for_load_state("networkidle")
    assert [each for each in watch.requests if "/assets/runtime/" in each] == []
    answer(page, "goods", "game_card")
    started(page, "cold")


def test_all_that_the_script_imports_is_named_in_the_page(watched, site):
    page, watch = watched
    open_check(page, site)
    started(page, "cold")
    named = page.evaluate(
        "[...document.querySelectorAll('link[rel=modulepreload], script[type=module]')].map(each => each.href ?? each.src)"
    )
    ours = {each.split()[0] for each in watch.requests if "/assets/checker-" in each}
    assert {each for each in ours if not re.search(r"/(worker|drawer)\.mjs", each)} == {each for each in named if each}


def test_a_later_visit_begins_from_memory_and_says_the_same(visited, site):
    first = visited.locator(".result").inner_text()
    later = another_visit(visited)
    to_result(later, site, CLAIM, "可以主张")
    started(later, "snapshot")
    assert later.locator(".result").inner_text() == first


def runtime_asked_for(page: Page) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: "/assets/runtime/" in request.url and asked.append(request.url.rpartition("/")[2]))
    return asked


def test_what_memory_holds_is_not_fetched_again_until_something_else_is_asked_for(visited, site):
    later = another_visit(visited)
    asked = runtime_asked_for(later)
    to_result(later, site, CLAIM, "可以主张")
    started(later, "snapshot")
    assert [name for name in asked if name.endswith(".wasm")] and not [name for name in asked if name.endswith(".zip")]
    with later.expect_download():
        later.get_by_role("button", name="下载 .docx").first.click()
    assert {"python.zip"} < {name for name in asked if name.endswith(".zip")}


def test_where_python_looks_for_something_that_memory_does_not_hold_it_begins_anew(visited, site):
    (worker,) = SITE.glob("assets/checker-*/worker.mjs")
    text = worker.read_text(encoding="utf-8")
    looking = text.replace("leftOut.set(FS, { files, coming: null });", "leftOut.set(FS, { files, coming: null }); wanting();")
    assert looking != text
    visited.context.route(re.compile(r"/worker\.mjs$"), lambda route: route.fulfill(body=looking, content_type="text/javascript"))
    later = another_visit(visited)
    asked = runtime_asked_for(later)
    to_result(later, site, CLAIM, "可以主张")
    started(later, "cold")
    assert "python.zip" in asked


NOTED = """
globalThis.asked = [];
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (text, ...more) { if (typeof text === 'string') asked.push(JSON.parse(text).kind); return post.call(this, text, ...more); };
"""


def test_the_verdict_is_worked_out_while_the_last_answer_is_given(page, site):
    page.add_init_script(NOTED)
    open_check(page, site)
    walk(page, {id: given for id, given in CLAIM.items() if id != "truthful"}, {})
    ready(page)
    assert "check" not in page.evaluate("asked")
    answer(page, "truthful", "yes")
    page.wait_for_function("() => asked.includes('check')")
    page.evaluate("asked.length = 0")
    conclude(page, "可以主张")
    assert "check" not in page.evaluate("asked")


def test_where_something_is_missing_that_only_a_request_needs_all_of_python_is_there_before_one_comes(page, site):
    (worker,) = SITE.glob("assets/checker-*/worker.mjs")
    text = worker.read_text(encoding="utf-8")
    missing = text.replace("bridge.warm();", "throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' });")
    assert missing != text
    page.route(re.compile(r"/worker\.mjs$"), lambda route: route.fulfill(body=missing, content_type="text/javascript"), times=1)
    with page.expect_request(re.compile(r"/whole\.zip")):
        open_check(page, site)
    walk(page, CLAIM, {})
    conclude(page, "可以主张")


@pytest.mark.parametrize("change", ["byte", "none", "heap"])
def test_memory_that_does_not_hold_is_deleted_and_python_begins_cold(visited, site, change):
    """One byte changed is seen by its sum; what has the right sum and is no memory of this engine fails when it is restored or used."""
    visited.evaluate(CHANGE, change)
    second = another_visit(visited)
    to_result(second, site, CLAIM, "可以主张")
    started(second, "cold")
    memory_is_kept(second)
    third = another_visit(second)
    to_result(third, site, CLAIM, "可以主张")
    started(third, "snapshot")


def test_memory_of_an_earlier_build_goes(visited, site):
    visited.evaluate("""async () => {
        const cache = await caches.open('anxinmai.memory');
        const [key] = await cache.keys();
        await cache.put('/assets/runtime/old/old.json?engine=x', await cache.match(key));
        await cache.delete(key);
    }""")
    later = another_visit(visited)
    to_result(later, site, CLAIM, "可以主张")
    started(later, "cold")
    memory_is_kept(later)


def test_nothing_that_was_typed_is_anywhere_on_the_device_or_on_the_wire(open_context, site):
    """Without consent, and with a mark in every field. The memory that is kept is searched in every width that Python stores text in."""
    context, watch = open_context()
    page = with_clock(context.new_page())
    texts = {q.id: MARK for q in QUESTIONS if q.kind == "text"}
    open_check(page, site)
    walk(page, CLAIM | texts, {field.id: MARK for field in PARTY_FIELDS})
    conclude(page, "可以主张")
    write(page.locator(".letter textarea").first, f"{MARK}改过的")
    page.locator(".letter").first.get_by_role("button", name="我今天发出去了").click()
    memory_is_kept(page)
    assert MARK in page.evaluate("[...document.querySelectorAll('input, textarea')].map(each => each.value).join()")
    found = page.evaluate(
        """async mark => {
            const codes = [...mark].map(each => each.charCodeAt(0));
            const patterns = [1, 2, 4].map(width => codes.flatMap(code => [code, ...Array(width - 1).fill(0)]));
            const holds = (bytes, pattern) => {
                for (let at = bytes.indexOf(pattern[0]); at >= 0; at = bytes.indexOf(pattern[0], at + 1)) if (pattern.every((each, index) => bytes[at + index] === each)) return true;
                return false;
            };
            const found = [];
            let bytesSeen = 0;
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const key of await cache.keys()) {
                    const bytes = new Uint8Array(await (await cache.match(key)).arrayBuffer());
                    bytesSeen += bytes.length;
                    if (key.url.includes(mark) || patterns.some(pattern => holds(bytes, pattern))) found.push(`${name} ${key.url}`);
                }
            }
            if (JSON.stringify([{ ...localStorage }, document.cookie, history.state, location.href]).includes(mark)) found.push('storage');
            const { answers, ...besides } = JSON.parse(sessionStorage['anxinmai.tab']);
            if (sessionStorage.length > 1 || JSON.stringify(besides).includes(mark)) found.push('more than answers in the tab');
            if ((await indexedDB.databases()).length) found.push('a database');
            return { found, bytesSeen };
        }""",
        MARK,
    )
    assert found["found"] == [] and found["bytesSeen"] > 5_000_000
    assert [each for each in watch.requests if MARK in each] == []


@pytest.fixture
def thinned() -> Iterator:
    """Serves Python's library without one of its modules."""
    asked = []

    def without(name: str):
        def serve(route):
            asked.append(route.request.url)
            archive = zipfile.ZipFile(io.BytesIO(route.fetch().body()))
            thin = io.BytesIO()
            with zipfile.ZipFile(thin, "w") as made:
                for each in archive.namelist():
                    if each != name:
                        made.writestr(each, archive.read(each))
            route.fulfill(body=thin.getvalue(), content_type="application/zip")

        return serve

    yield without
    assert asked


def test_a_module_that_is_missing_is_no_harm(watched, site, thinned):
    page, watch = watched
    page.route(re.compile(r"/python\.zip$"), thinned("dataclasses.pyc"))
    page.route(re.compile(r"/python\.zip\.gz$"), lambda route: route.fulfill(status=404))
    to_result(page, site, CLAIM, "可以主张")
    started(page, "cold")
    assert [each for each in watch.requests if "/whole.zip" in each]


def test_on_a_phone_with_little_memory_no_second_python_begins(page, site):
    begun = []
    page.on("worker", lambda worker: begun.append(worker.url))
    page.add_init_script("Object.defineProperty(navigator, 'deviceMemory', { value: 2 })")
    to_result(page, site, CLAIM, "可以主张")
    page.evaluate("new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))")
    assert len(begun) >= 1 and not [url for url in begun if "memory-worker" in url]


def test_who_clears_everything_while_memory_is_made_finds_none_afterwards(page, site):
    held = []
    page.route(re.compile(r"/memory-worker\.mjs$"), lambda route: held.append(route))
    to_result(page, site, CLAIM, "可以主张")
    page.get_by_role("button", name="清除全部").click()
    page.get_by_role("button", name="清除", exact=True).click()
    expect(page.locator(".keeping .said")).to_contain_text("全部清除了")
    assert page.evaluate("caches.keys()") == []
