"""Pages about the same, named below each page: found from what pages link to, so that a page that is new or split needs no list."""

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from math import log
from urllib.parse import urljoin, urlsplit

MARK = "<!--related-->"
"""Where the template wants them."""
MOST = 3
#: What a link from one to the other counts, beside what both link to.
DIRECT = 0.25
#: Two pages with nothing in common but what nearly all link to are not about the same.
LEAST = 0.08
ROOT = "https://site.invalid/"


@dataclass
class _Page(HTMLParser):
    """What an article links to, what stands above it, and what the foot of the page leads to anyway."""

    address: str
    targets: set[str] = field(default_factory=set)
    onward: set[str] = field(default_factory=set)
    title: str = ""
    _inside: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links by where they stand."""
        if tag in ("article", "footer", "h1"):
            self._inside[tag] += 1
        href = dict(attrs).get("href")
        if tag != "a" or not href:
            return
        target = urljoin(ROOT + self.address, href)
        if target.startswith(ROOT):
            (self.targets if self._inside["article"] else self.onward if self._inside["footer"] else set()).add(target.removeprefix(ROOT))

    def handle_endtag(self, tag: str) -> None:
        """Leave what was entered."""
        if tag in ("article", "footer", "h1"):
            self._inside[tag] -= 1

    def handle_data(self, data: str) -> None:
        """The words of the heading."""
        if self._inside["h1"] and self._inside["article"]:
            self.title += data


def added(texts: dict[str, str]) -> dict[str, str]:
    """The pages by their files, each with its related ones where it wants them. A page that wants none is related to none."""
    pages = {}
    for name, text in texts.items():
        page = pages[name] = _Page(posixpath.dirname(name) + "/" if "/" in name else "")
        page.feed(text)
    wanting = {name: page for name, page in pages.items() if MARK in texts[name] and page.address}
    return {name: text.replace(MARK, _drawn(pages[name], _nearest(name, wanting))) for name, text in texts.items()}


def _nearest(name: str, pages: dict[str, _Page]) -> list[_Page]:
    if name not in pages:
        return []
    here = pages[name]
    known = Counter(target for page in pages.values() for target in page.targets)

    def weight(targets: set[str]) -> float:
        return sum(log(1 + len(pages) / known[target]) for target in targets)

    def nearness(page: _Page) -> float:
        shared = weight(here.targets & page.targets)
        links = sum(any(urlsplit(each).path == to.address for each in of.targets) for of, to in ((here, page), (page, here)))
        return shared / ((weight(here.targets) * weight(page.targets)) ** 0.5 or 1) + DIRECT * links

    others = [page for page in pages.values() if page is not here and page.address not in here.onward]
    near = {page.address: nearness(page) for page in others}
    found = sorted((page for page in others if near[page.address] >= LEAST), key=lambda page: (-near[page.address], page.address))
    return found[:MOST]


def _drawn(here: _Page, found: list[_Page]) -> str:
    if not found:
        return ""
    links = "".join(
        f'<li><a href="{posixpath.relpath(page.address, here.address or ".")}/">{escape(" ".join(page.title.replace("¶", "").split()))}</a></li>'
        for page in found
    )
    return f'<nav class="related" aria-labelledby="related"><p id="related">和这一页有关的</p><ul>{links}</ul></nav>'
