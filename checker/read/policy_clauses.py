"""The clauses of a policy: those that deserve doubt, with grounds and a sentence for a letter, and those that only say of what nothing is paid back."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.ask.read import clean
from checker.law.statutes import article, citation
from checker.law.table import table
from checker.read.passage import Span
from checker.read.policy_numbers import Length, Number, Page, expanded, lengths

NO_REFUND, NOT_REFUNDED, OWN_FAULT = "no_refund", "not_refunded", "own_fault"
LONGEST_QUOTE = 60
"""Characters of a clause that a letter quotes."""
WIDE, WIDE_BEHIND = 90, 60
"""Characters around a clause within which its own sentence can soften it."""
LISTED, LISTED_CHARACTERS = 10, 400
"""Items of a list of what is not refunded, and characters, that are looked at."""
_OF_WHOM = frozenset(("own", "used"))
"""Limits that are none where it is refused for whatever reason."""
TOGETHER = 14
"""Characters within which two refusals of a sentence are one."""
_PARTS, _WIDE_SPACE = "。?，：", "\u3000"
_REFUNDING = re.compile("退|提现|取消|违约|解约|解除|余额|扣|转出|换绑")
"""Where a fee is none for the goods themselves."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clause:
    """A clause of a policy. ``doubtful``: whether it may be void; if not, it only says of what nothing is refunded, and ``title`` names that. ``say`` is
    one or two sentences for the reader; ``grounds`` are keys of the table of statutes; ``for_letter`` quotes the clause, and is empty where
    nothing has to be said against it.
    """

    kind: str
    title: str
    spans: tuple[Span, ...]
    doubtful: bool
    say: str
    grounds: tuple[str, ...]
    for_letter: str


@dataclass(frozen=True, slots=True, eq=False)
class _Doubt:
    """A row of the table. ``carves``: what the sentence leaves out takes the doubt away; ``if_short``: so does a time that is long enough;
    ``says_when``: the refusal in its sentence is no other clause; ``unless_before``: of what stands in front alone.
    """

    kind: str
    title: str
    say: str
    letter: str
    grounds: tuple[str, ...]
    said: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    unless_before: tuple[re.Pattern[str], ...]
    carves: bool
    if_short: bool
    says_when: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Name:
    """Something that a refusal names: ``limits`` it to some, ``far`` wherever in the sentence it stands; ``fair`` is the row of what is said of it."""

    label: str
    said: tuple[re.Pattern[str], ...]
    limits: bool
    far: bool
    fair: str


@cache
def _rows() -> dict[str, Any]:
    """The table as it is."""
    return table("policy_clauses", "checker.read")


@cache
def _patterns(*path: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list in the table."""
    found: Any = _rows()
    for step in path:
        found = found[step]
    return _made(found)


def _made(rows: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(expanded(row, _rows()["terms"]) for row in rows)


@cache
def _doubts() -> tuple[_Doubt, ...]:
    return tuple(
        _Doubt(
            kind=row["kind"],
            title=row["title"],
            say=row["say"] + _banned(row["grounds"]),
            letter=row["letter"],
            grounds=tuple(row["grounds"]),
            said=_made(row.get("said", ())),
            unless=_made(row.get("unless", ())),
            unless_before=_made(row.get("unless_before", ())),
            carves=row.get("carves", False),
            if_short=row.get("if_short", False),
            says_when=row.get("says_when", False),
        )
        for row in _rows()["doubt"]
    )


@cache
def _names() -> tuple[_Name, ...]:
    return tuple(
        _Name(row["label"], _made(row["said"]), row.get("limits", False), row.get("far", False), row.get("fair", ""))
        for row in _rows()["names"].values()
    )


def _banned(grounds: Sequence[str]) -> str:
    """That an article among them is for an authority to enforce, and does not void a clause by itself."""
    said = ""
    for row, name in (("bans", "行政禁止性规定"), ("duties", "行政管理规定")):
        found = [article(id) for id in grounds if id in _rows()[row]]
        if found:
            kinds = "、".join(dict.fromkeys(each.law.kind for each in found))
            said += f"其中{citation(found).replace('；', '、')}（{kinds}）是{name}，本身不使条款无效。"
    return said


def clauses(page: Page, fees: Sequence[Number]) -> tuple[Clause, ...]:
    """The clauses of a policy in its order. ``fees``: those that were read in it."""
    doubts = {doubt.kind: doubt for doubt in _doubts()}
    found: list[tuple[int, int, Clause]] = []
    for doubt in doubts.values():
        places = [*_places(doubt, page), *(_dear(fees, doubt, page) if doubt.kind == "excessive_fee" else ())]
        found += [(start, end, _clause(doubt, page, start, end)) for start, end in _joined(places, page)]
    taken = {page.sentence(start) for start, _, clause in found if doubts[clause.kind].says_when}
    unless, defective = doubts[OWN_FAULT].unless, expanded(_rows()["refusal"]["defective"], {})
    for start, end in _refusals(page):
        wide = _wide(page, start, end)
        if "退" not in page.passage.plain[start:end] and _any(unless, wide) and not defective.search(wide):
            continue
        refused = _refused(page, start, end)
        if refused is not None:
            found.append((start, end, refused))
        elif page.sentence(start) not in taken:
            _, begin = _nearest(page, start, end)
            found.append((begin, end, _clause(doubts[NO_REFUND], page, begin, end)))
    return tuple(clause for _, _, clause in sorted(found, key=lambda each: (each[0], each[1], each[2].kind)))


def _places(doubt: _Doubt, page: Page) -> Iterator[Span]:
    """Where the words of a doubt stand and nothing softens them."""
    plain = page.passage.plain
    for each in doubt.said:
        for match in each.finditer(plain):
            start, end = match.span()
            before, _ = page.around(start, end, WIDE, 0)
            softened = (
                plain[page.sentence(end - 1)[1] - 1] == "?"
                or _is_denied(page, start)
                or _is_told(page, start, end)
                or _any(_patterns("fair", "never"), _wide(page, start, end))
                or _any(doubt.unless_before, before + plain[start:end])
                or _any(doubt.unless, _wide(page, start, end))
                or (doubt.carves and _is_carved(page, start, end))
            )
            if softened or (doubt.if_short and not _is_short(page, start, end)):
                continue
            yield start, end


def _any(rows: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(each.search(text) for each in rows)


def _wide(page: Page, start: int, end: int) -> str:
    """The sentence, as far as it can soften what stands between two places."""
    before, behind = page.around(start, end, WIDE, WIDE_BEHIND)
    return f"{before}{page.passage.plain[start:end]}{behind}"


def _is_denied(page: Page, start: int) -> bool:
    before, _ = page.around(start, start + 1, 10, 0)
    return expanded(_rows()["fair"]["denied"], _rows()["terms"]).search(before) is not None


def _is_told(page: Page, start: int, end: int) -> bool:
    """Whether somebody tells of the clause and does not make it: what comes behind judges it, or it stands in quotation marks after words of telling."""
    if expanded(_rows()["fair"]["comment"], {}).search(page.passage.plain[end : end + WIDE]):
        return True
    quoted = page.passage.quoted
    place = bisect_left(quoted, (start + 1, 0)) - 1
    if place < 0 or quoted[place][1] < end:
        return False
    before, _ = page.around(quoted[place][0], quoted[place][0] + 1, 12, 0)
    return expanded(_rows()["fair"]["mentioned"], {}).search(before) is not None


def _is_carved(page: Page, start: int, end: int) -> bool:
    """Whether the sentence, or the next one, leaves out what law demands or goods that are not right."""
    _, last = page.sentence(end - 1)
    return _any(_patterns("fair", "carved"), _wide(page, start, end)) or _any(
        _patterns("fair", "behind"), page.passage.plain[last : min(page.sentence(last)[1], last + WIDE_BEHIND + WIDE)]
    )


def _is_short(page: Page, start: int, end: int) -> bool:
    """Whether the time in the clause, else in its sentence, is too short or none is told."""
    first, last = page.sentence(start)
    near = list(lengths(page, max(first, start - 24), end))
    told: list[Length] = near or list(lengths(page, max(first, start - WIDE), min(last, end + WIDE_BEHIND)))
    if not told and first:
        before, _ = page.sentence(first - 1)
        told = list(lengths(page, max(before, first - WIDE), first))
    return not told or min(each.minutes for each in told) < _rows()["too_short"]


def _dear(fees: Sequence[Number], doubt: _Doubt, page: Page) -> Iterator[Span]:
    """The fees whose rate is above what the table has."""
    penalty = expanded(_rows()["penalty_noun"], {})
    at = page.passage.at
    for fee in fees:
        if not fee.percent:
            continue
        start, end = (_plain_place(at, place) for place in fee.spans[0])
        before, behind = page.around(start, end, 20, 14)
        behind = behind.partition("，")[0]
        most = _rows()["penalty"] if penalty.search(before + behind) else _rows()["handling"]
        wide = _wide(page, start, end)
        if (
            float(fee.percent) > most
            and _REFUNDING.search(before + behind)
            and not _any(doubt.unless, wide)
            and not _is_carved(page, start, end)
        ):
            yield start, end


def _plain_place(at: Sequence[int], place: int) -> int:
    """The place in the plain text of one in the text as given."""
    return bisect_left(at, place)


def _joined(places: Iterable[Span], page: Page) -> list[Span]:
    """Places of one kind in the same sentence that meet or nearly meet are one."""
    joined: list[Span] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1] + TOGETHER and page.sentence(start) == page.sentence(joined[-1][0]):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _refusals(page: Page) -> list[Span]:
    """Where a refund or any help is refused."""
    plain, never = page.passage.plain, _patterns("refusal", "never")
    only_named = expanded(_rows()["refusal"]["never_behind"], {})
    places = []
    for each in _patterns("refusal", "said"):
        for match in each.finditer(plain):
            start, end = match.span()
            _, last = page.sentence(end - 1)
            before, behind = page.around(start, end)
            if (
                plain[last - 1] != "?"
                and not _is_told(page, start, end)
                and not only_named.match(behind)
                and not _any(never, before)
                and not _any(_patterns("fair", "never"), _wide(page, start, end))
            ):
                places.append((start, end))
    return _joined(places, page)


def _refused(page: Page, start: int, end: int) -> Clause | None:
    """A refusal of some, as a clause that is no reason for doubt; nothing where it refuses all."""
    plain = page.passage.plain
    before, behind = page.around(start, end, WIDE, 24)
    heads = _patterns("refusal", "heads")
    if expanded(_rows()["refusal"]["head_behind"], {}).match(behind) or (_any(heads, before) and len(behind) < 24):
        last = _end_of_list(page, end)
        return _not_refunded(page, start, last, [name for name in _names() if name.limits and _any(name.said, plain[start:last])])
    if _any(heads, before):
        return _not_refunded(page, start, end, [name for name in _names() if name.limits and _any(name.said, before)])
    named = [name for name in _names() if name.far and _any(name.said, f"{before}{plain[start:end]}{behind}")]
    nearest, begin = _nearest(page, start, end)
    if nearest is not None and nearest.limits:
        named = [nearest, *named]
    refusal = _rows()["refusal"]
    if expanded(refusal["regardless"], {}).search(before) or expanded(refusal["defective"], {}).search(before + behind):
        named = [name for name in named if name.fair not in _OF_WHOM]
    if named:
        return _not_refunded(page, begin, end, named)
    if _is_carved(page, start, end):
        return _not_refunded(page, begin, end, [nearest] if nearest else [], fair="carved")
    if _is_one_case(page, start, end, nearest is not None):
        return _not_refunded(page, begin, end, [nearest] if nearest else [], fair="other")
    return None


def _is_one_case(page: Page, start: int, end: int, is_sold: bool) -> bool:
    """Whether a refusal that does not say itself that it is of all is of one case: a condition stands before it, or a refund is spoken of beside it."""
    plain, row = page.passage.plain, _rows()["refusal"]
    before, behind = page.around(start, end, WIDE, WIDE_BEHIND)
    if expanded(row["whole"], {}).search(f"{before}{plain[start:end]}{behind}"):
        return False
    if not is_sold and expanded(row["condition"], _rows()["terms"]).search(before):
        return True
    (first, _), (_, last) = page.sentence(start), page.sentence(end - 1)
    route = expanded(row["route"], {})
    beside = [before, behind]
    for place in (first - 1, last):
        if 0 <= place < len(plain):
            begin, stop = page.sentence(place)
            beside.append(plain[max(begin, stop - WIDE) : stop] if place < first else plain[begin : min(stop, begin + WIDE)])
    return any(route.search(each) for each in beside)


def _nearest(page: Page, start: int, end: int) -> tuple[_Name | None, int]:
    """Of what must stand near, that which stands last before the refusal, and where both begin."""
    before, _ = page.around(start, end, WIDE, 0)
    first, text = start - len(before), f"{before}{page.passage.plain[start:end]}"
    found = ((match.end(), match.start(), name) for name in _names() if not name.far for each in name.said for match in each.finditer(text))
    _, place, nearest = max(found, key=lambda each: each[:2], default=(0, len(text), None))
    return nearest, min(start, first + place)


def _end_of_list(page: Page, end: int) -> int:
    """Where the items end that a head announces."""
    after = expanded(_rows()["refusal"]["after_list"], {})
    _, last = page.sentence(end - 1)
    for _ in range(LISTED):
        if last >= len(page.passage.plain) or last > end + LISTED_CHARACTERS:
            break
        _, further = page.sentence(last)
        if after.search(page.passage.plain, last, min(further, last + WIDE)):
            break
        last = further
    return min(last, end + LISTED_CHARACTERS)


def _not_refunded(page: Page, start: int, end: int, named: Sequence[_Name], fair: str = "") -> Clause:
    labels = "、".join(dict.fromkeys(name.label for name in named)) or "列出的情形"
    row = _rows()["limits"][fair or next((name.fair for name in named if name.fair), "other")]
    return Clause(
        kind=NOT_REFUNDED,
        title=f"写明不退：{labels}",
        spans=(_span(page, start, end),),
        doubtful=False,
        say=row["say"],
        grounds=tuple(row["grounds"]),
        for_letter="",
    )


def _clause(doubt: _Doubt, page: Page, start: int, end: int) -> Clause:
    first, last = _span(page, start, end)
    return Clause(
        kind=doubt.kind,
        title=doubt.title,
        spans=((first, last),),
        doubtful=True,
        say=doubt.say,
        grounds=doubt.grounds,
        for_letter=doubt.letter.replace("{}", _quoted(page.passage.given[first:last])),
    )


def _span(page: Page, start: int, end: int) -> Span:
    """A clause with the whole of the parts of its sentence in which it begins and ends, in the text as given."""
    passage = page.passage
    plain, (first, _), (_, last) = passage.plain, page.sentence(start), page.sentence(end - 1)
    longest = max(end - start, 2 * LONGEST_QUOTE)
    while (
        start > first and plain[start - 1] not in _PARTS and passage.given[passage.at[start] - 1] != _WIDE_SPACE and end - start < longest
    ):
        start -= 1
    while end < last and plain[end] not in _PARTS and passage.given[passage.at[end] - 1] != _WIDE_SPACE and end - start < longest:
        end += 1
    while end > start + 1 and plain[end - 1] in _PARTS:
        end -= 1
    return passage.span(start, end)


def _quoted(words: str) -> str:
    """Somebody else's words on one line, short enough, with the marks that a quotation has within another."""
    words = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])", "", clean(words.replace("\u3000", " ")))
    words = words.replace("“", "‘").replace("”", "’").replace('"', "").strip(" ，。；、")
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 2].rstrip('，。；、 ')}……"
