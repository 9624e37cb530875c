"""The Python that runs in the reader's browser, made from locked parts and served from our own site.

What `build()` leaves under ``build/runtime/`` is laid out as the site serves it, under ``assets/runtime/``::

    <base>/pyodide.mjs  pyodide.asm.js  pyodide.asm.wasm    from npm, as delivered; the last two for the day that something is missing
    <base>/lean.js  lean.wasm                               the same script and machine code without what is never called (`engine.py`)
    <base>/python.zip                                       the library, precompiled, what is imported of it
    <base>/whole.zip                                        the same, all of it: for the day that something is missing
    <base>/<rules>.zip                                       this package: precompiled, in one piece, with prepared tables and templates, and what its import would compile
    <base>/<rules>-<name>.zip                               parts of this package that are fetched where they are used
    <base>/<rules>.json                                     Pyodide's lock file, which lists no package: nothing is installed

``<base>`` and ``<rules>`` are hashes of everything that goes into them. No file ever changes under its address, so any cache may
keep it for good, and a new edition of our rules costs a returning reader only the two small files that carry ``<rules>``.

The address of the lock file is all a page has to know (`Runtime.lock`): the runtime lies beside it (`web/python/parts.mjs`).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from checker.publish import ahead, engine, trim
from checker.publish.ahead import AHEAD
from checker.publish.engine import BEGINNER, ENGINE, LEAN, LEAN_SCRIPT, SCRIPT
from checker.publish.join import joined, joined_later
from checker.publish.prepare import prepare, prepare_later

#: The files of the npm package that a module worker needs, besides the standard library.
FROM_NPM = (BEGINNER, SCRIPT, ENGINE)
STDLIB = "python_stdlib.zip"

#: Parts of the package that stay on the machine that builds the site.
NOT_FOR_READERS = frozenset({"publish", "web", "__pycache__", "__main__.py", "schema.py", "skeletons.py", "archive", "py.typed"})

#: Modules and rooms that come when they are asked for, by the name that the page asks with.
#: What ends in a star stands for every file whose path begins so.
READ = "checker/read/__init__.py"
GRAMMAR = (READ, "checker/read/passage.py", "checker/read/phrases.py", "checker/read/proposal.py", "checker/read/scope.py")
LATER = {
    "word": ("checker/write/docx.py",),
    "grammar": GRAMMAR,
    # With the grammar: in one piece it is a kilobyte less, and who tells a story seldom uses the other tools as well.
    "story": ("checker/read", "checker/ask/said", *GRAMMAR),
    "reply": ("checker/read/reply.py", "checker/ask/said/their_reply.toml", "checker/ask/said/noted.toml"),
    "chat": (READ, "checker/read/chat*"),
    "policy": ("checker/read/policy*",),
    "link": ("checker/read/link*",),
    "suffixes": ("checker/read/suffixes*",),
    "reviews": (READ, "checker/read/reviews*"),
    "wording": ("checker/write/wording*",),
}

#: Modules that stand in for Pyodide's own in what is loaded first.
LIGHT = Path(__file__).with_name("light")

#: Docstrings are a fifth of the library and nobody reads them in a browser, except Pyodide, which hands some on when it starts.
READS_ITS_DOCS = ("_pyodide/", "pyodide/")

#: The day that zip files count from. With one date everywhere, equal input gives equal bytes.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
ZIP_EPOCH_SECONDS = "315532800"


class RuntimeNotBuilt(Exception):
    """The runtime could not be made; the message says in one sentence what is missing or failed."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """A finished runtime: the folder it lies in, and its files, named as under ``assets/runtime/`` of the site."""

    folder: Path
    lock: str
    files: tuple[str, ...]


def build(top: Path, *, trimmed: bool = True, lean: bool = True) -> Runtime:
    """Make the runtime for the project at `top`, or as much of it as is not there yet. Without `trimmed` it holds the whole library only, without that
    or `lean` the whole machine code only.

    :raises RuntimeNotBuilt: something is missing or failed.
    """
    parts, folder = top / "build" / "parts", top / "build" / "runtime"
    library, light = parts / f"library-{library_hash(top)}.zip", parts / f"light-{light_hash(top)}.zip"
    if not library.is_file():
        _make(library, lambda scratch: _fill_library(top, scratch))
    if not light.is_file():
        _make(light, lambda scratch: _fill_light(top, scratch))
    edition = digest(rules_hash(top).encode(), light_hash(top).encode(), *ahead.makers())
    rules = parts / f"rules-{edition}.zip"
    if not rules.is_file():
        _make_rules(top, light, rules)
    later = {name: parts / f"later-{edition}-{name}.zip" for name in LATER}
    for name, archive in later.items():
        if not archive.is_file():
            _make(archive, partial(_fill_later, top, name), finish=joined_later, compiled=False)
    members = _imported(top, light, rules, list(later.values())) if trimmed else None
    delivered = top / "node_modules" / "pyodide"
    script, code = _lean(top, parts) if trimmed and lean else (delivered / SCRIPT, delivered / ENGINE)

    base = digest(light.name.encode(), script.name.encode(), code.name.encode(), json.dumps(members).encode(), Path(__file__).read_bytes())
    if not (folder / base).is_dir():
        with _appearing(folder / base) as made:
            _fill_base(top, script, code, library, light if members else library, members, made)
    if not (folder / base / f"{edition}.zip").is_file():
        _replace(folder / base / f"{edition}.zip", rules.read_bytes())
        for name, archive in later.items():
            _replace(folder / base / f"{edition}-{name}.zip", archive.read_bytes())
        _replace(folder / base / f"{edition}.json", json.dumps(_lock(top)).encode())
    return Runtime(folder=folder, lock=f"{base}/{edition}.json", files=tuple(_site_files(folder, base, edition)))


def library_hash(top: Path) -> str:
    """The hash of what the runtime without our own package is made from."""
    npm = _json(top / "package-lock.json")["packages"]["node_modules/pyodide"]
    blocks = requirement_blocks(_text(top / "requirements.lock"), ["pyodide-build"])
    return digest(
        repr(sys.version_info).encode(), json.dumps(npm).encode(), *(block.encode() for block in blocks), Path(__file__).read_bytes()
    )


def light_hash(top: Path) -> str:
    """The hash of the same with the stand-ins. Paths count: they say what each stands for."""
    stand_ins = [part for path in sorted(LIGHT.rglob("*.py")) for part in (path.relative_to(LIGHT).as_posix().encode(), path.read_bytes())]
    return digest(library_hash(top).encode(), *stand_ins)


def rules_hash(top: Path) -> str:
    """The hash of our own package as readers get it. Paths count too: a moved file is another package."""
    makers = ("publish/runtime.py", "publish/prepare.py", "publish/join.py", "publish/holder.py", "write/skeletons.py")
    parts = [(Path(__file__).parents[1] / name).read_bytes() for name in makers]
    for path in [*package_files(top / "checker"), *(path for name in LATER for path in later_files(top, name))]:
        parts += [path.relative_to(top).as_posix().encode(), path.read_bytes()]
    return digest(*parts)


def requirement_blocks(lock: str, names: list[str]) -> list[str]:
    """The entries of these packages in a requirements file, hashes and all, so that pip can check what it downloads."""
    entries = re.split(r"\n(?=\S)", lock)
    blocks = []
    for name in names:
        found = [entry for entry in entries if entry.startswith(f"{name}==")]
        if len(found) != 1:
            raise RuntimeNotBuilt(f"requirements.lock has {len(found)} entries for {name}, and one is needed.")
        blocks += found
    return blocks


def _fill_library(top: Path, scratch: Path) -> None:
    """The standard library, as it lies on Python's path."""
    npm = top / "node_modules" / "pyodide"
    for name in (*FROM_NPM, STDLIB):
        if not (npm / name).is_file():
            raise RuntimeNotBuilt(f"node_modules/pyodide/{name} is missing: run `npm ci` first, as every make target does.")
    _check_same_python(npm)
    with zipfile.ZipFile(npm / STDLIB) as opened:
        opened.extractall(scratch)


def _fill_light(top: Path, scratch: Path) -> None:
    """The library with the stand-ins of ``light/`` for what Pyodide begins with and nobody here asks for."""
    _fill_library(top, scratch)
    for path in sorted(LIGHT.rglob("*.py")):
        place = scratch / path.relative_to(LIGHT)
        if not place.is_file():
            raise RuntimeNotBuilt(f"{path.relative_to(LIGHT)} stands in for a module that Pyodide does not have any more.")
        shutil.copyfile(path, place)


def _check_same_python(npm: Path) -> None:
    """Compiled files are only good for the minor version that compiled them."""
    theirs = _json(npm / "pyodide-lock.json")["info"]["python"].split(".")[:2]
    ours = [str(part) for part in sys.version_info[:2]]
    if theirs != ours:
        raise RuntimeNotBuilt(f"Pyodide runs Python {'.'.join(theirs)}, so that version has to build the site; this is {'.'.join(ours)}.")


def _fill_rules(top: Path, scratch: Path) -> None:
    for path in package_files(top / "checker"):
        place = scratch / path.relative_to(top)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    prepare(scratch / "checker")


def _make_rules(top: Path, library: Path, archive: Path) -> None:
    """Our own package, with what Python would compile while it is imported."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=archive.parent) as scratch:
        plain, made = Path(scratch, "plain.zip"), Path(scratch, archive.name)
        _make(plain, lambda content: _fill_rules(top, content), finish=joined)
        try:
            compiled = ahead.ahead(top / "node_modules" / "pyodide", library, plain)
        except ahead.NotSeen as problem:
            raise RuntimeNotBuilt(f"Could not see what Python compiles while our package is imported. Node said:\n{problem}") from problem
        with zipfile.ZipFile(plain) as opened:
            _write_zip(made, {name: opened.read(name) for name in opened.namelist()} | {AHEAD: compiled})
        made.replace(archive)


def _fill_later(top: Path, name: str, scratch: Path) -> None:
    for path in later_files(top, name):
        place = scratch / path.relative_to(top)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    prepare_later(scratch / "checker")


def _make(
    archive: Path, fill: Callable[[Path], None], finish: Callable[[dict[str, bytes]], dict[str, bytes]] = dict, *, compiled: bool = True
) -> None:
    """A zip of what `fill` puts into a folder, precompiled, and stored instead of deflated: the web server's compression then sees more."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=archive.parent) as scratch:
        made, content = Path(scratch, archive.name), Path(scratch, "content")
        content.mkdir()
        fill(content)
        members = {path.relative_to(content).as_posix(): path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}
        _write_zip(made, members if compiled else finish(members))
        if not compiled:
            made.replace(archive)
            return
        documented = made.with_name("documented.zip")
        shutil.copyfile(made, documented)
        _compile(made, keep_docs=False)
        _compile(documented, keep_docs=True)
        with zipfile.ZipFile(made) as plain, zipfile.ZipFile(documented) as whole:
            members = {name: (whole if name.startswith(READS_ITS_DOCS) else plain).read(name) for name in plain.namelist()}
        _write_zip(made, finish(members))
        made.replace(archive)


def _compile(archive: Path, *, keep_docs: bool) -> None:
    command = [*_python("pyodide_cli"), "py-compile", "--silent", "--compression-level", "0", str(archive)]
    _run(command, "precompile Python for the browser", cwd=archive.parent, env={"PYTHONOPTIMIZE": "" if keep_docs else "2"})


def _write_zip(path: Path, members: dict[str, bytes]) -> None:
    """Every member with the same date, since the date of a build is the one thing that differs between two."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), content)


def _imported(top: Path, library: Path, rules: Path, later: list[Path]) -> list[str]:
    """The members of the library that are imported, found out once for these."""
    names = (path.name.encode() for path in (library, rules, *later))
    known = library.with_name(f"members-{digest(*names, *trim.makers())}.json")
    if not known.is_file():
        try:
            needed = trim.trimmed(library, trim.imported(top / "node_modules" / "pyodide", library, rules, later))
        except trim.NotTried as problem:
            raise RuntimeNotBuilt(f"Could not find out what is imported. Node said:\n{problem}") from problem
        _replace(known, json.dumps(needed).encode())
    members: list[str] = json.loads(_text(known))
    return members


def _lean(top: Path, parts: Path) -> tuple[Path, Path]:
    """Pyodide's script and machine code without what is never called, made once for each edition."""
    try:
        name = f"lean-{digest(*engine.makers(top))}"
        made = (parts / f"{name}.js", parts / f"{name}.wasm")
        if not all(path.is_file() for path in made):
            making = [path.with_name(f".making-{os.getpid()}-{path.name}") for path in made]
            engine.make(top, *making)
            for path, place in zip(making, made, strict=True):
                path.replace(place)
    except engine.OtherEdition as problem:
        raise RuntimeNotBuilt(str(problem)) from problem
    except subprocess.CalledProcessError as problem:
        raise RuntimeNotBuilt(f"Could not leave out what nobody calls of Pyodide. Node said:\n{problem.stderr}") from problem
    return made


def _fill_base(top: Path, script: Path, code: Path, library: Path, light: Path, members: list[str] | None, into: Path) -> None:
    for name in FROM_NPM:
        shutil.copyfile(top / "node_modules" / "pyodide" / name, into / name)
    shutil.copyfile(script, into / LEAN_SCRIPT)
    shutil.copyfile(code, into / LEAN)
    shutil.copyfile(library, into / "whole.zip")
    if members is None:
        shutil.copyfile(library, into / "python.zip")
    else:
        with zipfile.ZipFile(light) as opened:
            _write_zip(into / "python.zip", {name: opened.read(name) for name in members})


def _lock(top: Path) -> dict[str, Any]:
    """Pyodide's lock file. Its own lists 122 KB of packages that we never load; ours lie on Python's path."""
    return {"info": _json(top / "node_modules" / "pyodide" / "pyodide-lock.json")["info"], "packages": {}}


def _site_files(folder: Path, base: str, edition: str) -> Iterator[str]:
    """The files of this edition: the folder may hold earlier editions of our own package too."""
    yield from (f"{base}/{name}" for name in (*FROM_NPM, LEAN_SCRIPT, LEAN, "python.zip", "whole.zip", f"{edition}.zip", f"{edition}.json"))
    yield from (f"{base}/{edition}-{name}.zip" for name in LATER)


def package_files(package: Path) -> list[Path]:
    """The files of our own package that readers get first. The stories beside the rules stay at home as well."""
    told = {*(package / "rules").rglob("*.toml"), *(path for name in LATER for path in later_files(package.parent, name))}
    return sorted(
        path
        for path in package.rglob("*")
        if path.is_file() and path not in told and not NOT_FOR_READERS & set(path.parts[len(package.parts) :])
    )


def later_files(top: Path, name: str) -> list[Path]:
    """The files of our own package that come when this is asked for. What is named for itself elsewhere does not come with its folder."""
    own = [path for part in LATER[name] for path in _files_of(top, part)]
    named = {
        path
        for other, parts in LATER.items()
        for part in parts
        if other != name and part not in LATER[name] and not (top / part).is_dir()
        for path in _files_of(top, part)
    }
    return sorted(path for path in own if path.name == "__init__.py" or path not in named)


def _files_of(top: Path, part: str) -> Iterator[Path]:
    place = top / part
    found = place.rglob("*.*") if place.is_dir() else place.parent.glob(place.name)
    return (path for path in found if path.is_file() and path.suffix in (".py", ".toml"))


class _appearing:
    """A folder that is filled under another name and then appears at once, so that a build cut short leaves no half."""

    def __init__(self, folder: Path):
        self.folder = folder

    def __enter__(self) -> Path:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.being_made = Path(tempfile.mkdtemp(dir=self.folder.parent, prefix=".making-"))
        return self.being_made

    def __exit__(self, failure: type | None, *_: object) -> None:
        if failure is None and not self.folder.is_dir():
            self.being_made.chmod(0o755)
            self.being_made.rename(self.folder)
        else:
            shutil.rmtree(self.being_made)


def _replace(path: Path, content: bytes) -> None:
    being_made = path.with_name(f".making-{os.getpid()}-{path.name}")
    being_made.write_bytes(content)
    being_made.replace(path)


def _run(command: list[str], purpose: str, *, cwd: Path, env: dict[str, str] | None = None) -> None:
    settled = {**os.environ, "SOURCE_DATE_EPOCH": ZIP_EPOCH_SECONDS, **(env or {})}
    done = subprocess.run(command, cwd=cwd, env=settled, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeNotBuilt(f"Could not {purpose}. The tool said:\n{(done.stderr or done.stdout).strip()}")


def _python(module: str) -> list[str]:
    return [sys.executable, "-m", module]


def digest(*parts: bytes) -> str:
    """A short hash of these parts, in this order."""
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.hexdigest()[:12]


def _text(path: Path) -> str:
    if not path.is_file():
        raise RuntimeNotBuilt(f"{path.name} is missing.")
    return path.read_text(encoding="utf-8")


def _json(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(_text(path))
    return content
