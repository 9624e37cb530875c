import json
import marshal
import subprocess
import zipfile
from pathlib import Path

import pytest

from checker.publish import runtime

TOP = Path(__file__).parents[2]


def test_requirement_blocks_keep_version_and_hashes():
    lock = "# by hand\na==1 \\\n    --hash=sha256:11\nb-c==2 \\\n    --hash=sha256:22 \\\n    --hash=sha256:33\n"
    assert runtime.requirement_blocks(lock, ["b-c"]) == ["b-c==2 \\\n    --hash=sha256:22 \\\n    --hash=sha256:33\n"]
    with pytest.raises(runtime.RuntimeNotBuilt):
        runtime.requirement_blocks(lock, ["c"])


def test_locks_pin_with_hashes_and_name_no_address():
    requirements = (TOP / "requirements.lock").read_text(encoding="utf-8")
    npm = (TOP / "package-lock.json").read_text(encoding="utf-8")
    for text in (requirements, npm):
        assert "://" not in text and "resolved" not in text
    entries = [line for line in requirements.splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert entries and requirements.count("--hash=sha256:") >= len(entries)
    packages = json.loads(npm)["packages"]
    assert all("integrity" in row for name, row in packages.items() if name)
    assert packages["node_modules/pyodide"]["version"] == "0.29.5"


def test_a_finished_runtime_is_found_again_and_complete():
    built = runtime.build(TOP)
    assert runtime.build(TOP) == built
    base, edition = built.lock.removesuffix(".json").split("/")
    later = [f"{edition}-{name}.zip" for name in runtime.LATER]
    beside = (*runtime.FROM_NPM, runtime.LEAN_SCRIPT, runtime.LEAN, "python.zip", "whole.zip", f"{edition}.zip", *later, f"{edition}.json")
    assert set(built.files) == {f"{base}/{name}" for name in beside}
    assert all((built.folder / name).is_file() for name in built.files)


def test_nothing_is_installed_and_nothing_is_machine_code():
    """What is imported lies on Python's path; Pyodide's own list of packages would cost every reader 122 KB."""
    built = runtime.build(TOP)
    lock = json.loads((built.folder / built.lock).read_text(encoding="utf-8"))
    assert lock["packages"] == {} and lock["info"]["python"].startswith("3.13.")
    whole = zipfile.ZipFile(built.folder / Path(built.lock).with_name("whole.zip")).namelist()
    assert {"json/decoder.pyc", "asyncio/base_events.pyc", "importlib/resources/_common.pyc"} <= set(whole)
    assert not any(name.startswith("jinja2") or name.endswith((".so", ".pyd")) for name in whole)


def test_what_is_loaded_first_has_neither_a_loop_nor_a_random_generator():
    """The one is heavy; of the other, memory that is kept would hold the state, and every visit would draw the same."""
    built = runtime.build(TOP)
    first = zipfile.ZipFile(built.folder / Path(built.lock).with_name("python.zip"))
    names = set(first.namelist())
    assert {"json/decoder.pyc", "asyncio/__init__.pyc"} <= names
    assert not names & {"asyncio/events.pyc", "random.pyc", "tempfile.pyc", "zipfile/__init__.pyc"}
    whole = zipfile.ZipFile(built.folder / Path(built.lock).with_name("whole.zip"))
    stands_in = [path.relative_to(runtime.LIGHT).as_posix() + "c" for path in runtime.LIGHT.rglob("*.py")]
    assert stands_in and all(first.read(name) != whole.read(name) for name in stands_in)


def test_without_trimming_both_libraries_are_the_same():
    """While somebody writes; a part that is left out is told by its hash."""
    built, serving = runtime.build(TOP), runtime.build(TOP, trimmed=False)
    assert serving.lock.partition("/")[0] != built.lock.partition("/")[0]
    folder = (serving.folder / serving.lock).parent
    assert (folder / "python.zip").read_bytes() == (folder / "whole.zip").read_bytes()
    for lean, delivered in ((runtime.LEAN_SCRIPT, runtime.SCRIPT), (runtime.LEAN, runtime.ENGINE)):
        assert (folder / lean).read_bytes() == (folder / delivered).read_bytes()


def test_another_edition_of_the_rules_has_another_hash(tmp_path):
    (tmp_path / "checker" / "law").mkdir(parents=True)
    (tmp_path / "checker" / "web").mkdir()
    (tmp_path / "checker" / "write").mkdir()
    later = tmp_path / "checker" / "write" / "docx.py"
    later.write_text("a = 1")
    rule = tmp_path / "checker" / "law" / "x.toml"
    rule.write_text("a = 1")
    first = runtime.rules_hash(tmp_path)
    (tmp_path / "checker" / "web" / "page.mjs").write_text("1")
    assert runtime.rules_hash(tmp_path) == first
    rule.write_text("a = 2")
    second = runtime.rules_hash(tmp_path)
    assert second != first
    later.write_text("a = 2")
    assert runtime.rules_hash(tmp_path) != second


def test_what_comes_later_does_not_come_first():
    built = runtime.build(TOP)
    first, later = (zipfile.ZipFile(built.folder / built.lock.replace(".json", end)) for end in (".zip", "-word.zip"))
    held, (_, (row,)) = marshal.loads(first.read("checker/held")), marshal.loads(later.read("held"))
    assert row[0] == "checker.write.docx" and row[0] not in {name for name, *_ in held}


PACKED = "process.stdout.write(String(require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length))"


def test_what_reads_ones_own_words_stays_small():
    built = runtime.build(TOP)
    sizes = {}
    for name in runtime.LATER:
        part = (built.folder / built.lock).with_suffix("").as_posix() + f"-{name}.zip"
        sizes[name] = int(subprocess.run(["node", "-e", PACKED, part], capture_output=True, text=True, check=True).stdout)
    print(sizes)
    assert sizes["story"] <= 40 * 1024 and max(sizes["reply"], sizes["chat"]) <= 10 * 1024, sizes
    # The list of suffixes is named apart.
    assert max(sizes[name] for name in ("policy", "link", "wording")) + sizes["grammar"] <= 60 * 1024 and sizes["reviews"] <= 60 * 1024, (
        sizes
    )


def test_no_part_that_comes_later_comes_first_as_well():
    built = runtime.build(TOP)
    first = marshal.loads(zipfile.ZipFile((built.folder / built.lock).with_suffix(".zip")).read("checker/held"))
    assert not [
        name
        for name, *_ in first
        if name.startswith(
            (
                "checker.read.",
                "checker.ask.said",
                "checker.prepared.said",
                "checker.prepared.read",
                "checker.write.wording",
                "checker.keep.archive",
            )
        )
    ]
