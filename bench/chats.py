"""How the time that a chat record takes grows with it: each pattern and the whole reader against their worst, as ratios of one run.

`python -m bench.chats` prints, and ends with 1 where something grows faster than it may.
"""

import sys
from collections.abc import Callable, Iterator

from bench.growth import NOISE, grown
from checker.law.table import table
from checker.read.chat import pattern, read_chat

SMALL = 50_000
GROWN = 4
#: Of a text four times as long. What takes the square of its length takes sixteen times as long.
AT_MOST = 6
WORST = {
    "one line": "字",
    "figures": "1",
    "spaces": " ",
    "colons": ":",
    "quotations": ">",
    "quotations, spaced": "> ",
    "direction marks": "\u202e",
    "control marks": "\x00",
    "dashes": "-",
    "hyphens": "1-",
    "numerals": "一",
    "times": "14:05 ",
    "days": "2026-11-03 ",
    "lines of one letter": "a\n",
    "lines of figures": "1:\n",
    "lines of dashes": "-" * 79 + "\n",
    "lines of names": "a1 " * 13 + "\n",
    "heads": "张三 14:05\n",
    "a chat": "张三 2026-11-03 14:05\n卡密用不了，订单号 4200001234202611031234567890，付了 100 元\n",
    "a chat by colons": "张三：嗯\n",
    "mail": "From: a\nDate: Tue, 3 Nov 2026 14:05:00 +0000\n\nhi\n> hi\n",
    "fields": "From: a\n",
    "lead-ins": "在 2026年11月3日，张三 写道：\n> hi\n",
}


def works() -> Iterator[tuple[str, Callable[[str], object]]]:
    """The reader, and each pattern alone, looked for everywhere in the text, which is more than the reader does."""
    yield "read_chat", read_chat
    rows = table("chat_formats", "checker.read")
    keys = ("line", "divider", "skip", "tell", "field", "wrote", "rule", "english", "chinese", *rows["everywhere"])
    for row in (rows["everywhere"], rows["mail"], *rows["format"]):
        for key in keys:
            for each in [row[key]] if isinstance(row.get(key), str) else row.get(key, ()):
                made = pattern(each)
                yield each, lambda text, made=made: (sum(1 for _ in made.finditer(text)), made.fullmatch(text))


def main() -> int:
    wrong = 0
    for name, work in works():
        ratios = {}
        for worst, piece in WORST.items():
            seconds, ratio = grown(work, piece, SMALL, GROWN, AT_MOST)
            if seconds > NOISE:
                ratios[worst] = ratio
            if work is read_chat:
                print(f"{worst:24}{SMALL * GROWN:8,} characters {seconds * 1000:7.0f} ms, {ratio:4.1f} times those of {SMALL:,}")
        worst = max(ratios, key=ratios.__getitem__, default="")
        too_much = ratios.get(worst, 0) > AT_MOST
        wrong += too_much
        if worst:
            print(f"{ratios[worst]:5.1f} {'!' if too_much else ' '} {name[:90]} ({worst})")
    print(f"\n{wrong} of them grow more than {AT_MOST} times with a text {GROWN} times as long")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
