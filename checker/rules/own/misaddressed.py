"""The buyer wrote the address for delivery wrongly, and what was sent reached nobody."""

from checker.ask import problems
from checker.ask.facts import Facts
from checker.kit import (
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    FirstAct,
    Objection,
    Remedy,
    Saves,
    Sentence,
    blank,
    cite,
    story,
    to,
)
from checker.kit.remedy import Extent


def _extent(facts: Facts) -> Extent:
    return "full"


SEND_AGAIN = Remedy(
    id="send_again",
    label="改发到正确的地方，不能改发的商量退款",
    goods_first=True,
    extent=_extent,
    request=lambda a: f"{a.by}改发到{blank('正确的邮箱或者账号')}。不能改发、又没有被使用的，请退还{a.amount}{a.back}。",
    demand=lambda a: f"改发到{blank('正确的邮箱或者账号')}，不能改发又没有被使用的，退还{a.amount}{a.back}",
)

RULE = ClaimRule(
    module=__name__,
    title="收货的邮箱、账号写错了，东西没人收到",
    meaning="自己把收货的邮箱、手机号、账号写错了，东西没人收到、没人用的，对方改发没有损失，应当配合。不是对方发错，信里不要这样写。已经被别人用掉的，就不在这里。",
    because="东西没有人收到、没有人用，对方可以改发。合同要按诚信履行，可以请它协助改正。",
    also_called=("邮箱打错", "邮箱填错", "收货信息写错", "手机号写错"),
    place=5,
    family="slip",
    asks_for_help=True,
    story=story("收货的地方写错了，东西没人收到、没人用", F.problem.has(problems.MIS_ORDER) & F.slip.is_("address")),
    defences=(
        Condition("已经有人用了", F.goods_used.is_("redeemed", "part_used", "fault_after_activation"), "东西已经用上了，就不是没人收到。"),
    ),
    cites=(cite("mfd-509"),),
    remedy=SEND_AGAIN,
    proof=(
        Evidence("order", "写错的是哪一处", "订单里收货信息的那一处"),
        Evidence("error", "东西没有人收到", "退信、未送达的提示，或者官方查到没有使用的结果"),
        Evidence("payment"),
    ),
    first_acts=(
        FirstAct(
            id="hold",
            saves=Saves.PAYMENT,
            at_once=True,
            what=lambda f: "马上告诉商家写错了，请它先把发出的作废、锁住，别让人用掉",
        ),
    ),
    happened=Sentence("本人下单时把收货信息写错了，不主张对方发错。据本人所知，商品没有人收到，也没有人使用，请核对。"),
    in_short=Sentence("收货信息写错，没有人收到、使用"),
    their_records=Sentence("认为已经有人使用的，请提供使用记录：什么时间、在哪个账号。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("own_fault", say="写错的是本人，本人没有说对方发错。商品没有被使用，改发没有损失，请协助改正。"),
        to("delivered", "used", say="请提供使用记录：什么时间、在哪个账号。没有被使用的，请改发。"),
        to("final", say="先请改发，不能改发又没有被使用的，才请退款。请就能不能改发答复。"),
    ),
    objections=(Objection("是你自己写错的，不管。", "写错的是本人。商品没有被使用，改发没有损失，请协助改正。", "own_fault"),),
)
