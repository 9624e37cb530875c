"""Reads any text of the reader's own and every letter that was edited by hand, while it is typed: the three clears of the guide 沟通三明确, what a telling
lacks, and the phrases that hurt who sends them. It knows no case: what the answers support says `checker.write.lint`.

That who asserts something has to prove it: 《民事诉讼法》第六十七条. That facts made up to get money are dealt with by law:
《消费者权益保护法实施条例》第四十九条. The rest is how shops, platforms and offices read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import datetime

from checker.decide.deadlines import demand_until
from checker.kit.phrases import chinese_date
from checker.read.passage import LONGEST, Span
from checker.write.wording_draft import Draft, read_draft
from checker.write.wording_rows import ClearRow, PhraseRow, rows

NEAR = 18
"""Characters in front of words in which it is looked for what makes them none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clear:
    """One of the three: whether it stands in the text and where, what to say of it, and a sentence to add, with ``___`` for what only the writer knows."""

    id: str
    label: str
    present: bool
    spans: tuple[Span, ...]
    say: str
    add: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Statement:
    """A telling of the purchase that lacks something. ``missing``: ``time``, ``result`` or both."""

    spans: tuple[Span, ...]
    missing: tuple[str, ...]
    say: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """Words that hurt their writer, of one of the kinds of :data:`checker.write.wording_rows.KINDS`. ``better``: a sentence that can stand in the place of
    ``clause``, in which the words are.
    """

    kind: str
    spans: tuple[Span, ...]
    clause: Span
    why: str
    better: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """What a text says and how. ``read``: how many characters were read, ``cut`` whether there were more. Places are counted in code points."""

    read: int
    cut: bool
    clears: tuple[Clear, ...]
    statements: tuple[Statement, ...]
    phrases: tuple[Phrase, ...]


def read_wording(text: str, now: datetime) -> Wording:
    """How a text is worded. ``now``: the days of proposed sentences are counted from here. Any string can be read."""
    draft = read_draft(text[:LONGEST])
    until = chinese_date(demand_until(now.date()))
    to_office = bool(rows().offices.named.search(draft.plain))
    clears = tuple(_clear(row, draft, until, to_office) for row in rows().clears)
    there = {each.id for each in clears if each.present}
    return Wording(
        read=min(len(text), LONGEST),
        cut=len(text) > LONGEST,
        clears=clears,
        statements=tuple(_statements(draft)),
        phrases=tuple(_phrases(draft, there, until, to_office)),
    )


def _clear(row: ClearRow, draft: Draft, until: str, to_office: bool) -> Clear:
    places = sorted({span for each in row.said for span in _standing(row, each, draft)})
    present, say, add = bool(places), row.present, ""
    if not places and row.id == "deadline" and to_office:
        present, say = True, rows().offices.by_law
    elif not places:
        say = row.missing
        add = next((add for when, add in row.kinds if when.search(draft.plain)), row.add).replace("{until}", until)
    elif row.id == "demand" and _asks_money_without_sum(draft, places):
        say, add = rows().sums.without, row.add
    return Clear(id=row.id, label=row.label, present=present, spans=_given(draft, places), say=say, add=add)


def _standing(row: ClearRow, words: re.Pattern[str], draft: Draft) -> Iterator[Span]:
    """Where the words of a clear stand as the writer's own, and nothing around them says otherwise."""
    plain = draft.plain
    for match in words.finditer(plain):
        start, end = match.span()
        if draft.is_spoken(start, end) or draft.is_aside(start, end) or row.behind.match(plain, end):
            continue
        if row.before_of.match(plain, start) and row.before.search(plain, max(draft.sentence(start)[0], start - NEAR), start):
            continue
        yield start, end


def _asks_money_without_sum(draft: Draft, places: list[Span]) -> bool:
    """Whether money is asked for and no sentence that does so says how much."""
    sums = rows().sums
    asking = [draft.sentence(start) for start, end in places if sums.asked.search(draft.plain, start, end)]
    return bool(asking) and not any(sums.sum.search(draft.plain, start, end) for start, end in asking)


def _given(draft: Draft, places: list[Span]) -> tuple[Span, ...]:
    """Places in the text as it was given, no two overlapping."""
    merged: list[Span] = []
    for start, end in places:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(draft.passage.span(start, end) for start, end in merged)


def _statements(draft: Draft) -> Iterator[Statement]:
    """Each run of sentences that tells of the purchase and lacks a time or a result. A time that was told before goes for it, and a result behind it."""
    telling, plain = rows().telling, draft.plain
    told = [(start, end) for start, end in draft.sentences() if not telling.asking.match(plain, start, end)]
    first_time = next((start for start, end in told if telling.time.search(plain, start, end)), len(plain))
    last_result = next((end for start, end in reversed(told) if telling.result.search(plain, start, end)), 0)
    for run in _runs(draft):
        start, end = run[0][0], run[-1][1]
        lacks = (*(("time",) if first_time >= end else ()), *(("result",) if last_result <= start else ()))
        if lacks:
            say = telling.say["both" if len(lacks) > 1 else lacks[0]]
            yield Statement(spans=(draft.passage.span(start, end),), missing=lacks, say=say)


def _runs(draft: Draft) -> list[list[Span]]:
    """Sentences that tell what was bought, paid, received or tried, each with those behind it that may tell what came of it."""
    found: list[list[Span]] = []
    last = -1
    for start, end in draft.sentences():
        follows = last == start
        if _is_told(draft, start, end):
            found.append([*(found.pop() if follows else ()), (start, end)])
        elif follows and not rows().telling.asking.match(draft.plain, start, end):
            found[-1].append((start, end))
        else:
            continue
        last = end
    return found


def _is_told(draft: Draft, start: int, end: int) -> bool:
    """Whether a sentence tells of the purchase as something that happened."""
    telling, plain = rows().telling, draft.plain
    for match in telling.happened.finditer(plain, start, end):
        first, last = match.span()
        if draft.is_spoken(first, last) or draft.is_aside(first, last) or draft.scope.is_supposed(first, last):
            continue
        if not telling.before.search(plain, max(start, first - NEAR), first) and not telling.behind.match(plain, last):
            return True
    return False


def _phrases(draft: Draft, there: Set[str], until: str, to_office: bool) -> Iterator[Phrase]:
    """What hurts, in the order of the text; of overlapping words the longest."""
    kept: list[tuple[Span, PhraseRow]] = []
    dated = bool(rows().dated.search(draft.plain))
    found = [
        (match.span(), row)
        for row in rows().phrases
        if not (row.unless_clear & there or (row.unless_dated and dated) or (row.not_to_offices and to_office))
        for words in row.said
        for match in words.finditer(draft.plain)
        if match[0] and _hurts(row, match, draft, to_office)
    ]
    for (start, end), row in sorted(found, key=lambda each: (each[0][0] - each[0][1], each[0])):
        place = bisect_left(kept, start, key=lambda each: each[0][0])
        if (place and kept[place - 1][0][1] > start) or (place < len(kept) and kept[place][0][0] < end):
            continue
        kept.insert(place, ((start, end), row))
    for (start, end), row in kept:
        clause = draft.passage.span(*draft.clause(start, end))
        better = row.better.replace("{until}", until)
        yield Phrase(kind=row.kind, spans=(draft.passage.span(start, end),), clause=clause, why=row.why, better=better)


def _hurts(row: PhraseRow, match: re.Match[str], draft: Draft, to_office: bool) -> bool:
    """Whether the words are the writer's own and nothing around them makes them harmless."""
    plain, (start, end) = draft.plain, match.span()
    first, last = draft.sentence(start)
    if draft.is_aside(start, end) or row.before.search(plain, max(first, start - NEAR), start) or row.behind.match(plain, end):
        return False
    if not row.quotes and (draft.is_quoted(start, end) or draft.is_spoken(start, end)):
        return False
    if row.asked and (draft.scope.is_asked(start, end) or draft.scope.is_supposed(start, end)):
        return False
    if row.unless.search(plain, first, last) or (row.unless_timed and rows().timed.search(plain, first, last)):
        return False
    return row.beside is None or bool(row.beside.search(plain, start, end))
