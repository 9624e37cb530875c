"""The built site: every internal link and anchor, nothing from another host, a policy on every page."""

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from checker.keep.archive.page import verifier_page

SITE = Path(__file__).parents[2] / "site"
HOME = "https://site.example/"
DOCS = SITE.parent / "docs"
LOADING = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("form", "action"),
    ("object", "data"),
}


class Page(HTMLParser):
    """Ids, links and what the page loads by itself."""

    def __init__(self, text: str):
        super().__init__()
        self.ids, self.links, self.loads, self.policy, self.styled = set(), [], [], None, []
        self.title, self.metas, self.rels, self.onward, self.inside = "", {}, set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in ("title", "article", "footer"):
            self.inside.append(tag)
        if tag == "meta":
            self.metas[given.get("name") or given.get("property")] = given.get("content")
        if tag == "link":
            self.rels.add(given.get("rel"))
        if tag == "a" and "href" in given and {"article", "footer"} & set(self.inside):
            self.onward.append(given["href"])
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        for element, name in LOADING:
            if tag == element and name in given and given.get("rel") != "canonical":
                self.loads.append(given[name])
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.styled += [name for name in given if name == "style" or name.startswith("on")]

    def handle_endtag(self, tag):
        if tag in self.inside:
            self.inside.remove(tag)

    def handle_data(self, data):
        if "title" in self.inside and "article" not in self.inside:
            self.title += data


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ holds no built site; run `make build` first.", pytrace=False)
    return {path.relative_to(SITE).as_posix(): Page(path.read_text(encoding="utf-8")) for path in SITE.rglob("*.html")}


def address(path: str) -> str:
    return HOME + re.sub(r"index\.html$", "", path)


def test_there_are_the_pages(pages):
    assert set(pages) == {
        "index.html",
        "404.html",
        "offline.html",
        *(f"{path.relative_to(DOCS).with_suffix('').as_posix()}/index.html" for path in DOCS.rglob("*.md") if path != DOCS / "index.md"),
    }


def test_every_internal_link_and_anchor(pages):
    by_address = {address(path): page for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(address(path), link))
            if target.netloc != urlsplit(HOME).netloc or target.scheme not in ("http", "https"):
                continue
            place = f"{HOME}{target.path.lstrip('/')}"
            if place in by_address:
                if target.fragment and unquote(target.fragment) not in by_address[place].ids and not target.fragment.startswith("/"):
                    broken.append((path, link))
            elif not (SITE / unquote(target.path.lstrip("/"))).is_file():
                broken.append((path, link))
    assert broken == []


def test_nothing_is_loaded_from_another_host(pages):
    for path, page in pages.items():
        for source in page.loads:
            assert urlsplit(urljoin(address(path), source)).netloc == urlsplit(HOME).netloc, (path, source)
    for sheet in SITE.rglob("*.css"):
        for source in re.findall(r"url\(([^)]+)\)", sheet.read_text(encoding="utf-8")):
            assert source.strip("\"'").startswith(("data:", "#")), (sheet.name, source[:80])


def test_every_page_is_told_apart_by_title_and_description(pages):
    for what in (lambda page: page.title, lambda page: page.metas["description"]):
        said = [what(page) for page in pages.values()]
        assert sorted({each for each in said if said.count(each) > 1}) == []
    assert {path: page.title for path, page in pages.items() if not 2 <= len(page.title) <= 32} == {}
    assert {path: text for path, page in pages.items() if not 12 <= len(text := page.metas["description"]) <= 80} == {}


def test_no_page_is_a_dead_end(pages):
    """Each leads on to another page, beside the menu and what stands below every page."""
    everywhere = set.intersection(*({urljoin(address(path), link) for link in page.onward} for path, page in pages.items() if page.onward))
    for path, page in pages.items():
        ways = {urljoin(address(path), link).partition("#")[0] for link in page.onward} - everywhere - {address(path)}
        assert any(way.startswith(HOME) for way in ways), path


def test_nothing_pretends_to_know_where_the_site_lies(pages):
    """Built without `SITE_URL`. With it, tests/publish/test_addresses.py looks."""
    for path, page in pages.items():
        assert not page.rels & {"canonical", "alternate"} and not {"og:url", "og:image"} & set(page.metas), path
    assert not [*SITE.glob("sitemap*"), *SITE.glob("*.atom")]


def test_every_page_has_the_policy(pages):
    for path, page in pages.items():
        assert page.policy, path
        assert "default-src 'self'" in page.policy and "'wasm-unsafe-eval'" in page.policy
        assert "'unsafe-eval'" not in page.policy and "'unsafe-inline'" not in page.policy and "http" not in page.policy, path
        assert page.styled == [], path


def test_every_heading_has_an_english_anchor():
    for path in sorted(DOCS.rglob("*.md")):
        for line in re.sub(r"(?ms)^```.*?^```", "", path.read_text(encoding="utf-8")).splitlines():
            if re.match(r"#{1,4} ", line):
                assert re.search(r"\{#[a-z0-9][a-z0-9/-]*\}$", line), (path, line)


def test_the_runtime_is_ours_and_whole(pages):
    """The check page names a lock file that is there, and what the page loads beside it is there too."""
    lock = SITE / "check" / re.search(r'data-runtime="([^"]+)"', (SITE / "check" / "index.html").read_text(encoding="utf-8"))[1]
    assert lock.is_file()
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "lean.js", "lean.wasm", "python.zip", "whole.zip"):
        assert lock.with_name(name).is_file(), name
    # What is in it, tests/publish/test_join.py looks at.
    assert zipfile.ZipFile(lock.with_suffix(".zip")).namelist() == ["checker/__init__.pyc", "checker/held", "checker/ahead"]


def test_the_page_that_checks_an_archive_lies_beside_the_scripts_as_it_goes_into_each(pages):
    (page,) = SITE.glob("assets/checker-*/evidence/verify.txt")
    assert page.read_bytes() == verifier_page()
    assert "evidence-folder/index.html" in pages


def test_a_page_that_no_menu_names_says_where_it_stands_and_leads_on(pages):
    """The first link of its text leads up to a page of the menu, and no such page is a dead end."""
    menu = {target for link in pages["index.html"].links if (target := urlsplit(urljoin(HOME, link)).path.strip("/"))}
    named = {
        urljoin(address(path), link)
        for path in pages
        for link in re.findall(r'<a href="([^"]+)" class="md-nav__link', (SITE / path).read_text(encoding="utf-8"))
    }
    below = [path for path in pages if path.count("/") > 1 and address(path) not in named]
    assert len(below) > 100
    for path in below:
        text = (SITE / path).read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        way = re.search(r'<p class="way"><a href="([^"]+)">', text)
        assert way, path
        up = urlsplit(urljoin(address(path), way[1])).path.strip("/")
        assert up in menu or up.rpartition("/")[0] in menu, (path, up)


def test_nothing_that_a_page_is_about_is_folded_away(pages):
    """What reads like an answer stands open. The self-check and the tools fold by need; a guide folds notes alone."""
    for path in pages:
        text = (SITE / path).read_text(encoding="utf-8")
        if 'class="checker' not in text:
            assert not re.search(r"<details(?! class=\"note)", text.partition("<article")[2].partition("</article>")[0]), path
