"""What the site carries besides its pages: the Python runtime, our own scripts and style sheets, and where a page finds them.

Everything lies under an address that carries a hash of its content, so that a cache may keep it for good and no page ever gets a part of
another build.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.keep.archive.page import verifier_page
from checker.publish import changes, runtime

RUNTIME_PLACE = "assets/runtime"
VERIFIER = "evidence/verify.txt"
#: As we write it: ``from`` and a path in single quotes.
_IMPORTED = re.compile(r"\bfrom '(\.[^']+)';")


def addresses(top: Path, built: runtime.Runtime, scripts: Path) -> dict[str, Any]:
    """For templates, as ``config.extra.checker``: site-relative addresses, to be passed through the filter ``url``. ``scripts`` is the folder
    of our modules as they are published.

    ``card`` is the picture that a link to a page is shown with, empty where there is none. ``runtime`` is the lock file, whose folder
    holds the runtime; ``scripts`` and ``look`` are folders; ``imported`` is all that the checker's script needs before it can begin.
    ``check`` says when the law is to be compared again, and ``dated`` which pages, and those below them, warn once that is overdue.
    """
    check = changes.earliest_due()
    return {
        "runtime": f"{RUNTIME_PLACE}/{built.lock}",
        "scripts": scripts_place(scripts),
        "look": look_place(top),
        "card": next((f"{look_place(top)}/{path.name}" for path in (top / "docs" / "images").glob("card.png")), ""),
        "imported": [f"{scripts_place(scripts)}/{name}" for name in imported(scripts, "page.mjs")],
        "check": {"title": check.title, "checked_on": check.checked_on.isoformat(), "due": check.due.isoformat()},
        "dated": list(changes.DATED_PAGES),
    }


def imported(folder: Path, name: str) -> list[str]:
    """The modules that one of ours imports, and those that they import. Named in the page they come at once instead of one after another."""
    found = [name]
    for each in found:
        text = (folder / each).read_text(encoding="utf-8")
        paths = [(folder / each).parent / address for address in _IMPORTED.findall(text)]
        found += dict.fromkeys(name for path in paths if (name := path.resolve().relative_to(folder.resolve()).as_posix()) not in found)
    return found[1:]


def scripts_place(scripts: Path) -> str:
    """The address of the folder of our scripts and of what lies among them. They import one another by relative addresses, so one hash for all."""
    return f"assets/checker-{runtime.digest(_hash(_scripts(scripts)).encode(), verifier_page())}"


def look_place(top: Path) -> str:
    """The folder of style sheets and icons."""
    return f"assets/look-{_hash(look(top))}"


def look(top: Path) -> list[tuple[str, Path]]:
    """Style sheets and icons: their addresses as MkDocs has them, below ``docs/``, and where they lie."""
    paths = [path for name in ("images", "stylesheets") for path in sorted((top / "docs" / name).rglob("*.*"))]
    return [(path.relative_to(top / "docs").as_posix(), path) for path in paths]


def sheets(top: Path) -> Iterator[tuple[str, str]]:
    """A style sheet for each folder of them, and its text: nothing is drawn before all have come, so they come in one piece."""
    for folder in sorted((top / "docs" / "stylesheets").iterdir()):
        yield f"{look_place(top)}/{folder.name}.css", "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))


def verifier(scripts: Path) -> tuple[str, bytes]:
    """The page that checks an archive of evidence, as it goes into each: its address beside our scripts, and its bytes. No ``.html``, since it is no page of
    the site, and has a policy of its own that nothing may be added to.
    """
    return f"{scripts_place(scripts)}/{VERIFIER}", verifier_page()


def files(top: Path, built: runtime.Runtime, scripts: Path) -> Iterator[tuple[str, Path]]:
    """Every file to add to the site as it is: its address there and where it lies now."""
    for name in built.files:
        yield f"{RUNTIME_PLACE}/{name}", built.folder / name
    place = scripts_place(scripts)
    for name, path in _scripts(scripts):
        yield f"{place}/{name}", path
    place = look_place(top)
    for path in sorted((top / "docs" / "images").iterdir()):
        yield f"{place}/{path.name}", path


def rewrite_pages(top: Path) -> None:
    """Rewrite the generated pages, in a process of its own: this one may have imported an earlier state of the package."""
    done = subprocess.run([sys.executable, "-m", "checker.publish", "--write"], cwd=top, capture_output=True, text=True)
    if done.returncode:
        raise runtime.RuntimeNotBuilt(f"Could not rewrite the generated pages. The tool said:\n{(done.stderr or done.stdout).strip()}")


def _scripts(scripts: Path) -> list[tuple[str, Path]]:
    """Our modules. The service worker is none of them: it lies at the root of the site and names the build."""
    return [(path.relative_to(scripts).as_posix(), path) for path in sorted(scripts.rglob("*.mjs"))]


def _hash(found: list[tuple[str, Path]]) -> str:
    return runtime.digest(*(part for name, path in found for part in (name.encode(), path.read_bytes())))
