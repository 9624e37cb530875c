"""Why nothing is claimed whatever the rules say: the story is not true, nothing was paid, or all of it came back."""

from datetime import date
from typing import Literal

from checker.ask.facts import Facts
from checker.ask.routes import UNAUTHORISED_PAYMENT, Route
from checker.ask.stages import stage_of
from checker.decide.reason import Reason
from checker.law.statutes import citable

Void = Literal["untruthful", "unpaid", "paid back", "closed"]


def void_for(facts: Facts, route: Route) -> Void | None:
    """Why nothing is claimed on this route whatever the rules say. How far the refund of an order has come says nothing of a stolen payment."""
    if facts.truthful == "no":
        return "untruthful"
    if facts.channel == "not_paid":
        return "unpaid"
    if route == UNAUTHORISED_PAYMENT:
        return None
    stage = stage_of(facts.stage)
    return "closed" if stage.closed else "paid back" if stage.settled else None


def plain_no(rule: str, void: Void, today: date) -> tuple[Reason, ...]:
    """The one sentence for it."""
    sentence = {
        "untruthful": "你说答案里有些不是实际发生的。编造的事实不能用来要求退款，这里不写任何文书。",
        "unpaid": "还没有付钱，谈不上退款。不要付，另找正规的地方买。",
        "closed": "两边说好退一部分就了结，钱也付了，一般不能反悔。当时受骗、受威胁的除外。",
        "paid back": "钱已经全部退回，退款这一项没有要办的了。另有损失的，或者对方故意骗人、承诺过假一赔几的，还可以另外要求赔偿，这里不替你算。",
    }[void]
    articles = citable(("zaglf-58", "mss-115"), day=today, consumer=False, content=False) if void == "untruthful" else ()
    return (Reason(sentence=sentence, basis="statute", rule=rule, articles=articles),)
