"""How long one verdict with all its letters takes on this machine's CPython, over every case of the tests."""

import statistics
import time
import tomllib
from datetime import datetime
from pathlib import Path

from checker.bridge import check

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
ROUNDS = 20


def milliseconds() -> dict[str, float]:
    """The median of each case, by its name. Templates are compiled before the first measurement, as they are on a second request."""
    found = {}
    for path in sorted(CASES.glob("*.toml")):
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        case, now = {"v": 1, "answers": row["answers"]}, datetime.fromisoformat(row["now"])
        check(case, now)
        found[path.stem] = statistics.median(_once(case, now) for _ in range(ROUNDS)) * 1000
    return found


def _once(case: dict, now: datetime) -> float:
    began = time.perf_counter()
    check(case, now)
    return time.perf_counter() - began
