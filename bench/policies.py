"""How the time that a policy takes grows with it: the whole reader and each pattern alone against their worst, as ratios of one run.

`python -m bench.policies` prints, and ends with 1 where something grows faster than it may.
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any

from bench.growth import NOISE, grown, patterns_too_fast
from checker.law.table import table
from checker.read.policy import LONGEST, read_policy
from checker.read.policy_numbers import RATE, TIME, YUAN, expanded

SMALL = 8_000
#: How many times as long the long text is, and how many times its time may be. What takes the square of its length takes 625 times as long.
GROWN, AT_MOST = LONGEST // SMALL, 25
#: The same for a pattern alone, of which there are many.
PATTERN_GROWN, PATTERN_AT_MOST = 8, 12
WORST = {
    "one line": "字",
    "figures": "1",
    "spaces": " ",
    "lines": "\n",
    "stops": "。",
    "direction marks": "\u202e",
    "control marks": "\x00",
    "nested quotations": "“",
    "quotations": "“”",
    "numerals": "一",
    "refusals": "不退",
    "refusals with a head": "以下情况不予退款：",
    "refunds": "退款",
    "noes": "不",
    "deemed": "视为",
    "silence": "未反馈",
    "complaints": "不得投诉",
    "times": "3-5个工作日内",
    "times in one sentence": "3天，",
    "rates": "30%手续费",
    "sums": "5元手续费",
    "balance": "余额",
    "system": "系统故障",
    "review": "差评",
    "list": "\n1、退款",
    "a policy": "卡密一经售出概不退换。收到后 24 小时内未反馈视为合格，退款扣除 20% 手续费，3 个工作日内审核，联系 QQ 客服。\n",
}


def patterns(rows: Any, terms: dict[str, str]) -> Iterator[str]:
    """Every row of a table that is a pattern."""
    if isinstance(rows, dict):
        for name, each in rows.items():
            if name not in ("label", "say", "title", "letter", "kind", "grounds", "fair" if isinstance(each, str) else "", "bans"):
                yield from patterns(each, terms)
    elif isinstance(rows, list):
        for each in rows:
            yield from patterns(each, terms)
    elif isinstance(rows, str):
        yield rows


def alone() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Each pattern, looked for everywhere in the text, which is more than the reader does."""
    made = {"a time": TIME, "a rate": RATE, "a sum": YUAN}
    for name in ("policy_clauses", "policy_numbers"):
        rows = table(name, "checker.read")
        made |= {row: expanded(row, rows["terms"]) for row in patterns(rows, rows["terms"])}
    for name, each in made.items():
        yield name, lambda text, each=each: sum(1 for _ in each.finditer(text))


def main() -> int:
    wrong = 0
    read_policy("")
    for worst, piece in WORST.items():
        seconds, ratio = grown(read_policy, piece, SMALL, GROWN, AT_MOST)
        wrong += seconds > NOISE and ratio > AT_MOST
        print(f"{worst:24}{LONGEST:8,} characters {seconds * 1000:7.0f} ms, {ratio:4.1f} times those of {SMALL:,}")
    wrong += patterns_too_fast(alone(), WORST, SMALL, PATTERN_GROWN, PATTERN_AT_MOST)
    print(f"\n{wrong} of them grow faster than they may")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
