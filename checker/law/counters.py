"""What a counter's own form asks for, field by field, and how much fits into it."""

from dataclasses import dataclass
from functools import cache

from checker.law.statutes import Article, article
from checker.law.table import table


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterField:
    """One place to fill in. ``article``: the text that requires it; ``None``: nobody says that it has to be there."""

    id: str
    label: str
    article: Article | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """One counter. ``limit``: characters that fit into a place of it, 0 where no source was found; ``source``: who says so."""

    name: str
    limit: int
    source: str
    fields: tuple[CounterField, ...]


@cache
def counters() -> dict[str, Counter]:
    """Every counter whose form is known, by the name of the text that goes there.

    :raises UnknownArticle: a field names an article that stands in no table.
    """
    return {
        name: Counter(
            name=row["name"],
            limit=row["limit"],
            source=row["source"],
            fields=tuple(
                CounterField(id=each["id"], label=each["label"], article=article(each["article"]) if "article" in each else None)
                for each in row["fields"]
            ),
        )
        for name, row in table("counters")["counters"].items()
    }
