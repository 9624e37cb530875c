"""How the time that the wording of a text takes grows with it: the whole reader and each pattern alone against their worst, as ratios of one run; and
how long it takes while somebody types.

`python -m bench.wording` prints, and ends with 1 where something grows faster than it may.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bench.growth import NOISE, grown, long, patterns_too_fast
from bench.policies import AT_MOST, GROWN, PATTERN_AT_MOST, PATTERN_GROWN, SMALL
from checker.law.table import table
from checker.read.passage import LONGEST
from checker.write.wording import read_wording
from checker.write.wording_rows import expanded

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
#: Characters of a long letter, read again at each pause in typing.
TYPED = 2_000
WORST = {
    "one line": "字",
    "figures": "1",
    "letters and figures": "a1",
    "groups of a key": "ab12-",
    "groups of a card": "6222 ",
    "spaces": " ",
    "lines": "\n",
    "stops": "。",
    "commas": "，",
    "direction marks": "\u202e",
    "control marks": "\x00",
    "nested quotations": "“",
    "quotations": "“骗子”",
    "titles": "《法》",
    "numerals": "一",
    "days": "11月26日",
    "periods": "3个工作日",
    "askings": "请",
    "demands": "请退",
    "refunds": "退款",
    "noes": "不",
    "you": "你",
    "I": "我",
    "perhaps": "可能是我",
    "speeches": "客服说，",
    "insults": "骗子",
    "threats": "曝光你",
    "askings in speeches": "客服说，请退",
    "proofs": "截图",
    "tellings": "我买了",
    "lines of the law": "1. 《法》第一条：",
    "a letter": "11 月 20 日我买了一张卡，提示无效，客服说可能是我自己用了。你们就是骗子，请尽快处理，11 月 30 日以前退还 50 元，截图附上。\n",
}


def patterns(rows: Any) -> Iterator[str]:
    """Every row of the table that is a pattern."""
    shown = ("id", "label", "present", "missing", "add", "kind", "why", "better", "without", "by_law", "say", "unless_clear")
    if isinstance(rows, dict):
        for name, each in rows.items():
            if name not in shown:
                yield from patterns(each)
    elif isinstance(rows, list):
        for each in rows:
            yield from patterns(each)
    elif isinstance(rows, str):
        yield rows


def alone() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Each pattern, looked for everywhere in the text."""
    raw = table("wording", "checker.write")
    for row in dict.fromkeys(patterns(raw)):
        each = expanded(row, raw["names"])
        yield row, lambda text, each=each: sum(1 for _ in each.finditer(text))


def main() -> int:
    wrong = 0
    read = partial(read_wording, now=NOW)
    read("")
    for worst, piece in WORST.items():
        seconds, ratio = grown(read, piece, SMALL, GROWN, AT_MOST)
        wrong += seconds > NOISE and ratio > AT_MOST
        print(f"{worst:24}{LONGEST:8,} characters {seconds * 1000:7.0f} ms, {ratio:4.1f} times those of {SMALL:,}")
    wrong += patterns_too_fast(alone(), WORST, SMALL, PATTERN_GROWN, PATTERN_AT_MOST)
    typed, quickest = long(WORST["a letter"], TYPED), float("inf")
    for _ in range(5):
        began = time.process_time()
        read(typed)
        quickest = min(quickest, time.process_time() - began)
    print(f"\n{TYPED:,} characters of a letter {quickest * 1000:.1f} ms\n{wrong} of them grow faster than they may")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
