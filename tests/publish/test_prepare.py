"""What readers get instead of tables and templates says the same as these."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker.publish import trim
from checker.publish.prepare import light, prepare
from checker.publish.runtime import package_files
from checker.write.skeletons import sources

PACKAGE = Path(__file__).parents[2] / "checker"
#: Answers the requests on standard input, and says where from and which prepared modules were used.
ANSWER = """
import json, sys
import checker
from checker.bridge import handle
answers = [handle(request) for request in json.load(sys.stdin)]
used = sorted(name for name in sys.modules if name.startswith("checker.prepared."))
json.dump({"from": checker.__file__, "answers": answers, "used": used, "parser": "tomllib" in sys.modules}, sys.stdout)
"""
TABLES = """
import json, sys
from checker.law.table import table
json.dump([repr(table(name, package)) for package, name in json.load(sys.stdin)], sys.stdout)
"""


def copied(into: Path) -> Path:
    """The package as readers get it, before it is prepared."""
    for path in package_files(PACKAGE):
        place = into / "checker" / path.relative_to(PACKAGE)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return into / "checker"


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Path:
    """The package as readers would get it, were nothing prepared, and Jinja, which its sources need."""
    package = copied(tmp_path_factory.mktemp("plain"))
    shutil.copyfile(PACKAGE / "write" / "skeletons.py", package / "write" / "skeletons.py")
    return package


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    package = copied(tmp_path_factory.mktemp("made"))
    prepare(package)
    return package


def run(package: Path, program: str, given) -> dict:
    """What the program prints, with this copy of the package on the path."""
    env = os.environ | {"PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(given), env=env, cwd=package.parent, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_no_table_and_no_template_is_left(plain, made):
    assert list(plain.rglob("*.toml"))
    assert [path for path in made.rglob("*") if path.suffix not in (".py", "")] == []


def test_no_source_of_a_text_travels_beside_what_was_made_of_it(plain, made):
    marks = ("{%", "{{")
    texts = [Path("write", "parts.py"), *(path.relative_to(plain) for path in (plain / "write" / "letters").glob("*.py"))]
    assert [path for path in texts if any(mark in (plain / path).read_text(encoding="utf-8") for mark in marks)]
    assert not [path for path in texts if any(mark in (made / path).read_text(encoding="utf-8") for mark in marks)]
    for path in texts:
        assert len((made / path).read_text(encoding="utf-8").split("\n")) == len((plain / path).read_text(encoding="utf-8").split("\n")), (
            path
        )


def test_prepared_tables_hold_what_the_tables_hold(plain, made):
    paths = sorted(plain.rglob("*.toml"))
    asked = [[".".join(path.parent.relative_to(plain.parent).parts), path.stem] for path in paths]
    assert run(made, TABLES, asked) == [repr(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]


def test_every_answer_and_every_text_is_the_same(plain, made):
    """Through every template: one that no request renders would not be compared."""
    asked = trim.requests(later=False)
    from_files, from_modules = run(plain, ANSWER, asked), run(made, ANSWER, asked)
    assert Path(from_modules["from"]).parent == made and Path(from_files["from"]).parent == plain
    templates = {f"checker.prepared.templates.{name}" for name in sources()}
    assert templates <= set(from_modules["used"]) and from_files["used"] == []
    assert from_files["parser"] and not from_modules["parser"]
    for request, one, other in zip(asked, from_files["answers"], from_modules["answers"], strict=True):
        assert one == other, request


def test_a_dataclass_keeps_its_fields_with_a_docstring_and_without():
    made = {}
    for text in ('    """Said."""\n    a: int\n    b: int = 2\n', "    a: int\n    b: int = 2\n"):
        exec(light(f"from dataclasses import dataclass, fields\n@dataclass(frozen=True, eq=False)\nclass Row:\n{text}"), made)
        assert [each.name for each in made["fields"](made["Row"])] == ["a", "b"] and made["Row"](1).b == 2 and made["Row"].__doc__ == "."
