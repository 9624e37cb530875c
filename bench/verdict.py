"""How long one verdict with all its letters takes, over every story: on this machine's CPython, and in a browser."""

import json
import statistics
import tempfile
import time
from datetime import datetime
from pathlib import Path

from bench.start import Outcome, Visit
from checker.bridge import check
from checker.publish.stories import stories
from checker.write.docx import word_file

ROUNDS = 20
IN_BROWSER = 5


def cases() -> dict[str, dict]:
    """By its id, each story as a page sends it."""
    return {
        id: {"answers": story.answers, "parties": {}, "now": datetime.fromisoformat(story.now).isoformat()}
        for id, story in stories().items()
    }


def in_cpython() -> dict[str, float]:
    """The median of each case, by its name. Templates are compiled before the first measurement, as they are on a second request."""
    found = {}
    for name, case in cases().items():
        asked, now = {"v": 1, "answers": case["answers"]}, datetime.fromisoformat(case["now"])
        check(asked, now)
        found[name] = statistics.median(_once(asked, now) for _ in range(ROUNDS)) * 1000
    return found


def as_word_files() -> float:
    """How many verdicts the Word file with all texts of a story takes, in the middle case; stories without a text are left out."""
    ratios = []
    for case in cases().values():
        asked, now = {"v": 1, "answers": case["answers"]}, datetime.fromisoformat(case["now"])
        texts = [(letter["name"], letter["text"]) for matter in check(asked, now)["matters"] for letter in matter["letters"]]
        if not texts:
            continue
        one = min(_once(asked, now) for _ in range(3))
        began = time.perf_counter()
        word_file(texts)
        ratios.append((time.perf_counter() - began) / one)
    return statistics.median(ratios)


def in_browser(visit: Visit, address: str) -> tuple[dict[str, float], Outcome]:
    """The median of each case, by its name, and all that the page said. `address` is a page that was given `cases()` and `IN_BROWSER`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        outcome = visit(Path(profile), address)
    return {name: statistics.median(times) for name, times in outcome["milliseconds"].items()}, outcome


def write_cases(folder: Path) -> None:
    folder.mkdir()
    (folder / "cases.json").write_text(json.dumps(cases()), encoding="utf-8")


def _once(case: dict, now: datetime) -> float:
    began = time.perf_counter()
    check(case, now)
    return time.perf_counter() - began
