"""Time from opening a page to the checker's first reply, for a first and for a later visit."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlencode

from playwright.sync_api import BrowserType, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROUNDS = 3
LIMIT_MS = 60_000


class NoReply(Exception):
    """A page under measurement gave an error instead of a reply."""


@dataclass(frozen=True, slots=True)
class Visits:
    """Medians over all rounds, in milliseconds, and the reply that both kinds of visit gave."""

    first: float
    later: float
    reply: dict


def measure(pages: dict[str, str]) -> dict[str, Visits]:
    """Visit each page, by name, twice with one fresh profile, for as many rounds as needed; the pages take turns."""
    seen = {name: [] for name in pages}
    with sync_playwright() as play:
        for _ in range(ROUNDS):
            for name, address in pages.items():
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                    seen[name].append([_visit(play.chromium, profile, address) for _ in ("first", "later")])
    return {name: _medians(rounds) for name, rounds in seen.items()}


def address(page: str, **given: str) -> str:
    """The address of a page, with what the page is given behind it."""
    return f"{page}?{urlencode(given)}"


def _visit(chromium: BrowserType, profile: str, page_address: str) -> dict:
    with _browser(chromium, profile) as browser:
        page = browser.pages[0]
        page.goto(page_address)
        page.wait_for_function("globalThis.outcome", timeout=LIMIT_MS)
        outcome = page.evaluate("outcome")
    if "error" in outcome:
        raise NoReply(f"{page_address}: {outcome['error']}")
    return outcome


@contextmanager
def _browser(chromium: BrowserType, profile: str) -> Iterator:
    browser = chromium.launch_persistent_context(profile, executable_path=os.environ["CHECKER_BROWSER"], args=FLAGS)
    try:
        yield browser
    finally:
        browser.close()


def _medians(rounds: list[list[dict]]) -> Visits:
    replies = {json.dumps(visit["reply"] | {"id": None}, sort_keys=True) for visits in rounds for visit in visits}
    if len(replies) != 1:
        raise NoReply("The same request got different replies.")
    first, later = (median(visits[i]["milliseconds"] for visits in rounds) for i in (0, 1))
    return Visits(first=first, later=later, reply=json.loads(replies.pop()))
