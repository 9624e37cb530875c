"""Pages for reading: how soon one has loaded, that it loads no Python, and what Lighthouse says of each kind of page, beside a bare page with the same text."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from bench import chromium
from bench.start import Driver
from checker.publish import compress
from checker.publish.site import RUNTIME_PLACE

HOME = "/"
#: What stands alone at the top, and one for what has others like it there.
KINDS = {
    "home": HOME,
    "check": "/check/",
    "rules": "/rules/",
    "law": "/law/",
    "templates": "/templates/",
    "a guide": "/process/",
    "a tool": "/link-check/",
    "changes": "/changes/",
    "written by hand": "/privacy/",
}
#: Kinds whose text a bare page would not show: a form, what a script draws.
NOT_BARE = ("check", "a tool")
LOADED = "performance.getEntriesByType('navigation')[0]?.loadEventEnd || null"
#: The service worker keeps the site after the page has loaded; this long at most.
KEEPING_SECONDS = 30
KEPT = "navigator.serviceWorker.getRegistration().then((registration) => Boolean(registration?.active))"


class NotRated(Exception):
    """Lighthouse gave no score; the message is what it said."""


def load_event(opened: Callable[[Path], AbstractContextManager[Driver]], address: str, asked: list[str]) -> tuple[float, list[str]]:
    """For a first visit to a page without the checker: milliseconds to its load event, and what was asked below assets/runtime by then and
    while the site was being kept for later."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, opened(Path(profile)) as driver:
        asked.clear()
        driver.open(address)
        milliseconds = _value(driver, LOADED)
        _value(driver, KEPT)
    return milliseconds, [path for path in asked if f"/{RUNTIME_PLACE}/" in path]


def _value(driver: Driver, script: str):
    late = time.monotonic() + KEEPING_SECONDS
    while not (found := driver.evaluate(script)) and time.monotonic() < late:
        time.sleep(0.1)
    return found


def kinds(folder: Path) -> dict[str, str]:
    """A page of each kind of the built site, and where it lies: of pages in a folder below another, the longest."""
    found = {kind: place for kind, place in KINDS.items() if (folder / place.lstrip("/") / "index.html").is_file()}
    below: dict[str, list[Path]] = {}
    for path in folder.glob("*/**/index.html"):
        place = path.parent.relative_to(folder)
        if len(place.parts) > 1 and place.parts[0] != "assets":
            below.setdefault(place.parent.as_posix(), []).append(path)
    longest = {parent: max(paths, key=lambda path: path.stat().st_size) for parent, paths in below.items()}
    return found | {f"one of {parent}": f"/{path.parent.relative_to(folder).as_posix()}/" for parent, path in sorted(longest.items())}


def build_bare(top: Path, scratch: Path) -> Path:
    """The same Markdown as the theme alone shows it: nothing of ours around it, no font from another host either, compressed as ours is. The
    folder of the site."""
    docs = scratch / "docs"
    shutil.copytree(top / "docs", docs, ignore=shutil.ignore_patterns("stylesheets"))
    for page in docs.rglob("*.md"):
        page.write_text(re.sub(r"(?m)^template: .*\n", "", page.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    settings = scratch / "mkdocs.yml"
    extensions = (top / "mkdocs.yml").read_text(encoding="utf-8").partition("markdown_extensions:")[2].partition("\nvalidation:")[0]
    settings.write_text(
        "site_name: bare\nsite_description: bare\ntheme: {name: material, language: zh, font: false}\n"
        f"exclude_docs: '!/templates/'\nmarkdown_extensions:{extensions}\nvalidation: {{links: {{not_found: ignore, anchors: ignore}}}}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings), "--site-dir", str(scratch / "site")]
    subprocess.run(command, cwd=top, check=True, capture_output=True)
    compress.compress(scratch / "site", top / "build" / "compressed")
    return scratch / "site"


def rated(top: Path, address: str, *categories: str) -> dict[str, int]:
    """Lighthouse's scores on a phone by category, of 100.

    :raises NotRated: one is missing.
    """
    command = [
        str(top / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(categories)}",
        "--no-enable-error-reporting",
        f"--chrome-flags=--headless=new {' '.join(chromium.FLAGS)}",
    ]
    done = subprocess.run(command, cwd=top, env=os.environ | {"CHROME_PATH": chromium.path()}, capture_output=True, text=True)
    if done.returncode:
        raise NotRated(f"{address}: {done.stderr.strip()}")
    scores = {name: found["score"] for name, found in json.loads(done.stdout)["categories"].items()}
    if None in scores.values():
        raise NotRated(f"{address}: the page could not be rated: {scores}")
    return {name: round(score * 100) for name, score in scores.items()}
