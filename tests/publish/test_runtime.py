import json
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
    lock = json.loads((built.folder / built.lock).read_text(encoding="utf-8"))
    assert set(lock["packages"]) == {"checker", "jinja2", "markupsafe"}
    base = built.lock.split("/")[0]
    for package in lock["packages"].values():
        assert f"{base}/{package['file_name']}" in built.files
        assert package["file_name"].endswith("-none-any.whl")


def test_another_edition_of_the_rules_has_another_hash(tmp_path):
    (tmp_path / "checker" / "law").mkdir(parents=True)
    (tmp_path / "checker" / "web").mkdir()
    (tmp_path / "pyproject.toml").write_text("")
    rule = tmp_path / "checker" / "law" / "x.toml"
    rule.write_text("a = 1")
    first = runtime.rules_hash(tmp_path)
    (tmp_path / "checker" / "web" / "page.mjs").write_text("1")
    assert runtime.rules_hash(tmp_path) == first
    rule.write_text("a = 2")
    assert runtime.rules_hash(tmp_path) != first
