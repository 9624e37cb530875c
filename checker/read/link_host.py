"""A host as a browser would resolve it: names in Unicode and in ASCII, and number addresses in whatever way they are written.

After the URL Standard of WHATWG (https://url.spec.whatwg.org/#host-parsing), as far as it can be followed without the tables of UTS 46: letters are made
small and compatible ones plain, 。 is a dot, and what nobody sees is left out.
"""

import re
import unicodedata
from dataclasses import dataclass

from checker.read.suffixes import LONGEST_HOST, LONGEST_LABEL, Registered, registered, to_ascii, to_unicode

_ENCODED = re.compile(r"(?:%[0-9a-f]{2})+")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_FORBIDDEN = re.compile(r"[\x00- #%/:<>?@\[\\\]^|\x7f\ufffd]")
_DOTS = re.compile(r"[.。．｡]")
_BYTES_OF_V4 = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Host:
    """``labels`` in Unicode, of a number address the address alone. ``ascii`` as it is looked up. ``number``: it is an address and no name; ``inside``: of
    a network of one's own. ``encoded``: it was written with %. ``broken``: it is not as a name has to be.
    """

    labels: tuple[str, ...]
    ascii: str
    number: bool
    inside: bool
    encoded: bool
    broken: bool

    @property
    def registered(self) -> Registered:
        """Under which domain it is registered. A host that hands out names is its own where nothing stands before it."""
        found = registered(self.labels)
        return found if found.domain else registered(self.labels, private=False)

    @property
    def domain(self) -> str:
        """The registrable domain in Unicode; the address of a number address, and the whole of what is no more than a suffix."""
        return self.labels[0] if self.number else self.registered.domain or ".".join(self.labels)


def read_host(written: str) -> Host:
    """A host as it stands in a link, without user and port, an IPv6 address in its brackets. Never raises."""
    if written.startswith("["):
        return _v6(written.strip("[]"))
    encoded = _ENCODED.search(written) is not None
    if encoded:
        written = _ENCODED.sub(lambda part: bytes.fromhex(part[0].replace("%", "")).decode("utf-8", "replace"), written)
    plain = "".join(char for char in unicodedata.normalize("NFKC", written).lower() if unicodedata.category(char) not in ("Cf", "Cc"))
    parts = _DOTS.split(plain)
    if len(parts) > 1 and not parts[-1]:
        parts.pop()
    address = _v4(parts)
    if address is not None:
        return _number(address, broken=False, encoded=encoded)
    labels = tuple(to_unicode(part) for part in parts if part)
    looked_up = [to_ascii(label) for label in labels]
    # What is too long to be looked up stays as it is read.
    name = ".".join(ascii or label for ascii, label in zip(looked_up, labels, strict=True))
    broken = (
        not labels
        or len(labels) < len(parts)
        or len(name) > LONGEST_HOST
        or not all(looked_up)
        or any(len(label) > LONGEST_LABEL or _FORBIDDEN.search(label) or label.startswith("xn--") for label in labels)
        or bool(_NUMBER.fullmatch(parts[-1]))
    )
    return Host(labels=labels or ("",), ascii=name, number=False, inside=False, encoded=encoded, broken=broken)


def _number(address: int, *, broken: bool, encoded: bool) -> Host:
    parts = [address >> shift & 0xFF for shift in (24, 16, 8, 0)]
    # RFC 1918, RFC 6890: addresses that no network outside answers for.
    inside = (
        parts[0] in (0, 10, 127)
        or (parts[0] == 172 and 16 <= parts[1] < 32)
        or parts[:2] in ([192, 168], [169, 254])
        or (parts[0] == 100 and 64 <= parts[1] < 128)
    )
    shown = ".".join(map(str, parts))
    return Host(labels=(shown,), ascii=shown, number=True, inside=inside, encoded=encoded, broken=broken)


def _v4(parts: list[str]) -> int | None:
    """The number of an IPv4 address in any of its spellings: decimal, 0x… or 0…, in one part to four, of which the last fills what is left."""
    if not 1 <= len(parts) <= _BYTES_OF_V4 or not all(part.isascii() and _NUMBER.fullmatch(part) for part in parts):
        return None
    # Longer ones cannot be addresses, and cost time to read.
    if any(len(part) > LONGEST_LABEL for part in parts):
        return None
    values = [_value(part) for part in parts]
    *first, last = values
    if None in values or last is None or last >= 256 ** (_BYTES_OF_V4 + 1 - len(parts)):
        return None
    address = last
    for place, value in enumerate(first):
        if value is None or value > 255:
            return None
        address += value * 256 ** (_BYTES_OF_V4 - 1 - place)
    return address


def _value(part: str) -> int | None:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    if len(part) > 1 and part.startswith("0"):
        return int(part, 8) if set(part) <= set("01234567") else None
    return int(part)


def _v6(written: str) -> Host:
    """An IPv6 address, shown as it is written. Whether it is one is told only by what it is made of."""
    inside = written in ("::", "::1") or re.match(r"f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:", written) is not None
    broken = re.fullmatch(r"[0-9a-f:.]{2,45}", written) is None or ":" not in written
    return Host(labels=(written,), ascii=f"[{written}]", number=True, inside=inside, encoded=False, broken=broken)
