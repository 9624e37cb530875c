"""What the self-check loads before anybody touches it, and how long its modules are."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SITE
from tests.browser.steps import open_check

pytestmark = pytest.mark.starts

WEB = Path(__file__).parents[2] / "checker" / "web"
MOST_BYTES = 55 * 1024


def test_our_scripts_before_interaction_are_small(watched, site):
    page, watch = watched
    open_check(page, site)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".checker")).to_have_attribute("data-start", "cold")
    asked = {urlsplit(each.split()[0]).path for each in watch.requests}
    paths = {path for path in asked if path.startswith("/assets/checker-")}
    sizes = {path: len(gzip.compress((SITE / path.lstrip("/")).read_bytes())) for path in paths}
    print(f"\n{len(sizes)} scripts, {sum(sizes.values())} bytes compressed")
    assert {"page.mjs", "worker.mjs"} <= {Path(path).name for path in sizes}
    assert sum(sizes.values()) <= MOST_BYTES


def test_modules_are_short():
    long = {path.name: count for path in WEB.rglob("*.mjs") if (count := len(path.read_text(encoding="utf-8").splitlines())) >= 400}
    assert long == {}
