"""“这里不对？” below each rule, article and text, once there is an address to write to: a letter or an issue that says what it is about, and no more.

Where it stands follows from the anchors of headings, so that a page may be split or a new one come without a list.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from checker.law import statutes
from checker.publish.links import anchor
from checker.rules import PLATFORM_RULES, RULES, RULES_VERSION, SUPPORTS
from checker.write.letters import LETTERS

ASK = "这里不对？"
TITLE, WHERE = "{title}", "{where}"
"""What a script fills in, encoded as everything around it is."""
SUBJECT = "这里不对："
BODY = """哪里不对：


应当是什么，依据在哪里：


（请不要写订单号、姓名、电话。）

关于：{title}
位置：{where}
规则版本：{version}，法律资料核对到 {checked_on}
"""
_HEADING = re.compile(r'<h(?P<level>[1-6]) id="(?P<id>[^"]+)">(?P<title>.*?)</h[1-6]>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_END = re.compile(r'<nav class="related"|<!--related-->|</article>')


def wanted(address: str) -> bool:
    """Whether this is an address that a reader can write to."""
    return address.startswith(("mailto:", "https://"))


def filled(address: str, title: str, where: str) -> str:
    """The address with a letter or an issue begun: what it is about, where that stands, and which version it is. What it names itself stays, but for these two."""
    parts = urlsplit(address)
    subject = "subject" if parts.scheme == "mailto" else "title"
    body = BODY.format(title=title, where=where, version=RULES_VERSION, checked_on=statutes.checked_on().isoformat())
    named = {name: value for name, value in parse_qsl(parts.query) if name not in (subject, "body")}
    # A letter's program takes a plus sign for one, and a line of a letter ends with both signs.
    query = urlencode(named | {subject: SUBJECT + title, "body": body.replace("\n", "\r\n")}, quote_via=quote)
    return urlunsplit(parts._replace(query=query))


def pattern(address: str) -> str:
    """The link for scripts, with places for title and where; empty where there is nobody to write to."""
    return filled(address, TITLE, WHERE) if wanted(address) else ""


def added(page: str, where: str, address: str) -> str:
    """The page at the address ``where`` on the site, with a link at the end of each section about a rule, an article or a text."""
    if not wanted(address):
        return page
    places = list(_ends(page))
    for at, id, title in sorted(places, reverse=True):
        link = f'<p class="wrong"><a href="{escape(filled(address, title, f"{where}#{id}"))}" aria-label="{escape(ASK + title)}">{ASK}</a></p>\n'
        page = page[:at] + link + page[at:]
    return page


def _ends(page: str) -> Iterator[tuple[int, str, str]]:
    """Where each such section ends, its anchor and its heading."""
    found = list(_HEADING.finditer(page))
    about = _subjects()
    for index, match in enumerate(found):
        if match["id"] not in about:
            continue
        close = _END.search(page, match.end())
        following = next((each.start() for each in found[index + 1 :] if each["level"] <= match["level"]), len(page))
        at = min(following, close.start() if close else len(page))
        yield at, match["id"], unescape(re.sub(r"<[^>]*>", "", _PERMALINK.sub("", match["title"]))).strip()


def _subjects() -> set[str]:
    rules = {anchor(rule.id) for rule in (*RULES, *SUPPORTS, *PLATFORM_RULES)}
    return rules | set(statutes.articles()) | {f"kind-{anchor(form.name)}" for form in LETTERS}
