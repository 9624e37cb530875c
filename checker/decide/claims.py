"""What can be asked, of whom, and how much. Amounts are in 分 and every amount shows its arithmetic."""

from dataclasses import dataclass
from typing import Literal

from checker.ask.facts import Facts
from checker.ask.problems import MIS_ORDER
from checker.decide.rule import Rule
from checker.errors import RuleError
from checker.law.statutes import Article
from checker.law.thresholds import threshold

REMEDIES = {
    "deliver_or_refund": "限期交付，到期不交付就退款",
    "deliver_rest": "补齐没到的，或者退还这一部分",
    "perform_or_refund": "照原订单履行，或者退款",
    "refund": "退款",
    "refund_all": "退款",
    "replace": "更换、补发，到期不换就退款",
    "refund_rest": "恢复使用，或者退还没用到的部分",
    "restore": "恢复使用，到期不恢复就退还没用到的部分",
    "return_extra": "返还多扣的部分",
    "return_void": "返还付的钱，用掉的折价",
    "refund_balance": "退还没用的余额",
    "refund_in_full": "全额退款，不扣费用",
    "keep_promise": "照承诺办",
    "pay_agreed": "把答应退的钱打过来",
    "return_payment": "返还这笔付款",
    "stop_payment": "止付、核查这笔未经授权的付款",
    "treble": "另外三倍赔偿",
}
GOODS_REMEDIES = ("deliver_or_refund", "deliver_rest", "perform_or_refund", "replace", "restore")
"""Remedies that give the goods first and money only where they do not come."""
Extent = Literal["full", "rest", "difference", "agreed", "extra", "undelivered", "balance", "promise", "open"]

_ALWAYS: dict[str, Extent] = {
    "pay_agreed": "agreed",
    "deliver_or_refund": "full",
    "perform_or_refund": "full",
    "refund_all": "full",
    "refund_in_full": "full",
    "return_payment": "full",
    "stop_payment": "full",
    "return_extra": "extra",
    "deliver_rest": "undelivered",
    "refund_balance": "balance",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One request. ``amount_fen`` is ``None`` where the answers do not support a number; ``arithmetic`` then says why."""

    remedy: str
    remedy_label: str
    amount_fen: int | None
    arithmetic: str
    against: str
    articles: tuple[Article, ...]


def yuan(fen: int) -> str:
    """An amount as it is written in a letter: 1000 元, 99.50 元."""
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d} 元" if rest else f"{whole} 元"


def claim(rule: Rule, facts: Facts, articles: tuple[Article, ...]) -> Claim:
    """The claim that a met rule grants.

    :raises RuleError: the rule names a remedy that does not exist.
    """
    remedy = rule.remedy_for(facts)
    if remedy not in REMEDIES:
        raise RuleError(f"rule {rule.id} grants an unknown remedy: {remedy}")
    amount, arithmetic = _amount(remedy, facts)
    if facts.stage == "partly_paid" and amount is not None:
        amount, arithmetic = _less_paid(amount, arithmetic, facts.offer_fen)
    if facts.stage == "partial_offer" and facts.offer_fen is not None and amount is not None:
        arithmetic += f"；对方答应退 {yuan(facts.offer_fen)}，还差 {yuan(max(amount - facts.offer_fen, 0))}"
    return Claim(
        remedy=remedy,
        remedy_label=REMEDIES[remedy],
        amount_fen=amount,
        arithmetic=arithmetic,
        against=_against(remedy, facts),
        articles=articles,
    )


def treble(facts: Facts, articles: tuple[Article, ...]) -> Claim:
    """What comes on top of a refund when deceit is shown: three times the price, at least the statutory minimum (消法 55)."""
    least = threshold("treble_minimum").value
    if facts.paid_fen is None:
        amount, arithmetic = None, f"没有填实际付款金额。三倍不足 {yuan(least)}的，按 {yuan(least)}"
    else:
        amount = max(3 * facts.paid_fen, least)
        arithmetic = f"{yuan(facts.paid_fen)} × 3 = {yuan(3 * facts.paid_fen)}"
        if amount == least:
            arithmetic += f"，不足 {yuan(least)}的按 {yuan(least)}"
    return Claim(
        remedy="treble",
        remedy_label=REMEDIES["treble"],
        amount_fen=amount,
        arithmetic=arithmetic,
        against=_against("treble", facts),
        articles=articles,
    )


def extent(remedy: str, facts: Facts) -> Extent:
    """How much of what was paid the facts support asking for, leaving the number aside."""
    if remedy == "keep_promise" and facts.promise_kind != "return":
        return "promise"
    if remedy == "refund_in_full" and facts.balance_trouble in ("fee", "part"):
        return "balance"
    if remedy in _ALWAYS:
        return _ALWAYS[remedy]
    if remedy == "return_void":
        return "full" if facts.goods_used in ("untouched", "tried") else "difference"
    # What was advertised as free is asked back whole; that this may fail once it was used is a warning of the verdict.
    if remedy == "refund" and facts.mismatch == "hidden_fee":
        return "full"
    match facts.goods_used:
        case "untouched" | "tried":
            return "full"
        case "part_used":
            return "rest"
        case "fault_after_activation" if remedy in ("refund", "replace") and facts.mismatch not in ("face_value", "duration"):
            return "full"
        case "fault_after_activation" | "redeemed":
            return "difference"
    return "open"


def asks_for_goods(rule: Rule | None, facts: Facts) -> bool:
    """Whether the reader wants the goods and this rule grants them, so that no text may be called a request for a refund."""
    return rule is not None and facts.wish == "goods" and rule.remedy_for(facts) in GOODS_REMEDIES


def _against(remedy: str, facts: Facts) -> str:
    if remedy == "stop_payment":
        return "付款用的支付机构或银行"
    if facts.slip == "payee" and facts.chose(MIS_ORDER):
        return "收款的这个人"
    if facts.seller_kind == "self_run":
        return "平台，它自己就是卖家"
    if facts.seller_identity == "refused" and facts.may_complain_as_consumer:
        return "平台，它说不出卖家是谁"
    return {"shop": "平台上的这家店铺", "individual": "转让的这个人", "overseas": "境外的这个卖家"}.get(
        facts.seller_kind or "", "商家；平台自营的，就是平台"
    )


def _amount(remedy: str, facts: Facts) -> tuple[int | None, str]:
    match extent(remedy, facts):
        case "agreed":
            return _given(facts.offer_fen, "对方答应退的金额", "按对方答应的金额，没有填")
        case "extra":
            return _given(facts.extra_fen, "多扣的金额", "没有填多扣了多少")
        case "balance":
            return _balance(facts)
        case "promise":
            return _promised(facts)
        case "undelivered":
            return _share(facts, "没有填页面写多少、实际到多少，暂时算不出金额")
        case "difference" if remedy == "return_void":
            return None, "返还多少，由双方商定，商定不了由法院按过错和用掉的多少定"
        case "difference":
            return _share(facts, "已经用上的部分要扣除，退多少由双方商定，商定不了由法院定")
        case "open":
            return None, "用到哪一步还不清楚，暂时算不出金额"
        case "rest" if facts.paid_fen is not None:
            return _rest(facts.paid_fen, facts.part_total, facts.part_used)
    if remedy == "return_payment" and facts.earlier_refund == "unguarded":
        return None, "上次退款以后没有防着，监护人也有过错，返还多少要协商或者由法院定"
    return _given(facts.paid_fen, "实际付款全额", "没有填实际付款金额")


def _given(fen: int | None, what: str, otherwise: str) -> tuple[int | None, str]:
    return (None, otherwise) if fen is None else (fen, f"{what}：{yuan(fen)}")


def _balance(facts: Facts) -> tuple[int | None, str]:
    if facts.balance_fen is not None:
        return facts.balance_fen, f"没用的余额：{yuan(facts.balance_fen)}"
    if facts.goods_used == "untouched":
        return _given(facts.paid_fen, "充值以后没有用过，实际付款全额", "没有填实际付款金额")
    return None, "没有填还剩多少余额"


def _promised(facts: Facts) -> tuple[int | None, str]:
    if facts.promise_kind != "multiple":
        return None, "按对方承诺的办法，更换、补发或者赔付"
    if facts.paid_fen is None or facts.promise_times is None:
        return None, "没有填付款金额或者承诺的倍数，暂时算不出金额"
    amount = facts.paid_fen * facts.promise_times
    return amount, f"按承诺的倍数：{yuan(facts.paid_fen)} × {facts.promise_times} = {yuan(amount)}"


def _share(facts: Facts, otherwise: str) -> tuple[int | None, str]:
    """The share of the price for what was promised and did not come, rounded down to 分 (民法典 582: 减少价款)."""
    paid, promised, got = facts.paid_fen, facts.count_promised, facts.count_got
    if paid is None or promised is None or got is None:
        return None, otherwise
    if got >= promised:
        return None, "实际到的不比页面写的少，没有差额"
    missing = paid * (promised - got) // promised
    return missing, f"{yuan(paid)} ×（{promised} − {got}）÷ {promised} = {yuan(missing)}，不足一分的舍去"


def _less_paid(amount: int, arithmetic: str, paid_back: int | None) -> tuple[int | None, str]:
    """What is still open after a part came back."""
    if paid_back is None:
        return None, "没有填已经退了多少，暂时算不出还差多少"
    if paid_back >= amount:
        return None, f"{arithmetic}；已经退了 {yuan(paid_back)}，没有差额"
    return amount - paid_back, f"{arithmetic}；已经退了 {yuan(paid_back)}，还差 {yuan(amount - paid_back)}"


def _rest(paid: int, total: int | None, used: int | None) -> tuple[int | None, str]:
    """The unused share of what was paid, rounded down to 分."""
    if total is None or used is None:
        return None, "用了一部分，但没有填总数和已用数，暂时算不出金额"
    if used >= total:
        return None, "填的是已经全部用完，没有剩余部分"
    rest = paid * (total - used) // total
    return rest, f"{yuan(paid)} ×（{total} − {used}）÷ {total} = {yuan(rest)}，不足一分的舍去"
