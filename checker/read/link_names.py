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
from checker.read.link_text import path_of, rows


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
    if not registered.domain:
        return None
    label = registered.domain.partition(".")[0]
    below = host.labels[: len(host.labels) - registered.domain.count(".") - 1]
    cheap = registered.suffix in rows()["cheap"]["suffixes"] or bool(handed_out(host))
    ways = (
        _whole_below(".".join(host.labels), registered.domain),
        _near(label, registered.suffix),
        _inside(label, cheap=cheap),
        _word_below(below, cheap=cheap),
    )
    return next((found for way in ways for found in way), None)


def handed_out(host: Host) -> str:
    """The domain below which anybody can get this name, where there is one: a private rule of the list of suffixes, or a row of our own."""
    registered, full = host.registered, ".".join(host.labels)
    if registered.by_others:
        return registered.suffix
    return next((each for each in rows()["hosting"]["suffixes"] if full.endswith(f".{each}")), "")


def in_path(rest: str) -> Likeness | None:
    """A known domain that stands in a path as though it were the host. One that follows a scheme is an address of its own."""
    parts = re.split(r"[/\\]+", path_of(rest))[:20]
    for before, part in zip(["", *parts], parts, strict=False):
        host = part.lstrip("@")
        for domain, name in _by_domain().items():
            if not before.endswith(":") and (host == domain or host.endswith(f".{domain}")):
                return Likeness(how="name_in_path", grave=True, name=name.name, own=domain)
    return None


def _whole_below(host: str, domain: str) -> Iterator[Likeness]:
    """A known domain that begins before the registered one. One to which something is hung that is no Latin letter, as a hyphen, counts as well."""
    for own, name in (*_by_domain().items(), *_only().items()):
        found = re.search(rf"(?<![^.-]){re.escape(own)}(?![a-z0-9])", host)
        if found and found.start() < len(host) - len(domain):
            yield Likeness(how="name_below", grave=True, name=name.name, own=own)


def _near(label: str, suffix: str) -> Iterator[Likeness]:
    """One label against the label of each known domain: letters that look alike, doubled ones, some that differ, another suffix."""
    limits, alike = rows()["limits"], looks(label)
    for own, name in _by_domain().items():
        known = own.partition(".")[0]
        # A short name is another's by chance, unless letters of another script make it up.
        if len(known) < limits["suffix_length"] and (label.isascii() or alike != _known_looks(known)):
            continue
        if label == known:
            yield Likeness(how="other_suffix", grave=suffix in rows()["cheap"]["suffixes"], name=name.name, own=own)
        elif alike == _known_looks(known):
            yield Likeness(how="digits" if label.isascii() else "letters", grave=True, name=name.name, own=own)
        elif not known.isdigit() and _single(alike) == _single(_known_looks(known)):
            yield Likeness(how="doubled", grave=True, name=name.name, own=own)
        elif label[0] == known[0] and _is_near(label, known):
            # Who means to deceive keeps how it begins; with another letter there it is a name of its own.
            yield Likeness(how="typo", grave=name.money or len(known) >= limits["sure_length"], name=name.name, own=own)


def _is_near(label: str, known: str) -> bool:
    """Whether a label differs from a known word by few letters. In a long one, letters that look alike and doubled ones count as none."""
    limits = rows()["limits"]
    most = max((count for length, count in limits["apart"] if len(known) >= length), default=0)
    if known.isdigit() or not most:
        return False
    if len(known) >= limits["long_name"]:
        label, known = _single(looks(label)), _single(_known_looks(known))
    return 0 < distance(label, known, most) <= most


def _inside(label: str, *, cheap: bool) -> Iterator[Likeness]:
    """A known word in the label: alone between hyphens, there with some letters changed too, or within other letters. ``cheap``: anybody gets such a name."""
    written = label.split("-")
    pieces, whole = {looks(piece): piece for piece in written}, looks(label)
    helped = not set(rows()["helpers"]["words"]).isdisjoint(written)
    hyphens, odd = len(written) > 1, not label.isascii() or any(map(str.isdigit, label))
    for name in (*names(), *_only().values()):
        for word in (*name.words, *name.common):
            seldom, own = word in name.words, _with_word(name, word)
            if hyphens and (piece := pieces.get(_known_looks(word))):
                yield Likeness(how="name_inside", grave=seldom or (helped and name.money), name=name.name, own=own, word=piece)
            elif seldom and _long_enough(word) and (word in label or (odd and _known_looks(word) in whole)):
                how = "name_inside" if word in label else "like_inside"
                yield Likeness(how=how, grave=name.money and cheap, name=name.name, own=own, word=word)
            elif hyphens and seldom and len(word) >= rows()["limits"]["sure_length"] and any(_is_near(piece, word) for piece in written):
                yield Likeness(how="like_inside", grave=False, name=name.name, own=own, word=word)


def _with_word(name: Name, word: str) -> str:
    """The domain of a name that shows the word, or its first one."""
    return next((domain for domain in name.domains if domain.startswith(word)), name.domains[0])


def _long_enough(word: str) -> bool:
    """Whether a word within others is there on purpose. In Chinese two signs are a name."""
    return not word.isascii() or len(word) >= rows()["limits"]["inside_length"]


def _word_below(labels: tuple[str, ...], *, cheap: bool) -> Iterator[Likeness]:
    """A known word as a label, or a part of one, before the registered domain."""
    pieces = {looks(piece): piece for label in labels for piece in label.split("-")}
    for name in (*names(), *_only().values()):
        for word in name.words:
            if piece := pieces.get(_known_looks(word)):
                yield Likeness(how="word_below", grave=name.money and cheap, name=name.name, own=_with_word(name, word), word=piece)


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
