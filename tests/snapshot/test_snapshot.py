"""What the checker says of some five thousand answer sets, the same after every step of the rebuilding. ``python -m tests.snapshot.test_snapshot``
writes the digests anew; with names, it prints what is said of those inputs instead."""

import gzip
import hashlib
import json
import sys
from functools import cache
from pathlib import Path

import pytest

from checker.ask.question import asked
from checker.ask.questions import QUESTIONS
from checker.bridge import dumps, handle

HERE = Path(__file__).parent
DIGESTS = HERE / "digests.txt"
PARTS = 24


@cache
def inputs() -> list[dict]:
    return json.loads(gzip.decompress((HERE / "inputs.json.gz").read_bytes()))


def said_of(case: dict) -> dict[str, str]:
    """The verdict with all its texts, what is said while it is answered, and what is asked."""
    request = {"v": 1, "id": "1", "now": case["now"], "answers": case["answers"], "parties": case["parties"]}
    readable = {id: value for id, value in case["answers"].items() if isinstance(value, (str, list))}
    return {
        "verdict": handle(dumps(request | {"kind": "check"})),
        "progress": handle(dumps(request | {"kind": "progress"})),
        "asked": " ".join(question.id for question in asked(QUESTIONS, readable)),
    }


def digest(said: dict[str, str]) -> str:
    return " ".join(hashlib.sha256(text.encode()).hexdigest()[:10] for text in said.values())


@pytest.mark.parametrize("part", range(PARTS))
def test_everything_is_said_as_before(part):
    known = dict(line.rsplit("\t", 1) for line in DIGESTS.read_text(encoding="utf-8").splitlines())
    other = [case["name"] for case in inputs()[part::PARTS] if digest(said_of(case)) != known[case["name"]]]
    assert not other, f"{len(other)} differ, such as {other[:12]}"


if __name__ == "__main__":
    if sys.argv[1:]:
        for case in inputs():
            if case["name"] in sys.argv[1:]:
                for what, text in said_of(case).items():
                    pretty = (
                        json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True).replace("\\n", "\n      ")
                        if text.startswith("{")
                        else text
                    )
                    print(f"== {case['name']}: {what}\n{pretty}")
    else:
        DIGESTS.write_text("".join(f"{case['name']}\t{digest(said_of(case))}\n" for case in inputs()), encoding="utf-8")
