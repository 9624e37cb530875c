"""Which part of Python's library readers get: found out by answering, kept on no list."""

import json
import zipfile
from pathlib import Path

import pytest

from checker import bridge
from checker.publish import runtime, trim

TOP = Path(__file__).parents[2]
PYODIDE = TOP / "node_modules" / "pyodide"
#: A package whose answer to one kind of request needs a module that nothing else does.
BRIDGE = """
def handle(request):
    if "colours" in request:
        import colorsys
"""


@pytest.fixture(scope="module")
def built() -> runtime.Runtime:
    return runtime.build(TOP)


@pytest.fixture(scope="module")
def library(built) -> Path:
    """The whole library, as the build keeps it."""
    return TOP / "build" / "parts" / f"library-{runtime.library_hash(TOP)}.zip"


def package(folder: Path, bridge_text: str) -> Path:
    """A package of our name with this bridge."""
    path = folder / "rules.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("checker/__init__.py", "")
        archive.writestr("checker/bridge.py", bridge_text)
    return path


def members(built: runtime.Runtime, name: str) -> list[str]:
    with zipfile.ZipFile(built.folder / Path(built.lock).parent / name) as archive:
        return archive.namelist()


def test_readers_get_what_is_imported_and_no_more(built):
    trimmed, whole = members(built, "python.zip"), members(built, "whole.zip")
    assert {"json/__init__.pyc", "json/decoder.pyc", "datetime.pyc", "dataclasses.pyc"} <= set(trimmed)
    assert set(trimmed) < set(whole) and len(trimmed) < len(whole) / 3
    for unused in ("unittest", "email", "tkinter", "tomllib", "sqlite3"):
        assert not any(name.startswith(f"{unused}/") for name in trimmed), unused
    # Else the line above says nothing.
    assert any(name.startswith("unittest/") for name in whole)


def test_a_module_that_only_an_answer_imports_is_found(library, tmp_path, monkeypatch):
    rules = package(tmp_path, BRIDGE)
    monkeypatch.setattr(trim, "requests", lambda **_: ["plain"])
    assert "colorsys" not in trim.imported(PYODIDE, library, rules)
    monkeypatch.setattr(trim, "requests", lambda **_: ["plain", "colours"])
    assert "colorsys" in trim.imported(PYODIDE, library, rules)


def test_why_it_could_not_be_tried_is_said_in_short(library, tmp_path, monkeypatch):
    rules = package(tmp_path, "def handle(request):\n    raise ValueError('no answer')")
    monkeypatch.setattr(trim, "requests", lambda **_: ["plain"])
    with pytest.raises(trim.NotTried, match="no answer") as problem:
        trim.imported(PYODIDE, library, rules)
    assert len(str(problem.value)) < 1000


@pytest.mark.parametrize(
    "asked",
    [
        "import asyncio; asyncio.sleep(1)",
        "import asyncio; asyncio.get_event_loop()",
        "from asyncio import Future",
        "from pyodide.webloop import WebLoop",
        "from pyodide import _package_loader; _package_loader.unpack_buffer",
        "from importlib.resources import files",
        "from importlib.resources.abc import Traversable",
        "import importlib.abc; importlib.abc.ResourceReader",
    ],
)
def test_what_a_stand_in_does_not_have_is_a_module_that_is_missing(asked, tmp_path, monkeypatch):
    """Then the page begins again with the whole library; any other failure would end there."""
    light = TOP / "build" / "parts" / f"light-{runtime.light_hash(TOP)}.zip"
    rules = package(tmp_path, f"def handle(request):\n    {asked}")
    monkeypatch.setattr(trim, "requests", lambda **_: ["plain"])
    with pytest.raises(trim.NotTried, match="ModuleNotFoundError"):
        trim.imported(PYODIDE, light, rules)


def test_the_stand_ins_are_counted_in_the_hashes(tmp_path, monkeypatch):
    before = runtime.light_hash(TOP)
    (tmp_path / "other.py").write_text("")
    monkeypatch.setattr(runtime, "LIGHT", tmp_path)
    assert runtime.light_hash(TOP) != before


def test_modules_become_members(tmp_path):
    library = tmp_path / "library.zip"
    with zipfile.ZipFile(library, "w") as archive:
        for name in ("json/__init__.pyc", "json/decoder.pyc", "json/tool.pyc", "datetime.pyc", "data.txt"):
            archive.writestr(name, "")
    assert trim.trimmed(library, ["json", "json.decoder", "datetime", "sys"]) == ["json/__init__.pyc", "json/decoder.pyc", "datetime.pyc"]


def test_every_kind_of_request_is_made():
    """A kind that the bridge answers and this list forgets would be answered with the whole library at first."""
    kinds = {json.loads(request)["kind"] for request in trim.requests() if request != "{"}
    assert set(bridge.KINDS) <= kinds
