"""Every file of the runtime can be missing, cut short, of the wrong type or refused. The page says so in words, and trying again works."""

import re
from pathlib import Path
from unittest import mock
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from checker.publish import engine, scripts
from tests.browser.conftest import SITE, KnowsNoZip, address, serving, with_clock
from tests.browser.steps import CLAIM, NAMES, another_visit, conclude, go_on, open_check, to_result, walk
from tests.browser.test_start import memory_is_kept, started

# Python begins anew in each, most of them twice.
pytestmark = [pytest.mark.starts, pytest.mark.heavy, pytest.mark.usefixtures("steadily")]


TOP = Path(__file__).parents[2]
PARTS = {
    "pyodide.mjs": r"/pyodide\.mjs$",
    "lean.js": r"/lean\.js$",
    "wasm": r"\.wasm(\.gz)?$",
    "library": r"/python\.zip(\.gz)?$",
    "rules": r"/(?!python|whole)\w+\.zip(\.gz)?$",
    "lock": r"/assets/runtime/.*\.json$",
}


def built(route: Route) -> bytes:
    """What is asked for, taken from the build and not fetched: while a page goes away, what was fetched for it goes too."""
    return (SITE / urlsplit(route.request.url).path.lstrip("/")).read_bytes()


def cut_short(route: Route) -> None:
    whole = built(route)
    route.fulfill(
        body=whole[: len(whole) // 2], content_type="application/wasm" if route.request.url.endswith(".wasm") else "application/zip"
    )


FAULTS = {
    "missing": lambda route: route.fulfill(status=404, body="no"),
    "refused": lambda route: route.fulfill(status=503, body="later"),
    "cut short": cut_short,
    # What hosts that know no such address often do: the page for lost readers, with the status of a page that is there.
    "a page instead": lambda route: route.fulfill(body="<!doctype html><title>404</title>", content_type="text/html"),
}


def in_words(page: Page) -> None:
    """There is no conclusion; the page says so, and nothing that was answered is gone."""
    go_on(page)
    trouble = page.locator(".trouble")
    expect(trouble).to_be_focused()
    expect(trouble).to_contain_text("没能得出结论")
    expect(trouble).to_contain_text("你的回答都还在")
    assert page.locator("#order_no").input_value() == NAMES["order_no"]


# Every part missing; the part that is read last in every way; and what is compiled, cut short.
@pytest.mark.parametrize(
    ("part", "fault"),
    [
        *((part, "missing") for part in PARTS),
        *(("rules", fault) for fault in FAULTS if fault != "missing"),
        ("wasm", "cut short"),
        ("lock", "a page instead"),
    ],
)
def test_a_part_of_the_runtime_is_not_what_it_should_be(page, site, part, fault):
    asked = re.compile(PARTS[part])
    page.route(asked, FAULTS[fault])
    open_check(page, site)
    walk(page, CLAIM)
    in_words(page)
    page.unroute(asked)
    page.locator(".trouble").get_by_role("button", name="再试一次").click()
    expect(page.locator(".result .level").first).to_have_text("可以主张")


@pytest.mark.parametrize(("part", "type"), [("wasm", "application/octet-stream"), ("library", "text/plain"), ("lock", "text/plain")])
def test_a_host_that_does_not_know_the_type_is_no_harm(page, site, part, type):
    page.route(re.compile(PARTS[part]), lambda route: route.fulfill(body=built(route), content_type=type))
    to_result(page, site, CLAIM, "可以主张")


@pytest.fixture(scope="session")
def too_lean(tmp_path_factory) -> bytes:
    """Machine code in which some that is called is missing too, so that Python stops while it begins."""
    into = tmp_path_factory.mktemp("lean")
    count, ranges = engine.called(TOP)
    with mock.patch.object(engine, "called", lambda _: (count, " ".join(ranges.split()[:-40]))):
        engine.make(TOP, into / engine.LEAN_SCRIPT, into / engine.LEAN)
    return (into / engine.LEAN).read_bytes()


def test_where_a_function_is_missing_all_of_python_is_fetched_and_nothing_else_is_noticed(page, site, too_lean):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.rpartition("/")[2]))
    page.route(re.compile(r"/lean\.wasm$"), lambda route: route.fulfill(body=too_lean, content_type="application/wasm"))
    page.route(re.compile(r"/lean\.wasm\.gz$"), lambda route: route.fulfill(status=404, body="no"))
    to_result(page, site, CLAIM, "可以主张")
    started(page, "cold")
    assert {"lean.js", "lean.wasm", "pyodide.asm.js", "pyodide.asm.wasm", "whole.zip"} <= set(asked)


def test_a_library_that_was_cut_short_is_fetched_whole(page, site):
    """Python does not come to say what it lacks: it stops in a function that is not there as nobody else calls it."""
    page.route(re.compile(PARTS["library"]), cut_short)
    to_result(page, site, CLAIM, "可以主张")
    started(page, "cold")


def test_a_library_that_breaks_off_before_there_is_machine_code_is_fetched_whole(page, site):
    """Pyodide looks at it later than it breaks off then."""
    held: list[Route] = []
    asked = re.compile(PARTS["wasm"])
    page.route(re.compile(PARTS["library"]), cut_short)
    page.route(asked, lambda route: held.append(route))
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/python.zip.gz")):
        open_check(page, site)
    page.unroute(asked)
    for route in held:
        route.continue_()
    started(page, "cold")


def test_usually_nothing_is_fetched_that_is_there_for_the_day_that_something_is_missing(page, site):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.rpartition("/")[2]))
    to_result(page, site, CLAIM, "可以主张")
    assert {"lean.js", "lean.wasm"} <= set(asked) and not {"pyodide.asm.js", "pyodide.asm.wasm", "whole.zip"} & set(asked)
    assert not [name for name in asked if name.endswith(".gz")], "this host compresses"


def test_a_host_that_compresses_no_zip_is_asked_for_the_copies(open_context):
    KnowsNoZip.asked_for.clear()
    with serving(SITE, KnowsNoZip) as server:
        page = with_clock(open_context(home=address(server))[0].new_page())
        to_result(page, address(server), CLAIM, "可以主张")
        started(page, "cold")
        asked = {path.rpartition("/")[2].partition("?")[0] for path in KnowsNoZip.asked_for}
        assert {"lean.wasm.gz", "python.zip.gz"} <= asked and "pyodide.asm.wasm" not in asked


class NoCopies(KnowsNoZip):
    """It compresses no zip, and whoever brought the site there left out the copies."""

    def send_head(self):
        return self.send_error(404) if self.path.endswith(".gz") else super().send_head()


@pytest.mark.parametrize("is_missing", [False, True], ids=["usual", "a function is missing"])
def test_a_host_that_has_no_copies_either_gives_them_as_they_are(open_context, too_lean, is_missing):
    with serving(SITE, NoCopies) as server:
        page = with_clock(open_context(home=address(server))[0].new_page())
        if is_missing:
            page.route(re.compile(r"/lean\.wasm$"), lambda route: route.fulfill(body=too_lean, content_type="application/wasm"))
        to_result(page, address(server), CLAIM, "可以主张")
        started(page, "cold")


NO_CACHES = {
    "forbidden": "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } });",
    "full": "if (self.Cache) Cache.prototype.put = async () => { throw new DOMException('no', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("script", NO_CACHES.values(), ids=NO_CACHES)
def test_without_room_to_keep_memory_every_visit_begins_cold(page, site, script):
    """In the workers too, which no script of a test reaches but through what they load."""
    made, context = [], page.context
    context.add_init_script(script)
    # Taken from the build and not fetched: while a page goes away, what was fetched for it goes too.
    places = (*scripts.WORKERS, "python/memory.mjs")
    changed = {place: f"{next(SITE.glob(f'assets/checker-*/{place}')).read_text(encoding='utf-8')}\n{script}" for place in places}

    def answer(route):
        place = next(place for place in places if route.request.url.endswith(f"/{place}"))
        route.fulfill(body=changed[place], content_type="text/javascript")

    context.route(re.compile(f"/({'|'.join(map(re.escape, places))})$"), answer)
    for _ in range(2):
        page = another_visit(page)
        page.on("worker", lambda worker: made.append(worker.url))
        to_result(page, site, CLAIM, "可以主张")
        started(page, "cold")
    assert [url for url in made if url.endswith("/worker.mjs")]


def test_a_worker_that_dies_while_it_begins_from_memory(page, site):
    """What was kept may be to blame, so trying again by hand does without."""
    to_result(page, site, CLAIM, "可以主张")
    memory_is_kept(page)
    page = another_visit(page)
    page.add_init_script(
        "globalThis.Worker = class extends Worker { constructor(...all) { super(...all); if (String(all[0]).endsWith('/worker.mjs') && !globalThis.died) { globalThis.died = true; setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'died' })), 0); } } };"
    )
    open_check(page, site)
    walk(page, CLAIM)
    conclude(page, "可以主张")
    started(page, "cold")
