"""What a page for reading brings along, compressed as servers hand it out: itself, its sheets, its scripts and what those import. No Python."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

MOST = 150 * 1024
IMPORTED = re.compile(r"""\bfrom\s*['"](\.[^'"]+)['"]""")


class Loading(HTMLParser):
    """Addresses that a page loads before anybody touches it."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.python = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "script" and given.get("src"):
            self.found.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "modulepreload", "icon"):
            self.found.append(given["href"])
        if tag == "img":
            self.found.append(given["src"])
        self.python |= "data-runtime" in given


def compressed(path: Path) -> int:
    copy = path.with_name(f"{path.name}.br")
    return (copy if copy.is_file() else path).stat().st_size


def brought(page: Path) -> set[Path]:
    """The page, what it names, and what that imports."""
    found = [
        page,
        *(
            (page.parent / address).resolve()
            for address in Loading(page.read_text(encoding="utf-8")).found
            if not address.startswith("data:")
        ),
    ]
    for path in found:
        if path.suffix == ".mjs":
            imported = ((path.parent / name).resolve() for name in IMPORTED.findall(path.read_text(encoding="utf-8")))
            found += [each for each in imported if each not in found]
    return set(found)


@pytest.fixture
def reading(site) -> list[Path]:
    """All pages but those that begin Python themselves; the one for no address names its parts from the root."""
    pages = [path for path in site.rglob("index.html") if not Loading(path.read_text(encoding="utf-8")).python]
    assert len(pages) > 10
    return pages


def test_a_page_for_reading_is_light(reading, site):
    weights = {page.relative_to(site).as_posix(): sum(compressed(path) for path in brought(page)) for page in reading}
    heaviest = max(weights, key=weights.__getitem__)
    print(f"\nthe heaviest of {len(weights)}: {heaviest}, {weights[heaviest]} bytes compressed")
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}


def test_no_page_for_reading_names_a_part_of_python_or_of_the_search(reading):
    for page in reading:
        parts = {
            part
            for path in brought(page)
            for part in ("/runtime/", "/workers/", "/python/", "/searching/", "search_index")
            if part in path.as_posix()
        }
        assert parts == set(), page
