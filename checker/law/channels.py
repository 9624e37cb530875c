"""Where a reader can turn to: payment services, authorities."""

from dataclasses import dataclass
from functools import cache

from checker.errors import DataNotCovered
from checker.law.table import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One channel: how to get there, what it can do and what it cannot, and how sure we are of that."""

    id: str
    name: str
    entry: str
    can: str
    cannot: str
    confidence: str


@cache
def channels() -> dict[str, Channel]:
    """Every row of the table, by id."""
    return {id: Channel(id=id, **row) for id, row in table("channels").items() if isinstance(row, dict)}


def channel(id: str) -> Channel:
    """One row of the table.

    :raises DataNotCovered: no such channel.
    """
    if id not in channels():
        raise DataNotCovered(f"no channel {id}")
    return channels()[id]
