"""Under which name a host is registered: the Public Suffix List, its algorithm, and the two ways of writing a label that is not ASCII.

The rules lie in `suffixes.toml`, made by `checker.publish.suffixes`. The algorithm is the one of https://github.com/publicsuffix/list/wiki/Format:
an exception goes before any other rule, of the others the one with most labels is right, and where none fits the last label is the suffix.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from encodings.punycode import punycode_decode, punycode_encode
from functools import cache

from checker.law.table import table

LONGEST_LABEL = 63
"""Characters of a label at most, as written in ASCII (RFC 1035, 2.3.4)."""
LONGEST_HOST = 253
"""Characters of a host name at most, as written in ASCII (RFC 1035, 2.3.4, less the length's own byte and the root)."""
XN = "xn--"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Registered:
    """``suffix``: what nobody can register as a whole. ``domain``: the suffix and one label more, empty where the host is a suffix itself. ``known``: the
    list has the last label. ``by_others``: the rule is of the private part, so the suffix itself belongs to somebody who hands names out below it.
    """

    suffix: str
    domain: str
    known: bool
    by_others: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Rules:
    top: frozenset[str]
    icann: frozenset[str]
    private: frozenset[str]
    deepest: int


def registered(labels: Sequence[str], *, private: bool = True) -> Registered:
    """The domain under which a host is registered. ``labels``: small letters, Unicode, none empty. ``private``: hosts that hand out names count as suffixes."""
    rules = _rules()
    most, by_others = 1, False
    for count in range(1, min(len(labels), rules.deepest) + 1):
        below, name = ".".join(labels[len(labels) - count + 1 :]), ".".join(labels[len(labels) - count :])
        for part, of_others in ((rules.icann, False), (rules.private, True)):
            if of_others and not private:
                continue
            if f"!{name}" in part:
                return _registered(labels, count - 1, of_others)
            if name in part or (count > 1 and f"*.{below}" in part):
                most, by_others = count, of_others
    return _registered(labels, most, by_others)


def is_top(label: str) -> bool:
    """Whether names are registered under this label: small letters, Unicode."""
    return label in _rules().top


def to_unicode(label: str) -> str:
    """A label as it is read. One that only pretends to be Punycode stays as it is written."""
    if not label.startswith(XN) or len(label) > LONGEST_LABEL:
        return label
    try:
        read = unicodedata.normalize("NFC", punycode_decode(label[len(XN) :].encode("ascii"), "strict"))
    except (UnicodeError, ValueError, OverflowError):
        return label
    shown = not any(unicodedata.category(char)[0] in "CZ" for char in read)
    return read if shown and to_ascii(read) == label else label


def to_ascii(label: str) -> str:
    """A label as it is looked up: Punycode (RFC 3492) where it is not ASCII; empty where it would be too long."""
    if label.isascii():
        return label
    if len(label) > LONGEST_LABEL:
        return ""
    try:
        written = XN + punycode_encode(label).decode("ascii")
    except UnicodeError:
        return ""
    return written if len(written) <= LONGEST_LABEL else ""


def _registered(labels: Sequence[str], count: int, by_others: bool) -> Registered:
    return Registered(
        suffix=".".join(labels[len(labels) - count :]),
        domain=".".join(labels[len(labels) - count - 1 :]) if len(labels) > count else "",
        known=is_top(labels[-1]) if labels else False,
        by_others=by_others,
    )


@cache
def _rules() -> _Rules:
    rows = table("suffixes", "checker.read")
    icann, private = _ungrouped(rows["icann"]), _ungrouped(rows["private"])
    top = frozenset(rows["top"].split())
    return _Rules(top, icann | top, private, 1 + max(rule.count(".") for rule in icann | private))


def _ungrouped(groups: str) -> frozenset[str]:
    """The rules as the list has them, of lines that begin with their last label."""
    lines = (line.split() for line in groups.splitlines() if line)
    return frozenset(f"{rest}.{last}" for last, *rests in lines for rest in rests)
