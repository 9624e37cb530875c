"""One order was charged twice, or more than its price. Renewals and ticked extras are other stories."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, cite, money, story, to
from checker.kit.remedies import RETURN_EXTRA


def _happened(t: Telling) -> str:
    how = {
        "duplicate": "同一个订单被重复扣款",
        "paid_again": "本人以为没有付成，又付了款，几次都被扣款，只收到一份",
        "excess": "实际扣款多于页面标明的价格",
    }[t.f.charge or ""]
    return f"{how}，多扣{money(t.f.extra_fen, '多扣的金额')}。"


def _in_short(t: Telling) -> str:
    return {"duplicate": "同一个订单被重复扣款", "paid_again": "被扣款几次，只收到一份", "excess": "实际扣款多于标明的价格"}[
        t.f.charge or ""
    ]


RULE = ClaimRule(
    module=__name__,
    title="重复扣款、多扣",
    meaning="同一个订单扣了两次，或者扣得比标的价多，多出来的部分没有依据，应当返还。点了两次成了两个订单的不一样：那是两份合同，第二单来了、没用的，按买错来看。",
    because="多扣的钱，对方没有依据收，应当返还多扣的部分。",
    also_called=(
        "扣了两次",
        "重复扣款",
        "多扣钱",
    ),
    place=1,
    family="charged",
    story=story("多扣了钱", F.problem.has(problems.OVERCHARGED) & F.charge.is_("duplicate", "paid_again", "excess", "two_orders")),
    conditions=(
        Condition(
            "是重复扣款、付了几次只给一份，或者扣的比标的价多",
            F.charge.is_("duplicate", "paid_again", "excess"),
            "两个订单是两份合同，不算重复扣款。第二单是点错的，按买错来看。",
        ),
    ),
    cites=(cite("mfd-985"),),
    remedy=RETURN_EXTRA,
    proof=(Evidence("payment", "扣了几笔，各是多少，收款方是谁", "账单里每一笔的详情，带交易单号；再配一张订单编号"),),
    happened=Sentence(_happened, F.charge, F.extra_fen),
    in_short=Sentence(_in_short, F.charge),
    their_records=Sentence("认为没有多扣的，请提供每一笔扣款对应的订单编号。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", "delivered", "silence", say="多扣的钱，和商品用没用过、退不退无关。请就多扣的这一笔答复。"),),
    objections=(Objection("系统只收到一笔。", "请对照付款账单，写明每一笔扣款各自对应的订单编号。"),),
    cause="不当得利纠纷，或者信息网络买卖合同纠纷",
)
