"""The pages of statutes: one a law, and several for a law with too much for one page. Where it is cut is data (``law_pages.toml``)."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.law.statutes import Article, Law, articles, laws


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPage:
    """One law, or the part of it that begins with the article number ``first``; ``part`` is the part's title, empty where the law is whole."""

    law: Law
    first: int
    part: str
    here: str
    """What it is cited for on this site."""
    articles: tuple[Article, ...]

    @property
    def name(self) -> str:
        """Its place below ``law/``."""
        return f"{self.law.id}-{self.first}" if self.part else self.law.id

    @property
    def path(self) -> str:
        """Its file, seen from ``docs/``."""
        return f"law/{self.name}.md"

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"{self.law.short}：{self.part}" if self.part else self.law.short


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("law_pages.toml").read_text(encoding="utf-8"))


def number(id: str) -> int:
    """The number of the article that goes by this id."""
    return int(id.rpartition("-")[2])


def cuts() -> dict[str, list[int]]:
    """The numbers with which the pages of a law begin that has several, by the id of the law: what scripts have to know to link to an article."""
    return {law: [part["from"] for part in parts] for law, parts in _table()["parts"].items()}


@cache
def law_pages() -> tuple[LawPage, ...]:
    """Every page of articles, law by law in the order of the table."""
    of_law: dict[str, list[Article]] = defaultdict(list)
    for item in sorted(articles().values(), key=lambda item: number(item.id)):
        of_law[item.law.id].append(item)
    found = []
    for law in laws().values():
        parts = _table()["parts"].get(law.id) or [{"from": 0, "title": "", "here": _table()["here"][law.id]}]
        ends = [part["from"] for part in parts[1:]] + [None]
        for part, end in zip(parts, ends, strict=True):
            inside = [item for item in of_law[law.id] if number(item.id) >= part["from"] and (end is None or number(item.id) < end)]
            if inside:
                found.append(LawPage(law=law, first=part["from"], part=part["title"], here=part["here"], articles=tuple(inside)))
    return tuple(found)


@cache
def page_of_article() -> dict[str, LawPage]:
    """The page of each article, by the article's id."""
    return {item.id: page for page in law_pages() for item in page.articles}
