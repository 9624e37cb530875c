"""A refund was agreed to, but only as a balance on the platform."""

from checker.ask import problems
from checker.ask.facts import Facts
from checker.kit import (
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    Objection,
    Remedy,
    Sentence,
    Telling,
    cite,
    money,
    reading,
    story,
    to,
)
from checker.kit.conditions import MAYBE_CONSUMER
from checker.kit.remedies import PAY_AGREED
from checker.kit.remedy import Asking, Extent


def _extent(facts: Facts) -> Extent:
    return "full" if facts.stage == "partly_paid" else "agreed"


def _request(a: Asking) -> str:
    if a.f.stage != "partly_paid":
        return PAY_AGREED.request(a)
    return f"请把已经退到平台余额的{money(a.f.offer_fen, '退到余额的金额')}改按原支付方式退回，其余的{a.sum_of('其余没有退的金额')}也请退还{a.back}。"


def _demand(a: Asking) -> str:
    if a.f.stage != "partly_paid":
        return PAY_AGREED.demand(a)
    return (
        f"把已经退到平台余额的{money(a.f.offer_fen, '退到余额的金额')}改按原支付方式退回，退还其余的{a.sum_of('其余没有退的金额')}{a.back}"
    )


TO_WHERE_IT_CAME_FROM = Remedy(
    id="to_where_it_came_from",
    label="按原支付方式退",
    extent=_extent,
    reads=(reading(F.offer_fen),),
    request=_request,
    demand=_demand,
    settled=True,
)


def _happened(t: Telling) -> str:
    if t.f.stage == "partly_paid":
        return "这笔款当初不是用余额付的，本人不同意退到余额。"
    otherwise = t.f.channel in ("wechat", "alipay", "card", "transfer")
    return "退款得到同意，但只能退到平台余额。" + ("这笔款当初不是用余额付的，本人不同意。" if otherwise else "")


RULE = ClaimRule(
    module=__name__,
    title="只肯退到平台余额",
    meaning="当初不是用余额付的，可以不同意退成余额，要求按原支付方式退。七日无理由退货有明文，其他退款可以比照主张。当初就是用余额付的，退回余额就是原路。",
    because="当初不是用余额付的，就不用接受退成余额，可以要求按原支付方式退。",
    also_called=(
        "只退到余额",
        "不肯原路退",
    ),
    place=3,
    story=story("答应退款，只退到平台余额", F.problem.has(problems.REFUND_NOT_ARRIVED) & F.refund_trouble.is_("to_balance")),
    defences=(Condition("当初就是用平台余额付的", F.channel.is_("balance"), "当初就是用平台余额付的，退回余额就是原路退回。"),),
    cites=(cite("mfd-509", "mfd-577"), cite("qrbf-14", when=MAYBE_CONSUMER)),
    remedy=TO_WHERE_IT_CAME_FROM,
    proof=(
        Evidence("reply"),
        Evidence("chat"),
        Evidence("payment"),
    ),
    happened=Sentence(_happened, F.channel, F.stage),
    in_short=Sentence("退款只能退到余额"),
    their_records=Sentence("认为只能退到余额的，请写明依据的条款。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", "silence", "delivered", say="要说的是退到哪里。请按原支付方式退回，或者写明依据。"),),
    objections=(Objection("系统只能退到余额。", "退款按原支付方式退。做不到的，请写明原因，由本人选择其他方式。"),),
    after_agreement=True,
)
