"""What can have happened, one row each, with all that depends on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.ask.question import UNKNOWN
from checker.ask.routes import MINOR, ORDINARY, SCAM, UNAUTHORISED_PAYMENT, URGENCY, Route
from checker.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Problem:
    """One thing that can have happened. ``label`` is the option's text, ``heading`` what stands above it and its like."""

    id: str
    heading: str = ""
    label: str
    put_mildly: str = ""
    """How a request that claims nothing tells it; empty where no such request is written."""
    claim_can_follow: bool = False
    """Whether a claim about the order can follow, so that buyer, seller and the stage of the refund are asked for."""
    use_matters: bool = False
    """Whether how far the goods were used bears on what can be claimed."""
    source_matters: bool = False
    """Whether where cheap credit came from bears on it: it came late or never, or was taken away again."""
    about_what_came: bool = False
    """Whether it is a defect of what was delivered, which one can look at and give notice of (民法典 620, 621)."""
    may_be_deceit: bool = False
    """Whether the seller can have known that what he said of the goods was false, so that three times the price is in question."""
    goods_may_be_wanted: bool = False
    """Whether the reader may want the goods rather than the money."""
    inside_the_account: bool = False
    """Whether one has it with an account that one can get into."""
    objective: bool = False
    """Whether platforms count it as objective, by common practice."""
    reviewer_looks_at_use: bool = True
    """Whether a platform's reviewer asks at all how far the goods were used."""
    shown_by: tuple[str, ...] = ()
    """The kinds of evidence (options of the question ``evidence``) of which a reviewer takes one to show it. None for a scam: no reviewer is
    asked about one."""
    past_its_term: bool = False
    """Whether the goods ran out in the reader's hands, which a platform takes as used. One row; a voucher for a day that the reader let
    pass would be the second."""
    whose_account_matters: bool = True
    """Whether it matters to whose identity a bought account is bound. One row says no, for a child's payment is void whoever that is; the
    payment of an adult who has lost his mind, once told apart from it, would be the second."""
    may_still_come: bool = False
    """Whether the goods may still come, so that a claim can be too early. One row; a service for a day that has not come would be the second."""
    refund_agreed: bool = False
    """Whether the other side has agreed to a refund. One row; a refund that was ordered and not paid would be the second."""
    fault_by_failure: bool = False
    """Whether how the goods failed tells whether they look used. One row; a number that is said to be registered already would be the second."""
    slipped: bool = False
    """Whether the buyer ordered something else than was meant. One row; goods sent to the wrong place by the buyer would be the second."""
    order_may_stand: bool = False
    """Whether it is a scam unless the order still stands on a platform, which can step in. One row; a shop whose page was closed would be the
    second."""
    route: Route = ORDINARY
    """The matter that it belongs to. Only the first is about the order itself."""
    swindler: Literal["seller", "stranger"] | None = None
    """Who swindles: who sold, or a stranger for whom the reader bought elsewhere."""

    def __post_init__(self) -> None:
        if (self.route == SCAM) != (self.swindler is not None):
            raise RuleError(f"problem {self.id}: a scam has somebody who swindles, and nothing else has")


MISSING = "没拿到，拿少了，拿晚了"
BAD = "拿到了，可是不对、用不了"
WORD = "商家说话不算数"
MONEY = "钱扣多了，或者退不回来"
OWN = "自己买错了，不想要了"
OTHERS = "像是骗局，或者不是我付的"

NOT_DELIVERED = Problem(
    may_still_come=True,
    id="not_delivered",
    heading=MISSING,
    label="一直没到账，或者没收到卡密",
    put_mildly="商品还没有收到。",
    may_be_deceit=True,
    source_matters=True,
    claim_can_follow=True,
    goods_may_be_wanted=True,
    objective=True,
    reviewer_looks_at_use=False,
    shown_by=("payment", "order", "listing"),
)
SHORT = Problem(
    id="short",
    heading=MISSING,
    label="只到了一部分，数量不够",
    put_mildly="收到的只有一部分。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    about_what_came=True,
    goods_may_be_wanted=True,
    inside_the_account=True,
    objective=True,
    shown_by=("usage_log", "order", "chat"),
)
LATE = Problem(
    id="late",
    heading=MISSING,
    label="到账了，可是比说好的晚",
    put_mildly="商品到得比预想的晚。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    about_what_came=True,
    inside_the_account=True,
    objective=True,
    shown_by=("listing", "order", "chat"),
)
WRONG_GOODS = Problem(
    id="wrong_goods",
    heading=BAD,
    label="收到的和页面写的不一样（面值、类型、区服、时长、功能、来源、收费、是不是正版），或者游戏没有版号",
    put_mildly="收到的商品和本人想的不一样。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    about_what_came=True,
    may_be_deceit=True,
    goods_may_be_wanted=True,
    inside_the_account=True,
    objective=True,
    shown_by=("listing", "order", "chat"),
)
UNUSABLE = Problem(
    fault_by_failure=True,
    id="unusable",
    heading=BAD,
    label="用不了（激活码无效、提示已被使用、密码错误、到手就过期）",
    put_mildly="商品用的时候出了问题。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    about_what_came=True,
    may_be_deceit=True,
    goods_may_be_wanted=True,
    objective=True,
    shown_by=("error", "official", "usage_log"),
)
STOPPED_EARLY = Problem(
    id="stopped_early",
    heading=BAD,
    label="用着用着没了（被找回、扣回、封号、停机，提前停了，或者少了功能）",
    put_mildly="商品用着用着不能用了。",
    may_be_deceit=True,
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    goods_may_be_wanted=True,
    objective=True,
    shown_by=("usage_log", "official", "error", "reply", "chat"),
)
NOT_DONE = Problem(
    id="not_done",
    heading=BAD,
    label="请人做的事没做完、做坏了，或者要加钱才接着做",
    put_mildly="做出来的，本人不满意。",
    claim_can_follow=True,
    reviewer_looks_at_use=False,
    objective=True,
    shown_by=("chat", "order", "listing"),
)
OVERCHARGED = Problem(
    id="overcharged",
    heading=MONEY,
    label="多扣了钱（重复扣款、自动续费、取消了还扣、默认勾选）",
    put_mildly="这笔扣款不是本人想要的。",
    claim_can_follow=True,
    use_matters=True,
    objective=True,
    shown_by=("payment",),
)
SELLER_CANCELLED = Problem(
    id="seller_cancelled",
    heading=WORD,
    label="商家自己取消订单，或者把给了的收回去（标错价、缺货）",
    put_mildly="这笔订单没有履行下去。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    goods_may_be_wanted=True,
    objective=True,
    shown_by=("order", "chat", "reply"),
)
PROMISE_BROKEN = Problem(
    id="promise_broken",
    heading=WORD,
    label="商家说过包赔、质保、随时退、假一赔几，现在不认",
    put_mildly="本人希望按说过的话办。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    inside_the_account=True,
    shown_by=("listing", "chat"),
)
BALANCE_REFUSED = Problem(
    id="balance_refused",
    heading=MONEY,
    label="平台余额、预存款用不了，退不出来",
    put_mildly="余额没有用完，本人想退出来。",
    claim_can_follow=True,
    reviewer_looks_at_use=False,
    shown_by=("payment", "order", "error"),
)
MIS_ORDER = Problem(
    slipped=True,
    id="mis_order",
    heading=OWN,
    label="买错、充错了",
    put_mildly="本人下单时弄错了。",
    source_matters=True,
    claim_can_follow=True,
    use_matters=True,
    shown_by=("listing", "order", "chat"),
)
CHANGE_OF_MIND = Problem(
    id="change_of_mind",
    heading=OWN,
    label="不想要了",
    put_mildly="本人现在用不上了。",
    claim_can_follow=True,
    use_matters=True,
    shown_by=("listing", "order", "payment"),
)
EXPIRED_UNUSED = Problem(
    id="expired_unused",
    heading=OWN,
    label="一直没用，放过期了",
    put_mildly="商品过了有效期。",
    claim_can_follow=True,
    use_matters=True,
    past_its_term=True,
    shown_by=("listing", "order", "error"),
)
PRICE_DROP = Problem(
    id="price_drop",
    heading=MONEY,
    label="买完就降价了，想要差价",
    put_mildly="本人购买以后，同一商品降价了。",
    claim_can_follow=True,
    reviewer_looks_at_use=False,
    shown_by=("listing", "order"),
)
PRESSURED = Problem(
    id="pressured",
    heading=OTHERS,
    label="被威胁、被逼着付的，或者趁我急、趁我不懂要了高价",
    put_mildly="本人是在反复推销之下买的。",
    claim_can_follow=True,
    use_matters=True,
    shown_by=("chat", "payment"),
)
REFUND_NOT_ARRIVED = Problem(
    refund_agreed=True,
    id="refund_not_arrived",
    heading=MONEY,
    label="对方答应退款了，钱没到、只退到余额，或者要扣手续费",
    put_mildly="退款的事还没有办完。",
    claim_can_follow=True,
    objective=True,
    reviewer_looks_at_use=False,
    shown_by=("reply", "chat", "order"),
)
ASKED_TO_PAY_AGAIN = Problem(
    id="asked_to_pay_again",
    heading=OTHERS,
    label="让我再付一笔才给货、才退款、才能提现（激活费、解冻费、保证金）",
    route=SCAM,
    swindler="seller",
)
SELLER_VANISHED = Problem(
    id="seller_vanished",
    order_may_stand=True,
    heading=OTHERS,
    label="付完钱对方就消失了：网站打不开、订单没了、我被拉黑（只是客服不回话，不选这个）",
    route=SCAM,
    swindler="seller",
)
TOLD_TO_BUY = Problem(
    id="told_to_buy",
    heading=OTHERS,
    label="有人让我买卡密发给他，后来发现被骗",
    route=SCAM,
    swindler="stranger",
)
DEPOSIT_KEPT = Problem(
    id="deposit_kept",
    heading=MONEY,
    label="押金退不出来（租号等）",
    put_mildly="押金还没有退。",
    claim_can_follow=True,
    objective=True,
    reviewer_looks_at_use=False,
    shown_by=("payment", "order", "chat"),
)
CHILD_PAID = Problem(
    id="child_paid",
    heading=OTHERS,
    label="是孩子付的，或者失智的家人付的",
    put_mildly="这笔款是家里人付的。",
    claim_can_follow=True,
    whose_account_matters=False,
    route=MINOR,
    shown_by=("identity",),
)
NOT_PAID_BY_ME = Problem(
    id="not_paid_by_me",
    heading=OTHERS,
    label="不是我付的，账户被外人用了（孩子、失智的家人付的，选上一条）",
    route=UNAUTHORISED_PAYMENT,
    shown_by=("payment",),
)
CANNOT_SAY = Problem(id=UNKNOWN, label="说不清", source_matters=True, claim_can_follow=True)

PROBLEMS = (
    NOT_DELIVERED,
    SHORT,
    LATE,
    WRONG_GOODS,
    UNUSABLE,
    STOPPED_EARLY,
    NOT_DONE,
    SELLER_CANCELLED,
    PROMISE_BROKEN,
    OVERCHARGED,
    REFUND_NOT_ARRIVED,
    BALANCE_REFUSED,
    DEPOSIT_KEPT,
    PRICE_DROP,
    MIS_ORDER,
    CHANGE_OF_MIND,
    EXPIRED_UNUSED,
    ASKED_TO_PAY_AGAIN,
    SELLER_VANISHED,
    TOLD_TO_BUY,
    PRESSURED,
    CHILD_PAID,
    NOT_PAID_BY_ME,
    CANNOT_SAY,
)
"""In the order of the question's options."""


def problems_that(hold: Callable[[Problem], bool]) -> tuple[Problem, ...]:
    """The problems of which this is so, in their order."""
    return tuple(problem for problem in PROBLEMS if hold(problem))


PROBLEMS_OF: Mapping[str, tuple[Problem, ...]] = {
    route: tuple(problem for problem in PROBLEMS if problem.route == route) for route in URGENCY
}
"""The problems of each route."""
