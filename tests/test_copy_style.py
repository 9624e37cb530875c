"""The Chinese of pages, questions, rules and texts: spacing and punctuation, banned words, length of sentences.

Exempt are words of somebody else: the patterns of the room that reads, what stands in “ ” for the banned words, block quotes for everything, and titles of laws and numbers
of articles for the length. Summaries of articles carry the law's own conditions and may be longer.
"""

import ast
import re
from pathlib import Path

import autocorrect_py
import pytest

TOP = Path(__file__).parents[1]
BANNED = {
    "您": "你",
    "亲，": "",
    "小编": "",
    "！": "。",
    "或许": "不清楚",
    "大概率": "",
    "(?<!不)一定能": "可以主张",
    "肯定能": "可以主张",
    "必赢": "",
    "包退": "",
    "保证能退": "",
    "百分百": "",
    "100%": "",
    "「": "“",
    "」": "”",
    "请输入有效": "填写……",
    "格式错误": "写明怎么写",
    "维权到底": "",
}
LONGEST, LONGEST_SUMMARY = 40, 80
HAN = re.compile(r"[\u4e00-\u9fff]")


def sentences(text: str) -> list[str]:
    """What is read in one breath: of a skeleton each of its strings, and a colon and a semicolon end it as a full stop does, and so do a list item and a table cell."""
    text = re.sub(r"\{[{%](.*?)[%}]\}", lambda code: "\n".join(["", *re.findall(r'"([^"]*)"', code[1]), ""]), text)
    text = re.sub(r"(?s)\A---\n.*?\n---\n", "", text)
    text = re.sub(r"(?s)<!--.*?-->|<[^>]*>|\{#[^}]*\}|\{:[^}]*\}", "\n", text)
    text = re.sub(r"(?m)^>.*$|^```.*$|^\?\?\? \w+ ", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", text).replace("**", "\n" if "** " in text else "")
    return [part.strip() for part in re.split(r"[。；？：:;\n|]|……", text) if HAN.search(part)]


def length(sentence: str) -> int:
    """Chinese characters, and each number or Latin word as one; what cites a law counts nothing."""
    bare = re.sub(r"《[^》]*》(?:（[^）]*）)?|第[一二三四五六七八九十百零]+条(?:之一)?|【请填写", "", sentence)
    return len(HAN.findall(bare)) + len(re.findall(r"[A-Za-z0-9.:-]+", bare))


def own_words(text: str) -> str:
    return re.sub(r"“[^”]*”", "", text)


def pages() -> dict[str, str]:
    return {path.relative_to(TOP).as_posix(): path.read_text(encoding="utf-8") for path in sorted((TOP / "docs").rglob("*.md"))}


def letters() -> dict[str, str]:
    return {f"golden/{path.name}": path.read_text(encoding="utf-8") for path in sorted((TOP / "tests/golden").glob("*.txt"))}


def is_pattern(node: ast.stmt) -> bool:
    """A constant of the room that reads: it holds what others write, and is shown to nobody."""
    return isinstance(node, ast.Assign) and (
        isinstance(node.value, ast.Call) or all(isinstance(name, ast.Name) and name.id.startswith("_") for name in node.targets)
    )


def strings() -> dict[str, str]:
    """Chinese string literals of the package: Python without its docstrings, and the page's scripts."""
    found = {}
    for path in sorted((TOP / "checker").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        if path.parent.name == "read":
            docs |= {id(each) for node in tree.body if is_pattern(node) for each in ast.walk(node)}
        texts = [
            n.value
            for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs and HAN.search(n.value)
        ]
        found[path.relative_to(TOP).as_posix()] = "\n".join(texts)
    for path in sorted((TOP / "checker/web").rglob("*.mjs")):
        found[path.relative_to(TOP).as_posix()] = "\n".join(
            t for t in re.findall(r"'([^'\n]*)'", path.read_text(encoding="utf-8")) if HAN.search(t)
        )
    return {name: text for name, text in found.items() if text}


def spacing(text: str) -> list[str]:
    text = re.sub(r"(?s)\A---\n.*?\n---\n", "", text)
    return [f"{line.old} → {line.new}" for line in autocorrect_py.lint_for(text, "markdown").lines if int(line.severity) == 1]


def banned(text: str) -> list[str]:
    return [f"{word} → {instead or '删'}" for word, instead in BANNED.items() if re.search(word, own_words(text))]


def too_long(text: str, most: int = LONGEST) -> list[str]:
    return [f"{length(each)} 字：{each}" for each in sentences(text) if length(each) > most]


EVERYTHING = pages() | letters() | strings()


@pytest.mark.parametrize("name", EVERYTHING)
def test_copy(name):
    text = EVERYTHING[name]
    wrong = banned(text) + too_long(text, LONGEST_SUMMARY if name.startswith("docs/law/") else LONGEST)
    if name.endswith(".md"):
        wrong += spacing(text)
    assert not wrong, "\n".join([name, *wrong])


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (spacing, "共3天，见12315平台"),
        (spacing, "已经到账 ，不退。"),
        (banned, "您可以申请。"),
        (banned, "这样一定能退。"),
        (too_long, "退" * 41 + "。"),
    ],
)
def test_each_check_finds_what_it_is_for(check, bad):
    assert check(bad)


def test_what_is_exempt():
    assert not banned("不一定能用。对方说“亲，您放心！”") and not too_long("见《" + "法" * 60 + "》第一百二十三条。")
