"""Archives that somebody made to mislead, or that another program spoiled: what Python and the page's scripts say of each, labelled before either was run."""

import hashlib
import json
import struct
import time
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker.keep.archive import make, verify
from checker.keep.archive.terms import LIMITS, TERMS, shown
from tests.keep.test_archive_both import said, verified_by_node

ONE, LISTING = "证据/01-a.txt", "manifest.json"
MARKS = {"local": b"PK\x03\x04", "central": b"PK\x01\x02", "end": b"PK\x05\x06"}


def row(path: str, content: bytes, **other: object) -> dict:
    given = {"path": path, "role": "evidence", "size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "name": "a.txt"}
    return given | {"type": "text/plain", "modified": None, "proves": [], "masked_copy_of": None} | other


def listing(*rows: dict, **other: object) -> bytes:
    return json.dumps({"schema": 1, "made": "2026-11-29T15:40:05+08:00", "entries": list(rows)} | other, ensure_ascii=False).encode()


def local(name: bytes, content: bytes, **lies: int) -> bytes:
    has = {"flags": 2048, "method": 0, "crc": zlib.crc32(content), "packed": len(content), "size": len(content)} | lies
    return (
        MARKS["local"]
        + struct.pack("<5H3L2H", 20, has["flags"], has["method"], 0, 33, has["crc"], has["packed"], has["size"], len(name), 0)
        + name
    )


def central(name: bytes, content: bytes, at: int, **lies: int) -> bytes:
    has = {
        "flags": 2048,
        "method": 0,
        "crc": zlib.crc32(content),
        "packed": len(content),
        "size": len(content),
        "disk": 0,
        "more": 0,
    } | lies
    sizes = (has["crc"], has["packed"], has["size"], len(name), has["more"], 0, has["disk"], 0, 0, has.get("offset", at))
    return MARKS["central"] + struct.pack("<6H3L5H2L", 20, 20, has["flags"], has["method"], 0, 33, *sizes) + name


def archive(*files: tuple[str | bytes, bytes, dict, dict], before: bytes = b"", between: bytes = b"", **end: int) -> bytes:
    """A .zip of files, each with what its own header and what the directory says that is not so."""
    body, listed = before, b""
    for name, content, own, claimed in files:
        raw = name if isinstance(name, bytes) else name.encode()
        listed += central(raw, content, len(body), **claimed)
        body += local(raw, content, **own) + content
    body += between
    has = {"disk": 0, "here": len(files), "count": len(files), "length": len(listed), "offset": len(body)} | end
    return body + listed + MARKS["end"] + struct.pack("<4H2LH", has["disk"], 0, has["here"], has["count"], has["length"], has["offset"], 0)


def honest(name: str, content: bytes) -> tuple[str, bytes, dict, dict]:
    return name, content, {}, {}


def with_listing(*files: tuple[str | bytes, bytes, dict, dict], of: tuple[dict, ...] = (), **other) -> bytes:
    return archive(honest(LISTING, listing(*of)), *files, **other)


A = b"money"
GOOD = with_listing(honest(ONE, A), of=(row(ONE, A),))
DEEP = b'{"schema":1,"made":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
HEAD = 30 + len(LISTING)
TWIN = (ONE, A, {}, {"offset": HEAD + len(listing(row(ONE, A)))})
# What an archive is, and the codes that are said of it. Labelled before either reader was run.
HOSTILE = {
    "good": (GOOD, []),
    "nothing": (b"", ["not_zip"]),
    "a picture": (b"\x89PNG" * 100, ["not_zip"]),
    "only an end": (archive(), ["no_manifest"]),
    "cut in the middle": (GOOD[: len(GOOD) // 2], ["cut_off"]),
    "cut by one": (GOOD[:-1], ["cut_off"]),
    "one more byte": (GOOD + b"x", ["cut_off"]),
    "a comment": (GOOD[:-2] + b"\x02\0hi", ["cut_off"]),
    "a comment that is not there": (GOOD[:-2] + b"\x02\0", ["cut_off"]),
    "sixty-four by count": (archive(honest(ONE, A), here=0xFFFF, count=0xFFFF), ["zip64"]),
    "sixty-four by offset": (archive(honest(ONE, A), offset=0xFFFFFFFF), ["zip64"]),
    "sixty-four by size": (archive((ONE, A, {}, {"size": 0xFFFFFFFF, "packed": 0xFFFFFFFF})), ["zip64"]),
    "sixty-four by locator": (GOOD[:-22] + b"PK\x06\x07" + bytes(16) + GOOD[-22:], ["zip64"]),
    "two disks": (archive(honest(ONE, A), disk=1), ["several_disks"]),
    "an entry on another disk": (archive((ONE, A, {}, {"disk": 3})), ["several_disks"]),
    "fewer here than there": (archive(honest(ONE, A), here=0), ["several_disks"]),
    "huge count": (archive(honest(ONE, A), here=65_000, count=65_000), ["too_many"]),
    "more than are there": (archive(honest(ONE, A), here=1000, count=1000), ["bad_directory"]),
    "fewer than are there": (archive(honest(ONE, A), honest("b.txt", A), here=1, count=1), ["bad_directory"]),
    "directory before the file": (archive(honest(ONE, A), offset=0), ["bad_directory"]),
    "directory behind the file": (archive(honest(ONE, A), offset=4_000_000_000), ["bad_directory"]),
    "directory of four gigabytes": (archive(honest(ONE, A), length=4_000_000_000), ["bad_directory"]),
    "a name longer than the directory": (archive((ONE, A, {}, {"more": 60_000})), ["bad_directory"]),
    "no list": (archive(honest(ONE, A)), ["no_manifest"]),
    "a list as large as a film": (archive(honest(LISTING, b" " * (LIMITS["manifest"] + 1))), ["no_manifest"]),
    "a list that is none": (archive(honest(LISTING, b"\xff{}")), ["bad_manifest"]),
    "a list that begins with a mark": (archive(honest(LISTING, b"\xef\xbb\xbf" + listing())), ["bad_manifest"]),
    "a deep list": (archive(honest(LISTING, DEEP)), ["bad_manifest"]),
    "a list of another edition": (archive(honest(LISTING, listing(schema=2, more=1))), ["other_schema"]),
    "a list with not a number": (archive(honest(LISTING, listing().replace(b'"schema": 1', b'"schema": NaN'))), ["bad_manifest"]),
    "a list with more": (archive(honest(LISTING, listing(more=1))), ["bad_manifest"]),
    "a listed path that leads out": (with_listing(of=(row("../a.txt", A),)), ["bad_manifest"]),
    "a listed path on two lines": (with_listing(of=(row(ONE + "\n", A),)), ["bad_manifest"]),
    "a listed path twice": (with_listing(of=(row(ONE, A), row(ONE, A))), ["bad_manifest"]),
    "the list in the list": (with_listing(of=(row(LISTING, A),)), ["bad_manifest"]),
    "true for a size": (with_listing(of=(row(ONE, A, size=True),)), ["bad_manifest"]),
    "less than nothing": (with_listing(of=(row(ONE, A, size=-1),)), ["bad_manifest"]),
    "a list with rows for ever": (with_listing(of=tuple(row(f"证据/{n:04}-a", A) for n in range(LIMITS["entries"] + 1))), ["bad_manifest"]),
    "a hash in capitals": (with_listing(of=(row(ONE, A, sha256="A" * 64),)), ["bad_manifest"]),
    "a role that is a list": (with_listing(of=(row(ONE, A, role=[]),)), ["bad_manifest"]),
    "facts without words": (with_listing(of=(row(ONE, A, proves=[{"kind": "order"}]),)), ["bad_manifest"]),
    "half a pair in a name": (archive(honest(ONE, A), honest(LISTING, listing(row(ONE, A, name="x")).replace(b'"x"', rb'"\ud800"'))), []),
    "missing": (with_listing(of=(row(ONE, A),)), ["missing"]),
    "extra": (with_listing(honest(ONE, A)), ["extra"]),
    "changed": (with_listing(honest(ONE, b"monex"), of=(row(ONE, A),)), ["content_differs"]),
    "another size": (with_listing(honest(ONE, A + A), of=(row(ONE, A),)), ["size_differs"]),
    "a wrong check sum": (with_listing((ONE, A, {"crc": 1}, {"crc": 1}), of=(row(ONE, A),)), ["crc_differs"]),
    "a list with a wrong check sum": (archive((LISTING, listing(), {"crc": 1}, {"crc": 1})), ["crc_differs"]),
    "packed": (with_listing((ONE, A, {"method": 8}, {"method": 8}), of=(row(ONE, A),)), ["compressed"]),
    "a bomb that claims a gigabyte": (
        with_listing((ONE, A, {"method": 8, "size": 2**30}, {"method": 8, "size": 2**30}), of=(row(ONE, A),)),
        ["compressed"],
    ),
    "locked": (with_listing((ONE, A, {"flags": 2049}, {"flags": 2049}), of=(row(ONE, A),)), ["encrypted"]),
    "sizes behind the file": (with_listing((ONE, A, {"flags": 2056, "size": 0, "packed": 0}, {"flags": 2056}), of=(row(ONE, A),)), ["header_differs"]),
    "its own header claims more": (with_listing((ONE, A, {"size": 50, "packed": 50}, {}), of=(row(ONE, A),)), ["header_differs"]),
    "its own header has another name": (GOOD.replace(b"-a.txt", b"-b.txt", 2).replace(b"-b.txt", b"-a.txt", 1), ["header_differs"]),
    "both claim more than there is": (with_listing((ONE, A, {"size": 5000, "packed": 5000}, {"size": 5000, "packed": 5000}), of=(row(ONE, A),)), ["outside"]),
    "it begins nowhere": (with_listing((ONE, A, {}, {"offset": 4_000_000_000}), of=(row(ONE, A),)), ["outside"]),
    "it begins in the directory": (with_listing((ONE, A, {}, {"offset": len(GOOD) - 100}), of=(row(ONE, A),)), ["outside"]),
    "twice": (with_listing(honest(ONE, A), honest(ONE, A), of=(row(ONE, A),)), ["twice", "twice"]),
    "one file, two entries": (with_listing(honest(ONE, A), TWIN, of=(row(ONE, A),)), ["twice", "twice", "between"]),
    "the list twice": (archive(honest(LISTING, listing()), honest(LISTING, listing())), ["no_manifest"]),
    "capitals": (with_listing(honest("CASE.json", A), honest("case.json", A), of=(row("case.json", A),)), ["same_but_case", "same_but_case", "extra"]),
    "before": (with_listing(before=b"MZ" * 9), ["between"]),
    "behind": (with_listing(between=b"hidden"), ["between"]),
    "a name in another encoding": (with_listing((ONE.encode("gbk"), A, {"flags": 0}, {"flags": 0})), ["odd_name"]),
    "a name that is no UTF-8": (with_listing((b"\xe4\xb8\xff\xf0\x9f.txt", A, {}, {})), ["odd_name"]),
} | {
    f"called {shown(name)[:30]}": (with_listing(honest(name, A)), ["odd_name"])
    for name in ("../a.txt", "/etc/passwd", "C:\\a.txt", "a\0.txt", "\u202egnp.exe", "证据/../../a", "", "a/b/c.txt", "<img src=x>", "x" * 600, "a\n.txt")
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> dict[str, Path]:
    place = tmp_path_factory.mktemp("hostile")
    found = {}
    for number, (name, (content, _)) in enumerate(HOSTILE.items()):
        found[name] = place / f"{number}.zip"
        found[name].write_bytes(content)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_said_of_what_somebody_made_to_mislead(name, hostile):
    report = verify(hostile[name])
    assert [each.code for each in report.findings] == HOSTILE[name][1]
    assert report.state == (
        "same" if not report.findings else "unreadable" if TERMS["found"][report.findings[0].code].get("whole") else "differs"
    )
    assert not any(mark in report.words for mark in "\0\u202e\r{}")


def test_both_say_the_same_of_it(hostile):
    found = verified_by_node(list(hostile.values()))
    assert dict(zip(hostile, found, strict=True)) == {name: said(path) for name, path in hostile.items()}


def overlapping(count: int) -> bytes:
    """As in Fifield's bomb (WOOT 2019): every entry holds all that follow, headers and all, so that what would be taken out grows by the square."""
    body = b"\0" * 40_000
    heads: list[tuple[bytes, bytes]] = []
    for number in range(count):
        name = f"证据/{number:04}-a.bin".encode()
        heads.append((name, body))
        body = local(name, body) + body
    start = archive(honest(LISTING, listing()))
    first = start[: start.index(MARKS["central"])]
    offset, listed = len(first), central(LISTING.encode(), listing(), 0)
    for name, content in reversed(heads):
        listed += central(name, content, offset)
        offset += 30 + len(name)
    return first + body + listed + MARKS["end"] + struct.pack("<4H2LH", 0, 0, count + 1, count + 1, len(listed), len(first) + len(body), 0)


def test_what_overlaps_is_not_read(tmp_path):
    path = tmp_path / "bomb.zip"
    path.write_bytes(overlapping(1000))
    begun = time.process_time()
    report = verify(path)
    assert time.process_time() - begun < 2
    assert {each.code for each in report.findings} == {"overlaps"} and len(report.findings) == 1000
    assert "还有 900 处没有列出" in report.words and len(report.words) < 20_000
    assert verified_by_node([path]) == [said(path)]


def test_one_byte_changed_anywhere_is_told(tmp_path):
    """Of every byte of an archive but those that date it and those of versions: either something differs, or it cannot be read, or the seal is another."""
    seal, quiet = said_of(GOOD, tmp_path)["seal"], []
    for place in range(len(GOOD)):
        changed = said_of(GOOD[:place] + bytes([GOOD[place] ^ 0x20]) + GOOD[place + 1 :], tmp_path)
        if changed["state"] == "same" and changed["seal"] == seal:
            quiet.append(place)
    starts = [at for mark in (MARKS["local"], MARKS["central"]) for at in range(len(GOOD)) if GOOD.startswith(mark, at)]
    # Versions, times and attributes change nothing of what comes out.
    allowed = {
        at + more
        for at in starts
        for more in (4, 5, *(range(10, 14) if GOOD.startswith(MARKS["local"], at) else (6, 7, *range(12, 16), *range(36, 42))))
    }
    assert set(quiet) <= allowed


def said_of(content: bytes, tmp_path: Path) -> dict:
    path = tmp_path / "one.zip"
    path.write_bytes(content)
    return said(path)


def test_what_another_program_packs_again_is_said_to_be_so(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_bytes(A)
    make(tmp_path / "folder", tmp_path / "a.zip", datetime(2026, 11, 29, tzinfo=UTC))
    with zipfile.ZipFile(tmp_path / "a.zip") as old, zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    assert said(tmp_path / "b.zip") == verified_by_node([tmp_path / "b.zip"])[0]
    assert [each["code"] for each in said(tmp_path / "b.zip")["findings"]] == ["no_manifest"]


def test_places_that_are_no_archive(tmp_path):
    with (tmp_path / "big.zip").open("wb") as big:
        big.truncate(2**31)
    assert [verify(tmp_path / name).findings[0].code for name in ("none.zip", ".", "big.zip")] == ["unreadable", "unreadable", "too_big"]
