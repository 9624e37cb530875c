"""What to do before all else.

It stands first in the conclusion whatever the rules say, and what is ``at_once`` is said as soon as the answers so far call for it. Most of it
belongs to a rule; here stands what is about a kind of problem or of goods, whichever rule it falls under.
"""

from checker.ask.facts import Facts
from checker.ask.goods import GOODS
from checker.ask.problems import problems_that
from checker.ask.routes import ORDINARY, SCAM, URGENCY, Route
from checker.ask.stages import stage_of
from checker.kit.act import FirstAct, Saves
from checker.kit.conditions import ONCE_ASKED, PAID_AND_TRUE
from checker.kit.expression import F, unless
from checker.rules import RULES

SLIPPED = F.problem.has(*problems_that(lambda problem: problem.slipped)) & PAID_AND_TRUE & unless(F.slip.is_("payee"))
WENT_ASTRAY = F.goods.is_(*(goods for goods in GOODS if goods.credited)) | F.slip.is_("account", "page")
"""Credited, or about to be, where it should not be: somebody can still hold it or take it back."""
ACCOUNT = F.goods.is_(*(goods for goods in GOODS if goods.is_account))
TAKEN_BACK = F.stopped_cause.is_("taken_back")


def _call(facts: Facts) -> str:
    if stage_of(facts.stage).asked:
        return "运营商、游戏公司这一方还没找过的，打电话请它先拦下或者退回。报出订单编号，说清楚错在哪里"
    return "打电话给商家，也打给运营商、游戏公司这一方，请它们先拦下或者退回。报出订单编号，说清楚错在哪里"


ASTRAY = FirstAct(id="astray", saves=Saves.PAYMENT, at_once=True, when=SLIPPED & WENT_ASTRAY, reads=(F.stage,), what=_call)
ORDER = FirstAct(
    id="order",
    saves=Saves.PAYMENT,
    when=SLIPPED & unless(WENT_ASTRAY) & unless(ONCE_ASKED) & unless(F.goods_used.is_("redeemed", "fault_after_activation", "part_used")),
    what=lambda f: "告诉商家买错了，还没发的请它先停下。没看、没充、没开通的，先别动",
)
PASSWORD_GIVEN = FirstAct(
    id="password",
    saves=Saves.ACCESS,
    at_once=True,
    when=F.topup_signs.has("password"),
    what=lambda f: "给出去的账号密码还没改的，改掉。让别的设备都退出登录",
)
ACCOUNT_LOST = FirstAct(
    id="password",
    saves=Saves.ACCESS,
    at_once=True,
    when=ACCOUNT & TAKEN_BACK,
    what=lambda f: "账号里绑过自己的手机号、支付方式的，解绑。别处用同一个密码的，也改掉",
)
ACCOUNT_SOLD = FirstAct(
    id="password",
    saves=Saves.ACCESS,
    at_once=True,
    when=ACCOUNT & unless(TAKEN_BACK) & F.problem.has(*problems_that(lambda problem: problem.inside_the_account)),
    what=lambda f: "买断的账号，卖家可能还登得上：改密码，让别的设备退出登录。租来的不要改",
)

HELD = FirstAct(
    id="held",
    saves=Saves.PAYMENT,
    at_once=True,
    when=F.money_held.is_("held") & PAID_AND_TRUE,
    what=lambda f: "不要点“确认收货”。钱还押在平台，在订单里点“申请退款”，卖家不同意就申请平台介入",
)

WHATEVER_THE_RULE: dict[Route, tuple[FirstAct, ...]] = {
    ORDINARY: (HELD, ASTRAY, ORDER, PASSWORD_GIVEN, ACCOUNT_LOST, ACCOUNT_SOLD),
    SCAM: (PASSWORD_GIVEN,),
}
_RULES = {route: tuple(rule for rule in RULES if rule.route == route and rule.first_acts) for route in URGENCY}


def first_acts(route: Route, facts: Facts) -> tuple[FirstAct, ...]:
    """What these facts call for in a matter on this route, the most urgent first."""
    told = (rule for rule in _RULES[route] if rule.story.so.holds(facts))
    found = (*WHATEVER_THE_RULE.get(route, ()), *(row for rule in told for row in rule.first_acts))
    return tuple(sorted((row for row in found if row.when.holds(facts)), key=lambda row: row.saves))
