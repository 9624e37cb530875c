"""The dated things of a verdict as an iCalendar text (RFC 5545), for the reader's own calendar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from checker.ask.facts import Facts
from checker.ask.goods import NOT_KNOWN, goods_of
from checker.ask.parties import Parties
from checker.decide.verdict import BASIS_WORDS, Verdict
from checker.errors import CaseFileError
from checker.kit.counting import Deadline
from checker.kit.phrases import paid, paid_is_known

CASE_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
LINE_OCTETS = 75
"""Octets of UTF-8 in one line of the file, without its CRLF."""
ALARM = "-PT15H"
"""Nine in the morning of the day before: an all-day event begins at midnight."""
DISCLAIMER = "自查结论不是法律意见"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Event:
    """One all-day entry. ``uid`` names the thing and not its day, so that importing again moves the entry instead of doubling it."""

    uid: str
    day: date
    what: str
    description: str


def purchase_in_words(facts: Facts, parties: Parties) -> str:
    """Shop, goods and sum, as far as they were given, so that one tells the entries of two purchases apart; ``""`` where nothing was.

    A calendar is seen by others too: what the law forbids is not named in it.
    """
    goods = goods_of(facts.goods)
    kind = "" if goods is NOT_KNOWN or goods.forbidden_by else re.split("[（：]", goods.label)[0]
    named = "" if goods.forbidden_by else parties.goods_name
    shop = parties.seller_name or parties.platform_name
    return "，".join(filter(None, (shop, named or kind, paid(facts).strip() if paid_is_known(facts) else "")))


def calendar(verdict: Verdict, case: str, now: datetime, purchase: str = "") -> str:
    """The deadlines and dated acts of ``verdict`` that are not over on the day of ``now``, as the text of an ``.ics`` file.

    Days are the reader's local dates; only the stamp of the file is ``now`` in UTC, so ``now`` carries its offset. A period with two
    possible ends stands on the earlier one that is not over; one that counts from something not done is left out. Each
    says which ``purchase`` it is about, where something is known of it. ``""`` where nothing dated lies ahead: then there is no file to offer.

    :raises CaseFileError: ``case`` is no opaque id of 1 to 64 letters, digits and hyphens.
    """
    if not isinstance(case, str) or not CASE_ID.fullmatch(case):
        raise CaseFileError("案件编号只能用字母、数字和连字符，1 至 64 个字符")
    events = [replace(event, what=f"{event.what}（{purchase}）") if purchase else event for event in _ahead(verdict, case, now.date())]
    if not events:
        return ""
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//anxinmai//zh-CN",
        "CALSCALE:GREGORIAN",
        *(line for event in events for line in _event_lines(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _ahead(verdict: Verdict, case: str, today: date) -> tuple[Event, ...]:
    """The entries from ``today`` on, by day and then as in the verdict. Two matters may share a deadline: it is entered once."""
    once: dict[tuple[date, str], Event] = {}
    for event in _events(verdict, case):
        if event.day >= today:
            once.setdefault((event.day, event.what), event)
    return tuple(sorted(once.values(), key=lambda event: event.day))


def _events(verdict: Verdict, case: str) -> Iterator[Event]:
    for matter in verdict.matters:
        for row in (row for row in matter.deadlines if not row.supposed):
            uid = _uid(case, matter.route, "deadline", row.what)
            # Of two possible ends the earlier one, as long as it is not over.
            day = row.safe if row.safe >= verdict.now.date() else row.surely_over_after
            yield Event(uid=uid, day=day, what=row.what, description=_of_deadline(row, verdict.now.date()))
        for act in matter.acts:
            if act.by is not None:
                yield Event(
                    uid=_uid(case, matter.route, "act", act.what),
                    day=act.by,
                    what=act.what,
                    description=_of_act(act.by, verdict.now.date()),
                )


def _of_deadline(row: Deadline, checked_on: date) -> str:
    return "\n".join(
        (f"怎么算的：{row.counted}", f"依据：{BASIS_WORDS[row.basis]}", *_open_end(row, checked_on), _checked(checked_on), DISCLAIMER)
    )


def _open_end(row: Deadline, today: date) -> tuple[str, ...]:
    if row.certain:
        return ()
    if row.last_day:
        return (f"日期是大约的：{row.last_day.isoformat()}",)
    which = "最早" if row.safe >= today else "最晚"
    return (f"还定不下来：最早 {row.safe.isoformat()}，最晚 {row.surely_over_after.isoformat()}，这里放在{which}的一天",)


def _of_act(by: date, checked_on: date) -> str:
    # An act carries no basis of its own; the day is the one that the result page prints beside it.
    return "\n".join((f"自查结果里的一步，日期是 {by.isoformat()}", _checked(checked_on), DISCLAIMER))


def _checked(day: date) -> str:
    # Some deadlines say “今天”, which in a calendar has to name its day.
    return f"自查当天：{day.isoformat()}"


def _uid(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _event_lines(event: Event, stamp: str) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.what)}",
        f"DESCRIPTION:{_escaped(event.description)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:{ALARM}",
        f"DESCRIPTION:{_escaped(f'明天：{event.what}')}",
        "END:VALARM",
        "END:VEVENT",
    )


def _escaped(text: str) -> str:
    # The backslash first: the others bring their own. Every kind of line break counts, since some readers split at each of them.
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """The line in pieces of at most ``LINE_OCTETS``, each whole characters; the space that begins a continuation counts."""
    pieces, used = [], 0
    for char in line:
        size = len(char.encode())
        if used + size > LINE_OCTETS:
            pieces.append("\r\n ")
            used = 1
        pieces.append(char)
        used += size
    return "".join(pieces)
