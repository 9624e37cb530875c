"""What the texts tell beside what rules say. Each sentence stands on answers, which it names; where a detail is missing, a blank stands instead."""

from checker.ask.goods import goods_of
from checker.ask.problems import PROBLEMS
from checker.decide.refusals import grounds
from checker.kit.expression import F, reading
from checker.kit.phrases import blank, day, paid, paid_by, paid_is_known, yuan
from checker.kit.sentence import Order, Sentence, Telling


def _when(t: Telling) -> str:
    """On which day, or of many payments since when."""
    on = day(t.f.paid_on, "付款日期")
    return f"自{on}起分 {t.f.payments} 笔" if t.f.payments else f"于{on}"


def _in_all(t: Telling) -> str:
    return "（清单附后）合计" if t.f.payments else ""


def ordered(order: Order) -> Sentence:
    """The purchase, or the payment where nothing was bought."""
    if not order.traded:
        return Sentence(_payment, F.paid_on, F.paid_fen, F.paid_said, F.channel)

    def words(t: Telling) -> str:
        return (
            f"{order.who.words(t) if order.who else '本人'}{_when(t)}在{t.place}{order.did}{t.goods}，订单编号{t.order_no}，"
            f"{_in_all(t)}{order.paid}{paid(t.f)}{paid_by(t.f)}。{_by_another(t)}"
        )

    return Sentence(words, F.paid_on, F.payments, F.paid_fen, F.paid_said, F.channel, F.paid_by, *(order.who.reads if order.who else ()))


def _by_another(t: Telling) -> str:
    return "款项由他人代本人支付。" if t.f.paid_by == "other" else ""


BY_ANOTHER = Sentence(lambda t: f"{f'分 {t.f.payments} 笔支付。' if t.f.payments else ''}{_by_another(t)}", F.paid_by, F.payments)
"""Who paid and in how many payments, where the order itself is told in short."""


def _payment(t: Telling) -> str:
    return f"本人于{day(t.f.paid_on, '付款日期')}付款{paid(t.f)}{paid_by(t.f)}，交易单号{t.pay_no}，收款方是{blank('账单上的收款方名称')}。"


def _so_far(t: Telling, why: str, disagree: str = "，本人不同意") -> str:
    """How far it has come. Who answered was not asked, so the sentences are in the passive."""
    f = t.f
    part = f" {yuan(f.offer_fen)}" if f.offer_fen is not None else "一部分"
    words = f"，原话是“{f.refusal_words}”" if f.refusal_words else ""
    match f.stage:
        case "refused" | "appeal_refused":
            on = f"于{day(f.refused_on, '')}" if f.refused_on else ""
            so_far = f"这个要求{on}被拒绝{words}{why}。{'申诉以后仍被拒绝。' if f.stage == 'appeal_refused' else ''}"
        case "partial_offer" | "partial_final":
            so_far = f"只得到退还{part}的答复{words}{why}{disagree}。"
        case "partly_paid":
            where = {"balance": "，退到了平台余额，不是原来的付款方式", "original": "，退到原来的付款方式"}.get(f.part_paid_to or "", "")
            so_far = f"已经退还{part}{where}，其余没有退{words}{why}。"
        case "agreed":
            so_far = "退款得到同意，至今没有到账。"
        case "outside":
            so_far = "平台让本人自己找卖家。"
        case "refunded":
            so_far = "款项已经全部退回。"
        case "left_at_that":
            so_far = "双方说好退还一部分就了结，这一部分已经收到。"
        case "asked_waiting" | "complained":
            so_far = "至今没有答复。"
        case _:
            so_far = ""
    if f.asked_on:
        return f"本人于{day(f.asked_on, '')}提出要求。{so_far}"
    return f"本人已经提出要求。{so_far}" if f.stage not in ("not_asked", None) else so_far


def _reasons(t: Telling) -> str:
    said = grounds(t.f)
    return f"，理由大意是{'、'.join(ground.in_letter for ground in said)}" if said else ""


WHERE_PAID = reading(F.part_paid_to, when=F.stage.is_("partly_paid"))
HISTORY = Sentence(
    lambda t: _so_far(t, _reasons(t)), F.stage, F.asked_on, F.refused_on, F.refusal_words, F.refusal_ground, F.offer_fen, WHERE_PAID
)
"""How far it has come, told to somebody else than the other side, with what was said against it."""
HISTORY_WITHOUT_REASONS = Sentence(lambda t: _so_far(t, ""), F.stage, F.asked_on, F.refused_on, F.refusal_words, F.offer_fen, WHERE_PAID)
"""The same for a text that answers the reasons one by one."""
HISTORY_CALMLY = Sentence(lambda t: _so_far(t, "", ""), F.stage, F.asked_on, F.refused_on, F.refusal_words, F.offer_fen, WHERE_PAID)
"""The same for a text that claims nothing."""
PAID = Sentence(lambda t: paid(t.f), F.paid_fen, F.paid_said)
PAID_BY = Sentence(lambda t: paid_by(t.f), F.channel)
OTHERWISE = Sentence(
    lambda t: "协商不成的，本人将依法起诉。" if t.f.only_contract else "协商不成的，本人将依法投诉或者起诉。", F.purpose, F.seller_kind
)
"""What follows if nothing comes of it."""


def _paid_in_short(t: Telling) -> str:
    on = t.f.paid_on.said if t.f.paid_on else ""
    sum_paid = f"付款{paid(t.f) if paid_is_known(t.f) else ''}"
    return f"，{on}{sum_paid}" if t.f.paid_on or paid_is_known(t.f) else ""


PAID_IN_SHORT = Sentence(_paid_in_short, F.paid_on, F.paid_fen, F.paid_said)
"""When what was paid, as a short text begins."""


def _mildly(t: Telling) -> str:
    """What happened, as a request tells it that claims nothing."""
    if t.f.charge == "two_orders":
        told = "本人点了两次，成了两个订单。"
    else:
        told = "".join(problem.put_mildly for problem in PROBLEMS if problem.id in (t.f.problem or ()))
    this = "要商量的这一单" if t.f.charge == "two_orders" else goods_of(t.f.goods).called
    untouched = f"{this}没有动过。" if t.f.goods_used == "untouched" else ""
    if t.f.charge == "two_orders":
        untouched = f"{this}没有动过。" if t.f.second_order == "unused" else ""
    return f"{told}{untouched}" if told else f"{blank('出了什么事，一两句，照实写')}。"


MILDLY = Sentence(_mildly, F.problem, F.charge, F.goods, F.goods_used, reading(F.second_order, when=F.charge.is_("two_orders")))


def _venue(t: Telling) -> str:
    """A sale delivered online is sued for at the buyer's home, a service at the defendant's (民诉法 24, 民诉法解释 20)."""
    if goods_of(t.f.goods).service:
        return "被告住所地的法院；认定为买卖合同的，也可以是买家住所地的法院。协议里写了管辖的，先看它有没有显著提示"
    return "买家住所地或者被告住所地的法院。协议里写了管辖的，先看它有没有显著提示"


VENUE = Sentence(_venue, F.goods)
"""Where to sue."""
CAUSE = Sentence(lambda t: "网络服务合同纠纷" if goods_of(t.f.goods).service else "信息网络买卖合同纠纷", F.goods)
"""The cause of action where the rule does not say it. Candidates only: the court settles it (law-notes: the list of causes was read second hand)."""
