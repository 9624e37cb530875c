"""Our package in one piece, for the browser.

A module that lies in a zip of its own is looked for, and its code is read twice before it runs. Tables of lines, which no reader sees, are a third
of what travels. What a rule or a text is must not cost more because it has a module to itself: all of them travel together.
"""

import ast
import marshal
from collections.abc import Mapping
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

INIT = "/__init__.pyc"
PACKAGE = f"checker{INIT}"
HELD, HELD_LATER = "checker/held", "held"
"""Beside the code and not in it, as a zip's code is read twice."""
HEADER = 16
"""Bytes of a compiled file before its code."""
UNCHECKED = MAGIC_NUMBER + (0b01).to_bytes(4, "little") + bytes(8)
"""The header of a file that is not held against a source."""
NOWHERE = 0b1_1111_000
"""An entry of the table of lines without a line; its last three bits are the number of instructions less one."""
SHORT = dict(enumerate(("[^。?，]{0,", "[^。?]{0,", "(?:", "(?!", "', '"), start=1))
"""What tables of words say thousands of times, each as one character that no source has. Compressing finds them too, and pays more for each."""
TYPING = ("typing", "collections.abc")
"""From where names come that mostly stand in types."""
WITH_LINES = "checker.prepared.templates."
"""Jinja looks up the line of a template when one of them fails."""


def joined(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The compiled files of the package as two: what they hold, and a package that finds it there."""
    held = tuple(_module(name, content) for name, content in sorted(members.items()) if name != PACKAGE)
    source = Path(__file__).with_name("holder.py").read_text(encoding="utf-8")
    code = compile(source, "checker/__init__.py", "exec", dont_inherit=True, optimize=2)
    return {PACKAGE: UNCHECKED + marshal.dumps(code), HELD: marshal.dumps(held)}


def joined_later(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Sources that come when they are asked for, as one that the package takes in: text without what only helps who writes it. It travels in half the bytes that
    its compiled form takes, and is compiled where it is used, once.
    """
    held = tuple(
        (
            name.removesuffix(".py").removesuffix("/__init__").replace("/", "."),
            name.endswith("/__init__.py"),
            _short(_bare(content.decode())),
        )
        for name, content in sorted(sources.items())
    )
    return {HELD_LATER: marshal.dumps((SHORT, held))}


def _short(source: str) -> str:
    assert not any(chr(number) in source for number in SHORT)
    for number, words in SHORT.items():
        source = source.replace(words, chr(number))
    return source


def _bare(source: str) -> str:
    """A module without comments and docstrings, and without the types of arguments and names. Those of a class stay: a dataclass is made from them."""
    tree = _Barer().visit(ast.parse(source))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module in TYPING:
            node.names = [each for each in node.names if each.name in used]
    tree.body = [node for node in tree.body if not isinstance(node, ast.ImportFrom) or node.names]
    return ast.unparse(tree)


class _Barer(ast.NodeTransformer):
    """Takes away what only helps who writes a module."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            node.body = [each for each in node.body if not _is_text(each)] or [ast.Pass()]
        if isinstance(node, ast.ClassDef):
            for each in node.body:
                if not isinstance(each, ast.AnnAssign):
                    self.visit(each)
            return node
        return super().generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        plain = ast.Pass() if node.value is None else ast.Assign(targets=[node.target], value=node.value)
        return ast.fix_missing_locations(ast.copy_location(plain, node))


def _is_text(node: ast.stmt) -> bool:
    """Whether it is a text that stands alone, as docstrings do."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _module(member: str, content: bytes) -> tuple[str, bool, CodeType]:
    name = member.removesuffix(INIT).removesuffix(".pyc").replace("/", ".")
    code = marshal.loads(content[HEADER:])
    return name, member.endswith(INIT), code if name.startswith(WITH_LINES) else without_lines(code)


def without_lines(code: CodeType) -> CodeType:
    """The same code with a table that gives no line for any of it: each entry says so of up to eight instructions, which are two bytes each."""
    whole, rest = divmod(len(code.co_code) // 2, 8)
    nowhere = bytes([NOWHERE | 7] * whole + ([NOWHERE | rest - 1] if rest else []))
    constants = tuple(without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=nowhere)
