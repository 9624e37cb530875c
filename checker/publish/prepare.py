"""What a reader's browser would otherwise do at every start, done once at build time: parsing tables, compiling templates."""

import ast
import re
import tomllib
from pathlib import Path

from checker.errors import DataError
from checker.write import compiled as stand_in
from checker.write.render import FILTERS
from checker.write.skeletons import letters_environment, sources


def prepare(package: Path) -> None:
    """In a copy of the package, put Python modules in the place of its tables and templates; `checker.prepared` says where."""
    into = package / "prepared"
    _prepare_tables(package, into)
    (into / "templates").mkdir()
    (into / "templates" / "__init__.py").touch()
    for name, skeleton in sources().items():
        (into / "templates" / f"{name}.py").write_text(compiled(name, skeleton), encoding="utf-8")
    for path in (package / "write" / "parts.py", *sorted((package / "write" / "letters").glob("*.py"))):
        path.write_text(_without_sources(path.read_text(encoding="utf-8")), encoding="utf-8")

    _lighten(package)


def prepare_later(package: Path) -> None:
    """The same for a part that comes later and has no templates."""
    _prepare_tables(package, package / "prepared")
    _lighten(package)


def _prepare_tables(package: Path, into: Path) -> None:
    into.mkdir(exist_ok=True)
    for path in sorted(package.rglob("*.toml")):
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        (into / f"{path.parent.name}_{path.stem}.py").write_text(f"import datetime\n\nTABLE = {rows!r}\n", encoding="utf-8")
        path.unlink()


def _lighten(package: Path) -> None:
    for path in sorted(package.rglob("*.py")):
        path.write_text(light(path.read_text(encoding="utf-8")), encoding="utf-8")


def compiled(name: str, skeleton: str) -> str:
    """The Python of one skeleton, which calls :mod:`checker.write.compiled` where Jinja's would call Jinja.

    :raises DataError: it uses what is not there.
    """
    head, code = letters_environment().compile(skeleton, name=name, filename=name, raw=True, defer_init=True).split("\n", 1)
    # Jinja looks for filters when a text is made; here that they are there is known at build.
    code = _LOOKS_FOR_IT.sub(r"    \1", code)
    used = [each for each in head.removeprefix("from jinja2.runtime import ").split(", ") if re.search(rf"\b{each}\b", code)]
    of_ours = {"environment": stand_in.Environment, "context": stand_in.Context}
    asked = {
        f"{name}.{each}"
        for name, ours in of_ours.items()
        for each in re.findall(rf"\b{name}\.(\w+)", code)
        if each not in ATTRIBUTES | set(dir(ours))
    }
    called = re.findall(r"environment\.(?:filters|tests)\['(\w+)'\]", code)
    known = {*dir(stand_in), *stand_in.FILTERS, *stand_in.TESTS, *FILTERS}
    if unknown := {*used, *called} - known | asked:
        raise DataError(f"the skeleton {name} uses {', '.join(sorted(unknown))}, which checker/write/compiled.py does not have")
    return f"from checker.write.compiled import {', '.join(used)}\n{code}"


ATTRIBUTES = {"filters", "tests", "vars", "exported_vars"}
"""What each has that is made with it."""
_LOOKS_FOR_IT = re.compile(
    r"    try:\n        (t_\d+ = environment\.\w+\['\w+'\])\n    except KeyError:\n        @internalcode\n        def t_\d+\(\*unused\):\n            raise .*"
)


def light(module: str) -> str:
    """Dataclasses without what only helps who writes them, as their methods are made anew on every phone: words for ``repr``, and a guard
    against change where nothing is compared by value. A docstring that stays when docstrings are dropped: without one the signature is worded.
    """
    lines = module.split("\n")
    for node in (each for each in ast.walk(ast.parse(module)) if isinstance(each, ast.ClassDef)):
        for made in node.decorator_list:
            if not (isinstance(made, ast.Call) and ast.unparse(made.func) == "dataclass"):
                continue
            given = {each.arg: ast.unparse(each.value) for each in made.keywords} | {"repr": "False"}
            if given.get("eq") == "False":
                given.pop("frozen", None)
            lines[made.lineno - 1] = f"@dataclass({', '.join(f'{name}={value}' for name, value in given.items())})"
            first = node.body[0]
            if isinstance(first, ast.AnnAssign):
                # Without a docstring: the first field stays, on the same line.
                start = first.lineno - 1
                lines[start] = f'{lines[start][: first.col_offset]}__doc__ = "."; {lines[start][first.col_offset :]}'
            else:
                _put(lines, first, '__doc__ = "."')
    return "\n".join(lines)


def _put(lines: list[str], old: ast.stmt, new: str) -> None:
    """One statement in the place of another. Every other line stays where it was."""
    last = old.end_lineno or old.lineno
    lines[old.lineno - 1 : last] = [" " * old.col_offset + new, *[""] * (last - old.lineno)]


def _without_sources(module: str) -> str:
    """A module of texts without the Jinja source in it, which is compiled already."""
    lines = module.split("\n")
    for node in ast.parse(module).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            _put(lines, node, f'{ast.unparse(node.targets[0])} = ""')
    return "\n".join(lines)
