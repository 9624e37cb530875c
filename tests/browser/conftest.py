"""A browser on the built site. Every page opened here is watched: what it requests, what it logs, what it throws."""

import os
import re
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

SITE = Path(__file__).parents[2] / "site"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
QUICK = "--js-flags=--liftoff-only"
"""Python's machine code is compiled once and not a second time for speed, which takes a fifth of what a test takes."""
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
NOW = "2026-11-24T15:04:00+08:00"
"""The reader's clock in every test: stories carry dates, and those must not grow old."""


LIMIT_MS = 120_000
"""Nothing takes as long, on the busiest machine. What never comes is seen by then."""
expect.set_options(timeout=LIMIT_MS)


def number_in(script: str, name: str) -> int:
    """A number that a script of ours names: nowhere else does it stand."""
    source = (Path(__file__).parents[2] / "checker" / "web" / script).read_text(encoding="utf-8")
    return int(re.search(rf"\b{name} = ([\d_]+)", source)[1])


PATIENT = f"""{{
    const set = globalThis.setTimeout;
    globalThis.setTimeout = (run, ms, ...more) => set(run, ms === {number_in("checker.mjs", "PROGRESS_MS")} ? {LIMIT_MS} : ms, ...more);
}}"""
"""A reader goes on without what Python says of a topic when it takes too long. Here nothing takes too long, however busy the machine is."""


class Files(SimpleHTTPRequestHandler):
    """The site, with the types that browsers insist on, and a list of what was asked of it."""

    extensions_map: ClassVar[dict[str, str]] = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }
    compresses: ClassVar[bool] = True
    """Whether it hands out the copies that the build compressed, as nginx does; where not, the page asks for them itself."""
    # As static hosts do. Without it a browser asks for the icon again whenever the address changes.
    cache_control = "max-age=600"
    asked_for: ClassVar[list[str]] = []

    def end_headers(self):
        self.send_header("Cache-Control", self.cache_control)
        super().end_headers()

    def send_head(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        copy = file.with_name(f"{file.name}.gz")
        # A test may have changed the file.
        is_copy = copy.is_file() and copy.stat().st_mtime >= file.stat().st_mtime
        if not (self.compresses and is_copy and "gzip" in self.headers.get("Accept-Encoding", "")):
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(copy.stat().st_size))
        self.end_headers()
        return copy.open("rb")

    def log_message(self, *_):
        self.asked_for.append(self.path)


class AskAgain(Files):
    """Nothing lasts in a browser's own cache: what a page has without this server, it has from the service worker."""

    cache_control = "no-cache"


class KnowsNoZip(Files):
    """A host that compresses what is text, and hands out machine code and zips as they lie there."""

    asked_for: ClassVar[list[str]] = []

    def send_head(self):
        self.compresses = not self.path.endswith((".wasm", ".zip"))
        return super().send_head()


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """A browser that closes breaks off what it was loading, which is no news."""


@contextmanager
def serving(folder: Path, files: type[Files] = Files) -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), partial(files, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        stop(server)


def stop(server: Server) -> None:
    """Nobody answers there any more."""
    server.shutdown()
    server.server_close()


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    if not (SITE / "check" / "index.html").is_file():
        pytest.fail("site/ holds no built site; run `make build` first.", pytrace=False)
    with serving(SITE) as server:
        yield address(server)


@pytest.fixture
def served(site) -> list[str]:
    """What reaches the server during a test. What a browser has in its cache it takes from there, icons for instance."""
    Files.asked_for.clear()
    return Files.asked_for


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHECKER_BROWSER") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not path or not shutil.which(path):
        pytest.fail("No browser: set CHECKER_BROWSER to the path of a Chromium, or put `chromium` on the PATH.", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, QUICK])
        yield browser
        browser.close()


class Watch:
    """What happened in one context: addresses requested, with bodies, and complaints of the browser."""

    def __init__(self, context: BrowserContext):
        self.requests: list[str] = []
        self.console: list[str] = []
        self.thrown: list[str] = []
        self.dialogs: list[str] = []
        self._context = context
        self._heard = {
            "request": lambda request: self.requests.append(f"{request.url} {request.post_data or ''}"),
            "console": lambda message: self.console.append(message.text),
            "weberror": lambda error: self.thrown.append(str(error.error)),
            "dialog": self._dismiss,
        }
        for event, heard in self._heard.items():
            context.on(event, heard)

    def ends(self) -> None:
        """What happens from now on in this context is for another one to hear."""
        for event, heard in self._heard.items():
            self._context.remove_listener(event, heard)

    def _dismiss(self, dialog):
        if dialog.type == "beforeunload":
            # The browser's own question before answers are lost; tests that leave a page mean it.
            return dialog.accept()
        self.dialogs.append(dialog.message)
        dialog.dismiss()
        return None

    def foreign(self, site: str) -> list[str]:
        home = urlsplit(site).netloc
        return [each for each in self.requests if not each.startswith(("data:", "blob:")) and urlsplit(each.split()[0]).netloc != home]


@pytest.fixture(scope="session")
def idle() -> dict[str, list[BrowserContext]]:
    """Contexts that have been used, by their options: nothing of a case is left in them, but Python's memory is, so that it need not start anew."""
    return defaultdict(list)


def new_context(browser: Browser, options: dict) -> BrowserContext:
    context = browser.new_context(**options)
    context.set_default_timeout(LIMIT_MS)
    context.add_init_script(PATIENT)
    return context


@pytest.fixture
def open_context(browser, site, idle, request):
    """Opens contexts, and after the test asks of each what holds for every page in every state. A test whose subject is how things start is
    marked so, and gets new ones.
    """
    opened: list[tuple[BrowserContext, Watch, str, str]] = []
    starts = request.node.get_closest_marker("starts") is not None

    def open_one(viewport=PHONE, service_workers="block", home=site, **options) -> tuple[BrowserContext, Watch]:
        # What a service worker answers no test can intercept, so only those about it let it in.
        options = dict(viewport=viewport, timezone_id="Asia/Shanghai", locale="zh-CN", service_workers=service_workers, **options)
        key = repr(sorted(options.items()))
        waiting = [] if starts or service_workers == "allow" else idle[key]
        context = waiting.pop() if waiting else new_context(browser, options)
        watch = Watch(context)
        opened.append((context, watch, home, key))
        return context, watch

    yield open_one
    for context, watch, home, key in opened:
        if starts or home != site:
            context.close()
        else:
            forget_the_case(context, site)
            watch.ends()
            idle[key].append(context)
        assert watch.foreign(home) == []
        assert [line for line in watch.console if "Content Security Policy" in line] == []
        assert watch.thrown == []
        assert watch.dialogs == []


def forget_the_case(context: BrowserContext, site: str) -> None:
    """All pages go, and whatever they have put on the device, save Python's memory."""
    for page in context.pages:
        page.close()
    context.unroute_all()
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"{site}schema.json")
    page.evaluate("localStorage.clear()")
    page.close()


@pytest.fixture(params=[PHONE, DESK], ids=["390", "1280"])
def any_page(request, open_context) -> Page:
    """A page, once on a phone and once on a desk."""
    return with_clock(open_context(request.param)[0].new_page())


@pytest.fixture
def watched(open_context) -> tuple[Page, Watch]:
    """A page on a phone, and what is seen of it."""
    context, watch = open_context()
    return with_clock(context.new_page()), watch


@pytest.fixture
def page(watched) -> Page:
    return watched[0]


def with_clock(page: Page) -> Page:
    page.clock.set_fixed_time(NOW)
    return page


@pytest.fixture
def steadily(monkeypatch):
    """What is said of a fault moves what stands below it, at no moment that a test knows: so each tap waits until its target stands still."""
    # The steps import this module.
    from tests.browser import steps

    monkeypatch.setattr(steps, "tap", lambda page, selector: page.locator(selector).locator("visible=true").first.click())
