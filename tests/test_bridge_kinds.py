"""The kinds of request that came later: progress, sent, reply, calendar, open. JSON in, JSON out, whatever is sent."""

import base64
import io
import json
import zipfile
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ask.question import UNKNOWN
from checker.bridge import check, handle
from checker.errors import CheckerError
from checker.keep.case_file import MAX_TEXT
from checker.keep.replies import REPLIES
from checker.publish.stories import complete
from checker.reading import READERS
from checker.write.letters import LETTERS

NOW = "2026-11-24T15:04+08:00"
ANSWERS = complete(
    {
        "goods": "game_card",
        "problem": ["unusable"],
        "goods_used": "tried",
        "failure": "invalid",
        "support_fixed": "no",
        "channel": "wechat",
        "evidence": ["error"],
        "stage": "asked_waiting",
        "asked_on": "2026-11-23",
        "paid_on": "2026-11-20",
        "truthful": "yes",
    }
)
FILE = {
    "v": 1,
    "answers": {"goods": "game_card", "paid_on": "不记得"},
    "parties": {"order_no": "A1"},
    "events": [{"when": "2026-11-20", "what": "问过客服"}],
    "texts": {"ordinary/refund_request/text": {"from": "原文", "edited": "改过"}},
    "replies": [{"on": "2026-11-24", "reply": "refused"}],
    "status": {"state": "waiting", "until": None, "sent": [{"letter": "退款申请", "on": "2026-11-24"}]},
}
NEW_KINDS = {
    "progress": {},
    "sent": {"letter": "refund_request"},
    "reply": {"reply": "refused"},
    "calendar": {"case": "abc-1"},
    "open": {"file": FILE},
    "event": {"event": {"when": "三天前", "what": "问过客服"}},
    "read": {"what": "story", "text": "买的点卡，一直没到账"},
    "word": {"texts": [{"letter": "lawsuit", "text": "起诉状要点\n\n一、事实"}]},
}


def ask(kind: str, **changes) -> dict:
    request = {"v": 1, "id": "7", "kind": kind, "answers": ANSWERS, "parties": {}, "now": NOW} | NEW_KINDS[kind] | changes
    return json.loads(handle(json.dumps(request)))


@pytest.mark.parametrize(
    ("kind", "gives"),
    {"progress": "progress", "sent": "answers", "reply": "answers", "calendar": "calendar", "open": "case", "word": "file"}.items(),
)
def test_each_kind_answers_with_its_own_and_echoes_version_and_id(kind, gives):
    got = ask(kind)
    assert (got["v"], got["id"], got["kind"]) == (1, "7", gives)


@pytest.mark.parametrize("kind", NEW_KINDS)
@pytest.mark.parametrize("now", [None, 5, "x", "2026-11-24T15:04", "2026-04-14T12:00+08:00", "9999-01-01T12:00+08:00"])
def test_a_time_that_cannot_be_is_a_message_for_every_kind(kind, now):
    got = ask(kind, now=now)
    assert (got["kind"], got["code"], got["id"]) == ("failed", "request", "7") and got["message"]


@pytest.mark.parametrize("kind", ["progress", "sent", "reply", "calendar"])
@pytest.mark.parametrize("changes", [{"answers": None}, {"answers": []}, {"answers": "x"}, {"parties": []}, {"parties": "x"}])
def test_a_case_of_the_wrong_shape_is_a_message_for_every_kind_that_takes_one(kind, changes):
    got = ask(kind, **changes)
    assert (got["kind"], got["code"]) == ("failed", "request") and next(iter(changes)) in got["message"]


def test_answers_may_not_be_left_out():
    for kind in ("progress", "sent", "reply", "calendar"):
        got = json.loads(handle(json.dumps({"v": 1, "kind": kind, "now": NOW} | NEW_KINDS[kind])))
        assert got["kind"] == "failed" and "answers" in got["message"], kind


# progress


def test_progress_names_what_cannot_be_read_and_not_what_is_missing():
    assert ask("progress", answers={}) == {"v": 1, "id": "7", "kind": "progress", "errors": [], "decided": None, "first": []}
    got = ask("progress", answers={"goods": "cheat", "paid_on": "2026-02-30"}, parties={"order_no": "9" * 41})
    assert [(error["field"], error["code"]) for error in got["errors"]] == [("paid_on", "no-such-day"), ("order_no", "too-long")]
    assert got["decided"] is None, "nothing is decided on answers that cannot be read"


def test_a_party_that_cannot_be_read_does_not_hide_what_is_decided():
    got = ask("progress", answers={"goods": "cheat"}, parties={"order_no": "9" * 41})
    assert [error["field"] for error in got["errors"]] == ["order_no"] and got["decided"]["route"] == "unlawful_goods"


def test_what_is_decided_comes_with_its_reasons_as_plain_data():
    found = ask("progress", answers={"goods": "game_card", "problem": ["asked_to_pay_again"]})["decided"]
    assert set(found) == {"route", "level", "headline", "reasons", "acts"}
    assert (found["route"], found["level"]) == ("scam", "stop") and found["headline"] and found["acts"]
    assert set(found["reasons"][0]) == {"sentence", "basis", "rule", "articles"}
    assert all(set(article) == {"id", "title"} for reason in found["reasons"] for article in reason["articles"])


def test_what_is_to_be_done_at_once_is_named_once():
    got = ask("progress", answers={"goods": "direct_topup", "problem": ["mis_order"]})
    assert got["decided"] is None and [set(row) for row in got["first"]] == [{"id", "what", "by", "latest", "at_once"}]
    both = ask("progress", answers={"goods": "direct_topup", "problem": ["child_paid", "asked_to_pay_again"]})
    told = [act["what"] for act in both["decided"]["acts"]]
    assert len(set(told)) == len(told) and both["first"][0]["what"] in told and "停止付款" in told[0]


def test_a_claim_that_holds_is_not_said_early():
    assert ask("progress")["decided"] is None
    assert check({"v": 1, "answers": ANSWERS}, datetime.fromisoformat(NOW))["matters"][0]["level"] == "can_claim"


# sent


def test_sent_gives_the_answers_of_today_by_the_readers_own_calendar():
    fresh = {"answers": complete(ANSWERS | {"stage": "not_asked", "asked_on": ""})}
    got = ask("sent", **fresh)
    assert (got["answers"]["stage"], got["answers"]["asked_on"], got["again"]) == ("asked_waiting", "2026-11-24", [])
    # Half past midnight is still the day before in UTC; the reader's own day counts.
    assert ask("sent", **fresh, now="2026-11-25T00:30+08:00")["answers"]["asked_on"] == "2026-11-25"


@pytest.mark.parametrize("letter", [form.name for form in LETTERS])
def test_every_text_that_there_is_can_have_been_sent(letter):
    got = ask("sent", letter=letter)
    assert got["kind"] == "answers" and set(ANSWERS) <= set(got["answers"])


@pytest.mark.parametrize("letter", [None, 0, True, "", "退款申请", "poem", ["refund_request"], {"a": 1}, "字" * 10_000, "\u202e", "\x00"])
def test_no_name_of_a_text_is_a_message(letter):
    got = ask("sent", letter=letter)
    assert (got["kind"], got["code"], got["message"]) == ("failed", "request", "没有这一份文本")


# reply


@pytest.mark.parametrize("reply", [reply.id for reply in REPLIES])
def test_every_reply_gives_answers_that_hold_nothing_of_what_is_asked_again(reply):
    got = ask("reply", reply=reply)
    assert got["kind"] == "answers" and isinstance(got["again"], list) and not set(got["again"]) & set(got["answers"])


def test_a_reply_changes_the_stage_and_asks_again():
    got = ask("reply", answers=ANSWERS | {"stage": "refused", "refused_on": "2026-11-24"})
    assert got["answers"]["stage"] == "appeal_refused" and "refused_on" in got["again"] and "truthful" in got["again"]
    assert ask("reply", reply="paid") == {"v": 1, "id": "7", "kind": "answers", "answers": ANSWERS, "again": []}


@pytest.mark.parametrize("reply", [None, 0, True, "", "拒绝了", "REFUSED", ["refused"], {"a": 1}, "字" * 10_000, "\u202e", "\x00"])
def test_no_name_of_a_reply_is_a_message(reply):
    got = ask("reply", reply=reply)
    assert (got["kind"], got["code"], got["message"]) == ("failed", "request", "没有这一种答复")


# calendar


def test_the_calendar_holds_the_dates_of_the_verdict():
    text = ask("calendar")["text"]
    verdict = check({"v": 1, "answers": ANSWERS}, datetime.fromisoformat(NOW))
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    day = verdict["come_back_on"].replace("-", "")
    assert f"DTSTART;VALUE=DATE:{day}" in text


def test_where_nothing_is_dated_the_calendar_is_empty():
    assert ask("calendar", answers=complete({"goods": "cheat", "truthful": "yes"})) == {"v": 1, "id": "7", "kind": "calendar", "text": ""}


def test_a_calendar_of_a_case_that_cannot_be_read_names_the_answers_and_the_parties():
    got = ask("calendar", answers=ANSWERS | {"paid_on": "2026-02-30"}, parties={"order_no": "9" * 41})
    assert got["kind"] == "answer-errors" and [error["field"] for error in got["errors"]] == ["paid_on", "order_no"]


@pytest.mark.parametrize("case", [None, 5, [], {}, "", "a b", "a\nb", "a" * 65, "\r\nBEGIN:VEVENT", "案件", "\u202e", "a/b", "a\n"])
def test_an_id_that_would_not_be_one_is_a_message(case):
    got = ask("calendar", case=case)
    assert (got["kind"], got["code"]) == ("failed", "request") and "案件编号" in got["message"]


# open


def test_a_file_comes_back_as_it_is_whatever_else_the_request_holds():
    assert ask("open")["case"] == FILE
    assert ask("open", answers=None, parties=[])["case"] == FILE


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        ({"when": "三天前", "what": "问过客服"}, ""),
        ({"when": "明天", "what": "问过客服"}, "时间"),
        ({"when": "2099-01-01", "what": "问过客服"}, "不能晚于今天"),
        ({"what": " "}, "一句话"),
        ({"what": 5}, "文字"),
        (None, "when"),
    ],
)
def test_a_line_of_events_can_be_taken_or_says_why_not(event, wrong):
    reply = ask("event", event=event)
    assert reply["kind"] == "event" and wrong in reply["error"] and bool(reply["error"]) is bool(wrong)


@pytest.mark.parametrize(
    ("file", "named"),
    [
        (None, "对象"),
        ([], "对象"),
        ("x", "对象"),
        (5, "对象"),
        ({}, "版本"),
        ({"v": 2, "answers": {}}, "版本"),
        ({"v": 1}, "answers"),
        (FILE | {"x": 1}, "“x”"),
        (FILE | {"replies": [None]}, "第 1 条"),
        (FILE | {"replies": [{"on": 5, "reply": "paid"}]}, "第 1 条"),
        (FILE | {"status": {"state": []}}, "state"),
        (FILE | {"status": {"until": {}}}, "until"),
        (FILE | {"status": {"sent": [None]}}, "sent"),
        (FILE | {"status": {"sent": {}}}, "sent"),
        (FILE | {"texts": {"ordinary/chat/text": None}}, "ordinary/chat/text"),
        (FILE | {"texts": None}, "texts"),
        (FILE | {"answers": {"error_text": "字" * (MAX_TEXT + 1)}}, "error_text"),
        (FILE | {"answers": {"goods": {"a": 1}}}, "goods"),
        (FILE | {"answers": {"problem": [["x"]]}}, "problem"),
        (FILE | {"status": {"until": "2026-11-24\n"}}, "until"),
        (FILE | {"status": {"until": "２０２６-１１-２４"}}, "until"),
    ],
)
def test_a_file_that_is_none_is_a_message_that_names_its_part(file, named):
    got = ask("open", file=file)
    assert (got["kind"], got["code"]) == ("failed", "request") and named in got["message"] and "Traceback" not in got["message"]


def test_a_name_in_a_file_does_not_mislead_in_the_message():
    message = ask("open", file={"v": 1, "answers": {"\u202e倒" + "长" * 100: "1"}, "\u200bx": 1})["message"]
    assert "“x”" in message and not set("\u202e\u200b") & set(message)
    message = ask("open", file={"v": 1, "answers": {"\u202e倒" + "长" * 100: "1"}})["message"]
    assert "倒" + "长" * 39 in message and "长" * 40 not in message and "\u202e" not in message


# Anything.

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**20) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NESTED = st.dictionaries(st.sampled_from(["stage", "goods", "problem", "paid_on", "elsewhere", "colour"]), JSON, max_size=4)
FAULTY = st.fixed_dictionaries(
    {"v": st.just(1), "answers": NESTED | JSON},
    optional={
        "parties": JSON,
        "texts": JSON | st.dictionaries(st.just("ordinary/chat/text"), st.fixed_dictionaries({"from": JSON, "edited": JSON})),
        # A reply is text here: one that is a list or an object is not tried.
        "replies": JSON | st.lists(st.fixed_dictionaries({"on": JSON, "reply": st.text(max_size=9)}), max_size=2),
        "status": JSON
        | st.fixed_dictionaries(
            {},
            optional={
                "state": JSON,
                "until": JSON,
                "sent": JSON | st.lists(st.fixed_dictionaries({"letter": JSON, "on": JSON}), max_size=2),
            },
        ),
    },
)
EXPECTED = {
    "progress": {"progress", "failed"},
    "sent": {"answers", "failed"},
    "reply": {"answers", "failed"},
    "calendar": {"calendar", "answer-errors", "failed"},
    "word": {"file", "failed"},
    "open": {"case", "failed"},
    "event": {"event", "failed"},
    "read": {"story", "failed"},
}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(list(NEW_KINDS)), NESTED, JSON, JSON, FAULTY | JSON)
def test_whatever_is_sent_there_is_an_answer_or_a_message(kind, answers, parties, name, file):
    got = ask(kind, answers=answers, parties=parties, letter=name, reply=name, case=name, file=file, texts=file, text=name)
    assert got["kind"] in EXPECTED[kind]
    if got["kind"] == "failed":
        # Nothing that a reader can send is “our fault”.
        assert got["code"] == "request" and got["message"]


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_a_nesting_without_end_is_a_message(kind):
    deep = "[" * 100_000 + "]" * 100_000
    assert (
        json.loads(handle(f'{{"v": 1, "kind": "{kind}", "now": "{NOW}", "answers": {{"goods": {deep}}}, "file": {deep}}}'))["kind"]
        == "failed"
    )


def test_a_fault_of_our_own_is_a_message_too(monkeypatch):
    def broken(*_):
        raise CheckerError("inside")

    monkeypatch.setattr("checker.bridge.decided", broken)
    got = ask("progress")
    assert (got["kind"], got["code"]) == ("failed", "CheckerError") and "inside" not in got["message"]


def test_an_answer_of_not_knowing_is_an_answer():
    got = ask("progress", answers={"goods": UNKNOWN, "problem": [UNKNOWN]})
    assert (got["errors"], got["decided"]) == ([], None)


# word


@pytest.mark.parametrize("texts", [None, "x", [1], {"letter": "lawsuit"}, [{"letter": "nope", "text": "x"}], [{}]])
def test_texts_of_the_wrong_shape_are_a_message(texts):
    got = ask("word", texts=texts)
    assert got["kind"] == "failed" and got["message"]


def test_a_word_file_comes_whole():
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(ask("word")["base64"]))) as opened:
        assert opened.testzip() is None and "起诉状要点" in opened.read("word/document.xml").decode()


@pytest.mark.parametrize("what", sorted(READERS.keys() - {"reviews"}))
@pytest.mark.parametrize("text", ["", "\u202e\x00\ud800", "没到账" * 100_000, "“" * 5_000])
def test_whatever_is_read_gives_an_answer(what, text):
    found = ask("read", what=what, text=text)
    assert (
        found["kind"] == {"reply": "their-reply", "link": "links"}.get(what, what)
        and found["read"] <= len(text)
        and found["cut"] == (found["read"] < len(text))
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"x": 1}', '{"x": ["yes"]}', "[" * 100_000, '{"\\ud800": "yes"}'])
def test_a_list_of_answers_that_cannot_be_read_is_told_in_words(text):
    found = ask("read", what="reviews", text=text)
    assert found["kind"] in ("failed", "answer-errors") and (found.get("message") or found["errors"][0]["message"])
    assert found.get("code", "request") == "request"


@pytest.mark.parametrize("changes", [{"what": "letter"}, {"what": None}, {"text": None}, {"text": 5}, {"what": ["story"]}])
def test_what_is_no_text_is_refused_in_words(changes):
    assert ask("read", **changes) | {"id": 0, "v": 0} == {
        "kind": "failed",
        "code": "request",
        "message": "要读的文字没有传对",
        "id": 0,
        "v": 0,
    }


def test_a_reply_is_one_of_those_that_a_case_knows():
    told = {
        "refused": "很抱歉，不支持退款哦。",
        "agreed": "您的退款申请已审核通过，3 个工作日内原路退回。",
        "partial": "最多给您退 50 元，您看行吗？",
        "paid": "退款到账通知：100 元已退至您的零钱。",
        "more_proof": "请您上传报错的录屏和订单截图。",
        "silence": "正在为您核实，请耐心等待。",
    }
    found = {id: ask("read", what="reply", text=text)["reply"] for id, text in told.items()}
    assert {id: reply["id"] for id, reply in found.items()} == {id: id for id in told}
    assert ask("read", what="reply", text="您好，请问有什么可以帮您？")["reply"] is None


def test_a_conditional_policy_is_no_refusal_and_no_consent():
    for text in (
        "如果卡密没有使用过是可以退的哦。",
        "已激活的不可退，未激活的可以退。",
        "会员权益如已开始使用则不支持退款。",
        "商家若拒绝退款，您可以申请平台介入。",
    ):
        reply = ask("read", what="reply", text=text)["reply"]
        assert reply is None or reply["id"] not in ("refused", "agreed"), text
