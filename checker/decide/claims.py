"""What can be asked, of whom, and how much. Amounts are in 分 and every amount shows its arithmetic."""

from dataclasses import dataclass
from typing import Literal

from checker.ask.facts import Facts
from checker.decide.rule import Rule
from checker.errors import RuleError
from checker.law.statutes import Article

REMEDIES = {
    "deliver_or_refund": "限期交付，到期不交付就退款",
    "refund": "退款",
    "refund_rest": "恢复使用，或者退还没用到的部分",
    "pay_agreed": "把答应退的钱打过来",
    "return_payment": "返还孩子付的钱",
    "stop_payment": "止付、核查这笔未经授权的付款",
}
Extent = Literal["full", "rest", "difference", "agreed", "open"]
AGAINST = {"stop_payment": "付款用的支付机构或银行"}


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
    if rule.remedy not in REMEDIES:
        raise RuleError(f"rule {rule.id} grants an unknown remedy: {rule.remedy}")
    amount, arithmetic = _amount(rule.remedy, facts)
    if facts.stage == "partly_paid" and amount is not None:
        amount, arithmetic = _less_paid(amount, arithmetic, facts.offer_fen)
    if facts.stage == "partial_offer" and facts.offer_fen is not None and amount is not None:
        arithmetic += f"；对方答应退 {yuan(facts.offer_fen)}，还差 {yuan(max(amount - facts.offer_fen, 0))}"
    return Claim(
        remedy=rule.remedy, remedy_label=REMEDIES[rule.remedy], amount_fen=amount, arithmetic=arithmetic,
        against=AGAINST.get(rule.remedy, "商家；平台自营的，就是平台"), articles=articles,
    )


def extent(remedy: str, facts: Facts) -> Extent:
    """How much of what was paid the facts support asking for, leaving the number aside."""
    if remedy == "pay_agreed":
        return "agreed"
    if remedy in ("deliver_or_refund", "return_payment", "stop_payment"):
        return "full"
    match facts.goods_used:
        case "untouched" | "tried":
            return "full"
        case "part_used":
            return "rest"
        case "fault_after_activation" if remedy == "refund" and facts.mismatch not in ("face_value", "duration"):
            return "full"
        case "fault_after_activation" | "redeemed":
            return "difference"
    return "open"


def _amount(remedy: str, facts: Facts) -> tuple[int | None, str]:
    paid, share = facts.paid_fen, extent(remedy, facts)
    if share == "agreed":
        if facts.offer_fen is not None:
            return facts.offer_fen, f"对方答应退的金额：{yuan(facts.offer_fen)}"
        return None, "按对方答应的金额，没有填"
    if share == "difference":
        return None, "已经用上的部分要扣除，退多少由双方商定，商定不了由法院定"
    if share == "open":
        return None, "用到哪一步还不清楚，暂时算不出金额"
    if paid is None:
        return None, "没有填实际付款金额"
    if share == "rest":
        return _rest(paid, facts.part_total, facts.part_used)
    return paid, f"实际付款全额：{yuan(paid)}"


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
