"""The machine code that readers get first: without what nobody calls, and with all that is called."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.publish import engine, runtime, trim

TOP = Path(__file__).parents[2]
PYODIDE = TOP / "node_modules" / "pyodide"


@pytest.fixture(scope="module")
def folder() -> Path:
    built = runtime.build(TOP)
    return (built.folder / built.lock).parent


def test_it_is_a_third_less_than_what_is_delivered_and_that_lies_beside_it(folder):
    lean, whole = (folder / engine.LEAN).read_bytes(), (folder / engine.ENGINE).read_bytes()
    assert whole == (PYODIDE / engine.ENGINE).read_bytes()
    assert lean[:8] == whole[:8] == b"\0asm\1\0\0\0" and len(lean) < 0.67 * len(whole)
    # A name that only a library would be linked by.
    assert b"__insertion_sort" in whole and b"__insertion_sort" not in lean


def answered(code: Path, tmp_path: Path, requests: list[str]) -> subprocess.CompletedProcess[str]:
    """Answers them with this machine code, under Node."""
    shutil.copytree(PYODIDE, tmp_path / "pyodide")
    shutil.copyfile(code, tmp_path / "pyodide" / engine.ENGINE)
    built = runtime.build(TOP)
    base, edition = (built.folder / built.lock).parent, Path(built.lock).stem
    parts = [base / "python.zip", base / f"{edition}.zip", *(base / f"{edition}-{name}.zip" for name in runtime.LATER)]
    command = ["node", str(Path(__file__).with_name("answers.mjs")), str(tmp_path / "pyodide"), *map(str, parts)]
    return subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True)


def test_every_usual_request_is_answered_with_it(folder, tmp_path):
    requests = trim.requests()
    done = answered(folder / engine.LEAN, tmp_path, requests)
    assert done.stdout.split() == [str(len(requests))], done.stderr


def test_without_a_function_that_is_called_it_stops(tmp_path):
    """Else the test above says nothing. What the page makes of it: tests/browser/test_runtime_faults.py."""
    code = tmp_path / "less.wasm"
    script = Path(engine.__file__).with_name("engine.mjs")
    count, ranges = engine.called(TOP)
    fewer = [str(count), " ".join(ranges.split()[:-40])]
    subprocess.run(["node", str(script), str(PYODIDE / engine.SCRIPT), str(PYODIDE / engine.ENGINE), *fewer, str(code)], check=True)
    done = answered(code, tmp_path, trim.requests()[:3])
    assert done.returncode and "unreachable" in done.stderr


def test_numbers_of_another_edition_are_refused(tmp_path, monkeypatch):
    lock = json.loads((TOP / "package-lock.json").read_text(encoding="utf-8"))
    lock["packages"]["node_modules/pyodide"]["integrity"] = "sha512-other"
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    with pytest.raises(engine.OtherEdition, match="make called"):
        engine.called(tmp_path)
    monkeypatch.setattr(engine, "CALLED", tmp_path / "called.txt")
    engine.write(tmp_path, {7, 1, 2, 3, 9}, 12)
    count, ranges = engine.called(tmp_path)
    assert (count, ranges.split()) == (12, ["1-3", "7", "9"])


def test_where_another_number_of_functions_is_left_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "CALLED", tmp_path / "called.txt")
    engine.write(TOP, {1, 2, 3}, 12)
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        engine.make(TOP, tmp_path / "lean.wasm")
    assert "12 were numbered" in stopped.value.stderr and not (tmp_path / "lean.wasm").exists()
