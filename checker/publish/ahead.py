"""What Python would compile each time our package is imported, compiled by the build: the methods that dataclasses write for themselves, and patterns.

Both took two thirds of the import. What differs from what was seen here, in another Python, is compiled as ever (`holder.py`).
"""

import json
import marshal
import subprocess
from array import array
from binascii import crc32
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.publish.join import without_lines

AHEAD = "checker/ahead"
"""Its place beside the package. It is read once, and not with the code, as most of it is gone after the import."""
CODE = "I"
"""The type of one step of a compiled pattern, of four bytes."""


class NotSeen(Exception):
    """Our package could not be imported under Node; the message is what was said."""


def makers() -> Iterator[bytes]:
    """What the answer of :func:`ahead` depends on besides its arguments."""
    for name in (Path(__file__).name, "ahead.mjs", "answering.mjs"):
        yield Path(__file__).with_name(name).read_bytes()


def ahead(pyodide: Path, library: Path, rules: Path) -> bytes:
    """All of it, as `holder.py` reads it.

    :raises NotSeen: the package could not be imported.
    """
    script = Path(__file__).with_name("ahead.mjs")
    done = subprocess.run(
        ["node", str(script), str(pyodide), str(library), str(rules)], input="[]", capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        raise NotSeen(done.stderr.strip())
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    texts, patterns = seen["texts"], seen["patterns"]
    methods = {name(text): without_lines(compile(text, "<string>", "exec", dont_inherit=True, optimize=2)) for text in texts}
    steps = {
        (name(pattern), flags): (all_flags, array(CODE, code).tobytes(), groups, index, tuple(names))
        for pattern, flags, all_flags, code, groups, index, names in patterns
    }
    assert (len(methods), len(steps)) == (len(set(texts)), len({(pattern, flags) for pattern, flags, *_ in patterns}))
    return marshal.dumps((methods, tuple(seen["of"]), steps))


def name(text: str) -> int:
    """What a text is looked up by; `holder.py` has the same."""
    return crc32(text.encode(errors="surrogatepass"))
