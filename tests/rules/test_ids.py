"""No rule, remedy or problem is called by its id outside its own module: elsewhere code asks for a property, or for the row itself. Those who apply
rules do not even know a row by its name.

Allowed are the registry, the rows that give an option its value, and a word that is the value of another question's option where it is compared
with that question's fact.
"""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import checker
from checker.ask.problems import PROBLEMS, Problem
from checker.ask.question import UNKNOWN
from checker.ask.questions import QUESTIONS, TOPICS
from checker.ask.routes import URGENCY
from checker.kit import ClaimRule, remedies
from checker.kit.remedy import Remedy
from checker.kit.rule import Rule
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS

ROOT = Path(checker.__file__).parent
RULE_IDS = {rule.id for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
CLAIMS = [rule for rule in RULES if isinstance(rule, ClaimRule)]
GRANTED = [each for rule in CLAIMS for each in (rule.remedy, rule.remedy_for_goods, rule.remedy_for_money) if each]
SHARED = {each.id for each in vars(remedies).values() if isinstance(each, Remedy)}
REMEDY_IDS = SHARED | {each.id for each in GRANTED}
PROBLEM_IDS = {problem.id for problem in PROBLEMS} - {UNKNOWN}
IDS = RULE_IDS | REMEDY_IDS | PROBLEM_IDS
OTHER_OPTIONS = {option.value for question in QUESTIONS if question.id != "problem" for option in question.options}
TOPIC_IDS = {topic.id for topic in TOPICS}
QUESTION_IDS = {question.id for question in QUESTIONS}
REGISTRY = ROOT / "rules" / "__init__.py"
ROWS = {
    ROOT / "ask" / "problems.py": PROBLEM_IDS,
    ROOT / "ask" / "routes.py": set(URGENCY),
    ROOT / "kit" / "remedies.py": SHARED,
}
NOT_READ = {"web", "__pycache__"}
APPLIES_RULES = ("kit", "decide", "keep", "write", "schema.py")


def hits(path: Path) -> Iterator[tuple[int, str]]:
    """The lines on which an id stands as a string, and which."""
    allowed = ROWS.get(path, set()) | ({path.stem} if path.parent.parent == ROOT / "rules" else set())
    # A remedy that one rule alone grants stands in the rule's module.
    allowed |= {
        each.id
        for rule in CLAIMS
        if path.stem == rule.id
        for each in GRANTED
        if each in (rule.remedy, rule.remedy_for_goods, rule.remedy_for_money)
    } - SHARED
    if path.suffix == ".py":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        excused = _of_another_question(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in excused:
                named = {node.value} | set(re.findall(r"[\"'](\w+)[\"']", node.value if "{%" in node.value or "{{" in node.value else ""))
                yield from ((node.lineno, id) for id in sorted(named & IDS - allowed))
    else:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for code in re.findall(r"\{[{%](.*?)[}%]\}", line):
                yield from ((number, id) for id in sorted(set(re.findall(r"[\"'](\w+)[\"']", code)) & IDS))


def _of_another_question(tree: ast.AST) -> set[ast.Constant]:
    """Strings that are the value of another question's option, or a topic, where they stand for that."""
    found: set[ast.Constant] = set()
    for node in ast.walk(tree):
        compared: list[ast.AST] = []
        if isinstance(node, ast.Compare) and not _names(node.left, "problem"):
            compared = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("is_", "has"):
            compared = [] if _names(node.func.value, "problem") else list(node.args)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "decode":
            # How bytes are read that are no text.
            found |= {word for word in (*node.args, *(each.value for each in node.keywords)) if isinstance(word, ast.Constant)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Option", "Equals", "Topic"):
            compared = [*node.args, *(word.value for word in node.keywords)]
        elif isinstance(node, ast.keyword) and node.arg == "topic":
            compared = [node.value]
        elif isinstance(node, ast.Dict):
            compared = [
                *(key for key in node.keys if key is not None),
                *(value for key, value in zip(node.keys, node.values, strict=True) if _is_question(key)),
            ]
        elif isinstance(node, ast.MatchValue):
            compared = [node.value]
        for each in compared:
            found |= {leaf for leaf in ast.walk(each) if isinstance(leaf, ast.Constant) and leaf.value in OTHER_OPTIONS | TOPIC_IDS}
        # The name of a question, of a first act, of a field of JSON or of a table.
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Question", "FirstAct"):
            found |= {word.value for word in node.keywords if word.arg == "id" and isinstance(word.value, ast.Constant)}
        if isinstance(node, ast.Subscript):
            found |= {leaf for leaf in ast.walk(node.slice) if isinstance(leaf, ast.Constant)}
    return found


def _is_question(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value in QUESTION_IDS - {"problem"}


def _names(node: ast.AST, name: str) -> bool:
    return any(isinstance(leaf, ast.Attribute) and leaf.attr == name for leaf in ast.walk(node))


def files() -> list[Path]:
    return [
        path
        for pattern in ("*.py", "*.txt", "*.md")
        for path in sorted(ROOT.rglob(pattern))
        if path != REGISTRY and not NOT_READ & set(path.relative_to(ROOT).parts)
    ]


def test_no_id_stands_outside_its_own_module():
    found = [f"{path.relative_to(ROOT.parent)}:{line}: {id}" for path in files() for line, id in hits(path)]
    assert not found, "\n".join(["an id stands where a property or the row itself belongs:", *found])


def test_an_id_is_found(tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text('if facts.chose("late") or rule.id == "unusable":\n    wish = facts.wish == "refund"\n', encoding="utf-8")
    assert list(hits(planted)) == [(1, "late"), (1, "unusable")]
    template = tmp_path / "planted.txt"
    template.write_text('{% if rule == "wrong_payee" %}x{% endif %}', encoding="utf-8")
    assert list(hits(template)) == [(1, "wrong_payee")]


def rows_named(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that import a single rule, remedy or problem, or a module from which one could be taken by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("checker"):
            for alias in node.names:
                found = getattr(import_module(node.module), alias.name, None)
                holds_rows = isinstance(found, ModuleType) and any(
                    isinstance(each, Rule | Remedy | Problem) for each in vars(found).values()
                )
                if holds_rows or isinstance(found, Rule | Remedy | Problem):
                    yield node.lineno, alias.name


def test_what_applies_rules_knows_none_by_name():
    paths = [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in APPLIES_RULES and path not in ROWS]
    assert len(paths) > 20
    found = [f"{path.relative_to(ROOT.parent)}:{line}: {name}" for path in paths for line, name in rows_named(path)]
    assert not found, "\n".join(["what one row is asked for belongs into a property of all:", *found])


def test_a_row_that_is_named_is_found(tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text(
        "from checker.ask.problems import LATE, problems_that\nfrom checker.ask import problems\nfrom checker.rules.own.mis_order import RULE\n",
        encoding="utf-8",
    )
    assert list(rows_named(planted)) == [(1, "LATE"), (2, "problems"), (3, "RULE")]
