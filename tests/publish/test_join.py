"""The package in one piece, as readers get it: it holds what they need, answers like its sources, and says where it failed."""

import json
import marshal
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker.bridge import handle
from checker.publish import runtime, trim
from checker.publish.join import HELD_LATER, joined, joined_later

TOP = Path(__file__).parents[2]
#: Answers requests, and says what of the package was imported and is left.
ANSWER = """
import json, sys
import checker
from checker.bridge import handle
answers = [handle(request) for request in json.load(sys.stdin)]
(holder,) = [each for each in sys.meta_path if type(each).__name__ == "Holder"]
used = sorted(name for name in sys.modules if name.startswith("checker"))
json.dump({"from": checker.__file__, "answers": answers, "used": used, "left": sorted(holder.held)}, sys.stdout)
"""
HASH = """
import marshal
from hashlib import sha256
from checker.publish.join import joined
text = 'x = {"a", "b"}; f = lambda y: y in ("p", "q") or y in {"r", "s", "t"}'
made = joined({"checker/a.pyc": bytes(16) + marshal.dumps(compile(text, "a", "exec"))})
print(sha256(b"".join(made.values())).hexdigest())
"""
FAILING = {
    "checker/__init__.pyc": "",
    "checker/part/__init__.pyc": "",
    "checker/part/within.pyc": "def fail(x):\n    if x:\n        return [y for y in 1 / 0]\n",
    "checker/prepared/__init__.pyc": "",
    "checker/prepared/templates/__init__.pyc": "",
    "checker/prepared/templates/one.pyc": "\n\ndef root():\n    1 / 0\n",
}


@pytest.fixture(scope="module")
def archive() -> Path:
    built = runtime.build(TOP)
    return (built.folder / built.lock).with_suffix(".zip")


def run(archive: Path, program: str, given=None) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(archive), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-P", "-c", program], input=json.dumps(given), env=env, cwd=archive.parent, capture_output=True, text=True
    )


def pieces(into: Path) -> Path:
    """A package that fails, in one piece."""
    compiled = {name: bytes(16) + marshal.dumps(compile(text, name, "exec")) for name, text in FAILING.items()}
    path = into / "failing.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in joined(compiled).items():
            made.writestr(name, content)
    return path


def test_every_answer_is_the_same_as_from_the_sources(archive):
    asked = trim.requests()
    parts = [str(archive.with_name(f"{archive.stem}-{name}.zip")) for name in runtime.LATER]
    taking_in = ANSWER.replace("from checker.bridge", f"[checker.take_in(part) for part in {parts!r}]\nfrom checker.bridge")
    done = run(archive, taking_in, asked)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert Path(found["from"]).parent.parent == archive
    assert found["answers"] == [handle(request) for request in asked]
    assert not set(found["used"]) & set(found["left"]), "a module that runs and is held as well"


def test_readers_get_the_rooms_that_answer_and_nothing_else(archive):
    done = run(archive, ANSWER, [])
    found = json.loads(done.stdout)
    names = {*found["used"], *found["left"]}
    assert {"checker.bridge", "checker.rules.stop.scam", "checker.prepared.law_statutes", "checker.prepared.templates.appeal"} <= names
    rooms = {name.split(".")[1] for name in names if name != "checker"}
    assert not rooms & runtime.NOT_FOR_READERS and "publish" in runtime.NOT_FOR_READERS
    assert zipfile.ZipFile(archive).namelist() == ["checker/__init__.pyc", "checker/held", "checker/ahead"]


def test_equal_input_gives_equal_bytes():
    found = [
        subprocess.run([sys.executable, "-c", HASH], cwd=TOP, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True)
        for seed in ("1", "2", "3")
    ]
    assert not any(done.stderr for done in found), found[0].stderr
    assert len({done.stdout for done in found}) == 1


def test_what_fails_says_in_which_function(tmp_path):
    done = run(pieces(tmp_path), "from checker.part import within; within.fail(1)")
    assert "ZeroDivisionError" in done.stderr and "in fail" in done.stderr and "checker/part/within.pyc" in done.stderr
    assert "StopIteration" not in done.stderr, done.stderr


def test_a_template_keeps_its_lines(tmp_path):
    done = run(pieces(tmp_path), "from checker.prepared.templates import one; one.root()")
    assert 'one.pyc", line 4, in root' in done.stderr, done.stderr


def test_what_did_not_come_along_is_not_found(tmp_path):
    done = run(pieces(tmp_path), "import checker.part.other")
    assert "No module named 'checker.part.other'" in done.stderr


def test_what_comes_later_says_the_same_at_length():
    source = "X = ['(?:a|b)[^。?，]{0,4}(?!c)', '[^。?]{0,2}d']"
    short, ((name, is_package, held),) = marshal.loads(joined_later({"checker/read/a.py": source.encode()})[HELD_LATER])
    assert (name, is_package) == ("checker.read.a", False) and held.translate(short) == source
    assert len(held) < len(source)
