"""What a rule says in a text: words made from facts, with the facts that carry them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.errors import RuleError
from checker.kit.expression import F, Fact, Reading, reading
from checker.kit.phrases import blank


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Telling:
    """What a sentence may be made of: the facts, ``seller_called`` (what this text calls the one that sold), and ``now``, which a text to be filled in
    by hand does not have. What was typed of the parties stands in it as it is, or as blanks; ``place`` is where it was bought.
    """

    f: Facts
    seller_called: str
    now: datetime | None
    platform: str = blank("平台名称")
    place: str = blank("平台名称")
    goods: str = blank("商品名称")
    order_no: str = blank("订单编号")
    pay_no: str = blank("交易单号")

    @property
    def goods_called(self) -> str:
        """What sentences call the goods: 卡密, 会员, 服务 …"""
        return goods_of(self.f.goods).called


class Sentence:
    """Words for a text. They are fixed, or made from the facts that are named behind them: no other fact may be looked at."""

    __slots__ = ("_words", "reads")

    def __init__(self, words: str | Callable[[Telling], str], *carried_by: Fact | Reading) -> None:
        self._words = words
        self.reads = tuple(each if isinstance(each, Reading) else reading(each) for each in carried_by)

    def words(self, telling: Telling) -> str:
        """The words for these facts, without space around them.

        :raises RuleError: a fact has a value for which there are no words.
        """
        if isinstance(self._words, str):
            return self._words
        try:
            return self._words(telling)
        except KeyError as error:
            raise RuleError(
                f"no words for {error}, which depends on {', '.join(name for each in self.reads for name in each.names)}"
            ) from error


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Use:
    """What a text says of how far the goods were used. A rule for which use has no meaning says nothing of it (:data:`NO_WORD_OF_USE`).

    ``untouched``: the sentence for goods that nobody touched, where the kind of goods does not make it. ``found_later``: whether a fault that showed after activation or arrival is the
    one that the text has told of, so that it can be said when it was found.
    """

    untouched: str = ""
    found_later: bool = False
    is_mentioned: bool = True
    comes_first: bool = False
    """Whether it was before what happened, and so is told above it. A second: a balance that was used until it was frozen."""

    @property
    def reads(self) -> tuple[Reading, ...]:
        """What the sentence is made from."""
        if not self.is_mentioned:
            return ()
        return (reading(F.goods_used, F.goods), reading(F.part_unit, F.part_total, F.part_used, when=F.goods_used.is_("part_used")))

    def words(self, facts: Facts) -> str:
        """The sentence, empty where there is none."""
        if not self.is_mentioned:
            return ""
        goods = goods_of(facts.goods)
        match facts.goods_used:
            case "untouched":
                return self.untouched or goods.untouched or f"{goods.called}没有使用过。"
            case "tried":
                return "本人试过，没有使用成功。"
            case "fault_after_activation" if self.found_later:
                return "本人收到以后才发现上述问题。"
            case "part_used":
                return f"本人已经使用了一部分{self._counted(facts)}。"
            case "redeemed":
                return goods.used or f"{goods.called}已经使用。"
        return ""

    @staticmethod
    def _counted(facts: Facts) -> str:
        if facts.part_total is None or facts.part_used is None:
            return ""
        unit = {"days": " 天", "pieces": " 张", "times": " 次"}.get(facts.part_unit or "", "")
        return f"：共 {facts.part_total}{unit}，已用 {facts.part_used}{unit}"


NO_WORD_OF_USE = Use(is_mentioned=False)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Order:
    """How a text tells of the purchase: who acted (``None``: 本人), what was done, what the money was."""

    who: Sentence | None = None
    did: str = ""
    """What was done; empty where the kind of goods says it."""
    paid: str = "实际付款"
    traded: bool = True
    """Whether there was a purchase at all. Money that went to somebody who sells nothing is told as a payment."""


BOUGHT = Order()
