"""What the texts tell beside what rules say. Each sentence stands on answers, which it names; where a detail is missing, a blank stands instead."""

from checker.ask.goods import BOUGHT, goods_of
from checker.ask.problems import PROBLEMS, problems_that
from checker.ask.stages import APPEAL_REFUSED, OUTSIDE, stage_of
from checker.ask.when import When
from checker.decide.refusals import grounds
from checker.kit.expression import F, reading
from checker.kit.phrases import blank, day, not_arrived, paid, paid_by, paid_is_known, yuan
from checker.kit.sentence import Order, Sentence, Telling


def _begins(when: When | None) -> str:
    """How a line begins whose day is known."""
    return f"{when.said}，" if when else ""


def _since(t: Telling) -> str:
    """On which day, or of many payments since when."""
    on = day(t.f.paid_on, "付款日期").strip()
    return f"{on}起，" if t.f.payments else f"{on}，"


def _payments(t: Telling) -> str:
    return f"分 {t.f.payments} 笔" if t.f.payments else ""


def _in_all(t: Telling) -> str:
    return "（清单附后）合计" if t.f.payments else ""


def ordered(order: Order) -> Sentence:
    """The purchase, or the payment where nothing was bought."""
    if not order.traded:
        return Sentence(_payment, F.paid_on, F.paid_fen, F.paid_said, F.channel)

    def words(t: Telling) -> str:
        who = order.who.words(t) if order.who else "本人"
        return (
            f"{_since(t)}{who}{_payments(t)}在{t.place}{_bought(order, t)}，订单编号{t.order_no}，"
            f"{_in_all(t)}{order.paid}{paid(t.f)}{paid_by(t.f)}。{_by_another(t)}"
        )

    return Sentence(
        words,
        F.paid_on,
        F.payments,
        F.paid_fen,
        F.paid_said,
        F.channel,
        F.paid_by,
        *(() if order.did else (F.goods,)),
        *(order.who.reads if order.who else ()),
    )


def _bought(order: Order, t: Telling) -> str:
    """What was done and with what. Beside the kind of the goods their name stands in brackets, since it often has the kind in it."""
    if order.did:
        return f"{order.did}{t.goods}"
    bought = goods_of(t.f.goods).bought
    return f"{bought}{t.goods}" if bought == BOUGHT else f"{bought}（{t.goods}）"


def _by_another(t: Telling) -> str:
    return "款项由他人代本人支付。" if t.f.paid_by == "other" else ""


def _payment(t: Telling) -> str:
    return f"{day(t.f.paid_on, '付款日期').strip()}，本人付款{paid(t.f)}{paid_by(t.f)}，交易单号{t.pay_no}，收款方是{blank('账单上的收款方名称')}。"


def _order(t: Telling) -> str:
    payments = f"{_payments(t)}支付" if t.f.payments else "付款"
    return f"{_since(t)}本人为订单{t.order_no}（商品是{t.goods}）{payments}{_in_all(t)}{paid(t.f)}{paid_by(t.f)}。{_by_another(t)}"


ORDER = Sentence(_order, F.paid_on, F.payments, F.paid_fen, F.paid_said, F.channel, F.paid_by)
"""The order, where nothing is claimed."""


def _asked(t: Telling) -> str:
    if t.f.asked_on is None and not stage_of(t.f.stage).asked:
        return ""
    wanted_goods = t.f.wish != "refund" and bool(t.f.chose(*GOODS_WANTED))
    what = "要求" if wanted_goods else "退款"
    to = "向平台" if t.f.stage == OUTSIDE.id else ""
    said = "，平台让本人自己找卖家" if t.f.stage == OUTSIDE.id else ""
    return f"{_begins(t.f.asked_on)}本人{'' if t.f.asked_on else '已经'}{to}提出{what}{said}。"


GOODS_WANTED = problems_that(lambda problem: problem.goods_may_be_wanted)
"""What happened where somebody may have asked for the goods: only who says so has asked for a refund."""
ASKED = Sentence(_asked, F.stage, F.asked_on, F.wish, F.problem)
"""That something was asked of the other side, and when."""


def _answered(t: Telling, why: str) -> str:
    """What came of it. Who answered is told by nobody's name but in the passive, since that is not always known."""
    f = t.f
    part = f" {yuan(f.offer_fen)}" if f.offer_fen is not None else "一部分"
    words = f"，原话是“{f.refusal_words}”" if f.refusal_words else ""
    match f.stage:
        case "refused" | "appeal_refused":
            return f"{_begins(f.refused_on)}这个要求被拒绝{words}{why}。"
        case "partial_offer":
            return f"只得到退还{part}的答复{words}{why}。这一部分也没有收到。"
        case "partial_final":
            return f"只得到退还{part}的答复{words}{why}。"
        case "partly_paid":
            where = {"balance": "，退到了平台余额，不是原来的付款方式", "original": "，退到原来的付款方式"}.get(f.part_paid_to or "", "")
            return f"已经退还{part}{where}，其余没有退{words}{why}。"
        case "more_proof":
            return "得到的答复是补充凭证。"
        case "refunded":
            return "款项已经全部退回。"
        case "left_at_that":
            return "双方说好退还一部分就了结，这一部分已经收到。"
    return ""


def _reasons(t: Telling) -> str:
    said = grounds(t.f)
    return f"，理由大意是{'、'.join(ground.in_letter for ground in said)}" if said else ""


def _official(t: Telling) -> str:
    """What an issuer's answer says, where nobody asked: it is enclosed, and proves nothing that is not told."""
    told = t.f.issuer_says in ("before", "after")
    return f"官方查询的结果是{blank('查到什么、哪一天的')}。" if "official" in (t.f.evidence or ()) and not told else ""


OFFICIAL = Sentence(_official, F.evidence, F.issuer_says)
WHERE_PAID = reading(F.part_paid_to, when=F.stage.is_("partly_paid"))
ANSWERED_AND_WHY = Sentence(
    lambda t: _answered(t, _reasons(t)), F.stage, F.refused_on, F.refusal_words, F.refusal_ground, F.offer_fen, WHERE_PAID
)
"""What was answered, with what was said against it."""
ANSWERED = Sentence(lambda t: _answered(t, ""), F.stage, F.refused_on, F.refusal_words, F.offer_fen, WHERE_PAID)
"""The same for a text that answers the reasons one by one."""
APPEALED = Sentence(lambda t: "申诉以后仍被拒绝。" if t.f.stage == APPEAL_REFUSED.id else "", F.stage)
AGREED = Sentence(
    lambda t: (
        f"{_begins(t.f.agreed_on)}{'得到的答复是退款。' if t.f.wish == 'goods' else f'退款得到同意，至今{not_arrived(t.f)}。'}"
        if stage_of(t.f.stage).agreed
        else ""
    ),
    F.stage,
    F.agreed_on,
    F.wish,
    F.refund_trouble,
)
ELSEWHERE = {
    "12315": "本人已经向 12315 投诉。",
    "12315_over": "本人向 12315 投诉过，调解没有谈成，已经终止。",
    "association": "本人已经向消费者协会投诉。",
    "payment": "本人已经向支付方投诉。",
}
COMPLAINED = Sentence(
    lambda t: (
        f"{_begins(t.f.complained_on)}12315 收到本人的投诉。"
        if t.f.complained_on and t.f.elsewhere == "12315"
        else ELSEWHERE.get(t.f.elsewhere or "", "")
    ),
    F.elsewhere,
    F.complained_on,
)
"""Who else deals with it."""
ACCEPTED = Sentence(lambda t: f"{_begins(t.f.accepted_on)}12315 受理了投诉。" if t.f.accepted_on else "", F.accepted_on)
HEARD = {
    "nothing": "没有收到任何答复",
    "automatic": "只收到自动回复，没有处理结果",
    "put_off": "没有处理结果，得到的答复只是等待，没有说等到哪一天",
}
"""What came while an answer was waited for, each told as it is: silence is no stalling, and stalling is no refusal."""


def _still(t: Telling) -> str:
    if t.f.stage not in ("asked_waiting", "complained"):
        return ""
    return f"至今{HEARD.get(t.f.heard or '', '没有得到处理结果')}。"


STILL = Sentence(_still, F.stage, reading(F.heard, when=F.stage.is_("asked_waiting", "complained")))
"""How it stands while an answer is waited for."""
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
    return f"{told}{untouched}" if told else f"{blank('什么时间、出了什么事，一两句，照实写')}。"


MILDLY = Sentence(_mildly, F.problem, F.charge, F.goods, F.goods_used, reading(F.second_order, when=F.charge.is_("two_orders")))


def _venue(t: Telling) -> str:
    """A sale delivered online is sued for at the buyer's home, a service at the defendant's (民诉法 24, 民诉法解释 20)."""
    if goods_of(t.f.goods).service:
        return "被告住所地的法院；认定为买卖合同的，也可以是买家住所地的法院"
    return "买家住所地或者被告住所地的法院"


VENUE = Sentence(_venue, F.goods)
"""Where to sue."""
CAUSE = Sentence(lambda t: "网络服务合同纠纷" if goods_of(t.f.goods).service else "信息网络买卖合同纠纷", F.goods)
"""The cause of action where the rule does not say it. Candidates only: the court settles it (law-notes: the list of causes was read second hand)."""
