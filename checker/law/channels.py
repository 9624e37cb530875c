"""Where a reader can turn to: the seller, payment services, authorities, courts."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from checker.errors import DataNotCovered
from checker.law.table import table

Group = Literal["seller", "payment", "authority", "court", "police", "media"]
"""Where a channel stands on the page of channels."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Channel:
    """One channel: how to get there, what it can do and what it cannot, and how sure we are of that."""

    id: str
    name: str
    """As a sentence calls it (“向…反馈”)."""
    title: str
    """As its heading calls it."""
    entry: str
    takes: str
    """What is accepted there."""
    needs: tuple[str, ...]
    """What to bring."""
    how_long: str | None = None
    """How long it takes, where no row of the thresholds says so or words have to be added."""
    limits: tuple[str, ...] = ()
    """Ids of thresholds."""
    can: str
    cannot: str
    articles: tuple[str, ...] = ()
    """Ids of the articles that its statements by law rest on."""
    group: Group | None = None
    """``None``: an answer of the self-check that is no place of its own."""
    order: int = 0
    confidence: str
    checked_on: date


@cache
def channels() -> dict[str, Channel]:
    """Every row of the table, by id."""
    rows = {id: row for id, row in table("channels").items() if isinstance(row, dict)}
    return {id: _channel(id, row) for id, row in rows.items()}


def channel(id: str) -> Channel:
    """One row of the table.

    :raises DataNotCovered: no such channel.
    """
    if id not in channels():
        raise DataNotCovered(f"no channel {id}")
    return channels()[id]


def checked_on() -> date:
    """The day on which the table was last compared with its sources; a row may have a day of its own."""
    day: date = table("channels")["checked_on"]
    return day


def _channel(id: str, row: dict[str, Any]) -> Channel:
    lists = {name: tuple(row.get(name, ())) for name in ("needs", "limits", "articles")}
    return Channel(**({"id": id, "title": row["name"], "checked_on": checked_on()} | row | lists))
