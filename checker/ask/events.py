"""What the reader adds to the course of events: lines in their own words, lines taken out, and another order.

Kept in the case file under ``events``, a list of three kinds of entries. ``{"when", "what"}``: a line of the reader's own, its time said as in the
form (it may be empty). ``{"of", "struck": true}``: a line made from the answers that the texts leave out. ``{"of", "when"}``: the day of such a
line that no question asks for. ``{"of"}``: where such a line stands among the others; with one of these the list is the order of all that it names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checker.ask.read import Unreadable, clean
from checker.ask.times import read_when
from checker.ask.when import When

AT_MOST = 20
"""Lines of one's own. More than that nobody at a counter reads."""
LONGEST = 120
"""Characters of one line."""
LONGEST_ID = 40
LONGEST_TIME = 60
"""Characters of a time as it was typed, with the moment that the page writes behind it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One entry of the list. ``of`` is empty for a line of the reader's own, ``when`` for one whose time was not given."""

    of: str = ""
    struck: bool = False
    when: When | None = None
    what: str = ""


def read_events(raw: Sequence[Any], now: datetime) -> tuple[tuple[Entry, ...], list[str]]:
    """The entries that can be read, and a sentence for each that can not: the verdict holds without it, so that it is no error.

    ``now``: times are read as the form reads them, and none lies ahead.
    """
    found: list[Entry] = []
    problems: list[str] = []
    for number, each in enumerate(raw, 1):
        try:
            found.append(read_entry(each, now))
        except Unreadable as problem:
            problems.append(f"经过的第 {number} 条没有写进文本：{problem.sentence}。")
    return tuple(found), problems


def read_entry(raw: Any, now: datetime) -> Entry:
    """One entry.

    :raises Unreadable: with a ``sentence`` for the reader.
    """
    if wrong := misshapen(raw):
        raise Unreadable("type", wrong)
    if "of" in raw:
        return Entry(of=raw["of"], struck=raw.get("struck", False), when=_time(raw, now))
    line = clean(raw.get("what", ""))
    if not line:
        raise Unreadable("missing", "写发生了什么，一句话")
    return Entry(when=_time(raw, now), what=line)


def _time(raw: dict[str, Any], now: datetime) -> When | None:
    said = clean(raw.get("when", ""))
    try:
        return read_when(said, now) if said else None
    except Unreadable as problem:
        raise Unreadable(problem.code, f"时间{problem.sentence or '要写成 2026-11-03、三天前、上个月这样的，不记得就留空'}") from None


def misshapen(each: Any) -> str:
    """What is wrong with an entry as a piece of data, leaving aside what it says; empty where nothing is."""
    if not isinstance(each, dict) or not (set(each) <= {"of", "struck", "when"} or set(each) <= {"when", "what"}):
        return "要有时间（when）和内容（what），或者 of、struck 和 when"
    limits = {"of": LONGEST_ID, "when": LONGEST_TIME, "what": LONGEST}
    if not all(isinstance(each.get(key, ""), str) and len(each.get(key, "")) <= limit for key, limit in limits.items()):
        return f"时间（when）和内容（what）要写成文字，一条不要超过 {LONGEST} 字，写不下就分成两条"
    if not isinstance(each.get("struck", False), bool) or not (each.get("of") or each.get("what")):
        return "要有内容（what），或者 of 和 struck"
    return ""
