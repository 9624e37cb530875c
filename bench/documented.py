"""The same checker as Pyodide's documentation would have it loaded: npm's files as delivered, and wheels, nothing compiled ahead. With copies that are compressed, as our files have."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checker.publish import runtime
from checker.publish.compress import compress

#: What needs another goes behind it, as loadPackage takes addresses in the order given.
IN_ORDER = ("markupsafe", "jinja2", "anxinmai")


def fill(top: Path, folder: Path) -> None:
    """Put everything into a new folder that a page has to load."""
    shutil.copytree(top / "node_modules" / "pyodide", folder)
    _fetch_wheels(top, folder)
    _build_own_wheel(top, folder)
    compress(folder, top / "build" / "compressed")


def given(folder: Path, address: str) -> str:
    """The addresses of the wheels, for a page, when `folder` is served below `address`."""
    return json.dumps([f"{address}/{path.name}" for name in IN_ORDER for path in folder.glob(f"{name}-*.whl")])


def _fetch_wheels(top: Path, into: Path) -> None:
    """Jinja, which renders the templates where they are not compiled ahead, and MarkupSafe in its pure form, as locked."""
    lock = (top / "requirements.lock").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch, "requirements.txt")
        wanted.write_text("\n".join(runtime.requirement_blocks(lock, list(IN_ORDER[:-1]))), encoding="utf-8")
        # Without a cache: pip would hand out a MarkupSafe that it once built with a compiler. Where the compiler fails it builds its pure form.
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-cache-dir",
            "--no-deps",
            "--no-build-isolation",
            "--require-hashes",
        ]
        command += ["--no-binary", "markupsafe", "--wheel-dir", str(into), "--requirement", str(wanted)]
        subprocess.run(command, cwd=top, env=os.environ | {"CC": "false"}, check=True, capture_output=True)


def _build_own_wheel(top: Path, into: Path) -> None:
    """Our own package as a wheel, without what readers do not need; `pyproject.toml` says what that is."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(into)]
    subprocess.run(command, cwd=top, check=True, capture_output=True)
