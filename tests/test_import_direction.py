"""The arrows between the rooms, read from the source."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1] / "checker"
CLOCKS = {"now", "today", "utcnow", "time_ns"}


def modules():
    for path in sorted(ROOT.rglob("*.py")):
        if path == ROOT / "__init__.py":
            continue
        room = path.relative_to(ROOT).parts[0].removesuffix(".py")
        yield path, room, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def drawn() -> dict[str, set[str]]:
    """The rooms as CONTRIBUTING draws them, each with those that it imports."""
    rows = re.findall(r"(?m)^(\w+) +<-(.*)$", (ROOT.parent / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    # What a room is for stands two spaces or more behind its arrows.
    return {room: set(re.split(r"  +", others.strip())[0].split()) if others.strip() else set() for room, others in rows}


def test_the_drawing_of_the_rooms_is_true():
    found: dict[str, set[str]] = {}
    for path, room, tree in modules():
        others = {name.split(".")[1] for name in imported(tree) if name.startswith("checker.")} - {room}
        assert room in drawn() and others <= drawn()[room], (
            f"{path}: the drawing in CONTRIBUTING has no arrow from {room} to one of {others}"
        )
        found[room] = found.get(room, set()) | others
    assert found == drawn(), "an arrow of the drawing that nothing goes along"


def test_the_arrows_go_one_way():
    order = list(drawn())
    assert all(order.index(other) < order.index(room) for room, others in drawn().items() for other in others)


def test_no_rule_imports_another_rule():
    for path, room, tree in modules():
        if room == "rules" and path.name != "__init__.py":
            group = path.parent.name
            others = {name for name in imported(tree) if name.startswith("checker.rules")}
            # What the rules of a group share stands in the group itself.
            assert all(name.startswith(f"checker.rules.{group}.") and name.count(".") == 3 for name in others), path
            assert not {name.rpartition(".")[2] for name in others} & {each.stem for each in path.parent.glob("*.py")}, path


def test_only_the_skeletons_and_publish_know_jinja():
    for path, room, tree in modules():
        if any(name.split(".")[0] == "jinja2" for name in imported(tree)):
            assert room == "publish" or path == ROOT / "write" / "skeletons.py", path


def test_nothing_reads_the_clock_the_network_or_files():
    for path, room, tree in modules():
        if room in ("publish", "__main__") or path.parent == ROOT / "keep" / "archive":
            continue
        tops = {name.split(".")[0] for name in imported(tree)}
        assert not tops & {"time", "random", "os", "pathlib", "socket", "urllib", "http", "subprocess", "js", "pyodide"}, path
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                assert node.attr not in CLOCKS or not (isinstance(node.value, ast.Name) and node.value.id in ("datetime", "date")), path
            assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"), path


def test_files_stay_short():
    for path in [*ROOT.rglob("*.py"), *ROOT.rglob("*.mjs"), *ROOT.parent.joinpath("tests").rglob("*.py")]:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path
