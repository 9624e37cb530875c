"""The feed of changes in law and rules, in Atom: made from the rows that the page 更新记录 prints."""

from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree

from checker.law import statutes
from checker.publish.changes import Change, rule_title

PLACE = "changes.atom"
"""Where it lies, seen from the root of the site."""
ATOM = "http://www.w3.org/2005/Atom"
LONGEST_TITLE = 40
ENDS = "。：；"


def atom(changes: Iterable[Change], name: str, url: str) -> str:
    """The feed, the newest first. ``url`` is the address of the site, with which every id begins.

    An entry is called by its day and its number on that day, counted from the oldest: it keeps its id when its words are mended and when newer ones come.
    """
    rows = list(changes)
    home = f"{url.rstrip('/')}/"
    page = f"{home}changes/"
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
    _text(feed, "id", page)
    _text(feed, "title", f"{name}：规则和法律的更新")
    _text(feed, "updated", _moment(max(row.date for row in rows).isoformat()))
    _text(_below(feed, "author"), "name", name)
    _below(feed, "link", rel="self", type="application/atom+xml", href=f"{home}{PLACE}")
    _below(feed, "link", rel="alternate", type="text/html", href=page)
    left = Counter(row.date for row in rows)
    for row in rows:
        entry = _below(feed, "entry")
        _text(entry, "id", f"{page}#{row.date.isoformat()}-{left[row.date]}")
        left[row.date] -= 1
        _text(entry, "title", _title(row.what))
        _text(entry, "updated", _moment(row.date.isoformat()))
        _below(entry, "link", rel="alternate", type="text/html", href=page)
        _text(entry, "content", _content(row), type="text")
    ElementTree.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def _content(row: Change) -> str:
    """What the page says of the change, without its links."""
    parts = [f"{row.what}。"]
    if row.version:
        parts.append(f"规则版本 {row.version}。")
    if row.rules:
        parts.append(f"规则：{'、'.join(rule_title(id) for id in row.rules)}。")
    if row.articles:
        parts.append(f"见{'、'.join(statutes.article(id).title for id in row.articles)}。")
    if row.hearsay:
        parts.append("据公开报道，原文没有读到。")
    return "".join(parts)


def _title(what: str) -> str:
    """The first clause of a change, whole words only as far as they fit."""
    end = min((at for sign in ENDS if (at := what.find(sign)) > 0), default=len(what))
    return what[:end] if end <= LONGEST_TITLE else f"{what[: LONGEST_TITLE - 1]}…"


def _moment(day: str) -> str:
    return f"{day}T00:00:00+08:00"


def _below(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)


def _text(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> None:
    _below(parent, name, **attributes).text = text
