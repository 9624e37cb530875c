"""What is written is read back by a reader of its own, which knows only RFC 5545."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.ask.when import on
from checker.decide.verdict import BASIS_WORDS, assess
from checker.errors import CaseFileError
from checker.keep.calendar import calendar, purchase_in_words

NOW = datetime.fromisoformat("2026-11-24T15:04+08:00")
YEAR_END = datetime.fromisoformat("2026-12-28T09:00+08:00")
CASE = "3f2b-A1"
REFUSED = Facts(
    goods="game_card",
    problem=frozenset({"unusable"}),
    goods_used="tried",
    support_fixed="no",
    purpose="self",
    truthful="yes",
    stage="refused",
    evidence=frozenset({"error"}),
    channel="wechat",
    paid_on=on(date(2026, 11, 20)),
    asked_on=on(date(2026, 11, 21)),
    refused_on=on(date(2026, 11, 23)),
)
OFFERED = replace(REFUSED, stage="partial_offer")
FAMILY = replace(REFUSED, problem=frozenset({"unusable", "child_paid"}))
UNESCAPED = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}


def written(facts: Facts, now: datetime = NOW, case: str = CASE) -> str:
    return calendar(assess(facts, now), case, now)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def value(raw: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", re.sub(r"\\[;,n]", "", raw)), raw
    return re.sub(r"\\[\\;,n]", lambda found: UNESCAPED[found[0]], raw)


def read(text: str) -> list[dict[str, str]]:
    """The events, each with its properties; those of its alarm begin with ``VALARM/``."""
    events, inside = [], []
    for line in unfolded(text):
        name, raw = line.split(":", 1)
        if name == "BEGIN":
            inside.append(raw)
            if raw == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == raw
        elif "VEVENT" in inside:
            key = f"VALARM/{name}" if inside[-1] == "VALARM" else name
            assert key not in events[-1], key
            events[-1][key] = value(raw)
    assert not inside
    return events


def day(event: dict[str, str], name: str = "DTSTART") -> date:
    return datetime.strptime(event[f"{name};VALUE=DATE"], "%Y%m%d").date()


def with_words(what: str):
    """A verdict with one deadline, of these words."""
    verdict = assess(REFUSED, NOW)
    matter = verdict.matters[0]
    return replace(verdict, matters=(replace(matter, acts=(), deadlines=(replace(matter.deadlines[0], what=what),)),))


def test_the_calendar_around_the_events():
    lines = unfolded(written(REFUSED))
    assert lines[:5] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//anxinmai//zh-CN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT"]
    assert lines[-1] == "END:VCALENDAR"
    assert not any(line.startswith("METHOD") for line in lines)


@pytest.mark.parametrize(("facts", "now"), [(REFUSED, NOW), (OFFERED, YEAR_END), (FAMILY, NOW)])
def test_every_line_is_short_and_readable_on_its_own(facts, now):
    data = written(facts, now).encode()
    assert data.endswith(b"\r\n") and not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    lines = data.split(b"\r\n")[:-1]
    assert any(line.startswith(b" ") for line in lines) and all(line.strip() for line in lines)
    for line in lines:
        assert len(line) <= 75, line
        line.decode("utf-8")


@pytest.mark.parametrize("width", range(60, 80))
def test_folding_loses_nothing_at_the_edge(width):
    for what in ("a" * (width - len("SUMMARY:")), "a" * (width - 10) + "退😀" * 40):
        text = calendar(with_words(what), CASE, NOW)
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
        assert read(text)[0]["SUMMARY"] == what
    short = calendar(with_words("a" * (75 - len("SUMMARY:"))), CASE, NOW)
    assert "SUMMARY:" + "a" * (75 - len("SUMMARY:")) + "\r\n" in short


def test_every_dated_thing_has_its_day():
    (matter,) = assess(REFUSED, NOW).matters
    expected = [(row.safe, row.what) for row in matter.deadlines] + [(act.by, act.what) for act in matter.acts if act.by]
    got = [(day(event), event["SUMMARY"]) for event in read(written(REFUSED))]
    assert len(got) == 6 and sorted(got) == sorted(expected)
    assert (date(2026, 11, 27), "到这天还没有结果，就回来看下一步") in got
    assert (date(2026, 12, 7), "过了这天还没有正当理由不退，视为故意拖延") in got


SHOP = Parties(platform_name="某某卡盟", seller_name="蓝天数卡", goods_name="点卡；月卡", buyer_name="李某", order_no="A1")


@pytest.mark.parametrize(
    ("facts", "parties", "words"),
    [
        (replace(REFUSED, paid_fen=10_050), SHOP, "蓝天数卡，点卡；月卡，100.50 元"),
        (replace(REFUSED, paid_fen=10_000), Parties(platform_name="某某卡盟"), "某某卡盟，点卡、礼品卡、充值卡，100 元"),
        (REFUSED, Parties(), "点卡、礼品卡、充值卡"),
        (replace(REFUSED, paid_said="二十来块"), Parties(), "点卡、礼品卡、充值卡，二十来块"),
        (Facts(goods="cheat", paid_fen=3_000), replace(SHOP, goods_name="某某辅助"), "蓝天数卡，30 元"),
        (Facts(), Parties(buyer_name="李某", order_no="A1", pay_no="7"), ""),
    ],
)
def test_which_purchase_it_is_in_the_words_that_were_given(facts, parties, words):
    assert purchase_in_words(facts, parties) == words


def test_an_entry_says_which_purchase_and_is_the_same_entry_without():
    words = purchase_in_words(replace(REFUSED, paid_fen=10_000), SHOP)
    named, bare = (read(calendar(assess(REFUSED, NOW), CASE, NOW, each)) for each in (words, ""))
    assert [each["SUMMARY"] for each in named] == [f"{each['SUMMARY']}（{words}）" for each in bare]
    assert [each["UID"] for each in named] == [each["UID"] for each in bare]
    assert all(each["VALARM/DESCRIPTION"] == f"明天：{each['SUMMARY']}" for each in named)


def test_an_event_takes_the_whole_day_and_no_time():
    for event in read(written(REFUSED)):
        assert day(event, "DTEND") - day(event) == timedelta(days=1)
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["DTSTAMP"] == event["LAST-MODIFIED"] == "20261124T070400Z"
        assert "SEQUENCE" not in event


def test_the_alarm_rings_at_nine_the_day_before():
    for event in read(written(REFUSED)):
        hours = re.fullmatch(r"-PT(\d+)H", event["VALARM/TRIGGER"])
        rings = datetime.combine(day(event), datetime.min.time()) - timedelta(hours=int(hours[1]))
        assert (rings.date(), rings.hour) == (day(event) - timedelta(days=1), 9)
        assert event["VALARM/ACTION"] == "DISPLAY" and event["VALARM/DESCRIPTION"] == f"明天：{event['SUMMARY']}"


def test_a_deadline_says_how_it_was_counted_and_who_sets_it():
    by_words = {event["SUMMARY"]: event["DESCRIPTION"].split("\n") for event in read(written(REFUSED))}
    (matter,) = assess(REFUSED, NOW).matters
    assert {row.basis for row in matter.deadlines} == {"practice", "statute", "platform", "own"}
    for row in matter.deadlines:
        assert f"怎么算的：{row.counted}" in by_words[row.what] and f"依据：{BASIS_WORDS[row.basis]}" in by_words[row.what]
    assert all(lines[-1] == "自查结论不是法律意见" and "自查当天：2026-11-24" in lines for lines in by_words.values())


def test_an_uncertain_deadline_stands_on_its_earlier_day_and_says_both():
    complained = replace(OFFERED, elsewhere="12315", complained_on=on(YEAR_END.date()))
    event = next(e for e in read(written(complained, YEAR_END)) if "答复是否受理" in e["SUMMARY"])
    assert day(event) == date(2027, 1, 5)
    assert "最早 2027-01-05，最晚 2027-01-11" in event["DESCRIPTION"] and "放假安排还没有收录" in event["DESCRIPTION"]
    certain = next(e for e in read(written(complained, YEAR_END)) if "微信" in e["SUMMARY"])
    assert "最晚" not in certain["DESCRIPTION"]
    between = datetime.fromisoformat("2027-01-07T10:00+08:00")
    event = next(e for e in read(calendar(assess(complained, between), CASE, between)) if "答复是否受理" in e["SUMMARY"])
    assert day(event) == date(2027, 1, 11)


def test_a_day_that_is_about_says_so():
    past = datetime.fromisoformat("2028-03-01T09:00+08:00")
    asked = replace(OFFERED, paid_on=on(date(2028, 2, 28)), asked_on=on(date(2028, 2, 29)), refused_on=None)
    event = next(e for e in read(written(asked, past)) if "拖延" in e["SUMMARY"])
    assert day(event) == date(2028, 3, 24)
    assert "日期是大约的：2028-03-24" in event["DESCRIPTION"] and "按可能的最晚一天算" in event["DESCRIPTION"]


def test_the_later_of_two_days_is_called_the_later():
    between = datetime.fromisoformat("2027-01-07T10:00+08:00")
    complained = replace(OFFERED, elsewhere="12315", complained_on=on(YEAR_END.date()))
    event = next(e for e in read(written(complained, between)) if "答复是否受理" in e["SUMMARY"])
    assert "这里放在最晚的一天" in event["DESCRIPTION"] and "这里放在最早" not in event["DESCRIPTION"]


def test_what_is_counted_cautiously_is_not_called_the_laws_last_day():
    for event in read(written(REFUSED)):
        if "付款当天" in event["DESCRIPTION"] and "微信" not in event["SUMMARY"]:
            assert event["SUMMARY"].startswith("最稳妥") and "依据：本站取值" in event["DESCRIPTION"] and "最后一天" not in event["SUMMARY"]
    long_ago = replace(REFUSED, paid_on=on(date(2021, 1, 1)), asked_on=on(date(2021, 1, 2)), refused_on=None)
    assert "最稳妥" not in written(long_ago)


def test_what_counts_from_something_not_done_is_no_date():
    (matter,) = assess(OFFERED, NOW).matters
    assert [row.what for row in matter.deadlines if row.supposed] == ["今天向 12315 投诉的话，最晚这天答复是否受理"]
    assert not any("答复是否受理" in event["SUMMARY"] for event in read(written(OFFERED)))


def test_what_is_over_is_left_out_and_today_is_not():
    assert any("拖延" in row.what for row in assess(OFFERED, YEAR_END).matters[0].deadlines)
    events = read(written(OFFERED, YEAR_END))
    assert events and all(day(event) >= YEAR_END.date() for event in events)
    assert not any("拖延" in event["SUMMARY"] for event in events)
    on_the_day = datetime.fromisoformat("2026-12-07T23:59+08:00")
    assert any("拖延" in event["SUMMARY"] for event in read(written(OFFERED, on_the_day)))


def test_nothing_ahead_gives_no_file():
    assert written(Facts(goods="cheat", problem=frozenset({"unusable"}), truthful="yes")) == ""
    assert calendar(assess(REFUSED, NOW), CASE, datetime.fromisoformat("2040-01-01T00:00+08:00")) == ""


@pytest.mark.parametrize("offset", ["+08:00", "-11:00", "+14:00"])
@pytest.mark.parametrize("clock", ["00:30", "23:30"])
def test_the_offset_moves_no_day(clock, offset):
    """Half past midnight in China is still the day before in UTC."""
    now = datetime.fromisoformat(f"2026-11-26T{clock}{offset}")
    got = [(day(event), event["SUMMARY"]) for event in read(written(REFUSED, now))]
    noon = [(day(event), event["SUMMARY"]) for event in read(written(REFUSED, datetime.fromisoformat("2026-11-26T12:00+00:00")))]
    assert got == noon and got[0][0] == date(2026, 11, 26)
    tomorrow = datetime.fromisoformat(f"2026-11-27T{clock}{offset}")
    assert all(day(event) > date(2026, 11, 26) for event in read(written(REFUSED, tomorrow)))


def uids(text: str) -> dict[str, str]:
    events = read(text)
    found = {event["SUMMARY"]: event["UID"] for event in events}
    assert len(set(found.values())) == len(found) == len(events)
    return found


def test_an_entry_keeps_its_name_when_its_day_changes():
    first = written(REFUSED)
    moved = replace(REFUSED, paid_on=on(date(2026, 11, 22)), asked_on=on(date(2026, 11, 23)), refused_on=on(date(2026, 11, 25)))
    second = written(moved, datetime.fromisoformat("2026-11-26T09:00+08:00"))
    assert {day(event) for event in read(first)}.isdisjoint({day(event) for event in read(second)})
    assert uids(first) == uids(second) and len(uids(first)) == 6


def test_another_case_matter_or_kind_has_another_name():
    assert not set(uids(written(REFUSED)).values()) & set(uids(written(REFUSED, case="3f2b-A2")).values())
    verdict = assess(REFUSED, NOW)
    (matter,) = verdict.matters
    routed = replace(verdict, matters=(replace(matter, route="minor"),))
    assert not set(uids(calendar(verdict, CASE, NOW)).values()) & set(uids(calendar(routed, CASE, NOW)).values())
    act = next(act for act in matter.acts if act.by)
    deadline = replace(matter.deadlines[1], what=act.what)
    as_deadline = replace(verdict, matters=(replace(matter, acts=(), deadlines=(deadline,)),))
    as_act = replace(verdict, matters=(replace(matter, acts=(act,), deadlines=()),))
    assert uids(calendar(as_deadline, CASE, NOW))[act.what] != uids(calendar(as_act, CASE, NOW))[act.what]


def test_the_name_tells_nothing_of_the_case():
    assert all(re.fullmatch(r"[0-9a-f]{64}", uid) for uid in uids(written(REFUSED)).values())
    assert CASE not in written(REFUSED)


@pytest.mark.parametrize("what", ["甲,乙", "甲;乙", "甲\n乙", "甲\\乙", "甲\\n乙", "\\,;\n\\\\;", "BEGIN:VEVENT\nEND:VCALENDAR"])
def test_text_comes_back_as_it_was(what):
    (event,) = read(calendar(with_words(what), CASE, NOW))
    assert event["SUMMARY"] == what and event["VALARM/DESCRIPTION"] == f"明天：{what}"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_end_is_one_new_line(end):
    assert read(calendar(with_words(f"甲{end}乙"), CASE, NOW))[0]["SUMMARY"] == "甲\n乙"


def test_by_day_and_then_as_in_the_verdict():
    events = [(day(event), event["SUMMARY"]) for event in read(written(REFUSED))]
    (matter,) = assess(REFUSED, NOW).matters
    order = [row.what for row in matter.deadlines] + [act.what for act in matter.acts]
    assert events == sorted(events, key=lambda event: (event[0], order.index(event[1])))
    assert [words[:6] for _, words in events[:2]] == ["平台申诉的最", "到这天还没有"]
    assert [words[:4] for when, words in events if when == date(2027, 11, 20)] == ["微信支付", "最稳妥，"]


def test_what_two_matters_share_is_entered_once():
    verdict = assess(FAMILY, NOW)
    assert [sum("微信" in row.what for row in matter.deadlines) for matter in verdict.matters] == [1, 1]
    events = [(day(event), event["SUMMARY"]) for event in read(written(FAMILY))]
    assert len(set(events)) == len(events) and sum("微信" in words for _, words in events) == 1


def test_the_same_words_on_two_days_are_two_entries():
    verdict = assess(FAMILY, NOW)
    first, second = verdict.matters
    later = replace(second, deadlines=tuple(replace(row, last_day=date(2027, 12, 1)) for row in second.deadlines if "微信" in row.what))
    events = [event for event in read(calendar(replace(verdict, matters=(first, later)), CASE, NOW)) if "微信" in event["SUMMARY"]]
    assert [day(event) for event in events] == [date(2027, 11, 20), date(2027, 12, 1)]
    assert events[0]["UID"] != events[1]["UID"]


def test_the_same_input_gives_the_same_bytes():
    assert written(FAMILY).encode() == written(FAMILY).encode()
    same_moment = NOW.astimezone(datetime.fromisoformat("2026-11-24T00:00+00:00").tzinfo)
    assert calendar(assess(FAMILY, NOW), CASE, same_moment) == written(FAMILY)


@pytest.mark.parametrize("case", ["a", "A-9", "x" * 64, "0d9c6a52-6a4e-4c7e-9a1f-3a1c9c1d7f10"])
def test_an_opaque_id_is_taken(case):
    assert read(written(REFUSED, case=case))


@pytest.mark.parametrize("case", ["", "x" * 65, "a b", "a_b", "案件", "a\n", "a\r\nUID:1", "é", "１", None, 7, ["a"]])
def test_anything_else_is_refused_in_plain_chinese(case):
    with pytest.raises(CaseFileError, match=r"^案件编号只能用字母、数字和连字符，1 至 64 个字符$"):
        written(REFUSED, case=case)
    with pytest.raises(CaseFileError):
        written(Facts(goods="cheat", problem=frozenset({"unusable"}), truthful="yes"), case=case)
