"""The years of ``holidays.toml``, held against what the packages say, and the rows of a year that only they have, written into its text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from checker.law.days import LISTS, ONE_DAY, in_ranges
from checker.publish.upkeep.calendars import Said, days_of

Range = tuple[date, date]
PER_LINE = 4
Row = dict[str, Any]
WORKED = {True: "放假", False: "上班"}
STATUTORY = {True: "是法定节假日", False: "不是法定节假日"}
_HEADER = re.compile(r"(?m)^(?:#.*\n)*[ \t]*\[[ \t]*(\d{4})[ \t]*\][ \t]*(?:#.*)?$")
"""A year's line, with the comments right above it."""
HEAD = """\
# 未核对: written on {today} from {by}. Nobody has compared it with the notice; CONTRIBUTING, “An hour a month”, says how.
unchecked = [{unchecked}]
notice = ""  # 待填：国务院办公厅通知的标题和文号
url = ""  # 待填：通知在 gov.cn 上的地址
"""


def differences(year: int, row: Row, said: Iterable[Said]) -> Iterator[str]:
    """A line for each day that a package has otherwise than the row, worked or free, a statutory holiday or none."""
    ours = _off(year, row)
    for what, mine, theirs in (
        (WORKED, ours, [(each.by, each.off) for each in said]),
        (STATUTORY, in_ranges(row["statutory"]), [(each.by, each.statutory) for each in said]),
    ):
        otherwise: dict[date, list[str]] = defaultdict(list)
        for by, days in theirs:
            for day in (mine ^ days) if mine is not None and days is not None else ():
                otherwise[day].append(by)
        for day in sorted(otherwise):
            is_ours = mine is not None and day in mine
            yield f"{day}：本站写{what[is_ours]}，{'、'.join(otherwise[day])} 写{what[not is_ours]}"


def disagreements(said: Iterable[Said]) -> Iterator[str]:
    """A line for each day of a year that the packages which know it have otherwise among themselves."""
    known = [(each.by, each.off) for each in said if each.off is not None]
    every = [off for _, off in known]
    for day in sorted(frozenset().union(*every) - frozenset.intersection(*every)) if every else ():
        yield f"{day}：" + "，".join(f"{by} 写{WORKED[day in off]}" for by, off in known)


def arranged(off: frozenset[date], statutory: frozenset[date]) -> tuple[list[Range], list[date]]:
    """The rests of a year as a notice tells them, free days in a row that are more than a weekend; and the weekend days that are worked."""
    rest = [run for run in _runs(off) if any(day.weekday() < 5 or day in statutory for day in in_ranges([list(run)]))]
    return rest, [day for day in days_of(min(off).year) if day.weekday() >= 5 and day not in off]


def new_rows(row: Row | None, said: Iterable[Said], today: date) -> str | None:
    """What is to be added for a year of which packages know the notice: all of it where the table does not have the year (``row`` is ``None``), else
    what the row lacks. ``None`` where no package knows it, or nobody says which days are statutory holidays.
    """
    known = [each for each in said if each.off is not None or (row is None and each.statutory is not None)]
    off = next((each.off for each in known if each.off is not None), None)
    statutory = in_ranges(row["statutory"]) if row else next((each.statutory for each in known if each.statutory is not None), None)
    if off is None or statutory is None:
        return None
    rest, work = arranged(off, statutory)
    rows = {"rest": _ranges("rest", rest), "work": f"work = [{', '.join(map(str, work))}]\n"}
    if row is None:
        rows["statutory"] = _ranges("statutory", _runs(statutory))
    names = ", ".join(f'"{name}"' for name in LISTS if name in rows)
    return HEAD.format(today=today, by=by_whom(known), unchecked=names) + "".join(rows.values())


def by_whom(said: Iterable[Said]) -> str:
    """The packages, as a sentence names them."""
    return "、".join(each.by for each in said)


def with_rows(text: str, year: int, rows: str) -> str:
    """The table with these rows at the end of the year, or with the year at its place. What stood in it stays as it was, byte for byte."""
    headers = [(int(found[1]), found.start()) for found in _HEADER.finditer(text)]
    end = next((start for other, start in headers if other > year), len(text))
    before, after = text[:end], text[end:]
    body = before.rstrip("\n")
    gap = before[len(body) :] or "\n"
    new = rows if year in dict(headers) else f"\n[{year}]\n{rows}"
    return f"{body}\n{new}{gap[1:]}{after}"


def _off(year: int, row: Row) -> frozenset[date] | None:
    """The days that nobody works by the row, compared with a notice or not; ``None`` where it has no arrangement."""
    if "rest" not in row:
        return None
    rest = in_ranges(row["rest"])
    return frozenset(day for day in days_of(year) if day not in row["work"] and (day.weekday() >= 5 or day in rest))


def _runs(days: Iterable[date]) -> list[Range]:
    """Days in a row, each row by its first and last day."""
    runs: list[Range] = []
    for day in sorted(days):
        if runs and runs[-1][1] + ONE_DAY == day:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _ranges(name: str, ranges: Iterable[Range]) -> str:
    each = [f"[{first}, {last}]" for first, last in ranges]
    lines = (", ".join(each[at : at + PER_LINE]) for at in range(0, len(each), PER_LINE))
    return f"{name} = [\n" + "".join(f"  {line},\n" for line in lines) + "]\n"
