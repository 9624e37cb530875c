"""The only door for JavaScript: JSON text in, JSON text out. ``check`` below is the same door for Python callers."""

import json
from binascii import b2a_base64
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from checker.ask.answers import read_answers
from checker.ask.events import Entry, read_entry, read_events
from checker.ask.facts import Facts
from checker.ask.parties import PARTY_FIELDS, Parties, read_parties
from checker.ask.problems import UNUSABLE
from checker.ask.question import UNKNOWN, asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.read import EARLIEST_DATE, Unreadable, clean
from checker.ask.stages import stage_of
from checker.ask.unsure import LEFT_OUT
from checker.decide.early import at_once, decided
from checker.decide.verdict import Matter, assess
from checker.errors import AnswerError, AnswerErrors, CaseFileError, CheckerError, UnknownLetter
from checker.keep.calendar import calendar, purchase_in_words
from checker.keep.case_file import MAX_TEXT, VERSION, open_case, read_case
from checker.keep.evidence import inventory
from checker.keep.replies import Changed, after_reply, after_sending, come_back_on
from checker.plain import plain
from checker.reading import read
from checker.write.ladder import ladder
from checker.write.letters import form_of
from checker.write.writing import course, letters, remarks

EARLIEST_NOW = date(2026, 4, 15)
"""Before this day there was no such page, so a clock of the page that says so is wrong. The command line takes older days."""
LATEST_NOW = date(9900, 1, 1)
"""After this day a period may end in a year that Python's dates do not have."""

MADE_UP = {
    "goods": "game_card",
    "problem": [UNUSABLE.id],
    "goods_used": "tried",
    "failure": "already_used",
    "support_fixed": "no",
    "issuer_says": "unknown",
    "channel": "wechat",
    "seller_kind": "unclear",
    "evidence": ["order"],
    "stage": "refused",
    "refusal_ground": ["used"],
    "refused_by": "platform",
    "elsewhere": "none",
    "wish": "refund",
    "truthful": "yes",
}
"""For `warm`: a case with every text that an ordinary claim can have."""


def handle(request_json: str) -> str:
    """Answer one request of the page: ``{v, id, kind, now, ...}``, with ``answers`` and ``parties`` for every kind but ``word``, ``open`` and ``read``.

    ==========  ========================  ===================================================================================
    kind        with, besides             gives
    ==========  ========================  ===================================================================================
    check                                 ``verdict``
    lint        route, letter, text       ``remarks`` on a text that its reader changed
    progress                              ``progress``: what cannot be read so far, what is decided already, what to do first
    sent        letter                    ``answers`` after that text was sent today, and the questions to ask again
    reply       reply                     ``answers`` after that reply, and the questions to ask again
    calendar    case                      ``calendar``: the dates as iCalendar text, empty where there are none
    word        texts                     ``file``: a Word file with these texts, in base64; its module has to be there
    open        file                      ``case``: a case file as it may be taken back
    read        what, text                what a text of that kind says (:func:`checker.reading.read`); its modules have to be there
    event       event                     ``error``, empty where the line can be taken among the events
    ==========  ========================  ===================================================================================

    ``check``, ``lint`` and ``calendar`` may give ``answer-errors`` instead. Whatever cannot be handled gives ``kind: "failed"`` with a
    code and a sentence, never an exception.
    """
    id = None
    try:
        request = json.loads(request_json)
        if not isinstance(request, dict) or request.get("v") != VERSION or request.get("kind") not in KINDS:
            raise CaseFileError("页面和自查程序的版本对不上，刷新页面再试一次")
        id = request.get("id")
        case = {key: request[key] for key in ("v", "answers", "parties", "events") if key in request}
        body = KINDS[request["kind"]](case, _now_of_page(request.get("now")), request)
    except AnswerErrors as error:
        body = {"kind": "answer-errors", "errors": [plain(item) for item in error.errors]}
    except (CaseFileError, UnknownLetter) as error:
        body = {"kind": "failed", "code": "request", "message": str(error)}
    except (CheckerError, ValueError, RecursionError) as error:
        body = {"kind": "failed", "code": type(error).__name__, "message": "自查程序出了错，这是我们的问题"}
    return dumps({"v": VERSION, "id": id, **body})


def warm() -> None:
    """Load and work out whatever a first request would, with a made-up case that is the same for everybody."""
    for kind in ("check", "progress", "calendar"):
        handle(
            dumps(
                {"v": VERSION, "id": "0", "kind": kind, "now": f"{EARLIEST_NOW.isoformat()}T12:00+08:00", "parties": {}, "answers": MADE_UP}
            )
        )


def dumps(value: Any, **options: Any) -> str:
    """JSON with the keys sorted, so that two runs on two machines give the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, **options)


def read_now(text: object) -> datetime:
    """The time that a verdict is given for, with its offset from UTC. Tables that do not reach it say so in the verdict.

    >>> read_now("2026-11-24T15:04+08:00").date()
    datetime.date(2026, 11, 24)

    :raises CaseFileError: it cannot be read, has no offset, or is a day from which nothing can be counted.
    """
    try:
        now = datetime.fromisoformat(text if isinstance(text, str) else "")
    except ValueError:
        now = None
    if now is None or now.tzinfo is None:
        raise CaseFileError("当前时间要写成带时区的形式，例如 2026-11-23T15:04+08:00")
    if not EARLIEST_DATE <= now.date() <= LATEST_NOW:
        raise CaseFileError(f"日期是 {now.date().isoformat()}，要在 {EARLIEST_DATE.year} 年至 {LATEST_NOW.year} 年之间，先把日期调准")
    return now


def _now_of_page(text: object) -> datetime:
    """The clock of the reader's device.

    :raises CaseFileError: as :func:`read_now`, or it lies before there was such a page.
    """
    now = read_now(text)
    if now.date() < EARLIEST_NOW:
        raise CaseFileError(f"设备上的日期是 {now.date().isoformat()}，早于 {EARLIEST_NOW.isoformat()}，先把日期调准")
    return now


def read_both(case: object, now: datetime) -> tuple[Facts, Parties]:
    """Facts and parties of a case file.

    :raises CaseFileError: the file as a whole cannot be read.
    :raises AnswerErrors: one or more answers or party fields cannot be read; all of them.
    """
    raw_answers, raw_parties, _ = read_case(case)
    parties, errors = read_parties(raw_parties, clean)
    facts = None
    try:
        facts = read_answers(raw_answers, now)
    except AnswerErrors as error:
        errors = [*error.errors, *errors]
    if errors or facts is None:
        raise AnswerErrors(errors)
    return facts, parties


def lint_edited(case: object, now: datetime, route: object, letter: object, text: object) -> list[dict[str, str]]:
    """Remarks on one text of a case as its reader changed it.

    :raises UnknownLetter: the case has no such matter or text.
    :raises CaseFileError: the text is no text, or longer than anything one would send.
    :raises AnswerErrors: the case cannot be read any more.
    """
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        raise CaseFileError(f"文本要写成文字，不超过 {MAX_TEXT} 字")
    facts, parties = read_both(case, now)
    events, _ = read_events(read_case(case)[2], now)
    for matter in assess(facts, now).matters:
        if matter.route == route:
            found: list[dict[str, str]] = plain(remarks(str(letter), text, matter, facts, parties, now, events))
            return found
    raise UnknownLetter("答案改过了，没有这份文本")


def check(case: object, now: datetime) -> dict[str, Any]:
    """The verdict on a case file, as plain data: `checker.schema` describes both. Money is in 分; what somebody does not
    know is answered 不清楚, ``unknown``.

    >>> now = read_now("2026-11-24T15:04+08:00")
    >>> bought = {"goods": "activation_code", "paid_amount": "199", "paid_on": "昨天", "channel": "wechat", "seller_kind": "unclear"}
    >>> failed = {"problem": ["unusable"], "goods_used": "tried", "failure": "already_used", "support_fixed": "no", "issuer_says": "unknown"}
    >>> answers = bought | failed | {"stage": "not_asked", "evidence": ["order"], "truthful": "yes"}
    >>> matter = check({"v": 1, "answers": answers}, now)["matters"][0]
    >>> matter["level"], matter["claims"][0]["amount_fen"], [letter["name"] for letter in matter["letters"]]
    ('can_claim', 19900, ['refund_request', 'chat'])

    Whatever cannot be read is said at once, in words for who wrote it:

    >>> try:
    ...     check({"v": 1, "answers": answers | {"paid_amount": "很多", "paid_on": "2026-02-30"}}, now)
    ... except AnswerErrors as found:
    ...     [error.field for error in found.errors]
    ['paid_on', 'paid_amount']

    :raises CaseFileError: the file as a whole cannot be read.
    :raises AnswerErrors: one or more answers or party fields cannot be read; all of them.
    """
    facts, parties = read_both(case, now)
    verdict = assess(facts, now)
    raw_answers, _, raw_events = read_case(case)
    events, unread = read_events(raw_events, now)
    unanswered = {q.id for q in asked(QUESTIONS, raw_answers) if chosen(raw_answers.get(q.id)) in ((), (UNKNOWN,))}
    unanswered |= {id for each in chosen(raw_answers.get("unsure_about")) for id in LEFT_OUT.get(each, ())}
    return {
        "matters": [_matter(matter, facts, parties, events, now, unanswered) for matter in verdict.matters],
        "missing": [id for id in verdict.missing if id in unanswered],
        "warnings": [*verdict.warnings, *unread],
        "events": [
            {"what": q.event, "said": when.said, "earliest": when.first.isoformat(), "latest": when.last.isoformat()}
            for q in QUESTIONS
            if q.event and (when := getattr(facts, q.gives))
        ],
        "come_back_on": plain(come_back_on(verdict)),
        "their_turn": stage_of(facts.stage).their_turn,
        "rules_version": verdict.rules_version,
        "now": now.isoformat(timespec="minutes"),
    }


def _matter(
    matter: Matter, facts: Facts, parties: Parties, events: tuple[Entry, ...], now: datetime, unanswered: set[str]
) -> dict[str, Any]:
    findings: list[dict[str, Any]] = [
        {
            "rule": f.rule.id,
            "title": f.rule.title,
            "status": f.status,
            "basis": f.rule.basis,
            "articles": [],
            "missing": [id for id in f.missing if id in unanswered],
        }
        for f in matter.findings
    ]
    cited = {reason.rule: plain(reason.articles) for reason in matter.reasons}
    for finding in findings:
        finding["articles"] = cited.get(finding["rule"], [])
    return {
        "route": matter.route,
        "level": matter.level,
        "next_step": matter.next_step.id,
        "next_step_label": matter.next_step.label,
        "headline": matter.headline,
        "reasons": plain(matter.reasons),
        "findings": findings,
        "platform_view": plain(matter.platform_view),
        "claims": plain(matter.claims),
        "acts": plain(matter.acts),
        "deadlines": plain(matter.deadlines),
        "evidence": plain(inventory(matter, facts)),
        "objections": plain(matter.objections),
        "chronology": plain(course(matter, facts, parties, now, events)),
        "letters": plain(letters(matter, facts, parties, now, events)),
        "ladder": plain(ladder(matter, facts, now.date())),
    }


def _progress(case: object, now: datetime) -> dict[str, Any]:
    raw, parties, _ = read_case(case)
    _, errors = read_parties(parties, clean)
    try:
        facts = read_answers(raw, now, partial=True)
    except AnswerErrors as error:
        return {"kind": "progress", "errors": [plain(item) for item in (*error.errors, *errors)], "decided": None, "first": []}
    first = [{"id": row.id, **plain(row.act(facts))} for row in at_once(facts, now)]
    matter = decided(facts, now)
    found = None
    if matter is not None:
        told = {act.what for act in matter.acts}
        others = [{name: value for name, value in act.items() if name != "id"} for act in first if act["what"] not in told]
        found = {
            "route": matter.route,
            "level": matter.level,
            "headline": matter.headline,
            "reasons": plain(matter.reasons),
            "acts": [*plain(matter.acts), *others],
        }
    return {"kind": "progress", "errors": [plain(item) for item in errors], "decided": found, "first": first}


def _changed(changed: Changed) -> dict[str, Any]:
    return {"kind": "answers", "answers": changed.answers, "again": list(changed.again)}


def _sent(case: object, now: datetime, letter: str) -> Changed:
    form = form_of(letter)
    return after_sending(read_case(case)[0], now.date(), asks=form.asks, elsewhere=form.then_elsewhere, dated=form.then_dated)


def _calendar(case: object, now: datetime, name: object) -> dict[str, Any]:
    facts, parties = read_both(case, now)
    text = calendar(assess(facts, now), name if isinstance(name, str) else "", now, purchase_in_words(facts, parties))
    return {"kind": "calendar", "text": text}


def _event(event: object, now: datetime) -> dict[str, Any]:
    """Whether an entry of the course of events can be taken."""
    try:
        read_entry(event, now)
    except Unreadable as problem:
        return {"kind": "event", "error": problem.sentence}
    return {"kind": "event", "error": ""}


def _word(texts: object) -> str:
    """A Word file with these texts as the reader has them, in base64: a list of objects with ``letter``, its name, and ``text``."""
    # Fetched by whoever asks, and not before.
    from checker.write.docx import word_file

    if not isinstance(texts, list) or not all(isinstance(each, dict) for each in texts):
        raise CaseFileError("要写成文件的文本没有传对")
    return b2a_base64(word_file([(str(each.get("letter")), str(each.get("text"))) for each in texts]), newline=False).decode()


KINDS: Mapping[str, Callable[[dict[str, Any], datetime, dict[str, Any]], dict[str, Any]]] = {
    "check": lambda case, now, request: {"kind": "verdict", "verdict": check(case, now)},
    "lint": lambda case, now, request: {
        "kind": "remarks",
        "remarks": lint_edited(case, now, request.get("route"), request.get("letter"), request.get("text")),
    },
    "progress": lambda case, now, request: _progress(case, now),
    "sent": lambda case, now, request: _changed(_sent(case, now, str(request.get("letter")))),
    "reply": lambda case, now, request: _changed(after_reply(read_case(case)[0], str(request.get("reply")))),
    "calendar": lambda case, now, request: _calendar(case, now, request.get("case")),
    "word": lambda case, now, request: {"kind": "file", "base64": _word(request.get("texts"))},
    "open": lambda case, now, request: {"kind": "case", "case": open_case(request.get("file"))},
    "event": lambda case, now, request: _event(request.get("event"), now),
    "read": lambda case, now, request: read(request.get("what"), request.get("text"), now),
}


def field_label(error: AnswerError) -> str:
    """The question or party field that an error is about, in its own words."""
    if error.field in BY_ID:
        return BY_ID[error.field].label
    return next((field.label for field in PARTY_FIELDS if field.id == error.field), error.field)
