"""Known names and what imitates them: a table of names (`link_names.toml`), and how near another name comes to one of them.

Whoever registers a name like a known one may do so honestly. What is told is only that it is another domain, and which one is the owner's.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.law.table import table
from checker.read.link_host import Host
from checker.read.link_text import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A row of the table. ``words``: what nobody writes by chance; ``common``: what is an ordinary word too. ``money``: money is paid or an identity shown there.
    ``users``: hosts whose pages are written by whoever likes.
    """

    name: str
    domains: tuple[str, ...]
    words: tuple[str, ...]
    common: tuple[str, ...]
    money: bool
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """In what a host is like a name: ``how`` is a row of [say], ``own`` the owner's domain, and ``word`` what is alike."""

    how: str
    grave: bool
    name: str
    own: str
    word: str = ""


@cache
def names() -> tuple[Name, ...]:
    """Every name of the table."""
    return tuple(
        Name(
            name=row["name"],
            domains=tuple(row["domains"]),
            words=tuple(row.get("words", ())),
            common=tuple(row.get("common", ())),
            money=row.get("money", False),
            users=tuple(row.get("users", ())),
        )
        for row in table("link_names", "checker.read")["name"]
    )


@cache
def _by_domain() -> dict[str, Name]:
    return {domain: name for name in names() for domain in name.domains}


def owner(host: Host) -> Name | None:
    """Whose domain it is, where the table has exactly this domain."""
    return None if host.number else _by_domain().get(host.domain)


def only_for(host: Host) -> str:
    """What is said of a suffix under which only one kind of body is registered; empty under any other."""
    return next((row["say"] for row in _only_rows() if not host.number and host.domain.endswith(f".{row['suffix']}")), "")


def likeness(host: Host) -> Likeness | None:
    """The plainest way in which a host that is nobody's in the table is like a name of it."""
    registered = host.registered
    label = registered.domain.partition(".")[0]
    below = host.labels[: len(host.labels) - registered.domain.count(".") - 1]
    ways = (
        _whole_below(".".join(host.labels), registered.domain),
        _near(label, registered.suffix),
        _inside(label, registered.suffix),
        _word_below(below, registered.suffix),
    )
    return next((found for way in ways for found in way), None)


def in_path(rest: str) -> Likeness | None:
    """A known domain that stands in a path as though it were the host. One that follows a scheme is an address of its own."""
    path = re.split(r"[?#]", rest, maxsplit=1)[0]
    parts = re.split(r"[/\\]+", path)[:20]
    for before, part in zip(["", *parts], parts, strict=False):
        host = part.lstrip("@")
        for domain, name in _by_domain().items():
            if not before.endswith(":") and (host == domain or host.endswith(f".{domain}")):
                return Likeness(how="name_in_path", grave=True, name=name.name, own=domain)
    return None


def _whole_below(host: str, domain: str) -> Iterator[Likeness]:
    """A known domain that begins before the registered one. One to which something is hung with a hyphen counts as well."""
    for own, name in (*_by_domain().items(), *_only().items()):
        found = re.search(rf"(?<![^.-]){re.escape(own)}[.-]", host)
        if found and found.start() < len(host) - len(domain):
            yield Likeness(how="name_below", grave=True, name=name.name, own=own)


def _near(label: str, suffix: str) -> Iterator[Likeness]:
    """One label against the label of each known domain: letters that look alike, doubled ones, some that differ, another suffix."""
    limits, alike = rows()["limits"], looks(label)
    for own, name in _by_domain().items():
        known = own.partition(".")[0]
        if len(known) < limits["suffix_length"]:
            continue
        if label == known:
            yield Likeness(how="other_suffix", grave=suffix in rows()["cheap"]["suffixes"], name=name.name, own=own)
        elif alike == _known_looks(known):
            yield Likeness(how="digits" if label.isascii() else "letters", grave=True, name=name.name, own=own)
        elif not known.isdigit() and _single(alike) == _single(_known_looks(known)):
            yield Likeness(how="doubled", grave=True, name=name.name, own=own)
        elif _is_near(label, known):
            # Who means to deceive keeps how it begins.
            sure = label[0] == known[0] and (name.money or len(known) >= limits["sure_length"])
            yield Likeness(how="typo", grave=sure, name=name.name, own=own)


def _is_near(label: str, known: str) -> bool:
    """Whether a label differs from a known word by few letters. In a long one, letters that look alike and doubled ones count as none."""
    limits = rows()["limits"]
    most = max((count for length, count in limits["apart"] if len(known) >= length), default=0)
    if known.isdigit() or not most:
        return False
    if len(known) >= limits["long_name"]:
        label, known = _single(looks(label)), _single(_known_looks(known))
    return 0 < distance(label, known, most) <= most


def _inside(label: str, suffix: str) -> Iterator[Likeness]:
    """A known word in the label: alone between hyphens, there with some letters changed too, or within other letters."""
    written = label.split("-")
    pieces, whole = [looks(piece) for piece in written], looks(label)
    for name in (*names(), *_only().values()):
        own = name.domains[0]
        for word in (*name.words, *name.common):
            seldom, hyphens = word in name.words, len(pieces) > 1
            if (hyphens or own in _only()) and _known_looks(word) in pieces:
                yield Likeness(how="name_inside", grave=seldom, name=name.name, own=own, word=word)
            elif seldom and len(word) >= rows()["limits"]["inside_length"] and _known_looks(word) in whole:
                yield Likeness(how="name_inside", grave=_for_money(name, suffix), name=name.name, own=own, word=word)
            elif hyphens and seldom and len(word) >= rows()["limits"]["sure_length"] and any(_is_near(piece, word) for piece in written):
                yield Likeness(how="typo", grave=False, name=name.name, own=own)


def _for_money(name: Name, suffix: str) -> bool:
    """Whether a name at which money is paid stands under a suffix that is its owner's seldom: by itself either is nothing grave."""
    return name.money and suffix in rows()["cheap"]["suffixes"]


def _word_below(labels: tuple[str, ...], suffix: str) -> Iterator[Likeness]:
    """A known word as a label, or a part of one, before the registered domain."""
    pieces = {looks(piece) for label in labels for piece in label.split("-")}
    for name in (*names(), *_only().values()):
        for word in name.words:
            if _known_looks(word) in pieces:
                yield Likeness(how="word_below", grave=_for_money(name, suffix), name=name.name, own=name.domains[0], word=word)


@cache
def _only() -> dict[str, Name]:
    return {
        row["suffix"]: Name(name=row["name"], domains=(row["suffix"],), words=tuple(row["words"]), common=(), money=True, users=())
        for row in _only_rows()
    }


@cache
def _only_rows() -> tuple[dict[str, Any], ...]:
    return tuple(table("link_names", "checker.read")["only"])


@cache
def _known_looks(word: str) -> str:
    """The same for a word of the table: there are few of them."""
    return looks(word)


def looks(label: str) -> str:
    """A label by what it looks like: marks taken off, letters of other scripts and digits as the Latin letters that they look like."""
    plain = "".join(char for char in unicodedata.normalize("NFD", label) if unicodedata.category(char) != "Mn").translate(_letters())
    for this, that in _same():
        plain = plain.replace(this, that)
    return plain


@cache
def _letters() -> dict[int, str]:
    return {ord(char): group[0] for group in rows()["letters"]["like"].split() for char in group[1:]}


@cache
def _same() -> tuple[tuple[str, str], ...]:
    return tuple((pair[:-1], pair[-1]) for pair in rows()["letters"]["same"].split())


def _single(label: str) -> str:
    """A label with every run of one letter made one."""
    return re.sub(r"(.)\1{1,62}", r"\1", label)


def distance(one: str, other: str, most: int) -> int:
    """How many characters have to be put in, taken out, changed, or swapped with the next one; ``most + 1`` where it is more than ``most``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, char in enumerate(one, 1):
        now = [row]
        for place, wanted in enumerate(other, 1):
            cost = min(last[place] + 1, now[place - 1] + 1, last[place - 1] + (char != wanted))
            if row > 1 and place > 1 and char == other[place - 2] and one[row - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)
