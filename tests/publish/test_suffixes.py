"""The table of public suffixes is what the package gives, and the look-up is the list's own algorithm."""

import re
from importlib.resources import files

import pytest
from publicsuffixlist import PublicSuffixList

from checker.law.table import table
from checker.publish import suffixes
from checker.read.suffixes import is_top, registered, to_ascii, to_unicode

PACKAGE = files("publicsuffixlist")
VECTORS = re.findall(
    r"(?m)^checkPublicSuffix\('([^']*)', (?:'([^']*)'|null)\);$", PACKAGE.joinpath("test_psl.txt").read_text(encoding="utf-8")
)
"""Hosts with the domain that the list's authors say they are registered under; empty where there is none."""
LISTED = [
    line.split()[0]
    for line in PACKAGE.joinpath("public_suffix_list.dat").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("//")
]


def test_the_table_is_what_the_package_gives():
    assert not suffixes.stale(), "run: python -m checker.publish.suffixes"
    rows = table("suffixes", "checker.read")
    assert rows["licence"] == "MPL-2.0" and re.fullmatch(r"20\d\d-\d\d-\d\d_[\d-]+_UTC", rows["version"])


def test_a_table_that_is_not_is_written_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(suffixes, "TABLE", tmp_path / "suffixes.toml")
    assert suffixes.stale() and suffixes.write() and not suffixes.stale() and not suffixes.write()


@pytest.mark.parametrize(("host", "domain"), VECTORS)
def test_the_vectors_of_the_list(host, domain):
    if host.startswith("."):
        # The list's authors refuse it; here such a host is split without its empty label before it is looked up.
        assert domain == ""
        return
    found = registered([to_unicode(label) for label in host.lower().split(".")]).domain
    assert found == ".".join(to_unicode(label) for label in domain.split("."))


def test_there_are_vectors():
    assert len(VECTORS) > 70 and sum(not domain for _, domain in VECTORS) > 10


def test_every_rule_gives_what_the_package_gives():
    theirs = PublicSuffixList()
    hosts = [before + rule.lstrip("!").replace("*", "zz") for rule in LISTED for before in ("", "a.", "b.a.")]
    assert len(hosts) > 30_000
    wrong = [host for host in hosts if registered(host.split(".")).domain != (theirs.privatesuffix(host) or "")]
    assert wrong == []


def test_the_private_part_can_be_left_out_and_is_told():
    theirs = PublicSuffixList(only_icann=True)
    for host in ("a.b.github.io", "shop.example.com.cn", "a.pages.dev", "a.ck", "www.ck"):
        assert registered(host.split("."), private=False).domain == (theirs.privatesuffix(host) or "")
    assert registered(["a", "github", "io"]).by_others and not registered(["a", "com", "cn"]).by_others


def test_labels_without_a_list():
    assert is_top("cn") and is_top("中国") and is_top("za") and not is_top("notasuffix") and not is_top("")
    assert not registered(["a", "notasuffix"]).known and registered(["a", "cn"]).known
    assert registered(["com"]).domain == "" and registered([]).domain == ""


RFC_3492 = {
    # Section 7.1, (B), (C), (E), (L) and (N).
    "他们为什么不说中文": "ihqwcrb4cv8a8dqg056pqjye",
    "他們爲什麽不說中文": "ihqwctvzc91f659drss3x8bo0yb",
    "למההםפשוטלאמדבריםעברית": "4dbcagdahymbxekheh6e0a7fei0b",
    "3年b組金八先生": "3b-ww4c5e180e575a65lsy2b",
    "hello-another-way-それぞれの場所": "hello-another-way--fc4qua05auwb3674vfr0b",
}


@pytest.mark.parametrize(("label", "written"), RFC_3492.items())
def test_the_samples_of_rfc_3492(label, written):
    assert to_ascii(label) == f"xn--{written}" and to_unicode(f"xn--{written}") == label


@pytest.mark.parametrize("label", ["xn--", "xn--a", "xn--99999999", "xn--é", "xn--" + "a" * 60, "xn--zzzzzzzzzzzzzz", "abc"])
def test_what_only_pretends_to_be_punycode_stays(label):
    assert to_unicode(label) == label


def test_what_is_too_long_is_not_looked_up():
    assert to_ascii("中" * 60) == "" and to_ascii("中" * 20_000) == ""
    assert to_ascii("中" * 10).startswith("xn--")
