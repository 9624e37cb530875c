"""Pages for reading: how soon one has loaded, that it loads no Python, and what Lighthouse says of five kinds of page."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from bench import chromium
from bench.start import Driver
from checker.publish.site import RUNTIME_PLACE

HOME = "/"
#: One of each kind, and where it lies.
KINDS = {
    "home": HOME,
    "check": "/check/",
    "rules": "/rules/",
    "a guide": "/process/",
    "templates": "/templates/",
    "texts": "/templates/unusable/",
}
LOADED = "performance.getEntriesByType('navigation')[0]?.loadEventEnd || null"
#: The service worker keeps the site after the page has loaded; this long at most.
KEEPING_SECONDS = 30
KEPT = "navigator.serviceWorker.getRegistration().then((registration) => Boolean(registration?.active))"


class NotRated(Exception):
    """Lighthouse gave no score; the message is what it said."""


def load_event(opened: Callable[[Path], AbstractContextManager[Driver]], address: str, asked: list[str]) -> tuple[float, list[str]]:
    """For a first visit to a page without the checker: milliseconds to its load event, and what was asked below assets/runtime by then and
    while the site was being kept for later."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, opened(Path(profile)) as driver:
        asked.clear()
        driver.open(address)
        milliseconds = _value(driver, LOADED)
        _value(driver, KEPT)
    return milliseconds, [path for path in asked if f"/{RUNTIME_PLACE}/" in path]


def _value(driver: Driver, script: str):
    late = time.monotonic() + KEEPING_SECONDS
    while not (found := driver.evaluate(script)) and time.monotonic() < late:
        time.sleep(0.1)
    return found


def rated(top: Path, address: str, *categories: str) -> dict[str, int]:
    """Lighthouse's scores on a phone by category, of 100.

    :raises NotRated: one is missing.
    """
    command = [
        str(top / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(categories)}",
        "--no-enable-error-reporting",
        f"--chrome-flags=--headless=new {' '.join(chromium.FLAGS)}",
    ]
    done = subprocess.run(command, cwd=top, env=os.environ | {"CHROME_PATH": chromium.path()}, capture_output=True, text=True)
    if done.returncode:
        raise NotRated(f"{address}: {done.stderr.strip()}")
    scores = {name: found["score"] for name, found in json.loads(done.stdout)["categories"].items()}
    if None in scores.values():
        raise NotRated(f"{address}: the page could not be rated: {scores}")
    return {name: round(score * 100) for name, score in scores.items()}
