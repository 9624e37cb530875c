"""The Python that runs in the reader's browser, made from locked parts and served from our own site.

What `build()` leaves under ``build/runtime/`` is laid out as the site serves it, under ``assets/runtime/``::

    <base>/pyodide.mjs  pyodide.asm.js  pyodide.asm.wasm    from npm, as delivered
    <base>/python_stdlib.zip                                precompiled
    <base>/jinja2-*.whl  markupsafe-*.whl                   precompiled; MarkupSafe without its C part
    <base>/checker-<rules>/checker-*.whl                    this package without `publish` and `web`
    <base>/checker-<rules>.json                             Pyodide's lock file for just these wheels

``<base>`` and ``<rules>`` are hashes of everything that goes into them. No file ever changes under its address, so any cache may
keep it for good, and a new edition of our rules costs a returning reader only the two small files that carry ``<rules>``.

The address of the lock file is all a page has to know (`Runtime.lock`): the runtime lies beside it.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: The files of the npm package that a module worker needs, besides the standard library.
FROM_NPM = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
STDLIB = "python_stdlib.zip"

#: The wheels beside our own: the package, what it needs, and whether it is built from source to be free of machine code.
WHEELS = {"jinja2": ("markupsafe",), "markupsafe": ()}
FROM_SOURCE = frozenset({"markupsafe"})

#: Parts of the package that stay on the machine that builds the site.
NOT_FOR_READERS = frozenset({"publish", "web", "__pycache__"})

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


def build(top: Path) -> Runtime:
    """Make the runtime for the project at `top`, or as much of it as is not there yet."""
    folder = top / "build" / "runtime"
    base = base_hash(top)
    if not (folder / base).is_dir():
        with _appearing(folder / base) as made:
            _fill_base(top, made)

    rules = f"checker-{rules_hash(top)}"
    if not (folder / base / rules).is_dir():
        with _appearing(folder / base / rules) as made:
            _fill_rules(top, made)

    lock = folder / base / f"{rules}.json"
    if not lock.is_file():
        _replace(lock, json.dumps(_lock(top, folder / base, rules), indent=1))
    return Runtime(folder=folder, lock=f"{base}/{lock.name}", files=tuple(_site_files(folder, base, rules)))


def base_hash(top: Path) -> str:
    """The hash of what the runtime without our own package is made from."""
    npm = _json(top / "package-lock.json")["packages"]["node_modules/pyodide"]
    blocks = requirement_blocks(_text(top / "requirements.lock"), [*WHEELS, "setuptools", "pyodide-build"])
    return _digest(repr(sys.version_info).encode(), json.dumps(npm).encode(), *(block.encode() for block in blocks), Path(__file__).read_bytes())


def rules_hash(top: Path) -> str:
    """The hash of our own package as readers get it. Paths count too: a moved file is another package."""
    parts = [(top / "pyproject.toml").read_bytes()]
    for path in _package_files(top / "checker"):
        parts += [path.relative_to(top).as_posix().encode(), path.read_bytes()]
    return _digest(*parts)


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


def _fill_base(top: Path, into: Path) -> None:
    npm = top / "node_modules" / "pyodide"
    for name in (*FROM_NPM, STDLIB):
        if not (npm / name).is_file():
            raise RuntimeNotBuilt(f"node_modules/pyodide/{name} is missing: run `npm ci` first, as every make target does.")
        shutil.copyfile(npm / name, into / name)
    _check_same_python(npm)
    fetch_wheels(top, into)
    _precompile(into)


def _check_same_python(npm: Path) -> None:
    """Compiled files are only good for the minor version that compiled them."""
    theirs = _json(npm / "pyodide-lock.json")["info"]["python"].split(".")[:2]
    ours = [str(part) for part in sys.version_info[:2]]
    if theirs != ours:
        raise RuntimeNotBuilt(f"Pyodide runs Python {'.'.join(theirs)}, so that version has to build the site; this is {'.'.join(ours)}.")


def fetch_wheels(top: Path, into: Path) -> None:
    """The wheels beside our own, as locked, in a form that a browser can load."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch, "requirements.txt")
        wanted.write_text("\n".join(requirement_blocks(_text(top / "requirements.lock"), list(WHEELS))), encoding="utf-8")
        # Without a cache: pip would hand out a MarkupSafe that it once built with a compiler.
        command = [*_python("pip"), "wheel", "--quiet", "--no-cache-dir", "--no-deps", "--no-build-isolation", "--require-hashes"]
        for name in sorted(FROM_SOURCE):
            command += ["--no-binary", name]
        # Where the C compiler fails, MarkupSafe builds its pure form: the only one WebAssembly can load.
        _run([*command, "--wheel-dir", str(into), "--requirement", str(wanted)], "fetch the wheels", cwd=top, env={"CC": "false"})
    for wheel in into.glob("*.whl"):
        if not wheel.name.endswith("-none-any.whl"):
            raise RuntimeNotBuilt(f"{wheel.name} holds machine code, which a browser cannot load.")


def build_own_wheel(top: Path, into: Path) -> None:
    """Our own package as a wheel, without what readers do not need."""
    _run([*_python("hatchling"), "build", "--target", "wheel", "--directory", str(into)], "build the checker's wheel", cwd=top)


def _fill_rules(top: Path, into: Path) -> None:
    build_own_wheel(top, into)
    _precompile(into)


def _precompile(folder: Path) -> None:
    """Compile every wheel and zip in `folder`, stored instead of deflated: the web server's compression then sees more."""
    command = [*_python("pyodide_cli"), "py-compile", "--silent", "--compression-level", "0", str(folder)]
    _run(command, "precompile Python for the browser", cwd=folder)
    for archive in (*folder.glob("*.whl"), *folder.glob("*.zip")):
        _settle(archive)


def _settle(archive: Path) -> None:
    """Give every member of a zip the same date, since the date of a build is the one thing that differs between two."""
    settled = archive.with_name(archive.name + ".settled")
    with zipfile.ZipFile(archive) as before, zipfile.ZipFile(settled, "w", zipfile.ZIP_STORED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), before.read(name))
    settled.replace(archive)


def _lock(top: Path, base: Path, rules: str) -> dict:
    """Pyodide's lock file, with our wheels only: its own lists 122 KB of packages that we never load."""
    wheels = {name: _only(base, f"{name}-*.whl") for name in WHEELS}
    packages = {name: _lock_entry(name, path, path.name, WHEELS[name]) for name, path in wheels.items()}
    ours = _only(base / rules, "checker-*.whl")
    packages["checker"] = _lock_entry("checker", ours, f"{rules}/{ours.name}", ("jinja2",))
    return {"info": _json(top / "node_modules" / "pyodide" / "pyodide-lock.json")["info"], "packages": packages}


def _lock_entry(name: str, wheel: Path, file_name: str, depends: tuple[str, ...]) -> dict:
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "file_name": file_name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "install_dir": "site",
        "package_type": "package",
        "imports": [name],
        "depends": list(depends),
        "unvendored_tests": False,
    }


def _site_files(folder: Path, base: str, rules: str) -> Iterator[str]:
    """This edition's files: the folder may hold earlier editions of our own package too."""
    yield f"{base}/{rules}.json"
    for place in (folder / base, folder / base / rules):
        for path in sorted(place.iterdir()):
            if path.suffix in {".mjs", ".js", ".wasm", ".zip", ".whl"}:
                yield path.relative_to(folder).as_posix()


def _package_files(package: Path) -> list[Path]:
    return sorted(path for path in package.rglob("*") if path.is_file() and not NOT_FOR_READERS & set(path.parts[len(package.parts) :]))


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


def _replace(path: Path, text: str) -> None:
    being_made = path.with_name(f".making-{os.getpid()}-{path.name}")
    being_made.write_text(text, encoding="utf-8")
    being_made.replace(path)


def _run(command: list[str], purpose: str, *, cwd: Path, env: dict[str, str] | None = None) -> None:
    settled = {**os.environ, "SOURCE_DATE_EPOCH": ZIP_EPOCH_SECONDS, **(env or {})}
    done = subprocess.run(command, cwd=cwd, env=settled, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeNotBuilt(f"Could not {purpose}. The tool said:\n{(done.stderr or done.stdout).strip()}")


def _python(module: str) -> list[str]:
    return [sys.executable, "-m", module]


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise RuntimeNotBuilt(f"{len(found)} files instead of one are called {pattern} in {folder}; delete that folder and build again.")
    return found[0]


def _digest(*parts: bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.hexdigest()[:12]


def _text(path: Path) -> str:
    if not path.is_file():
        raise RuntimeNotBuilt(f"{path.name} is missing.")
    return path.read_text(encoding="utf-8")


def _json(path: Path) -> dict:
    return json.loads(_text(path))
