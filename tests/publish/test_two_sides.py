"""No word and no name stands in a script and in Python as well: what both have to know comes in the page (`checker/publish/vocabulary.py`)."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.ask.problems import PROBLEMS
from checker.ask.question import UNKNOWN
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.routes import URGENCY
from checker.decide.verdict import BASIS_WORDS, LEVELS
from checker.keep.case_file import STATES, VERSION
from checker.keep.replies import REPLIES
from checker.publish.vocabulary import vocabulary
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS
from checker.write.letters import LETTERS

TOP = Path(__file__).parents[2]
PYTHON, SCRIPTS = TOP / "checker", TOP / "checker" / "web"
MADE = {SCRIPTS / "evidence" / "terms.mjs"}
"""Written from a table of Python's, so that both have one."""
WORDS = re.compile(r"[\u4e00-\u9fff]{4,}")
NAMES = {
    **dict.fromkeys((question.id for question in QUESTIONS), "a question"),
    **dict.fromkeys((option.value for option in BY_ID["stage"].options), "a stage"),
    **dict.fromkeys((problem.id for problem in PROBLEMS), "a problem"),
    **dict.fromkeys((rule.id for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)), "a rule"),
    **dict.fromkeys((reply.id for reply in REPLIES), "a reply"),
    **dict.fromkeys((form.name for form in LETTERS), "a letter"),
    **dict.fromkeys(LEVELS, "a level"),
    **dict.fromkeys(BASIS_WORDS, "a basis"),
    **dict.fromkeys(URGENCY, "a route"),
    UNKNOWN: "an answer",
}
HEADING, FIELD = "the step that stands above a topic, and its class in the style sheet", "a field of the verdict"
EXCEPTIONS = {
    ("components/answers.mjs", "stage"): HEADING,
    ("questionnaire.mjs", "stage"): HEADING,
    ("components/verdict.mjs", "stage"): HEADING,
    ("views.mjs", "stage"): HEADING,
    ("components/verdict.mjs", "evidence"): FIELD,
    ("components/print.mjs", "channel"): FIELD,
    ("offline/fetch-ahead.mjs", "unknown"): "the browser does not say what it is connected by",
    ("components/letter.mjs", "channel"): FIELD,
    ("components/letter.mjs", "short"): FIELD,
    ("components/letter.mjs", "提交以前核对"): "there a part of a sentence on the page of templates",
    ("components/letter.mjs", "填好再发"): "two sentences: how many blanks are open, and that this one is",
    ("components/matter.mjs", "向谁要求"): "there a part of a reason why something is asked",
    ("components/waiting.mjs", "再试一次"): "there the end of a sentence about versions that do not agree",
    ("result.mjs", "规则版本"): "the last line of the conclusion, with a day as readers write it; the command line has its own",
    ("conclusion.mjs", "这是我们的问题"): "said where the other side cannot be asked any more",
    ("keeping.mjs", "不能恢复"): "here a case that is deleted, there a service",
    ("components/verdict.mjs", "你的回答"): "here a heading, there in the middle of a remark",
    **dict.fromkeys(
        (
            (f"{name}.mjs", "chat")
            for name in ("components/chat", "components/chronology", "components/telling", "components/verdict", "page", "tab")
        ),
        "a conversation that is read, not the text that bears this name",
    ),
    ("components/chat.mjs", "heard"): "a class of the style sheet",
    ("components/chat.mjs", "problem"): "what is wrong with a line that could not be taken",
    ("tools/policy.mjs", "平台规则"): "what was read there: where answers that go along come from, and no basis of a conclusion",
    ("story.mjs", "not_supported"): "the level that somebody has told of, whose words come from the vocabulary",
    ("components/verdict.mjs", "要发的文本"): "acts call this part of the conclusion by its heading",
    **dict.fromkeys(
        (
            (f"{name}.mjs", "evidence")
            for name in (
                *(f"evidence/{name}" for name in ("archive", "files", "manifest", "zip")),
                *(f"tools/{name}" for name in ("evidence-case", "evidence-choose", "tool")),
            )
        ),
        "files that prove something: what an archive, the verdict and the page itself call them",
    ),
    **dict.fromkeys(
        ((f"{name}.mjs", "problem") for name in ("evidence/files", "tools/evidence-brush", "tools/evidence-choose")),
        "why a file cannot be read",
    ),
    **dict.fromkeys(((f"evidence/{name}.mjs", "refused") for name in ("files", "wording")), "the rows that say why an archive is not made"),
    ("evidence/archive.mjs", "own"): "the file of the reader's own case",
    ("evidence/verify-page.mjs", "stop"): "the button that stops it",
    ("evidence/zip.mjs", "outside"): "an entry that leads out of an archive",
}
"""What may stand on both sides, by script and word or name, and why."""
TOKEN = re.compile(
    r"""
    (?P<comment> /\*.*?\*/ | (?<![:'"`\w/])//[^\n]* )
    | '(?P<single>(?:[^'\\\n]|\\.)*)'
    | (?P<words>[\u4e00-\u9fff]{4,})
    | \b(?P<key>[a-z_0-9]+)(?=:\s)
    | \.(?P<property>[a-z_0-9]+)\b(?!\()
    """,
    re.VERBOSE | re.DOTALL,
)


def in_script(text: str) -> Iterator[tuple[int, str]]:
    """Each run of Chinese and each name in a script, with its line. A name stands in quotation marks, before a colon or behind a dot."""
    for match in TOKEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        found = match["single"] or match["key"] or match["property"] or match["words"] or ""
        yield from ((line, each) for each in {found, *WORDS.findall(found)} if each in NAMES or WORDS.fullmatch(each))


def in_python() -> dict[str, str]:
    """Every string of Python that is no docstring, with its place."""
    found: dict[str, str] = {}
    for path in sorted(PYTHON.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose and WORDS.search(node.value):
                found.setdefault(node.value, f"{path.relative_to(TOP).as_posix()}:{node.lineno}")
    return found


def on_both_sides(text: str, strings: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """What of a script stands in Python as well: line, word or name, and its place there or what it is the name of."""
    for line, each in in_script(text):
        if each in NAMES:
            yield line, each, NAMES[each]
        elif place := next((place for string, place in strings.items() if each in string), None):
            yield line, each, place


@pytest.fixture(scope="module")
def strings() -> dict[str, str]:
    return in_python()


def test_nothing_stands_on_both_sides(strings):
    found, excused = [], set()
    for path in sorted({*SCRIPTS.rglob("*.mjs"), *SCRIPTS.rglob("*.js")} - MADE):
        name = path.relative_to(SCRIPTS).as_posix()
        for line, each, place in on_both_sides(path.read_text(encoding="utf-8"), strings):
            if (name, each) in EXCEPTIONS:
                excused.add((name, each))
            else:
                found.append(f"checker/web/{name}:{line}: “{each}” is also in Python: {place}")
    assert not found, "\n".join(found)
    assert excused == set(EXCEPTIONS), "exceptions that nothing needs any more"


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("const LEVELS = { x: '可以主张' };", [(1, "可以主张")]),
        ("// 可以主张\n/* 可以主张\n */ const x = `${y}：现有信息不支持`;", [(3, "现有信息不支持")]),
        ("const x = /现有信息不支持|a/;", [(1, "现有信息不支持")]),
        ("if (name === 'police') go('https://a.b/c'); else x = '先别申请';", [(1, "police"), (1, "先别申请")]),
        ("const x = { scam: 1,\n other: y.asked_waiting };", [(1, "scam"), (2, "asked_waiting")]),
        ("const x = { 'needs_facts': '过' };", [(1, "needs_facts")]),
        ("const x = '没有一句是那样的';", []),
    ],
)
def test_what_stands_on_both_sides_is_found_with_its_line(strings, script, wanted):
    assert [(line, each) for line, each, _ in on_both_sides(script, strings)] == wanted


def test_a_case_file_has_one_version_and_the_same_states_on_both_sides():
    protocol = (SCRIPTS / "protocol.mjs").read_text(encoding="utf-8")
    assert f"export const VERSION = {VERSION};" in protocol
    states = " | ".join(f"'{state}'" for state in STATES)
    assert f"@typedef {{{states}}} State" in protocol


def test_the_page_hands_over_what_the_module_says():
    names = re.findall(r"@property \{.*?\} (\w+)", (SCRIPTS / "vocabulary.mjs").read_text(encoding="utf-8"))
    assert names == list(vocabulary())
    (written,) = re.findall(r" data-vocabulary='([^']*)'", (TOP / "docs" / "check.md").read_text(encoding="utf-8"))
    assert json.loads(written) == json.loads(json.dumps(vocabulary()))
