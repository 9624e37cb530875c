"""An archive of evidence: a folder of files as one .zip that says what each proves and by its hash whether it was changed since, and whether
one that was made here or in a browser still holds what its list says.

A hash shows a file unchanged since the archive was made. It shows neither that what stands in it is true nor that it is any older.
"""

import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from checker.errors import InputError, OutputError
from checker.keep.archive.manifest import (
    ZONE,
    Fact,
    Listed,
    Manifest,
    index_text,
    kept_name,
    member_of,
    read_manifest,
    safe_path,
    time_of,
    type_of,
)
from checker.keep.archive.page import verifier_page
from checker.keep.archive.terms import LIMITS, PATHS, TERMS, fill, refused, shown, well_formed
from checker.keep.archive.zip_format import Contents, Entry, Member, Problem, directory, local_header, read_contents, whole_size
from checker.kit.evidence import kinds

_PIECE = 1 << 20
"""Bytes that are in memory at once of a file that may be a long video."""
State = Literal["same", "differs", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as the list says: a row of ``found``, the name in the archive (empty: the archive itself), and words."""

    code: str
    path: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of checking. ``same``: how many files are as the list says; ``seal``: the SHA-256 of the list, ``made`` when it says it was made."""

    state: State
    same: int
    findings: tuple[Finding, ...]
    seal: str | None = None
    made: str | None = None

    @property
    def words(self) -> str:
        """All of it for somebody who reads it, a line each."""
        outcome: dict[str, str] = TERMS["outcome"]
        told = self.findings[: LIMITS["told"]]
        lines = [fill(outcome[self.state], count=self.same, wrong=len(self.findings)), *(each.words for each in told)]
        if len(self.findings) > len(told):
            lines.append(fill(outcome["more"], count=len(self.findings) - len(told)))
        if self.seal and self.made:
            lines += [fill(outcome["made"], made=self.made), fill(outcome["seal"], seal=self.seal), outcome["compare"]]
        return "\n".join(lines)


class _Source(NamedTuple):
    """A listed file, and from where its bytes come."""

    listed: Listed
    crc32: int
    content: Path | bytes


def make(folder: Path, out: Path, now: datetime, *, texts: Sequence[tuple[str, str]] = (), case: str | None = None) -> Manifest:
    """Put the files of a folder, and of those in it, into a new archive. A file in a folder that is called like a kind of evidence proves what the kind does.

    ``texts``: names and letters; ``case``: the case file as JSON. ``now`` is aware.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     folder, archive = Path(place, "凭证"), Path(place, "凭证.zip")
    ...     folder.mkdir()
    ...     _ = Path(folder, "订单.txt").write_text("订单 20261123", encoding="utf-8")
    ...     manifest = make(folder, archive, datetime.fromisoformat("2026-11-24T15:04+08:00"))
    ...     report = verify(archive)
    >>> [entry.path for entry in manifest.entries], report.state, report.seal == manifest.seal
    (['证据目录.txt', 'verify.html', '证据/01-订单.txt'], 'same', True)

    :raises InputError: something in the folder is not taken, all of it in one message; or it is empty, or too much.
    :raises OutputError: ``out`` is there already, lies in the folder, or cannot be written.
    """
    if not folder.is_dir():
        raise InputError(refused("no_folder", name=shown(str(folder))))
    if out.resolve().is_relative_to(folder.resolve()):
        raise OutputError(refused("inside"))
    if out.exists():
        raise OutputError(refused("there", name=shown(str(out))))
    made = now.astimezone(ZONE).replace(microsecond=0).isoformat()
    evidence = _evidence(folder)
    behind = [*_case(case, made), *_letters(texts, made)]
    before = [
        _given(PATHS["index"], "index", index_text(made, tuple(each.listed for each in evidence)).encode(), made),
        _given(PATHS["verifier"], "verifier", verifier_page(), made),
    ]
    manifest = Manifest(made=made, entries=tuple(each.listed for each in (*before, *behind, *evidence)))
    listing = manifest.content
    own = Member(path=PATHS["manifest"], size=len(listing), crc32=zlib.crc32(listing), modified=now.astimezone(ZONE))
    sources = [*before, *behind, *evidence]
    members = [own, *(member_of(each.listed, each.crc32, made) for each in sources)]
    if whole_size(members) > LIMITS["bytes"]:
        raise InputError(refused("big"))
    _write(out, members, [listing, *sources])
    return manifest


def verify(zip_path: Path) -> Report:
    """Check what an archive holds against its list. Any file can be given; what cannot be read is an outcome."""
    try:
        with zip_path.open("rb") as stream:
            contents = read_contents(stream)
            return _unreadable(contents) if isinstance(contents, Problem) else _compared(stream, contents)
    except OSError:
        return _unreadable(Problem("unreadable"))


def _evidence(folder: Path) -> list[_Source]:
    paths = _files(folder)
    if not paths:
        raise InputError(refused("empty"))
    if len(paths) > LIMITS["evidence"]:
        raise InputError(refused("many", most=LIMITS["evidence"]))
    problems, found = [], []
    try:
        if sum(path.stat().st_size for path in paths) > LIMITS["bytes"]:
            raise InputError(refused("big"))
    except OSError as error:
        raise InputError(refused("unreadable", name=shown(str(error.filename)))) from error
    for number, path in enumerate(paths, 1):
        name = _name(path, folder)
        try:
            size, crc32, sha256 = _measured(path)
            at = time_of(path.stat().st_mtime_ns // 1_000_000)
        except OSError:
            problems.append(refused("unreadable", name=shown(name)))
            continue
        inside = safe_path("evidence", number, len(paths), name)
        listed = Listed(
            path=inside,
            role="evidence",
            size=size,
            sha256=sha256,
            name=kept_name(name),
            type=type_of(inside),
            modified=at.isoformat() if at else None,
            proves=_facts(path.relative_to(folder).parts[:-1]),
        )
        found.append(_Source(listed, crc32, path))
    if problems:
        raise InputError("；".join(problems))
    return found


def _files(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, by name.

    :raises InputError: something that is neither a file nor a folder, or a folder that cannot be opened.
    """
    found: list[Path] = []
    problems: list[str] = []

    def note(error: OSError) -> None:
        problems.append(refused("unreadable", name=shown(str(error.filename))))

    for place, folders, files in os.walk(folder, onerror=note):
        for path in (Path(place, name) for name in (*folders, *files) if name not in TERMS["folder"]["ignored"]):
            if path.is_symlink():
                problems.append(refused("link", name=shown(_name(path, folder))))
            elif path.is_file():
                found.append(path)
            elif not path.is_dir():
                problems.append(refused("special", name=shown(_name(path, folder))))
    if problems:
        told = problems[: LIMITS["told"]]
        raise InputError("；".join(sorted(told)))
    return sorted(found, key=lambda path: _name(path, folder))


def _name(path: Path, folder: Path) -> str:
    """The name below the folder. A name that is no UTF-8 on the disk is written with the mark for what is no character."""
    return well_formed(path.relative_to(folder).as_posix())


def _facts(folders: tuple[str, ...]) -> tuple[Fact, ...]:
    named = {name: id for id, kind in kinds().items() for name in (id, kind.name, kind.attached)}
    found = dict.fromkeys(named[name] for name in folders if name in named)
    goods = TERMS["folder"]["goods"]
    return tuple(Fact(kind=id, name=kinds()[id].name, fact=kinds()[id].proves.format(goods=goods)) for id in found)


def _case(case: str | None, made: str) -> Iterator[_Source]:
    if case is not None:
        content = well_formed(case).encode()
        if len(content) > LIMITS["case"]:
            raise InputError(refused("big_text", name=PATHS["case"]))
        yield _given(PATHS["case"], "case", content, made)


def _letters(texts: Sequence[tuple[str, str]], made: str) -> Iterator[_Source]:
    if len(texts) > LIMITS["texts"]:
        raise InputError(refused("many_texts", most=LIMITS["texts"]))
    for number, (name, text) in enumerate(texts, 1):
        content = well_formed(text).encode()
        if len(content) > LIMITS["text"]:
            raise InputError(refused("big_text", name=shown(name)))
        yield _given(safe_path("texts", number, len(texts), f"{name}.txt"), "text", content, made, name)


def _given(path: str, role: str, content: bytes, made: str, name: str | None = None) -> _Source:
    listed = Listed(
        path=path,
        role=role,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        name=kept_name(path if name is None else name),
        type=type_of(path),
        modified=made,
    )
    return _Source(listed, zlib.crc32(content), content)


def _measured(path: Path) -> tuple[int, int, str]:
    size, crc32, sha256 = 0, 0, hashlib.sha256()
    with path.open("rb") as stream:
        for piece in _pieces(stream):
            size, crc32 = size + len(piece), zlib.crc32(piece, crc32)
            sha256.update(piece)
    return size, crc32, sha256.hexdigest()


def _pieces(stream: BinaryIO, count: int | None = None) -> Iterator[bytes]:
    """The bytes of a file in pieces, or so many of them; fewer where there are fewer."""
    while piece := stream.read(_PIECE if count is None else min(_PIECE, count)):
        yield piece
        count = None if count is None else count - len(piece)


def _write(out: Path, members: list[Member], sources: list[bytes | _Source]) -> None:
    try:
        with out.open("xb") as stream:
            try:
                for member, source in zip(members, sources, strict=True):
                    stream.write(local_header(member))
                    _copy(source, stream)
                stream.write(directory(members))
            except BaseException:
                out.unlink()
                raise
    except OSError as error:
        raise OutputError(refused("no_room", name=shown(str(out)), why=error.strerror or error)) from error


def _copy(source: bytes | _Source, into: BinaryIO) -> None:
    content = source if isinstance(source, bytes) else source.content
    if isinstance(content, bytes):
        into.write(content)
        return
    assert isinstance(source, _Source)
    sha256 = hashlib.sha256()
    try:
        stream = content.open("rb")
    except OSError as error:
        raise InputError(refused("unreadable", name=shown(source.listed.name))) from error
    with stream:
        for piece in _pieces(stream):
            sha256.update(piece)
            into.write(piece)
    if sha256.hexdigest() != source.listed.sha256:
        raise InputError(refused("changed", name=shown(source.listed.name)))


def _unreadable(problem: Problem) -> Report:
    return Report(state="unreadable", same=0, findings=(_finding(problem),))


def _finding(problem: Problem) -> Finding:
    return Finding(
        code=problem.code,
        path=problem.name,
        words=fill(TERMS["found"][problem.code]["words"], name=shown(problem.name), schema=TERMS["schema"]),
    )


def _compared(stream: BinaryIO, contents: Contents) -> Report:
    readable = {each.name: each for each in contents.entries if each.start is not None}
    own = readable.get(PATHS["manifest"])
    if own is None or own.size > LIMITS["manifest"]:
        return _unreadable(Problem("no_manifest"))
    listing = b"".join(_bytes_of(stream, own))
    manifest = read_manifest(listing)
    if isinstance(manifest, str):
        return _unreadable(Problem(manifest))
    problems = list(contents.problems)
    if zlib.crc32(listing) != own.crc32:
        problems.append(Problem("crc_differs", own.name))
    there, same = {each.name for each in contents.entries}, 0
    for listed in manifest.entries:
        entry = readable.get(listed.path)
        if entry:
            wrong = _difference(stream, entry, listed)
            problems += [Problem(wrong, listed.path)] if wrong else []
            same += wrong is None
        elif listed.path not in there:
            problems.append(Problem("missing", listed.path))
    known = {each.path for each in manifest.entries} | {PATHS["manifest"]}
    problems += [Problem("extra", name) for name in readable if name not in known]
    state: State = "differs" if problems else "same"
    seal = hashlib.sha256(listing).hexdigest()
    return Report(state=state, same=same, findings=tuple(map(_finding, problems)), seal=seal, made=manifest.made)


def _difference(stream: BinaryIO, entry: Entry, listed: Listed) -> str | None:
    if entry.size != listed.size:
        return "size_differs"
    sha256, crc32 = hashlib.sha256(), 0
    for piece in _bytes_of(stream, entry):
        sha256.update(piece)
        crc32 = zlib.crc32(piece, crc32)
    if sha256.hexdigest() != listed.sha256:
        return "content_differs"
    return "crc_differs" if crc32 != entry.crc32 else None


def _bytes_of(stream: BinaryIO, entry: Entry) -> Iterator[bytes]:
    stream.seek(entry.start or 0)
    return _pieces(stream, entry.size)
