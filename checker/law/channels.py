"""Where a reader can turn to: payment services, authorities."""

from dataclasses import dataclass

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


def channel(id: str) -> Channel:
    """One row of the table.

    :raises DataNotCovered: no such channel.
    """
    row = table("channels").get(id)
    if not isinstance(row, dict):
        raise DataNotCovered(f"no channel {id}")
    return Channel(id=id, **row)
