"""Three browser engines behind one small interface. Each keeps what pages store in a folder of its own, and reaches nothing but this machine."""

import json
import os
import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import sync_playwright
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from selenium.webdriver.webkitgtk.webdriver import WebDriver

from tests.browser.conftest import FLAGS
from tests.engines.bidi import LIMIT_S, Bidi

NOWHERE = "127.0.0.1:9"
"""Nothing listens here: a proxy for whatever a browser would like to tell its maker."""


class Missing(Exception):
    """An engine is not on this machine."""


class Engine:
    """One browser with one page. Made with a folder for what it keeps, and with what closes it again, even when it begins only in part."""

    def __init__(self, folder: Path, closing: ExitStack):
        raise NotImplementedError

    def open(self, url: str) -> None:
        """Open an address and wait until the page has loaded."""
        raise NotImplementedError

    def run(self, script: str, *args):
        """What a JavaScript function gives, or promises, for these arguments. All of it has to be JSON."""
        given = ", ".join(json.dumps(each) for each in args)
        # Text crosses alike in all protocols; each has its own way for anything else.
        return json.loads(self._evaluate(f"(async () => JSON.stringify((await ({script})({given})) ?? null))()"))

    def _evaluate(self, expression: str) -> str:
        raise NotImplementedError


class Chromium(Engine):
    def __init__(self, folder: Path, closing: ExitStack):
        path = first_of([os.environ.get("CHECKER_BROWSER") or "", "chromium"], "Chromium")
        context = closing.enter_context(sync_playwright()).chromium.launch_persistent_context(
            folder,
            executable_path=path,
            args=[*FLAGS, f"--proxy-server={NOWHERE}"],
            timezone_id="Asia/Shanghai",
            locale="zh-CN",
        )
        closing.callback(context.close)
        self._page = context.pages[0]

    def open(self, url: str) -> None:
        self._page.goto(url)

    def _evaluate(self, expression: str) -> str:
        return self._page.evaluate(expression)


class Firefox(Engine):
    """The browser as it is installed: it listens for instructions by itself."""

    SETTINGS: ClassVar[dict[str, object]] = {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "intl.accept_languages": "zh-CN",
    }

    def __init__(self, folder: Path, closing: ExitStack):
        path = first_of(["firefox-esr", "firefox"], "Firefox")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in self.SETTINGS.items())
        )
        process = subprocess.Popen(
            [path, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", folder],
            env=os.environ | {"TZ": "Asia/Shanghai", "MOZ_HEADLESS_WIDTH": "390", "MOZ_HEADLESS_HEIGHT": "844"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        closing.callback(end, process)
        self._bidi = Bidi(self._address(process.stderr))
        closing.callback(self._bidi.close)
        # It goes on talking, and would stop at a full pipe.
        threading.Thread(target=deque, args=(process.stderr, 0), daemon=True).start()

    def _address(self, errors: Iterable[str]) -> str:
        """Where it listens, which it says among much else."""
        said = []
        for line in errors:
            said.append(line)
            if "WebDriver BiDi listening on " in line:
                return line.rsplit(" ", 1)[1].strip()
        raise RuntimeError(f"Firefox ended before it listened: {''.join(said)}")

    def open(self, url: str) -> None:
        self._bidi.navigate(url)

    def _evaluate(self, expression: str) -> str:
        return self._bidi.evaluate(expression)


class WebKit(Engine):
    """WebKitGTK in its own small browser, on a screen that nobody sees: it has no mode without one."""

    BROWSERS = "webkit2gtk-4.*/MiniBrowser"

    def __init__(self, folder: Path, closing: ExitStack):
        driver = first_of(["WebKitWebDriver"], "WebKitGTK's driver")
        browser = first_of(sorted(str(path) for path in Path("/usr/lib").glob(f"*/{self.BROWSERS}")), "WebKitGTK's MiniBrowser")
        homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CACHE", "CONFIG")}
        options = Options()
        options.binary_location = browser
        options.add_argument("--automation")
        service = Service(driver, env=os.environ | homes | {"DISPLAY": screen(closing), "TZ": "Asia/Shanghai", "LANG": "C.UTF-8"})
        self._driver = WebDriver(options, service)
        closing.callback(self._driver.quit)
        self._driver.set_script_timeout(LIMIT_S)

    def open(self, url: str) -> None:
        self._driver.get(url)

    def _evaluate(self, expression: str) -> str:
        text, error = self._driver.execute_async_script(
            f"const done = arguments[0]; {expression}.then((text) => done([text, null]), (error) => done([null, String(error)]));"
        )
        if error:
            raise RuntimeError(error)
        return text


def first_of(paths: Sequence[str], what: str) -> str:
    for path in paths:
        if found := shutil.which(path):
            return found
    raise Missing(f"{what} is not on this machine: `make test-engines` installs it on Debian.")


def screen(closing: ExitStack) -> str:
    """The name of a new screen in memory; it chooses a free number itself and says which."""
    path = first_of(["Xvfb"], "Xvfb")
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [path, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    closing.callback(end, process)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    if not number:
        raise RuntimeError("Xvfb ended before it had a screen.")
    return f":{number}"


def end(process: subprocess.Popen) -> None:
    process.terminate()
    process.wait(30)
