"""Pyodide's machine code as readers get it first: without what nobody calls (`engine.mjs`). `called.txt` says what is called and of which edition; `make called` writes it."""

import json
import subprocess
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from pathlib import Path

CALLED = Path(__file__).with_name("called.txt")
SCRIPT, ENGINE = "pyodide.asm.js", "pyodide.asm.wasm"
LEAN = "lean.wasm"


class OtherEdition(Exception):
    """The list of what is called is of another edition of Pyodide or of binaryen; the message says what to do."""


def makers() -> list[bytes]:
    """What the lean machine code is made by, besides Pyodide and binaryen themselves."""
    return [CALLED.read_bytes(), *(Path(__file__).with_name(name).read_bytes() for name in ("engine.mjs", "machine-code.mjs"))]


def edition(top: Path) -> str:
    """What the numbers of functions hold for: one machine code, as one tool reads it. Whether `engine.mjs` still leaves as many of them, it looks itself."""
    npm = json.loads((top / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return sha256(json.dumps([npm[f"node_modules/{name}"]["integrity"] for name in ("pyodide", "binaryen")]).encode()).hexdigest()[:12]


def called(top: Path) -> tuple[int, str]:
    """How many functions there are, and the numbers of those that are called, as ranges.

    :raises OtherEdition: they are numbers of something else.
    """
    head, ranges = CALLED.read_text(encoding="utf-8").split("\n", 1)
    of, count = head.split()
    if of != edition(top):
        raise OtherEdition(
            f"{CALLED.name} numbers the functions of another edition of Pyodide: `make called` finds out which are called of this one."
        )
    return int(count), ranges


def write(top: Path, numbers: Iterable[int], count: int) -> None:
    """Note which of so many functions are called."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])]
    ranges = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    lines = "\n".join(" ".join(ranges[at : at + 20]) for at in range(0, len(ranges), 20))
    CALLED.write_text(f"{edition(top)} {count}\n{lines}\n", encoding="utf-8")


def make(top: Path, into: Path) -> None:
    """Write the lean machine code.

    :raises OtherEdition: what is called is not known of this edition.
    :raises subprocess.CalledProcessError: Node could not.
    """
    pyodide = top / "node_modules" / "pyodide"
    count, ranges = called(top)
    command = [
        "node",
        str(Path(__file__).with_name("engine.mjs")),
        str(pyodide / SCRIPT),
        str(pyodide / ENGINE),
        str(count),
        ranges,
        str(into),
    ]
    subprocess.run(command, cwd=top, check=True, capture_output=True, text=True)
