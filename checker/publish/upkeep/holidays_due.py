"""The holidays' part of the report: where packages have a day otherwise, years that were written or wait for somebody, notices that are late."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from checker.law.days import ONE_DAY, unchecked
from checker.publish.upkeep.calendars import Package, Said, said_of
from checker.publish.upkeep.report import Part
from checker.publish.upkeep.year_rows import Row, by_whom, differences, disagreements, new_rows, with_rows

TITLE = "放假安排"
ADDED = "make upkeep 把下面的行写进 holidays.toml，标了未核对。"
CONFIRM = "对照国务院办公厅的通知逐日核对，填上 notice 和 url，再删掉 unchecked。没有核对的行不参加计算。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """What is to be reported, and the table as it is then: the same text, or one with rows that nobody has compared yet."""

    part: Part
    text: str


def look(text: str, today: date, packages: Iterable[Package]) -> Holidays:
    """Hold the table ``text`` against the packages. Looked at are its years and all up to the one after ``today``.

    :raises tomllib.TOMLDecodeError: the text is no table.
    """
    table = tomllib.loads(text)
    rows: dict[int, Row] = {int(year): row for year, row in table.items() if isinstance(row, dict)}
    said, failures = said_of(range(min(rows), max(*rows, today.year + 1) + 1), packages)
    due: list[str] = []
    for year, of_year in said.items():
        row = rows.get(year)
        if row:
            due += differences(year, row, of_year)
        if row and "rest" in row:
            due += _waiting(year, row)
            continue
        apart = list(disagreements(of_year))
        if apart:
            due += [*apart, f"{year} 年：两个包说的不一样，不写进 holidays.toml。照通知自己写。"]
        elif added := new_rows(row, of_year, today):
            text = with_rows(text, year, added)
            due.append(f"{year} 年：{by_whom(known(of_year))} 有，本站还没有。{ADDED}{CONFIRM}\n\n{_code(added)}")
        elif today >= date(year, 1, 1) - ONE_DAY * table["notice_lead"]:
            due.append(_late(year, of_year, is_whole=not failures))
    notes = [f"比对了 {year} 年。{_coverage(of_year)}" for year, of_year in said.items()]
    return Holidays(part=Part(title=TITLE, due=due, notes=notes, failures=failures), text=text)


def known(said: Iterable[Said]) -> list[Said]:
    """The packages that know the notice of the year."""
    return [each for each in said if each.off is not None]


def _waiting(year: int, row: Row) -> Iterator[str]:
    if names := unchecked(row):
        yield f"{year} 年：{'、'.join(names)} 未核对。{CONFIRM}"
    elif not (row.get("notice") and row.get("url")):
        yield f"{year} 年：notice 或者 url 空着。没有通知的年份不参加计算。填上通知的标题和地址。"


def _late(year: int, said: list[Said], *, is_whole: bool) -> str:
    without = "两个包里也没有" if is_whole else "有没有哪个包写了它，这次没有问全"
    why = "认不出哪几天是法定节假日，没有写" if known(said) else without
    return f"{year} 年：通知该公布了，本站还没有，{why}。先更新 requirements.lock 里的两个包再跑一次，或者照通知自己写。"


def _coverage(said: list[Said]) -> str:
    with_it = known(said)
    without = [each for each in said if each not in with_it]
    parts = ((with_it, "有这一年的安排"), (without, "没有这一年的安排"))
    return "".join(f"{by_whom(which)} {words}。" for which, words in parts if which) or "没有可以比对的包。"


def _code(rows: str) -> str:
    return "\n".join(f"  {line}" for line in ("```toml", *rows.splitlines(), "```"))
