"""What two Python packages know of the days that are worked in China. Their tables lie on this machine; nothing is fetched."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import Any

from checker.law.days import ONE_DAY

DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one package says of one year. ``off``: the days that nobody works, weekends included, ``None`` while it does not know the year's
    notice. ``statutory``: the statutory holidays, ``None`` where it does not tell them from other free days.
    """

    by: str
    off: frozenset[date] | None
    statutory: frozenset[date] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package: its name, what is imported of it, and how it is asked whether a day is worked and which ones are statutory holidays."""

    name: str
    module: str
    worked_in: Callable[[Any, int], Callable[[date], bool] | None]
    statutory_in: Callable[[Any, int], frozenset[date]] | None = None


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    first = date(year, 1, 1)
    return [first + ONE_DAY * n for n in range((date(year + 1, 1, 1) - first).days)]


def said_of(years: Iterable[int], packages: Iterable[Package]) -> tuple[dict[int, list[Said]], list[str]]:
    """What each package says of each year, and in words which package could not be asked and why."""
    found: dict[int, list[Said]] = {year: [] for year in years}
    failures = []
    for package in packages:
        # Whatever a package of others fails with, the other one and the rest of the report are of use.
        try:
            module, by = import_module(package.module), f"{package.name} {version(package.name)}"
            answers = {year: _said(package, module, by, year) for year in found}
        except Exception as error:
            failures.append(f"用不了 Python 包 {package.name}：{error}。删掉 .venv，再运行 make upkeep，就按 requirements.lock 重新装好。")
            continue
        for year, answer in answers.items():
            found[year].append(answer)
    return found, failures


def _said(package: Package, module: Any, by: str, year: int) -> Said:
    worked = package.worked_in(module, year)
    return Said(
        by=by,
        off=frozenset(day for day in days_of(year) if not worked(day)) if worked else None,
        statutory=package.statutory_in(module, year) if package.statutory_in else None,
    )


def _worked_by_holidays(package: Any, year: int) -> Callable[[date], bool] | None:
    worked: Callable[[date], bool] = package.China(years=year).is_working_day
    # It works out the holidays of any year; only a notice tells which weekend days are worked. In December they can be those of the next year's.
    known = any(worked(day) for day in days_of(year) if day.weekday() >= 5 and day.month < DECEMBER)
    return worked if known else None


def _statutory_by_holidays(package: Any, year: int) -> frozenset[date]:
    named = package.China(years=year, observed=False, language="zh_CN")
    return frozenset(day for day, name in named.items() if not name.startswith("休息日"))


def _worked_by_chinese_calendar(package: Any, year: int) -> Callable[[date], bool] | None:
    worked: Callable[[date], bool] = package.is_workday
    try:
        worked(date(year, 1, 1))
    except NotImplementedError:
        return None
    return worked


PACKAGES = (
    Package(name="holidays", module="holidays", worked_in=_worked_by_holidays, statutory_in=_statutory_by_holidays),
    Package(name="chinesecalendar", module="chinese_calendar", worked_in=_worked_by_chinese_calendar),
)
