"""What a remedy is: what is asked for, how much, and in which words. Amounts are in 分 and every amount shows its arithmetic."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.ask.facts import Facts
from checker.kit.expression import NEVER, Expression, Reading
from checker.kit.phrases import day, money, yuan

Extent = Literal["full", "rest", "difference", "agreed", "extra", "undelivered", "balance", "promise", "open"]
"""How much of what was paid can be asked for, leaving the number aside."""
Sum = tuple[int | None, str]
"""An amount in 分, ``None`` where the answers do not support one, and its arithmetic or why there is none."""
BACK = "，按原支付方式退回"
NOWHERE = ("closed", "void", "not_mine")
"""Accounts (options of the question ``refund_account``) in which nothing arrives any more, or not with the buyer."""
ELSEWHERE = "，退到本人名下能收款的账户"
"""Where the account that it was paid from is closed, or not the buyer's."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Asking:
    """What the words of a request are made of. ``fen``: the amount of the claim. ``until``: the day that the text gives the other side.
    ``me``: what the text calls itself. ``ends``: the money back rests on ending the contract, and this text is the notice (民法典 565);
    where delivery or use is still wanted, the notice takes effect when the period is over. ``ending``: how somebody else is asked for that
    end, before the money that follows from it; empty where it is not asked for, or said already.
    """

    f: Facts
    fen: int | None
    extent: Extent
    until: date | None
    me: str
    ends: bool
    ending: str

    @property
    def by(self) -> str:
        """请在…以前."""
        return f"请在{day(self.until, '最后期限')}以前"

    @property
    def amount(self) -> str:
        """The sum, or a blank for it."""
        return money(self.fen, "金额")

    @property
    def back(self) -> str:
        """By which way: the one it was paid by, unless nothing can arrive there."""
        return ELSEWHERE if self.f.refund_account in NOWHERE else BACK

    def sum_of(self, what: str) -> str:
        """The sum, or where no answer gives it a blank that says what it is the sum of: the reader fills it in, nobody guesses."""
        return money(self.fen, what)

    @property
    def notice(self) -> str:
        """That this text ends the contract, as the first half of a sentence."""
        return f"{self.me}即为解除合同的通知，" if self.ends else ""

    @property
    def notice_now(self) -> str:
        """That this text ends the contract, as a sentence."""
        return f"{self.me}即为解除合同的通知。" if self.ends else ""

    @property
    def choose_later(self) -> str:
        """What follows for who still wants the goods: the choice stays open."""
        return "本人再决定要求继续履行，还是解除合同、退还"


def sum_given(fen: int | None, what: str, if_missing: str) -> Sum:
    """A sum that an answer gives."""
    return (None, if_missing) if fen is None else (fen, f"{what}：{yuan(fen)}")


def _paid(facts: Facts, what: str) -> Sum:
    """What was paid, to the 分."""
    rough = "填的是大概数或者外币，算不出准确的人民币金额"
    return sum_given(facts.paid_fen, what, rough if facts.paid_said else "没有填实际付款金额")


def amount_by_extent(facts: Facts, extent: Extent) -> Sum:
    """The sum that follows from how much can be asked for."""
    match extent:
        case "agreed":
            return sum_given(facts.offer_fen, "对方答应退的金额", "按对方答应的金额，没有填准确数")
        case "extra":
            return sum_given(facts.extra_fen, "多扣的金额", "没有填多扣了多少")
        case "balance":
            return _balance(facts)
        case "promise":
            return _promised(facts)
        case "undelivered":
            return _share(facts, "没有填页面写多少、实际到多少，暂时算不出金额")
        case "difference":
            return _share(facts, "已经用上的部分要扣除，退多少由双方商定，商定不了由法院定")
        case "open":
            return None, "用到哪一步还不清楚，暂时算不出金额"
        case "rest" if facts.paid_fen is not None:
            return _rest(facts.paid_fen, facts.part_total, facts.part_used)
    return _paid(facts, "实际付款全额")


def _balance(facts: Facts) -> Sum:
    if facts.balance_fen is not None:
        return facts.balance_fen, f"没用的余额：{yuan(facts.balance_fen)}"
    if facts.goods_used == "untouched":
        return _paid(facts, "充值以后没有用过，实际付款全额")
    return None, "没有填还剩多少余额"


def _promised(facts: Facts) -> Sum:
    if facts.promise_kind != "multiple":
        return None, "按对方承诺的办法，更换、补发或者赔付"
    if facts.paid_fen is None or facts.promise_times is None:
        return None, "没有填付款金额或者承诺的倍数，暂时算不出金额"
    amount = facts.paid_fen * facts.promise_times
    return amount, f"按承诺的倍数：{yuan(facts.paid_fen)} × {facts.promise_times} = {yuan(amount)}"


def _share(facts: Facts, if_missing: str) -> Sum:
    """The share of the price for what was promised and did not come, rounded down to 分 (民法典 582: 减少价款)."""
    paid, promised, got = facts.paid_fen, facts.count_promised, facts.count_got
    if paid is None or promised is None or got is None:
        return None, if_missing
    if got >= promised:
        return None, "实际到的不比页面写的少，没有差额"
    missing = paid * (promised - got) // promised
    return missing, f"{yuan(paid)} ×（{promised} − {got}）÷ {promised} = {yuan(missing)}，不足一分的舍去"


def _rest(paid: int, total: int | None, used: int | None) -> Sum:
    """The unused share of what was paid, rounded down to 分."""
    if total is None or used is None:
        return None, "用了一部分，但没有填总数和已用数，暂时算不出金额"
    if used >= total:
        return None, "填的是已经全部用完，没有剩余部分"
    rest = paid * (total - used) // total
    return rest, f"{yuan(paid)} ×（{total} − {used}）÷ {total} = {yuan(rest)}，不足一分的舍去"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Remedy:
    """One thing that can be asked for, with everything about it.

    ``label``: as the conclusion calls it. ``extent`` and ``amount``: how much. ``request``: the whole sentence that asks the other side.
    ``demand``: what the other side is to be made to do, told to somebody else, without the stop.
    """

    id: str
    label: str
    extent: Callable[[Facts], Extent]
    request: Callable[[Asking], str]
    demand: Callable[[Asking], str]
    amount: Callable[[Facts, Extent], Sum] = amount_by_extent
    reads: tuple[Reading, ...] = ()
    """What the extent, the sum and the words are made from."""
    goods_first: bool = False
    """It gives the goods first and money only where they do not come."""
    performs_first: Expression = NEVER
    """Something other than money is asked for first, so that no court is asked to end the contract yet."""
    voids: bool = False
    """It rests on the contract being void, which a court is asked to find. One row; a loan against the law would be the second."""
    against: str | None = None
    """Who has to do it, where that is not the one that sold. A second: whatever a bank or a platform owes by itself."""
    settled: bool = False
    """That it is owed is not in question any more, only when it comes: nobody is asked how long a review takes. A second: a sum that a court awarded."""
