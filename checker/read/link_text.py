"""A text made ready for finding links: one way of writing each letter, without what cannot be seen, and with what dodges filters put right.

The patterns of dodging are rows of `link_signs.toml`. Each character keeps the place from which it came.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.law.table import table

Span = tuple[int, int]
_UNSEEN = frozenset(("Cc", "Cf"))
_NO_CHARACTER = frozenset(("Cs", "Co", "Cn"))
_MARKS = frozenset(("Mn", "Mc"))
_HALF = frozenset("abcdefghijklmnopqrstuvwxyz0123456789./:@-_%#?&=[]")
"""What a character may be another way of writing of. Other marks stay as they are, since a full-width comma ends a link and a half-width one need not."""


@dataclass(frozen=True, slots=True, eq=False)
class Flat:
    """``text`` is what is searched, ``at`` the place of each of its characters in what was given, ``unseen`` before which characters something stood that
    nobody sees, ``dodged`` which characters were put in the place of others.
    """

    text: str
    at: tuple[int, ...]
    unseen: tuple[int, ...]
    dodged: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """From where to where a stretch, which is not empty, stands in what was given."""
        return self.at[start], self.at[end - 1] + 1

    def has_unseen(self, start: int, end: int) -> bool:
        """Whether something unseen stands inside the stretch."""
        return bisect_right(self.unseen, start) < bisect_left(self.unseen, end)

    def has_dodged(self, start: int, end: int) -> bool:
        """Whether something of the stretch was written in another way."""
        return bisect_left(self.dodged, start) < bisect_left(self.dodged, end)


def flatten(given: str) -> Flat:
    """A text ready to be searched for links. Any string can be read."""
    text: list[str] = []
    at: list[int] = []
    unseen: list[int] = []
    for place, char in enumerate(given):
        category = unicodedata.category(char)
        if category in _UNSEEN and char not in "\n\r\t":
            unseen.append(len(text))
        elif category in _MARKS and text and len(joined := unicodedata.normalize("NFC", text[-1] + char)) == 1:
            text[-1] = joined
        else:
            for each in " " if category in _NO_CHARACTER else _one_way(char):
                text.append(each)
                at.append(place)
    flat = Flat("".join(text), tuple(at), tuple(unseen), ())
    for pattern, right in _dodges():
        flat = _put_right(flat, pattern, right)
    return flat


def _one_way(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char).lower()
    if len(plain) == 1 or plain.isalnum():
        return plain if set(plain) <= _HALF or char.isalpha() else char
    return char


def path_of(rest: str) -> str:
    """The path of what stands behind a host, decoded."""
    return decoded(re.split(r"[?#]", rest, maxsplit=1)[0])


def decoded(text: str) -> str:
    """A stretch of a link with letters and marks that are written with % as themselves."""
    return re.sub("%([2-7][0-9a-f])", lambda code: chr(int(code[1], 16)), text)


@cache
def rows() -> dict[str, Any]:
    """The table of signs, which says itself what stands in it."""
    return table("link_signs", "checker.read")


Right = Callable[[re.Match[str]], list[tuple[str, int]] | None]
"""What stands for a match: each character with the place in the match from which it is taken; ``None`` where the match is none."""


def _put_right(flat: Flat, pattern: re.Pattern[str], right: Right) -> Flat:
    text: list[str] = []
    from_: list[int] = []
    changed: list[int] = []
    last = 0
    for match in pattern.finditer(flat.text):
        found = right(match)
        if found is None or "".join(char for char, _ in found) == match[0]:
            continue
        start, end = match.span()
        text.append(flat.text[last:start])
        from_.extend(range(last, start))
        changed.extend(range(len(from_), len(from_) + len(found)))
        text.append("".join(char for char, _ in found))
        from_.extend(start + place for _, place in found)
        last = end
    if not last:
        return flat
    text.append(flat.text[last:])
    from_.extend(range(last, len(flat.text)))
    before = set(flat.dodged)
    return Flat(
        "".join(text),
        tuple(flat.at[old] for old in from_),
        tuple(bisect_left(from_, old) for old in flat.unseen),
        tuple(sorted({place for place, old in enumerate(from_) if old in before} | set(changed))),
    )


@cache
def _dodges() -> tuple[tuple[re.Pattern[str], Right], ...]:
    dodges = rows()["dodges"]
    made = {name: re.compile(row.replace("«ends»", dodges["ends"])) for name, row in dodges.items() if name != "ends"}
    return (
        (made["scheme"], _scheme),
        (made["spaced"], lambda match: _closed(match, made["spaced_end"])),
        (made["bracketed"], _dot),
        (made["chain"], lambda match: _chained(match, made["joint"])),
    )


def _scheme(match: re.Match[str]) -> list[tuple[str, int]]:
    return [(char, min(place, len(match[0]) - 1)) for place, char in enumerate(f"http{match['s']}://")]


def _dot(match: re.Match[str]) -> list[tuple[str, int]]:
    return [(".", 0)]


def _closed(match: re.Match[str], end: re.Pattern[str]) -> list[tuple[str, int]] | None:
    """Single letters with spaces between them, where they make up a domain."""
    found = [(char, place) for place, char in enumerate(match[0]) if char != " "]
    return found if end.search("".join(char for char, _ in found)) else None


def _chained(match: re.Match[str], joint: re.Pattern[str]) -> list[tuple[str, int]]:
    """A name whose dots were written otherwise."""
    found: list[tuple[str, int]] = []
    last = 0
    for each in joint.finditer(match[0]):
        found += [(match[0][place], place) for place in range(last, each.start())]
        found.append((".", each.start()))
        last = each.end()
    return found + [(match[0][place], place) for place in range(last, len(match[0]))]
