"""Which functions of Pyodide's machine code are called, found out by everything we have that a reader could do: `make called`, after a new edition of Pyodide.

Answered under Node, with machine code that notes its calls: the requests of `checker.publish.trim`; every path that a chance reader takes through the form, with its texts, replies and
files; every text that the tests read, by every reader; and what cannot be read. They are answered in a random order, so that how many of the last half came to a function
that none before had come to says how often a reader must expect to begin anew with the whole machine code: about that often, as far as they ask what these do. Then the usual requests once more in every
browser, begun as for readers.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench import engines, start
from bench.chromium import Chromium
from bench.server import serving
from checker.bridge import handle
from checker.keep.replies import REPLIES
from checker.publish import engine, runtime, scripts, trim
from checker.publish.stories import stories
from checker.reading import READERS
from tests.decide.test_every_question_counts import path
from tests.test_any_input import NASTY, NOW, WRONG_TYPES

TOP = Path(__file__).resolve().parents[1]
PATHS = 3_000
PARTIES = {
    "buyer_name": "欧阳小雪",
    "platform_name": "某卡盟",
    "goods_name": "100 元点卡",
    "order_no": "A-20261103",
    "pay_no": "4200001",
    "buyer_contact": "13800000000",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where machine code lies that notes its calls, beside all else that a reader gets: the folder, the edition of our package, and how many functions there are."""

    folder: Path
    edition: str
    count: int


def main() -> None:
    usual = trim.requests()
    asked = usual + list(requests())
    random.Random(1).shuffle(asked)
    half = len(asked) // 2
    with noting() as place:
        found = under_node(place, asked)
        called = set(found["called"])
        late = sum(number >= half for number in found["news"])
        print(
            f"{len(asked)} requests under Node call {len(called)} of {place.count} functions; of the last {len(asked) - half} requests {late} came to a new one"
        )
        for name, numbers in in_browsers(place, usual):
            print(f"{name}: {len(usual)} requests call {len(numbers)}, {len(set(numbers) - called)} of them new")
            called |= set(numbers)
    engine.write(TOP, called, place.count)


def requests() -> Iterator[str]:
    chance = random.Random(22)
    told = [{"answers": story.answers, "parties": story.parties, "now": story.now} for story in stories().values()]
    for number in range(PATHS):
        drawn = {"answers": path(chance, {}), "parties": PARTIES if number % 2 else {}, "now": NOW}
        case: dict[str, Any] = {"v": 1, "id": "1", **(told[number] if number < len(told) else drawn)}
        matters = json.loads(handle(json.dumps(case | {"kind": "check"}))).get("matters", [])
        letters = [(matter["route"], letter) for matter in matters for letter in matter["letters"]]
        for kind in ("check", "progress", "calendar", "sent", "event", "reply", "open"):
            yield json.dumps(case | {"kind": kind, **more(kind, chance, case)}, ensure_ascii=False)
        for route, letter in letters:
            text = (
                letter["text"] if chance.random() < 0.5 else letter["text"][:50] + chance.choice(NASTY) + "骗子，卡号 6222021234567890123"
            )
            yield json.dumps(case | {"kind": "lint", "route": route, "letter": letter["name"], "text": text}, ensure_ascii=False)
        if letters:
            yield json.dumps(
                case | {"kind": "word", "texts": [{"letter": letter["name"], "text": letter["text"]} for _, letter in letters]},
                ensure_ascii=False,
            )
        if number % 100 == 0:
            yield json.dumps(case | {"kind": "word", "texts": [{"letter": "lawsuit", "text": chance.choice(NASTY)}]}, ensure_ascii=False)
    bad = {"v": 1, "id": "1", "kind": "check", "answers": {}, "parties": {}, "now": NOW}
    for id in ("goods", "problem", "paid_on", "paid_amount", "promised", "answer_within", "refusal_words", "order_no"):
        for value in (*NASTY, *WRONG_TYPES):
            yield json.dumps(bad | {"answers": {id: value}, "parties": {"name": value}})
    for text in (*NASTY, "[" * 900, '{"a":' * 900, '{"v":1', "1" * 5_000, "\ud800"):
        yield text.encode("utf-8", "replace").decode()
    for text in texts():
        for what in READERS:
            yield json.dumps(bad | {"kind": "read", "what": what, "text": text}, ensure_ascii=False)


def more(kind: str, chance: random.Random, case: dict[str, Any]) -> dict[str, Any]:
    """What a request of this kind has besides the case."""
    return {
        "calendar": lambda: {"case": "a1"},
        "sent": lambda: {"letter": chance.choice(("refund_request", "appeal", "complaint_12315"))},
        "event": lambda: {"event": {"when": chance.choice(("三天前", "2026-11-20", *NASTY)), "what": chance.choice(NASTY)}},
        "reply": lambda: {"reply": chance.choice(REPLIES).id},
        "open": lambda: {"file": {"v": 1, "answers": case["answers"]}},
    }.get(kind, dict)()


def texts() -> Iterator[str]:
    """Every text that the tests of reading hold."""
    for file in sorted((TOP / "tests" / "read").glob("*/*.toml")):
        yield from words(tomllib.loads(file.read_text(encoding="utf-8")))


def words(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for each in content.values() if isinstance(content, dict) else content:
            yield from words(each)


@contextmanager
def noting() -> Iterator[Place]:
    """What readers get, with machine code in place of theirs that notes what is called of it."""
    built = runtime.build(TOP, lean=False)
    pyodide = TOP / "node_modules" / "pyodide"
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, "runtime")
        shutil.copytree((built.folder / built.lock).parent, copy)
        made = [str(part) for part in (pyodide / engine.SCRIPT, pyodide / engine.ENGINE, copy / engine.LEAN)]
        count = int(node("noted.mjs", *made))
        shutil.copyfile(copy / engine.LEAN, copy / engine.ENGINE)
        # What Pyodide reads besides, under Node.
        for name in ("package.json", "pyodide-lock.json"):
            shutil.copyfile(pyodide / name, copy / name)
        yield Place(copy, Path(built.lock).stem, count)


def under_node(place: Place, asked: list[str]) -> dict[str, Any]:
    """The numbers of the functions that are called, and which requests came to one that none before had come to."""
    parts = [str(place.folder), *(str(place.folder / name) for name in ("python.zip", f"{place.edition}.zip"))]
    later = [str(place.folder / f"{place.edition}-{name}.zip") for name in runtime.LATER]
    return json.loads(node("called.mjs", *parts, *later, given=json.dumps(asked)).splitlines()[-1])


def in_browsers(place: Place, asked: list[str]) -> Iterator[tuple[str, list[int]]]:
    """The same in each browser, begun as for readers; each engine has parts that no other asks for."""
    (place.folder / "requests.json").write_text(json.dumps(asked), encoding="utf-8")
    with (
        serving({"/scripts/": scripts.sources(TOP), "/bench/": TOP / "bench" / "pages", "/noted/": place.folder}) as host,
        sync_playwright() as play,
        engines.WebKit() as webkit,
    ):
        given = {
            "scripts": "/scripts",
            "runtime": f"{host.address}/noted/{place.edition}.json",
            "requests": "/noted/requests.json",
            "later": " ".join(runtime.LATER),
        }
        address = start.address(f"{host.address}/bench/called.html", **given)
        for name, visit in {
            "Chromium": start.visits(Chromium(play)),
            "Firefox": start.visits(engines.firefox),
            "WebKitGTK": webkit.visit,
        }.items():
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                yield name, visit(Path(profile), address)["called"]


def node(script: str, *given_to: str, given: str = "") -> str:
    done = subprocess.run(["node", str(Path(__file__).with_name(script)), *given_to], input=given, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
