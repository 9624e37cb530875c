"""Draws that stay as they are when a question, an option or a story comes in: each is made for itself, from its name, and not from a stream."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar
from zlib import crc32

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn for one case. ``key`` is the case's name; each thing that is drawn has one as well."""

    key: str

    def _number(self, what: str) -> int:
        return int.from_bytes(blake2b(f"{self.key} {what}".encode(), digest_size=8).digest())

    def happens(self, what: str, share: float) -> bool:
        """Yes in this share of the cases."""
        return self._number(what) / 2**64 < share

    def below(self, what: str, end: int) -> int:
        """A number from nought on."""
        return self._number(what) % end

    def one(self, what: str, things: Sequence[Thing]) -> Thing:
        """One of these, whose list does not grow."""
        return things[self.below(what, len(things))]

    def ordered(self, what: str, names: Iterable[str]) -> list[str]:
        """Names in some order: a new one moves no other."""
        start = self._number(what) & 0xFFFFFFFF
        return sorted(names, key=lambda name: crc32(name.encode(), start) * 2654435761 & 0xFFFFFFFF)

    def option(self, what: str, names: Iterable[str]) -> str:
        """One of these names."""
        return self.ordered(what, names)[0]
