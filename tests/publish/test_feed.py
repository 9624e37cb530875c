"""The feed of changes: whole, from the data, with ids that stay."""

from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree

from checker.publish import changes, feed
from checker.publish.changes import Change

HOME = "https://site.example/sub/"
NAMES = {"a": feed.ATOM}


def parsed(rows) -> ElementTree.Element:
    return ElementTree.fromstring(feed.atom(rows, "名", HOME.rstrip("/")).encode())


def ids(rows) -> dict[str, str]:
    return {
        entry.findtext("a:content", None, NAMES): entry.findtext("a:id", None, NAMES) for entry in parsed(rows).iterfind("a:entry", NAMES)
    }


def test_it_has_what_atom_wants():
    """RFC 4287: a feed and each entry have an id, a title and a moment; the author stands above all."""
    root = parsed(changes.changes())
    entries = root.findall("a:entry", NAMES)
    assert root.tag == f"{{{feed.ATOM}}}feed" and len(entries) == len(changes.changes())
    assert root.findtext("a:author/a:name", None, NAMES)
    assert {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)} == {
        "self": f"{HOME}changes.atom",
        "alternate": f"{HOME}changes/",
    }
    for each in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"a:{name}", NAMES)) == 1 and each.findtext(f"a:{name}", None, NAMES), name
        assert datetime.fromisoformat(each.findtext("a:updated", None, NAMES)).tzinfo
        assert each.findtext("a:id", None, NAMES).startswith(HOME)
    assert all(len(entry.findtext("a:title", None, NAMES)) <= feed.LONGEST_TITLE for entry in entries)


def test_days_and_words_are_those_of_the_data():
    root = parsed(changes.changes())
    for entry, change in zip(root.iterfind("a:entry", NAMES), changes.changes(), strict=True):
        assert entry.findtext("a:updated", None, NAMES).startswith(f"{change.date.isoformat()}T")
        content = entry.findtext("a:content", None, NAMES)
        assert change.what in content and (change.version or "") in content and ("据公开报道" in content) is change.hearsay
    assert root.findtext("a:updated", None, NAMES).startswith(changes.changes()[0].date.isoformat())


def test_an_id_stays_when_others_come_and_words_are_mended():
    rows = [Change(date=date(2026, 1, 2), kind="data", what=what) for what in ("b", "a")]
    before = ids(rows)
    assert len(set(before.values())) == 2
    newer = [Change(date=date(2026, 2, 1), kind="data", what="d"), Change(date=date(2026, 1, 2), kind="data", what="c"), *rows]
    assert {what: id for what, id in ids(newer).items() if what in before} == before
    assert ids([rows[0], replace(rows[1], what="A")])["A。"] == before["a。"]
    assert len(set(ids(changes.changes()).values())) == len(changes.changes())
