import base64
import hashlib

import pytest

from checker.publish.csp import script_hashes, with_policy

PAGE = '<!doctype html><html><head><meta charset="utf-8"><script>a()</script></head><body><script src="b.js"></script><script>a()</script><script type="application/json">{}</script><script>c()\r\n</script></body></html>'


def expression(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_each_inline_script_once_as_a_browser_hashes_it():
    assert script_hashes(PAGE) == [expression("a()"), expression("c()\n")]


def test_the_policy_stands_before_what_it_governs():
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert expression("a()") in page and "unsafe-inline" not in page
    assert "'unsafe-inline'" in with_policy(PAGE, live_reload=True)


def test_a_page_without_a_place_for_the_policy_is_an_error():
    with pytest.raises(ValueError):
        with_policy("<html><head></head></html>")
