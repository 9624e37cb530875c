"""``.br`` and ``.gz`` beside every file that shrinks, for servers that hand out what lies there instead of compressing each time."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

SHRINK = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".atom", ".webmanifest", ".wasm", ".zip", ".txt", ".py"})
#: Below this a copy saves less than the header that announces it.
LEAST_BYTES = 400


class NotCompressed(Exception):
    """The copies could not be made; the message is what Node said."""


def compress(site: Path, kept: Path) -> None:
    """Put the copies into `site`. They are made once for each content and kept in `kept`.

    :raises NotCompressed: Node could not make them.
    """
    kept.mkdir(parents=True, exist_ok=True)
    wanted = [path for path in sorted(site.rglob("*")) if path.suffix in SHRINK and path.stat().st_size >= LEAST_BYTES]
    # The largest first: the last to be made should be a small one.
    copies = {path: kept / sha256(path.read_bytes()).hexdigest()[:24] for path in sorted(wanted, key=lambda path: -path.stat().st_size)}
    script = Path(__file__).with_name("compress.mjs")
    done = subprocess.run(
        ["node", str(script)], input=json.dumps([[str(path), str(copy)] for path, copy in copies.items()]), capture_output=True, text=True
    )
    if done.returncode:
        raise NotCompressed(done.stderr.strip())
    for path, copy in copies.items():
        for end in (".br", ".gz"):
            made = copy.with_name(copy.name + end)
            if made.stat().st_size < path.stat().st_size:
                shutil.copyfile(made, path.with_name(path.name + end))
