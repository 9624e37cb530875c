"""The built site, for tests that look at what is published."""

from pathlib import Path

import pytest

from checker.publish import runtime

TOP = Path(__file__).parents[2]
PYODIDE = TOP / "node_modules" / "pyodide"
"""Pyodide as npm delivers it."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder that `make build` leaves."""
    folder = TOP / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("site/ holds no built site; run `make build` first.", pytrace=False)
    return folder


@pytest.fixture(scope="module")
def folder() -> Path:
    """Python as readers get it: machine code, scripts, the library, our package."""
    built = runtime.build(TOP)
    return (built.folder / built.lock).parent
