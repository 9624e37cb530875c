"""Links in a message: where they would really go, and what their writing gives away. Nothing is visited, and nothing is called safe.

Everything that is told follows from the characters of the link. Whose a site is, whether the goods exist: that no link tells, and the answer says so.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from checker.law.channels import channel
from checker.read.link_host import Host, read_host
from checker.read.link_names import Name, handed_out, in_path, likeness, only_for, owner
from checker.read.link_places import Place, places, shown_for
from checker.read.link_text import Flat, Span, decoded, flatten, path_of, rows
from checker.read.passage import LONGEST
from checker.read.suffixes import LONGEST_HOST, is_top, to_ascii

_PORTS = {"": (80, 443), "http": (80,), "https": (443,), "ftp": (21,)}
_MOST_PORT = 65535
_MEET = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")
_LEADS_ON = re.compile(r"(?:(?:https?|ftp):|(?<==))[/\\]{2}([^/?#&\\\s]{1,500})")
_TIMES_ENCODED = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sign:
    """One thing that the link gives away: a row of [say] or of [[scheme]], and the sentence for it. ``grave``: it is how links deceive, and seldom anything else."""

    id: str
    grave: bool
    say: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Link:
    """A link, with all places where it stands. ``words``: as it was written at the first; ``host``: as it is looked up; ``domain`` and ``domain_ascii``: under
    what it is registered, to read and to look up; ``official``: whose domain that is, where the table has it. What has no host has no domain.
    """

    spans: tuple[Span, ...]
    words: str
    host: str
    domain: str
    domain_ascii: str
    official: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LookUp:
    """Where something about a link can be looked up or told: how to get there, what it tells, and what it cannot."""

    id: str
    name: str
    entry: str
    tells: str
    cannot: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Links:
    """What a message has of links, in the order in which they come. ``read``: how many characters were read, ``cut`` whether there were more; ``more``: how
    many different links stand behind those that were read; ``never_proves``: what no link can tell.
    """

    read: int
    cut: bool
    more: int
    links: tuple[Link, ...]
    look_up: tuple[LookUp, ...]
    never_proves: tuple[str, ...]


def read_links(text: str) -> Links:
    """Every link of a message of which at most ``LONGEST`` characters are read. Any string can be read; the time is in proportion to it."""
    flat = flatten(text[:LONGEST])
    found: dict[tuple[str, ...], list[Place]] = {}
    last: Place | None = None
    shown: dict[int, Place] = {}
    for place in places(flat):
        if last and (pair := shown_for(flat.text, last, place)):
            shown[pair[1].start] = pair[0]
        last = place
        found.setdefault((place.scheme, place.host, place.port, place.rest, str(place.user)), []).append(place)
    most: int = rows()["limits"]["most_links"]
    pays = re.search(rows()["pages"]["pays"], flat.text) is not None
    links = tuple(
        _link(each, flat, text, next((shown[place.start] for place in each if place.start in shown), None), pays=pays)
        for each in list(found.values())[:most]
    )
    return Links(
        read=min(len(text), LONGEST),
        cut=len(text) > LONGEST,
        more=max(0, len(found) - most),
        links=links,
        look_up=tuple(_look_up(links)),
        never_proves=tuple(row["say"] for row in rows()["never"]) if links else (),
    )


def _link(all_places: list[Place], flat: Flat, text: str, shown: Place | None, *, pays: bool) -> Link:
    place = all_places[0]
    spans = tuple(flat.span(each.start, each.end) for each in all_places)
    words = text[slice(*spans[0])]
    if place.form is not None:
        row = rows()["scheme"][place.form]
        scheme = Sign(id="scheme", grave=row["grave"], say=row["say"])
        return Link(spans=spans, words=words, host="", domain="", domain_ascii="", official="", signs=(scheme, *_leads_on(place.rest, "")))
    host = read_host(place.host)
    name = owner(host)
    signs = [
        *_of_shown(shown, host, name),
        *_of_host(place, host, name),
        *_of_writing(place, flat, host, name),
        *_of_page(place, host, name, pays=pays),
    ]
    return Link(
        spans=spans,
        words=words,
        host=host.ascii,
        domain=host.domain,
        domain_ascii=host.domain if host.number else ".".join(to_ascii(label) or label for label in host.domain.split(".")),
        official=_say("official", name=name.name) if name else only_for(host),
        signs=tuple(sorted(signs, key=lambda sign: not sign.grave)),
    )


def _say(id: str, **read: object) -> str:
    """The sentence of a row of [say]. Between Chinese and a known name in Latin letters comes a space; what was read in the link is put in as it is."""
    sentence: str = rows()["say"][id].replace("{name}", str(read.pop("name", "")))
    return _MEET.sub(" ", sentence).format(**read)


def _sign(id: str, *, grave: bool = False, **read: object) -> Sign:
    return Sign(id=id, grave=grave, say=_say(id, **read))


def _of_shown(shown: Place | None, host: Host, name: Name | None) -> Iterator[Sign]:
    """Whether the words of a link, where they are a domain themselves, are another than its goal."""
    if shown is None or not shown.host:
        return
    other = read_host(shown.host)
    if other.domain != host.domain and (name is None or owner(other) is not name):
        yield _sign(
            "shown_other", grave=name is None and ".".join(host.labels) not in rows()["shorteners"], shown=other.domain, domain=host.domain
        )


def _of_host(place: Place, host: Host, name: Name | None) -> Iterator[Sign]:
    """What the host itself gives away."""
    if place.user:
        yield _sign("before_at", grave=True, domain=host.domain)
    if host.number:
        yield _sign("own_network") if host.inside else _sign("ip", grave=True)
        return
    if host.broken:
        yield _sign("broken")
    if name is None and not only_for(host):
        yield from _imitation(host)
    mixed = next((label for label in host.labels if _is_mixed(label)), "")
    if mixed:
        yield _sign("mixed", grave=True, label=mixed)
    if "xn--" in place.host:
        yield _sign("punycode", domain=host.domain)
    top = host.labels[-1]
    if not is_top(top):
        yield _sign("unknown_suffix", top=top)
    limits = rows()["limits"]
    if len(host.ascii) >= limits["long_host"] or len(host.labels) >= limits["many_labels"]:
        yield _sign("long_host", domain=host.domain)
    yield from _of_owner(host, name)


def _imitation(host: Host) -> Iterator[Sign]:
    # What is longer than a name can be is nobody's, and is told as broken.
    found = likeness(host) if len(host.ascii) <= LONGEST_HOST else None
    if found:
        said = {"name": found.name, "own": found.own, "word": found.word, "domain": host.domain}
        yield _sign(found.how, grave=found.grave, **said)


def _of_owner(host: Host, name: Name | None) -> Iterator[Sign]:
    """Who answers for what stands there, where it is not simply whoever registered the domain."""
    full = ".".join(host.labels)
    if of := rows()["shorteners"].get(full):
        yield _sign("shortener", of=of)
    if suffix := handed_out(host):
        yield _sign("hosted", suffix=suffix)
    if name and any(full == each or full.endswith(f".{each}") for each in name.users):
        yield _sign("by_users", name=name.name)


def _of_writing(place: Place, flat: Flat, host: Host, name: Name | None) -> Iterator[Sign]:
    """How it was written."""
    behind = place.end - len(place.rest)
    if flat.has_unseen(place.start, behind):
        yield _sign("invisible", grave=name is None)
    elif flat.has_unseen(place.start, place.end):
        yield _sign("invisible_behind")
    if flat.has_dodged(place.start, place.end) or host.encoded:
        yield _sign("disguised")
    port = int(place.port) if place.port else None
    if port is not None and port > _MOST_PORT:
        yield _sign("broken")
    elif port is not None and port not in _PORTS[place.scheme]:
        yield _sign("port", port=port)


def _of_page(place: Place, host: Host, name: Name | None, *, pays: bool) -> Iterator[Sign]:
    """What stands behind the host, and how the page travels."""
    shown = in_path(place.rest)
    if shown and name is None:
        yield _sign("name_in_path", grave=True, name=shown.name, own=shown.own, domain=host.domain)
    yield from _leads_on(place.rest, host.domain)
    ending = path_of(place.rest).rpartition(".")[2]
    programs, packed = rows()["downloads"]["programs"], rows()["downloads"]["packed"]
    if name is None and ending in (*programs, *packed):
        yield _sign("download", grave=ending in programs, ending=f".{ending}")
    if place.scheme == "http" and pays and name is None and not host.number:
        yield _sign("plain_http")


def _leads_on(rest: str, domain: str) -> Iterator[Sign]:
    """An address within the link that is another's than the link itself. What a link of the same domain leads to is the same house."""
    for _ in range(_TIMES_ENCODED):
        rest = decoded(rest)
    for found in _LEADS_ON.finditer(rest):
        other = read_host(found[1].rpartition("@")[2].partition(":")[0])
        if other.domain != domain and (other.number or other.registered.known):
            yield _sign("leads_on", other=other.domain)
            return


def _is_mixed(label: str) -> bool:
    """Whether letters of another script stand among Latin ones. Chinese, Japanese and Korean beside Latin are usual."""
    scripts = {unicodedata.name(char, "?").split()[0] for char in label if char.isalpha() and char < "\u2e80"}
    return len(scripts) > 1 and "LATIN" in scripts


def _look_up(links: tuple[Link, ...]) -> Iterator[LookUp]:
    whens = set()
    if any(link.domain and not link.official for link in links):
        whens.add("site")
    if any(sign.grave for link in links for sign in link.signs):
        whens.add("grave")
    for row in rows()["look_up"]:
        if row["when"] in whens:
            there = channel(row["channel"]) if "channel" in row else None
            yield LookUp(
                id=row["id"],
                name=there.name if there else row["name"],
                entry=there.entry if there else row["entry"],
                tells=row["tells"],
                cannot=f"不能{there.cannot}。" if there else row["cannot"],
            )
