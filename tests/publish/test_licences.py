"""Whatever readers get stands in the table of licences, and what does not stops the build by its name."""

import json
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from checker.publish import licences

TOP = Path(__file__).parents[2]
OTHERS_ICON = licences.files("material") / licences.ICONS / "fontawesome" / "brands" / "github.svg"


@pytest.fixture
def small(tmp_path) -> Path:
    """A site of two files, which are our own."""
    (tmp_path / "index.html").write_text("<h1>退款</h1>", encoding="utf-8")
    (tmp_path / "service-worker.js").write_text("1", encoding="utf-8")
    return tmp_path


def test_the_built_site_holds_nothing_else_and_all_of_it(site):
    licences.check(TOP, site, licences.works())
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    parts = {name for name, _ in licences.bundled(TOP, site)}
    sets = {name.partition("/")[0] for name, _ in licences.icons(site)}
    idle = [
        row.name
        for row in licences.works()
        if not any(fnmatchcase(name, each) for name in names for each in row.files)
        and not parts & set(row.inside)
        and row.icons not in sets
    ]
    assert not idle, "nobody gets these any more"


def test_what_is_our_own_is_licensed(small):
    licences.check(TOP, small, licences.works())


def map_of(source: str) -> str:
    return json.dumps({"version": 3, "sources": ["webpack://src/main.ts", source]})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("assets/javascripts/glightbox.min.js", "1", r"the file assets/javascripts/glightbox\.min\.js"),
        ("fonts/roboto.woff2", "1", r"the file fonts/roboto\.woff2"),
        ("assets/javascripts/bundle.1.min.js.map", map_of("node_modules/swiper/core.js"), r"swiper, which is a part of bundle\.1\.min\.js"),
        ("assets/stylesheets/main.map", map_of("../node_modules/@some/sass/a.scss"), "@some/sass, which is a part of main"),
        (
            "law/index.html",
            OTHERS_ICON.read_text(encoding="utf-8"),
            r"the icon fontawesome/brands/github\.svg, which is on law/index\.html",
        ),
        (
            "a.html",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0"/></svg>',
            "the icon <svg .*, which is on a.html",
        ),
    ],
)
def test_what_stands_in_no_row_is_named(small, name, content, said):
    (small / name).parent.mkdir(parents=True, exist_ok=True)
    (small / name).write_text(content, encoding="utf-8")
    with pytest.raises(licences.NotLicensed, match=said):
        licences.check(TOP, small, licences.works())


def test_everything_that_stands_in_no_row_is_named_at_once(small):
    with pytest.raises(licences.NotLicensed) as found:
        licences.check(TOP, small, ())
    # The two files, and what Pyodide says of itself.
    for name in ("index.html", "service-worker.js", "stackframe", "ZLIB", "libexpat"):
        assert name in str(found.value)


@pytest.mark.parametrize("package", [{"npm": "pyodide"}, {"python": "mkdocs-material"}])
def test_a_package_that_changed_its_licence_is_named(small, package):
    (row,) = [row for row in licences.works() if package.items() <= {"npm": row.npm, "python": row.python}.items()]
    rows = [replace(each, licence="0BSD") if each is row else each for each in licences.works()]
    with pytest.raises(licences.NotLicensed, match=f"{row.name} says {row.licence}, its row 0BSD"):
        licences.check(TOP, small, rows)


@pytest.mark.parametrize("package", [{"npm": "not-there"}, {"python": "not-there"}])
def test_a_package_that_is_not_there_is_named(package):
    with pytest.raises(licences.NotLicensed, match="New does not say its licence"):
        licences.text(TOP, [licences.Work(name="New", use="", licence="MIT", copyright="", **package)])


def test_a_licence_without_its_text_is_named():
    with pytest.raises(licences.NotLicensed, match=r"New: SSPL-1\.0"):
        licences.text(TOP, [licences.Work(name="New", use="", licence="MIT AND SSPL-1.0", copyright="")])


def test_the_text_says_of_each_what_it_is_and_gives_each_licence_once():
    text = licences.text(TOP, licences.works())
    version = json.loads((TOP / "node_modules" / "pyodide" / "package.json").read_text(encoding="utf-8"))["version"]
    assert f"Pyodide {version}\n许可：MPL-2.0\n" in text
    for row in licences.works():
        assert f"\n{row.name}" in text and f"许可：{row.licence}\n版权：Copyright (c) {row.copyright}" in text
        for id in row.licences:
            assert text.count(f"\n\n{id}\n\n") == 1
    # What came with a package, and with the icons.
    assert "Martin Donath <" in text and "Pictogrammers Free License" in text
    used = {id for row in licences.works() for id in row.licences}
    assert {path.stem for path in licences.TEXTS.iterdir()} == used, "a text that no licence needs"


def test_every_page_leads_there(site):
    assert 'href="licences/"' in (site / "index.html").read_text(encoding="utf-8")
    page = (site / "licences" / "index.html").read_text(encoding="utf-8")
    assert 'href="../licences.txt"' in page and all(row.name in page for row in licences.works()[1:])
