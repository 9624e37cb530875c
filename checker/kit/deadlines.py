"""Periods that a rule or a way of paying brings with it, each counted from the day that its own law counts from.

What runs from the day on which the reader knew of something is counted cautiously from payment: a day to act by, never the last
day that the law gives, and no day at all once it is over.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.ask.facts import Facts
from checker.kit.counting import Deadline, period, theirs
from checker.kit.expression import ALWAYS, Expression, Fact
from checker.law.thresholds import threshold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Due:
    """A period that belongs to a rule, shown where ``when`` is so and the claim rests on the rule; ``while_open``: as soon as the rule's story is
    not ruled out, whether it holds yet or not. ``reads``: the facts that it counts from and nothing else asks for. ``period``: the row of the thresholds that it comes from.
    """

    period: str
    row: Callable[[Facts], Deadline | None]
    when: Expression = ALWAYS
    while_open: bool = False
    reads: tuple[Fact, ...] = ()


def complaint_latest(facts: Facts) -> Deadline | None:
    """By when it is safe to complain to 12315 (投诉举报办法 16 (四): three years from knowing)."""
    return _from_knowing(facts, "complaint_latest")


def limitation(facts: Facts) -> Deadline | None:
    """By when it is safe to sue, as if nothing had interrupted the limitation period (民法典 188: three years from knowing)."""
    return _from_knowing(facts, "limitation")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Revocation:
    """In what time a court has to be asked to revoke; neither a request nor an appeal stops it (民法典 147 to 152). ``row``: the threshold;
    ``runs``: what its day counts from, as a plaintiff is told.
    """

    row: str
    runs: str

    def due(self, facts: Facts) -> Deadline | None:
        """By when it is safe to ask."""
        return _from_knowing(facts, self.row)


FOR_MISTAKE = Revocation(row="mistake_revocation", runs="从知道看错那天算")
"""Ninety days (民法典 152 一 (一))."""
FOR_PRESSURE = Revocation(row="pressure_revocation", runs="受威胁的从威胁停止那天算，被人利用的从知道那天算")
"""One year from the threat's end, or from knowing that the price was unfair (民法典 152 一 (一), (二))."""


def fraud_revocation(facts: Facts) -> Deadline | None:
    """By when it is safe to ask a court to revoke for deceit (民法典 152: one year from knowing)."""
    return _from_knowing(facts, "fraud_revocation")


def termination(facts: Facts) -> Deadline | None:
    """By when it is safe to terminate where nothing was agreed and nobody demanded an answer (民法典 564: one year from knowing)."""
    return _from_knowing(facts, "termination")


def no_reason_return(facts: Facts) -> Deadline | None:
    """By when to give notice of a return without reason."""
    return _from_receipt(facts, "发出无理由退货通知", "no_reason_return")


def quality_return(facts: Facts) -> Deadline | None:
    """Until when goods of poor quality can be returned without more."""
    return _from_receipt(facts, "直接要求退货，过后看解除的条件", "quality_return")


def latest_notice(facts: Facts) -> Deadline | None:
    """Until when to tell the seller of a defect where no period was agreed."""
    return _from_receipt(facts, "通知对方，没有约定反馈期的", "inspection_longest")


def prepaid_return(facts: Facts) -> Deadline | None:
    """The last day to ask for the principal of a prepayment back; this one does run from payment (预付式消费解释 14)."""
    return _from_payment(facts, "请求退还预付款本金的最后一天", "prepaid_return")


def stalling(facts: Facts) -> Deadline | None:
    """From when on, without a good reason, a refusal to refund counts as stalling for the authority."""
    if facts.asked_on is None:
        return None
    return theirs("过了这天还没有正当理由不退，视为故意拖延", facts.asked_on, threshold("stalling"), "提出退款")


def wechat_window(facts: Facts) -> Deadline | None:
    """Until when WeChat Pay can send money back the way it came."""
    if facts.channel != "wechat":
        return None
    return _from_payment(facts, "微信支付能原路退回的最后一天", "wechat_refund_window")


def _from_payment(facts: Facts, what: str, row: str) -> Deadline | None:
    return None if facts.paid_on is None else period(what, facts.paid_on, threshold(row), "付款当天")


SAFELY = "最稳妥，在这天以前"
"""How a day begins that is counted from an earlier day than the one that the law counts from."""

KNOWING = {
    "complaint_latest": ("向 12315 投诉", "知道权益受损", ""),
    "limitation": ("起诉（诉讼时效）", "知道权利受损和对方是谁", "；没有过期的时候提出过要求的，从那天重新算，过期以后再提的不算"),
    "mistake_revocation": ("请求法院撤销（重大误解）", "知道看错", ""),
    "fraud_revocation": ("请求法院撤销（欺诈）", "知道受骗", ""),
    "pressure_revocation": ("请求法院撤销（受胁迫、显失公平）", "知道价钱不公平，或者威胁停止", ""),
    "termination": ("通知解除合同", "知道可以解除", ""),
}
"""Periods that run from knowing: what to do, what the reader has to have known, what else moves the day."""


FROM_THE_STOP = ("complaint_latest", "limitation", "termination")
"""Of these the one that knew of the stop knew enough; to have known of a mistake or of deceit is another day."""


def _from_knowing(facts: Facts, id: str) -> Deadline | None:
    """A period from knowing, counted from payment, before which there was nothing to know of."""
    do, knew, more = KNOWING[id]
    row = threshold(id)
    if facts.noticed_on is not None and id in FROM_THE_STOP:
        found = period(f"最晚在这天{do}", facts.noticed_on, row, "停用或者发现停用")
        return replace(found, counted=f"{found.counted}，从{knew}那天算{more}")
    if facts.paid_on is None:
        return None
    counted = f"法定 {row.words}，从{knew}那天算。这里先从付款当天（{facts.paid_on.iso}）的次日起算，知道得更晚的，会更晚{more}"
    return replace(period(SAFELY + do, facts.paid_on, row, ""), counted=counted, basis="own")


def _from_receipt(facts: Facts, do: str, id: str) -> Deadline | None:
    """A period from receipt: the law's own last day where arrival is known, counted cautiously from payment where it is not."""
    row = threshold(id)
    if facts.arrived_on is not None:
        return period(f"最晚在这天{do}", facts.arrived_on, row, "收到")
    if facts.paid_on is None:
        return None
    return replace(
        period(SAFELY + do, facts.paid_on, row, "法定从收到那天算，这里按付款当天算，收到得更晚的，会更晚。付款当天"), basis="own"
    )
