"""Every remedy that more than one rule may grant: one row each, with everything about it in it."""

from collections.abc import Callable

from checker.ask import problems
from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.kit.expression import F, reading, unless
from checker.kit.phrases import blank, typed, yuan
from checker.kit.remedy import Asking, Extent, Remedy, Sum, amount_by_extent
from checker.law.thresholds import threshold


def _always(extent: Extent) -> Callable[[Facts], Extent]:
    return lambda facts: extent


def _by_use(facts: Facts, *, despite_activation: bool = False) -> Extent:
    """How much is left to ask for after how far the goods were used. ``despite_activation``: what turned out faulty only then is given
    back whole, unless it is merely less than was sold.
    """
    match facts.goods_used:
        case "untouched" | "tried":
            return "full"
        case "part_used" if facts.mismatch in LESS_THAN_SOLD and facts.chose(problems.WRONG_GOODS):
            return "difference"
        case "part_used":
            return "rest"
        case "fault_after_activation" if despite_activation and facts.mismatch not in LESS_THAN_SOLD:
            return "full"
        case "fault_after_activation" | "redeemed":
            return "difference"
    return "open"


LESS_THAN_SOLD = ("face_value", "duration")
"""Kinds of goods that differ from the page in that there is less of them: what is missing is the claim, whatever was used of the rest."""

BY_USE = (
    reading(F.goods_used),
    reading(F.part_total, F.part_used, when=F.goods_used.is_("part_used")),
    reading(F.count_promised, F.count_got, when=F.goods_used.is_("fault_after_activation", "redeemed")),
    reading(F.count_promised, F.count_got, when=F.goods_used.is_("part_used") & F.mismatch.is_(*LESS_THAN_SOLD)),
)
"""What it is worked out from how far the goods were used."""
BY_WISH = reading(F.wish)
BY_MISMATCH = reading(F.mismatch, when=F.problem.has(problems.WRONG_GOODS))
BY_BALANCE = reading(F.balance_trouble, when=F.problem.has(problems.BALANCE_REFUSED))


def _counts(a: Asking) -> bool:
    """Whether a sum can be asked for as it stands: one is known, or it is all or the unused part of what was paid."""
    return a.fen is not None or a.extent in ("full", "rest")


def _less_used(a: Asking) -> str:
    return f"扣除已用部分以后的价款{blank('其余价款是多少元')}"


def _money_or_choice(a: Asking) -> str:
    """What follows where the goods do not come: a choice for who wants them, money back for the others."""
    return f"{a.choose_later}{a.amount}" if a.f.wish == "goods" else f"{a.notice}请退还{a.amount}{a.back}"


def _deliver(a: Asking) -> str:
    return "提供约定的服务" if goods_of(a.f.goods).done else "交付约定的商品"


DELIVER_OR_REFUND = Remedy(
    id="deliver_or_refund",
    label="限期交付，到期不交付就退款",
    goods_first=True,
    extent=_always("full"),
    reads=(BY_WISH, reading(F.goods)),
    request=lambda a: f"{a.by}{_deliver(a)}。到期仍未{_deliver(a)[:2]}的，{_money_or_choice(a)}。",
    demand=lambda a: (
        f"{_deliver(a)}，不能{_deliver(a)[:2]}的，退还{a.amount}{a.back}" if a.f.wish == "goods" else f"{a.ending}退还{a.amount}{a.back}"
    ),
)


def _missing(a: Asking) -> str:
    return f"{a.sum_of('没有到的部分是多少元')}{a.back}"


DELIVER_REST = Remedy(
    id="deliver_rest",
    label="补齐没到的，或者退还这一部分",
    goods_first=True,
    extent=_always("undelivered"),
    reads=(reading(F.count_promised, F.count_got), BY_WISH),
    request=lambda a: (
        f"请退还没有到的部分{_missing(a)}。"
        if a.f.wish == "refund"
        else f"{a.by}补齐没有到的部分。到期仍不补齐的，请退还这一部分{_missing(a)}。"
    ),
    demand=lambda a: (
        f"退还没有到的部分{_missing(a)}" if a.f.wish == "refund" else f"补齐没有到的部分，不能补齐的，退还这一部分{_missing(a)}"
    ),
)


def _to_perform(facts: Facts, extent: Extent) -> Sum:
    if facts.stage == "refunded":
        return None, "价款已经退回，要的是照原订单履行，同时重新付款"
    return amount_by_extent(facts, extent)


def _perform(a: Asking) -> str:
    if a.f.stage == "refunded":
        return f"{a.by}照原订单履行，本人同时重新付款。到期仍不履行的，本人将依法追究违约责任。"
    if a.f.stage == "partly_paid" and a.fen is None:
        return f"{a.by}照原订单履行。已经退还的款项，本人在履行以后退回。"
    return f"{a.by}照原订单履行。到期仍不履行的，{_money_or_choice(a)}。"


def _made_to_perform(a: Asking) -> str:
    if a.f.wish != "goods":
        return f"{a.ending}退还{a.amount}{a.back}"
    after = "履行以后本人交还已经收到的款项" if a.f.stage in ("partly_paid", "refunded") else f"不能履行的，退还{a.amount}{a.back}"
    return f"照原订单履行，{after}"


PERFORM_OR_REFUND = Remedy(
    id="perform_or_refund",
    label="照原订单履行，或者退款",
    goods_first=True,
    extent=_always("full"),
    amount=_to_perform,
    reads=(BY_WISH, reading(F.stage)),
    request=_perform,
    demand=_made_to_perform,
)


def _of_price(facts: Facts) -> Extent:
    # What was advertised as free is asked back whole; that this may fail once it was used is a warning of the verdict.
    return "full" if facts.mismatch == "hidden_fee" else _by_use(facts, despite_activation=True)


REFUND = Remedy(
    id="refund",
    label="退款",
    extent=_of_price,
    reads=(*BY_USE, BY_MISMATCH),
    request=lambda a: (
        f"{a.notice_now}请退还{a.amount}{a.back}。"
        if _counts(a)
        else f"请扣除已经用上的部分，退还其余价款{blank('其余价款是多少元')}{a.back}。"
    ),
    demand=lambda a: f"{a.ending}退还{a.amount if _counts(a) else _less_used(a)}{a.back}",
)

REFUND_ALL = Remedy(
    id="refund_all",
    label="退款",
    extent=_always("full"),
    request=lambda a: f"{a.notice_now}请{a.ending}退还{a.amount}{a.back}。",
    demand=lambda a: f"{a.ending}退还{a.amount}{a.back}",
)


def _replace(a: Asking) -> str:
    later = f"{a.choose_later}{a.amount}" if _counts(a) else f"请扣除已经用上的部分，退还其余价款{blank('其余价款是多少元')}{a.back}"
    return f"{a.by}更换或者补发和页面一致、能正常使用的商品。到期仍不更换的，{later}。"


REPLACE = Remedy(
    id="replace",
    label="更换、补发，到期不换就退款",
    goods_first=True,
    extent=lambda facts: _by_use(facts, despite_activation=True),
    reads=(*BY_USE, BY_MISMATCH, BY_WISH),
    request=_replace,
    demand=lambda a: f"更换或者补发能正常使用的商品，不能更换的，退还{a.amount if _counts(a) else _less_used(a)}{a.back}",
)


def _unused(a: Asking) -> str:
    return f"没有用到的部分{a.sum_of('没有用到的部分是多少元')}"


def _restore(a: Asking) -> str:
    later = f"{a.choose_later}{_unused(a)}" if a.f.wish == "goods" else f"{a.notice}请退还{_unused(a)}{a.back}"
    return f"{a.by}恢复使用。到期仍不恢复的，{later}。"


def _made_to_restore(a: Asking) -> str:
    return f"恢复使用，不能恢复的，{a.ending}退还{_unused(a)}{a.back}"


REFUND_REST = Remedy(
    id="refund_rest",
    label="恢复使用，或者退还没用到的部分",
    extent=_by_use,
    reads=(*BY_USE, BY_WISH),
    request=lambda a: f"{a.notice_now}请退还{_unused(a)}{a.back}。" if a.f.wish == "refund" else _restore(a),
    demand=lambda a: f"{a.ending}退还{_unused(a)}{a.back}" if a.f.wish == "refund" else _made_to_restore(a),
    performs_first=unless(F.wish.is_("refund")),
)

RESTORE = Remedy(
    id="restore",
    label="恢复使用，到期不恢复就退还没用到的部分",
    goods_first=True,
    extent=_by_use,
    reads=(*BY_USE, BY_WISH),
    request=_restore,
    demand=_made_to_restore,
)

RETURN_EXTRA = Remedy(
    id="return_extra",
    label="返还多扣的部分",
    extent=_always("extra"),
    reads=(reading(F.extra_fen),),
    request=lambda a: f"请返还多扣的{a.sum_of('多扣的金额')}{a.back}。",
    demand=lambda a: f"返还多扣的{a.sum_of('多扣的金额')}{a.back}",
)


def _void_amount(facts: Facts, extent: Extent) -> Sum:
    fen, arithmetic = amount_by_extent(facts, "full")
    off = "" if extent == "full" else "。用掉的部分要折价，折多少由双方商定，商定不了由法院按过错定"
    return fen, f"{arithmetic}{off}"


def _counted_off(a: Asking) -> str:
    if a.extent == "full":
        return ""
    # Whether anything was used up is not known of what was only activated, or where nobody says.
    used = "其中已经用掉的部分" if a.f.goods_used in ("redeemed", "part_used") else "有用掉的部分的，"
    return f"，{used}依法折价扣除"


RETURN_VOID = Remedy(
    id="return_void",
    label="返还付的钱，用掉的折价",
    extent=lambda facts: "full" if facts.goods_used in ("untouched", "tried") else "difference",
    amount=_void_amount,
    reads=(reading(F.goods_used),),
    request=lambda a: f"请{a.ending}返还上述付款{a.amount}{_counted_off(a)}{a.back}。",
    demand=lambda a: f"{a.ending}返还上述付款{a.amount}{_counted_off(a)}",
    voids=True,
)


def _refund_balance(a: Asking) -> str:
    if a.f.balance_trouble == "frozen":
        return f"{a.by}解除冻结。到期仍不解冻的，{a.notice}请退还没有使用的余额{a.amount}{a.back}。"
    return f"{a.notice_now}请退还没有使用的余额{a.amount}{_interest(a)}{a.back}。"


def _interest(a: Asking) -> str:
    """What the law adds where money that was paid in advance is kept without giving what was agreed (消法 53, 预付式消费解释 16)."""
    owed = a.f.balance_trouble in ("not_provided", "closing") and a.f.may_complain_as_consumer
    return "及自解除之日起的利息" if owed else ""


REFUND_BALANCE = Remedy(
    id="refund_balance",
    label="退还没用的余额",
    extent=_always("balance"),
    reads=(reading(F.balance_fen, F.purpose, F.seller_kind), BY_BALANCE),
    request=_refund_balance,
    demand=lambda a: (
        f"{'解除冻结，不能解冻的，' if a.f.balance_trouble == 'frozen' else ''}{a.ending}退还没有使用的余额{a.amount}{_interest(a)}{a.back}"
    ),
    performs_first=F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("frozen"),
)


def _in_full(a: Asking) -> str:
    basis = "认为应当扣的，请写明依据的条款和算法。"
    if a.f.balance_trouble == "part":
        return f"请退还{'其余的余额' if a.f.stage == 'partly_paid' else '没有使用的余额'}{a.amount}{a.back}。{basis}"
    return f"请全额退还{a.amount}{a.back}，不扣费用。{basis}"


REFUND_IN_FULL = Remedy(
    id="refund_in_full",
    label="全额退款，不扣费用",
    extent=lambda facts: "balance" if facts.balance_trouble in ("fee", "part") else "full",
    reads=(BY_BALANCE, reading(F.balance_fen, when=F.balance_trouble.is_("fee", "part"))),
    request=_in_full,
    demand=lambda a: f"退还{a.amount}{a.back}，不扣费用",
)


def _keep_promise(a: Asking) -> str:
    if a.extent != "promise":
        what = f"退还{a.amount}" if a.extent in ("full", "rest") else f"退款，扣除已经用上的部分{blank('其余价款是多少元')}"
        return f"请照承诺{what}{a.back}。"
    if a.f.promise_kind == "multiple":
        return f"请照承诺赔付{a.amount}。"
    return f"请照承诺办理，承诺的原话是{typed(a.f.promise_words, '承诺的原话')}。请写明怎么办、几日内办完。"


def _made_to_keep_it(a: Asking) -> str:
    if a.f.promise_kind == "multiple":
        return f"照承诺赔付{a.amount}"
    if a.extent == "promise":
        return f"照承诺办理，承诺的原话是{typed(a.f.promise_words, '承诺的原话')}"
    return f"照承诺退还{a.amount if a.extent in ('full', 'rest') else _less_used(a)}"


KEEP_PROMISE = Remedy(
    id="keep_promise",
    label="照承诺办",
    extent=lambda facts: _by_use(facts) if facts.promise_kind == "return" else "promise",
    reads=(reading(F.promise_kind), reading(F.promise_words), reading(F.promise_times, when=F.promise_kind.is_("multiple")), *BY_USE),
    request=_keep_promise,
    demand=_made_to_keep_it,
)

PAY_AGREED = Remedy(
    id="pay_agreed",
    label="把答应退的钱打过来",
    extent=_always("agreed"),
    reads=(reading(F.offer_fen),),
    request=lambda a: f"请付清已经得到同意的退款{a.amount}{a.back}，并提供退款单号和退款时间。",
    demand=lambda a: f"付清已经得到同意的退款{a.amount}{a.back}",
    settled=True,
)


def _after_own_fault(facts: Facts, extent: Extent) -> Sum:
    if facts.earlier_refund == "unguarded":
        return None, "上次退款以后没有防着，监护人也有过错，返还多少要协商或者由法院定"
    return amount_by_extent(facts, extent)


def _payment(a: Asking) -> str:
    which = "其余付款" if a.f.stage == "partly_paid" else "上述付款"
    return which + (a.amount if a.f.earlier_refund != "unguarded" else f"中的{blank('要求返还的金额')}")


RETURN_PAYMENT = Remedy(
    id="return_payment",
    label="返还这笔付款",
    extent=_always("full"),
    amount=_after_own_fault,
    reads=(reading(F.earlier_refund),),
    request=lambda a: f"请返还{_payment(a)}{a.back}。",
    demand=lambda a: f"返还{_payment(a)}{a.back}",
)

STOP_PAYMENT = Remedy(
    id="stop_payment",
    label="止付、核查这笔未经授权的付款",
    extent=_always("full"),
    request=lambda a: "请立即止付、核查，并提供验证记录。",
    demand=lambda a: "立即止付、核查，并提供验证记录",
    against="付款用的支付机构或银行",
)


def _three_times(facts: Facts, extent: Extent) -> Sum:
    """Three times the price, at least the statutory minimum (消法 55)."""
    least = threshold("treble_minimum").value
    if facts.paid_fen is None:
        return None, f"没有填实际付款金额。三倍不足 {yuan(least)}的，按 {yuan(least)}"
    amount = max(3 * facts.paid_fen, least)
    arithmetic = f"{yuan(facts.paid_fen)} × 3 = {yuan(3 * facts.paid_fen)}"
    return amount, arithmetic + (f"，不足 {yuan(least)}的按 {yuan(least)}" if amount == least else "")


TREBLE = Remedy(
    id="treble",
    label="另外三倍赔偿",
    extent=_always("full"),
    amount=_three_times,
    request=lambda a: f"请另外赔偿{a.sum_of('三倍赔偿的金额')}。",
    demand=lambda a: f"另外赔偿{a.sum_of('三倍赔偿的金额')}",
)
