"""The path that has to hold in every engine: a verdict, another one from kept memory, and another one without a network."""

import re
from pathlib import Path
from typing import ClassVar

import pytest

from tests.browser.conftest import NOW, SITE, AskAgain, Files, KnowsNoZip, address, serving
from tests.browser.steps import CLAIM, NAMES

READER = Path(__file__).with_name("reader.js").read_text(encoding="utf-8")


class Compressing(Files):
    """The usual host, with a list of its own of what was asked of it."""

    asked_for: ClassVar[list[str]] = []


PARTS = 6
"""Lock file, two scripts, the engine, the library, the rules."""


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
def test_a_verdict_at_first_again_and_without_a_network(engine, site):
    first = visit(engine, site)
    assert (first["start"], first["level"]) == ("cold", "可以主张")
    assert NAMES["order_no"] in first["letter"]
    engine.run(f"{READER}.untilKept", PARTS)
    again = visit(engine, site)
    assert again["start"] == "snapshot"
    assert_same(again, first)
    assert engine.run(f"{READER}.isServed", f"{site.address}schema.json")
    site.stop()
    assert not engine.run(f"{READER}.isServed", f"{site.address}schema.json")
    offline = visit(engine, site)
    assert offline["start"] == "snapshot"
    assert_same(offline, first)
    print(f"\n{type(engine).__name__}: cold {first['ms']} ms, from memory {again['ms']} ms, without a network {offline['ms']} ms")


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
@pytest.mark.parametrize(("host", "asked"), [(KnowsNoZip, True), (Compressing, False)])
def test_copies_are_asked_for_where_the_host_compresses_no_zip_and_nowhere_else(engine, host, asked):
    host.asked_for.clear()
    with serving(SITE, host) as server:
        engine.open(f"{address(server)}check/")
        assert engine.run(f"{READER}.conclude", CLAIM, NAMES, NOW)["level"] == "可以主张"
    assert ("lean.wasm.gz" in {path.rpartition("/")[2] for path in host.asked_for}) is asked
    assert asked or not [path for path in host.asked_for if path.endswith(".gz")]


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
def test_what_was_unpacked_here_is_kept_for_when_there_is_no_network(engine, site_without_zip):
    first = visit(engine, site_without_zip)
    engine.run(f"{READER}.untilKept", PARTS)
    visit(engine, site_without_zip)
    site_without_zip.stop()
    assert_same(visit(engine, site_without_zip), first)


STOPS = """async () => {
    // A function without arguments, with nothing in it but the instruction that stops.
    const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    try {
        (await WebAssembly.instantiate(new Uint8Array(code))).instance.exports.f();
    } catch (error) {
        return [error instanceof WebAssembly.RuntimeError, error.message];
    }
}"""


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
def test_each_engine_says_of_a_function_that_stops_what_the_worker_knows_it_by(engine, site):
    engine.open(f"{site.address}privacy/")
    is_stop, words = engine.run(STOPS)
    assert is_stop and re.search("unreachable", words, re.IGNORECASE), words


class Scriptless(AskAgain):
    """The site as it is when the script of the self-check does not come."""

    def do_GET(self):
        self.send_error(404) if self.path.endswith("/page.mjs") else super().do_GET()


SHOWN = """async (selector) => {
    const shown = () => document.querySelector(selector).getClientRects().length > 0;
    const atFirst = shown();
    for (let late = Date.now() + 20_000; !shown() && Date.now() < late; ) await new Promise((resolve) => setTimeout(resolve, 100));
    return [atFirst, shown()];
}"""


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
def test_without_our_script_the_checklist_unfolds(engine):
    with serving(SITE, Scriptless) as server:
        engine.open(f"{address(server)}check/")
        assert engine.run(SHOWN, "#topic-goods") == [True, True]
        assert engine.run(SHOWN, "#topic-problem") == [False, True]


def visit(engine, site) -> dict:
    """Open the page anew and answer to the end."""
    engine.open(f"{site.address}check/")
    return engine.run(f"{READER}.conclude", CLAIM, NAMES, NOW)


def assert_same(one: dict, other: dict) -> None:
    assert {name: one[name] for name in ("level", "letter")} == {name: other[name] for name in ("level", "letter")}
