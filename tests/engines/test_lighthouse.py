"""Lighthouse on a phone, in a Chromium as readers have it: nothing to find on any kind of page."""

from pathlib import Path

import pytest

from bench.reading import KINDS, rated

TOP = Path(__file__).parents[2]
HUNDRED = ("accessibility", "best-practices", "seo")
PAGES = KINDS | {
    "a family of rules": "/rules/quality/",
    "law": "/law/",
    "a statute": "/law/xfz/",
    "channels": "/channels/",
    "a channel": "/channels/payment/",
    "a kind of text": "/templates/kind-appeal/",
    "changes": "/changes/",
    "written by hand": "/privacy/",
}


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_three_times_a_hundred(site, place):
    assert rated(TOP, site.address.rstrip("/") + place, *HUNDRED) == dict.fromkeys(HUNDRED, 100)
