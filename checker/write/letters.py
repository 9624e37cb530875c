"""Which texts a matter gets, and the texts themselves, full and short."""

import re
from dataclasses import dataclass
from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.decide.claims import extent
from checker.decide.deadlines import demand_until
from checker.decide.verdict import Matter
from checker.write.lint import Remark, lint
from checker.write.render import render_letter

TITLES = {"refund_request": "退款申请", "chat": "客服沟通", "supplement": "补充凭证说明", "appeal": "申诉"}
CHANNELS = {
    "refund_request": "平台的退款入口或客服", "chat": "客服对话框", "supplement": "平台要求补材料的地方", "appeal": "平台的申诉入口",
}
BLANK = re.compile(r"【请填写：([^】]+)】")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One text in two lengths. ``characters`` counts the full text; ``blanks`` lists what the reader still has to fill in."""

    name: str
    title: str
    channel: str
    text: str
    short: str
    characters: int
    blanks: tuple[str, ...]
    lint: tuple[Remark, ...]


def offered(matter: Matter, facts: Facts) -> tuple[str, ...]:
    """The names of the texts that this matter gets. Only a claim that holds gets one, and never on a route that stops."""
    if matter.level != "can_claim" or matter.route not in ("ordinary", "minor") or matter.primary is None:
        return ()
    if matter.primary.remedy != "pay_agreed" and facts.stage in ("refused", "appeal_refused", "partial_offer", "partly_paid"):
        return ("appeal",)
    if matter.primary.remedy != "pay_agreed" and facts.stage == "more_proof":
        return ("supplement", "refund_request")
    return ("refund_request", "chat")


def letters(matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> tuple[Letter, ...]:
    """Every text of one matter, rendered and read again by the lint."""
    return tuple(_letter(name, matter, facts, parties, now) for name in offered(matter, facts))


def fill_in(matter: Matter, facts: Facts) -> tuple[Letter, ...]:
    """The same texts for filling in by hand: nobody's names, and blanks for the days that depend on today."""
    return letters(matter, facts, Parties(), None)


def _letter(name: str, matter: Matter, facts: Facts, parties: Parties, now: datetime | None) -> Letter:
    claim = matter.claims[0]
    context = {
        "f": facts, "p": parties, "now": now, "claim": claim, "extent": extent(claim.remedy, facts), "rule": matter.primary.id, "articles": claim.articles,
        "grounds": [f.rule.id for f in matter.findings if f.status == "met"],
        "until": demand_until(now.date()) if now else None, "appeal": name == "appeal",
    }
    text, short = render_letter(name, context), render_letter("short", context)
    return Letter(
        name=name, title=TITLES[name], channel=CHANNELS[name], text=text, short=short, characters=len(text),
        blanks=tuple(dict.fromkeys(BLANK.findall(text))), lint=lint(text, short, facts, claim),
    )
