"""What a reader's browser would otherwise do at every start, done once at build time: parsing tables, compiling templates."""

import ast
import tomllib
from pathlib import Path

from checker.write.render import letters_environment, sources


def prepare(package: Path) -> None:
    """In a copy of the package, put Python modules in the place of its tables and templates; `checker.prepared` says where."""
    into = package / "prepared"
    for path in sorted(package.rglob("*.toml")):
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        (into / f"{path.parent.name}_{path.stem}.py").write_text(f"import datetime\n\nTABLE = {rows!r}\n", encoding="utf-8")
        path.unlink()
    (into / "templates").mkdir()
    (into / "templates" / "__init__.py").touch()
    for name, skeleton in sources().items():
        compiled = letters_environment().compile(skeleton, name=name, filename=name, raw=True, defer_init=True)
        (into / "templates" / f"{name}.py").write_text(compiled, encoding="utf-8")
    for path in (package / "write" / "parts.py", *sorted((package / "write" / "letters").glob("*.py"))):
        path.write_text(_without_sources(path.read_text(encoding="utf-8")), encoding="utf-8")

    for path in sorted(package.rglob("*.py")):
        path.write_text(_with_short_docs(path.read_text(encoding="utf-8")), encoding="utf-8")


def _with_short_docs(module: str) -> str:
    """Dataclasses with a docstring that stays when docstrings are dropped: each one without makes a phone word its signature instead."""
    lines = module.split("\n")
    for node in ast.walk(ast.parse(module)):
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(each) for each in node.decorator_list):
            docs = node.body[0]
            indent = " " * docs.col_offset
            lines[docs.lineno - 1 : docs.end_lineno] = [f'{indent}__doc__ = "."', *[""] * ((docs.end_lineno or 0) - docs.lineno)]
    return "\n".join(lines)


def _without_sources(module: str) -> str:
    """A module of texts without the Jinja source in it, which is compiled already. Every other line stays where it was."""
    lines = module.split("\n")
    for node in ast.parse(module).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines[node.lineno - 1 : node.end_lineno] = [
                f'{ast.unparse(node.targets[0])} = ""',
                *[""] * ((node.end_lineno or 0) - node.lineno),
            ]
    return "\n".join(lines)
