"""Under which licence everything is that the site hands to readers. The rows stand in ``licences.toml``, and the build goes by what is really there: each file of
the site, what was bundled into one, each icon of a page. Whatever stands in no row stops it by its name.

What is bundled is named by the maps that come with scripts and style sheets, and, of Pyodide's machine code, by the settings that CPython was built with.
"""

import json
import re
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

PLACE = "licences.txt"
"""Where all licences lie, word for word, seen from the root of the site."""
HERE = Path(__file__).parent
TEXTS = HERE / "licences"
ICONS = "templates/.icons"
"""Where the theme keeps its icons."""
_FROM_NPM = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_TAKEN_OVER = re.compile(r"/vendor/(?:[^/]+/)*([^/]+)\.ts$")
"""What Pyodide keeps of others among its own sources."""
_SETTINGS = "_sysconfigdata__emscripten_wasm32-emscripten.py"
_ICON = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="[^"]*">.*?</svg>', re.DOTALL)
"""An icon as the theme's files have it. What we draw ourselves has a class."""


class NotLicensed(Exception):
    """Something is handed out of which nobody said under which licence; the message names all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What somebody wrote and the site hands on, as its row says."""

    name: str
    use: str
    licence: str
    copyright: str
    source: str = ""
    files: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    icons: str = ""
    python: str = ""
    npm: str = ""

    @property
    def licences(self) -> tuple[str, ...]:
        """The licences and exceptions that its licence is made of, as SPDX calls them."""
        return tuple(re.split(r" (?:AND|WITH) ", self.licence))


@cache
def works() -> tuple[Work, ...]:
    """All of them, our own first."""
    rows: list[dict[str, Any]] = tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))["work"]
    return tuple(Work(**row | {name: tuple(value) for name, value in row.items() if isinstance(value, list)}) for row in rows)


def check(top: Path, site: Path, rows: Sequence[Work]) -> None:
    """Look whether all that readers get from the folder ``site`` stands in these rows, and whether packages say the same of themselves. ``top`` is the project.

    :raises NotLicensed: it does not, or they do not.
    """
    problems = [
        *(f"the file {name}" for name in _files(site) if not any(fnmatchcase(name, each) for row in rows for each in row.files)),
        *(f"{name}, which is a part of {at}" for name, at in bundled(top, site) if not any(name in row.inside for row in rows)),
        *(f"the icon {name}, which is on {at}" for name, at in icons(site) if name.partition("/")[0] not in {row.icons for row in rows}),
    ]
    if problems:
        raise NotLicensed(
            f"Readers get these, and no row of checker/publish/licences.toml says under which licence: {'; '.join(problems)}."
        )
    told = [(row, _said(top, row)) for row in rows if row.python or row.npm]
    if other := [f"{row.name} says {said}, its row {row.licence}" for row, (said, _) in told if said != row.licence]:
        raise NotLicensed(f"The licence of these is another than checker/publish/licences.toml has it: {'; '.join(other)}.")


def text(top: Path, rows: Sequence[Work]) -> str:
    """All of it as plain text: each work, its version and what comes with it, then each licence once.

    :raises NotLicensed: a licence has no text, or a package is not there.
    """
    if missing := [f"{row.name}: {id}" for row in rows for id in row.licences if not (TEXTS / f"{id}.txt").is_file()]:
        raise NotLicensed(f"These licences have no text in checker/publish/licences: {', '.join(missing)}.")
    parts = ["安心买·放心退：网站发给读者的东西，各按什么许可"]
    for row in rows:
        version = _said(top, row)[1] if row.python or row.npm else ""
        lines = [f"{row.name} {version}".rstrip(), f"许可：{row.licence}", f"版权：Copyright (c) {row.copyright}"]
        lines += [f"来源：{row.source}"] if row.source else []
        parts.append("\n".join([*lines, *(f"\n{notice}" for notice in _notices(row))]))
    for id in dict.fromkeys(id for row in rows for id in row.licences):
        parts.append(f"{id}\n\n{(TEXTS / f'{id}.txt').read_text(encoding='utf-8').rstrip()}")
    return f"\n\n{'-' * 80}\n\n".join(parts) + "\n"


def bundled(top: Path, site: Path) -> Iterator[tuple[str, str]]:
    """What others wrote of scripts and style sheets of the theme and of Pyodide, each once: its name, and of what it is a part."""
    pyodide = top / "node_modules" / "pyodide"
    found: dict[str, str] = {}
    for path in [*sorted((site / "assets").rglob("*.map")), pyodide / "pyodide.mjs.map"]:
        for source in json.loads(path.read_text(encoding="utf-8"))["sources"]:
            if taken := _FROM_NPM.search(source) or _TAKEN_OVER.search(source):
                found.setdefault(taken[1], path.name.removesuffix(".map"))
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as library:
        settings = library.read(_SETTINGS).decode()
    linked = re.search(r"'CPPFLAGS': '([^']*)'", settings)
    ported = re.findall(r"-sUSE_(\w+)", linked[1]) if linked else []
    for name in (*ported, *re.findall(r"Modules/\w+(?:/\w+)*/(lib\w+)\.a", settings)):
        found.setdefault(name, "Pyodide's machine code")
    yield from found.items()


def icons(site: Path) -> Iterator[tuple[str, str]]:
    """The icons of pages, each once: its name in the theme, and a page that has it. What is no icon of the theme has the beginning of its drawing for a name."""
    drawn: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        for icon in _ICON.findall(page.read_text(encoding="utf-8")):
            drawn.setdefault(icon, page.relative_to(site).as_posix())
    names = _names() if drawn else {}
    yield from ((names.get(icon, icon[:120]), at) for icon, at in drawn.items())


@cache
def _names() -> dict[str, str]:
    """The theme's icons by their drawing."""
    folder = _theme()
    return {path.read_text(encoding="utf-8").strip(): path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.svg"))}


def _theme() -> Path:
    return Path(str(files("material"))) / ICONS


def _files(site: Path) -> list[str]:
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    # Copies of what lies beside them.
    return [name for name in found if not name.endswith((".br", ".gz"))]


def _said(top: Path, row: Work) -> tuple[str, str]:
    """The licence and the version of a package, as it says itself."""
    try:
        if row.npm:
            about = json.loads((top / "node_modules" / row.npm / "package.json").read_text(encoding="utf-8"))
            return about["license"], about["version"]
        metadata = distribution(row.python).metadata
        return metadata["License-Expression"], metadata["Version"]
    except (OSError, KeyError, PackageNotFoundError) as problem:
        raise NotLicensed(f"{row.name} does not say its licence or its version, or is not there: {problem}.") from problem


def _notices(row: Work) -> Iterator[str]:
    """What comes with a work as its licence, word for word."""
    found = [_theme() / row.icons / "LICENSE"] if row.icons else []
    if row.python:
        package = distribution(row.python)
        wanted = set(package.metadata.get_all("License-File") or ())
        found += [
            Path(str(package.locate_file(each))) for each in package.files or () if each.name in wanted and "dist-info" in each.parts[0]
        ]
    yield from (path.read_text(encoding="utf-8").strip() for path in found)
