"""Where built pages look for things: relative addresses, so that the site may lie in any folder, and a hash in those of all assets."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from checker.law import statutes
from checker.rules import PLATFORM_RULES, RULES, SUPPORTS
from checker.write.letters import LETTERS

TOP = Path(__file__).parents[2]
POINTING = ("href", "src", "srcset", "action", "formaction", "poster", "data")
HERE = "https://example.org/sub/"
HASH = re.compile(r"[/.-][0-9a-f]{8,12}(?=[/.])")
#: What takes an address in a script, followed by one that begins at the root of the host.
FROM_THE_ROOT = re.compile(
    r"""(?:\bfrom|\bimport\(?|URL\(|fetch\(|Request\(|Worker\(|importScripts\(|register\(|(?:href|src|action|location)=)\s*["'`]/"""
)


class References(HTMLParser):
    """Every address in a page, those for scripts in `data-` attributes and in the theme's settings too."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.in_settings = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.in_settings = given.get("id") == "__config"
        self.found += [value for name, value in attrs if name in POINTING and value]
        self.found += [value for name, value in attrs if name.startswith("data-") and value and "/" in value and " " not in value]

    def handle_data(self, data):
        if self.in_settings:
            settings = json.loads(data)
            self.found += [settings["base"], settings["search"]]
            self.in_settings = False


def references(path: Path) -> list[str]:
    return References(path.read_text(encoding="utf-8")).found


def pages(folder: Path) -> list[Path]:
    """Those that lie where they are asked for: what is shown in another page's place cannot link relatively."""
    return [path for path in sorted(folder.rglob("*.html")) if path.name not in ("404.html", "offline.html")]


@pytest.fixture(scope="session")
def below(tmp_path_factory) -> Path:
    """The site as it is built for https://example.org/sub/, by somebody whom errors may be told. Without the slash at the end, as GitHub Pages tells it."""
    folder = tmp_path_factory.mktemp("below")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(
        command,
        cwd=TOP,
        env=os.environ | {"SITE_URL": HERE.rstrip("/"), "REPORT": "mailto:law@site.example"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_references_are_found_wherever_they_stand():
    page = '<a href="/a"><img src="/b"><form action="/c"></form><p data-runtime="/d"><script id="__config">{"base": "/e", "search": "/f"}</script>'
    assert References(page).found == ["/a", "/b", "/c", "/d", "/e", "/f"]
    for script in (
        "import x from '/a.mjs'",
        'import("/a.mjs")',
        "new URL('/a', b)",
        "new Worker(`/a`)",
        "link.href = '/a'",
        "location='/a'",
        'fetch("/a")',
    ):
        assert FROM_THE_ROOT.search(script.replace(" =", "=")), script


def test_no_page_begins_an_address_at_the_root_of_the_host(site):
    found = [(path.relative_to(site).as_posix(), each) for path in pages(site) for each in references(path) if each.startswith("/")]
    assert found == []


def test_no_script_or_sheet_begins_an_address_at_the_root_of_the_host(site):
    scripts = [path for path in site.rglob("*") if path.suffix in (".js", ".mjs")]
    assert len(scripts) > 60
    for path in scripts:
        assert not FROM_THE_ROOT.search(path.read_text(encoding="utf-8").replace(" =", "=")), path.relative_to(site)
    for path in site.rglob("*.css"):
        assert not re.search(r"""url\(\s*["']?/""", path.read_text(encoding="utf-8")), path.relative_to(site)


def test_every_asset_that_a_page_refers_to_carries_a_hash_and_exists(site):
    seen = set()
    for path in pages(site):
        home = f"https://site.example/{path.relative_to(site).as_posix()}"
        seen |= {urlsplit(urljoin(home, each)).path for each in references(path)}
    assets = {address for address in seen if address.startswith("/assets/")}
    for kind in ("/assets/runtime/", "/assets/checker-", "/assets/look-", "/assets/stylesheets/", "/assets/javascripts/"):
        assert any(address.startswith(kind) for address in assets), kind
    for address in assets:
        assert HASH.search(address), address
        assert (site / address.lstrip("/")).is_file(), address


def test_the_mended_search_worker_is_the_one_that_pages_name(site):
    (worker,) = (site / "assets" / "javascripts" / "workers").glob("*.js")
    for path in pages(site):
        named = [each for each in references(path) if "/workers/" in each]
        assert [Path(each).name for each in named] == [worker.name], path


def test_the_page_for_no_address_begins_at_the_folder_of_the_site(below):
    found = [each for each in references(below / "404.html") if not each.startswith(("#", "https://", "data:", "mailto:"))]
    assert len(found) > 30
    for each in found:
        assert each.startswith("/sub/"), each
        path = below / urlsplit(each).path.removeprefix("/sub/")
        assert path.is_file() or (path / "index.html").is_file(), each


def test_other_pages_stay_relative_there(below):
    found = [(path.relative_to(below).as_posix(), each) for path in pages(below) for each in references(path) if each.startswith("/")]
    assert found == []


def test_there_pages_say_where_they_lie_and_are_mapped(below):
    mapped = {each.text for each in ElementTree.parse(below / "sitemap.xml").iter() if each.tag.endswith("}loc")}
    addresses = {f"{HERE}{path.relative_to(below).as_posix().removesuffix('index.html')}": path for path in pages(below)}
    assert mapped == set(addresses)
    # The day of the build is none on which a page was changed.
    assert "<lastmod>" not in (below / "sitemap.xml").read_text(encoding="utf-8")
    for address, path in addresses.items():
        text = path.read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{address}">' in text and f'<meta property="og:url" content="{address}">' in text, path
        assert 'type="application/atom+xml"' in text, path
        for picture in re.findall(r'<meta property="og:image" content="([^"]*)">', text):
            assert picture.startswith(HERE) and (below / picture.removeprefix(HERE)).is_file(), path


def test_there_the_feed_lies_where_pages_name_it(below):
    root = ElementTree.parse(below / "changes.atom").getroot()
    assert root.find("{http://www.w3.org/2005/Atom}id").text.startswith(HERE)
    assert 'href="../changes.atom">Atom</a>' in (below / "changes" / "index.html").read_text(encoding="utf-8")


def test_there_errors_may_be_told_of_each_rule_article_and_text(below, site):
    asked = {
        path.relative_to(below).as_posix(): path.read_text(encoding="utf-8").count('<p class="wrong"><a href="mailto:law@site.example?')
        for path in pages(below)
    }
    subjects = (*RULES, *SUPPORTS, *PLATFORM_RULES, *statutes.articles(), *LETTERS)
    assert sum(asked.values()) >= len(subjects) and asked["check/index.html"] == 1
    assert not [path for path in site.rglob("*.html") if 'class="wrong"' in path.read_text(encoding="utf-8")]
