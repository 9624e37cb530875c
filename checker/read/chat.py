"""Reading a pasted chat record: who said what when, and the order numbers and sums in it. How records look is data (`chat_formats.toml`).

Whatever is given is read. A record of no known kind ends in plain lines, and nothing that somebody said is lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

from checker.ask.read import clean
from checker.law.table import table
from checker.read.chat_days import Days, day_of, time_of

LONGEST = 200_000
"""Characters that are read."""
TRIED = 2_000
"""Lines with something in them by which the format is chosen, from the first on."""
FEW = 3
"""So many messages may be told apart by a colon alone though nobody speaks twice: a list of fields has more."""
OUR_ZONE = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """One message, or a line that nobody is known to have said. ``when`` as :func:`checker.ask.times.read_when` reads it, empty where unknown;
    ``who`` empty likewise; ``span``: from where to where it stands in the text, with its head, in code points.
    """

    when: str
    who: str
    words: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chat:
    """A record as it was read. ``read``: how many characters were, ``cut`` whether there were more. ``speakers``, ``orders`` and ``sums`` in the order in which they come, each once; sums as they were written."""

    read: int
    cut: bool
    format: str
    format_label: str
    speakers: tuple[str, ...]
    orders: tuple[str, ...]
    sums: tuple[str, ...]
    lines: tuple[Line, ...]


Format = dict[str, Any]
"""One row of `chat_formats.toml`, which says what stands in it."""


@cache
def _table() -> dict[str, Any]:
    return table("chat_formats", "checker.read")


@cache
def pattern(*wanted: str) -> re.Pattern[str]:
    """What is made of patterns of the table, any of which may fit; of none, one that never does."""
    parts = _table()["parts"]
    joined = "|".join(f"(?:{each})" for each in wanted) or "(?!)"
    return re.compile(re.sub("«([a-z]+)»", lambda part: str(parts[part[1]]), joined))


def _known(name: str) -> re.Pattern[str]:
    return pattern(*_table()["everywhere"][name])


SPACES = str.maketrans("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " " * 16)
HALF = str.maketrans("０１２３４５６７８９：（）／－＜＞［］．￥", "0123456789:()/-<>[].¥")
"""Each as long as what it stands for, so that what is found in one is in the same place of the other."""


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """A line with something in it: from where to where it stands, as it is shown, as it is matched, and whether a blank line stands above it."""

    start: int
    end: int
    words: str
    flat: str
    apart: bool


def read_chat(text: str) -> Chat:
    """What is in a pasted record. Takes time in proportion to the text, and raises nothing."""
    read, cut = min(len(text), LONGEST), len(text) > LONGEST
    rows = list(_rows(text[:LONGEST]))
    form = _chosen(rows[:TRIED])
    lines = (_Letters(form) if "field" in form else _Record(form)).read(rows) if form else []
    if not lines:
        form, lines = _table()["plain"], [_line("", "", [row]) for row in rows]
    words, flat = "\n".join(row.words for row in rows), "\n".join(row.flat for row in rows)
    sums: dict[str, str] = {}
    for found in _known("sum").finditer(flat):
        sums.setdefault(found[0].replace(" ", ""), words[slice(*found.span())])
    return Chat(
        read=read,
        cut=cut,
        format=form["id"],
        format_label=form["label"],
        speakers=tuple(dict.fromkeys(line.who for line in lines if line.who)),
        orders=tuple(dict.fromkeys(_orders(flat))),
        sums=tuple(sums.values()),
        lines=tuple(lines),
    )


def _rows(text: str) -> Iterator[_Row]:
    start, apart = 0, False
    for raw in text.splitlines(keepends=True):
        words = clean(raw.translate(SPACES))
        if words:
            yield _Row(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()), words, words.translate(HALF), apart)
        start, apart = start + len(raw), not words


def _line(when: str, who: str, rows: Sequence[_Row], words: Sequence[str] = ()) -> Line:
    """``words``: what is said in the rows, where that is not all that stands there."""
    return Line(when=when, who=who, words=" ".join(words or [row.words for row in rows]), span=(rows[0].start, rows[-1].end))


def _chosen(rows: Sequence[_Row]) -> Format:
    """What explains most lines; of several formats the one with more signs of its own, then the earlier. Empty where none explains enough."""
    best: Format = {}
    most = (0, 0)
    for form in _table()["format"]:
        record = _Record(form)
        lines = record.read(rows)
        if record.explained < form["share"] * len(rows) or not _told_apart(record.line, lines):
            continue
        signs = sum(pattern(*form.get("tell", ())).fullmatch(row.flat) is not None for row in rows)
        if (record.explained, signs) > most:
            best, most = form, (record.explained, signs)
    letters = _Letters(_table()["mail"])
    letters.read(rows)
    return letters.mail if (letters.explained, 0) > most else best


def _told_apart(line: re.Pattern[str], lines: Sequence[Line]) -> bool:
    """Somebody speaks; where a colon is all that tells them there are two messages or more, and somebody speaks twice."""
    said = [line.who for line in lines if line.who]
    if {"date", "time"} & set(line.groupindex):
        return bool(said)
    return len(said) > 1 and (len(said) <= FEW or len(set(said)) < len(said))


class _Record:
    """A record of one format, line by line. ``explained``: lines that are as the format has them."""

    def __init__(self, form: Format):
        self.line, self.below = pattern(form["line"]), form["follows"] == "next"
        self.dividers = [pattern(each) for each in form.get("divider", ())]
        self.skip = pattern(*form.get("skip", ()))
        self.explained = 0
        self.lines: list[Line] = []
        self.days = Days()
        self.open: list[_Row] = []
        self.words: list[str] = []
        self.when = self.who = ""

    def read(self, rows: Sequence[_Row]) -> list[Line]:
        """The messages of these lines, and what stands between them."""
        for row in rows:
            # The line below a head is what was said, whatever it looks like, but for another head.
            waiting = self.below and bool(self.open) and not self.words
            if not self._head(row) and (waiting or not self._between(row)):
                self._said(row)
        self._close()
        return self.lines

    def _head(self, row: _Row) -> bool:
        match = self.line.fullmatch(row.flat) if self.below else self.line.match(row.flat)
        who = row.words[slice(*match.span("who"))].strip(" :：") if match else ""
        if match is None or not who or _known("nobody").fullmatch(who.translate(HALF)):
            return False
        self._close()
        self.when, self.who, self.open = self.days.head(match), who, [row]
        behind = "" if self.below else row.words[match.start("words") :].strip()
        self.words = [behind] if behind else []
        return True

    def _between(self, row: _Row) -> bool:
        """Whether a line stands between messages, and is nobody's words."""
        divider = next((found for each in self.dividers if (found := each.fullmatch(row.flat))), None)
        if divider:
            self._close()
            self.days.divide(divider)
        elif _known("system").fullmatch(row.flat):
            # It is shown, but under nobody's name.
            self._close()
            return False
        elif not self.skip.fullmatch(row.flat):
            return False
        self.explained += 1
        return True

    def _said(self, row: _Row) -> None:
        if self.open:
            self.words.append(row.words)
            self.open.append(row)
        else:
            self.lines.append(_line(self.days.under, "", [row]))

    def _close(self) -> None:
        if self.open and self.words:
            self.explained += 1 + self.below
            self.lines.append(_line(self.when, self.who, self.open, self.words))
        elif self.open:
            # A picture that was not copied along, or no head at all.
            self.lines.append(_line("", "", self.open))
        self.open, self.words = [], []


class _Letters:
    """Mail: paragraph by paragraph, each by whoever wrote at that depth of quotation. ``explained``: heads and quoted lines."""

    def __init__(self, mail: Format):
        self.mail = mail
        self.explained = 0
        self.lines: list[Line] = []
        self.open: list[_Row] = []
        self.words: list[str] = []
        self.depth = 0
        self.by: dict[int, tuple[str, str]] = {}
        self.led_in: tuple[str, str] | None = None

    def read(self, rows: Sequence[_Row]) -> list[Line]:
        """Who wrote what. A quotation that nobody is named for stands under no name."""
        body, quoted = 0, 0
        for number, row in enumerate(rows):
            words, depth = _unquoted(row)
            quoted += bool(depth)
            if number < body:
                continue
            if depth != self.depth or not words or row.apart:
                self._close()
            self.depth = depth
            if fields := self._fields(rows, number):
                self._close()
                body = number + fields
                self.explained += fields
            elif led_in := self._leads_in(words):
                self._close()
                self.led_in = led_in
                self.explained += 1
            elif words and not pattern(self.mail["rule"]).fullmatch(words.translate(HALF)):
                self._wrote(row, words)
        self._close()
        self.explained += quoted if self.explained else 0
        return self.lines

    def _fields(self, rows: Sequence[_Row], number: int) -> int:
        """How many lines from this one on are the head of a mail; whoever it names is the writer of what is below."""
        found: list[tuple[str, str]] = []
        for row in rows[number : number + 12]:
            words, depth = _unquoted(row)
            match = pattern(self.mail["field"]).match(words.translate(HALF))
            name = match["field"].replace(" ", "") if match else ""
            if match is None or depth != self.depth or name not in (*self.mail["who"], *self.mail["when"], *self.mail["others"]):
                break
            found.append((name, words[match.end() :][:300].strip()))
        who = next((_person(value) for name, value in found if name in self.mail["who"]), "")
        if len(found) < 2 or not who:
            return 0
        when = next((self._when(value)[0] for name, value in found if name in self.mail["when"]), "")
        self._by(who, when)
        return len(found)

    def _leads_in(self, words: str) -> tuple[str, str] | None:
        """Who is quoted below, and when they wrote it, where these words say so."""
        match = pattern(self.mail["wrote"]).fullmatch(words.translate(HALF))
        if match is None:
            return None
        told = words[slice(*match.span("told"))]
        when, (start, end) = self._when(told)
        who = _person(re.sub("^(?:On|At) |^[在于]|[在于] ?$", "", re.sub("<[^<>]{0,80}>", "", f"{told[:start]} {told[end:]}").strip()))
        return (who, when) if end else None

    def _when(self, said: str) -> tuple[str, tuple[int, int]]:
        """A time in these words, and from where to where it stands there."""
        flat = said.translate(HALF)
        match = pattern(self.mail["english"]).search(flat) or pattern(self.mail["chinese"]).search(flat)
        if match is None:
            return "", (0, 0)
        told, months = match.groupdict(), self.mail["months"]
        if month := told.get("m") or told.get("month"):
            told["date"] = f"{told['y']}-{months.index(month) + 1 if month in months else 0}-{told['d'] or told['day']}"
        day, at = day_of(told["date"]), time_of(told["time"] or "")
        if day and at and (zone := told.get("zone")):
            return f"{datetime.fromisoformat(f'{day} {at}{zone}').astimezone(OUR_ZONE):%Y-%m-%d %H:%M}", match.span()
        return f"{day} {at}".strip() if day else "", match.span()

    def _by(self, who: str, when: str) -> None:
        """From here on, what stands at this depth is theirs, and nobody is known for what they quote."""
        self.by = {depth: each for depth, each in self.by.items() if depth < self.depth} | {self.depth: (who, when)}
        self.led_in = None

    def _wrote(self, row: _Row, words: str) -> None:
        # Some programs mark what they quote, others only lead it in.
        if self.led_in:
            self._by(*self.led_in)
        self.open.append(row)
        self.words.append(words)

    def _close(self) -> None:
        if self.open:
            who, when = self.by.get(self.depth, ("", ""))
            self.lines.append(_line(when, who, self.open, self.words))
        self.open, self.words = [], []


def _unquoted(row: _Row) -> tuple[str, int]:
    """What a line says, and how many marks of quotation stand before it."""
    words = row.words.lstrip(">＞ ")
    return words, row.flat[: len(row.words) - len(words)].count(">")


def _person(said: str) -> str:
    """A name without the address behind it, or the address where there is no name."""
    return re.sub("<[^<>]{0,80}>", "", said).strip(" \"“”';；,，") or said.strip(" <>;；,，")


def _orders(flat: str) -> Iterator[str]:
    """Order and transaction numbers. What may be somebody's telephone, identity card or bank card is none, nor is a card key."""
    for found in _known("number").finditer(flat):
        number, before = found[0], flat[max(0, found.start() - 12) : found.start()]
        bare = number.replace("-", "")
        if not 10 <= len(bare) <= 32 or _known("phone").fullmatch(bare) or _known("id_card").search(bare):
            continue
        if _known("order").search(before):
            if sum(each.isdigit() for each in bare) * 2 >= len(bare):
                yield number
        elif _known("alone").fullmatch(number) and not _known("bank_card").fullmatch(number) and not _known("no_order").search(before):
            yield number
