"""Pyodide's machine code and its script as readers get them first: without what nobody calls (`engine.mjs`, `script.mjs`). `called.txt` says what is called and of which edition;
`make called` writes it.
"""

import json
import subprocess
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from pathlib import Path

CALLED = Path(__file__).with_name("called.txt")
BEGINNER, SCRIPT, ENGINE = "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"
LEAN_SCRIPT, LEAN = "lean.js", "lean.wasm"


class OtherEdition(Exception):
    """The list of what is called is of another edition of Pyodide or of binaryen; the message says what to do."""


def makers(top: Path) -> list[bytes]:
    """What the two are made of and by."""
    parts = (CALLED, *(Path(__file__).with_name(name) for name in ("engine.mjs", "machine-code.mjs", "script.mjs")))
    return [_integrities(top, "pyodide", "binaryen", "terser"), *(part.read_bytes() for part in parts)]


def edition(top: Path) -> str:
    """What the numbers of functions hold for: one machine code, as one tool reads it. Whether `engine.mjs` still leaves as many of them, it looks itself."""
    return sha256(_integrities(top, "pyodide", "binaryen")).hexdigest()[:12]


def _integrities(top: Path, *names: str) -> bytes:
    npm = json.loads((top / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return json.dumps([npm[f"node_modules/{name}"]["integrity"] for name in names]).encode()


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


def make(top: Path, script: Path, code: Path) -> None:
    """Write the lean script and the lean machine code.

    :raises OtherEdition: what is called is not known of this edition.
    :raises subprocess.CalledProcessError: Node could not.
    """
    pyodide = top / "node_modules" / "pyodide"
    count, ranges = called(top)
    delivered = [str(pyodide / name) for name in (SCRIPT, ENGINE, BEGINNER)]
    command = ["node", str(Path(__file__).with_name("engine.mjs")), *delivered, str(count), ranges, str(script), str(code)]
    subprocess.run(command, cwd=top, check=True, capture_output=True, text=True)
