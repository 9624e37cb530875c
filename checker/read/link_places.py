"""Where links stand in a text, and where each ends: what begins with a scheme, and bare domains under a suffix that exists.

Chinese is written without spaces, so a link ends where prose goes on: behind the last known suffix, and in the path before the first sign that is not ASCII.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.read.link_text import Flat, Span, rows
from checker.read.suffixes import LONGEST_HOST, is_top, to_unicode

_LETTER = r"\w\u0300-\u036f\-"
_RUN = re.compile(rf"[{_LETTER}.]+")
_AUTHORITY = re.compile(r"[^\s/?#\\<>\"“”‘’《》（）【】「」『』，、；！…]*")
_REST = re.compile(r"[!-;=?-~]*")
_WEB = re.compile(r"(?:https?|ftp):[/\\]{1,4}")
_NAMED = re.compile(r"(?P<name>[^:,;!'*()|]*)(?::(?P<port>[0-9]{0,20})(?![0-9]))?")
_BRACKETED = re.compile(r"(?P<name>\[[^\]]*\]?)(?::(?P<port>[0-9]{0,20})(?![0-9]))?")
_BARE_PORT = re.compile(r":([0-9]{1,5})(?![0-9])")
_LABEL, _WORD = re.compile(r"[^.。]+"), re.compile(r"[a-z0-9_-]+")
_TRAILING = ".,;:!?'*|~-"
_AS_USER = (".com", ".cn", ".net")
"""With what ends the name before an @ where it is meant to be taken for a site."""
_MARKDOWN = re.compile(r"[^\[\]\n]{0,60}\] ?\( ?<?")
_TAG, _HREF = re.compile(r"""["']?(?: [^<>]{0,200})?>[^<>]{0,60}"""), re.compile(r"""href ?= ?["']?$""")
_ADDRESS = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A link in a flat text, from ``start`` to ``end``. ``scheme``: as written, small, empty for a bare domain. ``user``: whether something stands before an
    @. ``port`` and ``rest`` (path, query and fragment) as written. ``form``: the row for a scheme that is none of the web.
    """

    start: int
    end: int
    scheme: str
    user: bool = False
    host: str = ""
    port: str = ""
    rest: str = ""
    form: int | None = None


@cache
def _other_schemes() -> re.Pattern[str]:
    forms = "|".join(f"(?P<f{number}>{row['form']})" for number, row in enumerate(rows()["scheme"]))
    return re.compile(rf"(?<![a-z0-9+-])(?:{forms})")


def places(flat: Flat) -> Iterator[Place]:
    """Every link of a text in order; none lies within another."""
    text, at = flat.text, 0
    starts = sorted([(match.start(), match) for match in _WEB.finditer(text)] + _others(text), key=lambda each: each[0])
    for start, match in starts:
        if start < at:
            continue
        yield from _bare(text, at, start)
        place = _web(text, match) if match.re is _WEB else _other(text, match)
        if place.host or place.form is not None:
            yield place
        at = place.end
    yield from _bare(text, at, len(text))


def shown_for(text: str, one: Place, other: Place) -> tuple[Place, Place] | None:
    """Of two places that follow each other, which is only the words of a link and which is its goal: as Markdown and HTML write a link."""
    between = text[one.end : other.start]
    if _MARKDOWN.fullmatch(between):
        return one, other
    if _TAG.fullmatch(between) and _HREF.search(text[max(0, one.start - 12) : one.start]):
        return other, one
    return None


def _others(text: str) -> list[tuple[int, re.Match[str]]]:
    return [(match.start(), match) for match in _other_schemes().finditer(text) if not _WEB.match(text, match.start())]


def _other(text: str, match: re.Match[str]) -> Place:
    form = next(number for number, row in enumerate(match.groups()) if row is not None)
    end = match.end() + len(_rest(text, match.end()))
    return Place(start=match.start(), end=end, scheme=match[0].partition(":")[0], rest=text[match.end() : end], form=form)


def _web(text: str, match: re.Match[str]) -> Place:
    begin = match.end()
    chunk = _AUTHORITY.match(text, begin)
    end = chunk.end() if chunk else begin
    stuck = _WEB.search(text, begin, min(len(text), end + 4))
    authority = text[begin : min(end, stuck.start()) if stuck else end]
    # A browser goes where the last @ points, whatever stands before it.
    host_at = authority.rfind("@") + 1
    found = (_BRACKETED if authority.startswith("[", host_at) else _NAMED).match(authority, host_at)
    name, port = (found["name"], found["port"]) if found else ("", "")
    length = len(name) if name.startswith("[") else _host_end(name)
    cut = length < len(name)
    place = Place(
        start=match.start(),
        end=begin + host_at + length if cut or not found else begin + found.end(),
        scheme=match[0].partition(":")[0],
        user=host_at > 0,
        host=name[:length].strip(".。"),
        port="" if cut else port or "",
    )
    return place if cut else _with_rest(text, place)


def _host_end(name: str) -> int:
    """Up to where the name of a host goes: prose behind the last known suffix is no part of it."""
    end, first = 0, True
    for label in _LABEL.finditer(name):
        written, word = label[0], _WORD.match(label[0])
        if not first and is_top(to_unicode(written)):
            end = label.end()
        elif not first and word and is_top(word[0]) and _is_wide(written[word.end() : word.end() + 1]):
            return label.start() + word.end()
        elif end and any(map(_is_wide, written)):
            return end
        first = False
    if end:
        return end if not name[end:].strip(".。") else len(name)
    wide = next((place for place, char in enumerate(name) if _is_wide(char)), 0)
    return wide or len(name)


def _is_wide(char: str) -> bool:
    """Whether it is of a script that is written without spaces: prose can go on with it."""
    return char >= "\u2e80"


def _rest(text: str, begin: int) -> str:
    """The path, query and fragment that begin here, without the marks of the sentence around it."""
    found = _REST.match(text, begin)
    rest = found[0] if found else ""
    for match in _WEB.finditer(rest):
        if match.start() and rest[match.start() - 1] not in "=/?&#":
            rest = rest[: match.start()]
            break
    kept = rest.rstrip(_TRAILING)
    if kept.endswith((")", "]", "}")) and not set("([{") & set(kept):
        kept = kept.rstrip(")]}" + _TRAILING)
    return kept


def _with_rest(text: str, place: Place) -> Place:
    rest = _rest(text, place.end) if text[place.end : place.end + 1] in ("/", "?", "#", "\\") else ""
    return Place(
        start=place.start,
        end=place.end + len(rest),
        scheme=place.scheme,
        user=place.user,
        host=place.host,
        port=place.port,
        rest=rest,
    )


def _bare(text: str, begin: int, stop: int) -> Iterator[Place]:
    """Domains without a scheme between two places of the text. An address of mail leads nowhere, unless a domain stands where its name would."""
    at = begin
    for run in _RUN.finditer(text, begin, stop):
        if run.start() < at:
            continue
        place = _domain(text, run, stop)
        if text[run.end() : run.end() + 1] == "@":
            behind = _RUN.match(text, run.end() + 1, stop)
            at = behind.end() if behind else run.end() + 1
            is_user = place is not None and (place.host.startswith("www.") or place.host.endswith(_AS_USER))
            place = _behind_at(text, run.start(), behind, stop) if behind and is_user else None
        if place:
            yield place
            at = place.end


def _behind_at(text: str, start: int, run: re.Match[str], stop: int) -> Place | None:
    place = _domain(text, run, stop)
    return place and Place(start=start, end=place.end, scheme="", user=True, host=place.host, port=place.port, rest=place.rest)


def _domain(text: str, run: re.Match[str], stop: int) -> Place | None:
    """The domain in a run of letters and dots, if there is one, with what follows it."""
    start = run.start()
    for part in re.split(r"(\.{2,})", run[0]):
        found = _name_in(part)
        if found:
            first, last = found
            return _bare_place(text, start + first, start + last, stop)
        start += len(part)
    return None


def _name_in(part: str) -> Span | None:
    """From where to where a domain stands in letters with single dots between them."""
    part = part.rstrip(".")
    labels = part.split(".")
    if len(labels) < 2 or not labels[0]:
        return None
    if address := _ADDRESS.match(part):
        return (0, address.end()) if address.end() == len(part) or _is_wide(part[address.end()]) else None
    own = re.search(r"[^\u2e80-\uffff]+$", labels[0])
    skipped = len(labels[0]) - len(own[0]) if own else 0
    end = _host_end(part[skipped:])
    name = part[skipped : skipped + end]
    top = name.rpartition(".")[2]
    if "." not in name or len(name) > LONGEST_HOST or not is_top(to_unicode(top)) or name.startswith("-"):
        return None
    return skipped, skipped + end


def _bare_place(text: str, start: int, end: int, stop: int) -> Place | None:
    name = text[start:end]
    port = _BARE_PORT.match(text, end, stop)
    place = _with_rest(text, Place(start=start, end=port.end() if port else end, scheme="", host=name, port=port[1] if port else ""))
    alone = not place.rest and not place.port
    if alone and _is_wide(name[0]) and (text[max(0, start - 1) : start].strip() or text[end : end + 1].strip()):
        # Prose may stand before the dot and behind it.
        return None
    not_links = rows()["not_links"]
    first, _, last = name.partition(".")
    if alone and (last in not_links["files"] or (first in not_links["titles"] and "." not in last) or name in not_links["words"]):
        return None
    if alone and _ADDRESS.fullmatch(name) and re.search(not_links["version"], text[max(0, start - 10) : start]):
        return None
    return place
