"""A .zip of stored files: its headers written, and those of any .zip read with suspicion.

APPNOTE.TXT 6.3.10 of PKWARE says what each field is. Nothing is compressed, so that no file can grow when it is taken out, and nothing of what a
header claims is believed before it fits into the file. The scripts of the page do the same (`checker/web/evidence/zip.mjs`).
"""

import re
import struct
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, NamedTuple

from checker.keep.archive.terms import LIMITS, PATHS, TERMS

UTF_8 = 1 << 11
"""The flag that says that a name is UTF-8; the only one that our archives have."""
_ENCRYPTED = 1 | 1 << 6 | 1 << 13
_VERSION = 20
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK, _LOCATOR_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x07"
_LOCATOR = 20
"""Bytes of what stands before the end in a ZIP64 archive."""
_WORD, _LONG = 0xFFFF, 0xFFFFFFFF
_DIRECTORY = LIMITS["entries"] * (_CENTRAL.size + 3 * LIMITS["path"])
"""Bytes of the longest directory that is read: each name, and what else may stand beside it."""
_STEM = rf"[{TERMS['patterns']['kept']}_]{{1,{LIMITS['stem']}}}(?:\.{TERMS['patterns']['ending']})?"
OURS = re.compile(rf"(?:(?:{PATHS['evidence']}|{PATHS['texts']})/[0-9]{{2,4}}-)?{_STEM}")
"""Every name that an archive of ours can have. None leads out of a folder, is reserved on Windows in a folder of ours, or has marks that nobody sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What is written of one file. ``modified``: in the archive's time; ``None`` where it is not known."""

    path: str
    size: int
    crc32: int
    modified: datetime | None

    @property
    def name(self) -> bytes:
        """The name as it is written."""
        return self.path.encode()

    @property
    def dos_time(self) -> tuple[int, int]:
        """Time and day as a header has them, in steps of two seconds; the first day there is for an unknown one."""
        if self.modified is None:
            return 0, 0x21
        at = self.modified
        return at.hour << 11 | at.minute << 5 | at.second // 2, (at.year - 1980) << 9 | at.month << 5 | at.day


def local_header(member: Member) -> bytes:
    """What stands before a file's bytes."""
    size, name = member.size, member.name
    return _LOCAL.pack(_LOCAL_MARK, _VERSION, UTF_8, 0, *member.dos_time, member.crc32, size, size, len(name), 0) + name


def directory(members: Iterable[Member]) -> bytes:
    """What stands behind all files, which follow one another in this order from the beginning."""
    offset, parts = 0, []
    for each in members:
        size, name = each.size, each.name
        fields = (_CENTRAL_MARK, _VERSION, _VERSION, UTF_8, 0, *each.dos_time, each.crc32, size, size, len(name), 0, 0, 0, 0, 0, offset)
        parts.append(_CENTRAL.pack(*fields) + name)
        offset += _LOCAL.size + len(name) + size
    listed = b"".join(parts)
    return listed + _END.pack(_END_MARK, 0, 0, len(parts), len(parts), len(listed), offset, 0)


def whole_size(members: Iterable[Member]) -> int:
    """Bytes of the archive of these."""
    return sum(_LOCAL.size + _CENTRAL.size + 2 * len(each.name) + each.size for each in members) + _END.size


class Problem(NamedTuple):
    """What is wrong, by its row of ``found``, and with which name; an empty one: with the archive."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of an archive that is read. ``start``: where its bytes begin; it is there only where nothing speaks against reading them."""

    name: str
    size: int
    crc32: int
    start: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The files of an archive in their order, and what is wrong with them."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


class _Listed(NamedTuple):
    """An entry as the directory claims it to be."""

    raw: bytes
    flags: int
    method: int
    crc32: int
    packed: int
    size: int
    offset: int

    @property
    def name(self) -> str:
        return self.raw.decode(errors="replace")


def read_contents(stream: BinaryIO) -> Contents | Problem:
    """The files of an archive, or why it cannot be read at all. Reads some hundred bytes for each, never what they hold.

    :raises OSError: the file cannot be read.
    """
    listed = _read_directory(stream)
    if isinstance(listed, Problem):
        return listed
    entries, until = listed
    names = Counter(each.name for each in entries)
    spans = [_span(stream, each, until) for each in entries]
    overlapping = _overlapping(spans)
    same_but_case = Counter(name.lower() for name in names)
    found, problems = [], []
    for place, (each, span) in enumerate(zip(entries, spans, strict=True)):
        code = _wrong(each) or ("twice" if names[each.name] > 1 else "") or (span if isinstance(span, str) else "")
        code = code or ("overlaps" if place in overlapping else "")
        if code:
            problems.append(Problem(code, each.name))
        elif same_but_case[each.name.lower()] > 1:
            problems.append(Problem("same_but_case", each.name))
        start = span[1] if not code and not isinstance(span, str) else None
        found.append(Entry(name=each.name, size=each.size, crc32=each.crc32, start=start))
    if _has_gaps(spans, until):
        problems.append(Problem("between"))
    return Contents(entries=tuple(found), problems=tuple(problems))


def _read_directory(stream: BinaryIO) -> tuple[list[_Listed], int] | Problem:
    """The entries as they are claimed to be, and where the directory begins."""
    size = stream.seek(0, 2)
    if size > LIMITS["bytes"]:
        return Problem("too_big")
    head = _bytes_at(stream, 0, 4)
    tail = _bytes_at(stream, max(0, size - _END.size), _END.size)
    if len(tail) < _END.size or not tail.startswith(_END_MARK):
        return Problem("cut_off" if head in (_LOCAL_MARK, _END_MARK) else "not_zip")
    _, disk, first_disk, here, count, length, offset, comment = _END.unpack(tail)
    if comment:
        return Problem("cut_off")
    is_64 = _WORD in (here, count) or _LONG in (length, offset)
    if is_64 or _bytes_at(stream, max(0, size - _END.size - _LOCATOR), 4) == _LOCATOR_MARK:
        return Problem("zip64")
    if disk or first_disk or here != count:
        return Problem("several_disks")
    if count > LIMITS["entries"]:
        return Problem("too_many")
    if offset + length != size - _END.size or length > _DIRECTORY:
        return Problem("bad_directory")
    listed = _parsed(_bytes_at(stream, offset, length), count)
    return listed if isinstance(listed, Problem) else (listed, offset)


def _parsed(listing: bytes, count: int) -> list[_Listed] | Problem:
    found, at = [], 0
    for _ in range(count):
        if at + _CENTRAL.size > len(listing):
            return Problem("bad_directory")
        fields = _CENTRAL.unpack_from(listing, at)
        mark, _, _, flags, method, _, _, crc32, packed, size, named, more, comment, disk, _, _, offset = fields
        end = at + _CENTRAL.size + named + more + comment
        if mark != _CENTRAL_MARK or end > len(listing):
            return Problem("bad_directory")
        if disk:
            return Problem("several_disks")
        if _LONG in (packed, size, offset):
            return Problem("zip64")
        raw = listing[at + _CENTRAL.size : at + _CENTRAL.size + named]
        found.append(_Listed(raw, flags, method, crc32, packed, size, offset))
        at = end
    return found if at == len(listing) else Problem("bad_directory")


def _wrong(entry: _Listed) -> str:
    """What speaks against reading an entry that the directory alone shows."""
    readable = entry.flags & UTF_8 or entry.raw.isascii()
    if not readable or len(entry.raw) > LIMITS["path"] or not OURS.fullmatch(entry.name):
        return "odd_name"
    if entry.flags & _ENCRYPTED:
        return "encrypted"
    return "compressed" if entry.method else ""


def _span(stream: BinaryIO, entry: _Listed, until: int) -> tuple[int, int, int] | str:
    """Where an entry's header, its bytes and what follows begin, or what is wrong with it."""
    if entry.offset + _LOCAL.size > until:
        return "outside"
    head = _bytes_at(stream, entry.offset, _LOCAL.size + len(entry.raw))
    if len(head) < _LOCAL.size:
        return "outside"
    mark, _, flags, method, _, _, crc32, packed, size, named, more = _LOCAL.unpack_from(head)
    claimed = (entry.flags, entry.method, entry.crc32, entry.packed, entry.size, entry.raw)
    if mark != _LOCAL_MARK or (flags, method, crc32, packed, size, head[_LOCAL.size : _LOCAL.size + named]) != claimed:
        return "header_differs"
    if method == 0 and packed != size:
        return "header_differs"
    start = entry.offset + _LOCAL.size + named + more
    return (entry.offset, start, start + packed) if start + packed <= until else "outside"


def _overlapping(spans: list[tuple[int, int, int] | str]) -> set[int]:
    """The places of entries that share bytes with another."""
    found: set[int] = set()
    furthest, holder = 0, -1
    for place, (start, _, end) in sorted(
        ((place, span) for place, span in enumerate(spans) if not isinstance(span, str)), key=lambda each: (each[1], each[0])
    ):
        if start < furthest:
            found |= {place, holder}
        if end > furthest:
            furthest, holder = end, place
    return found


def _has_gaps(spans: list[tuple[int, int, int] | str], until: int) -> bool:
    """Whether bytes before the directory belong to no file. It is not known where it is not known where one ends."""
    at = 0
    for span in sorted(each for each in spans if not isinstance(each, str)):
        if span[0] > at:
            break
        at = max(at, span[2])
    return at < until and not any(isinstance(each, str) for each in spans)


def _bytes_at(stream: BinaryIO, offset: int, count: int) -> bytes:
    stream.seek(offset)
    return stream.read(count)
