"""What happened, as a text tells it. Each sentence stands on an answer; where a detail is missing, a blank stands instead."""

from collections.abc import Sequence

from checker.ask.facts import Facts
from checker.ask.parties import Parties
from checker.kit.phrases import blank, chinese_date, day, money, paid_by, typed, yuan
from checker.kit.sentence import Order


def ordered(order: Order, facts: Facts, parties: Parties, place: str) -> str:
    """The purchase, or the payment where nothing was bought."""
    if not order.traded:
        number = f" {parties.pay_no}" if parties.pay_no else blank("交易单号")
        return (
            f"本人于{day(facts.paid_on, '付款日期')}付款{money(facts.paid_fen, '付款金额')}{paid_by(facts)}，"
            f"交易单号{number}，收款方是{blank('账单上的收款方名称')}。"
        )
    who = order.who(facts) if order.who else "本人"
    number = f" {parties.order_no}" if parties.order_no else blank("订单编号")
    by_another = "款项由他人代本人支付。" if facts.paid_by == "other" else ""
    return (
        f"{who}于{day(facts.paid_on, '付款日期')}在{place}{order.did}{typed(parties.goods_name, '商品名称')}，订单编号{number}，"
        f"{order.paid}{money(facts.paid_fen, '付款金额')}{paid_by(facts)}。{by_another}"
    )


def history(facts: Facts, reasons: Sequence[str]) -> str:
    """How far it has come, told to somebody else than the other side. Who answered was not asked, so the sentences are in the passive.

    ``reasons``: what was said against it, unless the text answers that by itself.
    """
    why = f"，理由大意是{'、'.join(reasons)}" if reasons else ""
    part = f" {yuan(facts.offer_fen)}" if facts.offer_fen is not None else "一部分"
    match facts.stage:
        case "refused" | "appeal_refused":
            on = f"于 {chinese_date(facts.refused_on)}" if facts.refused_on else ""
            words = f"，原话是“{facts.refusal_words}”" if facts.refusal_words else ""
            so_far = f"这个要求{on}被拒绝{words}{why}。{'申诉以后仍被拒绝。' if facts.stage == 'appeal_refused' else ''}"
        case "partial_offer":
            so_far = f"只得到退还{part}的答复{why}，本人不同意。"
        case "partly_paid":
            so_far = f"已经退还{part}，其余没有退{why}。"
        case "agreed":
            so_far = "退款得到同意，至今没有到账。"
        case "outside":
            so_far = "平台让本人自己找卖家。"
        case "asked_waiting":
            so_far = "至今没有答复。"
        case _:
            so_far = ""
    if facts.asked_on:
        return f"本人于 {chinese_date(facts.asked_on)}提出要求。{so_far}"
    return f"本人已经提出要求。{so_far}" if facts.stage not in ("not_asked", None) else so_far
