"""What an archive says of itself: ``manifest.json``, the list of evidence as a text, and the names that files get in it."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, NoReturn

from checker.keep.archive.terms import LIMITS, PATHS, TERMS, fill, shown, well_formed
from checker.keep.archive.zip_format import OURS, Member

ZONE = timezone(timedelta(minutes=TERMS["zone_minutes"]))
SCHEMA: int = TERMS["schema"]
ROLES = ("evidence", "text", "case", "index", "verifier")
_INDEX: dict[str, str] = TERMS["index"]
_NOT_KEPT = re.compile(rf"[^{TERMS['patterns']['kept']}]+")
_ENDING = re.compile(TERMS["patterns"]["ending"])
_FOLDERS = re.compile(r"[/\\]")
_HASH, _TIME = re.compile(r"[0-9a-f]{64}"), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00")
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""What a .zip can say. A time outside of it is no file's time."""
_MOST_FACTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a file proves: its kind by id (a row of ``checker/kit/evidence.toml``), what the kind is called, and the fact in words."""

    kind: str
    name: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The picture that a masked copy was made from. Whether it lies in the archive too, its hash tells."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One file of an archive. ``name``: as it was called where it came from; data, which becomes no path. ``size`` in bytes."""

    path: str
    role: str
    size: int
    sha256: str
    name: str
    type: str
    modified: str | None
    proves: tuple[Fact, ...] = ()
    masked_copy_of: Original | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an archive holds. ``made``: by the clock of the device, in Beijing's time."""

    made: str
    entries: tuple[Listed, ...]

    @property
    def content(self) -> bytes:
        """The bytes of ``manifest.json``."""
        whole = {"schema": SCHEMA, "made": self.made, "entries": [_row(each) for each in self.entries]}
        return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()

    @property
    def seal(self) -> str:
        """The SHA-256 of ``manifest.json``, and so of all that it lists. It lies outside of the archive, where somebody keeps it."""
        return hashlib.sha256(self.content).hexdigest()


def time_of(milliseconds: int) -> datetime | None:
    """Milliseconds since 1970 as an archive's time, to the second; ``None`` for what no .zip can say."""
    try:
        at = datetime.fromtimestamp(milliseconds // 1000, ZONE)
    except (OverflowError, ValueError, OSError):
        return None
    return at if _FIRST_YEAR <= at.year <= _LAST_YEAR else None


def kept_name(name: str) -> str:
    """A file's own name as data: what can be written, and not longer than names are."""
    whole, most = well_formed(name), LIMITS["name"]
    return whole if len(whole) <= most else f"{whole[: most - 2]}……"


def safe_path(folder: str, number: int, count: int, name: str) -> str:
    """The name in the archive of a file of ``folder`` (``evidence`` or ``texts``): its number, so that no two are the same, and what is harmless of its own name."""
    own = _FOLDERS.split(name)[-1]
    stem, dot, ending = own.rpartition(".")
    ending = ending.lower()
    if not (dot and stem and _ENDING.fullmatch(ending)):
        stem, ending = own, ""
    harmless = _NOT_KEPT.sub("_", stem).strip("_")[: LIMITS["stem"]] or "file"
    width = max(2, len(str(count)))
    return f"{PATHS[folder]}/{number:0{width}d}-{harmless}{'.' if ending else ''}{ending}"


def type_of(path: str) -> str:
    """The type of what has this name in an archive."""
    types: dict[str, str] = TERMS["types"]
    return types.get(path.rpartition(".")[2], types["other"])


def index_text(made: str, evidence: tuple[Listed, ...]) -> str:
    """The list of evidence, as somebody reads it on paper."""
    lines = [_INDEX["title"], "", fill(_INDEX["made"], made=_spoken(made)), fill(_INDEX["count"], count=len(evidence)), ""]
    for number, each in enumerate(evidence, 1):
        facts = [fill(_INDEX["proves"], fact=shown(fact.fact, LIMITS["fact"]), kind=shown(fact.name)) for fact in each.proves]
        told = [fill(_INDEX["name"], name=shown(each.name)), *facts, fill(_INDEX["size"], size=each.size)]
        if each.modified:
            told.append(fill(_INDEX["modified"], modified=_spoken(each.modified)))
        told.append(f"SHA-256：{each.sha256}")
        if each.masked_copy_of:
            told.append(fill(_INDEX["masked"], name=shown(each.masked_copy_of.name)))
            told.append(fill(_INDEX["masked_hash"], hash=each.masked_copy_of.sha256))
        lines += [f"{number}. {each.path}", *(f"   {line}" for line in told), ""]
    return "\n".join([*lines, _INDEX["notes"], "", *(f"- {note['words']}" for note in TERMS["notes"]), ""])


def member_of(listed: Listed, crc32: int, made: str) -> Member:
    """A listed file as the archive writes it. What was made with the archive has its time."""
    time = listed.modified if listed.role == "evidence" else made
    # As it lies there it has no zone.
    at = datetime.fromisoformat(time).replace(tzinfo=None) if time else None
    return Member(path=listed.path, size=listed.size, crc32=crc32, modified=at)


def read_manifest(content: bytes) -> Manifest | str:
    """What ``manifest.json`` says, or why it is not believed: a row of ``found``."""
    try:
        whole = json.loads(content.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return "bad_manifest"
    if not isinstance(whole, dict):
        return "bad_manifest"
    if _is_count(whole.get("schema"), LIMITS["bytes"]) and whole["schema"] != SCHEMA:
        return "other_schema"
    entries = whole.get("entries")
    if set(whole) != {"schema", "made", "entries"} or not _is_count(whole["schema"], SCHEMA) or not _is_like(_TIME, whole["made"]):
        return "bad_manifest"
    if not isinstance(entries, list) or len(entries) > LIMITS["entries"] or not all(map(_is_row, entries)):
        return "bad_manifest"
    paths = {each["path"] for each in entries}
    if len(paths) < len(entries) or PATHS["manifest"] in paths:
        return "bad_manifest"
    return Manifest(made=whole["made"], entries=tuple(map(_listed, entries)))


def _row(listed: Listed) -> dict[str, Any]:
    original = listed.masked_copy_of
    return {
        "path": listed.path,
        "role": listed.role,
        "size": listed.size,
        "sha256": listed.sha256,
        "name": listed.name,
        "type": listed.type,
        "modified": listed.modified,
        "proves": [{"kind": fact.kind, "name": fact.name, "fact": fact.fact} for fact in listed.proves],
        "masked_copy_of": original and {"name": original.name, "sha256": original.sha256},
    }


def _listed(row: dict[str, Any]) -> Listed:
    original = row["masked_copy_of"]
    facts = tuple(Fact(**fact) for fact in row["proves"])
    return Listed(**{**row, "proves": facts, "masked_copy_of": Original(**original) if original else None})


def _spoken(time: str) -> str:
    """A time of a manifest without its zone, which is said elsewhere."""
    return time.removesuffix("+08:00").replace("T", " ")


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or set(row) != _keys():
        return False
    facts, original = row["proves"], row["masked_copy_of"]
    return (
        _is_like(OURS, row["path"])
        and isinstance(row["role"], str)
        and row["role"] in ROLES
        and _is_count(row["size"], LIMITS["bytes"])
        and _is_like(_HASH, row["sha256"])
        and _is_text(row["name"], LIMITS["name"])
        and _is_text(row["type"], LIMITS["name"])
        and (row["modified"] is None or _is_like(_TIME, row["modified"]))
        and isinstance(facts, list)
        and len(facts) <= _MOST_FACTS
        and all(_has_texts(fact, "kind", "name", "fact") for fact in facts)
        and (original is None or (_has_texts(original, "name", "sha256") and _is_like(_HASH, original["sha256"])))
    )


@cache
def _keys() -> frozenset[str]:
    return frozenset(Listed.__dataclass_fields__)


def _has_texts(row: object, *keys: str) -> bool:
    return isinstance(row, dict) and set(row) == set(keys) and all(_is_text(each, LIMITS["name"]) for each in row.values())


def _is_text(value: object, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most


def _is_like(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_count(value: object, most: int) -> bool:
    return type(value) is int and 0 <= value <= most
