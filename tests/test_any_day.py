"""The checker shuts on no day: past the holiday table, before the site was there, and where no table reaches."""

import json
import re
from datetime import date, datetime, timedelta

import pytest

from checker.__main__ import main
from checker.ask.answers import read_answers
from checker.bridge import EARLIEST_NOW, check, handle, read_now
from checker.decide.verdict import assess
from checker.errors import CaseFileError
from checker.keep.calendar import calendar
from checker.law.days import years
from checker.publish.stories import complete, stories

ISO = re.compile(r"\d{4}-\d\d-\d\d")
CHINESE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
CAN_CLAIM = [name for name, story in stories().items() if any(each.level == "can_claim" for each in story.expect)]
PAST_THE_TABLE = max(years()) + 1
LATE_DAYS = ["2026-12-28", "2027-12-31", "2028-01-01", "2028-03-01", "2031-10-01", "2040-02-29"]
OLD_DAYS = ["2025-12-01", "2024-06-01", "2020-12-31", "2019-01-01"]
REFUSED = complete(
    {
        "goods": "game_card",
        "problem": ["unusable"],
        "goods_used": "tried",
        "failure": "invalid",
        "support_fixed": "no",
        "seller_kind": "shop",
        "channel": "wechat",
        "evidence": ["error"],
        "stage": "appeal_refused",
        "refusal_ground": ["used"],
        "truthful": "yes",
        "paid_on": "昨天",
        "asked_on": "今天",
        "elsewhere": "none",
    }
)
WAITING = complete(REFUSED | {"stage": "asked_waiting"})


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T15:04+08:00")


def of_page(now: str, answers: dict, parties: dict | None = None) -> dict:
    return json.loads(handle(json.dumps({"v": 1, "id": "1", "kind": "check", "answers": answers, "parties": parties or {}, "now": now})))


def moved(text: str, by: timedelta) -> str:
    """A text with every date in it moved."""
    text = ISO.sub(lambda found: (date.fromisoformat(found[0]) + by).isoformat(), text)

    def chinese(found: re.Match) -> str:
        day = date(*map(int, found.groups())) + by
        return f"{day.year} 年 {day.month} 月 {day.day} 日"

    return CHINESE.sub(chinese, text)


@pytest.mark.parametrize("name", CAN_CLAIM)
def test_a_story_past_the_holiday_table_has_the_same_conclusion_and_texts(name):
    story = stories()[name]
    weeks = timedelta(weeks=(date(PAST_THE_TABLE, 11, 1) - date.fromisoformat(story.now[:10])).days // 7)
    answers = json.loads(moved(json.dumps(story.answers, ensure_ascii=False), weeks))
    found = of_page(moved(story.now, weeks), answers, story.parties)
    assert found["kind"] == "verdict", found
    for matter, before in zip(found["verdict"]["matters"], story.verdict["matters"], strict=True):
        assert (matter["route"], matter["level"], matter["next_step"]) == (before["route"], before["level"], before["next_step"])
        assert [letter["name"] for letter in matter["letters"]] == [letter["name"] for letter in before["letters"]]
        for letter, old in zip(matter["letters"], before["letters"], strict=True):
            for length in ("text", "short"):
                assert comparable(letter[length]) == comparable(moved(old[length], weeks))


def comparable(text: str) -> str:
    # A law that came into force between the two days may be cited on the later one alone.
    return re.sub(r"《[^》]*》(?:第[一二三四五六七八九十百]+条(?:之[一二])?[、；]?)*[；]?", "", text)


@pytest.mark.parametrize("day", LATE_DAYS)
@pytest.mark.parametrize("answers", [REFUSED, WAITING], ids=["refused", "waiting"])
def test_a_late_day_gives_the_conclusion_and_one_line_on_the_calendar(day, answers):
    found = of_page(f"{day}T12:00+08:00", answers)
    assert found["kind"] == "verdict"
    (matter,) = found["verdict"]["matters"]
    assert matter["level"] == "can_claim" and matter["letters"]
    # Three working days from 2026-12-28 end in the year that is known.
    assert sum("放假安排" in warning for warning in found["verdict"]["warnings"]) == (0 if (day, answers) == ("2026-12-28", WAITING) else 1)
    for row in matter["deadlines"]:
        assert (row["last_day"] is None) == (row["earliest"] is not None) == (row["latest"] is not None)
        assert row["certain"] or "放假安排" in row["counted"]


def test_past_the_table_the_other_side_has_as_long_as_it_can_have_about():
    (matter,) = of_page("2028-03-01T12:00+08:00", WAITING)["verdict"]["matters"]
    (row,) = [row for row in matter["deadlines"] if "答复" in row["what"]]
    # Three working days from a Wednesday, with nine free days in a row besides the weekends.
    assert (row["last_day"], row["certain"], row["earliest"], row["latest"]) == ("2028-03-15", False, None, None)


def test_the_clock_of_the_page_before_the_site_was_there_is_called_wrong():
    found = of_page(f"{EARLIEST_NOW - timedelta(days=1)}T23:59+08:00", REFUSED)
    assert found["kind"] == "failed" and "先把日期调准" in found["message"]
    assert of_page(f"{EARLIEST_NOW}T00:00+08:00", REFUSED)["kind"] == "verdict"


@pytest.mark.parametrize("now", ["9999-12-31T23:59+08:00", "9950-01-01T00:00+08:00", "1999-12-31T12:00+08:00", "0001-01-01T00:00+14:00"])
def test_a_day_that_no_calendar_can_count_from_is_a_sentence_at_both_doors(now, tmp_path, capsys):
    assert of_page(now, REFUSED)["code"] == "request"
    with pytest.raises(CaseFileError):
        read_now(now)
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"v": 1, "answers": REFUSED}), encoding="utf-8")
    assert main(["check", str(file), "--now", now]) == 2
    assert now[:10] in capsys.readouterr().err


def warnings(day: str, answers: dict = REFUSED) -> list[str]:
    return check({"v": 1, "answers": answers}, read_now(f"{day}T12:00+08:00"))["warnings"]


@pytest.mark.parametrize("day", OLD_DAYS)
def test_the_command_line_takes_an_older_day(day, tmp_path, capsys):
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"v": 1, "answers": REFUSED}), encoding="utf-8")
    assert main(["check", str(file), "--now", f"{day}T12:00+08:00"]) == 0
    assert "可以主张" in capsys.readouterr().out
    assert main(["draft", str(file), "--now", f"{day}T12:00+08:00", "--letter", "complaint_12315"]) == 0
    assert "12315" in capsys.readouterr().out


def test_an_older_day_has_the_law_of_that_day():
    accepted = complete(
        REFUSED
        | {
            "elsewhere": "12315",
            "complained_on": "2025-11-25",
            "accepted_on": "2025-11-28",
            "paid_on": "2025-11-01",
            "asked_on": "2025-11-03",
        }
    )
    (matter,) = check({"v": 1, "answers": accepted}, read_now("2025-12-01T12:00+08:00"))["matters"]
    (row,) = [row for row in matter["deadlines"] if "调解" in row["what"]]
    assert row["last_day"] == "2026-02-02" and "45 个工作日" in row["counted"]
    assert any("旧办法" in warning and "45 个工作日" in warning for warning in warnings("2025-12-01"))
    assert any("旧办法" in warning for warning in warnings("2026-04-14"))
    assert not any("旧办法" in warning for warning in warnings("2026-04-15"))
    cited = {article["id"] for reason in matter["reasons"] for article in reason["articles"]}
    assert cited and not any(id.startswith(("tsjb-", "ptgz-", "waf-")) for id in cited)


@pytest.mark.parametrize(("day", "words"), [("2020-12-31", "民法典"), ("2019-12-31", "12315"), ("2024-06-03", "放假安排")])
def test_where_no_table_reaches_one_plain_sentence_says_so(day, words):
    assert [warning for warning in warnings(day) if words in warning and "没有收录" in warning]
    assert not [warning for warning in warnings("2026-11-24") if words in warning and "没有收录" in warning]


@pytest.mark.parametrize(("day", "paid"), [("2012-03-01", "2012-02-01"), ("2026-11-24", "2012-02-01")])
def test_a_text_whose_law_is_in_no_table_has_a_blank_for_it(day, paid):
    answers = REFUSED | {"paid_on": paid, "asked_on": paid}
    (matter,) = check({"v": 1, "answers": answers}, read_now(f"{day}T12:00+08:00"))["matters"]
    for letter in matter["letters"]:
        assert "付款那时的没有收录" in letter["text"] or letter["name"] in ("chat", "public_complaint"), letter["name"]
        assert not re.search("\n。|依据。", letter["text"])
    payer = next(letter["text"] for letter in matter["letters"] if letter["name"] == "payment_complaint")
    assert ("非银行支付机构" in payer) is (day > "2024-05-01"), "a law is not cited on a day on which it was none"


def test_a_claim_that_no_law_of_its_day_carries_says_so():
    words = "没有收录可以引用的条文"
    assert any(words in warning for warning in warnings("2012-03-01")) and not any(words in warning for warning in warnings("2025-12-01"))


def test_the_year_whose_arrangement_is_missing_is_the_one_that_is_named():
    asked = {"paid_on": "2024-12-29", "asked_on": "2024-12-30", "stage": "asked_waiting"}
    (line,) = [warning for warning in warnings("2025-01-02", complete(REFUSED | asked)) if "放假安排" in warning]
    assert "2024 年的放假安排没有收录" in line and "2025" not in line


@pytest.mark.parametrize(("paid", "says_so"), [("2020-12-31", True), ("2021-01-01", False)])
def test_a_payment_before_the_civil_code_says_so_today_as_well(paid, says_so):
    found = warnings("2026-11-24", REFUSED | {"paid_on": paid, "asked_on": "2021-01-02"})
    assert any("民法典" in warning and "没有收录" in warning for warning in found) is says_so


@pytest.mark.parametrize("day", [*LATE_DAYS, *OLD_DAYS])
def test_no_day_puts_a_day_that_is_over_into_the_calendar(day):
    for answers in (REFUSED, WAITING, REFUSED | {"paid_on": "2001-01-01", "asked_on": "2001-01-02"}):
        text = calendar(assess(read_answers(answers, at(day)), at(day)), "a", at(day))
        days = re.findall(r"DTSTART;VALUE=DATE:(\d{8})", text)
        assert all(each >= day.replace("-", "") for each in days)
