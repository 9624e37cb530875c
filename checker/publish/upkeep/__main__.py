"""``python -m checker.publish.upkeep --today 2026-11-30`` prints what somebody has to look at again, and keeps it in ``build/upkeep.md``.

Exit status 0 when nothing is due, 1 when there is something for somebody, 2 when something could not be done; the rest of the report is there then too.
The only thing that it changes is ``holidays.toml``, which gets the rows of a year that only the packages have.
"""

import argparse
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from checker.law import statutes
from checker.law.channels import channels
from checker.law.table import table
from checker.law.thresholds import thresholds
from checker.publish.upkeep import data_due, holidays_due
from checker.publish.upkeep.calendars import PACKAGES
from checker.publish.upkeep.report import Part, markdown, status

TOP = Path(__file__).parents[3]


def main(arguments: list[str] | None = None) -> int:
    """Make the report; the exit status."""
    options = _parser().parse_args(arguments)
    today: date = options.today
    parts = [
        _attempt(holidays_due.TITLE, lambda: _holidays(options.holidays, today)),
        _attempt(
            "资料",
            lambda: data_due.tables(
                {title: table(name, package)["checked_on"] for (package, name), title in data_due.KINDS.items()}, today
            ),
        ),
        _attempt("法律的版本", lambda: _laws(today)),
        _attempt("投诉渠道", lambda: data_due.channels(channels().values(), today)),
    ]
    report = markdown(parts, today)
    print(report, end="")
    try:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.write_text(report, encoding="utf-8")
    except OSError as error:
        print(f"写不进“{options.output}”：{error.strerror or error}", file=sys.stderr)
        return 2
    return status(parts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m checker.publish.upkeep", description="哪些资料该再核对一次。")
    parser.add_argument("--today", required=True, type=_day, metavar="DAY", help="今天，例如 2026-11-30")
    parser.add_argument(
        "--holidays", type=Path, default=TOP / "checker/law/holidays.toml", metavar="PATH", help="放假安排的表，缺的年份写进去"
    )
    parser.add_argument("--output", type=Path, default=TOP / "build/upkeep.md", metavar="PATH", help="报告写到这个文件")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"日期写成 2026-11-30 这样，不是“{text}”") from error


def _attempt(title: str, make: Callable[[], Part]) -> Part:
    """One part of the report, or in words why there is none: whatever is wrong with one table, the lines about the others are of use."""
    try:
        return make()
    except Exception as error:
        return Part(title=title, failures=[f"{title}没有看成：{type(error).__name__}，{error}。"])


def _holidays(path: Path, today: date) -> Part:
    text = path.read_text(encoding="utf-8")
    found = holidays_due.look(text, today, PACKAGES)
    try:
        # Everything reads this table: one that cannot be read is not put in its place.
        tomllib.loads(found.text)
        if found.text != text:
            path.write_text(found.text, encoding="utf-8")
    except (tomllib.TOMLDecodeError, OSError) as error:
        why = getattr(error, "strerror", None) or f"写进去以后就读不了了（{error}）"
        return replace(found.part, failures=[*found.part.failures, f"{path.name} 没有写成：{why}。要写的行在下面，自己写进去。"])
    return found.part


def _laws(today: date) -> Part:
    return data_due.laws(statutes.laws().values(), statutes.articles().values(), thresholds().values(), statutes.checked_on(), today)


if __name__ == "__main__":
    sys.exit(main())
