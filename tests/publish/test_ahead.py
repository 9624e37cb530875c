"""What is compiled ahead: all that the import of our package would compile in the reader's Python, and nothing that it would compile otherwise."""

import json
import marshal
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker.publish import ahead, runtime
from tests.publish.conftest import PYODIDE

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rules() -> Path:
    built = runtime.build(TOP)
    return (built.folder / built.lock).with_suffix(".zip")


def test_the_import_compiles_nothing_that_is_not_there(folder, rules):
    """Two of the patterns are of what warms up, after the import."""
    command = ["node", str(Path(__file__).with_name("ahead.mjs")), str(PYODIDE), str(folder / "python.zip"), str(rules)]
    done = subprocess.run(command, input="[]", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    seen = json.loads(done.stdout)
    methods, patterns = seen["given"]
    assert methods > 50 and patterns > 40
    assert (seen["texts"], seen["patterns"], seen["left"]) == ([], [], [0, 2])


def test_it_is_made_the_same_twice(folder, rules, tmp_path):
    plain = tmp_path / "plain.zip"
    with zipfile.ZipFile(rules) as archive, zipfile.ZipFile(plain, "w") as made:
        for name in archive.namelist():
            if name != ahead.AHEAD:
                made.writestr(name, archive.read(name))
        there = archive.read(ahead.AHEAD)
    assert ahead.ahead(PYODIDE, folder / "python.zip", plain) == there


def run(archive: Path, program: str) -> str:
    env = os.environ | {"PYTHONPATH": str(archive), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-P", "-c", program], env=env, cwd=archive.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_class_and_a_pattern_that_nobody_saw_are_made_as_ever(rules):
    program = """
import checker, dataclasses, re
@dataclasses.dataclass(frozen=True)
class Unseen:
    number: int
print(Unseen(3) == Unseen(3), re.compile("(?P<a>x+)|y").fullmatch("xx")["a"], re.fullmatch(b"x", b"x") is not None)
"""
    assert run(rules, program) == "True xx True"


def test_patterns_of_another_machine_are_not_used(rules):
    """Here numbers have twice the bytes, and without an end means another number."""
    _, of, patterns = marshal.loads(zipfile.ZipFile(rules).read(ahead.AHEAD))
    assert patterns and of[-1] == 2**31 - 1 and sys.maxsize > 2**32
    assert run(rules, "import checker; print(checker._ahead.patterns)") == "{}"


def test_what_cannot_be_imported_is_said(folder, tmp_path):
    broken = tmp_path / "rules.zip"
    with zipfile.ZipFile(broken, "w") as made:
        made.writestr("checker/__init__.py", "1 / 0")
    with pytest.raises(ahead.NotSeen, match="ZeroDivisionError"):
        ahead.ahead(PYODIDE, folder / "python.zip", broken)
