"""Our modules as they are published: the same statements, no comments, and a worker in one piece."""

import re
import shutil
from pathlib import Path

import pytest

from checker.publish import runtime, scripts, site

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made() -> Path:
    return scripts.uncommented(TOP)


def modules(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.mjs")}


def test_every_module_is_there_and_smaller(made):
    written, published = modules(scripts.sources(TOP)), modules(made)
    assert published.keys() == written.keys() - set(scripts.WITHIN)
    # Workers hold what they import besides.
    for name in scripts.WORKERS:
        del written[name], published[name]
    for name in scripts.WITHIN:
        del written[name]
    assert sum(map(len, published.values())) < 0.8 * sum(map(len, written.values()))


def test_no_comment_is_carried_to_readers(made):
    commented = [name for name, text in modules(made).items() if re.search(r"/\*|^\s*//", text, re.MULTILINE)]
    assert commented == []


def test_what_is_said_to_readers_is_said(made):
    """Every text in quotes that holds Chinese, in its order."""
    said = re.compile("[\u4e00-\u9fff\uff0c\u3002\u201c\u201d]+")
    comment = re.compile(r"(?s:/\*.*?\*/)|^\s*//.*$", re.MULTILINE)
    code = {name: comment.sub("", text) for name, text in modules(scripts.sources(TOP)).items() if name not in scripts.WITHIN}
    assert {name: said.findall(text) for name, text in modules(made).items()} == {name: said.findall(text) for name, text in code.items()}


def test_a_worker_comes_in_one_piece(made):
    for name in scripts.WORKERS:
        assert site.imported(scripts.sources(TOP), name) and not site.imported(made, name), name
        assert "async function load(" in (made / name).read_text(encoding="utf-8")


def test_nothing_imports_what_is_not_published(made):
    named = re.compile(r"(?:from |import |import\(|new URL\()'(\./[^']+\.mjs|\.\./[^']+\.mjs)'")
    missing = [
        (name, address)
        for name, text in modules(made).items()
        for address in named.findall(text)
        if not ((made / name).parent / address).resolve().is_file()
    ]
    assert missing == []


def test_imports_are_found_in_them(made):
    assert site.imported(made, "page.mjs") == site.imported(scripts.sources(TOP), "page.mjs")


def test_without_the_compiler_the_build_says_what_to_do(tmp_path):
    with pytest.raises(runtime.RuntimeNotBuilt, match="npm ci"):
        scripts.uncommented(tmp_path)


def test_a_module_that_cannot_be_read_stops_the_build(tmp_path):
    shutil.copytree(scripts.sources(TOP), scripts.sources(tmp_path))
    (tmp_path / "node_modules").symlink_to(TOP / "node_modules")
    (scripts.sources(tmp_path) / "page.mjs").write_text("export {", encoding="utf-8")
    with pytest.raises(runtime.RuntimeNotBuilt, match=r"page\.mjs"):
        scripts.uncommented(tmp_path)
