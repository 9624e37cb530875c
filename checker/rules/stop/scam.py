"""A scam that goes on: another payment is demanded, money is paid past the platform, or the other side is gone."""

from checker.ask.facts import Facts
from checker.ask.problems import ASKED_TO_PAY_AGAIN, CANNOT_SAY, SELLER_VANISHED, TOLD_TO_BUY, problems_that
from checker.ask.routes import ORDINARY, SCAM
from checker.ask.when import spaced
from checker.kit import (
    Act,
    Caution,
    Condition,
    F,
    Report,
    Sentence,
    StopRule,
    Telling,
    blank,
    cite,
    day,
    paid,
    paid_by,
    paid_is_known,
    payer,
    reading,
    unless,
    yuan,
)
from checker.law.channels import channel
from checker.rules.stop import STOP_THE_MONEY, STOP_THE_MONEY_IN_SHORT

OTHERS = problems_that(lambda problem: problem.route != SCAM and problem is not CANNOT_SAY)
"""What else can have happened, with a sum of its own."""

BY_THE_SELLER = (
    F.problem.has(*problems_that(lambda problem: problem.swindler == "seller" and problem is not SELLER_VANISHED))
    | (F.problem.has(SELLER_VANISHED) & F.order_gone.holds)
    | F.unlawful_part.is_("task")
    | F.paid_outside.is_("lured")
)
"""The one who swindles is the one who sold; somebody who was told to buy card codes bought them elsewhere."""

OF_A_PURCHASE = F.problem.has(*problems_that(lambda problem: problem.route == ORDINARY and problem is not CANNOT_SAY))
"""Something else happened, for which a seller can be asked for a refund."""


def _acts(facts: Facts) -> tuple[Act, ...]:
    police, pay = channel("police"), payer(facts)
    first = Act(what="停止付款，不要再转任何激活费、解冻费、保证金")
    if facts.channel == "not_paid":
        return (first, Act(what=f"收到威胁，或者拿不准：{police.entry}"))
    outline = "" if facts.truthful == "no" else "。提纲在结论的“要发的文本”里"
    report = Act(what=f"报警：{police.entry}，带上转账记录和对方账户{outline}")
    if facts.chose(TOLD_TO_BUY):
        freeze = Act(what="马上找发行方客服冻结还没用的卡密，报出卡号和购买时间")
        return (freeze, report, Act(what=f"联系{pay.name}，请求核查。入口：{pay.entry}"))
    return (first, report, Act(what=f"联系{pay.name}，请求止付、核查。入口：{pay.entry}"))


def _what(t: Telling) -> str:
    if t.f.chose(TOLD_TO_BUY):
        sent = blank("几张、各多少元，卡号到场提供")
        return f"有人让本人购买卡密发给他，理由是{blank('对方的说法')}。本人已经购买并发出{sent}。"
    told = []
    if t.f.chose(ASKED_TO_PAY_AGAIN):
        told.append(
            f"对方以{blank('激活费、解冻费、保证金等，照原话写')}为由，要求本人再付款，说付了才{blank('给货、退款、解冻等，照原话写')}。"
        )
    if t.f.unlawful_part == "task":
        told.append("对方让本人先垫钱做任务，说做完返还，至今没有返还。")
    if t.f.chose(SELLER_VANISHED):
        told.append(f"付款以后对方失去联系，经过是{blank('什么时间、怎样联系不上，例如网站、订单、聊天')}。")
    return "\n".join(told) or "对方让本人绕开平台付款，付款以后不认或者不回复。"


def _sum(t: Telling) -> str:
    """What was lost to the swindler: of two matters its own sum."""
    if t.f.scam_said or t.f.scam_fen is not None:
        return spaced(t.f.scam_said or yuan(t.f.scam_fen or 0))
    return "" if t.f.chose(*OTHERS) else paid(t.f) if paid_is_known(t.f) else ""


def _reported(t: Telling) -> str:
    if t.f.channel == "not_paid":
        return f"{_what(t)}\n每一笔付款：还没有付款。"
    # Who vanished or denies it did so behind the payment; where more is demanded, that is what one pays for.
    afterwards = t.f.unlawful_part != "task" and not t.f.chose(ASKED_TO_PAY_AGAIN, TOLD_TO_BUY)
    return f"{_payments(t)}\n{_what(t)}" if afterwards else f"{_what(t)}\n{_payments(t)}"


def _payments(t: Telling) -> str:
    """One payment as far as it is known, and of several what is missing of each. The order of another matter lends it no day and no number."""
    if t.f.chose(*OTHERS):
        total = f"，合计{_sum(t)}" if _sum(t) else ""
        return f"每一笔付款：{blank('日期、金额、收款账户，一笔一行')}{total}{paid_by(t.f)}。"
    on = day(t.f.paid_on, "哪一天、几点").strip()
    if t.f.chose(ASKED_TO_PAY_AGAIN) and not t.f.payments:
        return f"付款合计{paid(t.f)}{paid_by(t.f)}：{blank('每一笔的时间、金额、交易单号、收款账户，一笔一行')}。"
    if t.f.payments:
        return f"{on}起分 {t.f.payments} 笔付款，合计{paid(t.f)}{paid_by(t.f)}：{blank('每一笔的时间、金额、收款账户，一笔一行')}。"
    return f"{on}，付款{paid(t.f)}{paid_by(t.f)}，交易单号{t.pay_no}，收款账户是{blank('收款方的名称和账号')}。"


def _paid_in_short(t: Telling) -> str:
    """The day is that of the order, so it is left out where the money went another way as well."""
    if t.f.channel == "not_paid":
        return ""
    on = t.f.paid_on.said if t.f.paid_on and not t.f.chose(*OTHERS) else ""
    return f"{on}付款{_sum(t)}{paid_by(t.f)}。" if _sum(t) else ""


def _in_short(t: Telling) -> str:
    if t.f.channel == "not_paid":
        return "被人要求付款，还没有付。"
    gone = t.f.chose(SELLER_VANISHED) and not t.f.chose(ASKED_TO_PAY_AGAIN, TOLD_TO_BUY)
    return "付款以后对方失去联系。" if gone else "被人骗取付款。"


def _unless_paid(words: str, otherwise: str) -> Sentence:
    return Sentence(lambda t: words if t.f.channel == "not_paid" else otherwise, F.channel)


RULE = StopRule(
    module=__name__,
    route=SCAM,
    title="正在被骗：再付一笔、绕开平台、人找不到了",
    meaning="用激活费、解冻费、保证金的名义让你再付一笔，多半是诈骗。引你绕开平台付款、先垫钱做任务、买卡密发给他，付完人找不到了，也一样。不要再付，先止付、报警。写退款函只会耽误时间。被别人骗去买卡密的，卖卡的一方不知道、也不应当知道的，不能因此撤销和它的买卖。",
    because="这是诈骗常见的做法，先停止付款，马上报警，请求止付。",
    headline="先别再付钱，也别写退款申请。今天就报警，请求止付",
    also_called=(
        "刷单返利",
        "冒充领导买卡",
        "让我再转一笔",
        "解冻费",
        "激活费",
        "保证金",
        "被骗了",
        "被拉黑",
        "跑路了",
        "网站打不开",
    ),
    place=1,
    story=Condition(
        "被要求再付一笔、先垫钱做任务、绕开平台付款不认、买卡密发给别人，或者付完对方失联",
        F.problem.has(TOLD_TO_BUY) | BY_THE_SELLER,
        "没有这些情形。",
    ),
    cites=(cite("xf-266", "fdz-38", "zaglf-58"), cite("mfd-149", when=F.problem.has(TOLD_TO_BUY))),
    acts=_acts,
    report=Report(
        by="报案人",
        happened=Sentence(
            _reported,
            F.problem,
            F.unlawful_part,
            F.channel,
            F.paid_fen,
            F.paid_said,
            F.paid_on,
            F.payments,
            reading(F.scam_fen, F.scam_said, when=F.problem.has(*OTHERS)),
        ),
        asks=_unless_paid("1. 请记录这条线索，告知是否属于诈骗。", STOP_THE_MONEY),
        announced="报案",
        in_short=Sentence(_in_short, F.problem, F.channel),
        paid_in_short=Sentence(
            _paid_in_short,
            F.problem,
            F.channel,
            F.paid_on,
            F.paid_fen,
            F.paid_said,
            reading(F.scam_fen, F.scam_said, when=F.problem.has(*OTHERS)),
        ),
        asks_in_short=_unless_paid("请告知是否属于诈骗。", STOP_THE_MONEY_IN_SHORT),
    ),
    bars_refund=BY_THE_SELLER,
    cautions=(
        Caution(
            words="另一件事如果和骗你的人无关，单独再查一遍。和他有关的，不要写退款申请。",
            when=BY_THE_SELLER & OF_A_PURCHASE,
        ),
        Caution(
            words="人也找不到的，可以同时报警，留下回执。",
            when=F.problem.has(SELLER_VANISHED) & ~F.order_gone.holds & unless(F.order_stands.is_("yes")),
            rule_is=("met", "not_met", "undetermined"),
        ),
        Caution(
            words="先登录平台看一眼订单还在不在。还在的，回来改这一题：今天就能申请退款、请平台介入，和报警一起做。",
            when=F.problem.has(SELLER_VANISHED) & unless(F.order_stands.is_("yes", "no")),
        ),
    ),
)
