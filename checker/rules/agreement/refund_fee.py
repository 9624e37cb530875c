"""A fee is taken from a refund, or only a part of a balance is given back."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Condition, Evidence, F, Objection, Sentence, Telling, cite, money, story, to, unless
from checker.kit.conditions import MAYBE_CONSUMER
from checker.kit.remedies import BY_BALANCE, REFUND_IN_FULL

PART = F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("part")


def _happened(t: Telling) -> str:
    is_part = t.f.balance_trouble == "part"
    part = f"没有用的余额{money(t.f.balance_fen, '剩余的余额')}，是本人付款充入的。" if is_part else ""
    # Both can have happened; whoever says when a fee was told of has been asked for one.
    fee = "退款要扣一笔费用。" if t.f.fee_basis is not None or not is_part else ""
    return part + fee + ("这笔费用下单以前没有写明。" if t.f.fee_basis == "after" else "")


def _in_short(t: Telling) -> str:
    return "只肯退一部分余额" if t.f.balance_trouble == "part" else "退款要扣一笔费用"


RULE = ClaimRule(
    module=__name__,
    title="退款扣手续费、取消费，或者只肯退一部分余额",
    meaning="依法或者依约定该退的钱，要一次退清。事后才说的手续费、取消费缺乏依据，可以要求全额退。下单以前写明并且确认过的，一般照约定；约定得过高的，可以请求法院适当减少。余额里自己付了钱的，说成送的、优惠充的来扣，也一样要写明依据；真是送的，一般不算。",
    because="依法或者依约定该退的钱，要一次退清。要扣的，由对方写明依据的是哪一条、怎么算的。写不出来的，可以要求全额退。",
    also_called=(
        "退款扣手续费",
        "取消费",
        "扣三成",
    ),
    place=2,
    story=story(
        "退款要扣手续费、取消费，或者只肯退一部分余额",
        (F.problem.has(problems.REFUND_NOT_ARRIVED) & F.refund_trouble.is_("fee"))
        | (F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("fee", "part")),
    ),
    defences=(
        Condition(
            "要扣的部分下单以前写明、你也确认过",
            F.fee_basis.is_("agreed"),
            "要扣的部分下单以前写明、你也确认过，一般照约定。过高的，可以请求法院适当减少。",
        ),
    ),
    cites=(
        cite("xfzss-18", when=unless(PART) & MAYBE_CONSUMER),
        cite("mfd-496", "mfd-509"),
        cite("mfd-577", when=unless(PART)),
    ),
    remedy=REFUND_IN_FULL,
    proof=(
        Evidence("reply", "对方要扣多少、按哪一条", "请它在聊天里写明条款和算法"),
        Evidence("chat"),
        Evidence("payment"),
    ),
    happened=Sentence(_happened, BY_BALANCE, F.balance_fen, F.fee_basis),
    in_short=Sentence(_in_short, BY_BALANCE),
    their_records=Sentence("认为应当扣费的，请写明是哪一条、下单以前在哪里提示过、怎么算的。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", "silence", say="要说的是扣的这一部分有没有依据。请写明是哪一条、怎么算的。"),),
    objections=(
        Objection("按平台规则要扣手续费。", "请写明是哪一条、下单以前在哪里提示过、怎么算的。没有依据的部分，本人不同意扣。", "rule"),
    ),
    after_agreement=True,
)
