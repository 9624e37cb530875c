"""Links in messages: labelled messages, what is told of known names, every way of writing a host, and texts that are meant to harm."""

import json
import random
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.law.channels import channels
from checker.law.table import table
from checker.plain import plain
from checker.read.link import read_links
from checker.read.link_host import read_host
from checker.read.link_names import distance, looks, names
from checker.read.passage import LONGEST
from checker.read.phrases import UNBOUNDED
from tests.test_copy_style import banned, spacing, too_long

HERE = Path(__file__).with_name("links")
UNSEEN = tomllib.loads((HERE / "unseen.toml").read_text(encoding="utf-8"))["message"]
SIGNS, NAMES = table("link_signs", "checker.read"), table("link_names", "checker.read")
MESSAGES = {
    f"{path.stem} {number}": row
    for path in sorted(HERE.glob("*.toml"))
    if path.stem != "unseen"
    for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["message"], 1)
}


def only(text: str):
    (link,) = read_links(text).links
    return link


def ids(text: str, *, grave: bool) -> list[str]:
    return sorted({sign.id for link in read_links(text).links for sign in link.signs if sign.grave == grave})


@pytest.mark.parametrize("row", MESSAGES.values(), ids=MESSAGES)
def test_a_labelled_message(row):
    links = read_links(row["text"]).links
    assert [link.domain for link in links] == row.get("domains", [])
    assert ids(row["text"], grave=True) == sorted(row.get("grave", []))
    assert ids(row["text"], grave=False) == sorted(row.get("mild", []))
    said = [link.official for link in links if link.official]
    assert len(said) == len(row.get("official", []))
    assert all(name in sentence for name, sentence in zip(row.get("official", []), said, strict=True))


@pytest.mark.parametrize("row", UNSEEN, ids=lambda row: row["id"])
def test_a_message_of_somebody_who_had_not_seen_the_rules(row):
    links = read_links(row["text"]).links
    assert [link.domain_ascii for link in links] == row["links"]
    assert any(link.signs for link in links) == row["warn"]


def test_there_are_messages_of_both_kinds():
    assert len(UNSEEN) == 40 and sum(row["warn"] for row in UNSEEN) == 20
    told = [bool({"grave", "mild"} & set(row)) for row in MESSAGES.values()]
    assert len(told) >= 80 and told.count(False) >= 40 and told.count(True) >= 40


@pytest.mark.parametrize("name", names(), ids=lambda name: name.domains[0])
def test_a_known_name_is_told_by_its_own_domains_alone(name):
    for domain in name.domains:
        for host in (domain, f"www.{domain}"):
            link = only(f"https://{host}/a")
            assert link.domain == domain and name.name.strip() in link.official and not any(sign.grave for sign in link.signs)
        for fake in (f"https://{domain}.example.top/", f"https://{domain}-a.top/", f"https://www.example.top/{domain}/login"):
            link = only(fake)
            assert not link.official and any(sign.grave for sign in link.signs), fake
        user = only(f"https://{domain}@example.org/")
        assert user.domain == "example.org" and not user.official and user.signs[0].id == "before_at"


def test_no_domain_has_two_owners_and_each_row_says_where_it_was_read():
    domains = [domain for row in NAMES["name"] for domain in row["domains"]]
    assert len(domains) == len(set(domains))
    assert all(row["source"] for row in (*NAMES["name"], *NAMES["only"]))
    for row in NAMES["name"]:
        assert all(any(host == each or host.endswith(f".{each}") for each in row["domains"]) for host in row.get("users", ()))


@pytest.mark.parametrize(
    ("host", "says"),
    [
        # What is said to stand in a name stands in it, and the owner's domain that is shown is the one with this word.
        ("a1ipay-kefu.com", "夹着“a1ipay”，但它不是支付宝的 alipay.com。"),
        ("mya1ipaypay.com", "夹着像“alipay”的字，但它不是支付宝的 alipay.com。"),
        ("icloud-kefu.com", "夹着“icloud”，但它不是苹果的 icloud.com。"),
        ("steamcommunitiy-gift.com", "夹着像“steamcommunity”的字，但它不是 Steam 的 steamcommunity.com。"),
        ("weixin.kefu.example.com", "前面写着“weixin”，这不说明是腾讯（微信、QQ）的。真正去的域名是 example.com。"),
    ],
)
def test_no_more_is_said_than_stands_there(host, says):
    (sign,) = only(f"https://{host}/").signs
    assert sign.say.endswith(says)


OTHERS = "ucloud.cn zaobao.com csslcloud.net gov.ru gov.cn edu.cn www.douyu.com sellercommunity.com goblox.com"
"""Domains of firms and authorities that have nothing to do with the names that they are near to."""


@pytest.mark.parametrize("host", OTHERS.split())
def test_names_of_others_are_no_imitations(host):
    assert not [
        sign.id for sign in only(f"https://{host}/").signs if sign.grave or sign.id in ("typo", "name_below", "name_inside", "like_inside")
    ]


@pytest.mark.parametrize(
    ("text", "grave", "mild"),
    [
        ("[alipay.com](https://a.example.net/x)", ["shown_other"], []),
        ("[ 官网 www.alipay.com 入口 ]( <https://a.example.net/x>)", ["shown_other"], []),
        ('<a class="x" href="https://a.example.net/x" target="_blank">→ alipay.com</a>', ["shown_other"], []),
        ("[taobao.com](https://m.tb.cn/h.x)", [], ["shortener"]),
        ("[bilibili.com](https://b23.tv/x)", [], ["shortener", "shown_other"]),
        ("[example.net](https://www.taobao.com/x)", [], ["shown_other"]),
        ("[a.example.net](https://b.example.net/x)", [], []),
        ("[1] alipay.com（https://a.example.net/x）", [], []),
        ("alipay.com https://a.example.net/x", [], []),
        ("https://a.example.net/x > alipay.com", [], []),
    ],
)
def test_the_words_of_a_link_that_are_another_domain(text, grave, mild):
    assert (ids(text, grave=True), ids(text, grave=False)) == (grave, mild)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("https://example.com/?u=https://a.example.net:8080/x", "example.net"),
        ("https://example.com/?u=https%3a%2f%2fwww.taobao.com%40x.example.net", "example.net"),
        ("https://example.com/?u=https://www.taobao.com@x.example.net/", "example.net"),
        ("https://example.com/?u=https://www.taobao.com:80@x.example.net/", "example.net"),
        ("https://example.com/?u=https%25253A%25252F%25252Fa.example.net", "example.net"),
        ("https://example.com/?u=//a.example.net", "example.net"),
        ("https://example.com/?u=http://1.2.3.4/", "1.2.3.4"),
        ("https://example.com/?u=https://example.com/&v=https://a.example.net", "example.net"),
        ("https://example.com/?u=https://b.example.com/", None),
        ("https://example.com/?u=/path//x", None),
        ("https://example.com/?u=//nothing", None),
        ("weixin://dl/business/?u=https://a.example.net", "example.net"),
    ],
)
def test_another_address_within_a_link(text, other):
    said = [sign.say for sign in only(text).signs if sign.id == "leads_on"]
    assert said == ([f"链接里还带着另一个地址 {other}，打开后可能转过去。"] if other else [])


@pytest.mark.parametrize(
    ("scheme", "port", "signs"),
    [
        ("http", "80", []),
        ("http", "0080", []),
        ("http", "443", ["port"]),
        ("https", "443", []),
        ("https", "80", ["port"]),
        ("https", "8443", ["port"]),
        ("https", "65535", ["port"]),
        ("https", "65536", ["broken"]),
        ("https", "00000000000000443", []),
        ("ftp", "21", []),
    ],
)
def test_a_port_that_is_not_the_usual_one(scheme, port, signs):
    link = only(f"{scheme}://a.example.net:{port}/b.htm")
    assert [sign.id for sign in link.signs] == signs and link.words.endswith("/b.htm")


def test_nothing_is_called_safe():
    said = [row["say"] for row in (*SIGNS["scheme"], *SIGNS["never"], *NAMES["only"])] + list(SIGNS["say"].values())
    for each in said:
        assert not re.search("安全|放心(?!付款)|可靠|正规|没有问题", each), each
    assert only("https://www.alipay.com/").official == "这是支付宝的域名。"
    assert only("https://store.steampowered.com/").official == "这是 Steam 的域名。"


def test_every_sentence_is_in_the_words_of_this_site():
    texts = list(SIGNS["say"].values())
    texts += [row["say"] for row in (*SIGNS["scheme"], *SIGNS["never"], *NAMES["only"])]
    texts += [row[key] for row in SIGNS["look_up"] for key in ("name", "entry", "tells", "cannot") if key in row]
    for text in texts:
        shown = re.sub(r"\{(?:name|of|word|label)\}", "某某", text)
        shown = re.sub(r"\{\w+\}", "a.com", shown)
        assert not [*banned(shown), *too_long(shown)], text
        assert not spacing(re.sub(r"[“.][^”]{0,9}a\.com”?", "", shown)), text


def test_what_the_answer_holds():
    text = "\u200b\u202a😡 看 https://a.example.com/x，再看 https://a.example.com/x 和 b.example.org"
    links = read_links(text)
    first, second = links.links
    assert [text[start:end] for start, end in first.spans] == ["https://a.example.com/x"] * 2
    assert [text[start:end] for start, end in second.spans] == ["b.example.org"]
    assert (links.read, links.cut, links.more) == (len(text), False, 0)
    assert [each.id for each in links.look_up] == ["icp", "licence", "whois"] and len(links.never_proves) == len(SIGNS["never"])
    shape = json.loads(json.dumps(plain(links), ensure_ascii=False))
    assert set(shape) == {"read", "cut", "more", "links", "look_up", "never_proves"}
    assert set(shape["links"][0]) == {"spans", "words", "host", "domain", "domain_ascii", "official", "signs"}
    assert shape["links"][0]["spans"][0] == [6, 29]


def test_where_to_look_it_up_follows_from_what_was_found():
    assert [each.id for each in read_links("https://www.alipay.com/").look_up] == []
    assert [each.id for each in read_links("https://a1ipay.com/").look_up] == ["icp", "licence", "whois", "report", "police"]
    nothing = read_links("没有链接")
    assert nothing.links == () and nothing.look_up == () and nothing.never_proves == ()
    report, police = read_links("https://a1ipay.com/").look_up[3:]
    assert (report.entry, police.cannot) == (channels()["cyber_reports"].entry, f"不能{channels()['police'].cannot}。")


def test_more_than_is_read_is_said():
    many = read_links(" ".join(f"a{number}.example{number}.com" for number in range(45)))
    assert len(many.links) == SIGNS["limits"]["most_links"] and many.more == 45 - len(many.links)
    cut = read_links("点" * LONGEST + " https://a.com/")
    assert cut.cut and cut.read == LONGEST and cut.links == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("去https://a.com/b?c=1，然后", ["https://a.com/b?c=1"]),
        ("https://a.com。再看https://b.com！", ["https://a.com", "https://b.com"]),
        ("https://a.comhttps://b.com", ["https://a.com", "https://b.com"]),
        ("https://a.com,https://b.com.", ["https://a.com", "https://b.com"]),
        ("(https://a.com/x)", ["https://a.com/x"]),
        ("https://a.com领取", ["https://a.com"]),
        ("网址a.com领取", ["a.com"]),
        ("a.com:8080/x 。", ["a.com:8080/x"]),
        ("“https://a.com/”", ["https://a.com/"]),
        ("<a href='https://a.com/x'>", ["https://a.com/x"]),
        ("a@b.com，c@d.cn", []),
        ("邮箱a@qq.com/13800000000", []),
        ("a.com@b.top", ["a.com@b.top"]),
        ("一.二.三", []),
        ("淘宝.com", ["淘宝.com"]),
        ("我在淘宝.com买的", []),
        ("https://a.com领取@b.top/x", ["https://a.com领取@b.top/x"]),
        ("https://a.com,x@b.top/x", ["https://a.com,x@b.top/x"]),
        ("https://a.com，邮箱b@c.com", ["https://a.com"]),
        ("ABC.COM/Path?Q=1", ["ABC.COM/Path?Q=1"]),
        ("ｈｔｔｐｓ：／／ａ．ｃｏｍ／ｂ", ["ｈｔｔｐｓ：／／ａ．ｃｏｍ／ｂ"]),
        ("www.a.com.", ["www.a.com"]),
        ("http:// 和 https://@/ 都不是", []),
        ("https://a.com:80，https://b.com:443/", ["https://a.com:80", "https://b.com:443/"]),
        ("3.cn", ["3.cn"]),
        ("版本 8.0.32.1", []),
        ("abc[.]com hxxp://d.net", ["abc[.]com", "hxxp://d.net"]),
        ("3点com见", []),
    ],
)
def test_where_a_link_begins_and_ends(text, words):
    assert [link.words for link in read_links(text).links] == words


@pytest.mark.parametrize(
    ("written", "looked_up", "number", "broken"),
    [
        # As the URL Standard's host parser has them.
        ("EXAMPLE.com", "example.com", False, False),
        ("example.com.", "example.com", False, False),
        ("ex%41mple.com", "example.com", False, False),
        ("ｇｏ．ｃｏｍ", "go.com", False, False),
        ("例子。中国", "xn--fsqu00a.xn--fiqs8s", False, False),
        ("0x7f.1", "127.0.0.1", True, False),
        ("0300.0250.0.1", "192.168.0.1", True, False),
        ("192.168.257", "192.168.1.1", True, False),
        ("3232235777", "192.168.1.1", True, False),
        ("0xffffffff", "255.255.255.255", True, False),
        ("256.1.1.1", "256.1.1.1", False, True),
        ("1.2.3.08", "1.2.3.08", False, True),
        ("4294967296", "4294967296", False, True),
        ("a..com", "a.com", False, True),
        ("", "", False, True),
        ("[::1]", "[::1]", True, False),
        ("[zz]", "[zz]", True, True),
        ("xn--zzzzzzzzzzzzzz.com", "xn--zzzzzzzzzzzzzz.com", False, True),
        ("a℀b.com", "aa/cb.com", False, True),
        ("京" * 60 + ".com", "京" * 60 + ".com", False, True),
        ("a|b.com", "a|b.com", False, True),
        ("a" * 64 + ".com", "a" * 64 + ".com", False, True),
        (".".join(["a" * 60] * 5), ".".join(["a" * 60] * 5), False, True),
    ],
)
def test_a_host_as_a_browser_resolves_it(written, looked_up, number, broken):
    host = read_host(written)
    assert (host.ascii, host.number, host.broken) == (looked_up, number, broken)


@pytest.mark.parametrize(
    ("address", "inside"),
    [("10.1.2.3", True), ("172.31.0.1", True), ("172.32.0.1", False), ("100.64.0.1", True), ("8.8.8.8", False), ("[fd00::1]", True)],
)
def test_addresses_of_a_network_of_ones_own(address, inside):
    assert read_host(address).inside == inside


def test_how_far_two_words_are_apart():
    assert [distance(one, "taobao", 2) for one in ("taobao", "toabao", "taoba", "taobaoo", "tacbao", "jd", "xxobao")] == [
        0,
        1,
        1,
        1,
        1,
        3,
        2,
    ]
    assert distance("abcdefg", "gfedcba", 2) == 3


def test_what_looks_alike():
    assert looks("tа0bаo") == looks("taobao") and looks("steamcornmunity") == looks("steamcommunity") != looks("steamcomunity")
    groups = SIGNS["letters"]["like"].split()
    later = [char for group in groups for char in group[1:]]
    assert len(later) == len(set(later)) and all(group[0].isascii() and not any(map(str.isascii, group[1:])) for group in groups)


def test_no_pattern_can_run_away():
    for row in (
        *SIGNS["dodges"].values(),
        SIGNS["not_links"]["version"],
        SIGNS["pages"]["pays"],
        *(row["form"] for row in SIGNS["scheme"]),
    ):
        bare = re.sub(r"\[[^\]]*\]", "x", row)
        assert not UNBOUNDED.search(bare), row


SIZE = 20_000
HOSTILE = [
    *(sign * SIZE for sign in (".", "@", "%", "[", "(", ":", "/", "-", "a", "点", "。", "\u202e", "\x00", "\ud800", "😡", "\u0301")),
    *(
        piece * (SIZE // len(piece))
        for piece in (
            "https://",
            "a@",
            "a.",
            "a点",
            "a . ",
            "a ",
            "[(【",
            "a.com ",
            "hxxp://",
            "www.a.com@",
            "我.中国",
            "xn--a.",
            "data:a/",
        )
    ),
    *(f"http://{piece * (19_000 // len(piece))}" for piece in ("9", "a@", "a.", "中。", "%61", "-", "xn--", "0x", "@")),
    f"http://[{':' * 19_000}",
    f"http://a.com/?{'http://b.com/' * 1_500}",
    f"http://a.com/{'alipay.com/' * 1_700}",
    f"http://{'-'.join(['alipay'] * 2_800)}.com",
    f"http://{'京东' * 9_000}.com/",
    "[a.com](http://b.com)" * 900,
    f"http://a.com/?{'u=//a.com/' * 1_900}",
    " ".join(f"alip{number}y.com" for number in range(1_600)),
    "x" * 200_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:14]))
def test_what_is_meant_to_harm_is_read(text):
    links = read_links(text)
    assert links.cut == (len(text) > LONGEST) and len(links.links) <= SIGNS["limits"]["most_links"]
    for link in links.links:
        assert link.words and all(0 <= start < end <= links.read for start, end in link.spans)


def test_any_mix_can_be_read():
    chance = random.Random(11)
    signs = "ab1.。:/@%#?&=-[]()点 ,，comcn中国xn--httphxxp\u200b\u202e\u0301\ufe0f😡\ud800\x00аļ．０®㎏"
    for _ in range(4_000):
        text = "".join(chance.choice(signs) for _ in range(chance.randrange(60)))
        for link in read_links(text).links:
            assert link.words == text[slice(*link.spans[0])] and link.words
            assert json.dumps(plain(link)) and not link.host.startswith(".")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["", "http://", "www.", "a.com/", "x@"]))
def test_any_string_can_be_read(text, before):
    links = read_links(before + text)
    assert all(0 <= start < end <= links.read for link in links.links for start, end in link.spans)
