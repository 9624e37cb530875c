"""What can be asked, of whom, and how much. Amounts are in 分 and every amount shows its arithmetic."""

from dataclasses import dataclass, field

from checker.ask.facts import Facts
from checker.ask.stages import PARTIAL_OFFER, PARTLY_PAID, stage_of
from checker.kit.phrases import yuan
from checker.kit.remedy import Remedy
from checker.kit.rule import ClaimRule
from checker.law.statutes import Article


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """One request. ``amount_fen`` is ``None`` where the answers do not support a number; ``arithmetic`` then says why."""

    remedy: str
    remedy_label: str
    amount_fen: int | None
    arithmetic: str
    sum_shown: str = field(metadata={"inner": True})
    """How the sum comes out, without what the other side offers."""
    against: str
    articles: tuple[Article, ...]


def claim(rule: ClaimRule, facts: Facts, articles: tuple[Article, ...], issue: ClaimRule) -> Claim:
    """The claim that a met rule grants. ``issue``: the rule that says what the dispute is about, if that is another."""
    remedy, stage = rule.remedy_for(facts), stage_of(facts.stage)
    amount, arithmetic = remedy.amount(facts, remedy.extent(facts))
    if stage is PARTLY_PAID and amount is not None:
        amount, arithmetic = _less_paid(amount, arithmetic, facts.offer_fen)
    shown = arithmetic
    if stage is PARTIAL_OFFER and facts.offer_fen is not None and amount is not None:
        arithmetic += f"；对方答应退 {yuan(facts.offer_fen)}，还差 {yuan(max(amount - facts.offer_fen, 0))}"
    against = "收款的这个人" if issue.never_traded else _against(remedy, facts)
    return Claim(
        remedy=remedy.id,
        remedy_label=remedy.label,
        amount_fen=amount,
        arithmetic=arithmetic,
        sum_shown=shown,
        against=against,
        articles=articles,
    )


def besides(remedy: Remedy, facts: Facts, articles: tuple[Article, ...]) -> Claim:
    """What a supporting rule adds: it is asked for whole, whatever came back of the price."""
    amount, arithmetic = remedy.amount(facts, remedy.extent(facts))
    return Claim(
        remedy=remedy.id,
        remedy_label=remedy.label,
        amount_fen=amount,
        arithmetic=arithmetic,
        sum_shown=arithmetic,
        against=_against(remedy, facts),
        articles=articles,
    )


def asks_for_goods(rule: object, facts: Facts) -> bool:
    """Whether the reader wants the goods and this rule grants them, so that no text may be called a request for a refund."""
    return isinstance(rule, ClaimRule) and facts.wish == "goods" and rule.remedy_for(facts).goods_first


def _against(remedy: Remedy, facts: Facts) -> str:
    if remedy.against is not None:
        return remedy.against
    if facts.seller_kind == "self_run":
        return "平台，它自己就是卖家"
    if facts.seller_identity == "refused" and facts.may_complain_as_consumer:
        return "平台，它说不出卖家是谁"
    sellers = {
        "shop": "平台上的这家店铺",
        "individual": "转让的这个人",
        "private_trader": "卖东西的这个人",
        "livestream": "直播间里的卖家",
        "overseas": "境外的这个卖家",
    }
    return sellers.get(facts.seller_kind or "", "商家；平台自营的，就是平台")


def _less_paid(amount: int, arithmetic: str, paid_back: int | None) -> tuple[int | None, str]:
    """What is still open after a part came back."""
    if paid_back is None:
        return None, "没有填已经退了多少，暂时算不出还差多少"
    if paid_back >= amount:
        return None, f"{arithmetic}；已经退了 {yuan(paid_back)}，没有差额"
    return amount - paid_back, f"{arithmetic}；已经退了 {yuan(paid_back)}，还差 {yuan(amount - paid_back)}"
