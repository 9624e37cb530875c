"""The pages of statutes: one a law, which only leads on to its parts where it has too much for one page. Where it is cut is data (``law_pages.toml``)."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from math import inf
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
        return f"{self.law.short}{self.part}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """One law, and its parts where it is cut."""

    law: Law
    here: str
    """What it is cited for on this site."""
    pages: tuple[LawPage, ...]

    @property
    def path(self) -> str:
        """The page of the law, seen from ``docs/``: scripts link to an article by the id of its law alone."""
        return f"law/{self.law.id}.md"

    @property
    def whole(self) -> bool:
        """Whether its page holds its articles."""
        return len(self.pages) == 1

    @property
    def articles(self) -> tuple[Article, ...]:
        """All that are cited of it."""
        return tuple(item for page in self.pages for item in page.articles)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("law_pages.toml").read_text(encoding="utf-8"))


def number(id: str) -> int:
    """The number of the article that goes by this id."""
    return int(id.rpartition("-")[2])


@cache
def statutes() -> tuple[Statute, ...]:
    """Every law, in the order of the table."""
    of_law: dict[str, list[Article]] = defaultdict(list)
    for item in sorted(articles().values(), key=lambda item: number(item.id)):
        of_law[item.law.id].append(item)
    return tuple(
        Statute(law=law, here=_table()["here"][law.id], pages=tuple(_cut(law, of_law[law.id]))) for law in laws().values() if of_law[law.id]
    )


def _cut(law: Law, found: list[Article]) -> Iterator[LawPage]:
    parts = _table()["parts"].get(law.id) or [{"from": 0, "title": "", "here": _table()["here"][law.id]}]
    for part, following in zip_longest(parts, parts[1:]):
        inside = (item for item in found if part["from"] <= number(item.id) < (following["from"] if following else inf))
        yield LawPage(law=law, first=part["from"], part=part["title"], here=part["here"], articles=tuple(inside))


@cache
def law_pages() -> tuple[LawPage, ...]:
    """Every page of articles."""
    return tuple(page for statute in statutes() for page in statute.pages)


@cache
def page_of_article() -> dict[str, LawPage]:
    """The page of each article, by the article's id."""
    return {item.id: page for page in law_pages() for item in page.articles}
