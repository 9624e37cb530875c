"""Where the words of a question's options stand in a text, and which options that leaves."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.read.passage import Span
from checker.read.said import READER, THEM, SaidTable
from checker.read.scope import Scope

AT_ONCE = 5
"""Characters within which a no and what it denies have nothing between them, not even a space."""
CLOSE_BY = 16
"""Characters within which a reason belongs to what was decided."""
_UNSAID = re.compile(r"(?:没|未)(?:有)?(?:明确|直接)?(?:说|讲|表示|提)(?:过|要|是|会)?(?:不|退|可以|给|同意|能|行)")
"""What somebody did not say was not said, though its words stand there."""


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A stretch of the plain text that speaks for an option; the empty option for one that speaks for none."""

    option: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def hits(table: SaidTable, scope: Scope, close_to: Sequence[Hit] = ()) -> list[Hit]:
    """Every stretch that speaks for an option as a fact, in the order of the text. What lies within a longer stretch that speaks for something
    else, or for nothing, is part of that. ``close_to``: near these, words count as the other side's though they are told by the reader.
    """
    plain = scope.passage.plain
    found = [Hit("", *match.span()) for each in table.nothing for match in each.finditer(plain)]
    found += (Hit("", *match.span()) for each in table.told_nothing for match in each.finditer(plain) if not scope.is_theirs(*match.span()))
    for row in table.rows:
        for voice, patterns in row.voices:
            for each in patterns:
                found += (
                    Hit(row.option, *match.span()) for match in each.finditer(plain) if match[0] and _counts(match, voice, scope, close_to)
                )
    for row in table.rows:
        # Who only wonders has gone no further; whatever else is told goes before it.
        if not any(hit.option not in ("", row.option) for hit in found) and not any(each.search(plain) for each in row.unless):
            found += (Hit(row.option, *match.span()) for each in row.wonders for match in each.finditer(plain) if match[0])
    return sorted((hit for hit in _longest(found, table) if hit.option), key=lambda hit: (hit.start, hit.end))


def _counts(match: re.Match[str], voice: str, scope: Scope, close_to: Sequence[Hit]) -> bool:
    """Whether it is said, as a fact, by somebody whose word it is."""
    start, end = match.span()
    theirs = scope.is_theirs(start, end)
    if _UNSAID.search(match[0], 1):
        return False
    if voice == THEM and theirs:
        return True
    if voice == THEM and not any(hit.start - CLOSE_BY <= start and end <= hit.end + CLOSE_BY for hit in close_to):
        return False
    if (voice == READER and theirs) or (
        match[0][0] in "没未不" and end - start <= AT_ONCE and scope.passage.breaks_between(start, start + 2)
    ):
        return False
    return not (scope.is_denied(start) or scope.is_asked(start, end) or scope.is_supposed(start, end))


def _longest(found: list[Hit], table: SaidTable) -> list[Hit]:
    """Those that lie in no longer one of another option, and in none as long that speaks for nothing. What says less swallows nothing that says more, and
    where several may be told together, as a list, none swallows another.
    """
    yields = {row.option: row.yields_to for row in table.rows}
    furthest = max((hit.length for hit in found), default=0)
    kept: list[Hit] = []
    starts: list[int] = []
    for hit in sorted(found, key=lambda hit: (-hit.length, hit.option)):
        # Only what begins no further before it than the longest is long can hold it.
        first, last = bisect_left(starts, hit.start - furthest), bisect_right(starts, hit.start)
        held = (other for other in kept[first:last] if not (table.together and other.option))
        if not any(_swallows(other, hit, yields) for other in held):
            starts.insert(last, hit.start)
            kept.insert(last, hit)
    return kept


def _swallows(other: Hit, hit: Hit, yields: Mapping[str, frozenset[str]]) -> bool:
    if other.option == hit.option or not (other.start <= hit.start and hit.end <= other.end):
        return False
    return not other.option or (other.length > hit.length and hit.option not in yields[other.option])


def options(table: SaidTable, found: list[Hit], scope: Scope, read: Mapping[str, Iterable[str]]) -> dict[str, list[Hit]]:
    """The options that are left once those that say less gave way, each with its hits. ``read``: the options of other questions that were read."""
    plain = scope.passage.plain
    out = {
        row.option for row in table.rows if any(read.get(other) and not values & set(read[other]) for other, values in row.about.items())
    }
    out |= {row.option for row in table.rows if row.beside and not any(each.search(plain) for each in row.beside)}
    out |= {row.option for row in table.rows if any(each.search(plain) for each in row.not_with)}
    by: dict[str, list[Hit]] = {}
    for hit in found:
        if hit.option not in out:
            by.setdefault(hit.option, []).append(hit)
    weaker = {row.option for row in table.rows if row.yields_to & by.keys()}
    by = {option: own for option, own in by.items() if option not in weaker} or by
    if len(table.last & by.keys()) > 1:
        ends = {option: max(hit.end for hit in by[option]) for option in table.last & by.keys()}
        latest = max(ends, key=lambda option: ends[option])
        # Only words that turn make the last word of one matter; without them there may be two, and neither is told.
        turned = not table.turns or table.turns.search(plain, min(ends.values()), max(hit.start for hit in by[latest]))
        by = {option: own for option, own in by.items() if option not in table.last or (turned and option == latest)}
    if table.near and len(by) > 1:
        close = {option for option, own in by.items() if any(table.near.search(plain, max(0, hit.start - 16), hit.start) for hit in own)}
        by = {option: own for option, own in by.items() if option in close} or by
    return by


def spans(own: Iterable[Hit], scope: Scope) -> tuple[Span, ...]:
    """The places of hits in the text as it was given, no two overlapping."""
    merged: list[Span] = []
    for start, end in sorted(scope.passage.span(hit.start, hit.end) for hit in own):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
