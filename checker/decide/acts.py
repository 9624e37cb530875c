"""What to do before all else.

A first act is a row: in which matters, when, what. It stands first in the conclusion whatever the rules say, and those that are
``at_once`` are said as soon as the answers so far call for them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.problems import CHILD_PAID, MIS_ORDER, NOT_PAID_BY_ME, UNUSABLE, problems_that
from checker.ask.routes import MINOR, ORDINARY, SCAM, UNAUTHORISED_PAYMENT, Route
from checker.kit.act import Act, payer


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAct:
    """``id`` says what it is about, so that the page says it once; two rows of one id never hold together. ``at_once``: what it saves
    can be lost while the rest is answered. ``what`` words it from the same facts.
    """

    id: str
    routes: tuple[Route, ...]
    when: Callable[[Facts], bool]
    what: Callable[[Facts], str]
    at_once: bool = False

    def act(self, facts: Facts) -> Act:
        """What to do, as these facts word it."""
        return Act(what=self.what(facts), at_once=self.at_once)


ASKED_NOBODY = (None, "not_asked")
"""Stages in which nobody was asked for anything, as far as the answers say."""
HANDED_OVER = problems_that(lambda problem: problem.inside_the_account)
"""Problems that one has with an account that one can get into."""


def _slipped(facts: Facts) -> bool:
    return bool(facts.chose(MIS_ORDER)) and facts.truthful != "no" and facts.channel != "not_paid"


def _went_astray(facts: Facts) -> bool:
    """Credited, or about to be, where it should not be: somebody can still hold it or take it back."""
    return _slipped(facts) and facts.slip != "payee" and (goods_of(facts.goods).credited or facts.slip in ("account", "page"))


def _call(facts: Facts) -> str:
    if facts.stage in ASKED_NOBODY:
        return "打电话给商家，也打给运营商、游戏公司这一方，请它们先拦下或者退回。报出订单编号，说清楚错在哪里"
    return "运营商、游戏公司这一方还没找过的，打电话请它先拦下或者退回。报出订单编号，说清楚错在哪里"


def _tell_the_payer(facts: Facts) -> str:
    where = payer(facts)
    if facts.elsewhere == "payment":
        return f"追问{where.name}，联系上收款人没有。入口：{where.entry}"
    return f"联系{where.name}，说明付错了人，请它联系收款人退回。入口：{where.entry}"


def _stolen(facts: Facts) -> bool:
    return bool(facts.chose(NOT_PAID_BY_ME)) and facts.how_taken != "family" and facts.truthful != "no"


def _password_given(facts: Facts) -> bool:
    return "password" in (facts.topup_signs or ())


def _sold_account(facts: Facts) -> bool:
    return goods_of(facts.goods).is_account and facts.stopped_cause != "taken_back" and bool(facts.chose(*HANDED_OVER))


def _close_the_way(facts: Facts) -> str:
    if facts.earlier_refund == "guarded":
        return "密码改过以后又付了，先查是怎么付的：指纹、人脸、免密、别的设备。查到哪一处，就关掉哪一处"
    return "先改支付密码，关掉免密支付，把付款的那台设备设好限额"


def _switch_off(facts: Facts) -> str:
    where = payer(facts).name if facts.channel in ("wechat", "alipay") else "付款的那一方"
    return f"还没关的，先关掉自动续费：在会员页面取消，再到{where}解除自动扣款。用苹果账号扣的，在苹果账号里取消订阅"


def _traceable(facts: Facts) -> bool:
    """A code said to be used, of which nobody has yet learnt from the issuer by whom."""
    open_still = facts.support_fixed != "yes" and facts.goods_used != "redeemed" and facts.issuer_says in (None, "not_asked")
    told = facts.truthful != "no" and facts.channel != "not_paid" and "official" not in (facts.evidence or ())
    return bool(facts.chose(UNUSABLE)) and facts.failure == "already_used" and open_still and told


def _trace(facts: Facts) -> str:
    return (
        "" if facts.issuer_says == "not_asked" else "还没问过发行方的，"
    ) + "问发行方：卡密什么时候、被哪个账号用掉，还能不能冻结。提示和查询的画面录下来"


FIRST_ACTS = (
    FirstAct(
        id="passwords",
        routes=(UNAUTHORISED_PAYMENT,),
        at_once=True,
        when=lambda f: _stolen(f) and f.how_taken == "gave_code",
        what=lambda f: "还在共享屏幕的，关掉。改支付密码和登录密码，让别的设备退出登录，关掉免密支付",
    ),
    FirstAct(
        id="stop_payment",
        routes=(UNAUTHORISED_PAYMENT,),
        at_once=True,
        when=lambda f: _stolen(f) and f.notified != "yes",
        what=lambda f: f"通知{payer(f).name}，挂失、冻结、核查这笔付款。入口：{payer(f).entry}",
    ),
    FirstAct(
        id="passwords",
        routes=(UNAUTHORISED_PAYMENT,),
        at_once=True,
        when=lambda f: _stolen(f) and f.how_taken != "gave_code",
        what=lambda f: "改掉支付密码和登录密码，让别的设备退出登录，关掉免密支付",
    ),
    FirstAct(
        id="child",
        routes=(MINOR,),
        at_once=True,
        when=lambda f: bool(f.chose(CHILD_PAID)) and f.child_age != "adult" and f.channel != "not_paid",
        what=_close_the_way,
    ),
    FirstAct(id="astray", routes=(ORDINARY,), at_once=True, when=_went_astray, what=_call),
    FirstAct(id="payee", routes=(ORDINARY,), at_once=True, when=lambda f: _slipped(f) and f.slip == "payee", what=_tell_the_payer),
    FirstAct(
        id="order",
        routes=(ORDINARY,),
        when=lambda f: (
            _slipped(f)
            and f.slip != "payee"
            and not _went_astray(f)
            and f.stage in ASKED_NOBODY
            and f.goods_used in (None, "untouched", "tried")
        ),
        what=lambda f: "告诉商家买错了，还没发的请它先停下。没看、没充、没开通的，先别动",
    ),
    FirstAct(
        id="password",
        routes=(ORDINARY, SCAM),
        at_once=True,
        when=_password_given,
        what=lambda f: "给出去的账号密码还没改的，改掉。让别的设备都退出登录",
    ),
    FirstAct(
        id="password",
        routes=(ORDINARY,),
        at_once=True,
        when=lambda f: goods_of(f.goods).is_account and f.stopped_cause == "taken_back",
        what=lambda f: "账号里绑过自己的手机号、支付方式的，解绑。别处用同一个密码的，也改掉",
    ),
    FirstAct(
        id="password",
        routes=(ORDINARY,),
        at_once=True,
        when=_sold_account,
        what=lambda f: "买断的账号，卖家可能还登得上：改密码，让别的设备退出登录。租来的不要改",
    ),
    FirstAct(id="renewal", routes=(ORDINARY,), when=lambda f: f.charge == "renewal", what=_switch_off),
    FirstAct(id="code", routes=(ORDINARY,), when=_traceable, what=_trace),
)
"""Most urgent first."""


def first_acts(route: Route, facts: Facts) -> tuple[FirstAct, ...]:
    """The rows that these facts call for in a matter on this route."""
    return tuple(row for row in FIRST_ACTS if route in row.routes and row.when(facts))
