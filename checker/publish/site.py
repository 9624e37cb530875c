"""What the site carries besides its pages: the Python runtime and our own scripts, and where a page finds them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.publish import changes, runtime

#: Where the site serves them.
RUNTIME_PLACE = "assets/runtime"
SCRIPTS_PLACE = "assets/checker"


def addresses(built: runtime.Runtime) -> dict[str, Any]:
    """For templates, as ``config.extra.checker``: site-relative addresses, to be passed through the filter ``url``.

    ``runtime`` is the lock file, whose folder holds the runtime; ``scripts`` is the folder of our scripts. ``check`` says when the law
    is to be compared again, and ``dated`` which pages warn once that is overdue.
    """
    return {
        "runtime": f"{RUNTIME_PLACE}/{built.lock}", "scripts": SCRIPTS_PLACE, "check": changes.earliest_due(), "dated": changes.DATED_PAGES,
    }


def files(top: Path, built: runtime.Runtime) -> Iterator[tuple[str, Path]]:
    """Every file to add to the site: its address there and where it lies now."""
    for name in built.files:
        yield f"{RUNTIME_PLACE}/{name}", built.folder / name
    scripts = top / "checker" / "web"
    for path in sorted(scripts.rglob("*.mjs")):
        yield f"{SCRIPTS_PLACE}/{path.relative_to(scripts).as_posix()}", path


def rewrite_pages(top: Path) -> None:
    """Rewrite the generated pages, in a process of its own: this one may have imported an earlier state of the package."""
    done = subprocess.run([sys.executable, "-m", "checker.publish", "--write"], cwd=top, capture_output=True, text=True)
    if done.returncode:
        raise runtime.RuntimeNotBuilt(f"Could not rewrite the generated pages. The tool said:\n{(done.stderr or done.stdout).strip()}")
