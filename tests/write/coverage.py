"""Which texts each rule has at which stage: found by a larger search, written down, and held against by the tests.

``python -m tests.write.coverage`` searches again and writes ``rule_stage_text.toml`` anew, after a change of rules or of what is offered; with
the ids of rules, for those alone.
"""

import sys
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.write.sample_cases import pairs, samples, texts

FILE = Path(__file__).with_name("rule_stage_text.toml")
SEARCHED = 80
"""Cases for each rule and stage in the larger search."""


@cache
def expected() -> dict[tuple[str, str], frozenset[str]]:
    """For each rule and stage, the names of its texts."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {(rule, stage): frozenset(names.split()) for rule, stages in table.items() for stage, names in stages.items()}


def search(only: Sequence[str]) -> dict[tuple[str, str], frozenset[str]]:
    """The same, by looking; with ``only`` some rules, for the others as it is written."""
    return {
        (rule, stage): frozenset(name for sample in samples(rule, stage, frozenset(), SEARCHED) for name in texts(sample, rule))
        if not only or rule in only
        else expected().get((rule, stage), frozenset())
        for rule, stage in pairs()
    }


def written(found: dict[tuple[str, str], frozenset[str]]) -> str:
    lines = ["# Written by `python -m tests.write.coverage`: for each rule and stage the texts that a larger search found."]
    for rule in dict.fromkeys(rule for rule, _ in found):
        lines += [
            "",
            f"[{rule}]",
            *(f'{stage} = "{" ".join(sorted(names))}"' for (led, stage), names in found.items() if led == rule and names),
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(search(sys.argv[1:])), encoding="utf-8")
