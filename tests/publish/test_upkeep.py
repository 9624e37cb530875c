"""The monthly report: what is due, from which day, and with which exit status; what cannot be looked at ends in words."""

import shutil
import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from checker.law.channels import channels
from checker.law.statutes import articles, laws
from checker.law.table import table
from checker.law.thresholds import threshold, thresholds
from checker.publish.upkeep import __main__ as upkeep
from checker.publish.upkeep import data_due
from checker.publish.upkeep.report import Part, markdown, status

CHECKED = date(2026, 11, 23)
DUE = CHECKED + timedelta(days=threshold("recheck").value)
BEFORE = DUE - timedelta(days=1)


def of_laws(*rows, today=BEFORE):
    return data_due.laws(rows, articles().values(), thresholds().values(), CHECKED, today)


def law(id="mfd", **more):
    return replace(laws()[id], **{"later": None, "start_known": True, "end": None} | more)


def test_a_table_is_due_after_the_time_that_the_pages_print():
    checked = {"法律条文": CHECKED, "节假日": CHECKED + timedelta(days=1)}
    assert data_due.tables(checked, BEFORE).due == []
    part = data_due.tables(checked, DUE)
    (line,) = part.due
    assert line.startswith(f"法律条文：上次核对 {CHECKED}，{threshold('recheck').value} 天前，{DUE} 到期")
    assert [note for note in part.notes if "节假日" in note] == part.notes


def test_a_day_of_check_that_is_still_to_come_is_said_to_be_wrong():
    ahead = CHECKED + timedelta(days=1)
    row = replace(next(iter(channels().values())), checked_on=ahead)
    for part in (data_due.tables({"法律条文": ahead}, CHECKED), data_due.channels([row], CHECKED)):
        (line,) = part.due
        assert f"{ahead}，这一天还没到" in line and not part.notes
    for part in (data_due.tables({"法律条文": ahead}, ahead), data_due.channels([row], ahead)):
        assert not part.due and part.notes


def test_every_table_with_a_day_of_check_is_among_them():
    tables = {path: tomllib.loads(path.read_text(encoding="utf-8")) for path in (upkeep.TOP / "checker").rglob("*.toml")}
    dated = {(".".join(path.parent.relative_to(upkeep.TOP).parts), path.stem) for path, rows in tables.items() if "checked_on" in rows}
    assert set(data_due.KINDS) == dated - {("checker.law", "channels")}


def test_a_channel_is_due_by_its_own_day():
    first, second, *_ = channels().values()
    rows = [replace(first, checked_on=CHECKED), replace(second, checked_on=CHECKED + timedelta(days=1))]
    assert data_due.channels(rows, BEFORE).due == []
    part = data_due.channels(rows, DUE)
    (line,) = part.due
    assert first.id in line and f"{threshold('recheck').value} 天前" in line and first.entry in line
    assert part.notes == [f"没有到期的 1 个，最早 {DUE + timedelta(days=1)} 到期。"]


def test_a_later_text_is_named_until_it_was_read():
    part = of_laws(law("hlwfy", later=date(2025, 11, 1)), law("xfz"))
    (line,) = part.due
    assert "hlwfy" in line and "2025-11-01 起有后来的文本" in line and "hlwfy-11" in line and not part.notes


def test_a_law_that_ended_is_named_once_and_with_what_stands_on_it():
    ended = law("tsjb2019", end=CHECKED - timedelta(days=1))
    assert of_laws(ended).due == [] and len(of_laws(ended).notes) == 1
    news = law("tsjb2019", end=CHECKED)
    (line,) = of_laws(news, today=CHECKED + timedelta(days=1)).due
    assert "以后失效" in line and "tsjb2019-21" in line and "mediation_before_2026_04_15" in line
    assert of_laws(news, today=CHECKED).due == [], "its last day is one of its days"
    (line,) = of_laws(ended, today=DUE).due
    assert "留着给以前的事用" in line


def test_a_text_whose_day_was_not_found_is_looked_for_when_the_table_is_due():
    unsure = law("wjb", start_known=False)
    assert of_laws(unsure).due == [] and "没有查到" in of_laws(unsure).notes[0]
    assert "没有查到" in of_laws(unsure, today=DUE).due[0]
    assert of_laws(law("wjb"), today=DUE).due == []


@pytest.mark.parametrize(
    ("part", "expected", "words"),
    [
        (Part(title="渠道", notes=["一"]), 0, "没有到期的"),
        (Part(title="渠道", due=["一", "二"]), 1, "要人处理的有 2 项"),
        (Part(title="渠道", failures=["一"]), 2, "## 没能核对的"),
        (Part(title="渠道", due=["一"], failures=["二"]), 2, "要人处理的有 1 项"),
    ],
)
def test_the_status_says_whether_somebody_has_something_to_do(part, expected, words):
    parts = [Part(title="别的", notes=["三"]), part]
    assert status(parts) == expected and words in markdown(parts, CHECKED)


def test_what_could_not_be_looked_at_does_not_read_as_nothing_due():
    assert "没有看全" in markdown([Part(title="渠道", failures=["一"])], CHECKED)
    assert "没有看全" not in markdown([Part(title="渠道")], CHECKED)


def run(tmp_path, *more, today="2026-11-30"):
    # A copy, since a package that knows a new year has its rows written.
    copy = shutil.copy(upkeep.TOP / "checker/law/holidays.toml", tmp_path / "copy.toml")
    return upkeep.main(["--today", today, "--holidays", str(copy), "--output", str(tmp_path / "new" / "upkeep.md"), *more])


def test_the_day_is_passed_in(tmp_path, capsys):
    recheck = min(table(name, package)["checked_on"] for package, name in data_due.KINDS) + timedelta(days=threshold("recheck").value)
    assert run(tmp_path, today=recheck.isoformat()) == 1
    assert f"{recheck} 到期。逐行对照来源" in capsys.readouterr().out
    run(tmp_path, today=(recheck - timedelta(days=1)).isoformat())
    assert "逐行对照来源" not in capsys.readouterr().out
    for wrong in (["--today", "30.11.2026"], []):
        with pytest.raises(SystemExit) as stopped:
            upkeep.main(wrong)
        assert stopped.value.code == 2


@pytest.mark.parametrize("broken", [None, "[2026\n", "notice_lead = 31\n"])
def test_a_table_that_cannot_be_read_ends_in_words_and_the_rest_is_made(tmp_path, capsys, broken):
    path = tmp_path / "holidays.toml"
    if broken is not None:
        path.write_text(broken, encoding="utf-8")
    assert run(tmp_path, "--holidays", str(path)) == 2
    out = capsys.readouterr().out
    assert "放假安排没有看成" in out and "投诉渠道" in out and "法律条文" in out
    assert (tmp_path / "new" / "upkeep.md").read_text(encoding="utf-8") == out
    assert path.exists() == (broken is not None)


def test_a_report_that_cannot_be_kept_is_printed_all_the_same(tmp_path, capsys):
    (tmp_path / "new").write_text("", encoding="utf-8")
    assert run(tmp_path) == 2
    found = capsys.readouterr()
    assert found.out.startswith("# 资料核对") and "写不进" in found.err
