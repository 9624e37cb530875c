"""Where a visit goes, a first and a later one: when each part of a start had ended, plain and with a slowed browser. `CHECKER_BROWSER=… python -m bench.phases`."""

import json
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import start
from bench.chromium import Chromium
from bench.server import serving
from checker.publish import runtime, scripts, site
from checker.publish.stories import stories

TOP = Path(__file__).resolve().parents[1]
STORY = "code-already-used"
ROUNDS = 3


def main() -> None:
    addresses = site.addresses(TOP, runtime.build(TOP), scripts.uncommented(TOP))
    story = stories()[STORY]
    request = json.dumps({"v": 1, "id": "1", "kind": "check", "answers": story.answers, "parties": {}, "now": story.now})
    places = {"/": TOP / "site", "/bench/": TOP / "bench" / "pages", "/scripts/": scripts.sources(TOP)}
    with sync_playwright() as play, serving(places, compressed=True) as host:
        given = {"scripts": "/scripts", "runtime": f"{host.address}/{addresses['runtime']}", "request": request}
        address = start.address(f"{host.address}/bench/phases.html", **given)
        for speed, slow in (("plain", False), ("slowed", True)):
            visit = start.visits(Chromium(play, slow=slow))
            for _ in range(ROUNDS):
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                    for which in ("first", "later"):
                        print(f"{speed}, {which}: {told(visit(Path(profile), address))}", flush=True)


def told(outcome: start.Outcome) -> str:
    in_order = sorted(outcome["phases"].items(), key=lambda phase: phase[1])
    return f"{outcome['whole']:.0f} ms; {', '.join(f'{name} {at:.0f}' for name, at in in_order)}"


if __name__ == "__main__":
    main()
