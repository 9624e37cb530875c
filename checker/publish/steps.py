"""The build in plain steps, before and after a generator of sites makes pages: nothing here knows which one stands between.

Before: the runtime and our modules are made, and the templates learn the addresses of what carries a hash. After: our files are put into the site's folder, the
theme's search is mended, each page gets its content security policy, and what depends on all files is written.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.publish import (
    benchmark,
    changes,
    compress,
    csp,
    feed,
    headings,
    licences,
    offline,
    related,
    runtime,
    scripts,
    search,
    site,
    tables,
)
from checker.publish import report as wrong

THEME = "assets/javascripts"
"""Where the theme keeps its script for pages."""
WORKERS = f"{THEME}/workers"
"""Where the theme keeps its search worker."""


class NotPublished(Exception):
    """The site could not be made whole; the message says what is missing or failed."""


@dataclass(frozen=True)
class Before:
    """What was made before the pages: the runtime, our modules, and for templates the addresses, as ``config.extra.checker``."""

    built: runtime.Runtime
    scripts: Path
    addresses: dict[str, Any]

    @property
    def sheets(self) -> list[str]:
        """The style sheets of every page."""
        return [f"{self.addresses['look']}/pages.css"]

    @property
    def as_it_is(self) -> dict[str, Path]:
        """Files that are handed out as they lie elsewhere, by their address."""
        return benchmark.AS_IT_IS

    @property
    def icon(self) -> str:
        """The icon, and the sign beside the title."""
        return f"{self.addresses['look']}/icon.svg"


def before(top: Path, *, report: str = "", serving: bool = False) -> Before:
    """Make what pages name. ``report`` is where readers report an error. While somebody writes (``serving``) the generated pages are written anew and nothing is trimmed,
    neither Python's library nor the comments of our modules.

    :raises NotPublished: a part of the runtime is missing or could not be made.
    """
    try:
        if serving:
            site.rewrite_pages(top)
        built = runtime.build(top, trimmed=not serving)
        modules = scripts.sources(top) if serving else scripts.uncommented(top)
    except runtime.RuntimeNotBuilt as problem:
        raise NotPublished(str(problem)) from problem
    return Before(built, modules, site.addresses(top, built, modules) | {"offline": not serving, "wrong": wrong.pattern(report)})


def after(
    top: Path, folder: Path, made: Before, *, name: str, description: str, url: str = "", report: str = "", serving: bool = False
) -> None:
    """Make the pages in ``folder`` a site. ``name`` and ``description`` are the site's, ``url`` is where it will lie, if that is known, and
    ``report`` where readers report an error. While somebody writes, nothing is kept for offline use.

    :raises NotPublished: the theme's search is another than the one that is mended, something is under no licence that is known, or the site could not be compressed.
    """
    _place_files(top, folder, made)
    _follow(folder, name, url)
    renamed = _mend_search(folder, made.addresses["scripts"])
    cut = headings.cutter()
    texts = {page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8") for page in sorted(folder.rglob("*.html"))}
    for address, text in related.added(texts).items():
        for old, new in renamed.items():
            text = text.replace(old, new)
        # What is about a heading is put there before the heading is cut into words.
        text = tables.with_heads(headings.with_breaks(wrong.added(text, address.removesuffix("index.html"), report), cut))
        (folder / address).write_text(csp.with_policy(text, live_reload=serving), encoding="utf-8")
    try:
        (folder / licences.PLACE).write_text(licences.text(top, licences.works()), encoding="utf-8")
        if serving:
            return
        licences.check(top, folder, licences.works())
    except licences.NotLicensed as problem:
        raise NotPublished(str(problem)) from problem
    (folder / "manifest.webmanifest").write_text(offline.manifest(name, description, made.addresses["look"]), encoding="utf-8")
    base = f"{site.RUNTIME_PLACE}/{made.built.lock.partition('/')[0]}/"
    (folder / "service-worker.js").write_text(offline.service_worker(folder, base), encoding="utf-8")
    try:
        compress.compress(folder, top / "build" / "compressed")
    except compress.NotCompressed as problem:
        raise NotPublished(f"Could not compress the site. Node said:\n{problem}") from problem


def _follow(folder: Path, name: str, url: str) -> None:
    """What programs follow a site with, its map and the feed of changes: both are made of whole addresses, and there are none without ``url``."""
    if url:
        (folder / feed.PLACE).write_text(feed.atom(changes.changes(), name, url), encoding="utf-8")
    else:
        for each in folder.glob("sitemap.xml*"):
            each.unlink()


def _place_files(top: Path, folder: Path, made: Before) -> None:
    """Our files under addresses with a hash, and not under those that they have in ``docs/``."""
    for address, _ in site.look(top):
        (folder / address).unlink(missing_ok=True)
    for address in ("images", "stylesheets"):
        if (folder / address).is_dir() and not any(path.is_file() for path in (folder / address).rglob("*")):
            shutil.rmtree(folder / address)
    # Search in languages that the site is not written in.
    for path in (folder / THEME / "lunr").rglob("*.js"):
        if path.relative_to(folder).as_posix() not in offline.SEARCH:
            path.unlink()
    for address, path in site.files(top, made.built, made.scripts):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / address)
    address, page = site.verifier(made.scripts)
    (folder / address).write_bytes(page)
    for address, text in site.sheets(top):
        (folder / address).write_text(text, encoding="utf-8")


def _mend_search(folder: Path, scripts: str) -> dict[str, str]:
    """The names of the theme's scripts that were mended, and their new names: another content wants another name. ``scripts`` is our modules' folder."""
    up = "../" * (WORKERS.count("/") + 1)

    def worker(text: str) -> str:
        return search.mend(text, module=f"{up}{scripts}/searching/asked.mjs", words=f"{up}search/words.txt")

    return dict([_mended(folder / WORKERS, "search", worker), _mended(folder / THEME, "bundle", search.mend_page)])


def _mended(folder: Path, kind: str, mend: Callable[[str], str]) -> tuple[str, str]:
    found = sorted(folder.glob(f"{kind}.*.min.js"))
    if len(found) != 1:
        raise NotPublished(f"The theme has {len(found)} scripts called {kind}, and one is to be mended: see checker/publish/search.py.")
    try:
        text = mend(found[0].read_text(encoding="utf-8"))
    except ValueError as problem:
        raise NotPublished(str(problem)) from problem
    name = f"{kind}.{runtime.digest(text.encode())}.min.js"
    found[0].unlink()
    (folder / name).write_text(text, encoding="utf-8")
    return found[0].name, name
