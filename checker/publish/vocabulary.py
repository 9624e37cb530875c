"""What the scripts of the self-check have to know of what Python knows: its words and names stand in Python alone and travel in the page.

What concerns one question, one field or one reply of the form stands in an attribute of that element instead.
"""

from typing import Any

from checker.ask.read import PARTS
from checker.ask.routes import MINOR, ORDINARY, SCAM, UNAUTHORISED_PAYMENT, UNLAWFUL_GOODS, Route
from checker.ask.times import DAYS_AGO, FORGOTTEN, TAPS
from checker.decide.acceptance import State as CheckState
from checker.decide.verdict import BASIS_WORDS, LEVELS, Level
from checker.keep import earlier
from checker.keep.calendar import DISCLAIMER
from checker.keep.replies import REPLIES
from checker.kit.phrases import BLANK_CLOSES, BLANK_OPENS, TALE
from checker.kit.rule import Status
from checker.law.thresholds import Basis
from checker.publish import links
from checker.publish.families import page_of_rule
from checker.write.letters import LETTERS

OPEN_LEVEL: Level = "needs_facts"
"""The level under which the questions are listed that would decide."""
NEVER_OVER: tuple[Basis, ...] = ("practice",)
"""A custom may have run out on any day of its range, or be none here, so its period is never called over."""
CHECKS: dict[CheckState, str] = {"ok": "符合", "open": "要核对", "fails": "不符合"}
"""Whether a text will be accepted where it goes."""
FINDINGS: dict[Status, str] = {"met": "成立", "not_met": "不成立", "undetermined": "还不清楚"}
PLATFORM_CHECKS = {"pass": "过得去", "fail": "过不去", "unknown": "看不出"}
"""What the platform's reviewer says to a check."""
_DECIDED = "除非对方已经答应退款，后面的答案改变不了这一点。接着答完，可以看全部理由。"
GOING_ON: dict[Route, str] = {
    SCAM: "接着答完，报警、说明情况要用的提纲就会写好。",
    UNAUTHORISED_PAYMENT: _DECIDED,
    UNLAWFUL_GOODS: "再答一两题，先做什么会说得更准。",
    MINOR: _DECIDED,
    ORDINARY: _DECIDED,
}
"""What is to be had from answering on, although it is decided."""


def vocabulary() -> dict[str, Any]:
    """As `checker/web/vocabulary.mjs` reads it."""
    return {
        "levels": LEVELS,
        "open_level": OPEN_LEVEL,
        "bases": BASIS_WORDS,
        "never_over": NEVER_OVER,
        "checks": CHECKS,
        "findings": FINDINGS,
        "platform_checks": PLATFORM_CHECKS,
        "sent_words": {form.name: form.sent for form in LETTERS},
        "going_on": GOING_ON,
        "state_after": {reply.id: reply.state for reply in REPLIES},
        "blank": (BLANK_OPENS, BLANK_CLOSES),
        "tale": TALE,
        "days_ago": {tap: DAYS_AGO[tap] for tap in TAPS if tap in DAYS_AGO},
        "times": TAPS,
        "forgotten": FORGOTTEN,
        "parts_of_day": sorted(PARTS, key=len, reverse=True),
        "earlier": {"rows": earlier.ROWS, "gone": earlier.GONE},
        "places": {id: links.address(links.of_rule(id), "rules.md") for id in page_of_rule()},
        "disclaimer": DISCLAIMER,
    }
