"""Lighthouse on a phone, in a Chromium as readers have it: nothing to find on any kind of page."""

from pathlib import Path

import pytest

from bench.reading import kinds, rated

TOP = Path(__file__).parents[2]
HUNDRED = ("accessibility", "best-practices", "seo")
PAGES = kinds(TOP / "site") | {"for no address": "/404.html"}


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_three_times_a_hundred(site, place):
    assert rated(TOP, site.address.rstrip("/") + place, *HUNDRED) == dict.fromkeys(HUNDRED, 100)
