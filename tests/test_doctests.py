"""What docstrings and README show of the use from Python is what comes of it."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import checker

PACKAGE = Path(checker.__file__).parent
README = Path(__file__).parents[1] / "README.md"
WITH_EXAMPLES = [
    path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8") and path.relative_to(PACKAGE).parts[0] != "publish"
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_come_out_so(name):
    found = doctest.testmod(import_module(name))
    assert found.attempted and not found.failed


def test_the_examples_of_the_readme_come_out_so():
    found = doctest.testfile(str(README), module_relative=False)
    assert found.attempted and not found.failed
