"""``verify.html``, the page that checks an archive wherever there is a browser: one file, with everything in it and nothing fetched. And the rows that it
shares with Python, as a script.
"""

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files

from checker.errors import DataError
from checker.keep.archive.terms import TERMS

MODULES = ("terms", "wording", "slices", "sha256", "crc32", "zip", "manifest", "verify", "verify-page")
"""What the page runs, each behind those that it imports."""
_IMPORT = re.compile(r"^import (\{[\w\s,]*\}) from '\./([\w-]+)\.mjs';$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|class|function|async function) (\w+))", re.MULTILINE)
_UNSEEN = re.compile(f"[{TERMS['patterns']['unseen']}]")
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_TERMS_HEAD = """\
/** The rows of `checker/keep/archive/archive.toml`, made from them by `checker.keep.archive.page.terms_module`: change them there. */

export const TERMS = """


def terms_module() -> str:
    """The text of ``checker/web/evidence/terms.mjs``. What nobody sees is written as escapes, so that it can stand in a page."""
    rows = _UNSEEN.sub(_escaped, json.dumps(TERMS, ensure_ascii=False, indent=2))
    return f"{_TERMS_HEAD}{rows};\n"


@cache
def verifier_page() -> bytes:
    """The page, the same for everybody: the words and the script in it, and a policy that lets only this script and this style through.

    :raises DataError: a module imports what is not there before it, or would end the script.
    """
    template = _source("verify.html")
    script = f"\n{_joined()}\n"
    style = re.search(r"<style>(.*?)</style>", template, re.DOTALL)
    if style is None:
        raise DataError("verify.html has no style")
    policy = f"default-src 'none'; script-src {_expression(script)}; style-src {_expression(style[1])}; base-uri 'none'; form-action 'none'"
    notes = "\n".join(f"<li>{html.escape(note['words'])}</li>" for note in TERMS["notes"])
    words = {name: html.escape(text) for name, text in TERMS["verifier"].items()}
    parts = words | {"notes": notes, "policy": policy, "script": script.strip("\n")}
    return _PLACE.sub(lambda place: parts[place[1]], template).encode()


def _joined() -> str:
    """The modules as one script that leaves no name outside of itself. Each keeps its own names, as a module does."""
    known: set[str] = set()
    texts = []
    for name in MODULES:
        text = _source(f"{name}.mjs")
        if missing := {other for _, other in _IMPORT.findall(text)} - known:
            raise DataError(f"{name}.mjs imports {', '.join(sorted(missing))}, which does not come before it")
        known.add(name)
        body = _EXPORT.sub("", _IMPORT.sub(lambda found: f"const {found[1]} = {_variable(found[2])};", text))
        texts.append(f"const {_variable(name)} = (() => {{\n{body}return {{ {', '.join(_EXPORT.findall(text))} }};\n}})();")
    joined = "\n\n".join(texts)
    if "</script" in joined.lower() or "<!--" in joined or re.search(r"^(?:import|export)\b", joined, re.MULTILINE):
        raise DataError("a module would end the script of verify.html, or cannot stand in it")
    return f"(() => {{\n'use strict';\n{joined}\n\n{_variable(MODULES[-1])}.attend();\n}})();"


def _variable(module: str) -> str:
    return f"from_{module.replace('-', '_')}"


def _expression(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _source(name: str) -> str:
    return files("checker").joinpath("web", "evidence", name).read_text(encoding="utf-8")


def _escaped(unseen: re.Match[str]) -> str:
    if unseen[0] == "\n":
        # Between two rows: in them JSON has escaped it.
        return unseen[0]
    units = unseen[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
