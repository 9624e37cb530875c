"""Paid under a threat, or because somebody used that the buyer was in need or did not understand: only a court revokes it (民法典 150, 151)."""

from checker.ask import problems
from checker.kit import ClaimRule, Condition, Due, Evidence, F, FirstAct, Objection, Saves, Sentence, Telling, Use, blank, cite, story, to
from checker.kit.conditions import PAID_AND_TRUE
from checker.kit.deadlines import FOR_PRESSURE
from checker.kit.remedies import RETURN_VOID

THREAT = F.pressure.is_("threat")
USED = F.pressure.is_("need")


def _happened(t: Telling) -> str:
    if t.f.pressure == "threat":
        return "本人受到威胁才付款，付款违背本人的真实意思。"
    return f"本人当时{blank('怎样急，或者哪里不懂')}，对方清楚这一点，开价远高于{blank('平常的价')}，显失公平。"


def _in_short(t: Telling) -> str:
    return "受到威胁才付款" if t.f.pressure == "threat" else "对方利用本人的处境，开价显失公平"


RULE = ClaimRule(
    module=__name__,
    title="被威胁才付的钱，或者被人趁急、趁不懂要了高价",
    meaning="受威胁付的，或者被人利用危急、不懂，价钱明显不公平的，可以请求法院撤销。受威胁的从威胁停止那天起，被人利用的从知道那天起，一年内要提。只是反复推销、劝得多，不算。威胁还在的，先报警。",
    because="受威胁才付，或者被人利用了急和不懂、价钱明显不公平的，可以先要求取消。对方不同意的，一年内请求法院撤销。",
    also_called=("被威胁付钱", "强迫充值", "被逼着买", "趁人之危"),
    place=8,
    family="regret",
    story=story("被威胁、被趁急趁不懂要了高价", F.problem.has(problems.PRESSURED)),
    conditions=(
        Condition(
            "受到威胁，或者被人利用了危急、不懂",
            THREAT | USED,
            "只是被反复推销、劝说，最后还是自己决定买的，不能因此撤销。",
        ),
    ),
    cites=(cite("mfd-150", when=THREAT), cite("mfd-151", when=USED), cite("mfd-152", "mfd-157")),
    deadlines=(Due(period=FOR_PRESSURE.row, row=FOR_PRESSURE.due),),
    remedy=RETURN_VOID,
    proof=(
        Evidence("chat", "威胁的原话，或者当时怎么说的", "从头到尾的聊天、通话录音，带日期"),
        Evidence("payment"),
        Evidence("reply"),
    ),
    first_acts=(
        FirstAct(
            id="threat",
            saves=Saves.PAYMENT,
            at_once=True,
            when=PAID_AND_TRUE & THREAT,
            what=lambda f: "威胁还在继续的，先报警，不要再付。把威胁的原话、账号、付款记录存好",
        ),
    ),
    happened=Sentence(_happened, F.pressure),
    in_short=Sentence(_in_short, F.pressure),
    their_records=Sentence("认为是本人自愿的，请提供下单前后的全部聊天和通话记录。"),
    use=Use(),
    answers=(
        to(
            "final",
            "used",
            say="能不能撤销，看付款的时候是不是受到威胁、价钱是不是明显不公平，和用没用过、写没写“不退”无关。请就这一点答复。",
        ),
        to("own_fault", "rule", say="请提供下单前后的全部聊天和通话记录。"),
    ),
    objections=(Objection("是你自己付的。", "请提供下单前后的全部聊天和通话记录。协商不成的，本人将请求法院撤销。", "own_fault"),),
    court_only=True,
    revocation=FOR_PRESSURE,
)
