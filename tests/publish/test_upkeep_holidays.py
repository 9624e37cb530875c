"""The holidays are held against two packages: what they have otherwise is told day by day, and a year that only they have comes back as rows that do not count yet."""

import re
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker.law import days
from checker.law.table import table
from checker.publish.upkeep import __main__ as upkeep
from checker.publish.upkeep.calendars import PACKAGES, Package, said_of
from checker.publish.upkeep.holidays_due import Holidays
from checker.publish.upkeep.holidays_due import look as look_with
from checker.publish.upkeep.year_rows import arranged

TEXT = (upkeep.TOP / "checker/law/holidays.toml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 30)
KNOWN = (2025, 2026)
"""Years that the packages of the lock know, as every later edition will."""
YEAR = re.compile(r"(?m)^\[2026\]\n(?:.+\n)+\n")
WITHOUT_2026 = YEAR.sub("", TEXT)
BARE_2026 = TEXT.replace(
    YEAR.search(TEXT)[0], "[2026]\n# As a year without its notice stands here.\nstatutory = [[2026-01-01, 2026-01-01]]\n\n"
)


def knowing_until(last: int) -> tuple[Package, ...]:
    """The packages as they were while they knew no later year: a newer edition changes nothing of what is tried here."""

    def until(ask):
        return lambda module, year: ask(module, year) if year <= last else None

    return tuple(replace(package, worked_in=until(package.worked_in)) for package in PACKAGES)


THEN = knowing_until(KNOWN[-1])


def look(text: str, today: date = TODAY, packages: tuple[Package, ...] = THEN) -> Holidays:
    return look_with(text, today, packages)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command on a table; its exit status, the table after it and the report."""
    monkeypatch.setattr(upkeep, "PACKAGES", THEN)

    def once(text: str) -> tuple[int, str, str]:
        scratch, output = tmp_path / "holidays.toml", tmp_path / "upkeep.md"
        scratch.write_text(text, encoding="utf-8")
        status = upkeep.main(["--today", TODAY.isoformat(), "--holidays", str(scratch), "--output", str(output)])
        return status, scratch.read_text(encoding="utf-8"), output.read_text(encoding="utf-8")

    return once


def lists(text: str, year: int = 2026) -> dict[str, list]:
    return {name: rows for name, rows in tomllib.loads(text)[str(year)].items() if isinstance(rows, list) and name != "unchecked"}


def counted_with(text: str, monkeypatch) -> dict[int, days.Year]:
    """The years as the checker reads them from such a table."""
    with monkeypatch.context() as patched:
        patched.setattr(days, "table", lambda name: tomllib.loads(text))
        # Not through its cache, in which others would find this table.
        return days.years.__wrapped__()


def without_unchecked(text: str) -> str:
    return re.sub(r"(?m)^unchecked.*\n", "", text)


def without(name: str) -> tuple[Package, ...]:
    return tuple(package for package in THEN if package.name != name)


def test_what_stands_in_the_table_is_what_the_packages_have():
    part = look(TEXT, packages=PACKAGES).part
    assert not [line for line in part.due if "本站写" in line] and not part.failures
    for year in KNOWN:
        assert any(f"比对了 {year} 年" in line and "没有这一年" not in line for line in part.notes), year


def test_a_year_that_is_taken_out_comes_back_as_it_was(run, capsys):
    status, made, report = run(WITHOUT_2026)
    assert status == 1 and lists(made) == lists(TEXT)
    row = tomllib.loads(made)["2026"]
    assert row["unchecked"] == ["statutory", "rest", "work"] and row["notice"] == row["url"] == ""
    rows = YEAR.search(made)[0]
    assert "# 未核对: written on 2026-11-30" in rows and rows.count("待填") == 2
    assert YEAR.sub("", made) == WITHOUT_2026, "the other years stay byte for byte"
    assert report == capsys.readouterr().out
    assert re.search(r"- 2026 年：holidays [\d.]+、chinesecalendar [\d.]+ 有，本站还没有", report)
    assert rows.split("\n", 1)[1].strip() in re.sub(r"(?m)^  ", "", report), "the rows stand in the report"


@pytest.mark.parametrize("header", ["[2026]  # draft", "  [2026]", "[ 2026 ]"])
def test_a_year_is_found_however_its_line_is_written(run, header):
    status, made, _ = run(BARE_2026.replace("[2026]", header))
    assert status == 1 and lists(made)["rest"] == lists(TEXT)["rest"]


def test_rows_that_would_spoil_the_table_are_not_put_into_it_and_stand_in_the_report(run):
    """Written as no pattern knows it, the year would be there twice."""
    odd = BARE_2026.replace("[2026]", '["2026"]')
    status, made, report = run(odd)
    assert status == 2 and made == odd
    assert "holidays.toml 没有写成" in report and "rest = [" in report


def test_what_was_found_is_not_lost_where_the_table_cannot_be_written(run, monkeypatch):
    write_text = Path.write_text

    def refused(path, *given, **more):
        if path.name == "holidays.toml" and "未核对: written" in given[0]:
            raise OSError(1, "Operation not permitted")
        return write_text(path, *given, **more)

    monkeypatch.setattr(Path, "write_text", refused)
    status, made, report = run(WITHOUT_2026)
    assert status == 2 and made == WITHOUT_2026
    assert "holidays.toml 没有写成：Operation not permitted" in report and "2026 年：holidays" in report and "rest = [" in report


def test_of_packages_that_could_not_be_asked_nobody_says_that_they_have_no_year():
    broken = tuple(replace(package, module="no_such_module") for package in PACKAGES)
    for packages in (broken, (broken[0], THEN[1])):
        part = look(TEXT, date(2026, 12, 20), packages).part
        (late,) = [line for line in part.due if "2027 年" in line]
        assert part.failures and "两个包里也没有" not in late and "没有问全" in late


@pytest.mark.parametrize("year", KNOWN)
def test_a_year_that_has_only_its_statutory_days_gets_the_rest(year):
    head, statutory = f"[{year}]\n", re.search(rf"(?ms)^\[{year}\].*?(statutory = \[.*?^\]\n)", TEXT)[1]
    bare = re.sub(rf"(?ms)^\[{year}\]\n.*?(?=^\[|\Z)", lambda _: f"{head}# Kept.\n{statutory}\n", TEXT)
    made = look(bare).text
    assert lists(made, year) == lists(TEXT, year)
    assert f"{head}# Kept.\n{statutory}# 未核对" in made
    added = made[made.index("# 未核对", made.index(head)) :].split("\n\n")[0] + "\n"
    assert made.replace(added, "") == bare and tomllib.loads(made)[str(year)]["unchecked"] == ["rest", "work"]


def test_the_last_year_of_the_table_gets_its_rows_at_the_end():
    last = TEXT[: TEXT.index("[2027]")].rstrip("\n") + "\n"
    cut = last[: last.index("[2026]")].rstrip("\n") + "\n"
    made = look(cut).text
    assert made.startswith(cut) and made.endswith("]\n") and lists(made) == lists(TEXT)


def test_rows_that_nobody_compared_do_not_count(monkeypatch):
    made = look(WITHOUT_2026).text
    assert 2026 not in counted_with(made, monkeypatch)
    half = look(BARE_2026).text
    year = counted_with(half, monkeypatch)[2026]
    assert year.statutory == {date(2026, 1, 1)} and year.rest is year.work is year.notice is None
    # Confirmed, the rows are what they were.
    title = "国务院办公厅关于2026年部分节假日安排的通知"
    titled = made.replace('notice = ""', f'notice = "{title}"')
    assert 2026 not in counted_with(titled, monkeypatch), "a title alone is no comparison"
    assert counted_with(half.replace('notice = ""', f'notice = "{title}"'), monkeypatch)[2026].rest is None
    assert counted_with(without_unchecked(half), monkeypatch)[2026].rest is None, "nor is a row without a title"
    now, was = counted_with(without_unchecked(titled), monkeypatch)[2026], days.years()[2026]
    assert (now.rest, now.work, now.statutory, now.notice) == (was.rest, was.work, was.statutory, title)


def test_rows_that_wait_are_told_again_and_not_written_again():
    once = look(WITHOUT_2026).text
    again = look(once)
    assert again.text == once
    (line,) = [line for line in again.part.due if line.startswith("2026")]
    assert "statutory、rest、work 未核对" in line
    forgotten = look(without_unchecked(once))
    assert any("2026 年：notice 或者 url 空着" in line for line in forgotten.part.due)


def test_each_day_that_is_otherwise_is_told_with_who_says_so():
    text = TEXT.replace("2026-05-09, 2026-09-20", "2026-05-10, 2026-09-20").replace("[2026-04-05, 2026-04-05]", "[2026-04-06, 2026-04-06]")
    assert text != TEXT
    found = {line[:10]: line[11:] for line in look(text).part.due if "本站写" in line}
    assert list(found) == ["2026-05-09", "2026-05-10", "2026-04-05", "2026-04-06"]
    assert re.fullmatch(r"本站写放假，holidays [\d.]+、chinesecalendar [\d.]+ 写上班", found["2026-05-09"])
    assert re.fullmatch(r"本站写上班，holidays .* 写放假", found["2026-05-10"])
    # One package tells statutory holidays from other free days.
    assert re.fullmatch(r"本站写不是法定节假日，holidays [\d.]+ 写是法定节假日", found["2026-04-05"])
    assert re.fullmatch(r"本站写是法定节假日，holidays [\d.]+ 写不是法定节假日", found["2026-04-06"])


def test_a_year_without_a_notice_is_compared_by_its_statutory_days():
    part = look(TEXT.replace("2027-06-09, 2027-06-09", "2027-06-10, 2027-06-10")).part
    assert [line[:10] for line in part.due if "本站写" in line] == ["2027-06-09", "2027-06-10"]


def test_one_package_is_enough_and_is_named():
    found = look(WITHOUT_2026, packages=without("chinesecalendar"))
    assert lists(found.text) == lists(TEXT) and "chinesecalendar" not in YEAR.search(found.text)[0]
    other = look(BARE_2026, packages=without("holidays"))
    row = lists(other.text)
    assert (row["rest"], row["work"]) == (lists(TEXT)["rest"], lists(TEXT)["work"])
    assert re.search(r"from chinesecalendar [\d.]+\. Nobody", other.text)


def test_who_only_says_which_days_are_statutory_is_named_beside_the_rows():
    (by_notice,) = without("holidays")
    (by_calendar,) = [package for package in knowing_until(2025) if package.name == "holidays"]
    found = look(WITHOUT_2026, packages=(by_calendar, by_notice))
    assert lists(found.text) == lists(TEXT)
    assert re.search(r"from holidays [\d.]+、chinesecalendar [\d.]+\. Nobody", found.text)
    assert any(line.startswith("2026 年：chinesecalendar") for line in found.part.due)
    half = look(BARE_2026, packages=(by_calendar, by_notice))
    assert re.search(r"from chinesecalendar [\d.]+\. Nobody", half.text), "the statutory days stood there"


def test_no_package_makes_up_the_arrangement_of_a_year_that_has_no_notice():
    said, failures = said_of([2090], PACKAGES)
    assert not failures and [each.off for each in said[2090]] == [None, None]
    assert date(2090, 10, 1) in said[2090][0].statutory


def test_a_holiday_on_a_weekend_is_a_rest_and_a_mere_weekend_is_none():
    saturday, later = date(2026, 8, 1), date(2026, 8, 8)
    off = frozenset({saturday, saturday + days.ONE_DAY, later, later + days.ONE_DAY})
    assert arranged(off, frozenset({saturday}))[0] == [(saturday, saturday + days.ONE_DAY)]


def test_without_the_statutory_days_no_year_is_written():
    found = look(WITHOUT_2026, packages=without("holidays"))
    assert found.text == WITHOUT_2026 and any("2026 年" in line and "认不出" in line for line in found.part.due)


def test_what_the_packages_have_otherwise_among_themselves_is_not_written():
    odd = date(2026, 5, 9)

    def worked_in(package, year):
        return lambda day: (day == odd) != package.is_workday(day)

    packages = (*without("chinesecalendar"), Package(name="chinesecalendar", module="chinese_calendar", worked_in=worked_in))
    # A year that it does not know raises, so the package falls out; asked is about years that it knows.
    found = look(WITHOUT_2026[: WITHOUT_2026.index("[2027]")], date(2025, 11, 30), packages)
    day, why = [line for line in found.part.due if line.startswith("2026")]
    assert re.fullmatch(r"2026-05-09：holidays [\d.]+ 写上班，chinesecalendar [\d.]+ 写放假", day)
    assert why.startswith("2026 年：两个包说的不一样")
    assert "[2026]" not in found.text


def test_a_package_that_is_not_there_is_told_and_the_rest_is_made(monkeypatch, run):
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    status, made, report = run(WITHOUT_2026)
    assert status == 2 and lists(made) == lists(TEXT)
    assert "用不了 Python 包 chinesecalendar" in report and "2026 年：holidays" in report and "投诉渠道" in report


def test_a_notice_is_late_from_the_day_on_by_which_it_came_in_other_years():
    lead = days.ONE_DAY * table("holidays")["notice_lead"]
    before = TEXT[: TEXT.index("[2027]")]
    for text in (before, f"{before}[2027]\nstatutory = [[2027-01-01, 2027-01-01]]\n"):
        first = date(2027, 1, 1) - lead
        assert any(line.startswith("2027 年：通知该公布了") for line in look(text, first).part.due)
        assert not any(line.startswith("2027 年") for line in look(text, first - days.ONE_DAY).part.due)
