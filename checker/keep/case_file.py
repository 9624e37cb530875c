"""The case file: what the page saves, exports and takes back. Checked as a whole, every problem named at once."""

import re
from collections.abc import Container, Mapping
from datetime import date
from typing import Any, get_args

from checker.ask.events import AT_MOST, misshapen
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import chosen
from checker.ask.questions import BY_ID
from checker.ask.read import clean
from checker.errors import CaseFileError
from checker.keep.earlier import of_today
from checker.keep.replies import REPLIES, State

VERSION = 1
KEYS = ("v", "answers", "parties", "events", "texts", "replies", "status")
STATES: tuple[State, ...] = get_args(State)
MAX_TEXT = 20_000
"""Characters of one edited text; nothing longer is ever sent."""
MAX_ITEMS = 200
"""Texts, replies or sent texts in one case."""
MAX_STEP = 10_000
"""Things noted in one case, those that were taken back counted."""
TEXT_KEY = re.compile(r"[a-z_]{1,40}/[a-z_0-9]{1,40}/(?:text|short|blank)(?:/[1-9][0-9]{0,2})?")
"""Matter, text and length; with a number where a text was changed under earlier answers and again under later ones. Under ``blank`` lies
what was filled into blanks of the text that no question asks for, each from the words of the blank."""


def read_case(case: object) -> tuple[Mapping[str, Any], Mapping[str, Any], list[Any]]:
    """Answers, parties and events of a case file.

    :raises CaseFileError: not an object, another version, an unknown key, or a part of the wrong type.
    """
    whole = _whole(case)
    return whole["answers"], whole.get("parties", {}), whole.get("events", [])


def open_case(case: object) -> dict[str, Any]:
    """A case file that is to be taken back into the page, with only what it may hold.

    Answers need not be complete, and dates in them need not be readable: the page shows them as they are. Everything else that is not
    as the page writes it is refused, a choice that the form does not have too: the page could only drop it.

    :raises CaseFileError: all problems in one sentence, each with the name of the part that has it.
    """
    whole = _whole(case)
    answers, parties = whole["answers"], whole.get("parties", {})
    problems = [
        *_strings("answers", answers, BY_ID, lists=True),
        *_choices(answers),
        *_strings("parties", parties, {field.id for field in PARTY_FIELDS}),
        *_events(whole.get("events", [])),
        *_texts(whole.get("texts", {})),
        *_replies(whole.get("replies", [])),
        *_status(whole.get("status", {})),
    ]
    if problems:
        raise CaseFileError("；".join(problems))
    return {
        "v": VERSION,
        "answers": dict(answers),
        "parties": dict(parties),
        "events": whole.get("events", []),
        "texts": whole.get("texts", {}),
        "replies": whole.get("replies", []),
        "status": whole.get("status", {}),
    }


def _whole(case: object) -> Mapping[str, Any]:
    """The case file, once its outermost layer is what it has to be."""
    if not isinstance(case, dict):
        raise CaseFileError("案件文件的最外层要是一个对象")
    problems = _outside(case)
    if problems:
        raise CaseFileError("；".join(problems))
    today = {**case, "answers": of_today(case["answers"])}
    if isinstance(case.get("replies"), list):
        today["replies"] = _noted_today(case["replies"])
    status = case.get("status")
    if isinstance(status, dict) and isinstance(status.get("sent"), list):
        today["status"] = {**status, "sent": _noted_today(status["sent"])}
    return today


def _noted_today(noted: list[Any]) -> list[Any]:
    """What was noted, with the answers that it changed as the form of today asks for them."""
    found = []
    for each in noted:
        before = each.get("before") if isinstance(each, dict) else None
        if isinstance(before, dict):
            today = of_today(before)
            found.append({**each, "before": {id: today[id] for id in before if id in today}})
        else:
            found.append(each)
    return found


def _outside(case: Mapping[str, Any]) -> list[str]:
    problems = [f"没有“{_name(key)}”这一项" for key in case if key not in KEYS]
    if type(case.get("v")) is not int or case["v"] != VERSION:
        problems.append(f"案件文件的版本（v）要是 {VERSION}")
    problems += [f"“{key}”要是一个对象" for key in ("answers", "parties") if not isinstance(case.get(key, {}), dict)]
    problems += ["“events”要是一个列表"] if not isinstance(case.get("events", []), list) else []
    if "answers" not in case:
        problems.append("缺少“answers”这一项")
    return problems


def _strings(part: str, values: Mapping[str, Any], known: Container[str], *, lists: bool = False) -> list[str]:
    found = []
    for key, value in values.items():
        if key not in known:
            found.append(f"“{part}”里没有“{_name(key)}”这一项")
        elif not _is_text(value) and not (lists and isinstance(value, list) and all(_is_text(each) for each in value)):
            found.append(f"“{part}”里的“{key}”要写成文字")
    return found


def _choices(answers: Mapping[str, Any]) -> list[str]:
    asked = [(BY_ID[key], chosen(value)) for key, value in answers.items() if key in BY_ID and isinstance(value, str | list)]
    return [
        f"“answers”里“{question.id}”的选项“{_name(value)}”这里没有，文件可能来自另一个版本"
        for question, values in asked
        if question.options
        for value in values
        if isinstance(value, str) and value not in [option.value for option in question.options]
    ]


def _events(events: list[Any]) -> list[str]:
    found = [f"“events”的第 {number} 条{wrong}" for number, each in enumerate(events, 1) if (wrong := misshapen(each))]
    own = sum(isinstance(each, dict) and "what" in each for each in events)
    if own > AT_MOST or len(events) > MAX_ITEMS:
        found.append(f"“events”里自己写的不要超过 {AT_MOST} 条，一共不超过 {MAX_ITEMS} 条")
    return found


def _texts(texts: object) -> list[str]:
    if not isinstance(texts, dict) or len(texts) > MAX_ITEMS:
        return [f"“texts”要是一个对象，不超过 {MAX_ITEMS} 份"]
    fine = {"from", "edited"}
    return [
        f"“texts”里的“{_name(key)}”要有原文（from）和改过的（edited）"
        for key, value in texts.items()
        if not TEXT_KEY.fullmatch(key)
        or not isinstance(value, dict)
        or set(value) != fine
        or not all(_is_text(each) for each in value.values())
    ]


def _replies(replies: object) -> list[str]:
    if not isinstance(replies, list) or len(replies) > MAX_ITEMS:
        return [f"“replies”要是一个列表，不超过 {MAX_ITEMS} 条"]
    known = {reply.id for reply in REPLIES}
    return [
        f"“replies”的第 {number} 条要有日期（on）和答复（reply）"
        for number, entry in enumerate(replies, 1)
        if not _is_noted(entry, "reply") or entry["reply"] not in known
    ]


def _is_noted(entry: object, what: str) -> bool:
    """Something that happened: ``what`` and its day; and how manieth it was, with the answers that it changed as they were before."""
    if not isinstance(entry, dict) or not {"on", what} <= set(entry) <= {"on", what, "step", "before"}:
        return False
    step, before = entry.get("step", 1), entry.get("before", {})
    if type(step) is not int or not 1 <= step <= MAX_STEP or not isinstance(before, dict):
        return False
    given = {id: answer for id, answer in before.items() if answer is not None}
    return (
        _is_day(entry["on"])
        and _is_text(entry[what])
        and not [
            *_strings("before", given, BY_ID, lists=True),
            *_choices(given),
            *(id for id in before if id not in BY_ID),
        ]
    )


def _status(status: object) -> list[str]:
    if not isinstance(status, dict):
        return ["“status”要是一个对象"]
    problems = [f"“status”里没有“{_name(key)}”这一项" for key in status if key not in ("state", "until", "sent")]
    if status.get("state", "open") not in STATES:
        problems.append(f"“status”的状态（state）要是 {'、'.join(STATES)} 里的一个")
    if status.get("until") is not None and not _is_day(status["until"]):
        problems.append("“status”的日期（until）要写成 2026-11-30 的样子")
    sent = status.get("sent", [])
    if not isinstance(sent, list) or len(sent) > MAX_ITEMS or not all(_is_noted(each, "letter") for each in sent):
        problems.append("“status”里发出的文本（sent）要有名字（letter）和日期（on）")
    return problems


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _name(key: object) -> str:
    """A key as it may be shown: short, and without characters that mislead."""
    return clean(str(key))[:40]
