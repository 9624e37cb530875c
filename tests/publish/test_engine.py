"""The machine code and the script that readers get first: without what nobody calls, and with all that is called."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.publish import engine, runtime, trim
from tests.publish.conftest import PYODIDE

TOP = Path(__file__).parents[2]


def test_it_is_a_third_less_than_what_is_delivered_and_that_lies_beside_it(folder):
    lean, whole = (folder / engine.LEAN).read_bytes(), (folder / engine.ENGINE).read_bytes()
    assert whole == (PYODIDE / engine.ENGINE).read_bytes()
    assert lean[:8] == whole[:8] == b"\0asm\1\0\0\0" and len(lean) < 0.67 * len(whole)
    # A name that only a library would be linked by.
    assert b"__insertion_sort" in whole and b"__insertion_sort" not in lean


def test_three_quarters_of_the_script_go_and_what_is_delivered_lies_beside_it(folder):
    lean, whole = (folder / engine.LEAN_SCRIPT).read_text(encoding="utf-8"), (folder / engine.SCRIPT).read_text(encoding="utf-8")
    assert whole == (PYODIDE / engine.SCRIPT).read_text(encoding="utf-8")
    assert len(lean) < 0.3 * len(whole) and lean.endswith("globalThis._createPyodideModule=_createPyodideModule;")
    assert lean.startswith("/* From pyodide.asm.js of Pyodide, changed:") and "MPL-2.0" in lean[:200]
    # What draws on screens, and one of the names that only a library would be linked by.
    for name in ("glBindBuffer", "PyList_Insert"):
        assert name in whole and name not in lean


def test_a_script_of_another_edition_is_refused(tmp_path):
    """What is to go is known by how it is written."""
    other = tmp_path / engine.SCRIPT
    other.write_text((PYODIDE / engine.SCRIPT).read_text(encoding="utf-8").replace(".sig=", ".type="), encoding="utf-8")
    program = f"""
        import {{ readFileSync }} from 'node:fs';
        import {{ leanScript }} from {str(Path(engine.__file__).with_name("script.mjs"))!r};
        await leanScript(readFileSync({str(other)!r}, 'utf8'), '', new Set(['memory']));
    """
    done = subprocess.run(["node", "--input-type=module"], input=program, cwd=TOP, capture_output=True, text=True)
    assert done.returncode and "holds nothing like" in done.stderr


def answered(made: Path, tmp_path: Path, requests: list[str], how: str = "answers.mjs") -> subprocess.CompletedProcess[str]:
    """Answers them with this script and this machine code, under Node."""
    shutil.copytree(PYODIDE, tmp_path / "pyodide")
    for lean, delivered in ((engine.LEAN_SCRIPT, engine.SCRIPT), (engine.LEAN, engine.ENGINE)):
        shutil.copyfile(made / lean, tmp_path / "pyodide" / delivered)
    built = runtime.build(TOP)
    base, edition = (built.folder / built.lock).parent, Path(built.lock).stem
    parts = [base / "python.zip", base / f"{edition}.zip", *(base / f"{edition}-{name}.zip" for name in runtime.LATER)]
    command = ["node", str(Path(__file__).with_name(how)), str(tmp_path / "pyodide"), *map(str, parts)]
    return subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True)


def test_every_usual_request_is_answered_with_it(folder, tmp_path):
    requests = trim.requests()
    done = answered(folder, tmp_path, requests)
    assert done.stdout.split() == [str(len(requests))], done.stderr


@pytest.mark.parametrize("later", [False, True])
def test_memory_holds_all_but_what_the_parts_ask_for_that_come_later(folder, tmp_path, later):
    """With those the zips come too (`web/python/zips.mjs`); what else looks for something in them makes Python begin anew."""
    requests = trim.requests(later=later)
    done = answered(folder, tmp_path, requests, "from-memory.mjs")
    count, wanted = map(int, done.stdout.split())
    assert (count < len(requests)) is (wanted > 0) is later, done.stderr


def test_without_a_function_that_is_called_it_stops(tmp_path, monkeypatch):
    """Else the test above says nothing. What the page makes of it: tests/browser/test_runtime_faults.py."""
    count, ranges = engine.called(TOP)
    monkeypatch.setattr(engine, "called", lambda _: (count, " ".join(ranges.split()[:-40])))
    engine.make(TOP, tmp_path / engine.LEAN_SCRIPT, tmp_path / engine.LEAN)
    done = answered(tmp_path, tmp_path, trim.requests()[:3])
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
        engine.make(TOP, tmp_path / "lean.js", tmp_path / "lean.wasm")
    assert "12 were numbered" in stopped.value.stderr and not list(tmp_path.glob("lean.*"))
